"""The line of facts under a title that has no labels: by-line, section, time, counts and tags told apart by shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from newsarchive.dates import FoundDate
from newsarchive.extraction.fields.labels import LABEL, LONE
from newsarchive.extraction.fields.metawords import MetaLine, Token, Words, is_word
from newsarchive.extraction.fields.names.chinese import ROLES, byline, is_name
from newsarchive.extraction.fields.names.outlets import is_outlet
from newsarchive.extraction.fields.zone import Line, Zone
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock, home, near

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
_HAN: Final = re.compile("[\u3400-\u9fff]")
_VIEWS: Final = re.compile(r"查看|[浏瀏][览覽]|[阅閱][读讀]|[点點][击擊]|人[气氣]|[热熱]度")
_SOURCE: Final = re.compile("[来來][源自]")
_ROLE: Final = re.compile(rf"(?:{ROLES.pattern})|[文图圖摄攝]$|[（(【\[〔]")
_REPORTS: Final = re.compile(r"[报報][道導导]\W?$")
_JOINT: Final = re.compile("[與与和]")  # 沈若楠與賀一鳴
_DATE: Final = "\0"  # where it stood
_CELLS: Final = frozenset(("li", "td", "th", "dd", "dt"))
_CELL: Final = 40  # letters
_MOST_CELLS: Final = 12


def meta_line(
    page: Page, zone: Zone, url: str | None, anchors: Sequence[Element], read: Callable[[str], FoundDate | None]
) -> MetaLine | None:
    """Return what the line with the date says, ``None`` where there is none or where it has labels.

    It is the first line after the title that holds a date and hanzi, or the cells or items beside one; the by-line may
    also be the line before it. ``anchors`` are the links of the page.
    """
    lines = [line for line in zone.lines if line.head and -1 <= line.distance <= 6 and line.distance != 0]
    for place, line in enumerate(lines):
        found = read(line.text) if len(line.text) < 120 else None
        if not found:
            continue
        if "来源于" in line.text or (LABEL.search(line.text.replace(found.raw, "")) and _SOURCE.search(line.text)):
            return None
        row = _row(page, zone, line)
        if any(LABEL.search(block.text) or LONE.fullmatch(block.text) for block in row if block is not line.block):
            return None
        before, after = map(_without_credits, _sides(page, row, line, found))
        if not before and place:
            before = _name_above(lines[place - 1], line)
        told = (
            _of_account(line.text, before)
            or Words(before, after, url, partial(_is_in_menu, page, zone, anchors)).told()
        )
        if told and any(_VIEWS.search(block.text) for block in row):
            told = replace(told, counts=())
        return (
            told
            if told and (_HAN.search(page.blocks[zone.title].text) or told != MetaLine(counts=told.counts))
            else None
        )
    return None


def _of_account(text: str, before: list[Token]) -> MetaLine | None:
    """Return the writer and the account in a line that calls its text original: 原创 李明 北城观察."""
    if not text.startswith("原创") or len(before) != 2 or not is_name(before[0].text):
        return None
    return MetaLine(byline=before[1].text, authors=(before[0].text,))


def _name_above(above: Line, line: Line) -> list[Token]:
    """Return the name in a line of its own right above the date."""
    if above.distance == line.distance - 1 and above.marked and len(above.pieces) == 1:
        return [Token(text, None) for text in above.pieces if is_word(text) and not byline(text)]
    return []


def _row(page: Page, zone: Zone, line: Line) -> Sequence[TextBlock]:
    """Return the blocks of a line: those of its list or table row, if all of that are short; else its own."""
    block = line.block
    box = home(block.item) if block.item.tag in _CELLS else block.element
    row = page.blocks[box.first : box.last] if zone.title < box.first else ()
    short = 1 < len(row) <= _MOST_CELLS and all(len(one.text) <= _CELL for one in row)
    return row if short and block in row else [block]


def _is_in_menu(page: Page, zone: Zone, anchors: Sequence[Element], text: str) -> bool:
    """Say whether a word is the text of a link above the title."""
    return any(page.text(link) == text for link in near(anchors, 0, zone.title))


def _sides(page: Page, row: Sequence[TextBlock], line: Line, found: FoundDate) -> tuple[list[Token], list[Token]]:
    """Return the tokens before and after the date."""
    before: list[Token] = []
    after: list[Token] = []
    seen = False
    date = found.raw.split()[0]
    for text, element in (piece for block in row for piece in page.pieces(block)):
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
        if is_outlet(text.strip("【】")):
            text = text.strip("【】")
        named = is_name(text) or not text or bool(_REPORTS.search(text))
        credited = bool(_ROLE.match(text)) or (credited and named)
        if not credited:
            found.append(replace(token, text=text))
    return found
