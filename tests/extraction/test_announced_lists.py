"""Lists that a line of the text announces are text, whatever they are made of; other lists below the text are not."""

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.lists import lists
from newsarchive.extraction.page import Page

TEXT = [
    "The council said on Tuesday that the second part of the river path will be begun next month, over a length of 4.2 "
    "kilometres, after three years of talks.",
    "The work will be done in three steps. The bed will be cleared and the banks made stronger before the floods.",
]
STEPS = ["May to July: clearing of the bed", "August: the banks", "September to March: the path itself"]
ITEMS = "".join(f"<li>{step}</li>" for step in STEPS)
LISTS = {
    "list": (f"<ul>{ITEMS}</ul>", STEPS),
    "numbered list": (f"<div><ol>{ITEMS}</ol></div>", STEPS),
    "bullets": ("".join(f"<p>• {step}</p>" for step in STEPS), [f"• {step}" for step in STEPS]),
    "numbers": ("".join(f"<div>{n}. {step}</div>" for n, step in enumerate(STEPS)), [f"{n}. {s}" for n, s in enumerate(STEPS)]),
    "terms": ("<dl><dt>May</dt><dd>the bed</dd><dt>August</dt><dd>the banks</dd></dl>", ["May", "the bed", "August", "the banks"]),
    "table": (
        "<table><tr><td>May</td><td>the bed</td></tr><tr><td>August</td><td>the banks</td></tr></table>",
        ["May", "the bed", "August", "the banks"],
    ),
    "list with a link": (f'<ul>{ITEMS}<li>See <a href="/x">the plans</a></li></ul>', [*STEPS, "See the plans"]),
}  # fmt: skip
INTRODUCTIONS = ["<p>The three steps at a glance:</p>", "<h2>The three steps</h2>", "<p><b>The three steps</b></p>"]


def read(below: str) -> list[str]:
    story = "".join(f"<p>{line}</p>" for line in TEXT) + below
    page = f"""<html lang=en><title>A path - River Post</title><body><a href=/>Home</a> <a href=/news>News</a><h1>A path</h1>
        <div>By Ann Lee, 18 April 2022</div><div>{story}</div><h3>Read more</h3><ul><li><a href=/a>Bridge opens on Monday
        after two years</a></li><li><a href=/b>Fair drew a thousand visitors</a></li></ul><p>© 2022 River Post</p>"""
    return extract(page, "https://www.example.test/news/path-123456.html").body.split("\n")


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_text_with_the_line_above_it(name: str, introduction: str) -> None:
    below, lines = LISTS[name]
    assert [line for line in read(introduction + below) if line not in TEXT][1:] == lines


@pytest.mark.parametrize(
    "below",
    [
        "<p>Tags:</p><ul><li><a href=/t/river>River</a></li><li><a href=/t/path>Path</a></li></ul>",
        "<p>More on this:</p><ul><li><a href=/c>Mill looks for a miller</a></li><li><a href=/d>Fair on Sunday</a></li></ul>",
        "<h3>Share</h3><ul><li>Facebook</li><li>WhatsApp</li><li>E-mail</li></ul>",
    ],
)
def test_lists_of_the_site_are_none(below: str) -> None:
    assert read(below) == TEXT


def test_a_heading_and_one_item_below_another_list_are_text() -> None:
    lists = ("The good", STEPS[:2]), ("The bad", STEPS[2:]), ("The ugly", ["Nobody asked the fish"])
    below = "".join(f"<h3>{head}</h3><ul>{''.join(f'<li>{step}</li>' for step in steps)}</ul>" for head, steps in lists)
    assert read(below) == [*TEXT, "The good", *STEPS[:2], "The bad", STEPS[2], "The ugly", "Nobody asked the fish"]


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("This article has been reviewed by our desk, and its editors mark it as:", True),
        ("This article has been reviewed by our desk.", False),
        ("The river has been measured in three places by our desk, as the editors say:", False),
    ],
)
def test_a_list_goes_with_the_line_of_the_site_that_announces_it(line: str, *, goes: bool) -> None:
    page = Page(
        f"<html lang=en><div><p>{line}</p><ul><li>checked<li>trusted</ul><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div>"
    )
    described = describe(Layout(page))
    better = lists(described, [-3.0, 1.0, 1.0, 4.0, 4.0])
    assert [one.block.text for one, odds in zip(described, better, strict=True) if odds > 0] == (
        TEXT if goes else ["checked", "trusted", *TEXT]
    )


def test_a_salutation_is_no_byline() -> None:
    chinese = [
        "广大市民朋友：",
        "4月18日，市政府召开专题会议，研究部署滨河步道二期工程建设工作，工程全长4.2公里。",
        "施工期间，滨河东路禁止一切机动车通行，请过往车辆和行人按照交通标志指示绕行。",
    ]
    page = f"""<html lang=zh><title>通告_滨河网</title><h1>关于滨河步道二期工程施工期间交通管制的通告</h1>
        <div>2022-04-18 17:20　来源：滨河网</div>{"".join(f"<p>{line}</p>" for line in chinese)}</html>"""
    assert extract(page, "https://www.example.test/a/123456.html").body.split("\n") == chinese


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("決定の要点は次の通り。", ["橋は夜間閉鎖", "バスは十分おきに運行"]),
        ("결정의 요점은 다음과 같다.", ["다리는 밤에 닫힌다", "버스는 십 분마다 다닌다"]),
        ("会议决定的事项如下。", ["老桥夜间封闭", "公交车每十分钟一班"]),
    ],
)
def test_what_follows_may_be_announced_without_a_colon(line: str, items: list[str]) -> None:
    said = "市议会周二决定封闭老桥，以便工程人员检查桥墩，施工期间车辆将绕行港区，预计春季开通第二条车道。"
    html = f"<title>老桥封闭</title><div><h1>老桥封闭</h1><div>{f'<p>{said}</p>' * 1}<p>{said[3:]}反对者认为应当另行安排。</p><p>{line}</p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul></div></div>"
    body = extract(html, "https://news.example.test/a/1.html").body.split("\n")
    assert body[-3:] == [line, *items]


ROWS = [["River", "May", "August"], ["Depth", "17", "8"], ["Width", "58%", "42%"]]


@pytest.mark.parametrize("last", ["The gauges are read every morning by a man from the mill.", "(lee)"])
def test_a_table_between_two_paragraphs_is_text_with_its_figures(last: str) -> None:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    cells = [cell for row in ROWS for cell in row]
    assert read(f"<table>{table}</table><p>{last}</p>")[2:11] == cells


def test_a_table_of_links_between_two_paragraphs_is_none() -> None:
    rows = "".join(
        f"<tr><td><a href=/{n}>Fair number {n}</a></td><td><a href=/p/{n}>Part {n}</a></td></tr>" for n in range(3)
    )
    assert read(f"<table>{rows}</table><p>{TEXT[1]}</p>") == [*TEXT, TEXT[1]]


def test_a_list_of_sentences_right_below_a_paragraph_is_text() -> None:
    advice = ["Book early. The boat holds 48 cars.", "Bring cash. The machine is old.", "Leave the dog at home."]
    items = "".join(f"<li>{line}</li>" for line in advice)
    assert read(f"<ol>{items}</ol><p>{TEXT[0]} That is all.</p>") == [*TEXT, *advice, f"{TEXT[0]} That is all."]


@pytest.mark.parametrize(
    "items",
    [
        "<li>Follow us on the usual networks.</li><li>Sign up for our newsletter.</li>",
        "<li>Read <a href=/c>how the mill found a miller</a>.</li><li>See <a href=/d>the fair on Sunday</a>.</li>",
        "<li>Share</li><li>Save</li>",
    ],
)
def test_a_list_of_invitations_below_a_paragraph_is_none(items: str) -> None:
    assert read(f"<ul>{items}</ul>") == TEXT


@pytest.mark.parametrize(
    ("heads", "kept"),
    [
        (["h3", "h3", "h3"], "One two Three four six"),
        (["h3", "h3", "p"], "One two Three"),
        (["p"] * 3, "One two Three"),
    ],
)
def test_of_lists_under_headings_side_by_side_the_unsure_follow_the_others(heads: list[str], kept: str) -> None:
    below = zip(heads, ["One", "Three", "Five"], ["two", "four", "six"], strict=True)
    described = describe(
        Layout(Page("".join(f"<{head}>{one}</{head}><ul><li>{two}<li>{two}</ul>" for head, one, two in below)))
    )
    better = lists(described, [1.0, 3.0, 3.0, 1.0, -1.0, -1.0, -3.0, -1.0, -1.0])
    found = dict.fromkeys(one.block.text for one, odds in zip(described, better, strict=True) if odds > 0)
    assert " ".join(found) == kept


@pytest.mark.parametrize(("lines", "stays"), [(80, True), (20, False)])
def test_an_item_that_holds_the_page_takes_nothing_from_the_paragraphs_in_it(lines: int, stays: bool) -> None:
    said = "".join(f"<p>{line}</p>" for line in TEXT)
    around = "".join(f"<div>Reply {number}</div>" for number in range(lines))
    described = describe(Layout(Page(f"<ul><li>{said}{around}</li><li>About us</li></ul>")))
    odds = lists(described, [2.0 if one.block.element.tag == "p" else -3.0 for one in described])
    assert (odds[0] == 2.0) is stays
