"""Time zones: what a page prints after a time, and what its site, country or language lets us assume."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_OFFSETS: Final = {
    **dict.fromkeys(("z", "utc", "gmt", "wet"), 0.0),
    **dict.fromkeys(("bst", "cet", "mez", "west", "wat"), 1.0),
    **dict.fromkeys(("cest", "mesz", "eet", "sast", "cat"), 2.0),
    **dict.fromkeys(("eest", "msk", "мск", "trt", "eat", "idt"), 3.0),
    **dict.fromkeys("北京时间 北京時間 香港時間 香港时间 台北時間 臺北時間 hkt sgt awst pht wita myt".split(), 8.0),
    **dict.fromkeys(("jst", "kst", "wit"), 9.0),
    **dict.fromkeys(("est", "cdt"), -5.0),
    **dict.fromkeys(("mst", "pdt"), -7.0),
    "edt": -4.0, "mdt": -6.0, "pst": -8.0, "ist": 5.5, "pkt": 5.0, "gst": 4.0, "brt": -3.0, "wib": 7.0, "ict": 7.0,
    "npt": 5.75, "acst": 9.5, "aest": 10.0, "aedt": 11.0, "nzst": 12.0, "nzdt": 13.0,
}  # fmt: skip
_AMERICAN: Final = {
    "e": "America/New_York", "c": "America/Chicago", "m": "America/Denver", "p": "America/Los_Angeles",
}  # fmt: skip
_NAMED: Final = {f"{initial}t": zone for initial, zone in _AMERICAN.items()}
# In words: Pacific Time, horário de Brasília, по московскому времени.
_IN_WORDS: Final = {
    **{f"{name} time": _AMERICAN[name[0]] for name in ("eastern", "central", "mountain", "pacific")},
    "horário de brasília": "America/Sao_Paulo", "hora de brasília": "America/Sao_Paulo",
    "по московскому времени": "Europe/Moscow", "по москве": "Europe/Moscow", "heure de paris": "Europe/Paris",
    "nepal time": "Asia/Kathmandu", "hora peninsular": "Europe/Madrid", "uk time": "Europe/London",
    "israel time": "Asia/Jerusalem", "moscow time": "Europe/Moscow", "beijing time": "Asia/Shanghai",
    "по київському часу": "Europe/Kyiv",
}  # fmt: skip
_ABBREVIATIONS: Final = "|".join(sorted((*_OFFSETS, *_NAMED, "cst", *_IN_WORDS), key=len, reverse=True))
ZONE: Final = re.compile(  # +08:00, GMT+8, UTC, CST, (北京时间)
    rf"\s?\(?(?:(?:GMT|UTC)?\s?(?P<sign>[+-])(?P<zh>[01]?\d)(?::?(?P<zm>[0-5]\d))?(?![\d:])|(?:-\s(?=hor))?(?P<zone>{_ABBREVIATIONS})(?!\w))\)?",
    re.I,
)
# Where most readers of a country's news live; one zone each.
_COUNTRIES: Final = {
    country: zone
    for zone, countries in {
        "Asia/Shanghai": "cn", "Asia/Taipei": "tw", "Asia/Hong_Kong": "hk mo", "Asia/Singapore": "sg",
        "Asia/Tokyo": "jp",
        "Asia/Seoul": "kr", "Asia/Kolkata": "in", "Asia/Jakarta": "id", "Asia/Kuala_Lumpur": "my", "Asia/Manila": "ph",
        "Asia/Bangkok": "th", "Asia/Ho_Chi_Minh": "vn", "Asia/Karachi": "pk", "Asia/Dhaka": "bd", "Asia/Dubai": "ae",
        "Asia/Riyadh": "sa", "Asia/Tbilisi": "ge", "Asia/Yerevan": "am", "Asia/Baku": "az", "Asia/Tashkent": "uz",
        "Asia/Kathmandu": "np", "Asia/Colombo": "lk", "Asia/Phnom_Penh": "kh", "Asia/Yangon": "mm",
        "Asia/Vientiane": "la", "Asia/Ulaanbaatar": "mn", "Asia/Kabul": "af", "Asia/Baghdad": "iq", "Asia/Amman": "jo",
        "Asia/Bishkek": "kg", "Asia/Dushanbe": "tj",
        "Asia/Jerusalem": "il", "Asia/Tehran": "ir", "Asia/Almaty": "kz", "Asia/Beirut": "lb",
        "Europe/London": "uk gb", "Europe/Dublin": "ie", "Europe/Lisbon": "pt", "Europe/Berlin": "de",
        "Europe/Vienna": "at", "Europe/Zurich": "ch li", "Europe/Paris": "fr", "Europe/Brussels": "be lu",
        "Europe/Amsterdam": "nl", "Europe/Madrid": "es", "Europe/Rome": "it", "Europe/Copenhagen": "dk",
        "Europe/Oslo": "no", "Europe/Stockholm": "se", "Europe/Helsinki": "fi", "Europe/Warsaw": "pl",
        "Europe/Prague": "cz sk", "Europe/Budapest": "hu", "Europe/Bucharest": "ro", "Europe/Sofia": "bg",
        "Europe/Athens": "gr", "Europe/Kyiv": "ua", "Europe/Moscow": "ru by", "Europe/Istanbul": "tr",
        "Europe/Belgrade": "rs hr si ba mk me", "Europe/Tirane": "al", "Europe/Chisinau": "md",
        "Europe/Vilnius": "lt lv ee", "Atlantic/Reykjavik": "is",
        "Asia/Damascus": "sy", "Asia/Kuwait": "kw", "Asia/Qatar": "qa bh", "Asia/Aden": "ye", "Asia/Muscat": "om",
        "Asia/Gaza": "ps", "Asia/Nicosia": "cy", "Asia/Thimphu": "bt", "Indian/Maldives": "mv", "Asia/Brunei": "bn",
        "Asia/Dili": "tl", "Asia/Ashgabat": "tm", "Europe/Malta": "mt", "Europe/Andorra": "ad", "Europe/Monaco": "mc",
        "America/La_Paz": "bo", "America/Asuncion": "py", "America/Montevideo": "uy", "America/Guayaquil": "ec",
        "America/Panama": "pa", "America/Costa_Rica": "cr ni", "America/Guatemala": "gt hn sv bz",
        "America/Santo_Domingo": "do", "America/Havana": "cu", "America/Puerto_Rico": "pr", "America/Jamaica": "jm",
        "America/Port_of_Spain": "tt bb gd lc vc", "America/Port-au-Prince": "ht", "America/Guyana": "gy",
        "America/Paramaribo": "sr", "America/Nassau": "bs",
        "Africa/Abidjan": "sn ci ml bf gn tg mr gm sl lr gw", "Africa/Douala": "cm ga cg cd bj ne td cf gq ao",
        "Africa/Maputo": "mz zw zm mw rw bi sz", "Africa/Mogadishu": "so dj er", "Indian/Antananarivo": "mg km",
        "Africa/Khartoum": "sd", "Africa/Juba": "ss", "Africa/Tripoli": "ly", "Indian/Mauritius": "mu re sc",
        "Atlantic/Cape_Verde": "cv", "Pacific/Fiji": "fj", "Pacific/Port_Moresby": "pg", "Pacific/Apia": "ws",
        "America/New_York": "us", "America/Toronto": "ca", "America/Mexico_City": "mx", "America/Sao_Paulo": "br",
        "America/Argentina/Buenos_Aires": "ar", "America/Santiago": "cl", "America/Bogota": "co", "America/Lima": "pe",
        "America/Caracas": "ve", "Africa/Cairo": "eg", "Africa/Johannesburg": "za ls bw na", "Africa/Lagos": "ng",
        "Africa/Nairobi": "ke tz ug et", "Africa/Accra": "gh", "Africa/Algiers": "dz tn", "Africa/Casablanca": "ma",
        "Australia/Sydney": "au", "Pacific/Auckland": "nz",
    }.items()
    for country in countries.split()
}  # fmt: skip
# Languages that are written in one country more than anywhere else.
_HOMES: Final = {
    "zh": "cn", "ja": "jp", "ko": "kr", "cs": "cz", "sv": "se", "da": "dk", "nb": "no", "nn": "no", "el": "gr",
    "uk": "ua", "he": "il", "vi": "vn", "hi": "in", "fa": "ir", "ur": "pk", "et": "ee", "sl": "si",
    "sr": "rs", "mk": "mk", "sq": "al", "ka": "ge", "hy": "am", "az": "az", "kk": "kz", "uz": "uz",
    "ne": "np", "si": "lk", "km": "kh", "my": "mm", "lo": "la", "mn": "mn", "ps": "af", "sw": "ke",
    "be": "by", "am": "et", "bn": "bd", "ms": "my", "bs": "ba", "af": "za", "zu": "za", "xh": "za", "ky": "kg",
    "tg": "tj", "ug": "cn", "bo": "cn", "ga": "ie", "cy": "gb", "yo": "ng", "ha": "ng", "ig": "ng",
    **dict.fromkeys("mr te kn ml gu pa ta or as".split(), "in"),
    **dict.fromkeys("ca eu gl".split(), "es"),
    **dict.fromkeys(("tl", "fil"), "ph"),
    **{code: code for code in "de fr it nl pl sk no fi hu tr ru ro bg th id hr lt lv is".split()},
}  # fmt: skip


@cache
def fixed(hours: float) -> tzinfo:
    """Return the zone that many hours east of Greenwich."""
    return timezone(timedelta(hours=hours)) if hours else UTC


@cache
def named(name: str) -> tzinfo | None:
    """Return the IANA zone of that name, ``None`` if there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def printed_zone(match: re.Match[str], language: str | None) -> tzinfo | None:
    """Return the zone that a match of ``ZONE`` names; CST is China's on Chinese pages, else America's."""
    if match["sign"]:
        hours = int(match["zh"]) + int(match["zm"] or 0) / 60
        return fixed(-hours if match["sign"] == "-" else hours) if hours <= 14 else None
    name = match["zone"].lower()
    if name == "cst":
        return fixed(8.0 if (language or "").startswith("zh") else -6.0)
    zone = _NAMED.get(name) or _IN_WORDS.get(name)
    return named(zone) if zone else fixed(_OFFSETS[name])


@cache
def assumed_zone(country: str | None, language: str | None) -> tzinfo:
    """Return the zone to assume for a country (ISO 3166 or top-level domain), else a language (``zh-TW``), else UTC."""
    parts = (language or "").lower().replace("_", "-").split("-")
    for key in (country, parts[-1] if len(parts) > 1 else None, _HOMES.get(parts[0])):
        zone = key and _COUNTRIES.get(key.lower())
        if zone:
            return ZoneInfo(zone)
    return UTC
