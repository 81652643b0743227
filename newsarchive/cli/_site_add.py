"""Writes site files and fixtures: from an article or the start page of a site, or a site config of Full-Text RSS."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import click
from parsel import Selector

from newsarchive.charsets import decode
from newsarchive.cli._fetch import Fetched, fetch
from newsarchive.cli._fixtures import expected_of, fixtures_option, summary, write_fixture
from newsarchive.cli._site_places import places
from newsarchive.cli._sites import OWN_FOLDER, known_sites
from newsarchive.discovery import listings
from newsarchive.discovery.shapes import looks_like_article
from newsarchive.extraction import extract
from newsarchive.extraction.fields.sitenames import title_ending
from newsarchive.items import Article, Link, NewsarchiveError, NotAnArticle, PageClass
from newsarchive.sites import Site, load
from newsarchive.sites.ftr import read_ftr
from newsarchive.sites.write import site_toml
from newsarchive.urls import is_front_page, is_http, registered_domain, same_site

_TRIES = 5  # links of a front page
_ANSWER = (
    '{} Write {} with start = "{}" and the cookie of a reader who has answered, such as headers = {{ Cookie = '
    '"consent=1" }}, then: newsarchive site record {}'
)
_URL = click.option("--url", help="The address of the page, when it comes from a file.")


@click.command()
@click.argument("place", metavar="URL|FILE")
@_URL
@click.option("--key", help="The site's key; by default made from its domain.")
@fixtures_option
def add(place: str, url: str | None, key: str | None, folder: Path) -> None:
    """Add a site, given one of its articles, or its start page, which links some.

    Writes sites/KEY.toml, and saves the article as the site's first fixture, for you to confirm.

    Example: newsarchive site add https://news.example/2026/some-article.html
    """
    page = front = _fetched(place, url)
    if not key:
        _refuse_known(page.address, place)
    key = key or _key(page.address)
    path = _new_file(key)
    try:
        article = _article(page)
        if is_http(place):
            front = _front(page)
    except NotAnArticle as error:
        has_links = error.page_class in {PageClass.FRONT, PageClass.LIST} or is_front_page(page.address)
        if error.page_class is PageClass.CONSENT:
            raise NewsarchiveError(_ANSWER.format(error, path, urljoin(page.address, "/"), place)) from error
        if not has_links or not is_http(place):
            raise
        page, article = _linked_article(front)
    found = places(front, page, ask=is_http(place))
    table = {
        "name": _name(article, page, front) or key,
        "start": urljoin(page.address, "/") if front is page else front.address,
        "language": article.language,
        "discover": [*({"kind": each.kind, "url": each.url} for each in found), {"kind": "home"}],
    }
    site = _write_site(path, site_toml(table))
    _tell(found, article)
    _record(folder / key, page, _article(page, site))


@click.command()
@click.argument("place", metavar="URL|FILE")
@_URL
@fixtures_option
def record(place: str, url: str | None, folder: Path) -> None:
    """Save a page as a fixture of its site, for you to confirm.

    Example: newsarchive site record https://news.example/2026/another-article.html
    """
    page = _fetched(place, url)
    found = known_sites(newsroom=True).find(page.address)
    if found is None:
        raise NewsarchiveError(f"No known site has {page.address}; add it with: newsarchive site add {place}")
    _record(folder / found.key, page, _article(page))


@click.command("import-ftr")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--key", help="The site's key; by default made from the file's name.")
def import_ftr(file: Path, key: str | None) -> None:
    """Import a site config of Full-Text RSS (fivefilters.org), such as news.example.txt.

    Example: newsarchive site import-ftr bbc.co.uk.txt
    """
    try:
        found = read_ftr(file.read_text(encoding="utf-8", errors="replace"))
    except OSError as error:
        raise NewsarchiveError(f"{file} cannot be read: {error.strerror}.") from error
    if not found.rule:
        raise NewsarchiveError(f"{file} has no line that can be said in CSS, so there is nothing to import.")
    start = f"https://{file.stem.lstrip('.')}/"
    path = _new_file(key or _key(start))
    _write_site(path, site_toml({"name": file.stem.lstrip("."), "start": start, "rules": [found.rule]}))
    for line in found.left_out:
        click.echo(f"left out, CSS cannot say it: {line}", err=True)
    for address in found.test_urls:
        click.echo(f"try it on a page: newsarchive site record {address}", err=True)


def _tell(found: Sequence[Link], article: Article) -> None:
    """Say what the file says of places, and what it should perhaps say of times."""
    told = Counter(each.kind for each in found)
    click.echo(f"it looks for articles in: {', '.join([*(_many(*each) for each in told.items()), 'the start page'])}")
    if article.published and article.timezone_origin == "assumed":
        zone = article.published.isoformat()[-6:]
        click.echo(f'times name no zone and are taken for {zone}; the file can say it: timezone = "Europe/Lisbon"')


def _fetched(place: str, url: str | None) -> Fetched:
    if not is_http(place) and not url:
        raise click.UsageError("A page that comes from a file needs its address: --url https://…")
    page = fetch(place, url)
    if is_http(place) and urlsplit(page.address)[2:4] != urlsplit(place)[2:4]:
        click.echo(f"{place} leads to {page.address}", err=True)
    return page


def _article(page: Fetched, site: Site | None = None) -> Article:
    site = site or known_sites(newsroom=True).find(page.address)
    return extract(page.body, page.address, content_type=page.content_type, site=site, fetched_at=page.fetched_at)


def _front(page: Fetched) -> Fetched:
    """Return the start page of an article's site; the article itself if that cannot be had, or is another site's."""
    with suppress(NewsarchiveError):
        front = fetch(urljoin(page.address, "/"))
        return front if same_site(front.address, page.address) else page
    return page


def _many(what: str, number: int) -> str:
    return f"{number} {what}{'s' if number > 1 else ''}"


def _linked_article(front: Fetched) -> tuple[Fetched, Article]:
    """Return the first page that a front page or list links and that can be read as an article."""
    links = listings.read(front.body, front.address, content_type=front.content_type).links
    likely = (link.url for link in links if looks_like_article(link.url) and same_site(link.url, front.address))
    for address in islice(likely, _TRIES):
        with suppress(NewsarchiveError):
            page = fetch(address)
            return page, _article(page)
    raise NewsarchiveError(f"No article was found among the links of {front.address}; give the address of one.")


def _name(article: Article, page: Fetched, front: Fetched) -> str | None:
    """Return what the page calls its site, the last resort of its source; else what its title shares with the front."""
    declared = next((one.value for one in article.origins.get("source", ()) if one.origin == "site"), None)
    if declared or page is front:
        return declared
    title, home = _title(page), _title(front)
    shared = title if title == home else title_ending(title)
    return shared if shared in home else None


def _title(page: Fetched) -> str:
    html = decode(page.body, content_type=page.content_type).text
    return " ".join((Selector(html).css("title::text").get() or "").split())


def _key(address: str) -> str:
    return re.sub(r"[^a-z0-9_-]+", "-", registered_domain(address).partition(".")[0]).strip("-_") or "site"


def _refuse_known(address: str, place: str) -> None:
    """Raise NewsarchiveError if a site's file has the address already."""
    found = known_sites().find(address)
    if found:
        raise NewsarchiveError(f"The site {found.key} has {address}; save it with: newsarchive site record {place}")


def _new_file(key: str) -> Path:
    path = OWN_FOLDER / f"{key}.toml"
    if path.exists():
        raise NewsarchiveError(f"{path} is there already; choose another name with --key, or edit that file.")
    return path


def _write_site(path: Path, text: str) -> Site:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(f"wrote {path}; crawl it with: newsarchive crawl {path.stem}")
    return load(path)


def _record(folder: Path, page: Fetched, article: Article) -> None:
    path = write_fixture(folder, page.body, page.address, page.content_type, page.fetched_at, article)
    click.echo(f"wrote {path}, which reads:")
    for line in summary(expected_of(article)):
        click.echo(f"  {line}")
    click.echo(
        f"if all is right: newsarchive site test {folder.name} --accept; else mend the site's rules, or the .json"
    )
