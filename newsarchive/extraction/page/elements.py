"""Elements and lines of text: what a page is made of once it has been read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

BLOCK_TAGS: Final = frozenset(
    "body main article section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody"
    " tfoot tr td th figure figcaption header footer nav aside form fieldset legend address hr details summary center"
    " dialog hgroup menu dir search".split()
)
# What str.split() leaves although nobody sees it: zero-width space, soft hyphen, BOM, direction and control characters.
INVISIBLE: Final = dict.fromkeys(
    [*range(32), *range(127, 160), 0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0xFFFC]
)


def visible(text: str) -> str:
    """Return text as a browser shows it on one line: white space folded, invisible characters left out.

    >>> visible(" two\\u00a0\\n words\\u200b ")
    'two words'
    """
    line = " ".join(text.split())
    return line if line.isprintable() else line.translate(INVISIBLE).strip()


def joints(runs: Sequence[str]) -> int:
    """Count where the texts of elements stand side by side as words of their own, without a space between them.

    >>> joints(["Maia Tolland", "Reporter", "Share"]), joints(["T", "he ", "Mac", "donald"])
    (2, 0)
    """
    return sum(one[-1:].islower() and other[:1].isupper() for one, other in pairwise(runs))


# The parser's own empty mapping raises and catches an error for each question.
NO_ATTRIBUTES: Final[Mapping[str, str]] = {}
# Pages nest some thirty deep; without a bound, a broken page of depth 10,000 would cost the square of its depth.
MOST_STEPS: Final = 64
MOST_WRAPPERS: Final = 4


class Element:
    """An element with the text it covers: ``page.runs[start:end]`` and ``page.blocks[first:last]``.

    An inline element lies inside one block; its ``first`` is that block's index. ``marks`` are what the element's
    own tag, class, id and role say, ``zone`` what its ancestors and it say together (see marks.py, layout.py).
    ``page.elements[number]`` is the element itself, up to ``page.elements[tail]`` follow those inside it.
    """

    __slots__ = (
        "attributes", "depth", "end", "first", "last", "marks", "number", "parent", "start", "tag", "tail", "zone",
    )  # fmt: skip

    def __init__(
        self, tag: str, attributes: Mapping[str, str], parent: Element | None, start: int, first: int, number: int
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.start = start
        self.end = start
        self.first = first
        self.last = first
        self.number = number
        self.tail = number + 1
        self.marks = 0
        self.zone = 0
        self.depth = 0

    def get(self, name: str) -> str | None:
        """Return an attribute's value."""
        return self.attributes.get(name)

    def upwards(self, limit: int) -> Iterator[Element]:
        """Yield this element and at most ``limit - 1`` of its ancestors, nearest first."""
        current: Element | None = self
        while current is not None and limit:
            yield current
            current, limit = current.parent, limit - 1

    def inside(self, *tags: str) -> Element | None:
        """Return the nearest of this element and its ancestors that has one of the tags; none is sought far up."""
        element: Element | None = self
        for _ in range(MOST_STEPS):
            if element is None or element.tag in tags:
                return element
            element = element.parent
        return None

    def __repr__(self) -> str:
        return f"<{self.tag} {dict(self.attributes)} blocks {self.first}:{self.last}>"


class TextBlock:
    """A line of text between two block borders.

    ``element`` is the nearest block-level element; ``page.runs[start:end]`` are its pieces as the page had them (white
    space untouched); ``page.pieces(block)`` gives them with their innermost elements. ``joined`` says that it continues
    the block before after one ``<br>``. ``link_chars`` and ``strong_chars`` count characters in links and in bold or
    italic type.
    """

    __slots__ = ("anchors", "element", "end", "joined", "link_chars", "start", "strong_chars", "text")

    def __init__(self, text: str, element: Element, start: int, end: int, joined: bool) -> None:
        self.text = text
        self.element = element
        self.start = start
        self.end = end
        self.joined = joined
        self.link_chars = 0
        self.strong_chars = 0
        self.anchors: list[Element] = []

    @property
    def item(self) -> Element:
        """The largest of the next elements around the line that hold nothing else."""
        element = self.element
        for _ in range(MOST_WRAPPERS):
            parent = element.parent
            if element.last - element.first > 1 or parent is None or parent.last - parent.first > 1:
                return element
            element = parent
        return element

    def __repr__(self) -> str:
        return f"<{self.element.tag}: {self.text[:60]!r}>"


def home(item: Element) -> Element:
    """Return the element in which a line's ``item`` stands beside others; a line of an element's own text is in it."""
    return item if item.last - item.first > 1 or item.parent is None else item.parent


def near(elements: Sequence[Element], first: int, last: int) -> Sequence[Element]:
    """Return those of a page's elements, given in document order, that begin in its blocks ``first`` to ``last``."""
    begin = attrgetter("first")
    return elements[bisect_left(elements, first, key=begin) : bisect_left(elements, last, key=begin)]
