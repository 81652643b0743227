"""Titles lose the names of site and section that stand beside them, and headings what the title sets apart."""

import pytest

from newsarchive.extraction import extract

TEXT = "".join(f"<p>The ferry to the school island will sail again in spring, the council said on {day}, after two years"
               " without a boat that cost the islanders more than was planned.</p>" for day in ("Monday", "Friday"))  # fmt: skip
HANZI = (
    "<p>市里昨天召开会议，研究老桥加固工程的进度安排，有关部门负责人汇报了前期勘察的结果，并向居民公布绕行路线。</p>"
    * 3
)
MENU = "<ul><li><a href=/1/>Local</a></li><li><a href=/2/>民生</a></li><li><a href=/3/>사회</a></li></ul>"


def title(element: str, above: str = "", text: str = TEXT, head: str = "") -> str | None:
    html = f"<html><head><title>{element}</title>{head}</head><body>{MENU}{above}{text}</body></html>"
    return extract(html, "https://www.weir-post.example/78123").title


@pytest.mark.parametrize("sign", [" | ", " - ", " < ", " > ", " « ", " » ", " ― ", " · ", "_", "丨"])
def test_the_name_of_the_site_is_cut_off_either_end_behind_any_sign(sign: str) -> None:
    line = "<div>Boats are back</div><p>March 5, 2024</p>"
    assert title(f"Boats are back{sign}Weir Post", line) == "Boats are back"
    assert title(f"Weir Post{sign}Boats are back", line) == "Boats are back"


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("Boats are back | Local | Weir Post", "Boats are back"),
        ("Boats are back | Winnow | Weir Post", "Boats are back | Winnow"),
        ("镇里老桥月底开工_民生_鹿水新闻网", "镇里老桥月底开工"),
        ("镇里老桥月底开工--鹿水在线", "镇里老桥月底开工"),
        ("鹿水新闻网--民生--镇里老桥月底开工", "镇里老桥月底开工"),
        ("나룻배 6주간 중단 < 사회 < 강변일보", "나룻배 6주간 중단"),
        ("老桥加固丨专家怎么说", "老桥加固丨专家怎么说"),
        ("老桥加固丨织密一张安全", "老桥加固丨织密一张安全"),
    ],
)
def test_papers_and_sections_of_the_menu_are_cut_off_a_title_that_is_printed_nowhere(
    element: str, expected: str
) -> None:
    assert title(element, text=TEXT if element.isascii() else HANZI) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("<h1>Boats are back<small>The engine was the reason, and money</small></h1>", "Boats are back"),
        ("<h1>Boats are back<br><span>The engine was the reason</span></h1>", "Boats are back"),
        ("<h1>Boats are back <span>PLUS</span></h1>", "Boats are back"),
        ("<h1>Boats are <em>back at Winnow</em></h1>", "Boats are back at Winnow"),
    ],
)
def test_a_heading_ends_where_the_title_does(heading: str, expected: str) -> None:
    assert title("Boats are back | Weir Post", heading) == expected


def test_a_heading_keeps_what_the_data_have_too() -> None:
    head = '<meta property="og:title" content="Boats are back, and so are we">'
    heading = "<h1>Boats are back<span>, and so are we</span></h1>"
    assert title("Boats are back | Weir Post", heading, head=head) == "Boats are back, and so are we"


def test_a_kicker_glued_to_the_headline_is_set_off_as_in_the_title() -> None:
    heading = "<h1><span>Winnow</span><span>Boats are back</span></h1>"
    assert title("Winnow: Boats are back | Weir Post", heading) == "Winnow: Boats are back"


def test_a_title_cut_by_dots_is_told_in_full_by_the_title_element() -> None:
    head = '<meta property="og:title" content="Boats are back at Win...">'
    line = "<div>Boats are back at Winnow</div>"
    assert title("Boats are back at Winnow | Weir Post", line, head=head) == "Boats are back at Winnow"


@pytest.mark.parametrize(
    ("element", "above", "expected"),
    [
        ("鹿水新闻网", "<h1>鹿水新闻网</h1><h2>镇里老桥月底开工</h2>", "镇里老桥月底开工"),
        (
            "鹿水新闻网-民生",
            "<div>首页 &gt; 民生 &gt; 正文</div><div><b>镇里老桥月底开工</b></div>",
            "镇里老桥月底开工",
        ),
        ("", "<div><b>镇里老桥月底开工</b></div>", "镇里老桥月底开工"),
    ],
)
def test_the_printed_headline_counts_where_the_title_names_site_and_section_alone(
    element: str, above: str, expected: str
) -> None:
    assert title(element, above, HANZI) == expected


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("Boats are back (Weir Post)", "Boats are back"),
        ("Boats are back (and stay)", "Boats are back (and stay)"),
        ("Boats are back - Weir Post - Page 2", "Boats are back"),
        ("镇里老桥月底开工_鹿水新闻网_民生频道", "镇里老桥月底开工"),
    ],
)
def test_names_in_brackets_pages_and_channels_end_no_title(element: str, expected: str) -> None:
    head = '<meta property="og:site_name" content="Weir Post">'
    assert title(element, text=TEXT if element.isascii() else HANZI, head=head) == expected


def test_a_section_as_heading_is_no_title() -> None:
    head = '<meta property="og:title" content="Boats are back, says the mayor">'
    assert title("Boats are back, says the mayor | Winnow | Weir Post", "<h1>Winnow</h1>", head=head) == (
        "Boats are back, says the mayor"
    )
