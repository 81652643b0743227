"""Writes a site's file, given one of its articles or its start page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import click
from parsel import Selector

from newsarchive.cli._fetch import fetch
from newsarchive.cli._fetched import Fetched
from newsarchive.cli._fixtures import fixtures_option
from newsarchive.cli._sites import known_sites
from newsarchive.cli.site.files import key_of, new_file, write_site
from newsarchive.cli.site.first import FEW_WORDS, linked_article
from newsarchive.cli.site.places import places
from newsarchive.cli.site.recording import fetched, save, slim_option, url_option
from newsarchive.discovery.shapes import looks_like_article, pattern_of
from newsarchive.items import Article, Link, NewsarchiveError, NotAnArticle, PageClass
from newsarchive.sites import Discover, Site
from newsarchive.sites.write import site_toml
from newsarchive.urls import host, is_front_page, is_http, same_site

_ANSWER = (
    '{} Write {} with start = "{}" and the cookie of a reader who has answered, such as headers = {{ Cookie = '
    '"consent=1" }}, then: newsarchive site record ARTICLE'
)


@click.command()
@click.argument("place", metavar="URL|FILE")
@url_option
@click.option("--key", help="The site's key; by default made from its domain.")
@slim_option
@fixtures_option
def add(place: str, url: str | None, key: str | None, slim: bool, folder: Path) -> None:
    """Add a site, given one of its articles, or its start page, which links some.

    Writes sites/KEY.toml, and saves the article as the site's first fixture, for you to confirm.

    Example: newsarchive site add https://news.example/2026/some-article.html
    """
    page = fetched(place, url)
    owner = known_sites().find(page.address)
    if owner and not key:
        raise NewsarchiveError(
            f"The site {owner.key} has {page.address}; save it with: newsarchive site record {place}"
        )
    key = key or key_of(page.address)
    path = new_file(key)
    try:
        page, article, front = _read(page, ask=is_http(place))
    except NotAnArticle as error:
        if error.page_class is not PageClass.CONSENT:
            raise
        raise NewsarchiveError(_ANSWER.format(error, path, urljoin(page.address, "/"))) from error
    found = places(front, page, ask=is_http(place))
    start = urljoin(page.address, "/") if front is page else front.address
    table = {
        "name": _name(article, page, front) or key,
        "start": start,
        "domains": [f"{host(start)}{urlsplit(start).path}"] if owner else None,
        "language": article.language,
        "articles": None if looks_like_article(page.address) or _vouches(found) else pattern_of(page.address),
        "discover": [*({"kind": each.kind, "url": each.url} for each in found), {"kind": "home"}],
    }
    site = write_site(path, site_toml(table))
    _tell(site, article)
    save(folder / key, page, site, slim=slim)


def _tell(site: Site, article: Article) -> None:
    """Say what the file says of places and addresses, and what it should perhaps say of times."""
    told = Counter(each.kind for each in site.discover if each.kind != "home")
    click.echo(f"it looks for articles in: {', '.join([*(_many(*each) for each in told.items()), 'the start page'])}")
    if site.articles:
        click.echo(f"its articles have unusual addresses: those that match {site.articles} are taken for some")
    elif not looks_like_article(article.url or "") and not _vouches(site.discover):
        click.echo("crawls take no address such as this one for an article's, unless the file says: articles = '…'")
    if article.word_count < FEW_WORDS:
        click.echo("hardly any text was read: if a browser shows more, the file needs: browser = true")
    if article.published and article.timezone_origin == "assumed":
        zone = article.published.isoformat()[-6:]
        click.echo(f'times name no zone and are taken for {zone}; the file can say it: timezone = "Europe/Lisbon"')


def _vouches(places: Iterable[Link | Discover]) -> bool:
    """Say whether there is a feed: what it links are articles whatever their addresses, whose shapes are learnt so."""
    return any(place.kind == "feed" for place in places)


def _read(page: Fetched, *, ask: bool) -> tuple[Fetched, Article, Fetched]:
    """Return the page of an article, its article, and the start page: it is this page, or one that this page links."""
    is_front = ask and is_front_page(page.address)
    try:
        article = page.article()
    except NotAnArticle as error:
        may_be_list = error.page_class is PageClass.UNREADABLE and not looks_like_article(page.address)
        has_links = is_front or may_be_list or error.page_class in {PageClass.FRONT, PageClass.LIST}
        if error.page_class is PageClass.CONSENT or not has_links or not ask:
            raise
        return *linked_article(page), page
    if is_front:
        return *linked_article(page), page
    return page, article, _front(page) if ask else page


def _front(page: Fetched) -> Fetched:
    """Return the start page of an article's site; the article itself if that cannot be had, or is another site's."""
    with suppress(NewsarchiveError):
        front = fetch(urljoin(page.address, "/"))
        return front if same_site(front.address, page.address) else page
    return page


def _many(what: str, number: int) -> str:
    return f"{number} {what}{'s' if number > 1 else ''}"


def _name(article: Article, page: Fetched, front: Fetched) -> str | None:
    """Return what the page calls its site, the last resort of its source; else what its title shares with the front."""
    from newsarchive.extraction.fields.sitenames import title_ending

    declared = next((one.value for one in article.origins.get("source", ()) if one.origin == "site"), None)
    if declared or page is front:
        return declared
    title, home = _title(page), _title(front)
    shared = title if title == home else title_ending(title)
    return shared if shared in home else None


def _title(page: Fetched) -> str:
    return " ".join((Selector(page.html).css("title::text").get() or "").split())
