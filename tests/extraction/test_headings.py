"""Headings, and lines in bold that serve as such, are text between paragraphs, however the paragraphs are wrapped."""

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.headings import headings_between
from newsarchive.extraction.page import Page

SAID = [
    f"The {who} said that the old bridge would be closed for {days} days while engineers looked at its piers."
    for who, days in (("mayor", 20), ("council", 30), ("harbour master", 40), ("company", 50), ("ministry", 60))
]
HEADING = "What happens next"
PICTURE = '<figure><img src="/i/1.jpg"><figcaption>The bridge from the harbour</figcaption></figure>'
PROMOTION = '<div class="promo"><a href="/news/4.html">Ferry timetable changes again from Monday</a></div>'


@pytest.mark.parametrize(
    "wrapped", ["<p>{}</p>", "<div><p>{}</p></div>", "<section><p>{}</p></section>", "<div>{}</div>"]
)
@pytest.mark.parametrize("heading", ["<h2>{}</h2>", "<h3 class=sub>{}</h3>", "<p><strong>{}</strong></p>"])
@pytest.mark.parametrize("between", ["", PICTURE, PROMOTION])
@pytest.mark.parametrize("at", [1, 3])
def test_a_heading_between_paragraphs_is_text(wrapped: str, heading: str, between: str, at: int) -> None:
    parts = [wrapped.format(said) for said in SAID]
    bold = "strong" in heading
    above, below = (between, "") if bold else ("", between)  # a line in bold above links heads them
    parts[at:at] = [above + heading.format(HEADING) + below]
    html = f"""<html lang=en><title>Bridge to close | Post</title><div><h1>Bridge to close</h1><p>By Ann Lee, 13 March 2026</p>
        <div class=c7>{"".join(parts)}</div></div>"""
    assert extract(html, "https://news.example.test/a/1.html").body.split("\n") == [*SAID[:at], HEADING, *SAID[at:]]


def read(inserted: str) -> list[str]:
    parts = [f"<p>{said}</p>" for said in SAID]
    parts.insert(3, inserted)
    html = f"<html lang=en><title>Bridge to close | Post</title><h1>Bridge to close</h1><div>{''.join(parts)}</div>"
    return extract(html, "https://news.example.test/a/1.html").body.split("\n")


@pytest.mark.parametrize("heading", ["Advertising the job", "Related problems", "Top stories of the harbour", "Tags"])
def test_a_heading_right_above_a_paragraph_is_text_whatever_it_begins_like(heading: str) -> None:
    assert read(f"<h2>{heading}</h2>") == [*SAID[:3], heading, *SAID[3:]]


@pytest.mark.parametrize("heading", ["Related", "Top stories", "Advertisement", "Most read"])
def test_a_heading_of_links_goes_with_them(heading: str) -> None:
    links = (
        "<ul><li><a href=/1>Ferry timetable changes again from Monday</a></li><li><a href=/2>Pier sold</a></li></ul>"
    )
    assert read(f"<h2>{heading}</h2>{links}") == SAID


@pytest.mark.parametrize("box", ["<div class=callout>{}</div>", "<div class=sum>{}</div>", "<section>{}</section>"])
def test_a_heading_goes_with_the_list_below_it(box: str) -> None:
    items = ["The bridge closes for twenty days.", "Engineers look at all of its piers."]
    listed = "<h4>At a glance</h4><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    html = f"""<html lang=en><title>Bridge to close | Post</title><div><h1>Bridge to close</h1><p>By Ann Lee, 13 March 2026</p>
        <div class=c7>{box.format(listed)}{"".join(f"<p>{said}</p>" for said in SAID)}</div></div>"""
    assert extract(html, "https://news.example.test/a/1.html").body.split("\n") == ["At a glance", *items, *SAID]


@pytest.mark.parametrize(
    "name, odds", [("c-subhead", 1.0), ("zwischentitel", 1.0), ("ladillo", 1.0), ("c7", -1.5), ("subheads-promo", -1.5)]
)
def test_a_line_that_is_called_a_heading_has_the_odds_of_the_paragraphs(name: str, odds: float) -> None:
    words = "Follow us here." if "promo" in name else HEADING
    page = Page(f"<div><p>{SAID[0]}</p><p class={name}>{words}</p><p>{SAID[1]}</p></div>")
    assert headings_between(page, describe(Layout(page)), [1.0, -1.5, 1.0]) == [1.0, odds, 1.0]
    page = Page(f"<div><p>{SAID[0]}</p><div role=heading>{HEADING}</div><p>{SAID[1]}</p></div>")
    assert headings_between(page, describe(Layout(page)), [1.0, -1.5, 1.0]) == [1.0, 1.0, 1.0]
