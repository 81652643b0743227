"""The article's tags: keywords of its machine-readable data and the links to tags around its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.context import Context, FieldCandidates
from newsarchive.extraction.fields.sitenames import site_name
from newsarchive.extraction.fields.tags.keywords import MANY, SiteWords, split_all, split_tags, without_kinds
from newsarchive.extraction.fields.tags.taglinks import TagLinks
from newsarchive.extraction.fields.weights import TAGS
from newsarchive.extraction.known import key, path
from newsarchive.extraction.page.elements import near
from newsarchive.items import Candidate

_METAS: Final = (
    "article:tag", "og:article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags",
    "dc.subject", "dcterms.subject",
    "cxenseparse:recs:tags", "article.tags", "tags", "rnews:keywords", "enp:keyword", "video:tag", "article:tags",
)  # fmt: skip
_META: Final = re.compile(r"(?:.*[-_.:])?(?:keywords?|tags?)$")  # custom-keywords, page.tags
_NEAR: Final = 6  # blocks under the title
_WIDE: Final = 3  # tags
_SURE: Final = 0.75
_PARTS: Final = re.compile(r"\s*[/・、,&]\s*")
_WORDS: Final = re.compile(r"[\W_]+")
_CODE: Final = re.compile(r"[A-Z][A-Z\d:-]{1,11}")  # INDS08, RSBI:HUMAN-RIGHTS
_NAMED_CODE: Final = re.compile(r"[a-z]+\d?_[a-z-]+")  # cat_neurology, k2_neurological
_HASHTAGS: Final = re.compile(r"(?:[#＃]\w[\w-]*[\s,]*){2,}")  # #ferry #engines
_PATH: Final = re.compile(r"\w+/(?=\S)")  # topic/floods, as some systems write each of their tags


class Tags(FieldCandidates):
    """The candidates for the article's tags: one for each tag at each place."""

    def __init__(self, context: Context, names: set[str]) -> None:
        super().__init__(context)
        self.site_names = names
        self.words = SiteWords(self.page, self.zone, names, declared=site_name(self.facts, self.known) is not None)
        self.site_wide: list[str] = []
        """What was left out because the site's other pages have it too."""

    def candidates(self) -> Iterator[Candidate]:
        """Yield the tags, machine-readable ones first.

        No list of one tag that another list has among others, nor one that has far more than the article's own.
        """
        lists: dict[tuple[str, str], set[str]] = {}
        found = list(self._found())
        for one in found:
            lists.setdefault((one.origin, one.where), set()).add(one.value.casefold())
        sure = {(one.origin, one.where) for one in found if one.confidence > _SURE or one.origin == "link"}
        wide = [values for place, values in lists.items() if len(values) >= _WIDE and place in sure]
        alone = {place for place, values in lists.items() if len(values) == 1 and any(values < one for one in wide)}
        own = lists.get(("meta", "article:tag"), set())
        padded = {
            p for p, values in lists.items() if len(own) >= _WIDE and own < values and len(values) >= _WIDE * len(own)
        }
        yield from (one for one in found if (one.origin, one.where) not in alone | padded)

    def _found(self) -> Iterator[Candidate]:
        printed = list(self._printed())
        rows: dict[tuple[str, str], list[str]] = {}
        for one in printed:
            if one.where != "class":
                rows.setdefault((one.origin, one.where), []).append(one.value)
        for texts, origin, where in self._declared():
            listed = split_all(texts, self.words.headlines)
            tags = self.words.left(listed)
            doubtful = origin == "meta" and (
                self.words.are_site_wide(listed, tags)
                or self.words.are(tags, rows.values())
                or self.words.are_menu(tags, lambda: self._menu)
            )
            if not doubtful and not self._is_address(tags):
                yield from self._listed(tags, origin, where)
        yield from printed
        yield from self._listed(split_tags(self.known.hints.get("tags", "")), "feed", "tags")

    def _declared(self) -> Iterator[tuple[Iterable[str], str, str]]:
        """Yield the machine-readable lists of keywords with their origins and places."""
        yield self.facts.texts("keywords"), "json-ld", "keywords"
        yield self.facts.texts("about"), "json-ld", "about"
        metas: dict[str, list[str]] = {}
        others = sorted(name for name in self.facts.metas if name not in _METAS and _META.match(name))
        for name, text in self.facts.meta(*_METAS, *others):
            metas.setdefault(name, []).append(text)
        yield from ((texts, "meta", name) for name, texts in metas.items())
        items = self.facts.properties.get("keywords", [])[:12]
        yield [item.get("content") or self.page.text(item) for item in items], "microdata", "keywords"

    @cached_property
    def _menu(self) -> set[str]:
        """What the links above the article say."""
        links = near(self.facts.survey.anchors, 0, self.zone.start)
        return {part for link in links for part in _PARTS.split(self.page.text(link).casefold())}

    def _is_address(self, tags: Sequence[str]) -> bool:
        """Say whether many keywords are nothing but the words of the page's address."""
        words = set(_WORDS.split(path(self.known.url).casefold())) if len(tags) >= MANY else set()
        return bool(words) and sum(tag.casefold() in words for tag in tags) > 0.75 * len(tags)

    def _printed(self) -> Iterator[Candidate]:
        """Yield the tags that readers see around the text."""
        links = TagLinks(self.page, self.facts, self.zone, self.known)
        for place, found in links.placed():
            yield from self._listed(split_all(map(links.text, found)), "link", place)
        for line, one in self.zone.labels:
            if one.kind == "tags":
                others = {self.page.text(link) for link in line.block.anchors if not links.may_be_tag(link)}
                tags = [tag for tag in split_tags(one.value) if tag not in others]
                yield from self._listed(tags, "byline", "label")
        yield from self._listed(split_all(links.under_label()), "byline", "label")
        for line in self.zone.lines:
            near = 0 < line.distance <= _NEAR or line.place >= self.zone.last - 1
            if near and _HASHTAGS.fullmatch(line.text):
                yield from self._listed(split_all(line.text.split()), "text", "hash")
        if self.line:
            yield from self._listed(split_all(self.line.tags), "byline", "meta line")

    def _listed(self, tags: Sequence[str], origin: str, where: str) -> Iterator[Candidate]:
        codes = sum(map(bool, map(_CODE.fullmatch, tags)))
        if codes > 5 and 2 * codes > len(tags):
            return  # an agency's own classification
        if len(tags) > 1 and all(map(_PATH.match, tags)):
            tags = [_PATH.sub("", tag, count=1) for tag in tags]
        if origin == "meta" and all(map(_NAMED_CODE.fullmatch, tags)):
            return
        tags = without_kinds(tags)
        memory = self.known.memory
        for tag in tags:
            if memory and memory.is_repeated("keyword", tag):
                self.site_wide.append(tag)
            elif key(tag) not in self.site_names:
                yield candidate(TAGS, tag, origin, where)
