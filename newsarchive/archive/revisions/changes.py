"""Tells what kind of change lies between two versions of an article; in doubt it is a substantive one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from newsarchive.archive.revisions.content import Content
from newsarchive.archive.revisions.diffs import WORD, Piece, word_diff
from newsarchive.archive.revisions.retractions import is_retraction
from newsarchive.text import CJK, CJK_RUN, normalised, spelt_alike

# -5, 3.5, €12,500, 30 %: with the signs that say what they count
_FIGURE = re.compile(rf"(?:(?<![^\W{CJK}])[-−+])?[$€£¥₹₽₩₺]?\d+(?:[.,:/٫٬]\d+)*(?:\s?[%‰°])?")
# the the, 费费用
_DOUBLED = re.compile(rf"\b([^\W\d_]+)(?:\s+\1)+\b|(?![〇零一二三四五六七八九十百千万亿])([{CJK}])\2+")
# signs that change what is said: C++, A+ and A, a question and an answer
_TELLING = frozenset("?؟")
_TELLING_KINDS = frozenset(["Sc", "Sm", "Mn", "Mc"])
# characters that are mixed up with one another, or left over
_SLIPS = (
    "的地得 了着 在再 做作 座坐 哪那 他她它 们 把吧 和及与 之 以已 像象 账帐 查察 止至 检捡 带戴 竟竞 即既 须需 辩辨"
    " 拔拨 燥躁 练炼 密蜜 幅副 을를 은는 이가 와과"
).split()
_FUNCTION_WORDS = frozenset("a an the of to in on at and or is are was were be that this it".split())
_SHORTEST, _SHORTEST_NAME, _LONG = 5, 6, 10  # letters: sixty and sixth, Gambia and Zambia are no slips


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
    lines = content.body.splitlines()
    return is_retraction([content.title or "", *lines[:2], *lines[-1:]])


def _is_slip(before: str, after: str) -> bool:
    """Say whether the texts differ in slips of the pen only, none of them many."""
    old, new = _paragraphs(before), _paragraphs(after)
    if _FIGURE.findall(old) != _FIGURE.findall(new):
        return False
    hunks = list(_hunks(word_diff(old, new)))
    return len(hunks) <= 20 and all(_is_small(*hunk) for hunk in hunks)


def _paragraphs(text: str) -> str:
    return "\n".join(_DOUBLED.sub(r"\1\2", line) for line in map(normalised, text.splitlines()) if line)


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
    one, two = _letters(old), _letters(new)
    if one == two:
        return True
    if CJK_RUN.search(one + two):
        return max(len(one), len(two)) <= 2 and any(set(one + two) <= set(group) for group in _SLIPS)
    return _is_misspelling(old, new)


def _letters(text: str) -> str:
    """Return what is left without punctuation, white space and what is spelt in two ways."""
    return "".join(filter(_is_telling, spelt_alike(text)))


def _is_telling(char: str) -> bool:
    return char.isalnum() or char in _TELLING or unicodedata.category(char) in _TELLING_KINDS


def _is_misspelling(old: str, new: str) -> bool:
    words, others = WORD.findall(old), WORD.findall(new)
    if not words or not others:
        return bool(words or others) and {word.lower() for word in words + others} <= _FUNCTION_WORDS
    return len(words) == len(others) and all(_is_near(word, other) for word, other in zip(words, others, strict=True))


def _is_near(word: str, other: str) -> bool:
    """Say whether two neighbouring letters were swapped, or one was left out, added or, in a long word, changed.

    What begins or ends otherwise is another word: unable, victims. So is a name in which one letter is another.
    """
    one, two = _letters(word), _letters(other)
    if one == two:
        return True
    start, end = _shared_ends(one, two)
    rest, changed = one[start : len(one) - end], two[start : len(two) - end]
    # where letters have no case, any word may be a name: محمود and محمد
    named = not (word[0].islower() and other[0].islower())
    if min(len(one), len(two)) < (_SHORTEST_NAME if named else _SHORTEST):
        return False
    if len(rest) == len(changed) == 2:
        return rest == changed[::-1]
    if not start or not end or len(rest) > 1 or len(changed) > 1:
        return False
    return len(rest) != len(changed) or (len(one) >= _LONG and not named)


def _shared_ends(one: str, two: str) -> tuple[int, int]:
    """Return how many letters at the start and, of the rest, at the end are the same."""
    most = min(len(one), len(two))
    start = next((place for place in range(most) if one[place] != two[place]), most)
    end = next((place for place in range(most - start) if one[-1 - place] != two[-1 - place]), most - start)
    return start, end
