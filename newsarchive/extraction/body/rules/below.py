"""What stands below the text: other articles, where pages scroll on or tease at length, comments, appeals, footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.boilerplate import ANNOUNCING
from newsarchive.extraction.body.rules.lines import is_link, is_linked
from newsarchive.extraction.body.rules.openings import folded, is_most_of
from newsarchive.extraction.comments import counts_responses, heads_comments
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import MOST_STEPS, Element, TextBlock, home
from newsarchive.extraction.page.marks import Mark
from newsarchive.text import utf8_length

HEADLINES: Final = ("h1", "h2", "h3")
# A headline has so many bytes, and stands among so many first lines of its article.
SHORTEST: Final = 15
FIRST: Final = 4
FAR_ABOVE: Final = 12
# The text above another article has so many letters, and so much of what that has.
LEAST: Final = 150
SHARE: Final = 0.2
MOST_OF_CARD: Final = 4  # lines
LONGEST_HEADING: Final = 60
MOST_IN_CARDS: Final = 60
# A footer holds no more than so many times what stands above it.
MOST_IN_FOOTER: Final = 3
# The number by which WordPress tells its posts apart.
POST: Final = re.compile(r"(?<!\S)post-\d+(?!\S)")
# What may hold comments: body and main are called by them, too. Then the classes and ids that comments alone have.
CONTAINERS: Final = frozenset(("div", "section", "aside", "ol", "ul", "li", "dl", "form", "p"))
CALLED: Final = frozenset(
    "comment comments comment-list comments-list commentlist comment_list comments_list comments-area comment-section"
    " comments-section comment-container comments-container comments-wrap comment-body comment-content comment-text"
    " comment-item comment-respond comment_rules article-comments article_comments disqus_thread wp-block-comments"
    " fyre-comment-stream fyre-comment-article"
    " kommentar kommentare commentaires comentarios".split()
)
COMMENT: Final = int(Mark.COMMENT)
# An appeal has so many lines, is headed by such words, and ends with a link to such a page of the site.
MOST_LINES: Final = 12
APPEAL: Final = re.compile(
    r"\b(?:support|help|fund|donat|contribut|member|unterstütz|spende|souten|soutien|don\b|apoy|apoi|sost[ie]+n|steun)",
    re.I,
)
# How a link asks that ends the one paragraph under the last heading.
ASKS: Final = (
    "Jetzt unterstützen", "Jetzt spenden", "Unterstützen Sie uns", "Support us", "Support us now", "Donate now",
    "Faire un don", "Je soutiens", "Apóyanos", "Sostienici", "Steun ons",
)  # fmt: skip
LAST: Final = 2
GIVE: Final = re.compile(
    r"/(?:[\w-]+/)?(?:donat\w*|contribut\w*|support-\w+|membership|become-a-member|spenden?|unterstuetz\w*|dons?|soutenir"
    r"|apoy\w*|apoi\w*|sostien\w*|steun\w*)/?(?:[?#].*)?",
    re.I,
)


def other_articles(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the blocks of other articles below the text, by their place on the page."""
    found: dict[int, str] = {}
    for element in others(page, kept[0].place, kept[-1].place) if kept else ():
        inside = [one for one in kept if element.first <= one.place < element.last and one.place not in found]
        above = sum(one.features.units for one in kept if one.place < element.first)
        units = sum(one.features.units for one in inside)
        if above >= max(LEAST, SHARE * units) and not all(one.features.heading for one in inside):
            found |= {one.place: "another article" for one in inside}
    return found


def others(page: Page, first: int, last: int) -> Iterator[Element]:
    """Yield the articles that begin below a block: posts with a number of their own, and those with a headline.

    The headline is a link, or an h1 as that of the one above is.
    """
    titles = [folded(title) for title in page.headlines]
    above = page.blocks[max(0, first - FAR_ABOVE) : first + 1]
    headed = any(one.element.inside("h1") and is_most_of(folded(one.text), titles) for one in above)
    own = list(page.blocks[first].element.upwards(MOST_STEPS))
    looks = {(one.tag, one.get("class")) for one in own if one.tag == "article" or one.get("class")}
    yield from other_posts(page, first)
    for place in range(first + 1, last + 1):
        block = page.blocks[place]
        heading = next((one for one in block.element.upwards(FIRST) if one.tag in HEADLINES), None)
        if heading is None or utf8_length(block.text) < SHORTEST or is_most_of(folded(block.text), titles):
            continue
        around = [one for one in heading.upwards(MOST_STEPS) if one.first > first and place < one.first + FIRST]
        if heading.tag == "h1" and headed:
            yield from (one for one in around if one.tag == "article" or (one.tag, one.get("class")) in looks)
        elif is_link(block):
            yield from (one for one in around if one.tag == "article")


def other_posts(page: Page, first: int) -> Iterator[Element]:
    """Yield the elements below a block whose number, as WordPress gives it, is not that of the post around it."""
    own = next(filter(None, map(number_of, page.blocks[first].element.upwards(MOST_STEPS))), None)
    for element in page.elements if own else ():
        if element.attributes and first < element.first and (other := number_of(element)) and other != own:
            yield element


def number_of(element: Element) -> str | None:
    """Return the number of the post that an element is, as its id or one of its classes gives it."""
    get = element.attributes.get
    names = f"{get('id') or ''} {get('class') or ''}"
    found = POST.search(names) if "post-" in names else None
    return found[0] if found else None


def teasers(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return what stands below a sentence in elements alike, of few lines each, under what heads related matter."""
    said = next((one.place for one in kept if one.features.sentence and not one.features.heading), len(page.blocks))
    for place in range(said + 1, kept[-1].place if kept else 0):
        text = page.blocks[place].text
        if len(text) > LONGEST_HEADING:
            continue
        element = home(page.blocks[place].item)
        if element.first == place and holds_cards(page, element) and ANNOUNCING.rule_of(text):
            return {one.place: "teasers" for one in kept if element.first <= one.place < element.last}
    return {}


def holds_cards(page: Page, element: Element) -> bool:
    """Say whether all of an element but its first line stands in elements alike, of few lines each."""
    if element.last - element.first > MOST_IN_CARDS:
        return False
    cards = [one for one in page.within(element) if one.parent is element and one.first > element.first]
    alike = {(one.tag, one.get("class")) for one in cards}
    few = all(1 < one.last - one.first <= MOST_OF_CARD for one in cards)
    held = sum(one.last - one.first for one in cards)
    return len(cards) > 1 and len(alike) == 1 and few and held == element.last - element.first - 1


def page_footer(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the last blocks if they stand in the footer of the page, and not of an article, below a sentence."""
    footer = kept[-1].block.element.inside("footer") if kept else None
    if footer is None or footer.inside("article", "main"):
        return {}
    above = [one.features for one in kept if one.place < footer.first]
    units = sum(one.features.units for one in kept if one.place >= footer.first)
    said = any(one.sentence and not one.heading for one in above)
    is_text = not said or units > MOST_IN_FOOTER * sum(one.units for one in above)
    return {} if is_text else {one.place: "footer" for one in kept if one.place >= footer.first}


def comments_below(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return what stands in elements called comments, or under a heading of them in an element that begins with it.

    Under one that says how many there are to what, text of the same element may stand above it.
    """
    called = {one.place for one in kept if is_called_comments(one.block)}
    others = sum(one.features.units for one in kept if one.place not in called)
    found = dict.fromkeys(called if others >= LEAST else (), "comments")
    places = range(kept[0].place + 1, kept[-1].place) if kept else ()
    heading = next((i for i in places if heads_comments(page.blocks[i].text, sure=True)), None)
    if heading is None:
        return found
    element = home(page.blocks[heading].item)
    above = sum(one.features.units for one in kept if element.first <= one.place < heading)
    if above and not (above >= LEAST and counts_responses(page.blocks[heading].text)):
        return found
    return found | {one.place: "comments" for one in kept if heading <= one.place < element.last}


def is_called_comments(block: TextBlock) -> bool:
    """Say whether an element around a block has a class, id or property that comments alone have."""
    for one in block.element.upwards(MOST_STEPS):
        if one.attributes.get("itemprop") == "comment":
            return True
        if one.marks & COMMENT and one.tag in CONTAINERS:
            names = [*(one.get("class") or "").lower().split(), (one.get("id") or "").lower()]
            if not CALLED.isdisjoint(names):
                return True
    return False


def is_appeal(page: Page, block: TextBlock) -> bool:
    """Say whether a paragraph ends with a link within the site that asks to give."""
    if not block.anchors or not block.text.endswith(ASKS):
        return False
    owner = next(owner for text, owner in reversed(page.pieces(block)) if not text.isspace())
    link = owner.inside("a")
    return link is not None and (link.get("href") or "").startswith("/")


def appeals_below(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the lines from a heading that asks for support on, if a link to give it to the site ends them.

    A heading with one paragraph at the end of the text may say anything if that ends with such a link.
    """
    if len(kept) > LAST and kept[-LAST].features.heading and is_appeal(page, kept[-1].block):
        return {one.place: "appeal" for one in kept[-LAST:]}
    tail = kept[len(kept) // 2 :][-MOST_LINES:]
    heading = next((one for one in tail if one.features.heading and APPEAL.search(one.block.text)), None)
    if heading is None:
        return {}
    below = page.blocks[heading.place : heading.place + MOST_LINES]
    given = next((n for n, block in enumerate(below) if is_link_to_give(block)), None)
    if given is None or kept[-1].place > heading.place + given:
        return {}
    return {one.place: "appeal" for one in tail if one.place >= heading.place}


def is_link_to_give(block: TextBlock) -> bool:
    """Say whether a block is a link to the page where the site takes money."""
    return is_linked(block) and any(GIVE.fullmatch(anchor.get("href") or "") for anchor in block.anchors)
