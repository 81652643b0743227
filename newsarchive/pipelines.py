"""Scrapy pipeline that hands every capture to the reader."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler

from newsarchive.items import Capture
from newsarchive.spiders.records.recorder import Recorder


class ReadCaptures:
    """Pass captures on to the recorder of the spider."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Use the recorder that the spider has opened."""
        return cls(crawler.spider.recorder)  # type: ignore[union-attr]  # our scheduler admits NewsSpiders only

    def process_item(self, item: Capture) -> Capture:
        """Hand the capture over."""
        if item.location:
            self._recorder.batches.hand_over(item.location)
        return item
