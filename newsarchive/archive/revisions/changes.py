"""Tells what kind of change lies between two versions of an article; in doubt it is a substantive one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.archive.revisions.content import Content
from newsarchive.archive.revisions.diffs import Piece, word_diff
from newsarchive.text import CJK, CJK_RUN, folded, normalised

# What a site writes in the place, or at the head or foot, of an article that it takes back.
_RETRACTED = re.compile(
    r"^(?:[^.:]{0,40}: )?(?:this|the|our) (?:article|story|report) (?:has been|was|is) (?:retracted|withdrawn|removed)"
    r"|^retract(?:ed|ion)\b"
    r"|^(?:[^.:]{0,40}: )?(?:dieser|der) (?:artikel|beitrag|text) wurde (?:zurückgezogen|entfernt|gelöscht)"
    r"|^cet? (?:article|texte) a été (?:retiré|supprimé|dépublié)"
    r"|^est[ea] (?:artículo|texto|nota) ha sido (?:retirad|eliminad)"
    r"|(?:本文|该文|此文|本稿|该稿)(?:件|章)?(?:已|已经|现)(?:被)?(?:撤回|撤稿|撤下|删除)|^撤稿|撤稿声明"
    r"|(?:この|本)記事(?:を|は)(?:撤回|削除|取り消)|이 기사(?:를|는) (?:철회|삭제)"
)
_FIGURE = re.compile(
    r"\d|[〇零一二两三四五六七八九十百千万亿半]"
    r"|\b(?:one|two|three|half|hundred|thousand|million|billion|trillion)\b"
)
_NEGATION = re.compile(
    r"[不没沒未无無非否勿莫]|n['’]t\b|ない|ません|아니|않"
    r"|\b(?:no|not|nor|never|none|nobody|nothing|without|cannot|nicht|nie|niemals|kein\w*|ohne"
    r"|ne|pas|jamais|sans|aucune?|sin|nunca|non|mai|senza|não|нет|не|ни|без)\b"
)
# characters that are mixed up or left over
_SLIPS = frozenset("的地得了着在再做作座坐哪那他她它们吧把与和及之以已像象，。、；：！？,.;:!? ")
_FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "be",
        "that",
        "this",
        "it",
    ]
)
_WORD = re.compile(rf"[^\W_{CJK}]+")


def kind_of_change(before: Content, after: Content) -> str:
    """Return ``typo``, ``headline``, ``substantive`` or ``retraction``.

    A typo changes neither figures, names nor negation: punctuation, a misspelt or doubled word. A headline is a
    change of the title while the text says the same. Everything else is substantive.
    """
    if _takes_back(after) and not _takes_back(before):
        return "retraction"
    if (before.source, before.published) != (after.source, after.published):
        return "substantive"
    if not _is_slip(before.body, after.body):
        return "substantive"
    return "typo" if _is_slip(before.title or "", after.title or "") else "headline"


def _takes_back(content: Content) -> bool:
    ends = [content.title or "", *content.body.splitlines()[:2], *content.body.splitlines()[-1:]]
    return any(_RETRACTED.search(line.lower()) for line in ends)


def _is_slip(before: str, after: str) -> bool:
    """Say whether the texts differ in slips of the pen only, none of them many."""
    hunks = list(_hunks(word_diff(_paragraphs(before), _paragraphs(after))))
    return len(hunks) <= 20 and all(_is_small(old, new) for old, new in hunks)


def _paragraphs(text: str) -> str:
    return "\n".join(filter(None, map(normalised, text.splitlines())))


def _hunks(pieces: list[Piece]) -> Iterator[tuple[str, str]]:
    """Yield what was replaced by what, either of them perhaps empty."""
    old = ""
    for piece in [*pieces, Piece("equal", "")]:
        if piece.kind == "delete":
            old = piece.text
        elif piece.kind == "insert":
            yield old, piece.text
            old = ""
        elif old:
            yield old, ""
            old = ""


def _is_small(old: str, new: str) -> bool:
    """Say whether replacing one by the other leaves what is said as it was."""
    if _letters(old) == _letters(new):
        return True
    if any(_marks(pattern, old) != _marks(pattern, new) for pattern in (_FIGURE, _NEGATION)):
        return False
    if CJK_RUN.search(old + new):
        return len(old) <= 2 and len(new) <= 2 and set(old + new) <= _SLIPS
    return _is_misspelling(old.strip(), new.strip())


def _marks(pattern: re.Pattern[str], text: str) -> list[str]:
    return pattern.findall(text.lower())


def _letters(text: str) -> str:
    """Return what is left without punctuation and white space."""
    return "".join(char for char in text if char.isalnum())


def _is_misspelling(old: str, new: str) -> bool:
    words, others = _WORD.findall(old), _WORD.findall(new)
    if not words or not others:
        return {word.lower() for word in words + others} <= _FUNCTION_WORDS
    if len(words) != len(others):
        return "".join(words).lower() == "".join(others).lower()
    return all(_is_near(word, other) for word, other in zip(words, others, strict=True))


def _is_near(word: str, other: str) -> bool:
    """Say whether one letter was left out, added, changed or two swapped; in short words and names that says more."""
    one, two = folded(word), folded(other)
    if one == two:
        return True
    named = word[:1].isupper() or other[:1].isupper()
    if min(len(one), len(two)) < (6 if named else 4):
        return False
    return sorted(one) == sorted(two) or _differs_by_one_letter(one, two)


def _differs_by_one_letter(one: str, two: str) -> bool:
    start = next((place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    rest, other = one[start:], two[start:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
