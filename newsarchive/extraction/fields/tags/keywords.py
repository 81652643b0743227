"""Lists of keywords taken apart, and told from those that say what the site is and not what the article is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import Final

from newsarchive.extraction.fields.sitenames import title_ending
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import key
from newsarchive.extraction.page import Page
from newsarchive.text import utf8_length

LONGEST: Final = 60
_SEPARATOR: Final = re.compile(r"\s*[,，;；、|｜\n]\s*(?![^()（）]{0,40}[)）])")  # not inside brackets
_HAN_SPACE: Final = re.compile(r"(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
_BETWEEN_HAN: Final = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_NOT_TAGS: Final = re.compile(
    r"^(?:tags?|und|and|mehr|alle|alle themen|all|all topics|home|startseite|share|comments?|edit|null|undefined"
    r"|next|previous|weiter|zurück|suivant|précédent|siguiente|anterior|上一[篇页頁]|下一[篇页頁]|放大|缩小|縮小|默认|預設"
    r"|(?:more|latest|(?:see|view) all|weitere|mehr|todos|toutes)\b.*|.*\b(?:homepage|newsletter)"
    r"|[\dA-Fa-f-]*\d{5}[\dA-Fa-f-]*"
    r"|\w+ \w+: .*"
    r"|\d{1,2}:\d\d(?: ?[ap]m)?|\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}|\d+ ?\w+ ago"  # 10:00, 12.5.2023, 32m ago
    r"|\d+(?:文字|字)|[(（][^)）]*|[^\w&]+)$",  # 522文字, a cut bracket, signs alone
    re.I,
)
_COUNT: Final = re.compile(
    r"\s*[(（](?!(?:19|20)\d\d[)）])\d[\d.,]*(?:\s\w+)?[)）]$"
)  # Iowa (92), Elections (611 posts)
# Tag:ferry, Section:Local, NLP Entity Tokens: Jasper, among others of a list
_KIND: Final = re.compile(
    r"([A-Z][A-Za-z]+(?: [A-Za-z]+){0,2}"
    r"|tags?|topics?|section|author|(?:page|content)?[Tt]ype|wordcount|category|source):\s?(?=\w)"
)
_KEPT: Final = re.compile(r"tags?|(?:.* )?(?:tokens?|keywords?|topics?)", re.I)
_ARTICLE: Final = re.compile(r"^(?:the|der|die|das|le|la|el|il|o|de|het)\s", re.I)
# What says of a name that it is a site's: 今日头条官网, 朝日新聞デジタル, example.com, Example News.
_OF_SITES: Final = re.compile(
    r"(?:\.[a-z]{2,6}|\s(?:news|online|nachrichten|digital)|新[闻聞][网網]?|官[网網]|[网網]站?|ニュース|デジタル|オンライン)+$",
    re.I,
)
_HAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2,}")
MANY: Final = 5
"""Keywords; fewer may by chance be sections, or words of the address."""
_HEADLINE: Final = 24  # bytes; a shorter headline may well be a keyword


class SiteWords:
    """What a page calls its site, by which keywords that are the site's are known."""

    def __init__(self, page: Page, zone: Zone, names: Iterable[str], *, declared: bool) -> None:
        """``names`` are keys of names; the ending of the title is one unless the page has ``declared`` a name."""
        block = page.blocks[zone.title].text if zone.title < len(page.blocks) else ""
        self.headline = block.casefold()
        self.headlines = {name for name in map(key, (block, page.title or "")) if utf8_length(name) >= _HEADLINE}
        ending = "" if declared else title_ending(page.title or "")
        self.names = set(map(_core, names)) | ({_core(ending)} if key(ending) not in key(block) else set())
        self._page, self._zone = page, zone

    def left(self, tags: Sequence[str]) -> list[str]:
        """Return the keywords that are no names of the site, nor parts of one where the list has the name itself."""
        cores = [_core(tag) for tag in tags]
        named = not self.names.isdisjoint(cores)
        return [
            tag
            for tag, core in zip(tags, cores, strict=True)
            if core
            and core not in self.names
            and not (named and _HAN.fullmatch(core) and any(core in name for name in self.names))
        ]

    def are(self, tags: Sequence[str], printed: Iterable[Sequence[str]]) -> bool:
        """Say whether the text speaks of few of the keywords, and of more in a row of printed tags that has none."""
        keys = set(map(key, tags))
        rows = [row for row in printed if len(row) > 1 and keys.isdisjoint(map(key, row))]
        if not rows or not tags:
            return False
        return self._told(tags) < min(0.5, max(map(self._told, rows)))

    def are_menu(self, tags: Sequence[str], menu: Callable[[], Collection[str]]) -> bool:
        """Say whether most of many keywords are what the site's menu says, and few of them in the text."""
        if len(tags) < MANY or self._told(tags) >= 0.25:
            return False
        links = menu()
        return sum(tag.casefold() in links for tag in tags) > len(tags) / 2

    def are_site_wide(self, tags: Sequence[str], left: Sequence[str]) -> bool:
        """Say whether many keywords have names of the site, and hardly one of the ``left`` ones is in the text."""
        return len(left) < len(tags) and len(left) >= MANY and self._told(left) < 0.15

    def _told(self, tags: Sequence[str]) -> float:
        """Return the share of tags that the headline and the text have."""
        words = (tag.casefold().replace("-", " ") for tag in tags)
        return sum(len(word) > 1 and word in self._text for word in words) / len(tags)

    @cached_property
    def _text(self) -> str:
        blocks = self._page.blocks[self._zone.first : self._zone.last]
        return "\n".join([self.headline, *(block.text for block in blocks)]).casefold().replace("-", " ")


def split_all(texts: Iterable[str], headlines: Collection[str] = ()) -> list[str]:
    """Return the tags of several texts."""
    return [tag for text in texts for tag in split_tags(text, headlines)]


def split_tags(text: str, headlines: Collection[str] = ()) -> list[str]:
    """Return the tags in a list of them, whatever separates them, without those whose key is that of a headline.

    >>> split_tags("防控 疫情\\u00a0指挥部"), split_tags("Trump, White House; #USA"), split_tags("旱灾 小学,5G 手机")
    (['防控', '疫情', '指挥部'], ['Trump', 'White House', 'USA'], ['旱灾', '小学', '5G 手机'])
    """
    parts = _SEPARATOR.split(text)
    space = _HAN_SPACE if len(parts) == 1 else _BETWEEN_HAN
    words = [word for part in parts if not headlines or key(part) not in headlines for word in space.split(part)]
    tags = dict.fromkeys(" ".join(_COUNT.sub("", word).strip(" #:：\"'“”[]").split()) for word in words)
    return [tag for tag in tags if 1 <= len(tag) <= LONGEST and not _NOT_TAGS.match(tag) and not tag.startswith("http")]


def without_kinds(tags: Sequence[str]) -> list[str]:
    """Return the tags of a list in which two or more say of what kind they are, without those of other kinds.

    >>> without_kinds(["Tag:ferry", "Section:Local", "Author:Ann Lee"]), without_kinds(["Ferry: a farewell", "Port"])
    (['ferry'], ['Ferry: a farewell', 'Port'])
    """
    if sum(":" in tag for tag in tags) < 2:
        return list(tags)
    kinds = [_KIND.match(tag) for tag in tags]
    if sum(map(bool, kinds)) < 2:
        return list(tags)
    kept = ((tag, kind) for tag, kind in zip(tags, kinds, strict=True) if not kind or _KEPT.fullmatch(kind[1]))
    return [tag[kind.end() :] if kind else tag for tag, kind in kept]


def _core(name: str) -> str:
    """Return the key of a name without what says that it is a site's.

    >>> _core("La Repubblica.it"), _core("今日头条官网"), _core("ニュース")
    ('repubblica', '今日头条', '')
    """
    return key(_OF_SITES.sub("", _ARTICLE.sub("", name.strip())))
