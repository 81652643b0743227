"""A crawl that takes from a web archive what the site no longer has, or everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scrapy import Request
from scrapy.http import Response

from newsarchive.discovery.mementos import COPIED_FROM, address
from newsarchive.items import GONE, Capture, Link
from newsarchive.spiders.lease import Lease
from newsarchive.spiders.news import NewsSpider
from newsarchive.urls import host, is_front_page


class Copies(NewsSpider):
    """Mixed into a site's spider: of a page that a web archive captured and the site has lost, take the copy.

    The site's file names the web archive (``replay``); with ``copies`` the site itself is asked for nothing.
    """

    copies: bool
    _web_archive: Lease | None = None
    _refused = False

    @classmethod
    def asked_host(cls) -> str:
        """Return the web archive's host if it is asked for everything."""
        return host(cls.site.replay) if cls.copies and cls.site.replay else super().asked_host()

    def fetch(self, url: str, link: Link) -> Request:
        """Ask the site, which may turn out to have lost the page, or at once the web archive."""
        request = super().fetch(url, link)
        if self.site.replay and link.captured:
            request.meta["copy"] = address(self.site.replay, link.captured, url)
        return self._copy(request.meta) if self.copies else request

    def keep(self, response: Response) -> Iterator[Any]:
        """Hand over the capture; of a page that is gone, ask for the copy."""
        if "copy" not in response.meta or not _is_gone(response):
            yield from super().keep(response)
            return
        self.count(f"fetched/{response.status}")
        yield response.meta["capture"]
        if self._may_copy():
            yield self._copy(response.meta)
        else:
            self.frontier.failed(response.meta["asked"])
            self.count("failed/another process asks the web archive")

    def keep_copy(self, response: Response) -> Iterator[Capture]:
        """Hand over a copy as a capture of the page itself."""
        if capture := response.meta.get("capture"):
            yield from super().keep(response.replace(url=capture.url))
            return
        self.frontier.answered(response.meta["asked"], response.status)
        self.count("failed/the web archive shows no copy")

    def _may_copy(self) -> bool:
        """Say whether this process may ask the web archive, too."""
        if self._web_archive is None:
            self._web_archive = Lease(self.archive.path, host(self.site.replay or ""), self.now)
        mine = self._web_archive.take()
        if not mine and not self._refused:
            self.logger.warning("Another process asks %s; give the command again later.", self.site.replay)
        self._refused = not mine
        return mine

    def leave(self, reason: str) -> None:
        """Let others ask the web archive."""
        if self._web_archive:
            with self.noting():
                self.recorder.batches.give_back(self._web_archive)
        super().leave(reason)

    def _copy(self, meta: dict[str, Any]) -> Request:
        known = {"hints": {**meta["hints"], COPIED_FROM: meta["copy"]}, "asked": meta["asked"]}
        return Request(meta["copy"], callback=self.keep_copy, errback=self.miss, meta=known)

    def _was_answered(self, url: str, link: Link) -> bool:
        """Ask anew where the answer may have been that the page is gone, and its copy was still to be asked for."""
        return link.captured is None and super()._was_answered(url, link)


def _is_gone(response: Response) -> bool:
    """Say whether a site no longer has a page: it says so, or leads to its start page instead."""
    return response.status in GONE or "redirect_urls" in response.meta and is_front_page(response.url)
