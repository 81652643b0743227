"""Sentences beside the paragraphs that look like them are text, even full of links, unless they point elsewhere."""

import pytest

from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.neighbours import with_neighbours
from newsarchive.extraction.page import Page

REST = "".join(
    f"<p class=t>The {name} said that the ferry would be towed off at high water on Sunday, and that no oil had been lost.</p>"
    for name in ("harbour master", "captain", "company", "coastguard", "mayor")
)


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("It also <a href=/1>keeps the lights of four harbours and pays the crew of the pilot boat</a>.", True),
        ("It also <a href=/1>keeps the lights of four harbours and pays the crew of the pilot boat.</a>", False),
        ("<a href=/1>Four harbours pay the crew of the pilot boat</a>, and the fifth pays for its fuel.", False),
        ("(It also <a href=/1>keeps the lights of four harbours and pays the crew of the boat</a>.)", False),
    ],
)
def test_a_sentence_full_of_links_beside_the_paragraphs(line: str, stays: bool) -> None:
    page = Page(
        f"<title>Ferry aground</title><article><h1>Ferry aground</h1><div>{REST}<p class=t>{line}</p>{REST}</div>"
    )
    described = describe(Layout(page))
    odds = [4.0 if one.block.text in REST else -0.8 for one in described]
    kept = [one for one, own in zip(described, odds, strict=True) if own > 0]
    found = [one for one in with_neighbours(page, described, odds, kept) if one not in kept]
    assert bool(found) is stays


@pytest.mark.parametrize(
    ("name", "stays"), [("story-end", True), ("p-right", True), ("related-end", False), ("story-body", False)]
)
def test_a_paragraph_whose_own_name_says_how_it_is_set(name: str, stays: bool) -> None:
    last = "The ferry was built in the year of the flood, and has run aground four times since."
    page = Page(
        f"<title>Ferry aground</title><article><h1>Ferry aground</h1><div>{REST * 3}<p class={name}>{last}</p></div>"
    )
    described = describe(Layout(page))
    odds = [4.0 if one.block.text in REST else -0.8 for one in described]
    kept = [one for one, own in zip(described, odds, strict=True) if own > 0]
    found = [one.block.text for one in with_neighbours(page, described, odds, kept) if one not in kept]
    assert (found == [last]) is stays


ANSWERS = [
    "Will it float?",
    "The pilot thinks so, and he has been right before.",
    "Who pays?",
    "Nobody has said so yet.",
]


@pytest.mark.parametrize(
    ("answer", "stays"),
    [
        ("<details><summary>{}</summary><div><p>{}</p></div></details>", True),
        ("<details><summary>{}</summary><div class=related><p>{}</p></div></details>", False),
        (
            "<details><summary>{}</summary><div><p>{} <a href=/1>Read all about it on this page.</a></p></div></details>",
            False,
        ),
    ],
)
def test_a_sentence_between_lines_of_text_that_look_like_it(answer: str, stays: bool) -> None:
    parts = [answer.format(*ANSWERS[:2]), answer.format(*ANSWERS[2:]), answer.format(*ANSWERS[:2])]
    page = Page(f"<title>Ferry aground</title><article><h1>Ferry aground</h1><div>{REST}{''.join(parts)}{REST}</div>")
    described = describe(Layout(page))
    odds = [-0.8 if one.block.text.startswith(ANSWERS[3]) else 4.0 for one in described]
    kept = [one for one, own in zip(described, odds, strict=True) if own > 0]
    found = [one for one in with_neighbours(page, described, odds, kept) if one not in kept]
    assert bool(found) is stays
