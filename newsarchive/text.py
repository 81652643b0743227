"""Cleans, cuts, compares and counts plain text in any script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from newsarchive.han import one_form

CJK = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u312f"
    "\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
CJK_RUN = re.compile(f"[{CJK}]+")
_SOUTHEAST = [chr(code) for code in (*range(0xE01, 0xEE0), *range(0x1000, 0x10A0), *range(0x1780, 0x17DE))]
SOUTHEAST = "".join(char for char in _SOUTHEAST if char.isalpha())  # Thai, Lao, Burmese, Khmer
SOUTHEAST_MARKS = re.compile(f"[{''.join(char for char in _SOUTHEAST if unicodedata.category(char)[0] == 'M')}]")
_MARKS = [
    chr(code) for code in (*range(0x300, 0x2100), *range(0xA800, 0xAC00)) if unicodedata.category(chr(code))[0] == "M"
]
MARKS = "".join(_MARKS)  # vowel signs and accents that follow their letter
UNSPACED = CJK + SOUTHEAST  # what is written without spaces between words
UNSPACED_RUN = re.compile(f"[{UNSPACED}]+")
_WIDE = re.compile("[\u3005-\U0003ffff]")  # one range: four times as fast to look for as the ranges of CJK
_ANY_UNSPACED = re.compile("[\u0e01-\u0edf\u1000-\u109f\u1780-\u17dd\u3005-\U0003ffff]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]+"
)
_SPACE = re.compile(r"\s+")
_SPACE_AT_CJK = re.compile(f" (?:(?=[{CJK}])|(?<=[{CJK}] ))")  # with a blank at its start, which is found fast
# what SQLite's unicode61 takes for the end of a word, and at the end some letters that it does not know
SEPARATORS = re.compile("[\\W_\u19b0-\u19c9\u1cf2-\u1cf3]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
JOINERS = "\u200c\u200d"  # the half-space of Persian, and its counterpart, which some write and some do not
HALF_SPACE = re.compile(f"[{JOINERS}]")
JOINABLE = re.compile(r"[^\W_\u0000-\u058f\u2000-\U0010ffff]+")  # letters of scripts that are written with them
_JOINED = re.compile(f"{JOINABLE.pattern}(?:[{JOINERS}]+{JOINABLE.pattern})+")
_PARTS = 3  # of a word that are sought together: کتاب‌خانه‌ها
_MARKED_LETTER = re.compile("[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff][\u0300-\u036f]*|[\u0300-\u036f]+")
# vowel signs of Arabic and Hebrew, and letters that some write in another way: خطّة أحمد Straße đường ёлка
_SPELT_TWICE = re.compile(
    "[æœßøđðłħıςё\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0622\u0623\u0625\u0629\u0640\u0649"
    "\u064b-\u065f\u0670\u0671\u06a9\u06cc\u06d6-\u06ed]"
)
_SPELT_ONCE = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ς": "σ", "ё": "е",
    "\u0671": "\u0627", "\u0629": "\u0647", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0640": "",
}  # fmt: skip
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』〝〞〟＂", '"') | dict.fromkeys("‘’‚‛‹›`´＇", "'"))


def clean(text: str) -> str:
    """Return the text on one line: white space runs are one space, invisible characters are gone.

    >>> clean(" 山西\\u00a0\\u00a0运城\\u200b \\n 4月19日 ")
    '山西 运城 4月19日'
    """
    return _SPACE.sub(" ", without_invisible(text)).strip()


def paragraphs(text: str) -> list[str]:
    """Return the lines of a text that say something, each cleaned."""
    return [line for line in map(clean, text.splitlines()) if line]


def is_cjk(text: str) -> bool:
    """Say whether the text is written mostly in Han, kana or hangul.

    >>> is_cjk("iPhone 发布会"), is_cjk("the 2022 中文 edition")
    (False, False)
    >>> is_cjk("国务院 4月")
    True
    """
    if text.isascii():
        return False
    others = CJK_RUN.sub("", text)
    return len(text) - len(others) > sum(map(len, _WORD.findall(others)))


def utf8_length(text: str) -> int:
    """Return the length of a text in UTF-8: a hanzi, which says as much as three letters, has three bytes.

    >>> utf8_length("river"), utf8_length("河")
    (5, 3)
    """
    return len(text.encode("utf-8", "replace"))


def without_invisible(text: str) -> str:
    """Return the text without characters that take no room, such as soft hyphens and marks of direction."""
    return _INVISIBLE.sub("", text)


def word_count(text: str) -> int:
    """Count words, as white space divides them; of what is written without spaces, letters: 网络 are two, เรือ three.

    >>> word_count("It's 5G网络 time – well-known"), word_count("เรือ 2 ลำ")
    (6, 6)
    """
    if text.isascii() or not _ANY_UNSPACED.search(text):
        words = text.split()
        return len(words) - sum(not word.isalnum() for word in words if len(word) == 1)
    letters = SOUTHEAST_MARKS.sub("", text)
    others, runs = UNSPACED_RUN.subn(" ", letters)
    return len(letters) - len(others) + runs + sum(map(_has_letter, others.split()))


def _has_letter(word: str) -> bool:
    return any(map(str.isalnum, word))


def normalised(text: str) -> str:
    """Return what two texts must share to have the same content: NFKC, white space and quotes made alike.

    >>> normalised("“北京 ”２０２２年\\n4月") == normalised('"北京"2022年 4月')
    True
    """
    plain = text.translate(_QUOTES)
    if plain.isascii() and plain.replace("\n", " ").isprintable():
        return " ".join(plain.split())
    plain = unicodedata.normalize("NFKC", without_invisible(plain))
    return _SPACE_AT_CJK.sub("", _SPACE.sub(" ", plain)).strip()


@lru_cache(maxsize=8)  # the index and the fingerprint fold the same text in turn: 0.1 ms each for a body
def folded(text: str) -> str:
    """Return the text as copies are compared: NFKC, lower case, without the marks of Latin and Greek letters.

    >>> folded("Ｃafé À propos 疫情")
    'cafe a propos 疫情'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).lower()
    return _MARKED_LETTER.sub(_without_marks, plain)


@lru_cache(maxsize=8)
def spelt_alike(text: str) -> str:
    """Return the text folded, and what is spelt in two ways in one of them.

    >>> spelt_alike("Straßenbahn, Đà Nẵng"), spelt_alike("خطّة") == spelt_alike("خطة")
    ('strassenbahn, da nang', True)
    """
    return text.lower() if text.isascii() else _SPELT_TWICE.sub(_spelt_once, folded(text))


@lru_cache(maxsize=8)
def searchable(text: str) -> str:
    """Return the text as search compares it: spelt alike, and traditional Chinese characters as simplified ones.

    >>> searchable("臺灣 Café")
    '台湾 cafe'
    """
    plain = spelt_alike(text)
    return plain if plain.isascii() or not _WIDE.search(plain) else one_form(plain)


def bigrams(run: str) -> list[str]:
    """Cut a run of CJK characters into overlapping pairs, with its last character alone at the end.

    >>> bigrams("国务院")
    ['国务', '务院', '院']
    """
    return [first + second for first, second in zip(run, run[1:], strict=False)] + [run[-1:]]


def segmented(text: str) -> str:
    """Return the words as search compares them, for a full-text index that splits words at spaces.

    What is written without spaces stands there as the bigrams of its letters, what is written with half-spaces in
    parts and as one word.

    >>> segmented("5G网络: Ready! เรือ").split()
    ['5g', '网络', '络', 'ready', 'เร', 'รอ', 'อ']
    """
    letters = SOUTHEAST_MARKS.sub("", searchable(text))
    if any(char in letters for char in JOINERS):
        letters = _JOINED.sub(_with_parts, letters)
    return UNSPACED_RUN.sub(_as_bigrams, SEPARATORS.sub(" ", letters))


def _with_parts(match: re.Match[str]) -> str:
    parts = [part for part in HALF_SPACE.split(match[0]) if part]
    runs = range(1, _PARTS + 1)
    return " ".join("".join(parts[at : at + length]) for length in runs for at in range(len(parts) - length + 1))


def _as_bigrams(match: re.Match[str]) -> str:
    return f" {' '.join(bigrams(match[0]))} "


def _spelt_once(match: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFD", match[0])
    return "".join(_SPELT_ONCE.get(char, char) for char in letters if not unicodedata.combining(char))


def _without_marks(match: re.Match[str]) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", match[0]) if not unicodedata.combining(char))
