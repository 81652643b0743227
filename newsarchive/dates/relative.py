"""Times told by their distance from the moment of reading: 3小时前, yesterday 10:17, vor 5 Minuten."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_UNITS: Final = {
    1: "秒 秒钟 秒鐘 초 second sec sekunde seconde segundo secondo секунд detik giây",
    _MINUTE: "分 分钟 分鐘 分間 분 minute min mins minuten minuto minuti minut минут دقيقة دقائق dakika minutter"
    " хвилин хвилини menit phút דקות λεπτά λεπτό मिनट perc minuuttia"
    " minutit minūtēm minučių minút perce dəqiqə daqiqa წუთის րոպե دقیقه منٹ মিনিট นาที",
    _HOUR: "小时 小時 个小时 個小時 時間 시간 hour hr hrs h stunde heure hora ora ore uur uren час saat timmar timme"
    " timer time godzin hodin ساعة ساعات"
    " годин jam giờ שעה שעות ώρα ώρες घंटे घंटा sata sati tuntia tunti"
    " tundi stundām stundas val valandas valandų óra órával órája soat"
    " сағат საათის ժամ ساعت گھنٹے ঘণ্টা ชั่วโมง urami hodín",
    _DAY: "天 日 일 day d tag jour día dia giorno giorni dag dagen дн день dni dzień dny gün dagar døgn يوم أيام"
    " дні hari ngày ימים ημέρες μέρες ημέρα दिन zile zi dana päivää"
    " päeva dienām dienas dienų nap nappal napja ditë daga kun күн დღის օր روز دن দিন วัน dnevi",
    7
    * _DAY: "周 週 星期 个星期 個星期 주 week woche semaine semana settimana settimane weken недел tydzień hafta vecka"
    " uke uge тиж minggu tuần שבועות εβδομάδες हफ्ते săptămâni tjedna viikkoa hete",
    30 * _DAY: "个月 個月 月 ヶ月 か月 개월 달 month monat mois mes mês mese mesi maand maanden месяц miesiąc ay månad"
    " måned",
    365 * _DAY: "年 년 year jahr an ans año ano anno anni jaar год лет rok lat yıl år",
}
_SECONDS: Final = {word: seconds for seconds, words in _UNITS.items() for word in words.split()}
_NUMBERS: Final = {
    **dict.fromkeys("an a one ein eine einer einem une un una uno um uma een 一".split(), 1.0),
    **dict(zip("两二三四五六七八九十", (2.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0), strict=True)),
    **dict.fromkeys(("半", "half"), 0.5),
}
_ALONE: Final = {  # without a number: an hour, two hours
    "ساعة": _HOUR, "ساعتين": 2 * _HOUR, "دقيقة": _MINUTE, "دقيقتين": 2 * _MINUTE, "يوم": _DAY, "يومين": 2 * _DAY,
    "أسبوع": 7 * _DAY, "أسبوعين": 14 * _DAY, "שעה": _HOUR, "שעתיים": 2 * _HOUR, "דקה": _MINUTE, "יום": _DAY,
    "יומיים": 2 * _DAY, "שבוע": 7 * _DAY, "שבועיים": 14 * _DAY, "час": _HOUR, "минуту": _MINUTE, "день": _DAY,
    "неделю": 7 * _DAY, "годину": _HOUR, "хвилину": _MINUTE,
}  # fmt: skip
_ONE: Final = "|".join(sorted(_ALONE, key=len, reverse=True))
_N = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0d7f])*"  # with the vowel signs of India
# The word that must be there, and the whole phrase: 3小时前, 3시간 전, 2 hours ago, vor 9 Stunden.
_AGO: Final = (
    ("前", re.compile(rf"{_N}\s*(?P<u>[^\W\d_]{{1,3}}?)(?:以|之)?\s?前(?![后後])")),
    ("", re.compile(rf"\b{_N}\s(?P<u>perce|órája|napja|hete)(?!\w)")),
    ("전", re.compile(rf"{_N}\s?(?P<u>초|분|시간|일|주|개월|달|년)\s?전")),
    ("ที่", re.compile(rf"{_N}\s?(?P<u>นาที|ชั่วโมง|วัน)ที่(?:แล้ว|ผ่านมา)")),
    (
        "",
        re.compile(
            rf"\b{_N}\s?(?P<u>{_UNIT})\.?\s(?:ago|fa|geleden|назад|temu|önce|sedan|siden|atrás|sitten|тому"
            r"|(?:yang )?lalu|trước|पहले|tagasi|ezelőtt|əvvəl|oldin|бұрын|առաջ|წინ|پیش|پہلے|আগে|më parë)(?!\w)",
            re.I,
        ),
    ),
    (
        "",
        re.compile(
            rf"\b(?:vor|il y a|hace|há|před|for|منذ|قبل|לפני|πριν(?: από)?|acum|prije|pre|преди|pred|pirms|prieš)"
            rf"\s(?:ca\.\s)?{_N}\s?(?P<u>{_UNIT})(?:\ssiden)?",
            re.I,
        ),
    ),
    *((word, re.compile(rf"(?<!\w){word}\s(?P<n>)(?P<u>{_ONE})(?!\w)")) for word in ("منذ", "قبل", "לפני")),
    *((word, re.compile(rf"(?<!\w)(?P<n>)(?P<u>{_ONE})\s{word}(?!\w)", re.I)) for word in ("назад", "тому")),
)
_DAYS_BACK: Final = {
    3: "大前天",
    2: "前天 前日 一昨日 그저께 vorgestern avant-hier anteayer",
    1: "昨天 昨日 어제 yesterday gestern hier ayer ieri ontem gisteren вчера wczoraj včera dün igår أمس eilen"
    " jučer juče вчора kemarin אתמול χθες χτες tegnap јуче நேற்று"
    " eile vakar včeraj dünən кеше გუშინ երեկ دیروز গতকাল dje ahir",
    0: "今天 今日 오늘 today heute aujourd’hui aujourd'hui hoy oggi hoje vandaag сегодня dzisiaj dziś dnes bugün"
    " idag اليوم tänään danas сьогодні היום σήμερα astăzi azi dnes данас இன்று আজ"
    " täna šodien šiandien danes bugun бүгін დღეს այսօր امروز sot avui",
}
DAY_WORDS: Final = {word: days for days, words in _DAYS_BACK.items() for word in words.split()} | {
    "i går": 1, "i dag": 0, "í gær": 1, "í dag": 0, "bu gün": 0, "hari ini": 0, "hôm qua": 1, "hôm nay": 0,
    "เมื่อวาน": 1, "วันนี้": 0,
}  # fmt: skip
_DAY_WORD: Final = re.compile(
    rf"(?<![^\W\d_])(?:{'|'.join(sorted(DAY_WORDS, key=len, reverse=True))})(?![a-zа-яё])", re.I
)
# The same word has to do with places in these languages.
_ELSEWHERE: Final = {"hier": ("de", "nl", "af", "lb")}
_NOW: Final = re.compile(r"刚刚|剛剛|刚才|방금|just now|たった今|gerade eben|à l[’']instant|только что", re.I)


def time_ago(text: str, base: datetime) -> tuple[re.Match[str], datetime, bool] | None:
    """Return the match, the moment it means seen from ``base``, and whether it tells the minute (``3小时前`` does)."""
    now = _NOW.search(text)
    if now:
        return now, base, True
    for word, pattern in _AGO:
        match = pattern.search(text) if word in text else None
        seconds = match and _seconds(match)
        if match and seconds:
            count = _NUMBERS.get(match["n"].lower()) or float(match["n"] or 1)
            return match, base - timedelta(seconds=count * seconds), seconds < _DAY
    return None


def is_time_ago(text: str) -> bool:
    """Say whether a text is nothing but how long ago something was.

    >>> is_time_ago("2 hours ago"), is_time_ago("3小时前"), is_time_ago("Two years ago the dam broke")
    (True, True, False)
    """
    matches = (pattern.fullmatch(text) for word, pattern in _AGO if word in text)
    return any(match and _seconds(match) for match in matches)


def day_word(text: str, base: datetime, language: str | None = None) -> tuple[re.Match[str], datetime] | None:
    """Return the match of a word such as 昨天 or yesterday and the day it means seen from ``base``."""
    match = _DAY_WORD.search(text)
    word = match[0].lower() if match else ""
    if match is None or (language or "")[:2] in _ELSEWHERE.get(word, ()):
        return None
    return match, base - timedelta(days=DAY_WORDS[word])


def _seconds(ago: re.Match[str]) -> int | None:
    unit = ago["u"].lower()
    return _unit_seconds(unit) if ago["n"] else _ALONE[unit]


def _unit_seconds(word: str) -> int | None:
    """Return the length of a unit in any of its endings: Stunden, hours, minuti, дней."""
    for end in range(len(word), max(0, len(word) - 4), -1):
        seconds = _SECONDS.get(word[:end])
        if seconds:
            return seconds
    return None
