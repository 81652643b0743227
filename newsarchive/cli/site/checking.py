"""Checks the files of sites, and tries what they say on the sites' fixtures."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
from parsel import Selector

from newsarchive.cli._fetched import Fetched
from newsarchive.cli._fixtures import fixture_files, fixtures_option, read_fixture
from newsarchive.cli._options import format_option
from newsarchive.cli._printing import print_rows
from newsarchive.cli._sites import known_sites, site_files, site_folders
from newsarchive.items import NewsarchiveError, NotAnArticle, SiteError
from newsarchive.newsroom import site_folder
from newsarchive.sites import Site, Sites, class_of


@click.command()
@fixtures_option
@format_option
def check(folder: Path, output_format: str) -> None:
    """Check every site file, and try its addresses and each of its selectors on the site's fixtures.

    Exit status 1 when a file is wrong, a selector finds nothing on any fixture, a fixture's address is no article's by
    the file, or two sites have the same pages.

    Example: newsarchive site check
    """
    sites, keys = known_sites(forgiving=True), dict.fromkeys(path.stem for path in site_files())
    rows = [row for key in keys for row in _checked(key, sites, fixture_files(folder, key))]
    rows += [{"site": path.stem, "fixtures": 0, "problem": problem} for path, problem in _strays(folder, set(keys))]
    print_rows(rows, output_format, ["site", "fixtures", "problem"])
    sys.exit(any(row["problem"] for row in rows))


def _strays(folder: Path, keys: set[str]) -> Iterator[tuple[Path, str]]:
    """Yield Python files and folders of fixtures that belong to no site's file, with a sentence; most are misspelt."""
    for path in (path for own in site_folders() for path in sorted(own.glob("*.py"))):
        if not path.with_suffix(".toml").exists():
            yield path, f"{path} is used by no site, since there is no {path.stem}.toml beside it"
    demo = {path.stem for path in site_folder().glob("*.toml")}
    for name in sorted({path.parent.name for path in fixture_files(folder)} - keys - demo):
        yield folder / name, f"{folder / name} has fixtures of no known site"


def _checked(key: str, sites: Sites, files: list[Path]) -> Iterator[dict[str, object]]:
    for problem in list(_problems(key, sites, files)) or ("",):
        yield {"site": key, "fixtures": len(files), "problem": problem}


def _problems(key: str, sites: Sites, files: list[Path]) -> Iterator[str]:
    pages = []
    for path in files:
        try:
            pages.append(read_fixture(path).page)
        except NewsarchiveError as error:
            yield str(error)
    try:
        found = sites.named(key)
        yield from _python(found)
        yield from _clash(found, sites)
        yield from _addresses(found, pages)
        yield from _troubles(found, pages)
    except SiteError as error:  # of its file, or of the Python file beside it
        yield str(error)


def _python(site: Site) -> Iterator[str]:
    """Yield that the site's Python file has nothing of use; raise SiteError if it cannot be run."""
    if site.python is None:
        return
    from newsarchive.extraction.fields.loader import ArticleLoader  # these two load all else: a second
    from newsarchive.spiders.news import NewsSpider

    if class_of(site, ArticleLoader) is ArticleLoader and class_of(site, NewsSpider) is NewsSpider:
        yield f"the Python file {site.python} has neither an ArticleLoader nor a NewsSpider"


def _clash(site: Site, sites: Sites) -> Iterator[str]:
    owner = sites.find(site.start)
    if owner is None:
        yield f"start: {site.start} is not within its domains, {', '.join(site.domains)}"
    elif owner is not site:
        yield f"start: {site.start} belongs to the site {owner.key}; let 'domains' say what is whose"


def _addresses(site: Site, pages: list[Fetched]) -> Iterator[str]:
    """Yield the addresses of fixtures that a crawl would not fetch."""
    for url in (page.address for page in pages):
        if not site.covers(url):
            yield f"domains: {', '.join(site.domains)} do not cover a fixture, {url}"
        if site.articles and not re.search(site.articles, url):
            yield f"articles = {site.articles!r} does not match a fixture, {url}"
        if site.skip and re.search(site.skip, url):
            yield f"skip = {site.skip!r} matches a fixture, {url}"


def _troubles(site: Site, pages: list[Fetched]) -> Iterator[str]:
    """Yield what is wrong with the rules of a site, as far as its fixtures show it."""
    yield from _idle_selectors(site, pages) if pages else ()
    for page in pages:
        with suppress(NotAnArticle):  # as the test of the page says
            yield from (warning for warning in page.article(site).warnings if ": the rule " in warning)


def _idle_selectors(site: Site, pages: list[Fetched]) -> Iterator[str]:
    parsed = [Selector(page.html) for page in pages]
    for number, rule in enumerate(site.rules, 1):
        for name in rule.__dataclass_fields__:
            for selector in getattr(rule, name) if name != "valid_from" else ():
                if not any(page.css(selector) for page in parsed):
                    yield f"rule {number}: {name} = {selector!r} finds nothing on any fixture"
