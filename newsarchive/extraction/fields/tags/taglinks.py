"""The links around the text that name its tags: by their address, by what they are called, or under a label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from newsarchive.extraction.fields.labels import MORE_HEADING, TAGS_HEADING
from newsarchive.extraction.fields.section.trails import CATEGORY
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.survey import HEADINGS
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import Known, address
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import MOST_STEPS, Element, near, visible
from newsarchive.extraction.page.marks import Mark
from newsarchive.urls import same_site

_TAG_PATH: Final = re.compile(
    r"/(?:tags?|topics?|themen?|schlagwort|schlagworte|stichwort|etiquetas?|temas?|mot-cle|keywords?|label"
    r"|e/tags)[/=?]|[?&]tag(?:name)?=",
    re.I,
)
# Of other words only a row below the text: /tema/ may be a section, /argomenti/ a chapter.
_ROW_PATH: Final = re.compile(
    r"/(?:t[eé]ma|temat|thema|tagg|stit(?:ek|ky)|stitok|etiket(?:ler|a|y)?|cimkek?|konu(?:lar)?|topik|argoment[oi]"
    r"|assuntos?|sujets?|emne(?:r|ord)?|amne|avainsana|aihe|onderwerp(?:en)?|trefwoord|s[iy]uzhet|chu-de|tu-khoa"
    r"|hashtag)[/=?]",
    re.I,
)
_HASHTAG: Final = re.compile(r"[#＃]\s?\w[\w ’'-]{1,39}")
_TAGS_NAME: Final = re.compile(
    r"(?:^|[^a-z])(?:article)?(?:tags?|keywords?|topics?|schlagw\w+|etiquetas|temas|etiket(?:ler)?|cimkek?|tag[iy]|[sš]t[ií]tky|argomenti|emner|trefwoorden|hashtags?)(?![a-z])|[a-z](?:Tags?|Topics|Keywords)(?![a-z])",
    re.I,
)
_BELOW: Final = 7  # blocks from the end of the text
_STEM: Final = 6  # letters of a word that its forms share
_LEVELS: Final = 5
_MENU: Final = 8  # links to one host; a site's own menu has no fewer
_LABEL: Final = 30
_AFTER: Final = 30
_LABEL_BEFORE: Final = 10
_LABEL_AFTER: Final = 15
_COUNT: Final = re.compile(r"\d[\d.,]*")
_LONGEST_LABEL: Final = 60
_BETWEEN: Final = 4
_MOST: Final = 16
_LONGEST_LINK: Final = 40  # a longer one is a headline
_WORDS: Final = 3
_STOPS: Final = (".", "!", "?", "…", "。", "！", "？")
_NOT_IN_TAGS: Final = HEADINGS | {"time"}
_TAGS: Final = int(Mark.TAGS)


class TagLinks:
    """The links to the article's tags."""

    def __init__(self, page: Page, facts: Facts, zone: Zone, known: Known) -> None:
        self.page = page
        self.anchors = facts.survey.anchors
        self.zone = zone
        self.url = known.url
        self._called_tags: dict[Element, bool] = {}

    def placed(self) -> Iterator[tuple[str, list[Element]]]:
        """Yield what makes links tags, with all that say so themselves; of others with the row nearest to the text."""
        around = near(self.anchors, self.zone.start, self.zone.last + _AFTER)
        placed = [(place, element) for element in around if (place := self._place(element))]
        if all(place == "class" for place, _ in placed):
            placed += self._far()
        lines = {element.first for place, element in placed if place == "path"}
        placed = [one for one in placed if not (one[1].first in lines and CATEGORY.search(one[1].get("href") or ""))]
        for place in dict.fromkeys(place for place, _ in placed):
            links = [element for name, element in placed if name == place]
            found = self._labelled(links) if place == "rel=tag" else min(self._rows(links), key=self._distance)
            if place not in {"row", "class, above"} or self._is_told(found):
                # Some systems list the section with the tags.
                tags = [one for one in found if place == "class" or not CATEGORY.search(one.get("href") or "")]
                yield place, tags or found

    def _far(self) -> list[tuple[str, Element]]:
        """Return the links to tags far below the text, behind its comments, if they stand in one row alone."""
        behind = near(self.anchors, self.zone.last + _AFTER, len(self.page.blocks))
        called = [one for one in behind if (one.get("rel") or "") == "tag"]
        tags = called or [one for one in behind if self._is_tag_in_row(one)]
        return [("rel=tag", one) for one in tags] if len({one.first for one in tags}) == 1 else []

    def _is_tag_in_row(self, link: Element) -> bool:
        return bool(_TAG_PATH.search(link.get("href") or "")) and self._is_in_row(link)

    def _labelled(self, links: list[Element]) -> list[Element]:
        """Return those of links in several lines that stand in one which begins with a label, if there is such."""
        lines = {one.first for one in links}
        told = {line for line in lines if TAGS_HEADING.match(self.page.blocks[line].text)} if len(lines) > 1 else ()
        told = told or {line for line in lines if line > self.zone.title}  # above it, they are categories
        return [one for one in links if one.first in told] or links

    def under_label(self) -> list[str]:
        """Return the texts of the links that follow a label on its line or under it: "Archivado en", "More on"."""
        end = max(self.zone.title, self.zone.last - _LABEL_BEFORE)
        below = range(end, min(len(self.page.blocks), self.zone.last + _LABEL_AFTER))
        for place in (*below, *range(self.zone.title, min(end, self.zone.title + _LABEL_AFTER))):
            label, links = self._headed(place)
            strong = bool(links and TAGS_HEADING.fullmatch(label))
            if strong or (links and MORE_HEADING.fullmatch(label)):
                texts = [self.text(link) for link in _of_one_list(links) if self.may_be_tag(link)]
                if all(is_tag_like(text, strict=not strong) for text in texts):
                    return texts
        return []

    def may_be_tag(self, link: Element) -> bool:
        """Say whether a link has a text, stays on the site, and holds neither a headline nor a time."""
        href = link.get("href") or ""
        if link.start == link.end or (href[:1] == "#" and len(href) > 1):
            return False
        target = address(self.url, href) or ""
        away = self.url and target.startswith("http") and not same_site(self.url, target)
        if away and _host(target) != self._most_linked:
            return False
        in_heading = link.inside(*_NOT_IN_TAGS) is not None and not self._is_in_row(link)
        return not in_heading and not any(one.tag in _NOT_IN_TAGS for one in islice(self.page.within(link), MOST_STEPS))

    @cached_property
    def _most_linked(self) -> str:
        """The host to which most links with one lead: the site's own where a page is kept under another address."""
        hosts = Counter(_host(href) for link in self.anchors if (href := link.get("href") or "").startswith("http"))
        most, number = hosts.most_common(1)[0] if hosts else ("", 0)
        return most if number >= _MENU else ""

    def text(self, link: Element) -> str:
        """Return the text of a link to a tag without the number of articles that an element of its own gives."""
        *before, last = ("", *filter(None, map(str.strip, self.page.runs[link.start : link.end])))
        return visible(" ".join(before)) if any(before) and _COUNT.fullmatch(last) else self.page.text(link)

    def _headed(self, place: int) -> tuple[str, Sequence[Element]]:
        """Return the text before the links of a block with these, or that of a heading with the links under it."""
        blocks, block = self.page.blocks, self.page.blocks[place]
        if len(block.text) - block.link_chars > _LONGEST_LABEL:
            return "", ()
        label = visible("".join(self.page.runs[block.start : block.anchors[0].start])) if block.anchors else ""
        if label or len(block.text) > _LONGEST_LABEL:
            return label, block.anchors[:_MOST]
        under = range(place + 1, len(blocks))
        end = next((i for i in under if blocks[i].link_chars < 0.8 * len(blocks[i].text)), len(blocks))
        return block.text, near(self.anchors, place + 1, end)[:_MOST]

    def _rows(self, links: Iterable[Element]) -> list[list[Element]]:
        """Return the links in rows: there is hardly anything between two of a row."""
        rows: list[list[Element]] = []
        for element in links:
            between = "".join(self.page.runs[rows[-1][-1].end : element.start]) if rows else ""
            together = rows and len(between.strip()) < _BETWEEN
            if together and rows[-1][-1].inside("footer", "aside") is element.inside("footer", "aside"):
                rows[-1].append(element)
            else:
                rows.append([element])
        return rows

    def _distance(self, row: Sequence[Element]) -> int:
        """Return how many blocks lie between a row and the text's end, or so many more if it stands above the end."""
        beyond = row[0].first - self.zone.last
        return beyond + 1 if beyond >= -1 else _AFTER - beyond

    def _place(self, element: Element) -> str | None:
        """Return what makes a link one to a tag."""
        rel, href = element.get("rel") or "", element.get("href") or ""
        if ("category" not in rel and "tag" in rel.split()) or "p-category" in (element.get("class") or ""):
            return "rel=tag"
        if element.first >= self.zone.last - 1 and _HASHTAG.fullmatch(self.page.text(element)):
            return "hash"
        place = self._place_by_name(element, href, rel)
        return place if place and self.may_be_tag(element) else None

    def _place_by_name(self, element: Element, href: str, rel: str) -> str | None:
        """Return what an address or the names around a link say of it."""
        if _TAG_PATH.search(href) and element.first >= self.zone.title:
            return "path"
        if "category" in rel:
            return None
        if self.zone.last - 1 <= element.first < self.zone.last + _BELOW:
            if self._is_in_row(element):
                return "class, below"
            if _ROW_PATH.search(href):
                return "row"
        if self.zone.title < element.first < self.zone.first and self._is_in_row(element):
            return "class, above"
        return "class" if self.zone.marks_around(element.parent) & _TAGS else None

    def _is_told(self, row: Sequence[Element]) -> bool:
        """Say whether the text speaks of one in a row of at least two links; of the topics of the day it does not."""
        text = "\n".join(block.text for block in self.page.blocks[self.zone.first : self.zone.last]).casefold()
        return len(row) > 1 and any(self.page.text(link).casefold()[:_STEM] in text for link in row)

    def _is_called_tags(self, element: Element) -> bool:
        if element not in self._called_tags:  # the links of a row stand in the same elements
            self._called_tags[element] = bool(_TAGS_NAME.search(_names(element)))
        return self._called_tags[element]

    def _is_in_row(self, link: Element) -> bool:
        """Say whether what holds a link is called tags, and holds little else than links."""
        row = next(filter(self._is_called_tags, link.upwards(_LEVELS)), None)
        if row is None:
            return False
        blocks = self.page.blocks[row.first : max(row.last, row.first + 1)]
        return sum(len(block.text) - block.link_chars for block in blocks) < _LABEL


def _host(address: str) -> str:
    return address.partition("//")[2].partition("/")[0]


def _names(element: Element) -> str:
    """Return the class of an element, and what its data attributes call it."""
    attributes = element.attributes
    return " ".join(text for name, text in attributes.items() if name == "class" or name.startswith("data-"))


def _of_one_list(links: Sequence[Element]) -> Sequence[Element]:
    """Return the links that stand in the list of the first one."""
    first = links[0].inside("ul", "ol", "dl") if links else None
    return [link for link in links if first in (None, link.inside("ul", "ol", "dl"))]


def is_tag_like(text: str, *, strict: bool) -> bool:
    """Say whether the text of a link is too short to be a headline; one of few words, if it must be ``strict``."""
    return len(text) <= _LONGEST_LINK and not (strict and (len(text.split()) > _WORDS or text[-1:] in _STOPS))
