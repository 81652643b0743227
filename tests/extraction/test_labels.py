"""What labels say in cells, behind bars and in many languages, and what stands beside them."""

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article

ZH = (
    "<p>市里昨天召开会议，研究老桥加固工程的进度安排，有关部门负责人汇报了前期勘察的结果，并向居民公布绕行路线。</p>"
    * 3
)
EN = "".join(
    f"<p>The council of the harbour town decided on {day} that the ferry to the school island will sail again in spring.</p>"
    for day in ("Monday", "Tuesday", "Thursday", "Friday")
)
TEXTS = {
    "fi": "<p>Joen rantoja yhdistävä lossi seisoo kuusi viikkoa, koska sen moottori vaihdetaan, kertoi satama illalla.</p>",
    "sr": "<p>Трајект који повезује две обале реке стаје на шест недеља, јер мотор мора да се замени, каже управа.</p>",
    "ar": "<p>ستتوقف العبارة التي تصل بين ضفتي النهر ستة أسابيع لأن محركها سيستبدل، كما أعلن مكتب الميناء أمس.</p>",
    "he": "<p>המעבורת שמחברת בין שתי גדות הנהר תושבת לשישה שבועות משום שיש להחליף את המנוע, הודיע משרד הנמל.</p>",
    "ja": "<p>川の両岸を結ぶ渡し船が、エンジンを交換するため六週間運休することになったと、港の事務所が発表した。</p>",
    "ru": "<p>Паром, соединяющий два берега реки, встанет на шесть недель, потому что на нём меняют двигатель.</p>",
}


def read(line: str, below: str = "", text: str = ZH, title: str = "镇里老桥加固工程月底开工") -> Article:
    html = f"<html><title>{title}</title><body><h1>{title}</h1>{line}{text}{below}</body></html>"
    return extract(html, "https://www.weir.example/78123")


def test_a_label_that_fills_a_cell_needs_no_sign() -> None:
    rows = {"栏目": "民生", "来源": "鹿水日报", "日期": "2024-03-05", "作者": "秦文博"}
    article = read(f"<dl>{''.join(f'<dt>{label}</dt><dd>{value}</dd>' for label, value in rows.items())}</dl>")
    assert (article.section, article.source, article.authors) == ("民生", "鹿水日报", ("秦文博",))


def test_the_office_that_publishes_a_document_is_its_source() -> None:
    cells = "<tr><td>索引号</td><td>00123</td><td>发布机构</td><td>鹿水县交通局</td></tr>"
    assert read(f"<table>{cells}<tr><td>发布日期</td><td>2024-03-05</td></tr></table>").source == "鹿水县交通局"


def test_bars_behind_commas_part_writer_and_editor() -> None:
    article = read("<div>文 | 鹿水观察，作者 | 秦文博，编辑 | 罗小曼</div><div>2024-03-05 10:17</div>")
    assert (article.authors, article.editor, article.source) == (("秦文博",), "罗小曼", "鹿水观察")


@pytest.mark.parametrize(
    ("line", "below", "names"),
    [
        ("2024-03-05 10:17", "<p>秦文博 文/图</p>", ("秦文博",)),
        ("2024-03-05 10:17", "<p>秦文博 罗小曼 图文</p>", ("秦文博", "罗小曼")),
        ("2024-03-05 10:17", "<p>罗小曼 摄</p>", ()),
    ],
)
def test_who_wrote_may_stand_before_the_word_for_it(line: str, below: str, names: tuple[str, ...]) -> None:
    assert read(f"<div>{line}</div>", below).authors == names


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：鹿水日报 记者 秦文博", "鹿水日报"),
        ("来源：鹿水日报 我要评论 0", "鹿水日报"),
        ("【鹿水日报】 2024-03-05", "鹿水日报"),
        ("2024-03-05 10:17 鹿水观察官方账号", "鹿水观察"),
    ],
)
def test_an_outlet_is_told_without_what_surrounds_it(line: str, source: str) -> None:
    assert read(f"<div>{line}</div>").source == source


@pytest.mark.parametrize(
    ("language", "line", "below", "names"),
    [
        ("fi", "Teksti: Anna Virtanen Kuva: Pekka Laine", "", ("Anna Virtanen",)),
        ("sr", "Аутор: Јована Петровић", "", ("Јована Петровић",)),
        ("ar", "أحمد سالم وليلى حسن", "", ("أحمد سالم", "ليلى حسن")),
        ("he", "נועה לוי ודן כהן", "", ("נועה לוי", "דן כהן")),
        ("ja", "", "<p>（文・佐藤健太、写真・田中舞）</p>", ("佐藤健太",)),
        ("ru", "", "<p>Ольга ВЕТРОВА</p>", ("Ольга ВЕТРОВА",)),
    ],
)
def test_names_are_parted_from_those_of_others(language: str, line: str, below: str, names: tuple[str, ...]) -> None:
    text = TEXTS[language] * 4
    assert read(f"<p>{line}</p><p>2024-03-05</p>", below, text, "Lossi / Паром / 船").authors == names


@pytest.mark.parametrize(
    ("line", "below", "names"),
    [
        ("", "<p>(Reporting by Ann Lee and Bo Yu; Editing by Kim Osei)</p>", ("Ann Lee", "Bo Yu")),
        ("By Ann Lee (@annlee) and Bo Yu (@boyu)", "", ("Ann Lee", "Bo Yu")),
        ("<span class='author vcard'><a href=/author/1>Weir</a></span>", "<p>By Ann Lee</p>", ("Ann Lee",)),
    ],
)
def test_a_by_line_is_read_through_brackets_and_beside_the_site(line: str, below: str, names: tuple[str, ...]) -> None:
    assert read(f"<p>{line}</p><p>March 5, 2024</p>", below, EN, "Ferry to sail again").authors == names


@pytest.mark.parametrize(
    ("line", "below", "count"),
    [
        ("승인 2024.03.05 10:17 | 댓글 3", "", 3),
        ("March 5, 2024", "<p>4 comments:</p>", 4),
        ("March 5, 2024", "<h2>3 thoughts on “Ferry to sail again”</h2>", 3),
        ("March 5, 2024", "<h2>„<span>Ferry to sail again</span>” bejegyzéshez 3 hozzászólás</h2>", 3),
        ("March 5, 2024", "<h3>3 comentaris</h3>", 3),
        ("March 5, 2024", "<p>Ferry to sail again – 3 days ago</p>", None),
        ("March 5, 2024", "<h3>Read next</h3><p><a href=/2>Choir wins a prize</a> 45 comments</p>", None),
    ],
)
def test_comments_are_counted_between_bars_and_not_beside_other_articles(
    line: str, below: str, count: int | None
) -> None:
    assert read(f"<p>{line}</p>", below, EN, "Ferry to sail again").comment_count == count


def test_a_trail_may_be_called_so_for_those_who_do_not_see() -> None:
    trail = "<ol><li><a href=/>Home</a></li><li><a href=/local>Local</a></li><li>Ferry</li></ol>"
    line = f"<nav aria-label=breadcrumb>{trail}</nav><p>March 5, 2024</p>"
    html = f"<title>Ferry to sail again</title><body>{line}<h1>Ferry to sail again</h1>{EN}</body>"
    assert extract(html, "https://www.weir.example/78123").section == "Local"


def test_tags_at_the_foot_of_the_site_are_no_tags_of_the_article() -> None:
    row = "<div><a href=/topic/ferry>Ferry</a> <a href=/topic/harbour>Harbour</a></div>"
    foot = "<footer><a href=/topic/choir>Choir</a> <a href=/topic/bus>Bus</a></footer>"
    assert read("<p>March 5, 2024</p>", row + foot, EN, "Ferry to sail again").tags == ("Ferry", "Harbour")
