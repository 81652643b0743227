"""What stands before the text and says no more than it: headlines, by-lines, summaries that a paragraph repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from os.path import commonprefix
from typing import Final

from newsarchive.extraction.body.model.columns import HEADINGS, LETTERS
from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.credits import is_credit
from newsarchive.extraction.body.rules.lines import DAY, is_date
from newsarchive.extraction.body.rules.lists import BULLET
from newsarchive.extraction.fields.names import is_person
from newsarchive.extraction.fields.names.roles import ROLE
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import home
from newsarchive.text import utf8_length

# A line of this many letters is the text's, not the headline's.
SENTENCE: Final = 150
# A headline and the title have at least so many letters in common.
SHARED: Final = 7
# Summaries stand among so many first blocks and begin like one of so many after them, with at least so many letters.
LEADS: Final = 3
AFTER_LEAD: Final = 3
LONG_LEAD: Final = 15
CUT: Final = ("...", "…")
MOST_FACTS: Final = 24
FIRST: Final = 12
BELOW: Final = 3  # a by-line, be it under a lead, is among so many first blocks
PARAGRAPH: Final = 60
LONGEST_BYLINE: Final = 100
SHORT_BYLINE: Final = 48  # bytes
LABEL: Final = 16
LABELLED: Final = 5
MOST_BYLINES: Final = 2
FACT_LABEL: Final = re.compile(
    r"(?:索\s*引\s*号|文\s*号|名\s*称|标\s*题|主\s*题\s*[词分]|发文|成文|发布[日机]|公开[日方]|[组信公][配息文][分种时]|有\s*效\s*性|时\s*效)"
)
BY: Final = re.compile(  # By Ann Lee, Von Max Muster
    r"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Pp]rzez|[Aa]v|[Aa]f|От)\s?:?\s[^\W\d_a-zß-ÿ][\w.'’-]*\s[^\W\d_a-zß-ÿ]"
    r".{0,60}$"
)
SALUTATION: Final = re.compile(  # Dear readers, / 广大市民朋友：
    r"(?:(?:Dear|Sir|Liebe|Sehr geehrte|Ch[eè]re?|Estimad|Querid|Car[oi] |Prezad|Уважаем|Дорог)[^.:]{0,60}"
    r"|.{0,20}(?:朋友|同志|单位|居民|市民|村民|读者|考生|家长|旅客|业主|用户|客户|同胞|先生|女士)们?)[：:,，!！]$"
)
LEAD_LABEL: Final = re.compile(
    r"^\W*(?:摘\s*要|导\s*[读语言]|核心提示|内容(?:提要|摘要|导读)|概要|summary|abstract)\s*[：:\]】]", re.I
)


def openings(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the blocks at the beginning that are not the text's, by their place on the page, with what they are."""
    titles = [folded(title) for title in page.headlines]
    lines = list(takewhile(lambda one: one.features.units < SENTENCE, kept))  # before the first sentence
    above = above_headline(page, lines, kept[len(lines) :], titles)
    above |= genre(page, kept)
    return headlines(page, titles, kept) | above | bylines(page, kept) | table_of_facts(lines) | repeated_leads(kept)


def headlines(page: Page, titles: Sequence[str], kept: Sequence[Described]) -> dict[int, str]:
    """Return the headline where it stands before the text, or below a lead as an h1; ``titles`` are folded.

    Below a headline that stands above all that was kept, an h1 may head a part of the text.
    """
    found: dict[int, str] = {}
    above = page.blocks[: kept[0].place] if kept else ()
    headed = any(block.element.tag == "h1" and is_most_of(folded(block.text), titles) for block in above)
    for one in kept:
        kicked = page.pieces(one.block)[-1:] if one.features.heading else ()  # behind a kicker
        texts = {folded(text) for text in (one.block.text, *(text for text, _ in kicked))}
        first = not headed and one.block.element.inside("h1")
        if first or any(is_headline(text, title) for text in texts for title in titles):
            found[one.place] = "headline"
        elif one.features.units >= (PARAGRAPH if found else SENTENCE):
            break
    below = (one for one in kept if one.block.element.tag == "h1" and one.place not in found)
    again = (one for one in below if any(is_headline(folded(one.block.text), title) for title in titles))
    return found | dict.fromkeys((one.place for one in again), "headline")


def above_headline(
    page: Page, lines: Sequence[Described], text: Sequence[Described], titles: Sequence[str]
) -> dict[int, str]:
    """Return those of the short lines before the text that stand above the headline; all of a text may be short."""
    if not lines or (not text and len(lines) == 1):
        return {}
    end = text[0].place if text else lines[-1].place
    headings = [i for i, block in enumerate(page.blocks[:end]) if block.element.tag in HEADINGS]
    headline = next((i for i in headings if any(is_headline(folded(page.blocks[i].text), one) for one in titles)), -1)
    return {one.place: "above the headline" for one in lines if one.place < headline}


def genre(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return what explains a genre (what a column is) right above the headline, beside the link that names it."""
    if not kept:
        return {}
    box = home(kept[0].block.item)
    named = any(one.link_chars and utf8_length(one.text) <= LABEL for one in page.blocks[box.first : box.last])
    headed = kept[-1].place > box.last and page.blocks[box.last].element.inside("h1") is not None
    return {one.place: "above the headline" for one in kept if one.place < box.last} if named and headed else {}


def bylines(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the lines before the text that are no sentence and hold a date or By, with the short ones beside a date.

    By Ann Lee 19 April 2022, or a name, a role and a date one under the other. Under By and a name, the next line of
    the same paragraph belongs to it: Of The Courier.
    """
    named = {one.place: "byline" for one in kept[:FIRST] if is_dated_byline(one) or is_called_byline(one)}
    named |= {
        one.place: "byline"
        for one in kept[:BELOW]
        if is_person_in_role(one.block.text) or (not one.features.heading and is_credit(one.block.text))
    }
    lines = list(takewhile(lambda one: one.features.units < PARAGRAPH or not is_sentence(one), kept[:FIRST]))
    short = [one for one in lines if not (is_sentence(one) or one.features.heading or one.features.in_list)]
    if not short or len(lines) == len(kept[:FIRST]):
        return named
    said = {one.place for one in kept[:FIRST] if is_sentence(one)}
    around = {i: page.blocks[i] for i in range(max(0, short[0].place - 1), short[-1].place + 2) if i not in said}
    beside = {i for i, block in around.items() if len(block.text) < LONGEST_BYLINE and DAY.search(block.text)}
    small = {
        i
        for i, block in around.items()
        if block.element.tag not in HEADINGS and utf8_length(block.text) <= SHORT_BYLINE and not begins_text(block.text)
    }
    for _ in range(MOST_BYLINES):
        beside |= small & {place + step for place in beside for step in (-1, 1)}
    signed = {i for i, block in around.items() if BY.match(block.text)}
    roles = {i for i in small if ROLE.fullmatch(page.blocks[i].text)}
    beside |= signed | {i for i in small if i - 1 in signed and page.blocks[i].joined}
    beside |= roles | {i - 1 for i in roles if i - 1 in small and is_person(page.blocks[i - 1].text)}
    return named | {one.place: "byline" for one in short if one.place in beside}


def is_dated_byline(one: Described) -> bool:
    """Say whether a short line with one date, and with a name around it that says by-line, is no sentence."""
    if not one.features.in_byline or one.features.in_list or one.features.sentence:
        return False
    return len(one.block.text) <= LONGEST_BYLINE and len(DAY.findall(one.block.text)) == 1


def is_called_byline(one: Described) -> bool:
    """Say whether a short line stands in an element that is labelled as the article's by-line, in any language."""
    around = one.block.element.upwards(LABELLED)
    return len(one.block.text) <= LONGEST_BYLINE and any("byline" in (up.get("aria-labelledby") or "") for up in around)


def is_person_in_role(line: str) -> bool:
    """Say whether a line is a person and what that does: Ann Lee, Harbour Post Staff Writer."""
    name, comma, role = line.partition(", ")
    return bool(comma) and len(line) <= LONGEST_BYLINE and is_person(name) and bool(ROLE.fullmatch(role))


def is_byline(line: str) -> bool:
    """Say whether a line is nothing but By and a name, or a date with its words."""
    return (len(line) < SHORT_BYLINE and BY.match(line) is not None) or is_date(line)


def is_sentence(one: Described) -> bool:
    """Say whether a line ends like a sentence; one with a date that ends with a bracket does not."""
    return one.features.sentence and not (one.block.text[-1] in ")）" and DAY.search(one.block.text[-LONGEST_BYLINE:]))


def begins_text(line: str) -> bool:
    """Say whether a short line speaks to the reader, announces something, is one of several points or a number.

    By such numbers as 清政通〔2026〕12号 offices call their notices.
    """
    if "〔" in line and line.endswith("号"):
        return True
    return bool(SALUTATION.match(line) or BULLET.match(line)) or (line[-1] in ":：" and utf8_length(line) > LABEL)


def table_of_facts(lines: Sequence[Described]) -> dict[int, str]:
    """Return the cells of the table in which authorities say what a document is, among the lines before the text."""
    cells = [one for one in lines if one.features.in_cell]
    labels = sum(bool(FACT_LABEL.match(one.block.text)) for one in cells)
    return {one.place: "table above the text" for one in cells} if labels > 1 and len(cells) <= MOST_FACTS else {}


def repeated_leads(kept: Sequence[Described]) -> dict[int, str]:
    """Return the summaries before the text that a paragraph after them says in the same words."""
    first = [folded(LEAD_LABEL.sub("", one.block.text)) for one in kept[: LEADS + AFTER_LEAD]]
    return {
        one.place: "repeated lead"
        for number, one in enumerate(kept[:LEADS])
        if len(first[number]) >= LONG_LEAD
        and any(says_again(text, first[number], one) for text in first[number + 1 : number + 1 + AFTER_LEAD])
    }


def says_again(text: str, lead: str, summary: Described) -> bool:
    """Say whether a paragraph says what a summary says, or begins one that is called so and cut off."""
    if len(text) > len(lead):
        return text.startswith(lead) or (summary.features.sentence and lead in text)
    cut = summary.block.text.endswith(CUT) and LEAD_LABEL.match(summary.block.text)
    return bool(cut) and len(text) >= LONG_LEAD and lead.startswith(text)


def is_headline(text: str, title: str) -> bool:
    """Say whether a line is most of the title, or little more than its beginning (a date may hang on it)."""
    shared = len(commonprefix([text, title])) if text else 0
    return is_most_of(text, [title]) or shared > max(SHARED, 0.6 * len(text))


def is_most_of(text: str, titles: Iterable[str]) -> bool:
    """Say whether a line is most of a title."""
    return bool(text) and any(text in title and 2 * len(text) > len(title) for title in titles)


def folded(text: str) -> str:
    """Return a text's letters and digits."""
    return LETTERS.sub("", text).casefold()
