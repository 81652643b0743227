"""Finds one article of a site, given its start page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

from newsarchive.cli._fetch import fetch
from newsarchive.cli._fetched import Fetched
from newsarchive.cli.site.places import announced, told
from newsarchive.discovery import listings
from newsarchive.discovery.shapes import is_service, looks_like_article
from newsarchive.discovery.sitemaps import NESTED
from newsarchive.items import Article, Link, NewsarchiveError
from newsarchive.urls import is_front_page, same_site

FEW_WORDS = 40
_TRIES = 5  # links of one page, feed or sitemap
_MOST_TRIES = 3 * _TRIES


def linked_article(front: Fetched) -> tuple[Fetched, Article]:
    """Return the first page that a front page or list leads to and that can be read as an article.

    One of a few words is taken if there is none with more. Raises NewsarchiveError if there is none at all.
    """
    passed: dict[str, Fetched | None] = {front.address: front}
    short = []
    for address in islice(_addresses(front, passed), _MOST_TRIES):
        passed[address] = None
        with suppress(NewsarchiveError):
            page = passed[address] = fetch(address)
            article = page.article()
            if article.word_count >= FEW_WORDS:
                return page, article
            short.append((page, article))
    if not short:
        raise NewsarchiveError(f"No article was found among the links of {front.address}; give the address of one.")
    return short[0]


def _addresses(front: Fetched, passed: dict[str, Fetched | None]) -> Iterator[str]:
    """Yield what a front page links; as that may be no article, then what feeds and sitemaps tell, and its lists."""
    yield from _best(_linked(front), front, passed)
    for place in announced(front):
        with suppress(NewsarchiveError):
            yield from _best(_of_place(place), front, passed)
    for page in [page for page in passed.values() if page and page is not front]:
        yield from _best([link for link in _linked(page) if looks_like_article(link.url)], front, passed)


def _best(links: Iterable[Link], front: Fetched, passed: dict[str, Fetched | None]) -> list[str]:
    """Return the few addresses of the site that are most like articles' and were not tried before."""
    own = dict.fromkeys(link.url for link in links if same_site(link.url, front.address))
    fit = [url for url in own if url not in passed and not is_front_page(url) and not is_service(url)]
    return sorted(fit, key=looks_like_article, reverse=True)[:_TRIES]


def _linked(page: Fetched) -> Iterable[Link]:
    return listings.read(page.body, page.address, content_type=page.content_type).links


def _of_place(place: Link) -> Iterable[Link]:
    """Return the links of a feed or sitemap; of an index, those of the sitemap that changed last."""
    links = list(told(fetch(place.url), place.kind))
    nested = [link for link in links if link.kind == NESTED]
    newest = max(nested, key=lambda link: link.modified.timestamp() if link.modified else 0, default=None)
    return told(fetch(newest.url), place.kind) if newest else links
