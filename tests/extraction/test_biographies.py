"""What a text says at its end about its writer is no text; what it says about others, and in plain type, is."""

import pytest

from newsarchive.extraction import extract

TEXT = [
    "The last of the four mills on the Winnow will be pulled down in autumn, the council decided on Monday after three hours.",
    "Nobody has ground corn there since 1961, but the sluice still holds back the water on which the allotments depend.",
    "“We asked for one thing, and that was the sluice,” said Nora Quill, who has kept bees on its bank for thirty years.",
    "The firm that owns the site says that it will replace the sluice with one of steel before the first frost.",
]
DATA = '<script type=application/ld+json>{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ada Moor"}]}</script>'
HEADS = {
    "a by-line": "<h1>Last mill to go</h1><p>By Ada Moor</p>",
    "a named element": "<h1>Last mill to go</h1><div class=author>Ada Moor</div>",
    "the head": f"<meta name=author content='Ada Moor'><h1>Last mill to go</h1>{DATA}",
    "data": f"{DATA}<h1>Last mill to go</h1>",
}
REMOVED = [
    "<p><em>Ada Moor keeps sheep above Winnow and sat on the council for nine years. Her column appears on Tuesdays.</em></p>",
    "<p><i>Ada Moor ist Redakteurin für Wasser und Wald.</i></p><p>Follow us on Facebook and Twitter</p>",
    "<p><em>The author Ada Moor is a lawyer at Winnow and advises towns on rivers.</em></p>",
    "<p><em>Die Autorin Ada Moor ist Rechtsanwältin in Winnow und berät Gemeinden.</em></p>",
    "<p><strong>Ada Moor</strong> is a lecturer in history at Winnow College.</p>",
    "<hr><p>— Ada Moor</p>",
    "<p><em>Ada Moor is a poet of the river. Her last book is</em> Salt Ledger <em>(Paper Boat, 2025).</em></p>",
    "<div class=x><h4>Ada Moor</h4><p>Ada has written about the river since 2009. She lives on a boat.</p></div>",
]  # fmt: skip
KEPT = [
    "<p><em>Nora Quill keeps bees above Winnow and sat on the council for nine years.</em></p>",
    "<p><em>The author Nora Quill came to Winnow in May and read from her book about bees.</em></p>",
    "<p>Ada Moor was the name on the oldest of the millstones, and nobody knows who she was.</p>",
    "<p><strong>Ada Moor:</strong> I would have kept all four of them, and the sluice as well.</p>",
    "<p><em>Winnow Mill is now a museum, and on Sundays it still grinds.</em></p>",
]


def read(head: str, last: str) -> list[str]:
    story = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<html lang=en><body>{head}<div>{story}{last}</div></body></html>"
    return extract(page, "https://news.example.test/town/last-mill-to-go").body.split("\n")


@pytest.mark.parametrize("last", REMOVED)
@pytest.mark.parametrize("head", HEADS)
def test_who_the_writer_is_is_no_text(head: str, last: str) -> None:
    assert read(HEADS[head], last) == TEXT


@pytest.mark.parametrize("last", KEPT)
@pytest.mark.parametrize("head", HEADS)
def test_a_last_paragraph_about_others_is_text(head: str, last: str) -> None:
    assert len(read(HEADS[head], last)) == len(TEXT) + 1


@pytest.mark.parametrize(
    ("line", "stays"), [("- Winnow Post", False), ("Winnow Post", False), ("Winnow is lost", True)]
)
def test_the_name_of_the_site_at_the_end_is_no_text(line: str, stays: bool) -> None:
    head = "<meta property=og:site_name content='Winnow Post'><h1>Last mill to go</h1>"
    assert (line in read(head, f"<p>{line}</p>")) is stays


@pytest.mark.parametrize(
    ("under", "stays"),
    [
        ("<h3>关于Winnow Post</h3><p>Winnow Post is the portal of the town.</p>", False),
        ("<h3>About the writer:</h3><p>She has lived on the river since 2009.</p>", False),
        ("<h3>About Winnow Post</h3><p>Winnow Post makes sluices of steel.</p>", True),  # as releases end
        ("<h3>About us</h3>" + f"<p>{TEXT[0]}</p>" * 3, True),
    ],
)
def test_a_short_end_about_the_site_or_the_writer_is_no_text(under: str, stays: bool) -> None:
    read_lines = read("<meta property=og:site_name content='Winnow Post'><h1>Last mill to go</h1>", under)
    assert (len(read_lines) > len(TEXT)) is stays


def test_an_agency_and_the_site_are_no_writers() -> None:
    head = "<meta property=og:site_name content='Winnow Post'><meta name=author content='Winnow Post'><h1>Last mill to go</h1>"
    line = "<p><em>Winnow Post readers have sent more than 400 letters about the mill since January.</em></p>"
    assert len(read(head, line)) == len(TEXT) + 1
    head = "<h1>Last mill to go</h1><p>By The Associated Press</p>"
    assert (
        len(read(head, "<p><em>The Associated Press has asked the firm for a copy of the plan.</em></p>"))
        == len(TEXT) + 1
    )


@pytest.mark.parametrize(
    ("line", "end", "stays"),
    [
        ("撰文：林美華", "林美華，本報記者，2014年起採訪交通與市政，曾任職電台。", False),
        ("מאת נועה לוי", "נועה לוי כותבת על תחבורה ושלטון מקומי משנת 2014.", False),
        ("3 May 2026 | Hana Sol-Ek | 12", "Hana Sol-Ek paints signs for the ferries of three towns.", False),
        ("Szerző: Kovács Anna", "Kovács Anna 2014 óta ír közlekedésről és helyi politikáról.", False),
        ("撰文：林美華", "麵包店的林美華，本週仍在等待橋重新開放的那一天到來。", True),
    ],
)
def test_a_name_told_above_is_known_below_in_any_script(line: str, end: str, stays: bool) -> None:
    head = f"<h1>Last mill to go</h1><p>{line}</p>"
    assert (end in read(head, f"<p><em>{end}</em></p>")) is stays
    assert end in read(head, f"<p>{end}</p>")


def test_a_column_named_by_the_headline_is_no_writer() -> None:
    end = "<p><em>Dear Maud is written by the sister of the ferryman, and has been since 1988.</em></p>"
    assert len(read("<h1>Dear Maud: My mill is gone</h1>", end)) == len(TEXT) + 1


def test_words_under_a_heading_about_the_writer_are_known_in_more_languages() -> None:
    about = "<h4>Σχετικά με τον συντάκτη</h4><p>Γράφει για το ποτάμι από το 2014.</p>"
    assert read("<h1>Last mill to go</h1>", about) == TEXT


def test_a_text_of_one_line_in_italics_is_read() -> None:
    assert extract(f"<p><em>{TEXT[0]}</em></p>", "https://news.example.test/1.html").body == TEXT[0]
