"""Credits at the end of a text: lines of writers, editors and sources in any language go, sentences stay."""

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body.rules.credits import is_credit
from newsarchive.extraction.fields.names.agencies import agency_of
from newsarchive.extraction.fields.names.chinese import byline, byline_of
from newsarchive.extraction.fields.names.korean import names_in

CREDITS = [
    "By Maeve Tolland and Bo Yu", "Written by Maeve Tolland", "Von Max Muster", "Par Claire Morel",
    "Propos recueillis par Claire Morel", "Por Ana Ruiz", "di Anna Rossi", "Door Joris Kamp", "Av Karin Berg",
    "Af Anna Holm", "Skrevet af Anna Holm", "Scris de Ioana Pop", "Od Marie Nováková", "de Ioana Pop", "oprac. Anna Nowak",
    "Opracowanie: Anna Nowak", "Szerző: Kovács Anna", "Írta: Kovács Anna", "Γράφει ο Σωτήρης Παππάς",
    "Του Σωτήρη Παππά", "Πηγή: ΑΠΕ-ΜΠΕ", "Корреспондент Ольга Смирнова", "Автор: Ольга Смирнова", "Джерело: Укрінформ",
    "Sursa: Agerpres", "Forrás: MTI", "Zdroj: ČTK", "Quelle: dpa", "Muhabir: Sevgi Yıldırım", "Kaynak: AA",
    "Editör: Ali Kaya", "كتبت رباب الجالي", "كتب: محمود الجالي", "منبع: ایرنا", "خبرنگار: رضا احمدی", "מאת דנה לוי",
    "Penulis: Rahma Pradipta | Editor: Tia", "Pewarta: Rahma Pradipta", "Tác giả: Nguyễn Văn An", "ที่มา: ไทยรัฐ",
    "Text: Max Muster, Foto: Eva Muster", "Editor: D.R.", "新华社“新华视点”记者何云、陆山", "文｜财新 何云",
    "⊙记者 何云 ○编辑 陆山", "21世纪经济报道记者 何云 上海报道", "每经记者：何云 每经编辑：陆山", "（平川县融媒体中心 何云）",
    "【聯合報／記者何雲／台北報導】", "＜山田太郎＞", "文・山田太郎", "홍길동·김영희 기자", "하동/천유정 기자 cheon@news.test",
    "서울=홍길동 기자 hong@news.test", "글·사진=홍길동 기자", "홍길동 논설위원",
    "Von Anna Lindner, Altstadt 14. März 2026", "2026-03-24 10:28 | Peter Okafor | 12",
    "Marieke Smit Gepubliceerd op 24-03-2026 om 10:28", "17 मार्च 2026, 10:21 | राहुल वर्मा | 12",
    "Thứ ba, 17/3/2026, 10:22 (GMT+7) | Phạm Hà | 12", "[하서=뉴스] 한서윤 기자", "글 한서윤", "글·사진 한서윤",
]  # fmt: skip
SENTENCES = [
    "17 मार्च 2026 को राहुल वर्मा लौट आए।", "글 쓰는 사람이 많다",
    "By the river nobody had slept that night.", "Von Montag an fährt jeder zweite Bus.", "De ahí que nadie contestara.",
    "От дома к дому ходили почтальоны", "Source: the report, which nobody has read to its end, says so.",
    "Author: Maeve Tolland is a professor of history.", "A letter to the editor: Maeve Tolland", "Text: wie ein Brief, sagte sie, las sich das alles nicht.",
    "记者从县里获悉，新桥月底通车", "记者手记：那一年的冬天", "记者：桥什么时候通车？", "Reporter: When does the bridge open?", "作者简介 何云毕业于平川师范", "新华社记者何云摄",
    "Aktionszeitraum: 21.10.2019 – 27.10.2019", "Einsendeschluss: 03.11.2019 (Poststempel)",
    "The bridge opens on March 3, 2026, at noon", "기자 생활 삼십 년 만에 그는 처음으로 울었다", "서울 시내에서 만난 기자", "글을 쓰는 일은 어렵다",
]  # fmt: skip


@pytest.mark.parametrize("line", CREDITS)
def test_a_line_that_says_who_wrote_is_a_credit(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_no_credit(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("line", "names", "outlet"),
    [
        ("本报记者 何云 本报通讯员 陆山", "何云 陆山", None),
        ("□本报记者 何云 陆山", "何云 陆山", None),
        ("文/羊城晚报全媒体记者 何云 通讯员 陆山", "何云 陆山", None),
        ("文/记者 何云 图/陆山", "何云", None),
        ("大众网记者 何云 平川报道", "何云", "大众网"),
        ("澎湃新闻记者 何云 实习生 陆山 发自云南", "何云 陆山", "澎湃新闻"),
        ("本报记者　　马　　勇　　何晓岚", "马勇 何晓岚", None),
        ("记者 何云 文/图", "何云", None),
        ("圖文：林佳蓉", "林佳蓉", None),
        ("編輯 王小玲 報導", "王小玲", None),
        ("【聯合報╱記者曾芳蘭／淡水報導】", "曾芳蘭", "聯合報"),
        ("[自由時報記者林佳蓉／台南報導]", "林佳蓉", "自由時報"),
        ("【記者林佳蓉台南報導】", "林佳蓉", None),
        ("聯合報／ 記者林佳蓉、陳志明／連線報導", "林佳蓉 陳志明", "聯合報"),
        ("娛樂中心／林佳蓉報導", "林佳蓉", None),
        ("新頭殼newtalk | 巫山雲 花蓮報導", "巫山雲", "新頭殼newtalk"),
        ("（大紀元記者方舟澳洲悉尼報導）", "方舟", "大紀元"),
        ("大紀元記者方舟編譯報導", "方舟", "大紀元"),
        ("(本文作者:何云飞)", "何云飞", None),
        ("中国青年报·中青网记者 何云 来源：中国青年报", "何云", "中国青年报·中青网"),
    ],
)
def test_a_chinese_byline_is_taken_apart(line: str, names: str, outlet: str | None) -> None:
    assert byline(line) == (tuple(names.split()), outlet)


@pytest.mark.parametrize(
    "line",
    [
        "生活中心／綜合報導",
        "记者获悉，平川县",
        "记者了解到张家界",
        "本报记者组",
        "新华社记者何云摄",
        "编辑 何云 校对 陆山",
    ],
)
def test_other_lines_are_no_chinese_byline(line: str) -> None:
    assert byline(line) is None


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("（中央社記者林佳蓉、陳志明台北9日電）", "林佳蓉 陳志明"),
        ("【大紀元2024年06月09日訊】（大紀元記者林佳蓉台灣台南報導）", "林佳蓉"),
        ("〔編譯林佳蓉／綜合報導〕", "林佳蓉"),
        ("記者林佳蓉／台北報導　", "林佳蓉"),
        ("（河南日报全媒体记者 何云）", "何云"),
        ("（首席记者 何云 实习生 陆山）", "何云 陆山"),
        ("（记者 何云 通讯员 陆山 文/图）", "何云 陆山"),
        ("本报讯（通讯员 何云 陆山）", "何云 陆山"),
        ("记者何云、通讯员陆山报道：", "何云 陆山"),
        ("新华社平川5月9日电　记者何云　", "何云"),
        ("本报平川５月９日电　记者何云报道：", "何云"),
        ("平川5月9日电 (何云)", "何云"),
        ("（记者注：这里指县城）", ""),
        ("新华社平川5月9日电　记者从县里获悉，", ""),
    ],
)
def test_a_chinese_report_names_its_writers_as_it_opens(opening: str, names: str) -> None:
    found = [name for one in byline_of(f"{opening}平川县今年的槐花节吸引了数万名游客。") for name in one.names]
    assert found == names.split()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(세종=새한통신) 이서연 박준호 기자 = 정부는 화요일", "이서연 박준호"),
        ("[서울=새한통신] 홍길동 기자 = 정부는", "홍길동"),
        ("사회부 박준호 기자", "박준호"),
        ("홍길동·김영희 기자", "홍길동 김영희"),
        ("/홍길동 기자 hong@news.test", "홍길동"),
    ],
)
def test_korean_reporters_are_read(text: str, names: str) -> None:
    assert names_in(text) == names.split()


LINE = "平川县今年的槐花节第{}天吸引了数万名游客，沿线的农家乐天天客满，村民们说这是多年来最热闹的一个春天。"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("2021年11月18日 星期四 <a>上一篇</a> <a>下一篇</a> <a>放大</a> <a>缩小</a>", {"source": None, "tags": ()}),
        ("2023年10月22日星期日", {"source": None, "section": None}),
        ("2019-05-09 10:23 浏览量: 1024 我要评论(0) 分享 收藏", {"source": None}),
        ("2019-05-09 10:23 A A A", {"source": None, "authors": ()}),
        ("记者 何云 通讯员 陆山　2019-05-09 10:23", {"authors": ("何云", "陆山"), "section": None, "source": None}),
        ("2024-06-09 10:23:00 文／林佳蓉 攝影／陳志明", {"authors": ("林佳蓉",), "section": None}),
        ("2024/06/09 10:23:15 編輯 王小玲 報導", {"authors": ("王小玲",), "section": None}),
        ("台灣新報 / 林佳蓉 / 2024-06-09", {"authors": ("林佳蓉",), "source": "台灣新報", "section": None}),
        ("[自由時報記者林佳蓉／台南報導] 2024-06-09", {"authors": ("林佳蓉",), "source": "自由時報"}),
        ("<time>2024-06-09 10:23</time><span>聯合報／ 記者<a>林佳蓉</a>／連線報導</span>", {"authors": ("林佳蓉",), "source": "聯合報"}),
        ("2016-3-8 14:05 | 发布者: 小云编辑 | 查看: 18 | 原作者: 赵海涛 | 来自: 云台晚报", {"authors": ("赵海涛",), "source": "云台晚报"}),
        ("[2019-05-09] 来源：平川电视台　摄像：陆山　记者：何云", {"authors": ("何云",), "source": "平川电视台"}),
        ("来源：<a>光明网-《光明日报》</a> 2019-05-09 10:23", {"source": "光明网-《光明日报》"}),
    ],
)  # fmt: skip
def test_the_line_under_a_chinese_title_is_read(line: str, wanted: dict[str, object]) -> None:
    text = "".join(f"<p>{LINE.format(day)}</p>" for day in range(4))
    page = (
        f"<html lang=zh><title>平川槐花节开幕</title><h1>平川槐花节开幕</h1><div>{line}</div><div>{text}</div></html>"
    )
    article = extract(page, "https://www.example.test/a/1.html")
    assert {name: getattr(article, name) for name in wanted} == wanted
    assert article.body.startswith("平川县")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<div>10 Aug 2024, 06:05 PM IST</div>", ()),
        ("<div><span class=by>Haber Merkezi</span></div><div>09.05.2023 - 15:20</div>", ()),
        ("<div><span class=author><b>Anna Holm</b><i>toimittaja</i></span></div>", ("Anna Holm",)),
        ("<div><a rel=author href=/a/1>Anna Holm</a></div><div>Foto’s <a href=/auteurs/k>Kees Berg</a></div>", ("Anna Holm",)),
        ("<figure><img src=a.jpg><figcaption>A quay. <span class=author>Fot. Jan Nowak</span></figcaption></figure>", ()),
        ("<div class=byline>By Anna Holm For Harbour News</div>", ("Anna Holm",)),
        ("<div class=author-card><i class=author-card__name>Anna Holm</i><i>Editor</i><p>Likes boats, hates fog.</p></div>", ("Anna Holm",)),
        ("<b id=x class=author>Article facts</b><div aria-labelledby=x><a rel=author href=/a/1>Anna Holm</a></div>", ("Anna Holm",)),
        ("<div class=author><a rel=author href=/a/1>Anna Holm</a></div><p>Photos</p><p><a href=/author/k>Kees Berg</a></p>", ("Anna Holm",)),
    ],
)  # fmt: skip
def test_what_stands_beside_names_is_no_author(line: str, authors: tuple[str, ...]) -> None:
    text = "".join(
        f"<p>The harbour master said on day {day} that the ferry would sail again once divers had looked at the hull.</p>"
        for day in range(5)
    )
    page = f"<html><title>Ferry sails again</title><h1>Ferry sails again</h1>{line}<div>{text}</div></html>"
    assert extract(page, "https://www.example.test/a/1.html").authors == authors


def test_a_report_signed_by_an_agency_is_the_agencys() -> None:
    text = "".join(
        f"<p>The harbour master said on day {day} that the ferry would sail again once divers had looked at the hull.</p>"
        for day in range(5)
    )
    head = '<title>Ferry sails again</title><meta property="og:site_name" content="Gull Point News">'
    page = (
        f"<html>{head}<h1>Ferry sails again</h1><div class=byline>By The Associated Press</div><div>{text}</div></html>"
    )
    assert extract(page, "https://www.example.test/a/1.html").source == "The Associated Press"


@pytest.mark.parametrize(
    ("first", "last", "agency"),
    [
        ("MADRID, 3 mar (EFE).- El puerto cierra esta noche.", "Nadie resultó herido.", "EFE"),
        ("OTTAWA (Reuters) - The harbour closes tonight.", "Nobody was hurt.", "Reuters"),
        ("Der Hafen schließt heute Nacht.", "Niemand wurde verletzt. (dpa)", "dpa"),
        ("Liman bu gece kapanıyor.", "Kimse yaralanmadı. (İHA)", "İHA"),
        ("新华社平川5月9日电 平川县今年的槐花节吸引了数万名游客。", "", "新华社"),
        ("【北浜共同】市は火曜日、橋を閉鎖すると発表した。", "", "共同"),
        ("(세종=새한통신) 이서연 기자 = 정부는 화요일", "", "새한통신"),
        ("The Associated Press (AP) was founded in 1846.", "The AP still exists.", None),
        ("The harbour closes tonight.", "So says the agency (AFP) in its report.", None),
    ],
)
def test_the_agency_that_signs_a_report_is_read(first: str, last: str, agency: str | None) -> None:
    assert agency_of(first, last) == agency


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ('<p style="text-align:right"><strong>Hiếu Lương</strong></p>', ("Hiếu Lương",)),
        ("<div align=right><b>Валентина Крючкова.</b></div>", ("Валентина Крючкова",)),
        ('<p style="text-align:right"><a href="/v/">See More Videos</a></p>', ()),
    ],
)
def test_a_name_set_to_the_right_signs_the_text(line: str, authors: tuple[str, ...]) -> None:
    text = "".join(
        f"<p>The harbour master said on day {day} that the ferry would sail again once divers had looked at the hull.</p>"
        for day in range(5)
    )
    page = f"<html><title>Ferry sails again</title><h1>Ferry sails again</h1><div>{text}{line}</div></html>"
    article = extract(page, "https://www.example.test/a/1.html")
    assert (article.authors, article.body.count("\n")) == (authors, 4)


@pytest.mark.parametrize(
    ("head", "line", "end", "authors"),
    [
        ('<meta name=author content="滨河网">', "", "", ()),
        ('<meta name=author content="滨河日报">', "", "", ()),
        ('<meta name=author content="何云">', "", "<p>（责任编辑：何云）</p>", ()),
        ('<meta name=author content="何云">', "<div class=author>何云</div>", "", ("何云",)),
        ("", "<div class=author>滨河晚报</div>", "", ()),
    ],
)
def test_papers_and_editors_are_no_authors_of_chinese_pages(
    head: str, line: str, end: str, authors: tuple[str, ...]
) -> None:
    text = "".join(f"<p>{LINE.format(day)}</p>" for day in range(4))
    page = f"<html lang=zh><title>平川槐花节开幕_滨河网</title>{head}<h1>平川槐花节开幕</h1>{line}<div>{text}{end}</div></html>"
    assert extract(page, "https://www.example.test/a/1.html").authors == authors


def test_a_japanese_report_may_be_signed_behind_its_last_sentence() -> None:
    text = "".join(
        f"<p>市は{day}日、川沿いの遊歩道の工事を来月始めると発表した。全長は4.2キロ。</p>" for day in range(11, 15)
    )
    for end, authors in (
        ("【川上修、山田花子】", ("川上修", "山田花子")),
        ("（宮城野涼子）", ("宮城野涼子",)),
        ("（敬称略）", ()),
    ):
        body = f"{text}<p>申し込みはいらない。{end}</p>"
        page = f"<html lang=ja><title>遊歩道を延伸</title><h1>遊歩道を延伸</h1><div>{body}</div></html>"
        assert extract(page, "https://www.example.test/a/1.html").authors == authors
