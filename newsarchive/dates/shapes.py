"""What day each printed shape of a date means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from newsarchive.dates.calendars import bikram_sambat, era_year, ethiopian, solar_hijri
from newsarchive.dates.months import BIKRAM_MONTHS, ETHIOPIC_MONTHS, SOLAR_MONTHS, month_key, month_number

_CJK_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"O": 0, "0": 0}
_SOLAR: Final = 1500  # years of Iran are less
_MONTH_FIRST: Final = ("us", "ph")
_AMERICAN_CLOCK: Final = re.compile(r",?\s\d{1,2}:\d\d:\d\d\s[AP]M\b")


@dataclass(frozen=True, slots=True)
class Day:
    """A day; whether its year was assumed, and whether it counts only with a time beside it."""

    year: int
    month: int
    day: int
    year_assumed: bool = False
    needs_time: bool = False


def day_of(match: re.Match[str], language: str | None, country: str | None, base: datetime | None) -> Day | None:
    """Return the day that a match of ``DATE`` means, ``None`` if it means none."""
    return _SHAPES[match.lastgroup or ""](match, language or "", (country or "").lower(), base)


def _year_first(match: re.Match[str], language: str, *_: object) -> Day | None:
    """Read 2022-04-19, and 2565-04-19 or 2079-01-06 where Thai or Nepali is read."""
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if year > 2500:
        return Day(year - 543, month, day) if language[:2] in {"th", "lo"} else None
    bikram = bikram_sambat(year, month, day) if language[:2] == "ne" else None
    return Day(bikram.year, bikram.month, bikram.day) if bikram else Day(year, month, day)


def _numbers(year: str, month: str, day: str) -> Callable[..., Day | None]:
    return lambda match, *_: Day(int(match[year]), int(match[month]), int(match[day]))


def _named(year: str, month: str, day: str) -> Callable[..., Day | None]:
    def read(match: re.Match[str], language: str, *_: object) -> Day | None:
        number = month_number(match[month], language[:2])
        if number:
            return Day(_common_year(int(match[year])), number, int(match[day]))
        return None if match[month].isascii() else _elsewhere(int(match[year]), match[month], int(match[day]))

    return read


def _elsewhere(year: int, name: str, day: int) -> Day | None:
    """Return the day that Nepal, Ethiopia or Iran tells with its own month: 19 फागुन 2082, የካቲት 24, 2018."""
    calendars = (
        (bikram_sambat, BIKRAM_MONTHS.get(month_key(name))),
        (ethiopian, ETHIOPIC_MONTHS.get(name)),
        (solar_hijri, SOLAR_MONTHS.get(month_key(name)) if year < _SOLAR else None),
    )
    found = next((calendar(year, month, day) for calendar, month in calendars if month), None)
    return Day(found.year, found.month, found.day) if found else None


def _common_year(year: int) -> int:
    """Return the year that Thailand calls 2567, or 67 for short; others stay."""
    return year - 543 if year > 2500 else year + 1957 if year < 100 else year


def _day_first(match: re.Match[str], language: str, country: str, base: datetime | None) -> Day | None:
    """Read 19.04.2022, 04/19/2022 or 22-04-19: numbers decide, then the clock, country and language."""
    first, second, year = int(match["d1"]), int(match["d2"]), int(match["y3"])
    if year > 2500 or (language[:2] == "th" and 43 < year < 100):
        year = _common_year(year)
    if year < 100:
        if language[:2] in {"zh", "ja", "ko", "hu"}:
            return Day(2000 + first, second, year) if second <= 12 else None
        year += 2000
        if year > (base.year + 1 if base else 2049):
            return None
    american = match["sep"] != "." and (
        country in _MONTH_FIRST
        or (not country and language.lower() in {"", "en", *(f"en-{code}" for code in _MONTH_FIRST)})
        or _has_american_clock(match, language)
    )
    if first > 12 or (second <= 12 and not american):
        first, second = second, first
    return Day(year, first, second) if first <= 12 else None


def _has_american_clock(match: re.Match[str], language: str) -> bool:
    """Say whether a page in another language has a day as programs write it for America: 4/2/2023, 8:02:11 AM."""
    unpadded = match["sep"] == "/" and not match["d1"].startswith("0") and not match["d2"].startswith("0")
    return unpadded and language[:2] != "en" and bool(_AMERICAN_CLOCK.match(match.string, match.end()))


def _era(match: re.Match[str], *_: object) -> Day:
    return Day(era_year(match["en"], match["ey"]), int(match["em"]), int(match["ed"]))


def _solar(match: re.Match[str], language: str, country: str, base: datetime | None) -> Day | None:
    """Read ۱۴۰۱/۰۱/۳۰ where Persian is read, and 30 فروردین 1401 anywhere."""
    if match["sy1"] and language[:2] in {"fa", "ps"}:
        day = solar_hijri(int(match["sy1"]), int(match["sm1"]), int(match["sd1"]))
    else:
        month = SOLAR_MONTHS.get(month_key(match["sm2"] or ""))
        day = solar_hijri(int(match["sy2"]), month, int(match["sd2"])) if month else None
    return Day(day.year, day.month, day.day) if day else None


def _republic(match: re.Match[str], language: str, country: str, base: datetime | None) -> Day | None:
    """Read 111/04/19 as Taiwan counts, and only there; 111年 needs no other hint."""
    if "年" in match[0] or country == "tw" or language.lower() in {"zh-tw", "zh-hant", "zh-hant-tw"}:
        return Day(1911 + int(match["ry"]), int(match["rm"]), int(match["rd"]))
    return None


def _hanzi(match: re.Match[str], *_: object) -> Day:
    year = int("".join(str(_CJK_DIGITS.get(char, char)) for char in match["cy"]))
    return Day(year, _hanzi_number(match["cm"]), _hanzi_number(match["cd"]))


def _hanzi_number(text: str) -> int:
    """Return the value of a Chinese numeral below 40: 十九, 二十, 廿三, 卅."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.rpartition("十")
    return 10 * (_CJK_DIGITS.get(tens, 1) if ten else 0) + _CJK_DIGITS.get(ones, 0)


def _short_year(match: re.Match[str], *_: object) -> Day:
    return Day(2000 + int(match["sy"]), int(match["sm"]), int(match["sd"]))


def _short_named(match: re.Match[str], language: str, *_: object) -> Day | None:
    number = month_number(match["zb"], language[:2])
    return Day(2000 + int(match["zy"]), number, int(match["zd"])) if number else None


def _this_year(month: str, day: str, needs_time: bool) -> Callable[..., Day | None]:
    def read(match: re.Match[str], language: str, country: str, base: datetime | None) -> Day | None:
        number = int(match[month]) if match[month].isdecimal() else month_number(match[month], language[:2])
        alone = match[0].strip() == match.string.strip()  # nothing else is said
        return Day(base.year, number, int(match[day]), True, needs_time and not alone) if base and number else None

    return read


def _month_first(match: re.Match[str], language: str, country: str, base: datetime | None) -> Day | None:
    """Read March 3, 2026, and March 3 with a time behind it."""
    read = _named("my", "mb", "md") if match["my"] else _this_year("mb", "md", True)
    return read(match, language, country, base)


_SHAPES: Final[dict[str, Callable[[re.Match[str], str, str, datetime | None], Day | None]]] = {
    "ymd": _year_first,
    "compact": _numbers("ny", "nm", "nd"),
    "dmy": _day_first,
    "dby": _named("by", "bm", "db"),
    "bdy": _month_first,
    "ybd": _named("hy", "hm", "hd"),
    "ydb": _named("gy", "gm", "gd"),
    "thai": _named("ty", "tm", "td"),
    "era": _era,
    "roc": _republic,
    "solar": _solar,
    "hanzi": _hanzi,
    "short_ymd": _short_year,
    "short_dby": _short_named,
    "vi": _numbers("vy", "vm", "vd"),
    "md_cjk": _this_year("km", "kd", False),
    "md_plain": _this_year("pm", "pd", True),
    "md_weekday": _this_year("wm", "wd", True),
    "dm_dotted": _this_year("xm", "xd", True),
    "db_only": _this_year("om", "od", True),
}
