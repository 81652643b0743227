"""The language of an article: by its script where that is enough, else by its words and what the page declares."""

from __future__ import annotations

import re
from typing import Any, Final

from resiliparse.parse.lang import detect_fast

from newsarchive.items import Candidate

# Characters that one language alone is written in, or nearly so.
_SCRIPTS: Final = (
    ("ja", re.compile("[\u3041-\u30ff]")), ("ko", re.compile("[\uac00-\ud7af]")), ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e01-\u0e5b]")), ("el", re.compile("[\u0370-\u03ff]")), ("he", re.compile("[\u05d0-\u05ea]")),
    ("my", re.compile("[\u1000-\u109f]")), ("ka", re.compile("[\u10a0-\u10ff]")), ("hy", re.compile("[\u0531-\u058f]")),
    ("km", re.compile("[\u1780-\u17ff]")), ("ta", re.compile("[\u0b80-\u0bff]")), ("te", re.compile("[\u0c00-\u0c7f]")),
    ("pa", re.compile("[\u0a00-\u0a7f]")), ("gu", re.compile("[\u0a80-\u0aff]")), ("or", re.compile("[\u0b00-\u0b7f]")),
    ("kn", re.compile("[\u0c80-\u0cff]")), ("ml", re.compile("[\u0d00-\u0d7f]")), ("si", re.compile("[\u0d80-\u0dff]")),
    ("lo", re.compile("[\u0e80-\u0eff]")),
)  # fmt: skip
_ANY_SCRIPT: Final = re.compile("(?:" + "|".join(pattern.pattern for _, pattern in _SCRIPTS) + ")+")
_COMMON: Final = {
    language: frozenset(words.split())
    for language, words in {
        "hi": "है हैं में और था थी थे", "mr": "आहे आहेत आणि होते होता होती म्हणाले मात्र", "ne": "छ छन् हो छैन थियो भएको गरेको पनि",
        "bn": "এবং থেকে জন্য করে হয় তবে বলেন দিয়ে হবে একটি",
        "as": "আৰু পৰা বাবে কৰা হৈছে এটা কৰি", "am": "ነው ናቸው እና ወደ ግን ላይ ውስጥ",
        "ti": "እዩ እዮም ኣብ ካብ ናብ እቲ ምስ",
    }.items()
}  # fmt: skip
_SPACES: Final = re.compile(r"[\s।,;:.!?“”‘’'\"()፡።፣-]+")
_MANY: Final = 3
_SAMPLE: Final = 2000
_ENOUGH: Final = 80
"""Shorter texts say nothing sure about their language."""
_NEAR: Final = 60
"""How much worse than the best the declared language may fit: nb beside no, gl beside es."""
_GOOD: Final = 420
_SAME: Final = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "cmn": "zh", "sh": "sr"}


def declared_language(text: str | None) -> str | None:
    """Return the language code of a declaration such as ``zh-CN`` or ``en_US``, ``None`` if it is none.

    >>> declared_language("es"), declared_language("sv_SE, en"), declared_language("Spanish")
    ('es', 'sv', None)
    """
    code = re.split(r"[-_,\s]", (text or "").strip().lower())[0]
    return _SAME.get(code, code) if re.fullmatch(r"[a-z]{2,3}", code) else None


def language_of(text: str, declared: str | None) -> tuple[Candidate, ...]:
    """Return what speaks for a language, the chosen one first; nothing is chosen for a short text.

    ``declared`` is what the page or its site says. Identifier: Resiliparse's comparison of character profiles
    (Bevendorff et al. 2018), 0.03 ms a text; the distance it gives is small for a good fit.
    """
    claim = declared_language(declared)
    claims = (Candidate(claim, "meta", 0.7, "lang"),) if claim else ()
    sample = text[:_SAMPLE]
    if len(sample) < _ENOUGH // (1 if sample.isascii() else 4):
        return claims
    script = _by_script(sample)
    if script:
        return (Candidate(script, "detected", 0.99, "script", chosen=True), *claims)
    found = _nearest(sample)
    if len(sample) < _ENOUGH or not found:
        return claims
    best, distance = found[0]
    fits = {_SAME.get(code, code): rank for code, rank in reversed(found)}
    if claim and fits.get(claim, 9999) <= distance + _NEAR:
        return (
            Candidate(claim, "detected", 0.98, f"words, distance {fits[claim]}", chosen=True, reason="as declared"),
        )
    sure = distance <= _GOOD
    told = None if sure else _by_words(sample)
    if told:
        return (Candidate(told, "detected", 0.95, "its commonest words", chosen=True), *claims)
    one = Candidate(
        _SAME.get(best, best), "detected", 0.95 if sure else 0.6, f"words, distance {distance}", chosen=sure
    )
    return (one, *claims)


def _nearest(sample: str) -> list[tuple[str, int]]:
    found: Any = detect_fast(sample, n_results=8)
    return list(found)


def _by_words(sample: str) -> str | None:
    """Return the language of a script that several are written in, by the commonest words that it alone has.

    >>> _by_words("नाव बंद है और लोग बस में जाते हैं"), _by_words("नाव बंद आहे")
    ('hi', None)
    """
    words = _SPACES.split(sample)
    counts = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    best, second = sorted(counts, key=lambda language: -counts[language])[:2]
    return best if counts[best] >= _MANY and counts[best] > 2 * counts[second] else None


def _by_script(sample: str) -> str | None:
    """Return the language whose script most letters are in; a few kana or hangul decide against Chinese."""
    if sample.isascii():
        return None
    letters = sum(map(str.isalpha, sample))
    if sum(map(len, _ANY_SCRIPT.findall(sample))) <= 0.1 * letters:
        return None
    for language, pattern in _SCRIPTS:
        share = len(pattern.findall(sample)) / max(letters, 1)
        if share > (0.1 if language == "ja" else 0.3):
            return language
    return None
