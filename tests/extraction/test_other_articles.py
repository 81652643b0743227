"""Pages that scroll on show other articles below the one that was asked for; their text is not its."""

import pytest

from newsarchive.extraction import extract


def paragraphs(subject: str, number: int) -> str:
    return "".join(
        f"<p>The {subject} was discussed for {10 + part} hours on Tuesday, and the council said that it would be looked at again.</p>"
        for part in range(number)
    )


HEAD = "<html lang=en><title>Old bridge at Gullport to close for repairs | Post</title>"
OWN = f"<h1>Old bridge at Gullport to close for repairs</h1><p>By Ann Lee, 13 March 2026</p>{paragraphs('bridge', 6)}"


@pytest.mark.parametrize("look", ["article", "article class=entry", "div class=entry", "section class=story-wrap"])
@pytest.mark.parametrize("number", [3, 12])
def test_articles_below_with_a_headline_of_their_own_are_left_out(look: str, number: int) -> None:
    end = look.split()[0]
    following = f"<h1>Market traders win their case over rents</h1><p>12 March 2026</p>{paragraphs('market', number)}"
    html = f"{HEAD}<div><{look}>{OWN}</{end}><{look}>{following}</{end}></div>"
    article = extract(html, "https://news.example.test/a/1.html")
    assert "bridge" in article.body
    assert "market" not in article.body
    assert "another article" in {block.rule for block in article.removed}


def test_an_article_that_a_link_heads_is_another_one() -> None:
    teaser = f"<article><h2><a href=/a/2.html>Market traders win their case over rents</a></h2>{paragraphs('market', 2)}</article>"
    assert "market" not in extract(f"{HEAD}<main>{OWN}{teaser}</main>", "https://news.example.test/a/1.html").body


def test_a_long_text_below_a_short_one_is_no_other_article() -> None:
    begin = (
        "<h1>Old bridge at Gullport to close for repairs</h1><p>The bridge is to close on Monday, the town said.</p>"
    )
    following = f"<h1>What the market traders say</h1>{paragraphs('market', 12)}"
    html = f"{HEAD}<div><article>{begin}</article><article>{following}</article></div>"
    assert "market" in extract(html, "https://news.example.test/a/1.html").body


def test_headings_of_the_first_rank_inside_a_text_are_its_own() -> None:
    html = f"{HEAD}<article>{OWN}<h1>What the market traders say</h1>{paragraphs('market', 3)}</article>"
    body = extract(html, "https://news.example.test/a/1.html").body.split("\n")
    assert "What the market traders say" in body
    assert len(body) == 10


def test_entries_of_a_live_report_stay() -> None:
    entries = "".join(
        f"<article class=entry><h2>Entry {number} of the bridge report</h2>{paragraphs(f'bridge ({number})', 2)}</article>"
        for number in range(5)
    )
    body = extract(f"{HEAD}<main>{OWN}{entries}</main>", "https://news.example.test/a/1.html").body
    assert all(f"bridge ({number})" in body for number in range(5))


@pytest.mark.parametrize(
    ("heading", "stays"), [("Discussion", True), ("Leave a comment", False), ("3 Comments", False)]
)
def test_what_stands_under_a_heading_of_comments_is_no_text(heading: str, stays: bool) -> None:
    said = f"<section><h2>{heading}</h2><div><b>Bo Yu</b> <span>14 March 2026</span>{paragraphs('market', 3)}</div></section>"
    body = extract(f"{HEAD}<main><div>{OWN}</div>{said}</main>", "https://news.example.test/a/1.html").body
    assert "bridge" in body
    assert ("market" in body) is stays


def test_an_article_element_with_a_first_headline_is_another_one_whatever_its_class() -> None:
    following = f"<article id=second-article><h1>Market traders win their case over rents</h1>{paragraphs('market', 3)}</article>"
    html = f"{HEAD}<main><article class=story>{OWN}</article><div class=under>{following}</div></main>"
    assert "market" not in extract(html, "https://news.example.test/a/1.html").body


@pytest.mark.parametrize(("number", "stays"), [("post-78", False), ("post-12", True), ("section-78", True)])
def test_a_post_of_another_number_is_another_one(number: str, stays: bool) -> None:
    following = f"<div id={number}><h3>You may also like</h3>{paragraphs('market', 3)}</div>"
    html = f"{HEAD}<main><div id=post-12 class=hentry>{OWN}{following}</div></main>"
    assert ("market" in extract(html, "https://news.example.test/a/1.html").body) is stays


@pytest.mark.parametrize(("number", "stays"), [("post-78", False), ("post-12", True), ("wp-post-78", True)])
def test_classes_give_the_number_of_a_post_too(number: str, stays: bool) -> None:
    following = f'<ul><li class="wp-block-post {number} post">{paragraphs("market", 3)}</li></ul>'
    html = f'{HEAD}<main><div class="post-12 hentry">{OWN}{following}</div></main>'
    assert ("market" in extract(html, "https://news.example.test/a/1.html").body) is stays


CARD = "<div class=b><div class=t>{0} traders win their case</div><div class=s>The court says that the {0} rents were never agreed on in writing.</div></div>"
CARDS = "".join(CARD.format(kind) for kind in ("Fish", "Cloth", "Bread"))
SHORT = "<h1>Old bridge at Gullport to close for repairs</h1><p>13 March 2026</p><p>The bridge is to close on Monday for nine weeks, the town said on Friday.</p>"


@pytest.mark.parametrize("heading", ["Related articles", "Articole similare", "संबंधित खबरें"])
def test_teasers_without_links_that_are_more_than_the_text_are_left_out(heading: str) -> None:
    html = f"{HEAD}<div>{SHORT}<div class=more><div>{heading}</div>{CARDS}</div></div>"
    assert extract(html, "https://news.example.test/a/1.html").body.count("\n") == 0


@pytest.mark.parametrize("heading", ["Who has won", "Read also in court"])
def test_parts_alike_under_another_heading_are_text(heading: str) -> None:
    html = f"{HEAD}<div>{SHORT}<div class=more><div>{heading}</div>{CARDS}</div></div>"
    assert "never agreed on" in extract(html, "https://news.example.test/a/1.html").body
