"""What stands in a box of its own amid the paragraphs needs better odds than they do."""

import pytest

from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.doubts import doubts
from newsarchive.extraction.page import Page

SAID = [
    f"The {who} said that the old bridge would be closed for {days} days while engineers looked at its piers."
    for who, days in (("mayor", 20), ("council", 30), ("harbour master", 40), ("company", 50), ("ministry", 60), ("pilot", 70))
]  # fmt: skip
LINE = "Those who know the river know that it has never kept to a timetable."


@pytest.mark.parametrize(("line", "stays"), [("◆ The river", True), ("The river is late.", False)])
def test_a_short_line_that_may_be_a_heading_stays(line: str, *, stays: bool) -> None:
    parts = [f"<p>{said}</p>" for said in SAID]
    parts[2:2] = [f"<div class=x7><p>{line}</p></div>"]
    page = Page(f"<html lang=en><div class=c7>{''.join(parts)}</div>")
    kept = describe(Layout(page))
    assert (not doubts(page, kept, {one.place: 4.0 if one.block.text in SAID else 1.0 for one in kept})) is stays


@pytest.mark.parametrize(
    ("box", "odds", "stays"),
    [
        ("<div class=x7><p>{}</p></div>", 1.0, False),
        ("<section><p>{}</p></section>", 1.0, False),
        ("<div class=x7><h3>The river</h3><p>{}</p></div>", 1.0, False),
        ("<div class=x7><p>{}</p></div>", 2.0, True),
        ("<div><p>{}</p></div>", 1.0, True),
        ("<p class=x7>{}</p>", 1.0, True),
        ("<blockquote><p>{}</p></blockquote>", 1.0, True),
        ("<div class=x7><ul><li>{}</li></ul></div>", 1.0, True),
        ("<div class=x7><pre>{}</pre></div>", 1.0, True),
        ("<figure class=x7><blockquote><p>{}</p></blockquote></figure>", 1.0, True),
        ("<div class=x7><blockquote><p>{} <a href=/7>7 May</a></p></blockquote></div>", 1.0, False),
    ],
)
def test_a_box_of_which_nothing_is_sure_is_no_text(box: str, odds: float, *, stays: bool) -> None:
    parts = [f"<p>{said}</p>" for said in SAID]
    parts[2:2] = [box.format(LINE)]
    page = Page(f"<html lang=en><h1>Bridge to close</h1><div class=c7>{''.join(parts)}</div>")
    kept = [one for one in describe(Layout(page)) if one.block.text != "Bridge to close"]
    unsure = {one.place: 4.0 if one.block.text in SAID else odds for one in kept}
    assert (not doubts(page, kept, unsure)) is stays


def test_boxes_of_a_text_that_is_not_mostly_paragraphs_are_its_own() -> None:
    boxes = [f"<div class=x7><p>{LINE} {LINE}</p></div>"] * 3
    page = Page(f"<html lang=en><div class=c7>{''.join(f'<p>{said}</p>' for said in SAID)}{''.join(boxes)}</div>")
    kept = describe(Layout(page))
    assert doubts(page, kept, {one.place: 4.0 if one.block.text in SAID else 1.0 for one in kept}) == {}


def test_many_such_boxes_are_the_text() -> None:
    parts = [
        f"<p>{said}</p><div class=x7><p>Two pilots cleaned pier {number}.</p></div>" for number, said in enumerate(SAID)
    ]
    page = Page(f"<html lang=en><div class=c7>{''.join(parts)}</div>")
    kept = describe(Layout(page))
    assert doubts(page, kept, {one.place: 4.0 if one.block.text in SAID else 1.0 for one in kept}) == {}
