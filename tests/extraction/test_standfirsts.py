"""A line under the headline that sums up the text is text, with or without a full stop; labels and by-lines are not."""

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.standfirsts import standfirsts
from newsarchive.extraction.page import Page

REST = "".join(
    f"<p>The {name} said that the ferry would be towed off at high water on Sunday, and that no oil had been lost.</p>"
    for name in ("harbour master", "captain", "company", "coastguard", "mayor")
)

SAID = "A mate heard the keel touch the bank. He woke the others, and nobody was hurt."


@pytest.mark.parametrize("tag", ["p", "h2", "div"])
@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("A mate heard the keel touch the bank and woke the others", True),
        ("By Ann Lee of the Harbour Desk and Bo Yu in the capital", False),
        ("Town council meeting on the pier: 13 March 2026", False),
        ("What you need to know before you board the ferry:", False),
        ("Winnow Courier Harbour And Ferry News Every Morning", False),
    ],
)
def test_a_line_without_a_full_stop_below_the_headline(tag: str, line: str, stays: bool) -> None:
    html = f"""<html lang=en><title>Ferry aground | Post</title><a href=/>Post</a><h1>Ferry aground</h1><{tag} class=t9>{line}</{tag}>
        <div class=m>13 March 2026</div><div class=b>{REST}</div></html>"""
    assert (line in extract(html, "https://news.example.test/a/3474.html").body.split("\n")) is stays


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("A mate heard the keel touch the bank and woke the others", True),
        ("<span>A mate heard the keel</span><span>and woke the others</span>", False),
        ("Watch: a mate hears the keel touch the bank", False),
        ("The mate on Friday 13 in the morning, 07.15", False),
    ],
)
def test_a_plain_div_below_the_headline_is_a_single_run_of_words(line: str, stays: bool) -> None:
    html = f"""<html lang=en><title>Ferry aground | Post</title><a href=/>Post</a><h1>Ferry aground</h1><div class=t9>{line}</div>
        <div class=b>{REST}</div></html>"""
    assert (extract(html, "https://news.example.test/a/3474.html").body.count("\n") == REST.count("<p>")) is stays


@pytest.mark.parametrize(
    ("head", "name", "better"),
    [
        ("<h1>Ferry aground in the night</h1>", "u4", 2.0),
        ("<h2><span>Gull Point</span> <span>Ferry aground in the night</span></h2>", "u4", 2.0),
        ("<h2>How it came about that the mate of the night ferry slept: Ferry aground in the night</h2>", "u4", 0.0),
        ("<h1>Ferry aground in the night</h1>", "m-dek", 3.4),
        ("<h1>Ferry aground in the night</h1>", "page-sub-headline", 3.4),
        ("<h1>Ferry aground in the night</h1>", "info-sub_title", 3.4),
        ("<h1>Ferry aground in the night</h1>", "info-subs-title", 0.0),
        (
            "<h1>Ferry aground in the night and nobody woke until the coastguard rang the bell of the mate</h1>",
            "u4",
            2.0,
        ),
    ],
)
def test_how_much_likelier_a_sentence_below_the_headline_is(head: str, name: str, better: float) -> None:
    page = Page(
        f"<title>Ferry aground in the night</title><article>{head}<div class={name}>{SAID}</div><div>{REST}</div></article>"
    )
    described = describe(Layout(page))
    odds = [4.0 if one.block.text in REST or one.block.element.tag == "h1" else -1.0 for one in described]
    found = zip(described, odds, standfirsts(page, described, odds), strict=True)
    assert next(new - own for one, own, new in found if one.block.text == SAID) == pytest.approx(better)


def test_a_lead_that_stands_twice_is_read_once() -> None:
    head = f"<h1>Ferry aground</h1><div class=lead><p>{SAID}</p></div><div class='m-excerpt left'><p>{SAID}</p></div>"
    read = extract(
        f"<header>{head}</header><div id=body><div>{REST}</div></div>", "https://news.example.test/a/3474.html"
    )
    assert read.body.count(SAID) == 1


def test_what_is_called_a_lead_is_one_in_a_column_beside_others_too() -> None:
    head = f"<h1 class='title left'>Ferry aground</h1><span class='m-excerpt left'><p>{SAID}</p></span>"
    page = (
        f"<header class=left>{head}<div class=left>By Maeve Tolland</div></header><div id=body><div>{REST}</div></div>"
    )
    assert extract(page, "https://news.example.test/a/3474.html").body.startswith(SAID)


@pytest.mark.parametrize(
    "row",
    [
        "<span>13 May 2026, 10:00</span> <span>1 245 readers have opened it</span> <span>Time to read: 2 min.</span>",
        "13 May 2026 · 10:00 · 1 245 readers have opened it · Time to read: 2 min.",
    ],
)
def test_a_row_with_the_date_below_the_headline_sums_up_nothing(row: str) -> None:
    html = f"""<html lang=en><title>Ferry aground | Post</title><a href=/>Post</a><h1>Ferry aground</h1><div class=i>{row}</div>
        <div class=b>{REST}</div></html>"""
    assert "readers" not in extract(html, "https://news.example.test/a/3474.html").body


def test_a_standfirst_may_stand_below_several_facts() -> None:
    facts = "<div>Maeve Tolland</div><div>10:17, 10.03.26</div><div>2 min</div><div>1204</div>"
    said = "A meeting in Northby on the bridge and on the harbour."
    text = "<p>Residents said they had waited years for the repairs and hoped the work would begin before winter.</p><p>Traffic will be diverted through the harbour, where a second lane is to open in the spring.</p>"
    page = f"<div><h1>Old bridge to close</h1>{facts}<p>{said}</p><div class=t><figure><img src=/b.jpg><figcaption>The bridge</figcaption></figure>{text}</div></div>"
    assert extract(page, "https://www.example.test/a/1").body.split("\n")[0] == said
