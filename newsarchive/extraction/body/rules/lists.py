"""Lists: text as a whole or not at all, and text where the line above announces them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise, takewhile
from statistics import fmean
from typing import Final, TypeAlias

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.tables import data_table
from newsarchive.extraction.page.elements import Element, home

Item: TypeAlias = tuple[Element | None, Element | None]  # the item of a list, and the list
Held: TypeAlias = Mapping[Element, Sequence[int]]  # which blocks each list holds

# A line that announces a list, and the list, are text from these odds on (logarithm).
UNLIKELY: Final = -2.5
ANNOUNCED: Final = 0.1
PARAGRAPH: Final = 60
LINKED: Final = 0.3
BOLD: Final = 0.9
SHORT: Final = 80
SEVERAL: Final = 3
MOST_BULLETS: Final = 50
MOST_IN_ITEM: Final = 60  # blocks; a larger one may hold the article
ITEMS: Final = ("li", "dt", "dd")
LAST_WORDS: Final = 16
FOLLOWS: Final = re.compile(
    r"[:：]$|(?:次の通り|以下の通り|下記の通り|다음과 같다|다음과 같습니다|아래와 같다|如下|as follows)[。.]?$"
)
BULLET: Final = re.compile(r"[•‣·▪■◆●○►▶→✓✔✅☑*–—-]\s*\w|[(（]?\d{1,2}[.)）、]\s*\w|[①-⑳]")


def lists(described: Sequence[Described], odds: Sequence[float]) -> list[float]:
    """Return the odds, those of lists after their items as a whole and after the line above them."""
    items = [item_of(one.block.element) for one in described]
    held: dict[Element, list[int]] = {}
    for place, (_, whole) in enumerate(items):
        if whole:
            held.setdefault(whole, []).append(place)
    alike = side_by_side(described, held, together(described, items, held, odds))
    better = introduced(described, items, held, between(described, held, alike))
    return without_announcement(described, held, better)


def between(described: Sequence[Described], held: Held, odds: Sequence[float]) -> list[float]:
    """Return the odds; tables of data and code without links become text where they stand between two pieces of it."""
    better = list(odds)
    wholes = [(whole, places) for whole, places in held.items() if whole.tag == "table"]
    wholes += [(one.block.element, [place]) for place, one in enumerate(described) if one.block.element.tag == "pre"]
    for whole, places in wholes:
        before, after = places[0] - 1, places[-1] + 1
        while before > 0 and described[before].features.in_caption:
            before -= 1
        if before < 0 or after == len(described) or linked([described[place] for place in places]):
            continue
        homes = {home(described[number].block.item) for number in (before, after)}
        if whole.parent in homes and odds[places[0]] > UNLIKELY and odds[before] > 0 and odds[after] > 0:
            for place in places:
                better[place] = max(ANNOUNCED, odds[place])
    return better


def together(described: Sequence[Described], items: Sequence[Item], held: Held, odds: Sequence[float]) -> list[float]:
    """Return the odds, of the items of a list half their own and half the list's mean: a list is text or it is not.

    Items of one line each, and the cells of a table, share the mean alone; a list may also hold whole articles. Items
    as large as an article and all around it, of a list that lays out the page, take nothing from paragraphs.
    """
    better = list(odds)
    for whole, places in held.items():
        mean = fmean(odds[place] for place in places)
        lines = len({items[place][0] for place in places})
        share = 1.0 if whole.tag == "table" or lines == len(places) else 0.5
        for place in places:
            paragraph = described[place].features.units >= PARAGRAPH
            if not (paragraph and odds[place] > mean and holds_much(items[place][0])):
                better[place] += share * (mean - odds[place])
    return better


def holds_much(item: Element | None) -> bool:
    """Say whether an item is as large as an article with what stands around it."""
    return item is not None and item.last - item.first > MOST_IN_ITEM


def side_by_side(described: Sequence[Described], held: Held, odds: Sequence[float]) -> list[float]:
    """Return the odds; of several lists under headings side by side, those that are less sure follow the rest."""
    better = list(odds)
    groups: dict[tuple[Element | None, str, str | None], list[Sequence[int]]] = defaultdict(list)
    for whole, places in held.items():
        above = described[places[0] - 1]
        if (
            places[0]
            and whole.tag in ("ul", "ol")
            and above.features.heading
            and home(above.block.item) is whole.parent
        ):
            groups[whole.parent, whole.tag, whole.get("class")].append(places)
    for group in groups.values():
        places = list(chain.from_iterable(group))
        mean = fmean(odds[place] for place in places) if len(group) >= SEVERAL else 0
        if mean > 0 and not linked([described[place] for place in places]):
            for place in places:
                better[place] = max(mean, odds[place])
    return better


def introduced(described: Sequence[Described], items: Sequence[Item], held: Held, odds: Sequence[float]) -> list[float]:
    """Return the odds; a list without links becomes text with the line that announces it, where text stands above both.

    Lists under a colon were text in 13 of 14 such places in pages of sites that the classifier had not seen. So does a
    list of sentences right below a paragraph, and one of a single item under a heading behind another list.
    """
    homes: set[Element] = set()
    better = list(odds)
    for number, (one, under) in enumerate(pairwise(described)):
        where, whole = home(one.block.item), items[number + 1][1]
        if odds[number] > 0 and one.features.units >= PARAGRAPH:
            homes.add(where)
        if odds[number] <= UNLIKELY or where not in homes or under.place != one.place + 1:
            continue
        announced = announces(one)
        if announced or (odds[number] > 0 and whole and whole.parent is where):
            places = held[whole] if whole else bullets(described, number + 1)
            lines = [described[place] for place in places]
            several = len(places) > 1 or (whole and heads_another(described, items, better, number))
            right_below = several and places[0] == number + 1 and min(odds[place] for place in places) > UNLIKELY
            if right_below and (announced or are_sentences(lines)) and not linked(lines):
                for place in (number, *places):
                    better[place] = max(ANNOUNCED, odds[place])
    return better


def heads_another(described: Sequence[Described], items: Sequence[Item], odds: Sequence[float], number: int) -> bool:
    """Say whether a heading stands right below a list that is text, as that of another does."""
    if not number or not described[number].features.heading or items[number][1] is not None:
        return False
    above = described[number - 1]
    return above.place + 1 == described[number].place and items[number - 1][1] is not None and odds[number - 1] > 0


def without_announcement(described: Sequence[Described], held: Held, odds: Sequence[float]) -> list[float]:
    """Return the odds, of a list no better ones than those of a line that pages add and that announces it."""
    better = list(odds)
    for places in held.values():
        above = places[0] - 1
        if above < 0 or odds[above] > 0 or described[above].cue is None:
            continue
        next_to = described[above].place + 1 == described[places[0]].place
        if next_to and FOLLOWS.search(described[above].block.text[-LAST_WORDS:]):
            for place in places:
                better[place] = min(odds[above], odds[place])
    return better


def are_sentences(lines: Sequence[Described]) -> bool:
    """Say whether all lines are sentences without links or names that say otherwise, and one begins like no other."""
    return any(one.cue is None for one in lines) and all(
        one.features.sentence and not one.features.link_share and not one.features.named_otherwise for one in lines
    )


def announces(one: Described) -> bool:
    """Say whether a line is a heading, a short bold line, or ends with a colon or as follows."""
    features = one.features
    bold = features.strong_share > BOLD and features.units < SHORT
    return not features.in_list and (
        features.heading or bold or FOLLOWS.search(one.block.text[-LAST_WORDS:]) is not None
    )


def bullets(described: Sequence[Described], first: int) -> list[int]:
    """Return which blocks from one on are lines that begin with a bullet or a number."""
    places = range(first, min(len(described), first + MOST_BULLETS))
    return list(takewhile(lambda place: BULLET.match(described[place].block.text), places))


def linked(lines: Sequence[Described]) -> bool:
    """Say whether much of what these lines say is links."""
    features = [each.features for each in lines]
    return sum(each.link_share * each.units for each in features) > LINKED * sum(each.units for each in features)


def item_of(element: Element) -> Item:
    """Return the item of a list in which an element stands, with the list; a table of data is both."""
    nearest = element.inside("td", "th", *ITEMS)  # most blocks stand in none of them
    if nearest is None:
        return None, None
    if table := data_table(element):
        return table, table
    item = nearest if nearest.tag in ITEMS else nearest.inside(*ITEMS)
    if item is None:
        return None, None
    return item, item.parent if item.tag == "li" else item.inside("dl")
