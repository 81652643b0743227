"""Reads a search query: words, "phrases", prefix* and CJK strings, each with the pattern that a hit must contain."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from newsarchive.text import CJK, CJK_RUN, SEPARATORS, bigrams, folded

# a "quoted phrase", or whatever stands between spaces
_TERM = re.compile(r"[\"“”](?P<phrase>[^\"“”]*)[\"“”]|(?P<bare>[^\s\"“”]+)")
_LETTER = rf"[^\W_{CJK}]"  # a letter or digit of a script that puts spaces between words
_PIECES = re.compile(rf"(?P<cjk>[{CJK}]+)|(?P<word>{_LETTER}+)")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that an article must contain.

    ``exact`` and ``prefixes`` are words for the index, which the article then surely has; ``pattern`` finds the term
    in the folded text, and ``literal``, if there is one, in most texts as they are. A CJK term is found wherever the
    characters stand; a word only as a whole word.
    """

    exact: tuple[str, ...]
    prefixes: tuple[str, ...]
    pattern: re.Pattern[str]
    literal: str | None = None


def parse(query: str) -> list[Term]:
    """Return the terms of a query; none if it asks for nothing.

    >>> [(term.exact, term.prefixes) for term in parse('疫情 "new york" vaccin* 5G网')]
    [(('疫情',), ()), (('new', 'york'), ()), ((), ('vaccin',)), ((), ('网',))]
    """
    found = (_term(match["phrase"] or match["bare"] or "") for match in _TERM.finditer(query))
    return [term for term in found if term]


def _term(written: str) -> Term | None:
    text = folded(written).strip()
    if not text.rstrip("*"):
        return None
    return _cjk_term(text.rstrip("*")) if CJK_RUN.search(text) else _word_term(text)


def _cjk_term(text: str) -> Term:
    """Ask the index for what lies inside the term: words at its edges may be parts of longer ones."""
    exact: list[str] = []
    prefixes: list[str] = []
    for match in _PIECES.finditer(text):
        piece = match[0]
        if match["cjk"] and len(piece) > 1:
            exact += bigrams(piece)[:-1]
        elif match["cjk"] or match.end() == len(text):
            prefixes.append(piece)
        elif match.start() > 0:
            exact.append(piece)
    literal = text if CJK_RUN.fullmatch(text) else None
    return Term(tuple(exact), tuple(prefixes), re.compile(re.escape(text)), literal)


def _word_term(text: str) -> Term:
    open_end = text.endswith("*")
    words = [word for word in SEPARATORS.split(text) if word]
    if not words:
        return Term((), (), re.compile(re.escape(text)))
    literal = r"[\W_]+".join(map(re.escape, _spelled(text)))
    pattern = re.compile(f"(?<!{_LETTER}){literal}{'' if open_end else f'(?!{_LETTER})'}")
    return Term(tuple(words[:-1] if open_end else words), tuple(words[-1:] if open_end else ()), pattern)


def _spelled(text: str) -> list[str]:
    """Return the words with the marks that the index leaves out: Devanagari writes its vowels as marks."""
    return "".join(char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in text).split()
