"""The headline that a page prints above its text, for pages whose title element only says what their site is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.sitenames import SEPARATOR
from newsarchive.extraction.fields.weights import TITLE
from newsarchive.extraction.known import key
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.items import Candidate
from newsarchive.text import utf8_length

_ABOVE: Final = 8  # blocks
_PROSE: Final = 80  # bytes
_LENGTHS: Final = range(4, 200)
_FACTS: Final = re.compile(r"\d:\d\d|\d[./-]\d|(?:19|20)\d\d|[:：]$")
_RIGHTS: Final = re.compile(
    r"©|ⓒ|\(c\)\s|copyright|rights reserved|版[权權]所有|著作権|無断|무단|derechos reservados|tous droits|alle rechte",
    re.I,
)
_WORD: Final = re.compile(r"\w{2,}")


class PrintedHeadline:
    """The headline above the text, which is ``page.blocks[first:last]``."""

    def __init__(
        self, page: Page, first: int, last: int, names: Collection[str], is_section: Callable[[str], bool]
    ) -> None:
        self.title = page.title or ""
        self.names = names
        self.is_section = is_section
        blocks = page.blocks[first:last]
        prose = next(
            (i for i, one in enumerate(blocks, first) if utf8_length(one.text) > _PROSE and not one.anchors), first
        )
        self.start = max(0, prose - _ABOVE)
        self.above = page.blocks[self.start : prose]
        self.text = page.blocks[prose:last]
        self.below = page.blocks[last:]

    def candidates(self, headings: Sequence[Element], told: Collection[str]) -> Iterator[Candidate]:
        """Yield the headline, one of ``headings`` if one stands above the text, if the title element is the site's.

        ``told`` are the origins of other titles; the page is to have none but that element. A line in bold will do
        where that names only the site and its sections, or the page's end says that it has the copyright; a heading
        is also believed where the text has no word of the element.
        """
        if any(origin != "title-element" for origin in told):
            return
        parts = SEPARATOR.split(self.title)
        own = self._is_site(self.title) or all(
            not part or self._is_site(part) or self.is_section(part) for part in parts
        )
        if own or not self._is_about():
            heads = {one.first for one in headings}
            lines = [(place in heads, one) for place, one in enumerate(self.above, self.start) if self._may_be(one)]
            headed = [one.text for is_heading, one in lines if is_heading]
            own = own or any(map(self._is_site, parts))
            bold = [one.text for _, one in lines if own and one.strong_chars >= 0.9 * len(one.text)]
            for text in (*headed, *bold)[:1]:
                yield candidate(TITLE, text, "heading", "above the text")

    def _is_site(self, text: str) -> bool:
        """Say whether a text is a name of the site, or in a line of the page's end that says whose it is."""
        name = key(text)
        rights = (block.text for block in self.below if len(block.text) < _LENGTHS.stop and _RIGHTS.search(block.text))
        return len(name) > 2 and (name in self.names or any(name in key(line) for line in rights))

    def _is_about(self) -> bool:
        """Say whether the text has a word of the title element."""
        text = "\n".join(block.text for block in self.text).casefold()
        return any(word in text for word in _WORD.findall(self.title.casefold()))

    def _may_be(self, block: TextBlock) -> bool:
        """Say whether a line may be a headline: no link, date, trail or name of the site, no word and no paragraph."""
        text = block.text
        trail = any(map(self.is_section, SEPARATOR.split(text)))
        return not (
            block.anchors or len(text) not in _LENGTHS or _FACTS.search(text) or key(text) in self.names or trail
        )
