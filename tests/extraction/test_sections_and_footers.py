"""What heads parts of the text and what does not, notes at its end, footers below short texts."""

import pytest

from newsarchive.extraction import extract

URL = "https://news.example.test/a/1.html"
TITLE = "河西老粮仓改建为儿童图书馆"
SAID = [
    "河西镇老粮仓的改建工程星期六完工，四千册图画书当天上架。",
    "粮仓建于一九五四年，闲置了二十一年，屋顶曾经两次漏雨。",
    "改建花了九百万元，其中三分之一由镇上的居民和商户凑齐。",
    "图书馆星期一不开门，其余日子从上午九点开到晚上八点。",
]


def read(inner: str, title: str = TITLE) -> list[str]:
    return extract(f"<html><title>{title}_河西网</title><body>{inner}", URL).body.split("\n")


def test_a_first_level_heading_below_the_headline_heads_a_part_of_the_text() -> None:
    first, second, *rest = (f"<p>{said}</p>" for said in SAID)
    body = read(
        f"<div><h1>{TITLE}</h1><div class=meta>2026-03-13</div><div>{first}{second}<h1>钱从哪里来</h1>{''.join(rest)}</div></div>"
    )
    assert body == [*SAID[:2], "钱从哪里来", *SAID[2:]]


def test_lines_of_one_heading_below_the_headline_are_text_together() -> None:
    title, lines = (
        "옛 정미소 어린이 도서관으로",
        ["- 그림책 4천 권 토요일부터 서가에", "- 주민과 상인이 공사비 3분의 1 모아"],
    )
    said = [
        "하서읍의 옛 정미소를 고쳐 지은 어린이 도서관이 토요일 문을 열고 그림책 4천 권을 서가에 꽂았다.",
        "1954년에 지은 정미소는 21년 동안 비어 있었고 지붕은 두 번이나 비가 샜다고 읍 관계자는 말했다.",
        "도서관은 월요일을 뺀 매일 오전 9시부터 오후 8시까지 열며 회원이 아니어도 책을 볼 수 있다.",
    ]
    heading = f"<h1>{title}</h1><h4 class=sub>{'<br>'.join(lines)}</h4><ul><li>기자명 한서윤 기자</li><li>입력 2026.03.13 09:00</li></ul>"
    body = read(f"<div>{heading}</div><article><div>{''.join(f'<p>{one}</p>' for one in said)}</div></article>", title)
    assert body == [*lines, *said]


NOTE = "An earlier version of this article gave the wrong name for the ferry."


@pytest.mark.parametrize("note", [f"Correction: {NOTE}", f"Editor’s note: {NOTE}", f"Clarification (March 14): {NOTE}"])
def test_what_a_paper_has_corrected_is_part_of_the_article(note: str) -> None:
    said = [
        f"The {who} said that the ferry would be towed off at high water on Sunday, and that no oil had been lost."
        for who in ("harbour master", "captain", "company", "coastguard")
    ]
    paragraphs = "".join(f"<p>{one}</p>" for one in said)
    article = (
        f"<article><h1>Ferry aground</h1><p>By Ann Lee, 13 March 2026</p>{paragraphs}<p><em>{note}</em></p></article>"
    )
    assert read(article, "Ferry aground") == [*said, note]


SHORT = "A lorry with apples fell over on the coast road near the mill on Tuesday morning. Nobody was hurt."
CODE = "The Mill Post is a member of the Press Council and follows its code. Write to our editor if you think that we did not."


@pytest.mark.parametrize(
    ("footer", "body"),
    [
        ("<footer><p>{}</p></footer>", [SHORT]),
        ("<footer><div><p>{}</p><p>{}</p></div></footer>", [SHORT]),
        ("<article><footer><p>{}</p></footer></article>", [SHORT, CODE]),
    ],
)
def test_the_footer_below_a_short_text_is_none_of_it(footer: str, body: list[str]) -> None:
    links = "".join(f"<a href=/{name}>{name}</a>" for name in ("News", "Sport", "Weather", "Jobs", "Cars"))
    html = f"<header>{links}</header><main><h1>Apples on the coast road</h1><p>12 May 2026</p><p>{SHORT}</p></main>"
    assert read(html + footer.format(CODE, CODE.lower()), "Apples on the coast road") == body


@pytest.mark.parametrize("field", ["<input name=mail>", "<p><input type=email></p>"])
def test_the_heading_of_a_form_is_no_text_where_paragraphs_are_wrapped_like_it(field: str) -> None:
    parts = [f"<div><p>{said}</p></div>" for said in SAID]
    parts.insert(2, f"<div><h3>每天早上的信</h3><form>{field}<button>好</button></form></div>")
    assert read(f"<div><h1>{TITLE}</h1><div>2026-03-13</div><div>{''.join(parts)}</div></div>") == SAID


def test_what_is_labelled_as_the_byline_is_no_text_in_a_language_without_rules() -> None:
    said = [
        f"Baraza la mji wa Mtoni limesema kwamba {what} litajengwa upya kabla ya mvua za masika, kwa gharama ya mji."
        for what in ("daraja la zamani", "soko la samaki", "jengo la shule", "bwawa la maji")
    ]
    byline = """<section aria-labelledby="article-byline"><strong id="article-byline">Maelezo kuhusu taarifa</strong>
        <ul><li><span>Author, </span><span>Asha Mussa</span></li><li>Nafasi, Mwandishi</li></ul></section>"""
    paragraphs = "".join(f"<div dir=ltr><p dir=ltr>{one}</p></div>" for one in said)
    assert (
        read(f"<main><h1>Mji wajengwa upya</h1>{byline}<div>12 Mei 2026</div>{paragraphs}</main>", "Mji wajengwa upya")
        == said
    )
