"""A page that a command looks at: its bytes, what came with them, and the article that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsarchive.charsets import decode
from newsarchive.items import Article
from newsarchive.sites import Site


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a page, and what came with them."""

    body: bytes
    url: str | None
    content_type: str | None
    fetched_at: datetime

    @property
    def address(self) -> str:
        """The address of a page that is known to have one."""
        return str(self.url)

    @property
    def html(self) -> str:
        """The text of the page."""
        return decode(self.body, content_type=self.content_type).text

    def article(self, site: Site | None = None) -> Article:
        """Return what the page reads as, by the rules of the site; raise NotAnArticle if that is no article."""
        from newsarchive.extraction import extract  # loads all rules of reading: a second

        return extract(self.body, self.url, content_type=self.content_type, site=site, fetched_at=self.fetched_at)
