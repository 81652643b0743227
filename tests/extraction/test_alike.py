"""A paragraph is likelier to be what most of those that look like it are."""

import pytest

from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.alike import alike
from newsarchive.extraction.page import Page

NAMES = ("harbour master", "captain", "company", "coastguard", "mayor", "pilot")
LINES = [
    f"The {name} said that the ferry would be towed off at high water on Sunday, and no oil was lost." for name in NAMES
]


def becomes_text(odds: list[float], name: str = "class=block") -> list[bool]:
    paragraphs = "".join(f"<div {name}><p>{line}</p></div>" for line in LINES)
    described = describe(Layout(Page(f"<title>Ferry aground</title><h1>Ferry aground</h1><main>{paragraphs}</main>")))
    texts = [one for one in described if one.block.text in LINES]
    better = alike(texts, odds)
    return [own <= 0 < now for own, now in zip(odds, better, strict=True)]


@pytest.mark.parametrize(
    ("odds", "name", "expected"),
    [
        ([4, 4, -1.5, 4, 4, 4], "class=block", [2]),
        ([4, 4, -1.5, 4, 4, 4], "", []),  # bare elements hold anything
        ([4, 4, 4, 4, 4, -1.5], "class=block", []),  # what sites add below the text
        ([4, 4, 4, -1.5, -1.5, -1.5], "class=block", [3, 4, 5]),  # they would not add so much
        ([-4, 1, -4, -4, -4, 1], "class=block", []),
    ],
)
def test_a_paragraph_among_others_that_look_so(odds: list[float], name: str, expected: list[int]) -> None:
    assert [number for number, found in enumerate(becomes_text(odds, name)) if found] == expected
