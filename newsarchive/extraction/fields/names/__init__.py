"""Names of people and outlets as pages print them: taken apart, freed of roles and codes, refused if they are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from newsarchive.dates.months import month_number
from newsarchive.extraction.fields.names.agencies import NEWS_AGENCY
from newsarchive.extraction.fields.names.bywords import BETWEEN, BY_PATTERN
from newsarchive.extraction.fields.names.chinese import COMMONEST, HAN, HINT, byline
from newsarchive.extraction.fields.names.givennames import has_given_name
from newsarchive.extraction.fields.names.roles import BEGINS_LIKE_ROLE, EAST_ASIAN, ROLE, without_roles
from newsarchive.extraction.fields.names.vietnamese import is_vietnamese

LONGEST: Final = 60
_JOINED: Final = re.compile(r"\s[\u05d5\u0648](?=\w\w+\s\w)")  # "and" in Hebrew and Arabic
_APART: Final = re.compile(rf"(?<![{HAN}])([{HAN}])\s+([{HAN}])(?![{HAN}])")  # 马　勇
_DASH: Final = re.compile(r"(?<=\w{2}\s)[-–—](?=\s\w{2})")  # CHÍ QUỐC - BỬU ĐẤU
_HAN_SPACE: Final = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_NOT_A_NAME: Final = re.compile(
    r"^(?:admin(?:istrator)?|end|管理员|系统管理员|佚名|未知|匿名|本站|原创|网络|互联网|网络整理|本站整理|转载|小编|这个人很懒.*|什么[都也]没[有]?留下.*|(?:暂无|没有).*|作者|记者|来源|编辑|当前位置"
    r"|编辑部|본지|기자명|인턴|온라인|디지털|name|author|none|null|undefined|editors?|staff(?: reporter| writer)?|guest"
    r"|(?:die )?redaktion|redazione|redacci[oó]n|(?:la )?rédaction|redactie|(?:tim )?redaksi|редакция|unknown"
    r"|anonymous|n/?a|la|le|les|el|los|las|il|lo|the|die|der|das|da|do|de"
    r"|web ?master|user|test|root|default|email|mehr|more|alle artikel|posts by.*|view all.*|see all.*"
    r"|all posts.*|von|by|autor|(?:written|posted|words|story|text|reported|photos?) by|geschrieben von|écrit par"
    r"|escrito por|scritto da|veröffentlicht von|special|haber merkezi|(?:web|news|online) desk"
    r"|newsroom|article information|ana sayfa.*|wp-?admin|array|\[object object\]"
    r"|view .*(?:page|profile|bio)|for authors|rss(?: feed)?|archives?|text size|google"
    r"|contributed(?: report| content)?|submitted|press releases?|guest (?:author|contributor)|handout"
    r"|[+＋]?\s?(?:已?[关關]注|[订訂][阅閱]|追[踪蹤]|フォロー(?:する)?|팔로우|구독|follow(?:ing)?)"
    r"|(?:[ap]m )?(?:ist|est|edt|pst|pdt|cst|cdt|gmt|utc|bst|cet|hkt|jst|kst|sgt|wib)(?: help)?|[ap]m [ecmp]t"
    r"|(?:mon|tues?|wed|thu|thurs|fri|sat|sun)\.? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|(?:oluşturulma|güncellenme|yayınlanma|giriş) tarihi)$",
    re.I,
)
_INITIALS: Final = re.compile(r"[^\W\d_](?:(?:\.\s?|\s)[^\W\d_](?![^\W\d_]))+")  # D.R., but not A A A
_ABBREVIATED: Final = re.compile(r"\s(?:[JS]r|[^\W\d_])$")  # Ann Lee Jr., Juan Lee C.
_PHOTO_STOCK: Final = re.compile(r"\b(?:pexels|unsplash|pixabay|shutterstock|istock|depositphotos|flickr)\b", re.I)
_POSSESSIVE: Final = re.compile(r"\w['’]s\s")
_DIGITS: Final = re.compile(r"\d")
_USER: Final = re.compile(r"[^\W\d_]{3,}\d{1,4}")  # freeman1984
_URL: Final = re.compile(r"https?://|www\.|@|\.(?:com|org|net|de)\b", re.I)
PARTICLES: Final = frozenset(
    "von van de der den del della di da du la le zu zur ten ter bin ibn al el dos das av af dr. prof.".split()
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")  # O'Neill, Jean-Luc, J.R.
# What bodies are called, not people: Baths Trust, Bayerische Landesanstalt.
_BODY: Final = re.compile(
    r"(?:trust|council|association|foundation|society|committee|commission|corporation|department"
    r"|ministry|authority|federation|inc|ltd|llc|gmbh|stiftung|\w*verband|\w*verein|ministerium"
    r"|\w*anstalt|\w*gesellschaft|gemeinde|fundación|asociación|ministerio|fondation"
    r"|ministère|fondazione|associazione|ministero)\.?",
    re.I,
)
_ACRONYM: Final = re.compile(r"[A-Z]{2,6}|(?:[A-Z][a-z]+){2,3}")  # AFP, MikeNils: sign articles as people do
_EMAIL: Final = re.compile(r"[\s(<|·,–-]*[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?")
# Scripts that have no capitals, so that a word says nothing of being a name: Hebrew to Tibetan, hangul, kana, hanzi.
CASELESS: Final = "\u0590-\u0fff\u10d0-\u137f\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af"
_CASELESS_NAME: Final = re.compile(  # Hebrew, Arabic, Indic, Thai; Burmese and Khmer, which set no blanks between words
    r"[\u0590-\u0fff\u10d0-\u10ff\u1200-\u137f\u200c]{2,}(?:\s[\u0590-\u0fff\u10d0-\u10ff\u1200-\u137f\u200c]{2,}){1,3}|(?:[\u1000-\u109f]{2,24}|[\u1780-\u17ff]{2,24})(?:\s\S{2,24}){0,3}"
)
SHORTENED: Final = re.compile(r"[^\W\d_]\.\s?(?![a-zß-ÿ])[^\W\d_]{2,}")  # Д.Номин
_TWICE: Final = re.compile(r"^(\w.{3,40}\w)\s\1$")  # Ann Lee Ann Lee: a picture's text beside the link
# From where is reported, behind the name of who does: words that begin the names of places, and hardly those of people.
_PLACE: Final = re.compile(
    r"(?:Bad|Belo|Buenos|Cape|Cidade|Ciudad|Fort|Hong|Kuala|Lake|Las|Los|Monte|Mount|New|Port|Porto|Puerto|R[ií]o|Saint|Sainte"
    r"|San|Sankt|Santa|São|Tel|Vila|Villa|Ville) [A-ZÁÉ]"
)
_HAN_NAME: Final = re.compile(
    rf"[{HAN}·]{{2,4}}|[가-힣]{{2,4}}|[{HAN}\u3040-\u30ff]{{1,4}}\s?[{HAN}\u3040-\u30ff]{{1,4}}"
)


def people(text: str, *, spaced: bool = False) -> list[str]:
    """Return the names in a by-line; ``[]`` for what names nobody. ``spaced`` takes a space for a break in Chinese.

    >>> people("By Ann Lee and Bo Yu, Senior Editor"), people("记者 余毅菁 向雪妮 报道", spaced=True), people("admin")
    (['Ann Lee', 'Bo Yu'], ['余毅菁', '向雪妮'], [])
    >>> people("Por Rui Salgado, Vila Nova"), people("By Ann Lee and Newton Smith")
    (['Rui Salgado'], ['Ann Lee', 'Newton Smith'])
    """
    if len(text) > 4 * LONGEST or text.startswith(("http:", "https:", "www.")):
        return []
    signed = byline(text) if HINT.search(text) else None
    if signed:
        return list(signed.names)
    text = EAST_ASIAN.sub("", _EMAIL.sub("", text).strip())
    text = _APART.sub(r"\1\2", text)
    parts = text.split()  # a Japanese name is a pair of short words
    if spaced and (any(len(part) > 2 for part in parts) or all(part[0] in COMMONEST for part in parts)):
        text = _HAN_SPACE.sub("、", text)
    if text.isupper():
        text = _DASH.sub(", ", text)
    found: list[str] = []
    for part in apart(*BETWEEN.split(BY_PATTERN.sub("", text, count=1))):
        if found and (ROLE.fullmatch(part) or _PLACE.match(part)):
            continue
        name = clean_name(_TWICE.sub(r"\1", part))
        if name and name not in found:
            found.append(name)
    return found


def apart(*texts: str) -> Iterator[str]:
    """Yield texts, two names of Arabic or Hebrew that only a letter joins each by itself.

    >>> list(apart("سامر خليل وليلى حسن", "سامر وليد حسن"))
    ['سامر خليل', 'ليلى حسن', 'سامر وليد حسن']
    """
    for text in texts:
        joint = next((one for one in _JOINED.finditer(text) if _is_joint(one)), None)
        yield from [text] if joint is None else [text[: joint.start()], text[joint.end() :]]


def _is_joint(joint: re.Match[str]) -> bool:
    """Say whether a first letter means "and": the name goes on with a common given name, and does not begin with it."""
    text, second = joint.string, joint.string[joint.end() :]
    return (
        " " in text[: joint.start()].strip()
        and has_given_name(second)
        and not has_given_name(joint[0].strip() + second)
    )


def is_person(name: str) -> bool:
    """Say whether a name has the shape of a person's: two to five words in capitals, or a few hanzi.

    >>> [is_person(name) for name in ("Jan van der Berg", "J.R. Stone", "张三", "Redaktion", "more posts")]
    [True, True, True, False, False]
    """
    words = name.split()
    if 2 <= len(words) <= 5 and all(
        word in PARTICLES or (word[0].isupper() and _WORD.fullmatch(word)) for word in words
    ):
        return not _BODY.fullmatch(words[-1])
    return any(shape.fullmatch(name) for shape in (_HAN_NAME, _ACRONYM, _CASELESS_NAME, SHORTENED, NEWS_AGENCY))


def is_caseless_name(text: str) -> bool:
    """Say whether two or three words without capitals begin with a common given name: תמר אלון, ليلى حداد."""
    return text.count(" ") in (1, 2) and bool(_CASELESS_NAME.fullmatch(text)) and has_given_name(text)


@lru_cache(maxsize=256)  # a page gives the names of its authors in several places
def clean_name(text: str) -> str | None:
    """Return one name without what surrounds it, ``None`` if it is none."""
    name = BY_PATTERN.sub("", text.strip(" \t,.;:：-–—|·•・©*'\"()"), count=1)
    name = without_roles(name).strip(" ,.;:：-–—|·•・*")
    if _INITIALS.fullmatch(name):
        return f"{name}." if f"{name}." in text else None
    if NEWS_AGENCY.fullmatch(name):
        return name
    head, _, last = name.rpartition(" ")
    if (
        " " in head and month_number(last, None) and not is_vietnamese(name)
    ):  # By Ann Lee October 12, but not Theresa May
        name = head
    if not 1 < len(name) <= LONGEST or len(name.split()) > 6:
        return None
    if (
        _NOT_A_NAME.match(name)
        or _POSSESSIVE.search(name)
        or (_DIGITS.search(name) and not _USER.fullmatch(name))
        or _URL.search(name)
        or BEGINS_LIKE_ROLE.match(name)
        or _PHOTO_STOCK.search(name)
        or (" " in name and last in PARTICLES)  # Rezept von
    ):
        return None
    return f"{name}." if _ABBREVIATED.search(name) and f"{name}." in text else name
