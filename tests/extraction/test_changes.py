"""What a page prints is told apart: when it was published, when it was changed, and days of something else."""

from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article

FETCHED = datetime(2022, 6, 15, 4, 0, tzinfo=UTC)
TEXT = "".join(
    f"<p>The council of the harbour town decided on Tuesday that school number {number} will open its doors again in"
    " September, after two years of building work that cost the town more than was planned.</p>"
    for number in ("one", "two", "three")
)
ZH = "".join(
    f"<p>运城市{name}昨日召开工作会议，要求各部门继续做好春季防火和森林防护工作，切实保护人民群众生命财产安全。</p>"
    for name in ("林业局", "应急局", "水务局", "教育局")
)
DECLARED = (
    '<meta property="article:published_time" content="2022-04-19T10:17:00+02:00">'
    '<meta property="article:modified_time" content="2022-04-20T11:02:00+02:00">'
)
PUBLISHED = '<meta property="article:published_time" content="2022-04-19T10:17:00+02:00">'


def read(line: str, head: str = "", language: str = "de", text: str = TEXT) -> Article:
    page = (
        f"<html lang={language}><title>School opens</title>{head}<h1>School opens</h1>{line}<article>{text}</article>"
    )
    return extract(page, "https://www.example.test/a/school-1", fetched_at=FETCHED)


def minutes(article: Article) -> tuple[str | None, str | None]:
    published, modified = (when and when.isoformat()[:16] for when in (article.published, article.modified))
    return published, modified


@pytest.mark.parametrize(
    ("line", "head", "published", "modified"),
    [
        ("<time datetime=2022-04-20T11:02:00+02:00>20.04.2022</time>", DECLARED, "2022-04-19T10:17", "2022-04-20T11:02"),
        ("<div class=date>20.04.2022, 11:02 Uhr</div>", DECLARED, "2022-04-19T10:17", "2022-04-20T11:02"),
        ("<div class=date>Stand: 20.04.2022, 11:02 Uhr</div>", PUBLISHED, "2022-04-19T10:17", "2022-04-20T11:02"),
        ("<div class=date>Stand:</div><div>20.04.2022, 11:02 Uhr</div>", PUBLISHED, "2022-04-19T10:17", "2022-04-20T11:02"),
        ("<div class=date>Stand: 20.04.2022, 11:02 Uhr</div>", "", "2022-04-20T11:02", None),
        ("<div class=date>Stand: 19.04.2022, 10:17 Uhr</div>", DECLARED, "2022-04-19T10:17", "2022-04-20T11:02"),
        ("<div class=date>Stand: 18.04.2022, 18:00 Uhr</div>", DECLARED, "2022-04-18T18:00", "2022-04-20T11:02"),
    ],
)  # fmt: skip
def test_a_printed_time_is_the_change_that_the_page_declares(
    line: str, head: str, published: str, modified: str | None
) -> None:
    assert minutes(read(line, head)) == (published, modified)


@pytest.mark.parametrize(
    ("language", "words"),
    [("hu", "Frissítve:"), ("ro", "Actualizat la"), ("el", "Τελευταία ενημέρωση:"), ("hr", "Ažurirano"), ("sr", "Ажурирано:"),
     ("he", "עודכן:"), ("fa", "به‌روزرسانی:"), ("id", "Diperbarui"), ("vi", "Cập nhật:"), ("th", "อัปเดต"), ("hi", "अपडेट:"),
     ("bn", "আপডেট:"), ("ta", "புதுப்பிக்கப்பட்டது:"), ("et", "Uuendatud"), ("lv", "Atjaunots"), ("lt", "Atnaujinta"),
     ("fi", "Päivitetty"), ("cs", "Aktualizováno"), ("sk", "Zmenené:"), ("uk", "Оновлено"), ("is", "Uppfært"), ("ko", "수정")],
)  # fmt: skip
def test_words_for_a_change_are_known_in_many_languages(language: str, words: str) -> None:
    article = read(f"<div class=date>2022-04-19 10:17 {words} 2022-04-20 11:02</div>", language=language)
    assert minutes(article) == ("2022-04-19T10:17", "2022-04-20T11:02")


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Updated: Apr 20, 2022 Published: Apr 19, 2022", "2022-04-19T00:00", "2022-04-20T00:00"),
        ("2022-04-19 10:17 公開 2022-04-20 11:02更新", "2022-04-19T10:17", "2022-04-20T11:02"),
        ("2022-04-19 10:17 更新 2022-04-20 11:02", "2022-04-19T10:17", "2022-04-20T11:02"),
    ],
)
def test_each_date_has_its_own_word(line: str, published: str, modified: str) -> None:
    assert minutes(read(f"<div class=date>{line}</div>", language="en")) == (published, modified)


@pytest.mark.parametrize(
    ("line", "modified"),
    [
        ("2022/4/19 10:17（4/20 11:02 更新）", "2022-04-20T11:02"),
        ("19. dubna 2022 10:17, aktualizováno 11:02", "2022-04-19T11:02"),
        ("19 квітня 2022, 10:17. Оновлено: 11:02", "2022-04-19T11:02"),
        ("19 apr 2022 om 10:17 • Aangepast 19 apr 2022 om 11:02", "2022-04-19T11:02"),
        ("19.04.2022 10:17, aktualisiert 9:30", None),  # before it was published
        ("19.04.2022 10:17 | Hochwasser bis 11:02", None),
    ],
)
def test_a_change_may_leave_out_its_day_or_year(line: str, modified: str | None) -> None:
    assert minutes(read(f"<div class=date>{line}</div>")) == ("2022-04-19T10:17", modified)


@pytest.mark.parametrize(
    ("below", "path", "day"),
    [
        ("<aside><p><a href=/2>Choir wins a prize at the fair</a> <i>May 2, 2022</i></p></aside>", "a/1", None),
        ("<p><a href=/authors/lee>Ann Lee</a> May 2, 2022</p>", "a/1", "2022-05-02"),
        ("", "blog/2022/5/2/school", "2022-05-02"),
    ],
)
def test_a_date_beside_the_link_to_another_article_is_not_the_publication(
    below: str, path: str, day: str | None
) -> None:
    page = f"<html lang=en><title>School opens</title><h1>School opens</h1><p>By Ann Lee</p><article>{TEXT}</article>{below}"
    published = extract(page, f"https://www.example.test/{path}").published
    assert (published and published.date().isoformat()) == day


@pytest.mark.parametrize(
    "line", ["Updated: Apr 20, 2022 18:05 IST", "更新时间：2022-04-20 18:05", "2022-04-20 18:05更新"]
)
def test_the_only_date_of_a_page_stands_for_its_publication(line: str) -> None:
    article = read(f"<div>{line}</div>", language="en")
    chosen = [one.confidence for one in article.origins["published"] if one.chosen]
    assert minutes(article) == ("2022-04-20T18:05", "2022-04-20T18:05")
    assert max(chosen) < 0.5


def test_a_theme_may_call_the_only_time_updated() -> None:
    time = '<time class="entry-date updated" datetime="2022-04-19T10:17:00+02:00">19. April 2022</time>'
    later = '<time class="updated" datetime="2022-04-20T11:02:00+02:00">20. April 2022</time>'
    first = time.replace("updated", "published")
    assert minutes(read(f"<p>{time}</p>")) == ("2022-04-19T10:17", None)
    assert minutes(read(f"<p>{first}{later}</p>")) == ("2022-04-19T10:17", "2022-04-20T11:02")


def test_the_last_update_of_a_site_above_the_title_is_no_publication() -> None:
    page = f"<title>School opens</title><ul><li>UPDATED. 2022-06-13 17:20</li></ul><h1>School opens</h1>{TEXT}"
    assert extract(page, "https://www.example.test/a/school-1", fetched_at=FETCHED).published is None


def test_the_time_of_day_may_stand_under_the_day_below_the_text() -> None:
    article = read("", language="zh-HK", text=f"{ZH}<p>２０２２年４月１９日（星期二）<br>香港時間１０時１７分</p>")
    assert minutes(article) == ("2022-04-19T10:17", None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<div>成文日期：2022-04-11 发布日期：2022-04-19</div>", "2022-04-19"),
        ("<table><tr><td>成文日期：</td><td>2022年04月11日</td><td>发布日期：</td><td>2022年04月19日</td></tr></table>", "2022-04-19"),
        ("<table><tr><td>成文日期</td><td>2022年04月11日</td><td>发布日期</td><td>2022年04月19日</td></tr></table>", "2022-04-19"),
        ("<div>成文日期：2022-04-11</div>", "2022-04-11"),
        ("<div>发布日期：2022-04-19 施行日期：2022-05-01</div>", "2022-04-19"),
        ("<div>报名截止时间：2022-05-01</div>", None),
    ],
)  # fmt: skip
def test_days_of_something_else_are_not_the_publication(line: str, day: str | None) -> None:
    published = read(line, language="zh", text=ZH).published
    assert (published and published.date().isoformat()) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>今天21时22分，一架小型飞机在机场迫降，机上两人平安。</p>", None),
        ("<p>6月2日下午2时许，一架小型飞机在机场迫降，机上两人平安。</p>", None),
        ("<div>今天 21:22</div>", "2022-06-15"),
        ("<div>06-02 14:00 来源：运城日报</div>", "2022-06-02"),
        ("<p>令和4年6月2日 运城市林业局防火办公室综合本地消息整理发布</p>", "2022-06-02"),
    ],
)
def test_a_day_without_its_year_in_a_sentence_is_not_the_publication(line: str, day: str | None) -> None:
    published = read(line, language="zh", text=ZH).published
    assert (published and published.date().isoformat()) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ('<span title="2022年04月19日 21:14发布">2年前发布</span>', "2022-04-19T21:14:00+08:00"),
        ('<i title="2022-04-18 08:00">2022-04-19 10:17</i>', "2022-04-19T10:17:00+08:00"),
    ],
)
def test_a_title_tells_the_day_of_what_is_printed_as_an_age(line: str, day: str) -> None:
    text = "".join(
        f"<p>平川县今年的槐花节第{n}场吸引了数万名游客，沿线的农家乐天天客满，村民们说这是多年来最热闹的一个春天。</p>"
        for n in "一二三四"
    )
    page = f"<html lang=zh-CN><title>槐花节开幕</title><h1>槐花节开幕</h1><div>{line}</div><div>{text}</div></html>"
    published = extract(page, "https://www.example.test/a/1.html").published
    assert published is not None
    assert published.isoformat() == day
