"""The shapes in which pages print a day and a time, as regular expressions."""

from __future__ import annotations

import re
from typing import Final

from newsarchive.dates.months import AFTERNOON, HALVES, MORNING, NOON
from newsarchive.dates.zones import ZONE

# Same length as the original, so that places in the text stay true.
_ZEROS = (
    0xFF10, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0,
)  # fmt: skip
PLAIN: Final = {zero + n: str(n) for zero in _ZEROS for n in range(10)} | str.maketrans(
    "：／－．—–‐‑−，､،၊（）｜丨年月日〇○Ｏ\u00a0\u3000\u2009\u202f\u200b", ":/-.-----,,,,()||年月日零零零     "
)
_Y = r"(?:19|20)\d\d"
_M = r"(?:1[0-2]|0?[1-9])"
_D = r"(?:[12]\d|3[01]|0?[1-9])"
_WORD = (  # also เม.ย, tháng mười hai, كانون الثاني, and the vowel signs of India and beyond
    r"(?:[\u0e00-\u0e4e]{1,3}\.[\u0e01-\u0e2e]|tháng\s(?:mười\s(?:một|hai)|[^\W\d_]+)|(?:كانون|تشرين)\s[^\W\d_]+"
    r"|[^\W\d_](?:[^\W\d_]|[\u0900-\u0ecd\u1000-\u103f\u1780-\u17d3\u200c\u200d])++)"
)
_TH = r"(?:st|nd|rd|th|er|re|ste|de|º|ª|°|\sቀን|লা|রা|ঠা|ই|শে)?"
_OF = r"(?:\s?(?:(?:of|de|di|del|den)\b|d['’]|ខែ)\s?)?"  # de janvier, but not the beginning of December
# 2024 жылғы 10 тамыз, 2024. gada 10. augusts
_OF_YEAR = r"(?:жылғы|жылдың|жылы|жылдын|ж\.|gada|йил|yil|წლის)"
# One group for each shape; the group that closed last names it.
DATE: Final = re.compile(
    rf"""
    (?P<ymd>(?:(?<![\d.,$€£])|(?<=:\d\d))(?P<y>{_Y}|25[5-9]\d)\s{{0,2}}(?:[-/._]|年|년|оны|(?=\d\d\s?/\s?\d\d\s\d\d:))\s{{0,2}}(?P<m>{_M})\s{{0,2}}(?:[-/._]|月|월|(?:-?р\s)?сарын)\s{{0,2}}(?P<d>{_D})(?!\d)(?:\s?[日号號일]|\.(?=\s))?
        (?P<iso_time>[T-](?=\d\d:\d\d))?)
    |(?P<compact>(?<![\w./-])(?P<ny>{_Y})(?P<nm>0[1-9]|1[0-2])(?P<nd>[0-2]\d|3[01])(?:T?(?P<nh>[01]\d|2[0-3])(?P<nmin>[0-5]\d)(?P<ns>[0-5]\d)?)?(?![\w-]))
    |(?P<dmy>(?:(?<![\d.,/-])|(?<=ב-))(?<!\d:)(?P<d1>\d{{1,2}})\s?(?P<sep>[./·-]|\|(?=\s?\d{{1,2}}\s?\|\s?{_Y}))\s?(?P<d2>\d{{1,2}})\s?(?P=sep)\s?(?P<y3>{_Y}|25[3-9]\d|\d\d(?![\d%€$.:]))(?!\d))
    |(?P<dby>(?<![\d.,:/-])(?P<db>{_D})(?:{_TH}|\.)[\s/-]?{_OF}(?P<bm>{_WORD})[.׳]?(?:\s?,?\s?(?:de|del|of|ឆ្នាំ|พ\.ศ\.|соли)?\s?|[-/])(?P<by>{_Y}|25[3-9]\d)(?!\d))
    |(?P<thai>(?<![\d.,:/-])(?P<td>{_D})\s?(?P<tm>[\u0e01-\u0e4e.]{{3,12}})\s?(?P<ty>[4-9]\d)(?!\d))
    |(?P<short_dby>(?:^|(?<=[:]\s))(?P<zd>{_D})[\s-](?P<zb>{_WORD})\.?[\s,-]{{1,2}}['’]?(?P<zy>[012]\d)(?=\s*$|\s*[,|।-]?\s*\d\d?:\d\d))
    |(?P<bdy>(?<!\w)(?P<mb>{_WORD})(?:\.?\s|\.)(?P<md>{_D}){_TH}(?:(?:\s?,\s?|\s|\.)(?:(?P<mt>\d\d:\d\d:\d\d)\s(?P<mz>\w{{3,4}}\s)?)?(?P<my>{_Y}|1[34]\d\d)(?!\d)|(?=,?\s(?:at\s)?\d\d?[:.]\d\d|\s*$)))
    |(?P<ydb>(?<![\d.,:/-])(?P<gy>{_Y})\.?[\s-]{_OF_YEAR}\s(?P<gd>{_D})\.?[\s-](?P<gm>{_WORD}))
    |(?P<ybd>(?<![\d.,:/-])(?P<hy>{_Y})(?:(?:[.,]|ko)?\s(?:(?:m\.|ခုနှစ်)\s)?|-)(?P<hm>{_WORD})(?:\.?\s(?:mėn\.\s)?|-)(?P<hd>{_D})(?![\d:])\.?)
    |(?P<era>(?P<en>民國|民国|令和|平成|昭和)\s?(?P<ey>元|\d{{1,3}})\s?[年/.-]\s?(?P<em>{_M})\s?[月/.-]\s?(?P<ed>{_D})(?!\d)(?:\s?日)?)
    |(?P<roc>(?<!\d)(?P<ry>1[01]\d)\s?(?:年|[-/.])\s?(?P<rm>{_M})\s?(?:月|[-/.])\s?(?P<rd>{_D})(?!\d)日?)
    |(?P<solar>(?<![\d.,$€£])(?P<sy1>1[34]\d\d)\s?[/-]\s?(?P<sm1>{_M})\s?[/-]\s?(?P<sd1>{_D})(?!\d)|(?P<sd2>{_D})\s(?P<sm2>{_WORD})(?:\sماه)?\s(?P<sy2>1[34]\d\d)(?!\d))
    |(?P<hanzi>(?P<cy>[零O0一二三四五六七八九]{{4}}|{_Y})年(?P<cm>[一二三四五六七八九十]{{1,3}})月(?P<cd>[一二三四五六七八九十廿卅]{{1,3}})[日号號])
    |(?P<short_ymd>(?<!\d)(?P<sy>\d\d)年(?P<sm>{_M})月(?P<sd>{_D})日)
    |(?P<vi>(?<!\d)(?P<vd>{_D})\stháng\s(?P<vm>{_M})(?:,|\snăm)?\s(?P<vy>{_Y}))
    |(?P<md_cjk>(?<![\d年/-])(?P<km>{_M})\s?[月월]\s?(?P<kd>{_D})\s?[日号號일])
    |(?P<md_plain>(?<![\d./-])(?<!\d:)(?P<pm>0[1-9]|1[0-2])(?P<psep>[-/])(?P<pd>[0-2]\d|3[01])(?=\s\d\d:\d\d))
    |(?P<md_weekday>(?<![\d./-])(?<!\d:)(?P<wm>{_M})/(?P<wd>{_D})(?=\s?\([月火水木金土日一二三四五六]\)\s?\d{{1,2}}:\d\d))
    |(?P<dm_dotted>(?<![\d.,:/-])(?P<xd>{_D})\.\s?(?P<xm>{_M})\.(?=\s(?:(?:klo|kl\.?|um|u|v|o|ob|[|-])\s)?\d\d?[:.]\d\d(?!\d)))
    |(?P<db_only>(?<![\d.,:/-])(?P<od>{_D})(?:{_TH}|\.)[\s-]{_OF}(?P<om>{_WORD})(?=\.?,?\s\(?(?:-\s|[|]\s|um\s|at\s|à\s|\w{{1,3}}\s)?\d\d?[:h.]\d\d|\s*$))
    """,
    re.X | re.I,
)
_OCLOCK = r"\s?Uhr|\s?uur|\s?h(?:rs)?\b|\s?น\."
_HALF = "|".join(map(re.escape, HALVES))
_WEEKDAY = (
    r"(?:\(\s?\w{1,3}\s?\)|(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|\w(?:요일|曜日?)|\([^()\d]{1,12}\)"
    r"|pazartesi|salı|çarşamba|perşembe|cuma(?:rtesi)?|pazar|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)\b|\w{3,8}dien(?:is|a)\b"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica"
    r"|(?:segunda|terça|quarta|quinta|sexta)-feira|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|luni|marți|miercuri|joi|vineri|sâmbătă|duminică"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|п['’]ятниця"
    r"|субота|неділя|понеделник|сряда|четвъртък|петък|събота|неделя|poniedziałek|wtorek|środa|czwartek|piątek|sobota"
    r"|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|[\u0900-\u0963]{2,8}(?:बार|वार)|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή)"
)
# 12 мая 2023 г., 2023 року, 2023. godine, 2023-cü il, balandžio 19 d.
_YEAR_WORD = r"(?:\sगते|\s?(?:[rгрd]\.|года|року|год\b)|\.?\s?godine|-c[iıuü]\sil|-н[ыи]\sөдөр|\.(?=[\s,]))"
_LOCAL_TIME = r"(?:[A-Z]{2,3}T|GMT|UTC|MSK|WIB|WITA|(?:北京|香港|台北|臺北|本地|當地|当地)[时時][间間])"
_AT = (
    r"(?:at|um|à|a\sles|a\slas|às|ás|as|alle\s(?:ore)?|ore|kl\.?|klo|o\sgodz\.|godz\.|o|om|в|v|u|у|о|ob|në|ora|saat|kell"
    r"|plkst\.|pukul|lúc|at\sabout|เวลา|ساعت|الساعة|בשעה|ម៉ោង|h\.|de|d\.|,)"
)
_HMS = (
    r"(?P<h>[01]?\d|2[0-4])(?P<s1>\s?(?:[:时時点點시h]|час(?:а|ов)?|ч\.)\s?|\.)(?P<min>[0-5]\d(?!\d)|\d(?=\s?[分분]))"
    r"(?:\s?[:分분m]\s?(?P<s>[0-5]\d)(?:\s?[秒초]|[.,:]\d{1,9})?|\s?[分분])?"
)
_HOUR_ONLY = (
    rf"(?:(?P<half1b>{_HALF})\s?)?(?P<h2>[01]?\d|2[0-3])"
    r"(?:\s?(?:[时時点點시](?!\d)|h(?![\w:])|Uhr)|\s?(?P<half2b>[ap]\.?m\b\.?))"
)
TIME: Final = re.compile(
    rf"{_YEAR_WORD}?(?:,?\s?{_WEEKDAY})?[\s,|·•/T@[(-]{{0,4}}(?:{_AT}\s{{0,2}})?(?:(?P<zone_before>{_LOCAL_TIME})\s?)?"
    rf"(?:(?:(?P<half1>{_HALF})\s?)?{_HMS}(?:\s?(?P<half2>{_HALF})(?!\w))?(?P<uhr>{_OCLOCK})?|{_HOUR_ONLY})",
    re.I,
)
TIME_BEFORE: Final = re.compile(
    rf"(?<![\d:.])(?:(?P<half1>{_HALF})\s?)?{_HMS}(?:\s?(?P<half2>{_HALF}))?(?P<uhr>{_OCLOCK})?"
    rf"(?P<zone_before>\s?\(?(?:[A-Z]{{1,4}}T|UTC|MSK|WIB)(?:[+-]\d{{1,2}})?\)?)?[\s,|·•/-]{{0,3}}"
    rf"(?:(?:on|am|vom|le|del?|il|\w{{2,10}}[.,])\s)?(?:(?:mon|tue|wed|thu|fri|sat|sun)\w{{0,6}}\s)?(?P<h2>)?(?P<half1b>)?(?P<half2b>)?$",
    re.I,
)


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


_DOTTED: Final = re.compile(r"kl|ore|kell|pukul|[ap]\.?m\.?", re.I)  # kl. 10.17, 10.17 am


def _is_dotted_time(time: re.Match[str]) -> bool:
    """Say whether numbers around a dot are a time and no amount: a word or a zone says so, or they end the line."""
    behind = time.string[time.end() :]
    zone = ZONE.match(behind)
    told = time["uhr"] or _DOTTED.search(time[0]) or (zone and (zone["zone"] or "").isupper())  # 10.17 BST
    return bool(told) or not behind.strip()
