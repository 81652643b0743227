"""The shapes in which pages print a day and a time, as regular expressions, and what each shape means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from newsarchive.dates.months import AFTERNOON, HALVES, MORNING, NOON, month_number
from newsarchive.dates.zones import ZONE

# Same length as the original, so that places in the text stay true.
PLAIN: Final = {
    zero + n: str(n) for zero in (0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6) for n in range(10)
} | str.maketrans("：／－．—–‐‑−，､（）年月日〇○Ｏ\u00a0\u3000\u2009\u202f\u200b", ":/-.-----,,()年月日零零零     ")
_CJK_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"O": 0, "0": 0}
_Y = r"(?:19|20)\d\d"
_M = r"(?:1[0-2]|0?[1-9])"
_D = r"(?:[12]\d|3[01]|0?[1-9])"
_WORD = r"(?:[\u0e00-\u0e4e]{1,3}\.[\u0e01-\u0e2e]|[^\W\d_](?:[^\W\d_]|[\u0900-\u09ff\u0e00-\u0e4e])++)"  # also เม.ย
_TH = r"(?:st|nd|rd|th|er|re|ste|de|º|ª|°)?"
_OF = r"(?:\s?(?:(?:of|de|di|del|den)\b|d['’])\s?)?"  # de janvier, but not the beginning of December
# One group for each shape; the group that closed last names it.
DATE: Final = re.compile(
    rf"""
    (?P<ymd>(?:(?<![\d.,$€£])|(?<=:\d\d))(?P<y>{_Y})\s{{0,2}}(?:[-/._]|年|년)\s{{0,2}}(?P<m>{_M})\s{{0,2}}(?:[-/._]|月|월)\s{{0,2}}(?P<d>{_D})(?!\d)(?:\s?[日号號일]|\.(?=\s))?
        (?P<iso_time>[T-](?=\d\d:\d\d))?)
    |(?P<compact>(?<![\w./-])(?P<ny>{_Y})(?P<nm>0[1-9]|1[0-2])(?P<nd>[0-2]\d|3[01])(?:T?(?P<nh>[01]\d|2[0-3])(?P<nmin>[0-5]\d)(?P<ns>[0-5]\d)?)?(?![\w-]))
    |(?P<dmy>(?<![\d.,/-])(?<!\d:)(?P<d1>\d{{1,2}})\s?(?P<sep>[./-]|\|(?=\s?\d{{1,2}}\s?\|\s?{_Y}))\s?(?P<d2>\d{{1,2}})\s?(?P=sep)\s?(?P<y3>{_Y}|\d\d(?![\d%€$.:]))(?!\d))
    |(?P<dby>(?<![\d.,:/-])(?P<db>{_D})(?:{_TH}|\.)[\s-]?{_OF}(?P<bm>{_WORD})\.?(?:\s?,?\s?(?:de|del|of)?\s?|[-/])(?P<by>{_Y}|25\d\d)(?!\d))
    |(?P<bdy>(?<!\w)(?P<mb>{_WORD})\.?\s(?P<md>{_D}){_TH}(?:\s?,\s?|\s)(?:(?P<mt>\d\d:\d\d:\d\d)\s(?P<mz>\w{{3,4}}\s)?)?(?P<my>{_Y})(?!\d))
    |(?P<ybd>(?<![\d.,:/-])(?P<hy>{_Y})[.,]?\s(?:m\.\s)?(?P<hm>{_WORD})\.?\s(?P<hd>{_D})(?![\d:])\.?)
    |(?P<era>(?P<en>民國|民国|令和|平成|昭和)\s?(?P<ey>元|\d{{1,3}})\s?[年/.-]\s?(?P<em>{_M})\s?[月/.-]\s?(?P<ed>{_D})(?!\d)(?:\s?日)?)
    |(?P<roc>(?<!\d)(?P<ry>1[01]\d)\s?(?:年|[-/.])\s?(?P<rm>{_M})\s?(?:月|[-/.])\s?(?P<rd>{_D})(?!\d)日?)
    |(?P<hanzi>(?P<cy>[零O0一二三四五六七八九]{{4}}|{_Y})年(?P<cm>[一二三四五六七八九十]{{1,3}})月(?P<cd>[一二三四五六七八九十廿卅]{{1,3}})[日号號])
    |(?P<short_ymd>(?<!\d)(?P<sy>\d\d)年(?P<sm>{_M})月(?P<sd>{_D})日)
    |(?P<vi>(?<!\d)(?P<vd>{_D})\stháng\s(?P<vm>{_M})(?:,|\snăm)?\s(?P<vy>{_Y}))
    |(?P<md_cjk>(?<![\d年/-])(?P<km>{_M})\s?[月월]\s?(?P<kd>{_D})\s?[日号號일])
    |(?P<md_plain>(?<![\d./-])(?<!\d:)(?P<pm>0[1-9]|1[0-2])(?P<psep>[-/])(?P<pd>[0-2]\d|3[01])(?=\s\d\d:\d\d))
    |(?P<md_weekday>(?<![\d./-])(?<!\d:)(?P<wm>{_M})/(?P<wd>{_D})(?=\s?\([月火水木金土日一二三四五六]\)\s?\d{{1,2}}:\d\d))
    |(?P<db_only>(?<![\d.,:/-])(?P<od>{_D})(?:{_TH}|\.)\s{_OF}(?P<om>{_WORD})(?=\.?,?\s(?:-\s|[|]\s|um\s|at\s|à\s|\w{{1,3}}\s)?\d\d?[:h.]\d\d))
    """,
    re.X | re.I,
)
_HALF = "|".join(map(re.escape, HALVES))
_WEEKDAY = r"(?:\(\s?\w{1,3}\s?\)|(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|\w{2,9}(?:요일|曜日)|\([^()\d]{1,12}\))"
_AT = (
    r"(?:at|um|à|a\sles|a\slas|às|as|alle\s(?:ore)?|ore|kl\.?|klo|o\sgodz\.|godz\.|o|om|в|saat|เวลา"
    r"|at\sabout|h\.|de|d\.|,)"
)
_HMS = (
    r"(?P<h>[01]?\d|2[0-4])(?P<s1>\s?[:时時点點시h]\s?|\.)(?P<min>[0-5]\d(?!\d)|\d(?=\s?[分분]))"
    r"(?:\s?[:分분m]\s?(?P<s>[0-5]\d)(?:\s?[秒초]|[.,:]\d{1,9})?|\s?[分분])?"
)
_HOUR_ONLY = (
    rf"(?:(?P<half1b>{_HALF})\s?)?(?P<h2>[01]?\d|2[0-3])"
    r"(?:\s?(?:[时時点點시](?!\d)|h(?![\w:])|Uhr)|\s?(?P<half2b>[ap]\.?m\b\.?))"
)
TIME: Final = re.compile(
    rf"(?:\s?{_WEEKDAY})?[\s,|·•/T@-]{{0,4}}(?:{_AT}\s{{0,2}})?"
    rf"(?:(?:(?P<half1>{_HALF})\s?)?{_HMS}(?:\s?(?P<half2>{_HALF})(?!\w))?(?P<uhr>\s?Uhr|\s?h\b|\s?น\.)?|{_HOUR_ONLY})",
    re.I,
)
TIME_BEFORE: Final = re.compile(
    rf"(?<![\d:.])(?:(?P<half1>{_HALF})\s?)?{_HMS}(?:\s?(?P<half2>{_HALF}))?(?P<uhr>\s?Uhr|\s?h\b|\s?น\.)?"
    rf"(?:\s?[A-Z]{{1,4}}T)?[\s,|·•-]{{0,3}}(?:(?:on|am|vom|le|del?|il|\w{{2,10}},)\s)?(?P<h2>)?(?P<half1b>)?(?P<half2b>)?$",
    re.I,
)


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


def clock(time: re.Match[str] | None, match: re.Match[str]) -> tuple[int, int, int, bool]:
    """Return hour, minute, second, and whether a time was told at all."""
    groups = match.re.groupindex
    if "nh" in groups and match["nh"]:
        return int(match["nh"]), int(match["nmin"]), int(match["ns"] or 0), True
    if "mt" in groups and match["mt"]:
        hour, minute, second = map(int, match["mt"].split(":"))
        return hour, minute, second, True
    if time is None or (time["s1"] == "." and not _is_dotted_time(time)):
        return 0, 0, 0, False
    half = (time["half1"] or time["half2"] or time["half1b"] or time["half2b"] or "").lower()
    hour = int(time["h"] or time["h2"])
    if (half in AFTERNOON or half in NOON and hour < 3) and hour < 12:
        hour += 12
    elif half in MORNING and hour == 12:
        hour = 0
    return hour, int(time["min"] or 0), int(time["s"] or 0), True


_DOTTED: Final = re.compile(r"kl|ore|[ap]\.?m\.?", re.I)  # kl. 10.17, 10.17 am


def _is_dotted_time(time: re.Match[str]) -> bool:
    """Say whether numbers around a dot are a time and no amount: a word or a zone says so, or they end the line."""
    behind = time.string[time.end() :]
    zone = ZONE.match(behind)
    told = time["uhr"] or _DOTTED.search(time[0]) or (zone and (zone["zone"] or "").isupper())  # 10.17 BST
    return bool(told) or not behind.strip()


def _numbers(year: str, month: str, day: str) -> Callable[..., Day | None]:
    return lambda match, *_: Day(int(match[year]), int(match[month]), int(match[day]))


def _named(year: str, month: str, day: str) -> Callable[..., Day | None]:
    def read(match: re.Match[str], language: str, *_: object) -> Day | None:
        number = month_number(match[month], language[:2])
        value = int(match[year])
        return Day(value - 543 if value > 2500 else value, number, int(match[day])) if number else None

    return read


def _day_first(match: re.Match[str], language: str, country: str, base: datetime | None) -> Day | None:
    """Read 19.04.2022, 04/19/2022 or 22-04-19: numbers decide, then country and language."""
    first, second, year = int(match["d1"]), int(match["d2"]), int(match["y3"])
    if year < 100:
        if language[:2] in {"zh", "ja", "ko", "hu"}:
            return Day(2000 + first, second, year) if second <= 12 else None
        year += 2000
        if year > (base.year + 1 if base else 2049):
            return None
    american = match["sep"] != "." and (country == "us" or (not country and language[:2] in {"en", ""}))
    if first > 12 or (second <= 12 and not american):
        first, second = second, first
    return Day(year, first, second) if first <= 12 else None


def _era(match: re.Match[str], *_: object) -> Day:
    years = {"民": 1911, "令": 2018, "平": 1988, "昭": 1925}[match["en"][0]]
    count = 1 if match["ey"] == "元" else int(match["ey"])
    return Day(years + count, int(match["em"]), int(match["ed"]))


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


def _this_year(month: str, day: str, needs_time: bool) -> Callable[..., Day | None]:
    def read(match: re.Match[str], language: str, country: str, base: datetime | None) -> Day | None:
        number = int(match[month]) if match[month].isdecimal() else month_number(match[month], language[:2])
        return Day(base.year, number, int(match[day]), True, needs_time) if base and number else None

    return read


_SHAPES: Final[dict[str, Callable[[re.Match[str], str, str, datetime | None], Day | None]]] = {
    "ymd": _numbers("y", "m", "d"),
    "compact": _numbers("ny", "nm", "nd"),
    "dmy": _day_first,
    "dby": _named("by", "bm", "db"),
    "bdy": _named("my", "mb", "md"),
    "ybd": _named("hy", "hm", "hd"),
    "era": _era,
    "roc": _republic,
    "hanzi": _hanzi,
    "short_ymd": _short_year,
    "vi": _numbers("vy", "vm", "vd"),
    "md_cjk": _this_year("km", "kd", False),
    "md_plain": _this_year("pm", "pd", True),
    "md_weekday": _this_year("wm", "wd", True),
    "db_only": _this_year("om", "od", True),
}
