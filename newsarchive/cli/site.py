"""Shows the known sites and checks their files; adding and testing them is in the modules beside."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import click
from parsel import Selector

from newsarchive.charsets import decode
from newsarchive.cli._fixtures import Fixture, fixtures, fixtures_option
from newsarchive.cli._options import format_option
from newsarchive.cli._printing import print_rows
from newsarchive.cli._site_add import add
from newsarchive.cli._site_import import import_ftr
from newsarchive.cli._site_memory import memory
from newsarchive.cli._site_record import record
from newsarchive.cli._site_test import test
from newsarchive.cli._sites import known_sites, site_files, site_folders
from newsarchive.items import NotAnArticle, SiteError
from newsarchive.newsroom import site_folder
from newsarchive.sites import Site, Sites, class_of


@click.group()
def site() -> None:
    """Add, show and test sites.

    A site is one TOML file. Its fixtures are saved pages with what they must read as.

    Example: newsarchive site add https://news.example/2026/some-article.html
    """


@site.command("list")
@format_option
def list_sites(output_format: str) -> None:
    """List the known sites.

    Example: newsarchive site list --format csv
    """
    columns = ["site", "name", "start", "language", "rules"]
    rows = [(each.key, each.name, each.start, each.language, len(each.rules)) for each in known_sites().values()]
    print_rows([dict(zip(columns, row, strict=True)) for row in rows], output_format, columns)


@site.command()
@click.argument("name", metavar="SITE|URL")
@format_option
def show(name: str, output_format: str) -> None:
    """Show what is known of one site, or of the site of an address.

    Example: newsarchive site show shanxidayuan
    """
    settings = asdict(known_sites(newsroom=True).named(name))
    rows = [{"setting": name, "value": each} for name, value in settings.items() for each in _values(value)]
    print_rows(rows, output_format, ["setting", "value"])


def _values(value: object) -> Iterator[object]:
    """Yield what a setting says: nothing if it says nothing, and tables of a site file one by one."""
    tables = value if isinstance(value, tuple) else (value,)
    if not any(isinstance(table, Mapping) for table in tables):
        tables = (value,)
    for table in tables:
        said = {name: each for name, each in table.items() if each} if isinstance(table, Mapping) else table
        if said:
            yield said


@site.command()
@fixtures_option
@format_option
def check(folder: Path, output_format: str) -> None:
    """Check every site file, and try each of its selectors on the site's fixtures.

    Exit status 1 when a file is wrong, a selector finds nothing on any fixture, or two sites have the same pages.

    Example: newsarchive site check
    """
    sites, keys = known_sites(forgiving=True), dict.fromkeys(path.stem for path in site_files())
    rows = [row for key in keys for row in _checked(key, sites, list(fixtures(folder, key)))]
    rows += [{"site": path.stem, "fixtures": 0, "problem": problem} for path, problem in _strays(folder, set(keys))]
    print_rows(rows, output_format, ["site", "fixtures", "problem"])
    sys.exit(any(row["problem"] for row in rows))


def _strays(folder: Path, keys: set[str]) -> Iterator[tuple[Path, str]]:
    """Yield Python files and folders of fixtures that belong to no site's file, with a sentence; most are misspelt."""
    for path in (path for own in site_folders() for path in sorted(own.glob("*.py"))):
        if not path.with_suffix(".toml").exists():
            yield path, f"{path} is used by no site, since there is no {path.stem}.toml beside it"
    demo = {path.stem for path in site_folder().glob("*.toml")}
    for name in sorted({path.parent.name for path in folder.glob("*/*.json")} - keys - demo):
        yield folder / name, f"{folder / name} has fixtures of no known site"


def _checked(key: str, sites: Sites, pages: list[Fixture]) -> Iterator[dict[str, object]]:
    for problem in list(_problems(key, sites, pages)) or ("",):
        yield {"site": key, "fixtures": len(pages), "problem": problem}


def _problems(key: str, sites: Sites, pages: list[Fixture]) -> Iterator[str]:
    from newsarchive.extraction.fields.loader import ArticleLoader  # loads all rules of reading: a second

    try:
        found = sites.named(key)
        class_of(found, ArticleLoader)
        yield from _clash(found, sites)
        yield from _troubles(found, pages)
    except SiteError as error:  # of its file, or of the Python file beside it
        yield str(error)


def _clash(site: Site, sites: Sites) -> Iterator[str]:
    owner = sites.find(site.start)
    if owner is None:
        yield f"start: {site.start} is not within its domains, {', '.join(site.domains)}"
    elif owner is not site:
        yield f"start: {site.start} belongs to the site {owner.key}; let 'domains' say what is whose"


def _troubles(found: Site, pages: list[Fixture]) -> Iterator[str]:
    """Yield what is wrong with the rules of a site, as far as its fixtures show it."""
    yield from _idle_selectors(found, pages)
    for page in pages:
        with suppress(NotAnArticle):  # as the test of the page says
            yield from (warning for warning in page.article(found).warnings if ": the rule " in warning)


def _idle_selectors(found: Site, pages: list[Fixture]) -> Iterator[str]:
    if not pages:
        return
    parsed = [Selector(decode(page.page, content_type=page.content_type).text) for page in pages]
    for number, rule in enumerate(found.rules, 1):
        for name in rule.__dataclass_fields__:
            for selector in getattr(rule, name) if name != "valid_from" else ():
                if not any(page.css(selector) for page in parsed):
                    yield f"rule {number}: {name} = {selector!r} finds nothing on any fixture"


for command in (add, record, test, memory, import_ftr):
    site.add_command(command)
