"""Entries of live blogs keep their headings and lose their times; a list of other articles has no headings of the text."""

import pytest

from newsarchive.extraction import extract

ENTRIES = [
    ("Line washed out", "The railway has published a picture of the line south of Winnow, where 15 metres of track hang in the air."),
    ("Minister defends spending", "The minister has told the chamber that spending on walls and sluices is at its highest since records began."),
    ("Ferry stays in harbour", "The ferry to the islands will not sail before Thursday, the firm said, because the pier has lost two of its piles."),
]  # fmt: skip
HEAD = (
    "<title>Storm leaves thousands without power</title><h1>Storm leaves thousands without power</h1><p>By Ada Moor</p>"
)
SHAPES = {
    "a header": "<article class=block><header><div><a href=#b><time>16.22 GMT</time></a></div><h2>{}</h2></header><p>{}</p></article>",
    "no header": "<div class=block><time>4:22pm</time><h2>{}</h2><p>{}</p></div>",
}


def read(story: str) -> list[str]:
    page = f"<html lang=en><body>{HEAD}<div>{story}</div></body></html>"
    return extract(page, "https://news.example.test/storm/live").body.split("\n")


@pytest.mark.parametrize("shape", SHAPES)
def test_entries_keep_their_headings_and_lose_their_times(shape: str) -> None:
    story = "".join(SHAPES[shape].format(*entry) for entry in ENTRIES)
    assert read(story) == [line for entry in ENTRIES for line in entry]


def test_a_time_that_the_author_wrote_stays() -> None:
    story = "".join(f"<p><b>At 16.22</b></p><p>{text}</p>" for _, text in ENTRIES)
    assert read(story) == [line for _, text in ENTRIES for line in ("At 16.22", text)]


def test_a_single_header_heads_no_entry() -> None:
    story = "".join(f"<p>{text}</p>" for _, text in ENTRIES)
    box = "<section><header><h2>Our newsletter</h2></header><p>Every morning.</p></section>"
    assert "Our newsletter" not in read(f"{story}{box}")
