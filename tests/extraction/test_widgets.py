"""Titles of what can be played are no text, be they headings between the paragraphs or lines above them."""

import pytest

from newsarchive.extraction import extract

TEXT = [
    f"The {name} said on Friday that the ferry would be towed off at high water, and that no oil had been lost so far."
    for name in ("harbour master", "captain of the tug", "company", "coastguard", "mayor of Winnow", "mate")
]
TITLE = "“It was like a clap of thunder”: passengers tell of the night"

SENTENCE = "How the passengers of the ferry spent the night in the school hall, and what they say of it."


def read(lines: list[str]) -> list[str]:
    html = f"<html lang=en><title>Ferry aground</title><body><main><article>{''.join(lines)}</article></main></body></html>"
    return extract(html, "https://news.example.test/a/1.html").body.split("\n")


@pytest.mark.parametrize(("name", "stays"), [("vjs-wrapper big", False), ("b-player", False), ("part-3", True)])
def test_a_heading_alone_in_an_element_between_the_paragraphs(name: str, stays: bool) -> None:
    text = [f"<p class=t>{line}</p>" for line in TEXT]
    found = read(["<h1>Ferry aground</h1>", *text[:3], f"<div class='{name}'><h2>{TITLE}</h2></div>", *text[3:]])
    assert found == [*TEXT[:3], *[TITLE] * stays, *TEXT[3:]]


@pytest.mark.parametrize(
    ("box", "stays"),
    [
        (f"<h1>Ferry aground</h1><div class=title_player>{SENTENCE}</div>", False),
        (f"<h1>Ferry aground</h1><p class=player-lead>{SENTENCE}</p>", True),
        (f"<header class=has-video><h1>Ferry aground</h1><p class=lead>{SENTENCE}</p></header>", True),
        (f"<h1>Ferry aground</h1><div class=summing-up>{SENTENCE}</div>", True),
    ],
)
def test_a_line_above_the_text(box: str, stays: bool) -> None:
    found = read([box, "<div class=t>", *(f"<p>{line}</p>" for line in TEXT), "</div>"])
    assert (found[0] == SENTENCE, found[-len(TEXT) :]) == (stays, TEXT)
