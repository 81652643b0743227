"""The headings of a page, each without a kicker, a subtitle or a line of facts that it holds, and no logo."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from newsarchive.extraction.fields.sitenames import SEPARATOR
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.survey import HEADINGS
from newsarchive.extraction.fields.zone import texts_between
from newsarchive.extraction.known import key
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, joints, visible

LONGEST: Final = 300
_FACTS: Final = re.compile(r"\d:\d\d|(?:19|20)\d\d[-/.年]\d|来源|作者")  # PHPCMS puts the date into the heading
# The address of a site's front page.
_FRONT: Final = re.compile(r"(?=.)(?:https?://[^/?#]+)?(?:\.?/)?(?:index\.(?:html?|php))?")


class Headings:
    """The headings of a page; ``names`` are the keys of its site's names, which are none."""

    def __init__(self, page: Page, facts: Facts, names: Collection[str]) -> None:
        self.page = page
        self.facts = facts
        self.names = names
        self.element = page.title or ""

    def shown(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield the texts of headings by their keys, each with its tag; what has a title's class counts as one."""
        seen = set(self.names)
        for element in self.facts.survey.titles:
            tag = element.tag if element.tag in HEADINGS else "class"
            if element.last - element.first <= 3 and not self._is_logo(element):
                text = self._of_title(element) or self._without_facts(element)
                name = key(text) if len(text) <= LONGEST else ""
                if name and name not in seen:
                    seen.add(name)
                    yield name, (text, tag)

    def _is_logo(self, element: Element) -> bool:
        """Say whether a heading has nothing but a link to the site's front page."""
        links = self.page.blocks[element.first].anchors if element.first < len(self.page.blocks) else ()
        return any(
            _FRONT.fullmatch(link.get("href") or "") and self.page.text(link) == self.page.text(element)
            for link in links
        )

    def _without_facts(self, element: Element) -> str:
        first, *others = self.page.text(element).split("\n")
        return " ".join([first, *(line for line in others if not _FACTS.search(line))])

    def _of_title(self, element: Element) -> str | None:
        """Return the part of a heading that the title has, if it has not all of it."""
        runs = self.page.runs[element.start : element.end]
        return (self._without_subtitle(runs) or self._without_kicker(runs)) if len(runs) > 1 else None

    def _without_kicker(self, runs: Sequence[str]) -> str | None:
        """Return a heading without its first piece, if the title has only the rest, and no data has more."""
        first, *others = texts_between(runs) or ("",)
        rest = " ".join(others).strip(" -–—|:：·•")
        kicker, name = key(first), key(rest)
        if first.endswith("|") and name:  # Traffic| Old bridge to close
            return rest
        if len(name) <= len(kicker) or name not in key(self.element):
            return None
        return rest if not self._is_told(kicker) else None

    def _without_subtitle(self, runs: Sequence[str]) -> str | None:
        """Return the first piece of a heading that is the title before a sign, or in that and glued to the rest."""
        title = self.element
        first, rest = visible(runs[0]), visible("".join(runs[1:]))
        whole = title.startswith(first) and (title == first or SEPARATOR.match(title, len(first)))
        glued = first in title and joints(runs[:2]) and len(rest) < len(first)
        return first if key(first) and key(rest) and (whole or glued) and not self._is_told(key(rest)) else None

    def _is_told(self, part: str) -> bool:
        """Say whether the head of the page has a part of a heading, too, given as its key."""
        told = (self.element, *self.facts.texts("headline"), *(value for _, value in self.facts.meta("og:title")))
        return any(part in key(text) for text in told)
