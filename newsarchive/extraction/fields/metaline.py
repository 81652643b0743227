"""The line of facts under a title that has no labels: by-line, section, time, counts and tags told apart by shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from newsarchive.dates import FoundDate
from newsarchive.extraction.fields.labels import LABEL
from newsarchive.extraction.fields.names.chinese import ROLES, byline, is_name
from newsarchive.extraction.fields.names.outlets import is_outlet
from newsarchive.extraction.fields.zone import Line, Zone
from newsarchive.extraction.known import is_folder
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element

_HAN: Final = re.compile("[\u3400-\u9fff]")
_CLAUSE: Final = re.compile("[：:，。！？、ぁ-ゟ]")  # signs of a sentence, and hiragana
_NUMBER: Final = re.compile(r"[\d,.]+[万kK]?")
_BREAK: Final = re.compile(
    r"\s{2,}|[\xa0\u3000]+|\s*[|｜丨·•/]\s*|(?<=[\u3400-\u9fff])\s(?=\S)|(?<=\S)\s(?=[\u3400-\u9fff\d])|(?<=\d)\s(?=\d)"
)
_NOISE: Final = re.compile(
    r"^(?:字号|字体|大|中|小|默认|放大|缩小|[Aa](?:[+-]|[\sA]*)|打印|关闭|纠错|分享|收藏|举报|原创|优质\S*|点赞|(?:我要)?评论|阅读|浏览|查看|人气"
    r"|[(（]?最終更新|\d+文字|[上下]一?[篇期条版]|(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|我要评论\S*|[發发][布佈]|修改"
    r"|[\d.,]+[万kK]?\s*(?:[点點][阅閱]|[阅閱][读讀]|[浏瀏][览覽]|人[气氣]|[点點][击擊]|[观觀]看)"
    r"|(?:阅读|浏览|评论|点击|人气|查看|点赞|围观)\s*[(（]?\d[\d.,]*[万kK]?[)）]?"
    r"|\d+\s*(?:次|人|条|℃|评论|阅读|浏览)\S*"
    r"|\d+\S{0,3}前|发布|更新|配信|掲載|公開|(?:发布|更新)?时间|読了時間|所要時間|[约約]?\d*\s?分[钟鐘]|[(（]?[阅閱][读讀][时時][间間][)）]?)$"
)
# （4/19 11:02 更新）, 2 分鐘 (閱讀時間)
_ASIDE: Final = re.compile(r"[(（][^()（）]*(?:更新|修改|編輯)[^()（）]*[)）]|[约約]?\d+\s?分[钟鐘](?:[阅閱][读讀])?")
_TIME: Final = re.compile(r"\d{1,2}/\d{1,2}(?!\d)(?:\s\d{1,2}:\d\d)?")  # another than the line's date
_VIEWS: Final = re.compile(r"查看|[浏瀏][览覽]|[阅閱][读讀]|[点點][击擊]|人[气氣]|[热熱]度")
_SOURCE: Final = re.compile("[来來][源自]")
_PERSON: Final = re.compile(r"/(?:authors?|users?|space|u)[/-]", re.IGNORECASE)
_ROLE: Final = re.compile(rf"(?:{ROLES.pattern})|[文图圖摄攝]$|[（(【\[〔]")
_REPORTS: Final = re.compile(r"[报報][道導导]\W?$")
_JOINT: Final = re.compile("[與与和]")  # 沈若楠與賀一鳴
_DATE: Final = "\0"  # where it stood
LONGEST: Final = 16
_FULL_NAME: Final = 3  # hanzi; of two letters there are many words


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the line: its text and the link around it."""

    text: str
    link: Element | None


@dataclass(frozen=True, slots=True)
class MetaLine:
    """What a line says without labels."""

    byline: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


def meta_line(page: Page, zone: Zone, url: str | None, read: Callable[[str], FoundDate | None]) -> MetaLine | None:
    """Return what the line with the date says, ``None`` where there is none or where it has labels.

    It is the first line after the title that holds a date and hanzi; the by-line may also be the line before it.
    """
    lines = [line for line in zone.lines if line.head and -1 <= line.distance <= 6 and line.distance != 0]
    for place, line in enumerate(lines):
        found = read(line.text) if len(line.text) < 120 else None
        if not found:
            continue
        if "来源于" in line.text or (LABEL.search(line.text.replace(found.raw, "")) and _SOURCE.search(line.text)):
            return None
        before, after = map(_without_credits, _sides(page, line, found))
        if not before and place:
            before = _name_above(lines[place - 1], line)
        told = _of_account(line.text, before) or _told(before, after, url)
        return replace(told, counts=()) if told and _VIEWS.search(line.text) else told
    return None


def _of_account(text: str, before: list[Token]) -> MetaLine | None:
    """Return the writer and the account in a line that calls its text original: 原创 李明 北城观察."""
    if not text.startswith("原创") or len(before) != 2 or not is_name(before[0].text):
        return None
    return MetaLine(byline=before[1].text, authors=(before[0].text,))


def _name_above(above: Line, line: Line) -> list[Token]:
    """Return the name in a line of its own right above the date."""
    if above.distance == line.distance - 1 and above.marked and len(above.pieces) == 1:
        return [Token(text, None) for text in above.pieces if _is_word(text) and not byline(text)]
    return []


def _sides(page: Page, line: Line, found: FoundDate) -> tuple[list[Token], list[Token]]:
    """Return the tokens before and after the date."""
    before: list[Token] = []
    after: list[Token] = []
    seen = False
    date = found.raw.split()[0]
    for text, element in page.pieces(line.block):
        for part in _tokens(text.replace(found.raw, f"  {_DATE}  ")):
            if part == _DATE or date in part or (not seen and part in found.raw):
                seen = True
            elif part not in found.raw.split() if seen else part not in found.raw:
                (after if seen else before).append(Token(part, element.inside("a")))
    return before, after


def _tokens(text: str) -> Iterator[str]:
    parts = map(str.strip, _BREAK.split(_TIME.sub("  ", _ASIDE.sub("  ", text)).strip()))
    for part in parts:
        if part and not _NOISE.match(part):
            pair = _JOINT.split(part)
            yield from pair if all(map(is_name, pair)) else [part]


def _without_credits(tokens: list[Token]) -> list[Token]:
    """Leave out the words for roles, with the names after them: 记者 张三, 文／林佳蓉, 編輯 王小明 報導."""
    found: list[Token] = []
    credited = False
    for token in tokens:
        text = token.text.strip("／/、，, ")
        named = is_name(text) or not text or bool(_REPORTS.search(text))
        credited = bool(_ROLE.match(text)) or (credited and named)
        if not credited:
            found.append(replace(token, text=text))
    return found


def _told(before: list[Token], after: list[Token], url: str | None) -> MetaLine | None:
    """Tell the tokens apart: numbers are counts, links into the page's folder its section, what is left by place."""
    counts = tuple(token.text for token in after if _NUMBER.fullmatch(token.text))
    words = [token for token in before if _is_word(token.text)]
    later = [token for token in after if _is_word(token.text)]
    section = next((token for token in (*words, *later) if _is_folder(token, url)), None)
    authors = _beside_outlet([token for token in (*words, *later) if token is not section])
    words, later = ([token for token in side if token not in authors] for side in (words, later))
    free = [token for token in words if token is not section]
    rest = [token for token in later if token is not section]
    byline = free[0] if free else rest[0] if rest and not words else None
    behind = byline in rest
    rest = [token for token in rest if token is not byline and not _is_person(token)]
    if behind:
        section = section or (rest[0] if rest and len(rest) < 3 else None)
    elif section is None and len(free) > 1:
        if is_outlet(free[1].text):  # behind its author
            byline = free[1]
        else:
            section = free[1]
    tags = tuple(token.text for token in rest if token is not section and not is_outlet(token.text))
    if not (byline or section or tags or authors):
        return None
    return MetaLine(
        byline.text if byline else None,
        section.text if section else None,
        tags if len(tags) > 1 else (),
        counts,
        tuple(token.text for token in authors),
    )


def _beside_outlet(tokens: list[Token]) -> list[Token]:
    """Return the names of persons that stand beside that of an outlet."""
    outlets = [token for token in tokens if is_outlet(token.text)]
    return [token for token in tokens if outlets and len(token.text) == _FULL_NAME and is_name(token.text)]


def _is_word(text: str) -> bool:
    return (
        1 < len(text) <= LONGEST and bool(_HAN.search(text)) and not (_CLAUSE.search(text) or _NUMBER.fullmatch(text))
    )


def _is_person(token: Token) -> bool:
    """Say whether a token links to the page of an author."""
    return token.link is not None and bool(_PERSON.search(token.link.get("href") or ""))


def _is_folder(token: Token, url: str | None) -> bool:
    """Say whether a token links to the folder of the page, or names a category."""
    if token.link is None:
        return False
    if "category" in (token.link.get("rel") or ""):
        return True
    return is_folder(url, token.link.get("href") or "")
