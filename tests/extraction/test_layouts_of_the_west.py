"""Pages in the shapes that English-language systems give them come out without their offers, notes and signs."""

from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract

FETCHED = datetime(2022, 4, 20, tzinfo=UTC)
TITLE = "River path to grow by four kilometres next month"
TEXT = [
    "The council said on Tuesday that the second part of the river path will be begun next month, over a length of 4.2 "
    "kilometres, after three years of talks with the owners of the meadows.",
    "The work will be done in three steps. The first costs twelve million pounds; the bed will be cleared and the banks "
    "made stronger before the autumn floods.",
    '"We have lived here for thirty years and fear the water every summer," said Ruth Kelly, whose house was flooded.',
    "The deputy mayor, Alan Price, promised that work will stop at ten at night and that a path will be kept open.",
]
RELATED = "".join(f'<li><a href="/a{number}">Bridge number {number} opens on Monday</a></li>' for number in range(4))


def p(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


LAYOUTS = {
    "community paper": f'<h1 class=headline>{TITLE}</h1><ul class=asset-byline><li><span itemprop=author>By MAEVE TOLLAND Staff Writer</span></li></ul>'
    f'<time datetime="2022-04-19T10:17:00-05:00" class=asset-date>Apr 19, 2022</time><div class=asset-body><div itemprop=articleBody>{p(TEXT[:2])}'
    f"<div class=inline-editorial-list><h4>People are also reading…</h4><ul>{RELATED}</ul></div>{p(TEXT[2:])}"
    "<p><em>Contact Maeve Tolland at 555-0100 or maeve@news.example. Follow her on Twitter at @maeve.</em></p>"
    "<div class=subscriber-only><p>Get local news delivered to your inbox!</p><form><button>Sign up!</button></form></div></div></div>",
    "paper of the capital": f"<article><h1>{TITLE}</h1><div class=byline>By <a href=/staff/maeve/>Maeve Tolland</a></div>"
    f"<div class=date>April 19, 2022 at 10:17 a.m. EST</div><div class=gift>Share Comment Save Gift Article</div>{p(TEXT[:1])}<div class=ad-slot><span>Advertisement</span></div>"
    f"{p(TEXT[1:2])}<p class=ad-label>Story continues below advertisement</p>{p(TEXT[2:])}<p><i>This story is developing and will be updated.</i></p></article>",
    "platform of writers": f"<article><h1>{TITLE}</h1><div><a rel=author href=/@maeve>Maeve Tolland</a><span>·</span><div>4 min read</div><span>Apr 19, 2022</span></div>"
    f"<div>--</div><div>1</div><section>{p(TEXT)}<p>If you enjoyed this story, please clap so that others can find it.</p></section></article>",
    "wire": f"<h1>{TITLE}</h1><div><span class=byline>By MAEVE TOLLAND</span> <span>April 19, 2022 10:17am</span></div><div class=Article>{p(TEXT)}<p>___</p>"
    "<p>Follow all stories about rivers at https://news.example/rivers.</p><p>Copyright 2022 The Example Press. All rights reserved.</p></div>",
    "magazine": f"<article><h1>{TITLE}</h1><p>By <a href=/contributors/maeve>Maeve Tolland</a></p><time datetime=2022-04-19T10:17Z>April 19, 2022</time><div class=body>{p(TEXT)}<p>♦</p>"
    "<p><em>This article appears in the print edition of the April 25, 2022, issue.</em></p></div></article>",
}  # fmt: skip


@pytest.mark.parametrize("html", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_text_comes_out_alone(html: str) -> None:
    page = f"<html lang=en><title>{TITLE} - River Post</title><body><nav><a href=/>Home</a></nav>{html}<aside><ul>{RELATED}</ul></aside></body></html>"
    article = extract(page, "https://news.example.test/town/river-path-to-grow-next-month", fetched_at=FETCHED)
    assert article.body.split("\n") == TEXT
    assert (article.title, [author.title() for author in article.authors]) == (TITLE, ["Maeve Tolland"])
    assert article.published is not None
    assert f"{article.published:%Y-%m-%d}" == "2022-04-19"
