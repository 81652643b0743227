"""The writer at the end of a text: who that is, in italics or behind a name in bold, or the bare signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from os.path import commonprefix
from typing import Final

from newsarchive.extraction.body.model.columns import HEADINGS
from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.openings import BY
from newsarchive.extraction.body.rules.tables import data_table
from newsarchive.extraction.fields.names import PARTICLES, is_person
from newsarchive.extraction.fields.names.agencies import AGENCY
from newsarchive.extraction.fields.names.bywords import BY_PATTERN
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import TextBlock
from newsarchive.extraction.page.marks import Mark, own_marks
from newsarchive.text import utf8_length

TAIL: Final = 6
# What stands above a heading about the site or the writer is so many times as long as what stands under it.
MUCH_MORE: Final = 2
# A name has two to five words. By-lines stand in so many lines above the text, or below its first, and are so long.
MOST_WORDS: Final = 5
ABOVE: Final = 16
BELOW: Final = 2
BYLINE: Final = 120
NAME: Final = range(4, 60)  # bytes
NAMED: Final = int(Mark.AUTHOR | Mark.BYLINE)
EMPHASIS: Final = 0.6
SIGNS: Final = " —–-"
# The author Ada Moor is a poet.
WRITER: Final = re.compile(
    r"(?:(?:Die|Der|Unsere?) (?:Gast)?[Aa]utor(?:in)?|(?:The|Our) (?:author|writer)|L['’]aut(?:eure?|rice)"
    r"|El autor|La autora|L['’]autore)\s"
)
PARTS: Final = re.compile(r"[:：|｜·•/／【】]|\s{2,}")  # of a by-line
# "author": [{"@type": "Person", "name": "Ada Moor"}]
AUTHOR: Final = re.compile(r'"author"\s*:\s*(?:\[[^\]]{0,600}|\{[^{}]{0,400}|"[^"]{0,80})')
STRING: Final = re.compile(r'"([^"]{2,80})')
# Headings of words about the site or the author.
ABOUT: Final = re.compile(
    r"(?:about (?:us|the (?:author|writer)s?|this (?:site|author))|über (?:uns|den autor|die autorin|die autoren)"
    r"|zur person|zum autor|zur autorin|qui sommes[- ]nous|à propos (?:de l['’]auteure?|des auteurs|de nous)"
    r"|quiénes somos|sobre (?:el autor|la autora|nosotros|o autor|a autora|nós)|chi siamo|l['’]autore|l['’]autrice"
    r"|quem somos|over (?:ons|de auteur)|o nas|o autorze|о нас|об авторе|关于(?:我们|本站|本网|作者)"
    r"|關於(?:我們|本站|作者)|作者[简簡]介|联系我们|運営会社|회사소개|[■●【]?(?:会社|企業)(?:概要|情報|プロフィール)】?"
    r"|(?:про|за) автора|om (?:skribenten|författaren|forfatteren)|a szerzőről|despre autor|o autorovi|yazar hakkında"
    r"|tentang penulis|về tác giả|kuhusu mwandishi|σχετικά με τ(?:ον|ην?) (?:συντάκτη|συγγραφέα)|על הכותבת?"
    r"|(?:عن|نبذة عن) الكاتبة?|درباره نویسنده|مصنف کے بارے میں|लेखक के बारे में|লেখক (?:সম্পর্কে|পরিচিতি)"
    r"|ஆசிரியர் பற்றி|เกี่ยวกับผู้เขียน|この記事を書いた人|著者(?:紹介|プロフィール)|기자 소개)",
    re.I,
)
# 关于清江新闻网; elsewhere it is companies that end their releases so.
ABOUT_NAME: Final = re.compile(r"(?:关于|關於)\s*(?P<name>.{2,30})")


def biographies(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the last lines that open with the writer's name and are set apart by type, by their place on the page.

    In 932 pages such lines in italics or bold were biographies, and such lines in plain type were text.
    """
    found = {}
    for one in kept[len(kept) // 2 :][-TAIL:]:
        told = list(told_names(page, kept, one))
        names = (*opening_names(one.block.text), *told)
        name = next((name for name in names if is_set_apart(page, one, name)), None)
        if name and (name in told or is_writer(page, name, kept[0].place)) and not data_table(one.block.element):
            found[one.place] = "biography"
    found |= under_about(page, kept)
    if len(kept) > 1 and kept[-1].block.text.strip(SIGNS).casefold() in outlets(page):
        found[kept[-1].place] = "name of the site"
    return found


def under_about(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the last lines under a heading about the site or the writer, if much more text stands above it."""
    places = range(kept[len(kept) // 2].place, kept[-1].place) if len(kept) > 1 else ()
    heading = next((place for place in reversed(places) if is_about(page, page.blocks[place])), None)
    if heading is None:
        return {}
    under = {one.place: one.features.units for one in kept if one.place >= heading}
    above = sum(one.features.units for one in kept if one.place < heading)
    return dict.fromkeys(under, "about the site or the writer") if above > MUCH_MORE * sum(under.values()) else {}


def is_about(page: Page, block: TextBlock) -> bool:
    """Say whether a line is nothing but a heading of words about the site, be it by its name, or the writer."""
    line = block.text.strip(f"{SIGNS}:：")
    if block.link_chars:
        return False
    named = ABOUT_NAME.fullmatch(line)
    return bool(ABOUT.fullmatch(line)) or (named is not None and named["name"].casefold() in outlets(page))


def is_about_writer(page: Page, lines: Sequence[TextBlock], first: int) -> bool:
    """Say whether lines are headed by a name told above block ``first`` and speak of whom that names."""
    name, *texts = (line.text for line in lines)
    if utf8_length(name) not in NAME:
        return False
    if any(name in text for text in texts):
        return any(name in one.text and len(one.text) < BYLINE for one in page.blocks[max(0, first - ABOVE) : first])
    given = name.split()[0]
    return any(given in text for text in texts) and is_person(name) and is_writer(page, name, first)


def opening_names(text: str) -> Iterator[str]:
    """Yield what the first words of a text may name, the most words first.

    >>> list(opening_names("Ada van Moor is a poet."))
    ['Ada van Moor', 'Ada van']
    """
    words = WRITER.sub("", text.lstrip(SIGNS)).split(maxsplit=MOST_WORDS)[:MOST_WORDS]
    capitals = list(takewhile(lambda word: word[0].isupper() or word in PARTICLES, words))
    for many in range(len(capitals), 1, -1):
        name = " ".join(capitals[:many]).strip(",")
        if is_person(name):
            yield name


def told_names(page: Page, kept: Sequence[Described], one: Described) -> Iterator[str]:
    """Yield the names in short lines above a text or below it with which a sentence in italics begins.

    They stand alone, behind By or a label, or before a date.
    """
    if not one.features.sentence or one.features.heading or one.features.strong_share < EMPHASIS:
        return
    first, below = kept[0].place, one.place + 1
    of_text = {each.block for each in kept if each.features.sentence}
    blocks = page.blocks[max(0, first - ABOVE) : first + BELOW] + page.blocks[below : below + BELOW]
    lines = (block.text for block in blocks if block not in of_text and block.element.tag not in HEADINGS)
    for part in (part for line in lines if len(line) < BYLINE for part in PARTS.split(line)):
        said = BY_PATTERN.sub("", part.strip()).strip()
        name = commonprefix([said, one.block.text]).removesuffix("기자").strip()
        behind = said[len(name) : len(name) + 1]
        if (
            (not behind.isalpha() or behind.isupper())
            and utf8_length(name) in NAME
            and is_person(name)
            and not is_outlet(page, name)
        ):
            yield name


def is_set_apart(page: Page, one: Described, name: str) -> bool:
    """Say whether a line is all in italics or bold, is nothing but the name, or goes on in plain type behind it."""
    text = one.block.text.strip(SIGNS)
    if one.features.strong_share > EMPHASIS or text == name:
        return not text.startswith(f"{name}:")
    rest = text.removeprefix(name).lstrip()
    first = next((run for run in page.runs[one.block.start : one.block.end] if not run.isspace()), "")
    return bool(one.block.strong_chars) and first.strip() == name and (rest[0] == "," or rest[0].islower())


def is_writer(page: Page, name: str, first: int) -> bool:
    """Say whether the page's head, or a by-line at the beginning of the text, says a name that is no outlet's."""
    folded = name.casefold()
    return not is_outlet(page, name) and any(folded in text.casefold() for text in signatures(page, first))


def is_outlet(page: Page, name: str) -> bool:
    """Say whether a name is an agency's, or what the page's head calls the site."""
    return name.casefold() in outlets(page) or AGENCY.fullmatch(name) is not None


def outlets(page: Page) -> set[str]:
    """Return the names, in small letters, by which the page's head calls the site."""
    return {(meta.get("content") or "").casefold() for meta in page.metas if meta.get("property") == "og:site_name"}


def signatures(page: Page, first: int) -> Iterator[str]:
    """Yield what names the writer: by-lines above block ``first`` and beside it, and the head's data."""
    for block in page.blocks[max(0, first - ABOVE) : first + BELOW]:
        if len(block.text) < BYLINE and (own_marks(block.element) & NAMED or BY.match(block.text)):
            yield block.text
    for meta in page.metas:
        if "author" in (meta.get("name") or meta.get("property") or "").lower():
            yield meta.get("content") or ""
    for data in page.json_ld:
        if found := AUTHOR.search(data):
            yield from STRING.findall(found[0])
