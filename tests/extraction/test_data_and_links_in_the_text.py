"""What an article's own element holds besides its text: data for scripts, links behind a label, who wrote."""

import pytest
from lock_page import TEXT, read

from newsarchive.extraction import extract

LINES = [line.removesuffix("</p>") for line in TEXT.split("<p>")[1:]]
DATA = '{ "modules": [{"name": "photo"}], "assetid": "2396683", "aws": "canals/locks", "byline": "Ann Lee" }'
AMONG = {
    "a link to another article": "<p>OLD QUAY: <a href=/a/1>Barges wait for gravel</a></p>",
    "a link in bold": "<p><strong>CANALS AND LOCKS OF THE HILLS: <a href=/a/2>Nine that were dug by hand</a></strong></p>",
    "a button": "<p>Like Us on Facebook</p>",
    "data for scripts": f"<div class='info data hidden'>{DATA}</div>",
}
ENDS = {
    "whom to ask": "<p>To contact the reporters on this story: Ann Lee in Weir at alee@canal.example; Bo Yu in Quay at "
    "byu@canal.example</p><p>To contact the editor responsible for this story: Max Stone at mstone@canal.example</p>",
    "whom to follow": "<p>Follow <a href=/l>Ann Lee</a> @annlee and Google+. Follow us @canalpost, Facebook and Google+.</p>",
}
BEGINS = {
    "a writer with a role": "<h5 class=byline>Ann Lee, Canal Post Staff Writer</h5>",
    "what readers think": "<div class=rating>5 (1 votes)</div>",
}


def among(inserted: str, title: str = "Lock closes until May") -> list[str]:
    first, *others = LINES
    body = f"<p>{first}</p>{inserted}" + "".join(f"<p>{line}</p>" for line in others)
    html = f"<html lang=en><title>{title}</title><body><h1>{title}</h1><article>{body}</article></body></html>"
    return extract(html, "https://canal.example/a/33").body.split("\n")


@pytest.mark.parametrize("inserted", AMONG.values(), ids=AMONG.keys())
def test_what_stands_between_the_paragraphs_is_no_text(inserted: str) -> None:
    assert among(inserted) == LINES


@pytest.mark.parametrize("below", ENDS.values(), ids=ENDS.keys())
def test_what_ends_the_element_of_the_text_is_no_text(below: str) -> None:
    assert read(below=below).body.split("\n") == LINES


@pytest.mark.parametrize("above", BEGINS.values(), ids=BEGINS.keys())
def test_what_begins_the_element_of_the_text_is_no_text(above: str) -> None:
    assert read(above).body.split("\n") == LINES


@pytest.mark.parametrize(
    "text",
    [
        "<pre>{&quot;gates&quot;: 4, &quot;oak&quot;: true}</pre>",
        "<p>KEEPER: The dry chamber will be shown on <a href=/sundays>Sundays</a>, to all who come in boots.</p>",
    ],
)
def test_code_and_what_somebody_says_are_text(text: str) -> None:
    assert len(among(text)) == len(LINES) + 1
