"""The pages of an article after its first, and what to ask where the whole on one page is not to be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from scrapy.http import Response

from newsarchive.discovery.continuation import Pages, other_pages
from newsarchive.discovery.mementos import COPIED_FROM
from newsarchive.items import Article, Link, NotAnArticle
from newsarchive.reader.pages import PAGE, WHOLE
from newsarchive.sites import Site
from newsarchive.spiders.headers import content_type_of
from newsarchive.spiders.links.frontier import Frontier
from newsarchive.urls import canonical_url


class ArticlePages:
    """Queues the pages of the articles of one site.

    Where the first page links the whole article on one page, that is asked and the numbered pages are held back until
    it was seen to be the whole.
    """

    def __init__(self, site: Site, frontier: Frontier) -> None:
        self._site = site
        self._frontier = frontier
        self._firsts: dict[str, Article | None] = {}  # the first pages whose whole is awaited

    def follow(self, response: Response) -> None:
        """Queue what an answer leaves to ask."""
        known = response.meta["hints"]
        if known["kind"] == WHOLE:
            if not self._is_whole(response, known["found_on"]):
                self.give_up(known["found_on"])
        elif response.status == 200:
            first = known["found_on"] if known["kind"] == PAGE else response.url
            self._ask(other_pages(response.body, first), response, first)

    def give_up(self, first: str) -> None:
        """Let the numbered pages of an article be asked, if they were held back for the whole."""
        self._firsts.pop(first, None)
        self._frontier.release(first)

    def _ask(self, pages: Pages, response: Response, first: str) -> None:
        captured = response.meta["capture"].fetched_at if COPIED_FROM in response.meta["hints"] else None
        numbered = list(self._links(pages.numbered.values(), first, PAGE, captured))
        whole = (
            list(self._links([pages.whole], first, WHOLE, captured)) if pages.whole and response.url == first else []
        )
        if whole and numbered:
            self._firsts[first] = self._article(response)
            self._frontier.hold(numbered)
        self._frontier.add(whole or numbered, urgent=True)

    def _is_whole(self, response: Response, first: str) -> bool:
        if response.status == 304:
            return True  # it is what it was before
        from newsarchive.extraction.joining import in_full  # loads all rules of reading: a second

        begun = self._firsts.pop(first, None)  # unknown after a kill
        article = self._article(response) if begun and response.status == 200 else None
        return bool(begun and article and in_full(article, begun))

    def _article(self, response: Response) -> Article | None:
        from newsarchive.extraction import extract  # loads all rules of reading: a second

        try:
            return extract(response.body, response.url, content_type=content_type_of(response), site=self._site)
        except NotAnArticle:
            return None

    def _links(
        self, addresses: Iterable[str], first: str, kind: str, captured: datetime | None
    ) -> Iterator[tuple[str, Link]]:
        for address in addresses:
            if self._site.covers(address) and canonical_url(address) != canonical_url(first):
                yield canonical_url(address), Link(address, first, kind, captured=captured)
