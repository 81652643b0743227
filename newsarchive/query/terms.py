"""One thing that a query asks for: its words for the index, and the pattern that finds it in a text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from newsarchive.han import forms, one_form
from newsarchive.text import (
    CJK_RUN,
    JOINABLE,
    JOINERS,
    SEPARATORS,
    SOUTHEAST,
    SOUTHEAST_MARKS,
    UNSPACED,
    UNSPACED_RUN,
    bigrams,
    searchable,
    spelt_alike,
    without_invisible,
)

# characters that fold into CJK ones or signs, or join the one before: ㈱ ﾆ ⼈ 豈 ￡ ｡
COMPATIBLE = re.compile(
    "[\u1100-\u11ff\u2329\u232a\u2e80-\u2fdf\u3036-\u303a\u3099-\u309c\u309f\u30ff\u3131-\u318e\u3192-\u319f\u3200-\u33ff\uf900-\ufaff"
    "\ufe10-\ufe6f\uff5f-\uffee\U0001f12a\U0001f200-\U0001f251\U0002f800-\U0002fa1f]"
)
_SIGN = re.compile("[\u3001-\u303f]")  # 。「
_SIGNS = {"So", "Sc"}  # what is no other sign folded, as those: € 🚢
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_LETTER = rf"[^\W_{UNSPACED}]"  # a letter or digit of a script that puts spaces between words
_COMPOUND = re.compile("[\uac00-\ud7a3]{4,}")  # 교통정책, which some write 교통 정책
_PIECES = re.compile(rf"(?P<run>[{UNSPACED}]+)|(?P<word>{_LETTER}+)")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that an article may contain.

    ``exact`` and ``prefixes`` are words for the index, which the article then surely has; ``pattern`` finds the term
    in the ``compared`` text, and ``printed``, if there is one, in most texts as they are. A term of a script without
    spaces is found wherever the characters stand; a word only as a whole word. ``in_title`` says that only the title
    counts, ``loose`` that the index leaves something of the term out, ``as_written`` that simplified and traditional
    characters are different ones.
    """

    exact: tuple[str, ...]
    prefixes: tuple[str, ...]
    pattern: re.Pattern[str]
    printed: re.Pattern[str] | None = None
    in_title: bool = False
    loose: bool = False
    as_written: bool = False

    def count(self, text: str) -> int:
        """Count where a text has it, looking at the text as it is where that will do: folding costs ten times more."""
        if self.printed and not COMPATIBLE.search(text):
            return len(self.printed.findall(text))
        return len(self.pattern.findall(self.compared(text)))

    def compared(self, text: str) -> str:
        """Return a text in the form in which ``pattern`` finds the term."""
        return spelt_alike(text) if self.as_written else searchable(text)

    def words(self) -> list[str]:
        """Return what the index must have, as FTS5 writes it; nothing for punctuation."""
        return list(dict.fromkeys([f'"{word}"' for word in self.exact] + [f'"{word}" *' for word in self.prefixes]))


def terms_of(written: str, *, quoted: bool, in_title: bool) -> tuple[Term, ...]:
    """Return a term, and as alternatives other ways to write it: Mueller, and Persian in words for half-spaces."""
    text = unicodedata.normalize("NFC", written)
    plain = text if text.isascii() else without_invisible(text)
    spellings = [plain, *([] if quoted else [plain.translate(_UMLAUTS)]), *([text] if set(JOINERS) & set(text) else [])]
    found = (_term(each, quoted=quoted) for each in dict.fromkeys(spellings))
    return tuple(replace(term, in_title=in_title) for term in found if term)


def _term(written: str, *, quoted: bool) -> Term | None:
    text = spelt_alike(written).strip()
    if not text.rstrip("*"):
        return None
    as_written = quoted and any(len(forms(char)) > 1 for char in text)
    term = _unspaced_term(text.rstrip("*"), quoted, as_written) if UNSPACED_RUN.search(text) else _word_term(text)
    is_loose = as_written or term.loose or any(char in SOUTHEAST or _is_mark(char) for char in text)
    return replace(term, loose=is_loose)


def _unspaced_term(text: str, quoted: bool, as_written: bool) -> Term:
    """Ask the index for what lies inside the term: words at its edges may be parts of longer ones."""
    if not quoted and _COMPOUND.fullmatch(text):
        return _compound(text)
    exact: list[str] = []
    prefixes: list[str] = []
    letters = one_form(SOUTHEAST_MARKS.sub("", text))
    for match in _PIECES.finditer(letters):
        piece = match[0]
        if match["run"] and len(piece) > 1:
            exact += bigrams(piece)[:-1]
        elif match["run"] or match.end() == len(letters):
            prefixes.append(piece)
        elif match.start() > 0:
            exact.append(piece)
    pattern = re.compile(re.escape(text if as_written else one_form(text)))
    return Term(tuple(exact), tuple(prefixes), pattern, _printed(text, as_written), as_written=as_written)


def _compound(text: str) -> Term:
    """Find a Korean compound also where it is written apart, in words of two syllables and more."""
    pattern = re.compile(f"{text[:2]}{''.join(f' ?{each}' for each in text[2:-1])}{text[-1]}")
    return Term((text[:2], text[-2:]), (), pattern, pattern, loose=True)


def _printed(text: str, as_written: bool) -> re.Pattern[str] | None:
    """Return what finds a string of CJK characters in a text that is not folded."""
    if not CJK_RUN.fullmatch(text):
        return None
    written = [char if as_written else forms(char) for char in text]
    return re.compile("".join(f"[{each}]" if len(each) > 1 else each for each in written))


def _word_term(text: str) -> Term:
    open_end = text.endswith("*")
    words = [word for word in SEPARATORS.split(text) if word]
    if not words:
        pattern = re.compile(re.escape(text))
        is_itself = all(_SIGN.match(char) or unicodedata.category(char) in _SIGNS for char in text)
        return Term((), (), pattern, pattern if is_itself else None)
    first, *others = map(_joined, _spelled(text))
    # not (?<!…) before the word, if it can be: re looks for a text fast that it begins with
    begun = f"(?<!{_LETTER}){first}" if "[" in first else f"{first}(?<!{_LETTER}{first})"
    pattern = re.compile(r"[\W_]+".join([begun, *others]) + ("" if open_end else f"(?!{_LETTER})"))
    return Term(tuple(words[:-1] if open_end else words), tuple(words[-1:] if open_end else ()), pattern)


def _spelled(text: str) -> list[str]:
    """Return the words with the marks that the index leaves out: Devanagari writes its vowels as marks."""
    return "".join(char if char.isalnum() or _is_mark(char) else " " for char in text).split()


def _joined(word: str) -> str:
    """Return a pattern of a word that may have half-spaces in it, if it is of a script that is written with them."""
    return f"[{JOINERS}]*".join(word) if JOINABLE.search(word) else re.escape(word)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"
