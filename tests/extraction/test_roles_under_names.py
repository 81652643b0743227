"""What stands under a writer's name is no text: a role, or the next line of a by-line; a greeting is."""

import pytest

from newsarchive.extraction import extract

TEXT = [
    "The last of the four mills on the Winnow will be pulled down in autumn, the council decided on Monday after three hours.",
    "Nobody has ground corn there since 1961, but the sluice still holds back the water on which the allotments depend.",
    "“We asked for one thing, and that was the sluice,” said Nora Quill, who has kept bees on its bank for thirty years.",
    "The firm that owns the site says that it will replace the sluice with one of steel before the first frost.",
]


def read(head: str) -> tuple[list[str], tuple[str, ...]]:
    story = "".join(f"<p>{line}" for line in TEXT)
    page = f"<html><title>Last mill to go</title><body><table><tr><td><font size=5><b>Last mill to go</b></font><p>{head}<p>{story}</table></body></html>"
    article = extract(page, "http://news.example.test/2003/06/19/story4.shtml")
    return article.body.split("\n"), article.authors


@pytest.mark.parametrize(
    "head",
    [
        "<font size=2><b>By Ada Moor</b><br>Post Staff Writer</font>",
        "<b>By Ada Moor<br>Of The Post</b>",
        "<b>By Ada Moor<br>For the Post</b>",
        "By Ada Moor<br><i>The Winnow Post</i>",
        "<b>Ada Moor<br>Staff Writer</b>",
        "<div><a rel=author href=/a>Ada Moor</a><div><span>North of Winnow correspondent</span></div></div>",
        "<b>By Ada Moor<br>Post Staff</b><table align=right><tr><td><img src=a.jpg><br><i>The sluice.</i><br>Photo by Len Roe</table>",
        "<b>Ada Moor<br>Staff Writer</b><table align=right><tr><td><img src=a.jpg><br><i>The sluice.</i><br>Photo by Len Roe</table>",
    ],
)
def test_a_role_under_a_name_is_no_text(head: str) -> None:
    assert read(head) == (TEXT, ("Ada Moor",))


def test_a_greeting_under_a_name_is_text() -> None:
    assert read("By Ada Moor<br>Dear readers,")[0] == ["Dear readers,", *TEXT]
