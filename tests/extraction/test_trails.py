"""Links above the headline that lead down to the article name its section."""

import pytest

from newsarchive.extraction import extract

TEXT = "".join(
    f"<p>The council of the harbour town decided on {day} that the ferry to the school island will sail again in spring,"
    " after two years without a boat that cost the islanders more than was planned.</p>"
    for day in ("Monday", "Tuesday", "Thursday")
)
MENU = (
    "<ul>" + "".join(f"<li><a href=/{name.lower()}/>{name}</a></li>" for name in ("Town", "Sea", "Sign in")) + "</ul>"
)


def section(above: str, url: str = "https://www.site.example/town/2024/ferry.html", menu: str = MENU) -> str | None:
    title = "Ferry to the school island sails again"
    html = (
        f"<title>{title}</title>{menu}<div>{above}<h1>{title}</h1><p>19 April 2024</p><article>{TEXT}</article></div>"
    )
    return extract(f"<html><body>{html}</body></html>", url).section


SITE, TOWN, SCHOOLS = "<a href=//site.example/>Site</a>", "<a href=/c/9/>Town</a>", "<a href=/c/9/3/>Schools</a>"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (f"<div class=where>{SITE}&gt;{TOWN}&gt;{SCHOOLS}&gt;正文</div>", "Schools"),
        (f"<div class=x>{SITE} » {TOWN}</div>", "Town"),
        (f"<table><tr><td>{SITE} -&gt; {TOWN} -&gt; Ferry to the school island</td></tr></table>", "Town"),
        (f"<div class=x>{SITE} › {TOWN} › <a href=/z/7/>抗旱专题</a> › 正文</div>", "Town"),
        (f"<div class=x>{SITE} › <a href=/?cat=5>Town</a> › <a href=?print=1>Print</a></div>", "Town"),
        (f"<div class=x>{SITE} | {TOWN} | {SCHOOLS}</div>", None),  # a menu
        (f"<div class=x>{SITE} read on » {TOWN}</div>", None),
    ],
)
def test_links_with_arrows_between_them_are_a_trail(above: str, expected: str | None) -> None:
    assert section(above) == expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("<div class=x><a href=/town>Town</a></div>", "Town"),
        ("<div class=x><a href=/town>Town</a> <a href=/town/2024>Harbour</a></div>", "Harbour"),
        ("<div class=x><a href=/town>Town</a> <span>19 April</span></div>", None),
        ("<div class=x><a href=/town>Town</a> <time>19.04.2024 • 10:17</time></div>", "Town"),
        ("<div class=x><a href=/sea/>Sea</a></div>", "Sea"),  # as in the menu
        ("<div class=x><a href=/sky/>Sky</a></div>", None),
        ("<div class=page-category><a href=/sky/>Sky</a></div>", "Sky"),
        ("<div><p class=x><a href=/sea/>Sea</a></p><p>About us</p><p>Search</p><p>Help</p></div>", None),
        ("<div class=x><a href=/town/2024/>2024</a></div>", None),
        ("<div class=x><a href=/town/>Back to all news</a></div>", None),
        ("<div class=x><a href=''>Close</a></div>", None),
        ("<div class=x><a href=/town/>A ferry firm wants a longer pier at Winnow</a></div>", None),
    ],
)
def test_a_short_link_right_above_the_headline_names_the_section(above: str, expected: str | None) -> None:
    assert section(above) == expected


def test_a_section_may_be_called_as_its_subdomain() -> None:
    crumbs = "<div class=breadcrumb><a href=//www.site.example/>Home</a> <a href=//town.site.example/>Town</a></div>"
    assert section(crumbs, "https://town.site.example/read/1/ferry", menu="") == "Town"


@pytest.mark.parametrize(
    ("last", "expected"),
    [("https://www.site.example/town/", "Town"), ("https://www.site.example/town/2024/ferry.html", "News desk")],
)
def test_the_last_crumb_of_the_data_is_a_section_if_the_page_lies_in_it(last: str, expected: str) -> None:
    names = (("https://www.site.example/", "Site"), ("https://www.site.example/n/", "News desk"), (last, "Town"))
    items = ",".join(f'{{"@type":"ListItem","item":{{"@id":"{url}","name":"{name}"}}}}' for url, name in names)
    data = f'{{"@type":"BreadcrumbList","itemListElement":[{items}]}}'
    assert section(f'<script type="application/ld+json">{data}</script>', menu="") == expected


def test_the_place_from_which_somebody_wrote_is_no_section() -> None:
    text = (
        "<p>运城市林业局昨日召开工作会议，要求各部门继续做好春季防火和森林防护工作，切实保护人民群众生命财产安全。</p>"
        * 3
    )
    line = "<p>2023年05月18日 08:31:20 来自 <span>广东</span></p>"
    html = f"<html lang=zh><body><h1>林业局召开防火工作会议</h1>{line}<article>{text}</article></body></html>"
    assert extract(html, "https://site.example/c/8Pq").section is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("网络编辑 本地新闻 2022-04-19 10:17 0 大桥 合龙", ("网络编辑", "本地新闻", ("大桥", "合龙"))),
        ("陆小山 清江新闻 2022-04-19 10:17", ("清江新闻", None, ())),
        ("清江晚报 2022-04-19 10:17 北京 清江晚报官方账号", ("清江晚报", None, ())),
    ],
)
def test_a_subject_is_a_section_and_an_outlet_no_tag(
    line: str, expected: tuple[str, str | None, tuple[str, ...]]
) -> None:
    text = (
        "<p>清江大桥昨天下午完成最后一段钢箱梁的吊装，两岸的施工人员在桥中央握手，这座桥从开工到合龙用了三年零两个月。</p>"
        * 3
    )
    html = f"<html lang=zh><body><h1>清江大桥合龙</h1><p>{line}</p><div>{text}</div></body></html>"
    article = extract(html, "https://site.example/a/1.html")
    assert (article.source, article.section, article.tags) == expected
