"""A crawl of single pages, given by their addresses."""

from __future__ import annotations

from newsarchive.sites import Discover
from newsarchive.spiders.news import NewsSpider


class Pages(NewsSpider):
    """Mixed into a site's spider: fetch the pages that were asked for and nothing else of the site."""

    partial = True

    @classmethod
    def frontier_name(cls) -> str:
        """Return the name of a frontier of their own: what waits in the site's is not asked for."""
        return f"{cls.site.key}.pages"

    def places(self) -> tuple[Discover, ...]:
        """Ask nowhere for more."""
        return ()
