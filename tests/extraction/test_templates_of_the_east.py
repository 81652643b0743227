"""The lines that common systems and themes of China, Japan, Korea, Russia and others print around an article."""

from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article

FETCHED = datetime(2026, 3, 12, tzinfo=UTC)
TITLE = {"zh": "老桥下月封闭两周", "ko": "낡은 다리 두 주간 폐쇄", "ru": "Старый мост закроют на две недели",
         "vi": "Đóng cầu cũ hai tuần", "fa": "پل قدیمی دو هفته بسته می‌شود", "hi": "पुराना पुल दो हफ़्ते बंद", "ja": "古い橋を2週間閉鎖へ"}  # fmt: skip
TEXT = {
    "zh": ["市政府周二决定封闭老桥两周，以便工程人员检查桥墩，车辆将绕行港区的新路。", "附近居民表示，他们等待维修已有多年，希望工程能在入冬之前开工，并且按时完成。"],
    "ko": ["시의회는 화요일 낡은 다리를 두 주 동안 폐쇄하고 교각을 점검하기로 했다고 밝혔다.", "주민들은 몇 년 동안 보수를 기다려 왔다며 겨울이 오기 전에 공사가 끝나기를 바란다고 말했다."],
    "ru": ["Во вторник совет решил закрыть старый мост на две недели, чтобы инженеры осмотрели его опоры.", "Жители говорят, что ждали ремонта много лет и надеются, что работы закончатся до зимы."],
    "vi": ["Hội đồng quyết định đóng cây cầu cũ trong hai tuần để các kỹ sư kiểm tra trụ cầu.", "Người dân cho biết họ đã chờ việc sửa chữa nhiều năm và mong công trình xong trước mùa đông."],
    "fa": ["شورای شهر تصمیم گرفت پل قدیمی را دو هفته ببندد تا مهندسان پایه‌های آن را بررسی کنند.", "مردم می‌گویند سال‌ها منتظر تعمیر بوده‌اند و امیدوارند کار پیش از زمستان تمام شود."],
    "hi": ["नगर परिषद ने पुराने पुल को दो हफ़्ते बंद करने का फ़ैसला किया ताकि इंजीनियर खंभे जाँच सकें।", "लोगों ने कहा कि वे वर्षों से मरम्मत का इंतज़ार कर रहे थे और काम सर्दी से पहले पूरा होना चाहिए।"],
    "ja": ["市議会は火曜日、技術者が橋脚を点検できるよう古い橋を2週間閉鎖することを決めた。", "住民は何年も補修を待っていたとし、冬の前に工事が終わることを望んでいると話した。"],
}  # fmt: skip


def read(lang: str, above: str = "", below: str = "", heading: str = "<h1>{}</h1>", ending: str = "") -> Article:
    text = "".join(f"<p>{line}</p>" for line in TEXT[lang])
    page = f"""<html lang={lang}><title>{TITLE[lang]}{ending}</title><body>{heading.format(TITLE[lang])}{above}
        <div class=content>{text}</div>{below}</body></html>"""
    return extract(page, "https://www.example.test/news/1024.html", fetched_at=FETCHED)


@pytest.mark.parametrize(
    ("lang", "above", "below", "number"),
    [
        ("zh", "<p>2026-03-10</p>", "<table><tr><td>我来说两句</td><td>已有<b>3</b>条评论</td></tr></table>", 3),
        ("zh", "<p>2026-03-10</p>", "<h3>网友评论</h3><p>已有 <b>2</b> 人发表评论</p>", 2),
        ("zh", "<p><time>2026-03-10</time> / 3 评论 / 16 点赞 / 265 阅读</p>", "", 3),
        ("zh", "<ul><li>城事</li><li>26年3月10日</li><li>1024</li></ul>", "<h2>2 条回复</h2>", 2),
        ("ko", "<p>승인 2026.03.10 10:17</p>", "<h4>기사 댓글 <em>0</em></h4>", 0),
        ("ko", "<p><i>작성자</i> <b>이서연</b> <i>댓글</i> <b>12건</b> <i>조회</i> <b>512회</b></p>", "", 12),
        ("ru", "<p>10.03.2026</p>", "<p>Всего комментариев: <b>4</b></p>", 4),
        ("fa", "<p>تعداد نظرات: ۲ نظر</p>", "", 2),
    ],
)
def test_readers_are_counted_as_the_page_words_it(lang: str, above: str, below: str, number: int) -> None:
    assert read(lang, above, below).comment_count == number


@pytest.mark.parametrize(
    ("lang", "above", "below", "authors", "source", "editor"),
    [
        ("zh", "<p>2026-03-10</p>", "<p>本文转自：<a href=//b.test>河东晚报</a></p>", (), "河东晚报", None),
        ("ko", "<p><span>작성자</span> <b>이서연</b> <span>조회</span> <b>512회</b> <b>26-03-10 10:17</b></p>", "", ("이서연",), "이서연", None),
        ("vi", "<p>10/03/2026</p>", "<p><b>Tác giả bài viết: </b>Trần Minh</p><p><b>Nguồn tin: </b>Báo Bắc Cảng</p>", ("Trần Minh",), "Báo Bắc Cảng", None),
        ("hi", "<p>लेखक: राहुल वर्मा | संपादक: सीमा जोशी</p><p>10 मार्च 2026</p>", "", ("राहुल वर्मा",), "राहुल वर्मा", "सीमा जोशी"),
    ],
)  # fmt: skip
def test_labels_name_who_wrote_and_whence_it_came(
    lang: str, above: str, below: str, authors: tuple[str, ...], source: str | None, editor: str | None
) -> None:
    article = read(lang, above, below)
    assert (article.authors, article.source, article.editor) == (authors, source, editor)


def test_an_invitation_to_write_in_a_menu_is_no_label() -> None:
    menu = "<ul><li><a href=/1>投稿</a> <a href=/2>广告合作</a> <a href=/3>关于本站</a></li></ul><h1>{}</h1>"
    assert read("zh", "<p>2026-03-10</p>", heading=menu).authors == ()


def test_the_day_of_a_registration_is_none_of_the_article_and_a_day_may_begin_the_text() -> None:
    day = "<div class=detail><span class=date>10.03.2026</span>\n{}</div>".format("<br><br>".join(TEXT["ru"]))
    register = "<p>Свидетельство ЭЛ № ФС 77-12345 от 01.02.2015. Учредитель ООО «Север».</p>"
    page = f"<html lang=ru><title>{TITLE['ru']}</title><body><h1>{TITLE['ru']}</h1>{day}{register}</body></html>"
    published = extract(page, "https://www.example.test/news/1024/", fetched_at=FETCHED).published
    assert f"{published:%Y-%m-%d}" == "2026-03-10"


@pytest.mark.parametrize(
    "above",
    [
        "<div class=metas><div class=c-categoryList><a href=/c/1>地域</a></div><time>2026年3月10日</time></div>",
        "<ul><li><a class=category-link href=/c/1>地域</a></li><li>2026年3月10日</li></ul>",
    ],
)
def test_a_link_called_a_category_names_the_section(above: str) -> None:
    assert read("ja", above).section == "地域"


def test_a_label_right_below_the_text_names_the_section_and_the_menu_does_not() -> None:
    menu = "<ul><li><a href=/>首页</a></li><li><a href=/c>关于</a></li></ul><h2>{}</h2>"
    text = "".join(f"<p>{line}{number}</p>" for number in range(4) for line in TEXT["zh"])
    below = f"{text}<h6>作者:北城客 | 分类:城事 | 浏览:312</h6>"
    assert read("zh", "<p>2026-03-10</p>", below, menu).section == "城事"
    assert read("zh", "<p>2026-03-10</p>", heading=menu).section is None


def test_a_category_may_stand_in_an_element_of_that_name_over_the_headline() -> None:
    heading = "<div class=cover><span class=category><a href=/c/1>동네 소식</a></span><h1>{}</h1></div>"
    assert read("ko", "<p>2026. 3. 10. 10:17</p>", heading=heading).section == "동네 소식"


@pytest.mark.parametrize(
    "above",
    [
        "<div class=meta><span class=meta-author><b class=avatar><img src=/a.png></b>林晓东</span> <span>2026-03-10</span></div>",
        "<div class=icons><div class=post_author><a href=/author/1><img src=/a.png>林晓东</a></div><p>2026-03-10</p><p>1 条评论</p></div>",
    ],
)  # fmt: skip
def test_the_face_beside_a_name_is_no_picture_of_the_article(above: str) -> None:
    assert read("zh", above).images == ()


def test_the_name_of_a_blog_before_a_colon_is_not_its_title() -> None:
    page = f"""<html lang=hi><title>उत्तरपुर डायरी: {TITLE["hi"]}</title><body><h1>उत्तरपुर डायरी</h1>
        <h3>{TITLE["hi"]}</h3><div>{"<br><br>".join(TEXT["hi"])}</div></body></html>"""
    assert extract(page, "https://uttarpur.blog.test/2026/03/pul.html", fetched_at=FETCHED).title == TITLE["hi"]


def test_the_headline_behind_its_category_and_the_heading_over_the_text_are_no_text() -> None:
    heading = "<h1>{0} > 지역뉴스</h1><p>회원가입</p><article><h2><span>사회</span> <span>{0}</span></h2><h3>본문</h3>"
    article = read("ko", heading=heading, ending=" > 지역뉴스", below="</article>")
    assert article.body.split("\n") == TEXT["ko"]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "点个“在看”再走吧"),
        ("zh", "温馨提示：本文最后更新于2026-03-11 08:00，若有错误或已失效，请在下方留言。"),
        ("ru", "Самую оперативную информацию о жизни города можно узнать из телеграм-канала Северск. Подписывайтесь!"),
    ],
)
def test_what_such_systems_add_below_the_text_is_none(lang: str, line: str) -> None:
    text = "".join(f"<p>{one}</p>" for one in [*TEXT[lang], line])
    page = f"<html lang={lang}><title>{TITLE[lang]}</title><body><h1>{TITLE[lang]}</h1><div>{text}</div></body></html>"
    assert extract(page, "https://www.example.test/news/1024.html", fetched_at=FETCHED).body.split("\n") == TEXT[lang]


def test_the_end_is_no_author() -> None:
    assert read("zh", "<p>2026-03-10</p>", "<p>— END —</p><p>阅读原文</p>").authors == ()


def test_a_link_back_behind_the_last_sentence_and_a_date_before_the_first_are_no_text() -> None:
    first, last = TEXT["zh"]
    text = f"<p>{first}</p><p>{last}<a href=/><i></i>返回清江，查看更多</a></p>"
    page = f"<html lang=zh><title>{TITLE['zh']}</title><body><h1>{TITLE['zh']}</h1><div>{text}</div></body></html>"
    article = extract(page, "https://www.example.test/news/1024.html", fetched_at=FETCHED)
    assert article.body.split("\n") == TEXT["zh"]
    assert article.blocks[-1].spans == ()
    day = f"<div><span class=news-date>10.03.2026</span>\n{'<br><br>'.join(TEXT['ru'])}</div>"
    page = f"<html lang=ru><title>{TITLE['ru']}</title><body><h1>{TITLE['ru']}</h1>{day}</body></html>"
    assert extract(page, "https://www.example.test/news/1024/", fetched_at=FETCHED).body.split("\n") == TEXT["ru"]


def test_a_link_that_a_sentence_ends_with_and_the_year_of_an_entry_stay() -> None:
    last = f"{TEXT['zh'][1]}详见<a href=/2>桥梁检查办法</a>"
    page = f"<html lang=zh><title>{TITLE['zh']}</title><body><h1>{TITLE['zh']}</h1><p>{TEXT['zh'][0]}</p><p>{last}</p></body></html>"
    body = extract(page, "https://www.example.test/news/1024.html", fetched_at=FETCHED).body
    assert body.endswith("详见桥梁检查办法")
    year = f"<p><b>10.03.2026</b> {TEXT['ru'][0]}</p><p>{TEXT['ru'][1]}</p>"
    page = f"<html lang=ru><title>{TITLE['ru']}</title><body><h1>{TITLE['ru']}</h1>{year}</body></html>"
    assert extract(page, "https://www.example.test/news/1024/", fetched_at=FETCHED).body.startswith("10.03.2026 ")


def test_the_room_below_an_element_is_not_its_place() -> None:
    lead = f"<p>Thứ ba - 10/03/2026 10:17</p><div class='hometext m-bottom'><b>{TEXT['vi'][0]}</b></div>"
    text = f"<figure><img src=/c.jpg><figcaption>Cây cầu cũ</figcaption></figure><div class='bodytext margin-bottom-lg'><p>{TEXT['vi'][1]}</p><p>Xe cộ sẽ đi vòng qua cảng, nơi làn đường thứ hai dự kiến mở vào mùa xuân tới.</p></div>"
    page = f"<html lang=vi><title>{TITLE['vi']}</title><body><h1 class=margin-bottom-lg>{TITLE['vi']}</h1>{lead}{text}</body></html>"
    body = extract(page, "https://www.example.test/news/cau-1024.html", fetched_at=FETCHED).body
    assert body.split("\n")[0] == TEXT["vi"][0]


@pytest.mark.parametrize(
    ("lang", "under", "caption", "credit"),
    [
        ("ko", "<figcaption>항구에서 본 다리. 북항시 제공</figcaption>", "항구에서 본 다리.", "북항시"),
        ("ko", "<figcaption>항구에서 본 다리. [이서연 작가 제공]</figcaption>", "항구에서 본 다리.", "이서연 작가"),
        ("zh", "<figcaption>旧桥将封闭两周。（圖／市府提供）</figcaption>", "旧桥将封闭两周。", "市府"),
        ("ru", "<figcaption><p>Мост с порта</p><p>Источник: <i>Иван Петров / Речная газета</i></p></figcaption>", "Мост с порта", "Иван Петров / Речная газета"),
        ("ja", "<span class='cat-label cat-label-3'>地域</span>", None, None),
    ],
)  # fmt: skip
def test_captions_are_parted_from_who_lent_the_picture(
    lang: str, under: str, caption: str | None, credit: str | None
) -> None:
    (image,) = read(lang, f"<figure><img src=/bridge.jpg>{under}</figure>").images
    assert (image.caption, image.credit) == (caption, credit)


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("<h1>{}</h1>", "<div class=entry-categories-tags><a class=cat-link href=/category/c1/>地域</a> <a class=tag-link href=/tag/t1/>橋</a></div>"),
        ("<p><a href=/c/1 rel=tag>地域</a></p><h1>{}</h1>", "<p><a href=/t/1 rel=tag>橋</a></p>"),
    ],
)  # fmt: skip
def test_a_category_beside_the_tags_or_above_the_headline_is_no_tag(heading: str, below: str) -> None:
    assert read("ja", "<p>2026年3月10日</p>", below, heading).tags == ("橋",)
