"""Reads a search query: words, "phrases", prefix* and CJK strings, each with the pattern that a hit must contain.

They stand together: each clause must hold. ``OR`` joins alternatives into one clause, ``NOT`` or ``-`` turns one round,
``title:`` looks into the title alone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from newsarchive.items import NewsarchiveError
from newsarchive.text import CJK, CJK_RUN, SEPARATORS, bigrams, folded

# a "quoted phrase", or whatever stands between spaces; either may be excluded, or sought in the title
_TERM = re.compile(
    r"(?P<excluded>-(?=\S))?(?P<title>title[:：](?=\S))?"
    r"(?:[\"“”](?P<phrase>[^\"“”]*)[\"“”]|(?P<bare>[^\s\"“”]+))"
)
_OR, _AND, _NOT = "OR", "AND", "NOT"
_LETTER = rf"[^\W_{CJK}]"  # a letter or digit of a script that puts spaces between words
_PIECES = re.compile(rf"(?P<cjk>[{CJK}]+)|(?P<word>{_LETTER}+)")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that an article may contain.

    ``exact`` and ``prefixes`` are words for the index, which the article then surely has; ``pattern`` finds the term
    in the folded text, and ``literal``, if there is one, in most texts as they are. A CJK term is found wherever the
    characters stand; a word only as a whole word. ``in_title`` says that only the title counts.
    """

    exact: tuple[str, ...]
    prefixes: tuple[str, ...]
    pattern: re.Pattern[str]
    literal: str | None = None
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """Terms of which an article must contain at least one, or, if ``excluded``, none."""

    terms: tuple[Term, ...]
    excluded: bool = False


def parse(query: str) -> list[Clause]:
    """Return the clauses of a query, all of which must hold; none if it asks for nothing.

    >>> [[(term.exact, term.prefixes) for term in clause.terms] for clause in parse('疫情 "new york" OR vaccin*')]
    [[(('疫情',), ())], [(('new', 'york'), ()), ((), ('vaccin',))]]
    >>> [clause.excluded for clause in parse("ferry NOT aground")]
    [False, True]
    """
    clauses: list[Clause] = []
    operators: set[str] = set()
    for match in _TERM.finditer(query):
        if match[0] in (_OR, _AND, _NOT):
            operators.add(match[0])
            continue
        term = _term(match["phrase"] or match["bare"] or "")
        if term is None:
            continue
        term = replace(term, in_title=bool(match["title"]))
        excluded = bool(match["excluded"]) or _NOT in operators
        if _OR in operators and clauses:
            clauses[-1] = _either(clauses[-1], term, excluded)
        else:
            clauses.append(Clause((term,), excluded))
        operators.clear()
    return clauses


def _either(clause: Clause, term: Term, excluded: bool) -> Clause:
    if excluded:
        raise NewsarchiveError("What follows OR cannot be excluded; write it without NOT or - in front.")
    return replace(clause, terms=(*clause.terms, term))


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
