"""Find the article's text among a page's blocks, and say of what was left out why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from newsarchive.extraction.body.hanging import without_hanging
from newsarchive.extraction.body.lastresort import other_pages
from newsarchive.extraction.body.model.block_model import score
from newsarchive.extraction.body.model.features import Described, describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.ruled import ruled_page
from newsarchive.extraction.body.rules import among_others, left_out
from newsarchive.extraction.body.rules.boilerplate import AT_TAIL
from newsarchive.extraction.body.rules.neighbours import ENOUGH, with_neighbours
from newsarchive.extraction.body.rules.openings import is_byline
from newsarchive.extraction.body.rules.repeated import observed_lines
from newsarchive.extraction.body.rules.tables import linked_cells
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import TextBlock
from newsarchive.items import RemovedBlock, SiteLine
from newsarchive.memory import SiteMemory
from newsarchive.sites import Rule

# The model's odds, as a logarithm, from which a block is text.
THRESHOLD: Final = 0.0
# The odds of a block that a rule of the site has chosen.
SURE: Final = 9.0
# A text of so few letters may be none; what hides must be so much longer than a short one, and so long.
LITTLE: Final = 300
MUCH_MORE: Final = 3
LEAST: Final = 150
# What stands in these alone is no article: the footer of a page that shows a camera.
FURNITURE: Final = ("footer", "nav", "dialog")


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text: its blocks in reading order with their places among the page's, and what stands
    among them but is not text.

    ``reasons`` say of what was left out why, by its place. ``first`` and ``last`` enclose the text:
    ``page.blocks[first:last]`` holds all of it. ``page`` is where the blocks stand; ``shown`` says whether that is the
    page itself, and not what a rule or the last resort made of it; ``hidden_in`` where the last resort found it,
    ``selector`` which of the site's rules found it, and ``taken`` what they took out before.
    """

    page: Page
    blocks: tuple[TextBlock, ...]
    places: tuple[int, ...]
    removed: tuple[RemovedBlock, ...]
    first: int
    last: int
    units: float
    reasons: Mapping[int, str] = field(default_factory=dict)
    shown: bool = True
    hidden_in: str | None = None
    selector: str | None = None
    taken: tuple[RemovedBlock, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, joined by line ends."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def observed(self) -> Iterator[SiteLine]:
        """What the page shows that its site may repeat."""
        return observed_lines([block.text for block in self.blocks], [block.text for block in self.removed])


def find_body(page: Page, memory: SiteMemory | None = None, rules: Iterable[Rule] = ()) -> Body:
    """Return the article's text: where the site's rules say, else where the page shows it, else where it hides it."""
    if ruled := ruled_page(page.html, rules):
        body = read_body(ruled.page, memory, whole=ruled.selector is not None)
        if body.blocks:
            return replace(body, shown=False, selector=ruled.selector, taken=ruled.removed)
    return shown_or_hidden(page, partial(read_body, memory=memory))


def shown_or_hidden(page: Page, read: Callable[[Page], Body]) -> Body:
    """Return what can be read on the page as it shows itself, or if that is next to nothing, in what it hides."""
    body = read(page)
    if body.units >= ENOUGH:
        return body
    for place, other in other_pages(page, hidden=body.units < LITTLE):
        found = read(other)
        if found.units > max(MUCH_MORE * body.units, LEAST):
            return replace(found, shown=False, hidden_in=place)
    nothing = furniture(body.units, body.blocks) or all(says_nothing(block.text) for block in body.blocks)
    return replace(body, blocks=()) if nothing else body


def read_body(page: Page, memory: SiteMemory | None = None, *, whole: bool = False) -> Body:
    """Return the text as far as the page shows it; it may be empty. All of a ``whole`` page is the article."""
    described = describe(Layout(page), whole=whole)
    return text_among(page, described, [SURE if whole else score(one.features) for one in described], memory)


def text_among(
    page: Page, described: Sequence[Described], alone: Sequence[float], memory: SiteMemory | None = None
) -> Body:
    """Return the text among described blocks, given for each alone the logarithm of the odds that it is text."""
    scores = among_others(page, described, alone)
    kept = [one for one, odds in zip(described, scores, strict=True) if odds > THRESHOLD]
    if not kept and described:
        kept = [described[max(range(len(scores)), key=scores.__getitem__)]]
    kept = with_neighbours(page, described, scores, kept)
    odds_of = {one.place: odds for one, odds in zip(described, scores, strict=True)}
    by_rule = left_out(page, kept, odds_of, memory)
    text = [one for one in kept if one.place not in by_rule]
    if not text:
        text, by_rule = kept, {}
    places = tuple(sorted({one.place for one in text} | linked_cells(page, text, described)))
    first, last = (places[0], places[-1] + 1) if places else (0, 0)
    shown = frozenset(places)
    why = [
        (one, by_rule.get(one.place) or reason(one, odds))
        for one, odds in zip(described, scores, strict=True)
        if one.place in by_rule or (odds <= THRESHOLD and one.features.inside and one.place not in shown)
    ]
    removed = tuple(RemovedBlock(one.block.text, words, place(one, first, last)) for one, words in why)
    units = sum(one.features.units for one in text)
    cut = [without_hanging(page, page.blocks[place], first=place == first) for place in places]
    blocks, removed = tuple(block for block, _ in cut), (*removed, *(link for _, link in cut if link))
    return Body(page, blocks, places, removed, first, last, units, {one.place: words for one, words in why})


def furniture(units: float, blocks: Iterable[TextBlock]) -> bool:
    """Say whether blocks are little text, and all of it in the page's footer, navigation or dialogs."""
    return units < LITTLE and all(block.element.inside(*FURNITURE) for block in blocks)


def says_nothing(line: str) -> bool:
    """Say whether a line that stands alone is no text: a by-line, a notice of rights, the length of a film."""
    return is_byline(line) or AT_TAIL.rule_of(line) is not None or not any(map(str.isalpha, line))


def reason(one: Described, odds: float) -> str:
    """Return in words why the model took a block for something else than text."""
    features = one.features
    grounds: Sequence[tuple[bool, str]] = (
        (features.in_comments, "in comments"),
        (features.link_share > 0.5, "links"),
        (one.cue is not None, f"{one.cue} line"),
        (features.in_caption, "caption"),
        (features.under_cue == 2, "under a heading of related matter"),
        (features.in_byline, "byline"),
        (features.in_facts, "fact box"),
        (features.in_side, "side piece"),
        (features.repeated, "repeated"),
        (features.heading, "heading without text"),
    )
    words = next((word for found, word in grounds if found), "unlike the text")
    return f"model: {words} ({odds:+.1f})"


def place(one: Described, first: int, last: int) -> str:
    """Return where a block stands: before, in or after the text."""
    return "before" if one.place < first else "after" if one.place >= last else "inside"
