"""The article's tags: keywords of its machine-readable data and the links to tags around its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.labels import MORE_HEADING, TAGS_HEADING
from newsarchive.extraction.fields.metaline import MetaLine
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.survey import near
from newsarchive.extraction.fields.weights import TAGS
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import Known, key
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, visible
from newsarchive.extraction.page.marks import Mark
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
_TAG_PATH: Final = re.compile(
    r"/(?:tags?|topics?|themen?|schlagwort|schlagworte|stichwort|etiquetas?|temas?|mot-cle|keywords?|label"
    r"|e/tags)[/=?]|[?&]tag(?:name)?=",
    re.I,
)
_NOT_TAGS: Final = re.compile(
    r"^(?:tags?|mehr|alle|alle themen|all|all topics|home|startseite|share|comments?|next|previous|edit|#|\+|»|…"
    r"|null|undefined"
    r"|(?:more|latest|weitere|mehr|todos|toutes)\b.*|.*\b(?:homepage|newsletter)|[\dA-Fa-f-]*\d{5}[\dA-Fa-f-]*"
    r"|\w+ \w+: .*)$",
    re.I,
)
_HASHTAG: Final = re.compile(r"[#＃]\s?\w[\w ’'-]{1,39}")
_TAGS_NAME: Final = re.compile(
    r"(?:^|[^a-z])(?:tags?|keywords?|topics?|schlagw\w+|etiquetas|temas)(?![a-z])|[a-z](?:Tags?|Topics|Keywords)(?![a-z])",
    re.I,
)
_BELOW: Final = 7  # blocks from the end of the text
_LEVELS: Final = 5
_LABEL: Final = 30
_CODE: Final = re.compile(r"[A-Z][A-Z\d:-]{1,11}")  # INDS08, RSBI:HUMAN-RIGHTS
_PATH: Final = re.compile(r"\w+/(?=\S)")  # topic/floods, as some systems write each of their tags
_AFTER: Final = 30
_LABEL_BEFORE: Final = 10
_LABEL_AFTER: Final = 15
_BETWEEN: Final = 4
_MOST: Final = 16
_LONGEST_LINK: Final = 40  # a longer one is a headline
_WORDS: Final = 3
_STOPS: Final = (".", "!", "?", "…", "。", "！", "？")
_TAGS: Final = int(Mark.TAGS)


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
        yield from self._links()
        for _, one in self.zone.labels:
            if one.kind == "tags":
                yield from self._listed([one.value], "byline", "label")
        yield from self._listed(self._under_label(), "byline", "label")
        if self.line:
            yield from self._listed(self.line.tags, "byline", "meta line")
        yield from self._listed([self.known.hints.get("tags", "")], "feed", "tags")

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

    def _links(self) -> Iterator[Candidate]:
        """Yield the tags that links name: all that say so themselves, of others the row that is nearest to the text."""
        around = near(self.facts.survey.anchors, self.zone.start, self.zone.last + _AFTER)
        placed = [(place, element) for element in around if (place := self._place(element))]
        for place in dict.fromkeys(place for place, _ in placed):
            links = [element for name, element in placed if name == place]
            for element in links if place == "rel=tag" else min(self._rows(links), key=self._distance):
                yield from self._listed([self.page.text(element)], "link", place)

    def _under_label(self) -> Iterator[str]:
        """Yield the texts of the links that follow a label on its line or under it: "Archivado en", "More on"."""
        end = max(self.zone.title, self.zone.last - _LABEL_BEFORE)
        below = range(end, min(len(self.page.blocks), self.zone.last + _LABEL_AFTER))
        for place in (*below, *range(self.zone.title, min(end, self.zone.title + _LABEL_AFTER))):
            label, links = self._headed(place)
            strong = bool(TAGS_HEADING.fullmatch(label))
            if links and (strong or MORE_HEADING.fullmatch(label)):
                texts = [self.page.text(link) for link in links]
                if all(is_tag_like(text, strict=not strong) for text in texts):
                    yield from texts
                    return

    def _headed(self, place: int) -> tuple[str, Sequence[Element]]:
        """Return the text before the links of a block with these, or that of a heading with the links under it."""
        blocks, block = self.page.blocks, self.page.blocks[place]
        if len(block.text) - block.link_chars > LONGEST:
            return "", ()
        label = visible("".join(self.page.runs[block.start : block.anchors[0].start])) if block.anchors else ""
        if label or len(block.text) > LONGEST:
            return label, block.anchors[:_MOST]
        under = range(place + 1, len(blocks))
        end = next((i for i in under if blocks[i].link_chars < 0.8 * len(blocks[i].text)), len(blocks))
        return block.text, near(self.facts.survey.anchors, place + 1, end)[:_MOST]

    def _rows(self, links: Iterable[Element]) -> list[list[Element]]:
        """Return the links in rows: there is hardly anything between two of a row."""
        rows: list[list[Element]] = []
        for element in links:
            between = "".join(self.page.runs[rows[-1][-1].end : element.start]) if rows else ""
            if rows and len(between.strip()) < _BETWEEN:
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
        if "category" not in rel and "tag" in rel.split():
            return "rel=tag"
        if element.first >= self.zone.last - 1 and _HASHTAG.fullmatch(self.page.text(element)):
            return "hash"
        if _TAG_PATH.search(href) and element.first >= self.zone.title:
            return "path"
        if self.zone.marks_around(element.parent) & _TAGS and "category" not in rel:
            return "class, below" if self._is_in_row_below(element) else "class"
        return None

    def _is_in_row_below(self, link: Element) -> bool:
        """Say whether what holds a link right below the text is called tags, and holds little else than links."""
        if not self.zone.last - 1 <= link.first < self.zone.last + _BELOW:
            return False
        row = next((one for one in link.upwards(_LEVELS) if _TAGS_NAME.search(one.get("class") or "")), None)
        if row is None:
            return False
        blocks = self.page.blocks[row.first : max(row.last, row.first + 1)]
        return sum(len(block.text) - block.link_chars for block in blocks) < _LABEL


def is_tag_like(text: str, *, strict: bool) -> bool:
    """Say whether the text of a link is too short to be a headline; one of few words, if it must be ``strict``."""
    return len(text) <= _LONGEST_LINK and not (strict and (len(text.split()) > _WORDS or text[-1:] in _STOPS))


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
