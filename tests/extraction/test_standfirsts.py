"""A line under the headline that sums up the text is text, with or without a full stop; labels and by-lines are not."""

import pytest

from newsarchive.extraction import extract

REST = "".join(
    f"<p>The {name} said that the ferry would be towed off at high water on Sunday, and that no oil had been lost.</p>"
    for name in ("harbour master", "captain", "company", "coastguard", "mayor")
)


@pytest.mark.parametrize("tag", ["p", "h2"])
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
