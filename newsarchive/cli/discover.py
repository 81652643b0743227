"""Command that shows where a site tells of its articles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from newsarchive.cli._options import format_option, log_level_option
from newsarchive.cli._printing import console, plain, print_rows
from newsarchive.cli._sites import contact, known_sites
from newsarchive.items import NewsarchiveError
from newsarchive.urls import is_http

if TYPE_CHECKING:
    from newsarchive.spiders.survey import Place


@click.command()
@click.argument("url")
@format_option
@log_level_option("ERROR")
def discover(url: str, output_format: str, log_level: str) -> None:
    """Look for a site's feeds, sitemaps and lists, and show what they tell: links, articles, samples.

    Articles are told from other pages by their addresses alone; nothing is archived.

    Example: newsarchive discover https://www.example.org/
    """
    from newsarchive.spiders.crawls.running import project_settings  # loads Scrapy: half a second
    from newsarchive.spiders.survey import survey

    if not is_http(url):
        raise click.UsageError(f"{url!r} is no address; it should begin with http:// or https://")
    site = known_sites(newsroom=True).named(url)
    places = survey(site, url, project_settings(LOG_LEVEL=log_level, **contact([site])))
    if output_format == "json":
        click.echo(json.dumps([asdict(place) for place in places], ensure_ascii=False, default=plain))
    else:
        _print(places, output_format)
    if not any(place.articles for place in places):
        raise NewsarchiveError(f"No articles were found from {url}; see the notes above, or try one of its list pages.")


def _print(places: Sequence[Place], output_format: str) -> None:
    columns = ("kind", "links", "articles", "dated", "url", "next_page")
    told = [place for place in places if not place.trouble]
    print_rows(map(asdict, told), output_format, columns)
    out = console(to_stderr=output_format != "table")
    for place in places:
        for link in place.samples:
            when = f"{link.published:%Y-%m-%d %H:%M}  " if link.published else ""
            out.print(f"  {when}{link.title or ''}  {link.url}")
        if place.trouble:
            out.print(f"  {place.url}: {place.trouble}")
