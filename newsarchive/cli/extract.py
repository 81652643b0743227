"""Reads one page, from the web, a file or standard input."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from newsarchive.cli._fetch import fetch
from newsarchive.cli._fetched import Fetched
from newsarchive.cli._fixtures import expected_of
from newsarchive.cli._options import formats
from newsarchive.cli._sites import known_sites
from newsarchive.items import Article, Block, BlockKind, NotAnArticle
from newsarchive.sites import Site


@click.command()
@click.argument("place", metavar="FILE|URL|-")
@click.option("--url", help="The address of a page that comes from a file: it tells the site and completes links.")
@formats("text", "markdown", "html", "json", help="How to print the article; json has every field.")
def extract(place: str, url: str | None, output_format: str) -> None:
    """Read the article of one page and print it, without the archive.

    An address is fetched from the public internet, or from this machine if you name it (http://localhost:8000/).

    Example: newsarchive extract page.html --url https://news.example/2026/1.html --format markdown
    """
    from newsarchive.extraction.render import to_markdown, to_page, to_text  # loads all rules of reading: a second

    page = fetch(place, url)
    article = article_of(page, site_of(page), place)
    if output_format == "json":
        facts = {"url": article.url, **expected_of(article), "word_count": article.word_count}
        facts |= {"blocks": [asdict(block) for block in article.blocks], "warnings": article.warnings}
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
    elif output_format == "html":
        click.echo(to_page(article.title, article.language, _with_title(article)))
    else:
        render = {"text": to_text, "markdown": to_markdown}[output_format]
        click.echo(render(_with_title(article)).rstrip("\n"))


def _with_title(article: Article) -> list[Block]:
    heading = [Block(BlockKind.HEADING, article.title, level=1)] if article.title else []
    return heading + list(article.blocks)


def article_of(page: Fetched, site: Site | None, place: str) -> Article:
    """Return the article of a page of that site; ``place`` names the page where it has no address."""
    from newsarchive.extraction.responseclass import of_response

    verdict = of_response(200, {"content-type": page.content_type}.get, page.body)
    if verdict:
        raise NotAnArticle(page.url or place, verdict.page_class, verdict.reason)
    return page.article(site)


def site_of(page: Fetched) -> Site | None:
    """Return the known site of a page."""
    return known_sites(newsroom=True).find(page.url) if page.url else None
