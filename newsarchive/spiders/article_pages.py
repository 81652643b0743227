"""The pages of an article after its first, and what to ask where the whole on one page is not to be had."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from scrapy.http import Response

from newsarchive.discovery.continuation import is_whole, other_pages
from newsarchive.extraction import extract
from newsarchive.items import Link, NotAnArticle
from newsarchive.reader.pages import PAGE
from newsarchive.sites import Site
from newsarchive.spiders.frontier import Frontier
from newsarchive.urls import canonical_url


class ArticlePages:
    """Queues the pages of the articles of one site.

    Where the first page links the whole article on one page, that is asked and the numbered pages are held back until
    it was seen to have no less text than the first page.
    """

    def __init__(self, site: Site, frontier: Frontier) -> None:
        self._site = site
        self._frontier = frontier
        self._lengths: dict[str, int] = {}  # of the first pages whose whole is awaited, in characters of text

    def follow(self, response: Response) -> None:
        """Queue what an answer leaves to ask."""
        asked, known = response.meta["asked"], response.meta["hints"]
        later = known["kind"] == PAGE
        first = known["found_on"] if later else response.url
        if later and is_whole(asked, first):
            if not self._has_all(response, first):
                self.give_up(first)
        elif response.status == 200:
            pages = other_pages(response.body, first)
            numbered = self._links(pages.numbered.values(), first)
            whole = [] if later or pages.whole is None else list(self._links([pages.whole], first))
            if whole:
                self._lengths[first] = self._length(response)
                self._frontier.hold(numbered)
            self._frontier.add(whole or numbered, urgent=True)

    def give_up(self, first: str) -> None:
        """Let the numbered pages of an article be asked, if they were held back for the whole."""
        self._lengths.pop(first, None)
        self._frontier.release(first)

    def _has_all(self, response: Response, first: str) -> bool:
        """Say whether the whole has no less text than the first page, or is what it was before."""
        least = self._lengths.pop(first, math.inf)  # unknown after a kill
        return response.status == 304 or (response.status == 200 and self._length(response) >= least)

    def _length(self, response: Response) -> int:
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        try:
            return len(extract(response.body, response.url, content_type=content_type, site=self._site).body)
        except NotAnArticle:
            return 0

    def _links(self, addresses: Iterable[str], first: str) -> Iterator[tuple[str, Link]]:
        for address in addresses:
            if self._site.covers(address) and canonical_url(address) != canonical_url(first):
                yield canonical_url(address), Link(url=address, found_on=first, kind=PAGE)
