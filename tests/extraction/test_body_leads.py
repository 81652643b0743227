"""A summary that is nothing but the beginning of the text is left out; one that says something else stays."""

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.boilerplate import is_dated
from newsarchive.extraction.body.rules.openings import openings
from newsarchive.extraction.page import Page

REST = "".join(
    f"<p>渡轮公司{name}表示，航线将于下周恢复，船票可以改签，工作人员会在码头协助乘客办理手续，请大家留意通知。</p>"
    for name in ("经理", "主任", "船长", "副船长")
)
FIRST = "星期五清晨，渡轮在海鸥角附近搁浅，船上二百一十二名乘客全部平安上岸，没有人受重伤。"
EN_FIRST = (
    "The night ferry ran aground off the point shortly after two o'clock on Friday, with 212 passengers on board."
)
EN_REST = "".join(
    f"<p>The {name} said that the ferry would be towed off at high water on Sunday, and that no oil had been lost.</p>"
    for name in ("harbour master", "captain", "company", "coastguard")
)


@pytest.mark.parametrize(
    ("lead", "stays"),
    [
        (f"摘要：{FIRST[:25]}…", False),
        (f"[导读] {FIRST[:25]}...", False),
        (FIRST[:20], False),
        (f"摘要: {FIRST}渡轮公司经理表示，航线将 ...", False),
        (f"摘要：{FIRST}调查已经开始，结果将在月底公布。", True),
        ("核心提示：渡轮搁浅之后，两百多人平安上岸，调查已经开始，结果将在月底公布。", True),
    ],
)
def test_a_summary_in_chinese(lead: str, stays: bool) -> None:
    html = f"<html lang=zh><title>渡轮搁浅</title><h1>渡轮搁浅</h1><div class=s>{lead}</div><div><p>{FIRST}</p>{REST}</div>"
    body = extract(html, "https://news.example.test/a/3474.html").body.split("\n")
    assert FIRST in body
    assert (lead in body) is stays


@pytest.mark.parametrize(
    ("lead", "stays"),
    [
        (EN_FIRST[:60] + " …", False),
        ("All passengers of the night ferry were brought ashore before dawn, and nobody was badly hurt.", True),
    ],
)
def test_a_summary_in_english(lead: str, stays: bool) -> None:
    html = f"<html lang=en><title>Ferry aground</title><h1>Ferry aground</h1><p class=lead>{lead}</p><p>{EN_FIRST}</p>{EN_REST}"
    article = extract(html, "https://news.example.test/a/3474.html")
    assert (lead in article.body.split("\n")) is stays
    assert EN_FIRST in article.body.split("\n")
    assert stays or "repeated lead" in {block.rule for block in article.removed}


@pytest.mark.parametrize("tag", ["h2", "p", "div"])
def test_a_sentence_right_under_the_headline_is_text_whatever_its_name(tag: str) -> None:
    lead = "All of the passengers were ashore before dawn."
    html = f"""<html lang=en><title>Ferry aground | Post</title><a href=/>Post</a><h1 class=t>Ferry aground</h1>
        <{tag} class="sp-descp">{lead}</{tag}><div>By Ann Lee</div><div>{EN_FIRST}{EN_REST}</div></html>"""
    assert lead in extract(html, "https://news.example.test/a/3474.html").body.split("\n")


@pytest.mark.parametrize("headline", ["h1", "h2", "div", "p align=center"])
@pytest.mark.parametrize(
    "between", ["", "<div>By Ann Lee &nbsp; 13 March 2026</div>", "<p>By Ann Lee</p><p>13 March 2026</p>"]
)
@pytest.mark.parametrize("lead", ["<h2>{}</h2>", "<p><strong>{}</strong></p>", "<div class=box7>{}</div>"])
def test_a_sentence_between_headline_and_text_is_text(headline: str, between: str, lead: str) -> None:
    said = "The decision ends months of argument over who should pay for the boats."
    html = f"""<html lang=en><title>Ferry aground off Gull Point | Post</title><div><ul><li><a href=/>Post</a><li><a href=/s/>Sport</a></ul></div>
        <div><{headline}>Ferry aground off Gull Point</{headline.split()[0]}>{between}{lead.format(said)}<div>{EN_FIRST}{EN_REST}</div></div></html>"""
    body = extract(html, "https://news.example.test/a/3474.html").body.split("\n")
    assert body[0] == said
    assert not any("Ann Lee" in line for line in body)


@pytest.mark.parametrize(
    ("lead", "text"),
    [
        (
            "इस फैसले से महीनों चली बहस खत्म हुई कि खर्च कौन उठाएगा, और यह बजट से कुछ दिन पहले आया।",
            "नगर परिषद ने मंगलवार को पुराने पुल को बीस दिनों के लिए बंद करने का फैसला किया ताकि इंजीनियर खंभों की जाँच कर सकें।",
        ),
        (
            "มตินี้ยุติการถกเถียงเรื่องค่าใช้จ่ายที่ยืดเยื้อมาหลายเดือนก่อนการพิจารณางบประมาณของสภาเพียงไม่กี่วัน",
            "สภาเมืองมีมติเมื่อวันอังคารให้ปิดสะพานเก่าเป็นเวลายี่สิบวันเพื่อให้วิศวกรตรวจสอบตอม่อและระบบระบายน้ำทั้งหมด",
        ),
        (
            "یہ فیصلہ مہینوں کی بحث ختم کرتا ہے کہ خرچ کون اٹھائے گا اور بجٹ سے چند دن پہلے آیا ہے۔",
            "شہر کی کونسل نے منگل کو پرانا پل بیس دن کے لیے بند کرنے کا فیصلہ کیا تاکہ انجینئر ستونوں کا معائنہ کر سکیں۔",
        ),
    ],
)
def test_a_sentence_ends_as_its_script_has_it(lead: str, text: str) -> None:
    html = f"""<title>{text[:30]}</title><div><h1>{text[:30]}</h1><p>13.03.2026 10:21</p><div class=b2>{lead}</div>
        <div>{"".join(f"<p>{text} ({number})</p>" for number in range(5))}</div></div>"""
    assert extract(html, "https://news.example.test/a/3474.html").body.split("\n")[0] == lead


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("<div class=byline><span>Ann Lee</span><span><time>Fri 13 Mar 2026</time> 16:22</span></div>", ["byline"]),
        ("<div class=byline>Ann Lee went there on 13 March 2026.</div>", []),
        ("<div class=date>Open from 13 March 2026 to 21 March 2026</div>", []),
        ("<p>By Ann Lee</p>", ["byline"]),
        ("<div>Text: Ann Lee</div>", ["byline"]),
        ("<p>Von Max Muster und Eva Klein</p>", ["byline"]),
        ("<p>Par Anne Lenoir, à Saint-Aubin</p>", ["byline"]),
        ("<h2>By Gull Point</h2>", []),
        ("<p>By Gull Point the water is deep</p>", []),
    ],
)
def test_a_byline_below_the_lead_is_no_text(line: str, rules: list[str]) -> None:
    page = Page(f"<html lang=en><title>Ferry aground</title><div><p>{EN_FIRST}</p>{line}{EN_REST}</div></html>")
    assert list(openings(page, describe(Layout(page))).values()) == rules


GENRE = "Opinion pieces follow the style of their authors, are based on facts that the desk has checked, and respect the people whose acts they judge; their authors speak for themselves."


@pytest.mark.parametrize(("label", "stays"), [("<a href=/columns/>Column</a> <i>i</i>", False), ("", True)])
def test_what_explains_a_genre_above_the_headline_is_no_text(label: str, stays: bool) -> None:
    box = f"<div class=k>{label}<p>{GENRE}</p></div>"
    html = f"""<html lang=en><title>Ferry aground off Gull Point</title><article><header><div>{box}<h1>Ferry aground off Gull Point</h1>
        </div></header><div><p>{EN_FIRST}</p>{EN_REST}</div></article>"""
    page = Page(html)
    kept = [one for one in describe(Layout(page), whole=True) if one.features.units > 60]
    assert [one.block.text for one in kept if one.place not in openings(page, kept)][0] == (
        GENRE if stays else EN_FIRST
    )


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_short_lines_above_the_headline_are_no_text_whatever_its_rank(tag: str) -> None:
    title = "Ferry aground off Gull Point"
    head = f"<div>All columns</div><div>At the pier</div><{tag}>{title}</{tag}>"
    page = Page(f"<html lang=en><title>{title}</title><div>{head}<p>{EN_FIRST}</p>{EN_REST}</div></html>")
    kept = [one for one in describe(Layout(page), whole=True) if one.block.text != title]
    assert list(openings(page, kept).values()) == ["above the headline"] * 2


LABELLED = """<section aria-labelledby="article-byline"><strong id="article-byline">Kirjoituksen tiedot</strong>
<ul role="list"><li><span>Kirjoittaja, </span><span>Aino Laine</span></li><li>Työ, Satamauutiset, Winnow</li></ul></section>
<div><ul><li><time datetime="2023-09-12">{}</time></li></ul></div>"""


@pytest.mark.parametrize("day", ["۲۱ شهریور ۱۴۰۲ - ۱۲ سپتامبر ۲۰۲۳", "12. syyskuuta 2023"])
def test_what_is_labelled_as_byline_is_no_text_in_any_language(day: str) -> None:
    html = (
        f"<title>Ferry aground</title><h1>Ferry aground</h1>{LABELLED.format(day)}<div><p>{EN_FIRST}</p>{EN_REST}</div>"
    )
    assert extract(html, "https://news.example.test/a/3474.html").body.startswith(EN_FIRST)


def test_a_length_of_time_is_no_date() -> None:
    html = f"<title>Buns</title><h1>Buns</h1><p><time>15 – 30 min</time></p><div><p>{EN_FIRST}</p>{EN_REST}</div>"
    page = Page(html)
    assert not any(is_dated(page, block) for block in page.blocks)


@pytest.mark.parametrize(("signed", "stays"), [("Our Correspondent, Winnow", False), ("What the captain knew", True)])
def test_bold_lines_above_who_wrote_are_no_text(signed: str, *, stays: bool) -> None:
    above = "".join(f"<b>{line}</b><br><br>" for line in ("Front Page", "Ferry aground off the point", signed))
    cell = f"{above}{EN_FIRST}<br><br>{EN_REST.replace('<p>', '').replace('</p>', '<br><br>')}"
    html = f"<title>The Winnow Herald Vol. 5 Num 742</title><body><table><tr><td>{cell}</td></tr></table>"
    body = extract(html, "https://news.example.test/a/3474.html").body
    assert body.startswith(EN_FIRST) is not stays
