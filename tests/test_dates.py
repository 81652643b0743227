"""Every shape of date that news pages were seen to print, and the traps beside them."""

from datetime import UTC, datetime

import pytest

from newsarchive.dates import FoundDate, find_dates, read_date
from newsarchive.dates.months import month_number

FETCHED = datetime(2022, 6, 15, 4, 0, tzinfo=UTC)  # noon in China
DAY = "2022-04-19T00:00:00+08:00"
MINUTE = "2022-04-19T10:17:00+08:00"
SECOND = "2022-04-19T10:17:57+08:00"

CHINESE = [
    ("2022-04-19 10:17:57", SECOND),
    ("2022/4/19 10:17", MINUTE),
    ("2022.04.19 10:17", MINUTE),
    ("20220419", DAY),
    ("20220419101757", SECOND),
    ("2022-04-19-10:17:57", SECOND),
    ("2022-04-19　10:17", MINUTE),
    ("2022-04-19T10:17:57+08:00", SECOND),
    ("2022-04-19T02:17:57Z", "2022-04-19T02:17:57+00:00"),
    ("2022-04-19T10:17:57.123+0800", SECOND),
    ("2022年4月19日", DAY),
    ("2022 年 4 月 19 日", DAY),
    ("2022年04月19日 10:17:57", SECOND),
    ("2022年4月19日10:17", MINUTE),
    ("2022年04月19日10时17分", MINUTE),
    ("2022年04月19日 10时17分57秒", SECOND),
    ("2022年4月19日 下午3:05", "2022-04-19T15:05:00+08:00"),
    ("2022-04-19 下午 03:05", "2022-04-19T15:05:00+08:00"),
    ("2022-04-19 03:05 下午", "2022-04-19T15:05:00+08:00"),
    ("2022年4月19日 凌晨12:05", "2022-04-19T00:05:00+08:00"),
    ("2022年4月19日 中午12:05", "2022-04-19T12:05:00+08:00"),
    ("２０２２年４月１９日", DAY),
    ("２０２２年４月１９日 10：17", MINUTE),
    ("二〇二二年四月十九日", DAY),
    ("二○一八年十二月三十一日", "2018-12-31T00:00:00+08:00"),
    ("二零二一年十月廿三日", "2021-10-23T00:00:00+08:00"),
    ("民國111年4月19日", DAY),
    ("中華民國111年4月19日 10:17", MINUTE),
    ("111年4月19日", DAY),
    ("22-04-19 10:17", MINUTE),
    ("22/04/19", DAY),
    ("22年4月19日", DAY),
    ("2022-04-19 10:17:57:0", SECOND),
    ("2018-04-18 11:18:16:0", "2018-04-18T11:18:16+08:00"),
    ("2022-04-19 10:17:57 0", SECOND),
    ("2022-04-18 24:00:00", DAY),
    ("3小时前", "2022-06-15T09:00:00+08:00"),
    ("3 小時前", "2022-06-15T09:00:00+08:00"),
    ("2分鐘前", "2022-06-15T11:58:00+08:00"),
    ("半小时前", "2022-06-15T11:30:00+08:00"),
    ("刚刚", "2022-06-15T12:00:00+08:00"),
    ("两天前", "2022-06-13T00:00:00+08:00"),
    ("3\xa0天前", "2022-06-12T00:00:00+08:00"),
    ("1个月前", "2022-05-16T00:00:00+08:00"),
    ("昨天 10:17", "2022-06-14T10:17:00+08:00"),
    ("前天 08:05", "2022-06-13T08:05:00+08:00"),
    ("今日 08:05", "2022-06-15T08:05:00+08:00"),
    ("昨天", "2022-06-14T00:00:00+08:00"),
    ("1650334677", "2022-04-19T02:17:57+00:00"),
    ("1650334677000", "2022-04-19T02:17:57+00:00"),
    ("Tue Apr 19 10:17:57 CST 2022", SECOND),
    ("发布时间：2022年04月19日10:17　来源：运城日报", MINUTE),
    ("2022-04-19 (周二) 10:17", MINUTE),
    ("2022年4月19日 星期二 10:17", MINUTE),
    ("10:172022/04/19", MINUTE),
    ("10:17 2022/04/19", MINUTE),
    ("04-19 10:17", MINUTE),
    ("4月19日 10:17", MINUTE),
    ("4月19日", DAY),
    ("12-31 10:17", "2021-12-31T10:17:00+08:00"),
    ("2007-08-20-23:59:59", "2007-08-20T00:00:00+08:00"),
    ("2026-01-02 00:00:00", None),
    ("2022-04-19 10:17 (北京时间)", MINUTE),
    ("2022-04-19 10:17 GMT+8", MINUTE),
    ("/2022/04/19/123.shtml", DAY),
    ("/202204/t20220419_1234567.html", None),
    ("2022-W16-2", DAY),
    ("2022-109", DAY),
]
REFUSED = [
    "2022", "91", "3474", "1.4", "10:17", "M05 2022", "2022-13-01", "2022-02-30", "2022-04", "1993-12-31", "2022-06-20",
    "111/04/19", "电话 0359-2022041", "v2022.4", "$2,022.04.19", "他说了两天前后", "", "第91次会议", "12345678901234",
    "十九日", "三千年前，他说这是一件前所未有的、值得人们永远记住和反复讲述下去的故事。" * 2,
]  # fmt: skip
LANGUAGES = [
    ("en", "April 19, 2022 at 10:17 a.m. EDT", "2022-04-19T10:17:00-04:00"),
    ("en", "Apr. 19, 2022, 12:17 AM", "2022-04-19T00:17:00+00:00"),
    ("en", "19th of April 2022 10.17pm", "2022-04-19T22:17:00+00:00"),
    ("en", "10:17 GMT, 19 April 2022", "2022-04-19T10:17:00+00:00"),
    ("en", "Tue, 19 Apr 2022 10:17:57 +0530", "2022-04-19T10:17:57+05:30"),
    ("en", "5 minutes ago", "2022-06-15T03:55:00+00:00"),
    ("en", "an hour ago", "2022-06-15T03:00:00+00:00"),
    ("en", "yesterday at 10:17", "2022-06-14T10:17:00+00:00"),
    ("en-IN", "19 April 2022 10:17 IST", "2022-04-19T10:17:00+05:30"),
    ("de", "19. April 2022, 10.17 Uhr", "2022-04-19T10:17:00+02:00"),
    ("de", "8.Dezember 2021 um 09:43", "2021-12-08T09:43:00+01:00"),
    ("en", "8 December 2021 9.43am", "2021-12-08T09:43:00+00:00"),
    ("de", "19 | 04 | 2022 10:17", "2022-04-19T10:17:00+02:00"),
    ("de", "Stand: 9.9.2021, 10:17 Uhr", "2021-09-09T10:17:00+02:00"),
    ("de", "19.04.22", "2022-04-19T00:00:00+02:00"),
    ("de", "3. März 2022", "2022-03-03T00:00:00+01:00"),
    ("de", "Di., 19.04.2022 - 10:17 Uhr", "2022-04-19T10:17:00+02:00"),
    ("de", "vor 9 Stunden", "2022-06-14T21:00:00+02:00"),
    ("de-AT", "5. Jänner 2022, 10:17", "2022-01-05T10:17:00+01:00"),
    ("fr", "Publié le 19 août 2021 à 10h17", "2021-08-19T10:17:00+02:00"),
    ("fr", "1er févr. 2022 à 9h05", "2022-02-01T09:05:00+01:00"),
    ("fr", "il y a 2 heures", "2022-06-15T04:00:00+02:00"),
    ("es-ES", "19 de abril de 2022 a las 10:17h.", "2022-04-19T10:17:00+02:00"),
    ("es-ES", "Actualizado el 19/04/2022", "2022-04-19T00:00:00+02:00"),
    ("es-ES", "hace 3 días", "2022-06-12T00:00:00+02:00"),
    ("it", "19 aprile 2022 alle 10:17", "2022-04-19T10:17:00+02:00"),
    ("pt", "19 de março de 2022 às 10h17", "2022-03-19T10:17:00+00:00"),
    ("nl", "dinsdag 19 april 2022 om 10:17 uur", "2022-04-19T10:17:00+02:00"),
    ("nl", "2 uur geleden", "2022-06-15T04:00:00+02:00"),
    ("ru", "19 апреля 2022, 10:17 (МСК)", "2022-04-19T10:17:00+03:00"),
    ("ru", "2 часа назад", "2022-06-15T05:00:00+03:00"),
    ("uk", "19 квітня 2022, 10:17", "2022-04-19T10:17:00+03:00"),
    ("ja", "2022年4月19日 10時17分", "2022-04-19T10:17:00+09:00"),
    ("ja", "2022/4/19 10:17（最終更新 4/19 12:00）", "2022-04-19T10:17:00+09:00"),
    ("ja", "令和4年4月19日", "2022-04-19T00:00:00+09:00"),
    ("ja", "令和元年5月1日", "2019-05-01T00:00:00+09:00"),
    ("ja", "2022年4月19日 午後3時5分", "2022-04-19T15:05:00+09:00"),
    ("ja", "2022年4月19日 午後3時05分", "2022-04-19T15:05:00+09:00"),
    ("ja", "5分前", "2022-06-15T12:55:00+09:00"),
    ("ko", "입력 2022.04.19 10:17", "2022-04-19T10:17:00+09:00"),
    ("ko", "2022. 4. 19. 오후 3:05", "2022-04-19T15:05:00+09:00"),
    ("ko", "2022년 4월 19일 오전 10:17", "2022-04-19T10:17:00+09:00"),
    ("ko", "3시간 전", "2022-06-15T10:00:00+09:00"),
    ("ar", "١٩ أبريل 2022", "2022-04-19T00:00:00+00:00"),
    ("pl", "19 kwietnia 2022, 10:17", "2022-04-19T10:17:00+02:00"),
    ("pl", "2 godziny temu", "2022-06-15T04:00:00+02:00"),
    ("cs", "19. dubna 2022 10:17", "2022-04-19T10:17:00+02:00"),
    ("sv", "19 april 2022 kl. 10.17", "2022-04-19T10:17:00+02:00"),
    ("no", "19. oktober 2021 kl. 10:17", "2021-10-19T10:17:00+02:00"),
    ("da", "19. maj 2022 kl. 10.17", "2022-05-19T10:17:00+02:00"),
    ("fi", "19. huhtikuuta 2022 klo 10.17", "2022-04-19T10:17:00+03:00"),
    ("tr", "19 Nisan 2022, 10:17", "2022-04-19T10:17:00+03:00"),
    ("hu", "2022. április 19. 10:17", "2022-04-19T10:17:00+02:00"),
    ("ro", "19 aprilie 2022, 10:17", "2022-04-19T10:17:00+03:00"),
    ("el", "19 Απριλίου 2022, 10:17", "2022-04-19T10:17:00+03:00"),
    ("bg", "19 април 2022", "2022-04-19T00:00:00+03:00"),
    ("hr", "19. listopada 2021.", "2021-10-19T00:00:00+02:00"),
    ("vi", "19 tháng 4 2022", "2022-04-19T00:00:00+07:00"),
    ("id", "19 Agustus 2021 10:17 WIB", "2021-08-19T10:17:00+07:00"),
    ("th", "19 เมษายน 2565", "2022-04-19T00:00:00+07:00"),
    ("hi", "19 अप्रैल 2022", "2022-04-19T00:00:00+05:30"),
    ("zh-TW", "111/04/19", "2022-04-19T00:00:00+08:00"),
]


def shown(found: FoundDate | None) -> str | None:
    return found.value.isoformat() if found else None


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_chinese_pages(text: str, expected: str | None) -> None:
    assert shown(read_date(text, base=FETCHED, language="zh-CN")) == expected


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert read_date(text, base=FETCHED, language="zh-CN") is None


@pytest.mark.parametrize(("language", "text", "expected"), LANGUAGES)
def test_other_languages(language: str, text: str, expected: str | None) -> None:
    assert shown(read_date(text, base=FETCHED, language=language)) == expected


@pytest.mark.parametrize(
    ("text", "country", "language", "day"),
    [
        ("04/05/2022", "us", "en", "2022-04-05"),
        ("04/05/2022", "gb", "en", "2022-05-04"),
        ("04/05/2022", None, "en", "2022-04-05"),
        ("04/05/2022", None, "fr", "2022-05-04"),
        ("04.05.2022", "us", "en", "2022-05-04"),
        ("04/19/2022", "gb", "en", "2022-04-19"),
        ("19/04/2022", "us", "en", "2022-04-19"),
    ],
)
def test_country_and_language_order_day_and_month(text: str, country: str | None, language: str, day: str) -> None:
    found = read_date(text, country=country, language=language)
    assert found and found.value.date().isoformat() == day


@pytest.mark.parametrize(
    ("text", "precision"),
    [("2022-04-19 00:00:00", "day"), ("2022-04-19 23:59:59", "day"), ("2022-04-19 00:01", "minute"),
     ("2022-04-19", "day"), ("2 hours ago", "minute"), ("2 days ago", "day")],
)  # fmt: skip
def test_a_filler_time_tells_only_the_day(text: str, precision: str) -> None:
    found = read_date(text, base=FETCHED)
    assert found and found.precision == precision


@pytest.mark.parametrize(
    ("text", "timezone", "country", "origin", "value"),
    [
        ("2022-04-19 10:17 +02:00", "Asia/Tokyo", "cn", "explicit", "2022-04-19T10:17:00+02:00"),
        ("2022-04-19 10:17", "Asia/Tokyo", "cn", "site", "2022-04-19T10:17:00+09:00"),
        ("2022-04-19 10:17", "No/Such", "cn", "assumed", "2022-04-19T10:17:00+08:00"),
        ("2022-04-19 10:17", None, None, "assumed", "2022-04-19T10:17:00+00:00"),
    ],
)
def test_the_zone_says_where_it_comes_from(
    text: str, timezone: str | None, country: str | None, origin: str, value: str
) -> None:
    found = read_date(text, timezone=timezone, country=country)
    assert found and (found.timezone_origin, found.value.isoformat()) == (origin, value)


def test_relative_and_yearless_dates_need_the_time_of_the_fetch() -> None:
    assert read_date("3小时前") is None
    assert read_date("04-19 10:17") is None
    moment = datetime.fromisoformat("2022-06-15T09:00:00+08:00")
    expected = FoundDate(moment, "3小时前", "minute", "site", relative=True, start=0, end=4)
    assert read_date("3小时前", base=FETCHED, timezone="Asia/Shanghai") == expected


def test_all_dates_of_a_line_come_in_order_as_printed() -> None:
    line = "Publié le 19 août 2021 à 10h17, modifié le 20 août 2021 à 08h00"
    found = list(find_dates(line, language="fr"))
    assert [date.raw for date in found] == ["19 août 2021 à 10h17", "20 août 2021 à 08h00"]
    assert [line[date.start : date.end] for date in found] == [date.raw for date in found]


@pytest.mark.parametrize(
    "text", ["2022-04-19", "４月", "\x00", "9" * 5000, "年月日" * 500, "1 " * 2000, "1月1日" * 500]
)
def test_any_text_is_safe(text: str) -> None:
    list(find_dates(text, base=FETCHED))


def test_months_are_known_in_any_case_and_with_a_dot() -> None:
    assert [month_number(name, None) for name in ("FÉVR.", "Sept", "września", "eylül")] == [2, 9, 9, 9]
    assert (month_number("listopada", "pl"), month_number("listopada", "hr")) == (11, 10)
