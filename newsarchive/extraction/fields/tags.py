"""The article's tags: keywords of its machine-readable data and the links to tags around its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.metaline import MetaLine
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.taglinks import TagLinks
from newsarchive.extraction.fields.weights import TAGS
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import Known, key
from newsarchive.extraction.page import Page
from newsarchive.items import Candidate

LONGEST: Final = 60
_METAS: Final = (
    "article:tag", "og:article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags",
    "dc.subject", "dcterms.subject",
    "cxenseparse:recs:tags", "article.tags", "tags", "rnews:keywords", "enp:keyword", "video:tag", "article:tags",
)  # fmt: skip
_META: Final = re.compile(r"(?:.*[-_.:])?(?:keywords?|tags?)$")  # custom-keywords, page.tags
_SEPARATOR: Final = re.compile(r"\s*[,，;；、|｜\n]\s*")
_HAN_SPACE: Final = re.compile(r"(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
_NOT_TAGS: Final = re.compile(
    r"^(?:tags?|mehr|alle|alle themen|all|all topics|home|startseite|share|comments?|edit|null|undefined"
    r"|next|previous|weiter|zurück|suivant|précédent|siguiente|anterior|上一[篇页頁]|下一[篇页頁]|放大|缩小|縮小|默认|預設"
    r"|(?:more|latest|weitere|mehr|todos|toutes)\b.*|.*\b(?:homepage|newsletter)|[\dA-Fa-f-]*\d{5}[\dA-Fa-f-]*"
    r"|\w+ \w+: .*"
    r"|\d{1,2}:\d\d(?: ?[ap]m)?|\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}|\d+ ?\w+ ago"  # 10:00, 12.5.2023, 32m ago
    r"|\d+(?:文字|字)|[(（][^)）]*|[^\w&]+)$",  # 522文字, a cut bracket, signs alone
    re.I,
)
_CODE: Final = re.compile(r"[A-Z][A-Z\d:-]{1,11}")  # INDS08, RSBI:HUMAN-RIGHTS
_PATH: Final = re.compile(r"\w+/(?=\S)")  # topic/floods, as some systems write each of their tags


class Tags:
    """The candidates for the article's tags: one for each tag at each place."""

    def __init__(
        self, page: Page, facts: Facts, zone: Zone, known: Known, names: set[str], line: MetaLine | None
    ) -> None:
        self.page = page
        self.facts = facts
        self.zone = zone
        self.known = known
        self.site_names = names
        self.line = line
        self.site_wide: list[str] = []
        """What was left out because the site's other pages have it too."""

    def candidates(self) -> Iterator[Candidate]:
        """Yield the tags, machine-readable ones first."""
        yield from self._listed(self.facts.texts("keywords"), "json-ld", "keywords")
        yield from self._listed(self.facts.texts("about"), "json-ld", "about")
        others = sorted(name for name in self.facts.metas if name not in _METAS and _META.match(name))
        for name, text in self.facts.meta(*_METAS, *others):
            yield from self._listed([text], "meta", name)
        for element in self.facts.properties.get("keywords", [])[:12]:
            yield from self._listed([element.get("content") or self.page.text(element)], "microdata", "keywords")
        yield from self._printed()
        yield from self._listed([self.known.hints.get("tags", "")], "feed", "tags")

    def _printed(self) -> Iterator[Candidate]:
        """Yield the tags that readers see around the text."""
        links = TagLinks(self.page, self.facts, self.zone, self.known)
        for place, found in links.placed():
            yield from self._listed(map(self.page.text, found), "link", place)
        for line, one in self.zone.labels:
            if one.kind == "tags":
                others = {self.page.text(link) for link in line.block.anchors if not links.may_be_tag(link)}
                tags = (tag for tag in split_tags(one.value) if tag not in others)
                yield from self._listed(tags, "byline", "label")
        yield from self._listed(links.under_label(), "byline", "label")
        if self.line:
            yield from self._listed(self.line.tags, "byline", "meta line")

    def _listed(self, texts: Iterable[str], origin: str, where: str) -> Iterator[Candidate]:
        tags = [tag for text in texts for tag in split_tags(text)]
        codes = sum(map(bool, map(_CODE.fullmatch, tags)))
        if codes > 5 and 2 * codes > len(tags):
            return  # an agency's own classification
        if len(tags) > 1 and all(map(_PATH.match, tags)):
            tags = [_PATH.sub("", tag, count=1) for tag in tags]
        memory = self.known.memory
        for tag in tags:
            if memory and memory.is_repeated("keyword", tag):
                self.site_wide.append(tag)
            elif key(tag) not in self.site_names:
                yield candidate(TAGS, tag, origin, where)


def split_tags(text: str) -> list[str]:
    """Return the tags in a list of them, whatever separates them.

    >>> split_tags("防控 疫情\\u00a0指挥部"), split_tags("Trump, White House; #USA")
    (['防控', '疫情', '指挥部'], ['Trump', 'White House', 'USA'])
    """
    parts = _SEPARATOR.split(text)
    if len(parts) == 1:
        parts = _HAN_SPACE.split(text)
    tags = dict.fromkeys(" ".join(part.strip(" #:：\"'“”[]").split()) for part in parts)
    return [tag for tag in tags if 1 <= len(tag) <= LONGEST and not _NOT_TAGS.match(tag) and not tag.startswith("http")]
