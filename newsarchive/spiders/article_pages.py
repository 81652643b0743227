"""The pages of an article after its first, and what to ask where the whole on one page is not to be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scrapy.http import Response

from newsarchive.discovery.continuation import is_whole, other_pages
from newsarchive.items import Link
from newsarchive.reader.pages import PAGE
from newsarchive.sites import Site
from newsarchive.urls import canonical_url

Links = list[tuple[str, Link]]
"""Links with their canonical addresses, as the frontier takes them."""


class ArticlePages:
    """Follows the pages of the articles of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._instead: dict[str, Links] = {}

    def after(self, response: Response) -> Links:
        """Return what to ask after an answer: the whole on one page if the first page links that, else its pages."""
        asked, known = response.meta["asked"], response.meta["hints"]
        later = known["kind"] == PAGE
        first = known["found_on"] if later else response.url
        if later and is_whole(asked, first):
            instead = self.instead_of(asked)
            return instead if response.status >= 400 else []
        if response.status != 200:
            return []
        pages = other_pages(response.body, first)
        numbered = list(self._links(pages.numbered.values(), first))
        whole = [] if later or pages.whole is None else list(self._links([pages.whole], first))
        self._instead |= {url: numbered for url, _ in whole}
        return whole or numbered

    def instead_of(self, asked: str) -> Links:
        """Return the pages to ask where an address could not be had that shows the whole article."""
        return self._instead.pop(asked, [])

    def _links(self, addresses: Iterable[str], first: str) -> Iterator[tuple[str, Link]]:
        for address in addresses:
            if self._site.covers(address) and canonical_url(address) != canonical_url(first):
                yield canonical_url(address), Link(url=address, found_on=first, kind=PAGE)
