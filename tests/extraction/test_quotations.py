"""Quotations keep who said them, and those that only repeat the text are left out."""

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article, BlockKind

TEXT = [
    "The mill at Corran stopped turning on Friday, four hundred years after the first grain was ground in it.",
    "Its owner, Ines Falk, had looked for somebody to take it over since the spring, and nobody had answered.",
    "We were told every winter that the next one would be easier, she said, and then the river came into the yard.",
    "The town now wants to turn the building into a school for millers, with places for a dozen of them at a time.",
]
QUOTE = "Nobody who has slept above a mill wheel sleeps well anywhere else, whatever the doctors say."
NAME = "Ines Falk, miller"


def article(quotation: str) -> Article:
    """Return an article with a quotation between its paragraphs."""
    one, *others = (f"<p>{line}</p>" for line in TEXT)
    return extract(f"<article><h1>The mill stops</h1>{one}{quotation}{''.join(others)}</article>")


@pytest.mark.parametrize(
    "quotation",
    [
        "<figure><blockquote><p>{}</p></blockquote><figcaption>{}</figcaption></figure>",
        "<blockquote><p>{}</p><footer>{}</footer></blockquote>",
        "<blockquote>{}<br><cite>{}</cite></blockquote>",
        "<div class=quote><p>{}</p><p class=quote__author>{}</p></div>",
        "<figure class=wp-block-quote><blockquote>{}</blockquote><figcaption><cite>{}</cite></figcaption></figure>",
    ],
)
def test_who_said_it_belongs_to_a_quotation(quotation: str) -> None:
    read = article(quotation.format(QUOTE, NAME))
    assert read.body.split("\n") == [TEXT[0], QUOTE, NAME, *TEXT[1:]]
    kinds = [(block.kind, block.text) for block in read.blocks]
    assert kinds[1] == (BlockKind.QUOTE, f"{QUOTE}\n{NAME}")
    assert [kind for kind, _ in kinds] == [BlockKind.PARAGRAPH, BlockKind.QUOTE, *[BlockKind.PARAGRAPH] * 3]


@pytest.mark.parametrize(("link", "kept"), [("", True), ("<p><a href=https://posts.test/7>7 March</a></p>", False)])
def test_a_short_quotation_under_a_box_is_text_if_it_has_no_links(link: str, kept: bool) -> None:
    box = "<h3>Related Articles</h3><p><a href=/2026/02/01/b>Museum finds a letter lost for ninety years</a></p>"
    said = "We have waited ten winters for this and dread every flood."
    read = article(f"{box}<aside class=pullquote><blockquote><p>{said}</p>{link}</blockquote></aside>")
    assert (said in read.body) is kept


def test_the_caption_of_a_picture_in_a_figure_is_no_quotation() -> None:
    figure = f"<figure><img src=/mill.jpg><figcaption>{NAME}</figcaption></figure>"
    assert article(figure).body.split("\n") == TEXT


@pytest.mark.parametrize(
    "quotation",
    [
        "<blockquote><p>{}</p></blockquote>",
        "<aside class=pullquote><p>{}</p></aside>",
        "<figure class=wp-block-pullquote><blockquote><p>{}</p><cite>Ines Falk</cite></blockquote></figure>",
        "<div class=article-quote><span>“{}”</span><div class=name>Ines Falk</div></div>",
    ],
)
def test_a_quotation_that_repeats_the_text_is_left_out(quotation: str) -> None:
    for words in (
        "We were told every winter that the next one would be easier, she said, and then the river came into the yard.",
        "… that the next one would be easier (…) and then the river came into the yard",
    ):
        read = article(quotation.format(words))
        assert read.body.split("\n") == TEXT
        assert (words.strip(), "pulled quote") in [(one.text.strip("“”"), one.rule) for one in read.removed]


def test_a_quotation_that_says_more_than_the_text_is_kept() -> None:
    words = "We were told every winter that the next one would be easier, and it never was."
    assert article(f"<blockquote><p>{words}</p></blockquote>").body.split("\n") == [TEXT[0], words, *TEXT[1:]]


def test_paragraphs_of_a_quotation_are_one_block_and_lists_in_it_are_none() -> None:
    lines = [f"{QUOTE} {number}" for number in ("Once.", "Twice.", "For ever.")]
    quotation = "<blockquote><p>{}</p><p>{}</p><ul><li>{}</li></ul></blockquote>".format(*lines)
    kinds = [(block.kind, block.text) for block in article(quotation).blocks[1:3]]
    assert kinds == [(BlockKind.QUOTE, "\n".join(lines[:2])), (BlockKind.LIST_ITEM, lines[2])]


def test_the_first_paragraph_stays_though_a_pulled_quote_repeats_it() -> None:
    pulled = f"<aside class=pullquote><p>{TEXT[0]}</p></aside>"
    assert article(f"<p>{QUOTE}</p>{pulled}").body.split("\n") == [TEXT[0], QUOTE, *TEXT[1:]]


def test_items_of_a_list_may_repeat_words_of_the_text() -> None:
    items = [line[: line.index(",")] + "." for line in TEXT]
    lines = [*TEXT, "Whoever learns there will sleep above the wheel.", *items]
    html = "".join(f"<p>{line}</p>" for line in lines[:5]) + "".join(f"<ul><li>{line}</li></ul>" for line in items)
    assert extract(f"<article>{html}<p>{QUOTE}</p></article>").body.split("\n") == [*lines, QUOTE]


def test_a_mark_alone_is_nobody() -> None:
    marked = f"<figure class=quote><span>„</span><blockquote><p>{QUOTE}</p></blockquote><footer>„</footer></figure>"
    assert article(marked).body.split("\n") == [TEXT[0], QUOTE, *TEXT[1:]]
