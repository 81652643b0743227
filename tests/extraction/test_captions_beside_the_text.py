"""Lines that stand with a picture beside the text, or under it in other type, are captions."""

import pytest

from newsarchive.extraction import extract

TEXT = [
    "The last of the four mills on the Winnow will be pulled down in autumn, the council decided on Monday after three hours.",
    "Nobody has ground corn there since 1961, but the sluice still holds back the water on which the allotments depend.",
    "“We asked for one thing, and that was the sluice,” said Nora Quill, who has kept bees on its bank for thirty years.",
    "The firm that owns the site says that it will replace the sluice with one of steel before the first frost.",
]
REMOVED = [
    "<table width=200 align=right><tr><td><img src=a.jpg><br><font size=1><i>Nora Quill speaks against the plan on Monday.</i></font></td></tr></table>",
    "<div style='float: left'><img src=a.jpg><br>Nora Quill speaks against the plan on Monday.</div>",
    "<p><img src=a.jpg><br><em>The sluice at its widest, in March.</em></p>",
    "<div class=galleryCaption><p>The sluice at its widest, in March</p></div>",
    "<p><img src=a.jpg></p><p><small>The sluice at its widest, in March.</small></p>",
]
KEPT = [
    "<div class=captionless><p>The sluice is at its widest in March, they say</p></div>",
    "<table width=200 align=right><tr><td>Nobody has asked them, they say, and nobody will.</td></tr></table>",
    "<p><em><img src=a.jpg>“Nora, why are we talking about a sluice?”</em></p>",
    "<p><img src=a.jpg><br>The sluice is at its widest in March.</p>",
    "<p><img src=a.jpg></p><p>The sluice <small>is at its widest in March.</small></p>",
    "<p><small>The sluice is at its widest in March.</small></p>",
]


def read(inserted: str) -> list[str]:
    story = "".join(f"<p>{line}</p>" for line in [*TEXT[:2], inserted, *TEXT[2:]])
    page = f"<html lang=en><body><h1>Last mill to go</h1><p>By Ada Moor</p><div>{story}</div></body></html>"
    return extract(page, "https://news.example.test/town/last-mill-to-go").body.split("\n")


@pytest.mark.parametrize("inserted", REMOVED)
def test_what_a_picture_says_is_no_text(inserted: str) -> None:
    assert read(inserted) == TEXT


@pytest.mark.parametrize("inserted", KEPT)
def test_other_lines_beside_pictures_are_text(inserted: str) -> None:
    assert len(read(inserted)) == len(TEXT) + 1


LINE = "Nora Quill speaks against the plan on Monday, while the mayor looks out of the window."
BOX = "<div class=x1><div class=x2><img src=a.jpg></div><div class=x3><p>{}</p></div></div>"


@pytest.mark.parametrize(
    "inserted",
    [
        BOX.format(LINE),
        f"<div class=x1><div class=x2><img src=a.jpg></div><div class=x3>{LINE}</div></div>",
        "<div class=x2><img src=a.jpg></div><div class=x3>Nora Quill at the sluice, which the Quills built in 1936</div>",
    ],
)
def test_a_line_that_stands_apart_with_a_picture_is_no_text_whatever_its_names(inserted: str) -> None:
    assert read(inserted) == TEXT


@pytest.mark.parametrize(
    "inserted",
    [
        BOX.format(f"{LINE}</p><p>{TEXT[0]}</p><p>{LINE}"),
        f"<blockquote><img src=a.jpg><p>{LINE}</p></blockquote>",
        f"<img src=a.jpg><p class=x3>{LINE}</p>",
        "<img src=a.jpg><p class=x3><b>Nora Quill at the sluice</b></p>",
        "".join(BOX.format(f"{who} {LINE[10:]}") for who in ("Ida Moor", "Carl Wood", "Edna Reed", "Tom Fry")),
    ],
)
def test_what_is_more_than_a_caption_stays(inserted: str) -> None:
    assert len(read(inserted)) > len(TEXT)


def test_pictures_of_mobile_pages_have_captions_too() -> None:
    line = "The sluice, this Monday. (Photo: Harbour News)"
    assert read(f"<amp-img src=a.jpg width=8 height=6></amp-img><p>{line}</p>") == TEXT
