"""What readers wrote below an article is no text, whether a heading or only a class says that it is comments."""

import pytest

from newsarchive.extraction import extract

TEXT = [
    "The night ferry was turned back twice on Friday before the crew found the leak, the harbour office said.",
    "Nobody was hurt, and the forty passengers were put up in the school hall until the morning boat came in.",
    "“We heard a knock and then nothing more,” said Nora Quill, who had been on her way back from the market.",
    "The office says that it will look at the two other boats of the line before the end of the month.",
]
SAID = [
    "I have taken that boat for thirty years, and it was always late but never wet. What is the council waiting for?",
    "My brother was on board and says that the crew was splendid; they handed out tea and told jokes until four.",
    "Sell the boats and build the bridge, as every candidate has promised since I was at school with their fathers.",
]
NAMES = [
    "ol id=commentlist",
    "div class='box comments-area'",
    "section id=comments",
    "div id=disqus_thread",
    "div itemprop=comment",
    "div class='fyre-comment-stream'",
]
HEADINGS = ["35 Comments »", "Kommentare ▾", "› Leave a comment", "网友评论（35）", "HOUSE RULES"]
RESPONSES = [
    "34 responses to “Ferry turned back”",
    "One thought on “Ferry turned back”",
    "2 Antworten zu „Fähre kehrt um“",
]


def read(below: str) -> list[str]:
    story = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<html lang=en><body><h1>Ferry turned back</h1><div>{story}{below}</div></body></html>"
    return extract(html, "https://news.example.test/a/1.html").body.split("\n")


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_in_an_element_of_comments_is_no_text(name: str) -> None:
    assert read(f"<{name}>{''.join(f'<p>{line}</p>' for line in SAID)}</{name.split()[0]}>") == TEXT


@pytest.mark.parametrize("heading", HEADINGS + RESPONSES)
def test_signs_around_a_heading_of_comments_do_not_hide_it(heading: str) -> None:
    assert read(f"<div><h2>{heading}</h2>{''.join(f'<p>{line}</p>' for line in SAID)}</div>") == TEXT


@pytest.mark.parametrize("heading", RESPONSES)
def test_a_heading_of_so_many_responses_may_stand_below_text_of_its_element(heading: str) -> None:
    below = f"<h2>{heading}</h2>{''.join(f'<p>{line}</p>' for line in SAID)}"
    assert read(below) == TEXT
    assert read(below.replace(heading, f"Letters of {heading}")) == [*TEXT, f"Letters of {heading}", *SAID]


def test_a_page_that_is_all_in_such_an_element_is_read() -> None:
    story = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<body><div class=comments><h1>Ferry turned back</h1>{story}</div></body>"
    assert extract(html, "https://news.example.test/a/1.html").body.split("\n") == TEXT


@pytest.mark.parametrize(
    ("stamp", "stays"),
    [
        ("<b>Nell</b> <i>13.05.2026 10:12</i>", False),
        ("Said by Nell — May 13, 2026 @ 11:13 am", False),
        ("4 hours ago", False),
        ("<b>Nell</b>, who lives at the quay", True),
    ],
)
def test_lines_alike_below_the_text_with_a_day_and_a_time_each_are_comments(stamp: str, stays: bool) -> None:
    found = read("".join(f"<div class=x1><p>{line}</p><p>{stamp}</p></div>" for line in SAID))
    assert (found != TEXT) is stays


@pytest.mark.parametrize(("lead", "heading"), [(TEXT[:1], ""), (TEXT, "<h3>At the quay</h3>")])
def test_entries_that_are_most_of_the_text_or_have_headings_are_no_comments(lead: list[str], heading: str) -> None:
    stamp = "<b>Nell</b> <i>13.05.2026 10:12</i>"
    story = "".join(f"<p>{line}</p>" for line in lead)
    entries = "".join(f"<div class=x1>{heading}<p>{line}</p><p>{stamp}</p></div>" for line in SAID)
    html = f"<html lang=en><body><h1>Ferry turned back</h1><div>{story}{entries}</div></body></html>"
    found = extract(html, "https://news.example.test/a/1.html").body.split("\n")
    assert [line for line in found if line in SAID] == SAID


def test_rows_of_a_table_with_a_time_each_are_comments() -> None:
    rows = "".join(f"<tr><td>Nell<br>13.05.2026 10:12</td><td>{line}</td></tr>" for line in SAID)
    assert read(f"<table>{rows}</table>") == TEXT
