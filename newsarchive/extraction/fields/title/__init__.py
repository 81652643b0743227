"""The title: what the page's heading, its machine-readable data and its title element agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Final

from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.sitenames import SEPARATOR
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.title.endings import SHORT, Endings
from newsarchive.extraction.fields.title.headings import LONGEST, Headings
from newsarchive.extraction.fields.title.headline import PrintedHeadline
from newsarchive.extraction.fields.weights import TITLE
from newsarchive.extraction.known import Known, key
from newsarchive.extraction.page import Page
from newsarchive.items import Candidate

_GLUED: Final = re.compile("[a-zß-öø-ÿ][A-ZÄÖÜ]")  # HarbourFerry stops: the kicker in an element of its own
_METAS: Final = (
    "articletitle",
    "headline",
    "dc.title",
    "dcterms.title",
    "sailthru.title",
    "parsely-title",
    "enp:title",
)


class Titles:
    """The candidates for a page's title."""

    def __init__(self, page: Page, facts: Facts, known: Known, names: set[str], first: int, last: int) -> None:
        """``names`` are the keys of the site's names; ``page.blocks[first:last]`` are the text."""
        self.page = page
        self.facts = facts
        self.known = known
        self.element = unescape(page.title or "")  # some escape it twice
        self.names = names
        self.shown = dict(Headings(page, facts, self.names).shown())
        self.texts = {name: text for name, (text, _) in self.shown.items()}
        self.endings = Endings(page, facts, known, names, self.shown, first)
        self.printed = PrintedHeadline(page, first, last, names, self.endings.is_in_menu)
        self.own = key(self.endings.without(self.element))
        self._parts = list(map(key, SEPARATOR.split(self.element)))

    def candidates(self) -> Iterator[Candidate]:
        """Yield the candidates, as printed on the page first."""
        told = list(_without_rests(list(self._told())))
        spelled = {key(text): text for text, _, _ in (*told, *(one for one in told if one[1] == "opengraph"))}
        yield from self._headings(spelled)
        yield from self.printed.candidates(self.facts.survey.titles, [origin for _, origin, _ in told])
        yield from (candidate(TITLE, *one) for one in told if one[1] != "title-element" or not self._shown_alone(told))
        for text in dict.fromkeys(text for text, _, _ in told):
            yield from self._inside_headings(text)

    def _headings(self, spelled: Mapping[str, str]) -> Iterator[Candidate]:
        """Yield the headings; ``spelled`` are told titles by their keys, as they are written best.

        The first h1 is one that is told, else one in the title, if one is: those above it are the page's furniture.
        """
        h1s = [name for name, (_, tag) in self.shown.items() if tag == "h1"]
        told = [name for name in h1s if name in spelled]
        named = [name for name in h1s if self._part_of_title(name) == "in title"]
        first = next(iter((*told, *named, *h1s)), None)
        for name, (text, tag) in self.shown.items():
            if text.isupper() or _GLUED.search(text):
                text = spelled.get(name, text)
            text = next((whole for whole in spelled.values() if _has_ending(text, whole)), text)
            where = self._part_of_title(name)
            if tag == "h1":
                if where != "in title" and name in spelled:
                    where = "told"
                elif where == "alone" and len(name) < SHORT and name.isascii():
                    where = "short"
                yield candidate(TITLE, text, "heading", f"h1 {where}" if name == first else f"later h1 {where}")
            elif name in spelled:  # it may hold a kicker, which only the page's data set off with a sign
                yield candidate(TITLE, spelled[name], "heading", f"{tag} told")
            elif where == "in title" and (len(name) > 8 or not name.isascii()):
                yield candidate(TITLE, text, "heading", f"{tag} in title")

    def _part_of_title(self, name: str) -> str:
        """Say whether a key is part of the title element, be it of what that adds to the title."""
        if len(name) <= 3 or name not in key(self.element):
            return "alone"
        return "in title" if name in self.own and not self._is_section(name) else "in ending"

    def _is_section(self, name: str) -> bool:
        """Say whether a key is that of a short part behind a far longer one: "The ferry stops | Harbour"."""
        first, *others = self._parts
        return len(name) < SHORT and len(first) > 2 * len(name) and name in others and self.own.startswith(first)

    def _told(self) -> Iterator[tuple[str, str, str]]:
        """Yield (text, origin, where) of what the page and the place of its discovery say that its title is."""
        raw = [
            *((text, "json-ld", "headline") for text in self.facts.texts("headline")[:1]),
            *((text, "microdata", "headline") for text in self._microdata()),
            *((text, "opengraph", name) for name, text in self.facts.meta("og:title")),
            *((text, "meta", "twitter:title") for _, text in self.facts.meta("twitter:title")),
            *((text, "meta", name) for name, text in self.facts.meta(*_METAS)),
            (self.element, "title-element", "title"),
            (self.known.hints.get("title", ""), "feed", "title"),
        ]
        seen: set[tuple[str, str]] = set()
        for text, origin, where in raw:
            title = self._uncut(self.endings.without(text))
            if 0 < len(title) <= LONGEST and (origin, where) not in seen:
                seen.add((origin, where))
                yield title, origin, where

    def _shown_alone(self, told: Sequence[tuple[str, str, str]]) -> bool:
        """Say whether the title element is what the one h1 shows, and the page's data another title, short for lists.

        The heading is trusted as part of the title element already, and JSON-LD tells the article's headline.
        """
        name = self.own
        others = {key(text) for text, origin, _ in told if origin != "title-element"}
        h1s = [one for one, (_, tag) in self.shown.items() if tag == "h1"]
        return (
            h1s == [name]
            and self._part_of_title(name) == "in title"
            and name not in others
            and not self.facts.texts("headline")
        )

    def _microdata(self) -> Iterator[str]:
        for element in self.facts.properties.get("headline", [])[:1]:
            yield element.get("content") or self.page.text(element).replace("\n", " ")

    def _inside_headings(self, text: str) -> Iterator[Candidate]:
        """Yield a told title that a heading shows with a kicker before it or a subtitle after it."""
        name = key(text)
        if len(name) > 8 and name not in self.shown:
            for shown, (heading, tag) in self.shown.items():
                if shown.endswith(name):
                    yield candidate(TITLE, text, "heading", f"end of {tag}", f"of {heading!r}")
                elif shown.startswith(name):
                    yield candidate(TITLE, text, "heading", f"start of {tag}", f"of {heading!r}")

    def _uncut(self, text: str) -> str:
        """Return the whole of a title: og:title is often cut at an unescaped quote, or by dots."""
        stump = text.rstrip(".… ")
        if len(stump) < 8:
            return text
        for shown in self.texts.values():
            if shown.startswith(stump) and (stump != text or shown[len(stump) :].lstrip().startswith('"')):
                return shown
        cut = stump != text and len(self.element) > len(text) and self.element.startswith(stump)
        return self.endings.without(self.element) if cut else text


def _without_rests(told: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the told titles, without what only some of them have behind another one and a separator."""
    texts = sorted({text for text, _, _ in told if len(text) >= SHORT}, key=len)
    for text, origin, where in told:
        whole = next((one for one in texts if len(one) < len(text) <= 1.5 * len(one) and text.startswith(one)), text)
        yield whole if SEPARATOR.match(text, len(whole)) else text, origin, where


def _has_ending(text: str, title: str) -> bool:
    """Say whether a text is a title and, behind a separator, less than that: "A rock in the lock | Canal Post"."""
    rest = SEPARATOR.match(text, len(title)) if text.startswith(title) and len(title) >= SHORT else None
    return rest is not None and len(text) - rest.end() < len(title)
