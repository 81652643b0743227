"""The smaller facts: editor, number of comments, and whether the article is free to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsarchive.extraction.comments import comment_number
from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.metawords import MetaLine
from newsarchive.extraction.fields.names import is_person, people
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.zone import SHORT, Zone
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import TextBlock
from newsarchive.items import Candidate

_RESPONSIBLE: Final = ("责", "責")
_EDITED_BY: Final = re.compile(  # Editing by Ann Lee and Bo Yu
    r"(?<!not been )\b(?:[Ee]diting|[Ee]dited) by ([A-Z](?:[^;.()]|(?<=\b[A-Z])\.){3,80})"
)
_CODE: Final = re.compile(r"[_ ]?[A-Z]{1,4}\d+$|[（(].*$|\s?[#◇◆]+$")  # 张三_NB12556, 李四（实习）
_BAR: Final = re.compile(r"\s*[|｜丨·•]\s*|\s/\s")
_COUNT: Final = re.compile(r"^\D{0,12}?(\d[\d.,]*)\D{0,12}$")
_REPLIES: Final = re.compile(  # 3 thoughts on “the title, taken out”, “” bejegyzéshez 3 hozzászólás
    r"(?=.*[“”„«‘\"']\s?[”“»’\"'])\D{0,30}(\d{1,5})\s\D{3,40}"
)
_BELOW: Final = 30  # where a page heads its comments, in blocks after the text
_HEADLINE: Final = 12  # letters of a link
_OF_OTHERS: Final = 3  # different numbers below the text; so many stand on the cards of other articles
_TIERS: Final = {
    "free": "free",
    "locked": "paywalled",
    "metered": "paywalled",
    "premium": "paywalled",
    "paid": "paywalled",
}
EDITOR_WEIGHTS: Final = {"byline label": 0.92, "json-ld": 0.8, "meta": 0.6}
COUNT_WEIGHTS: Final = {"json-ld": 0.9, "byline": 0.8}
ACCESS_WEIGHTS: Final = {"json-ld": 0.93, "meta": 0.9}


def editors(facts: Facts, zone: Zone) -> Iterator[Candidate]:
    """Yield the names after editor labels, near the title and after the text; who is responsible comes first."""
    labelled = sorted((one for _, one in zone.labels), key=lambda one: not one.label.startswith(_RESPONSIBLE))
    printed = [people(_CODE.sub("", one.value), spaced=True) for one in labelled if one.kind == "editor"]
    printed += [people(match[1]) for line in zone.lines if (match := _EDITED_BY.search(line.text))]
    for found in filter(None, printed):
        names = list(filter(is_person, found)) or found
        text = ", ".join(names) if names[0].isascii() else "、".join(names)
        yield candidate(EDITOR_WEIGHTS, text, "byline", "label")
    for node in facts.objects("editor"):
        if isinstance(node.get("name"), str) and (names := people(node["name"])):
            yield candidate(EDITOR_WEIGHTS, names[0], "json-ld", "editor")
    for name, text in facts.meta("editor", "enp:editor", "content_editor", "textarea:editor"):
        names = people(text, spaced=True)
        if names:
            yield candidate(EDITOR_WEIGHTS, names[0], "meta", name)


def comment_counts(facts: Facts, zone: Zone, line: MetaLine | None) -> Iterator[Candidate]:
    """Yield how many comments the page says the article has."""
    for text in facts.texts("commentCount")[:1]:
        yield from _count(text, "json-ld", "commentCount")
    for node in facts.objects("interactionStatistic"):
        if "omment" in str(node.get("interactionType", "")):
            yield from _count(str(node.get("userInteractionCount", "")), "json-ld", "interactionStatistic")
    for _, one in zone.labels:
        if one.kind == "comments" and (number := comment_number(f"{one.label} {one.value}")):
            yield candidate(COUNT_WEIGHTS, number, "byline", "label")
    blocks = zone.page.blocks[zone.last : zone.last + _BELOW]
    title = zone.page.blocks[zone.title].text if zone.title < zone.last else ""
    below = [block.text.replace(title, "") for block in blocks if len(block.text) < SHORT + len(title)]
    there = [
        *_numbers([*_texts(zone, below=True), *below]),
        *(m[1] for text in below if (m := _REPLIES.fullmatch(text))),
    ]
    ours = there if len(there) < _OF_OTHERS else []
    for number in dict.fromkeys([*_numbers(_texts(zone, below=False)), *ours]):
        yield candidate(COUNT_WEIGHTS, number, "byline", "label")
    if line and line.counts:
        yield candidate(COUNT_WEIGHTS, line.counts[-1].replace(",", ""), "byline", "meta line", default=0.6)


def access(facts: Facts) -> Iterator[Candidate]:
    """Yield whether the page calls its article free or paid for."""
    free: Any = facts.article.get("isAccessibleForFree")
    if isinstance(free, bool | str):
        paid = str(free).strip().lower() in {"false", "0", "no"}
        yield candidate(ACCESS_WEIGHTS, "paywalled" if paid else "free", "json-ld", "isAccessibleForFree")
    for name, text in facts.meta("article:content_tier", "og:article:content_tier", "access", "content_tier"):
        tier = _TIERS.get(text.strip().lower())
        if tier:
            yield candidate(ACCESS_WEIGHTS, tier, "meta", name)


def _texts(zone: Zone, *, below: bool) -> Iterator[str]:
    for line in zone.lines:
        if below == (line.place >= zone.last):
            yield line.text
            if not (below and _opens_with_headline(zone.page, line.block)):
                yield from (part for piece in (*line.pieces, line.text) for part in _BAR.split(piece))


def _opens_with_headline(page: Page, block: TextBlock) -> bool:
    """Say whether a line begins with a link to another article, on which a number behind it counts the comments."""
    first = block.anchors[0] if block.anchors else None
    return first is not None and first.start == block.start and len(page.text(first)) > _HEADLINE


def _numbers(texts: Iterable[str]) -> list[str]:
    """Return how many comments the texts say there are, each number once."""
    return list(dict.fromkeys(filter(None, map(comment_number, texts))))


def _count(text: str, origin: str, where: str) -> Iterator[Candidate]:
    match = _COUNT.match(text)
    if match:
        yield candidate(COUNT_WEIGHTS, match[1].replace(",", "").replace(".", ""), origin, where)
