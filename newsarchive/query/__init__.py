"""Reads a search query: words, "phrases", prefix* and strings without spaces, each with the pattern of a hit.

They stand together: each clause must hold. ``OR`` joins alternatives into one clause, ``NOT`` or ``-`` turns one round,
``title:`` looks into the title alone. Simplified and traditional Chinese find each other, except in quotes, and ü
finds ue.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsarchive.han import forms, one_form
from newsarchive.items import NewsarchiveError
from newsarchive.text import (
    CJK_RUN,
    SEPARATORS,
    SOUTHEAST,
    SOUTHEAST_MARKS,
    UNSPACED,
    UNSPACED_RUN,
    bigrams,
    searchable,
    spelt_alike,
)

# a "quoted phrase", or whatever stands between spaces; either may be excluded, or sought in the title
_TERM = re.compile(
    r"(?P<excluded>-(?=\S))?(?P<title>title[:：](?=\S))?"
    r"(?:[\"“”](?P<phrase>[^\"“”]*)[\"“”]|(?P<bare>[^\s\"“”]+))"
)
# characters that fold into CJK ones or signs, or join the one before: ㈱ ﾆ ⼈ 豈 ￡
COMPATIBLE = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3036-\u303a\u3099-\u309c\u309f\u30ff\u3131-\u318e\u3192-\u319f\u3200-\u33ff\uf900-\ufaff"
    "\uff65-\uffee\U0001f200-\U0001f251\U0002f800-\U0002fa1f]"
)
_SIGNS = {"So", "Sc"}  # what is no other sign folded: € 🚢
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_OR, _AND, _NOT = "OR", "AND", "NOT"
_LETTER = rf"[^\W_{UNSPACED}]"  # a letter or digit of a script that puts spaces between words
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


@dataclass(frozen=True, slots=True)
class Clause:
    """Terms of which an article must contain at least one, or, if ``excluded``, none."""

    terms: tuple[Term, ...]
    excluded: bool = False

    def holds(self, title: str, body: str) -> bool:
        """Say whether it holds for an article."""
        found = any(term.count(title) or (not term.in_title and term.count(body)) for term in self.terms)
        return found != self.excluded


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
        terms = _terms(match)
        if not terms:
            continue
        excluded = bool(match["excluded"]) or _NOT in operators
        if _OR in operators and clauses:
            clauses[-1] = _either(clauses[-1], terms, excluded)
        else:
            clauses.append(Clause(terms, excluded))
        operators.clear()
    return clauses


def match_expression(clauses: Iterable[Clause]) -> str:
    """Return what FTS5 must match to find at least the articles for which the clauses hold; empty if it cannot help.

    >>> match_expression(parse('国务院 5G OR "new york" NOT cafés'))
    '(("国务" AND "务院")) AND (("5g") OR ("new" AND "york"))'
    """
    asked = [[" AND ".join(term.words()) for term in clause.terms] for clause in clauses if not clause.excluded]
    return " AND ".join(f"({' OR '.join(f'({words})' for words in either)})" for either in asked if all(either))


def index_suffices(clauses: Iterable[Clause]) -> bool:
    """Say whether the index alone finds no other articles: one word or pair of characters a term, anywhere.

    >>> [index_suffices(parse(query)) for query in ("疫情 OR ferry", "国务院", '"new york"', "title:ferry")]
    [True, False, False, False]
    """
    return all(not clause.excluded and is_in_index(clause) for clause in clauses)


def is_in_index(clause: Clause) -> bool:
    """Say whether the index alone tells which articles have one of the terms of a clause."""
    return all(len(term.words()) == 1 and not (term.in_title or term.loose) for term in clause.terms)


def _either(clause: Clause, terms: tuple[Term, ...], excluded: bool) -> Clause:
    if excluded:
        raise NewsarchiveError("What follows OR cannot be excluded; write it without NOT or - in front.")
    return replace(clause, terms=(*clause.terms, *terms))


def _terms(match: re.Match[str]) -> tuple[Term, ...]:
    """Return a term, and as an alternative the way in which those write its umlauts who have none: Mueller."""
    quoted = match["phrase"] is not None
    written = unicodedata.normalize("NFC", match["phrase"] if quoted else match["bare"])
    spellings = [written] if quoted else dict.fromkeys([written, written.translate(_UMLAUTS)])
    found = (_term(each, quoted=quoted) for each in spellings)
    return tuple(replace(term, in_title=bool(match["title"])) for term in found if term)


def _term(written: str, *, quoted: bool) -> Term | None:
    text = spelt_alike(written).strip()
    if not text.rstrip("*"):
        return None
    as_written = quoted and any(len(forms(char)) > 1 for char in text)
    term = _unspaced_term(text.rstrip("*"), as_written) if UNSPACED_RUN.search(text) else _word_term(text)
    return replace(term, loose=as_written or any(char in SOUTHEAST or _is_mark(char) for char in text))


def _unspaced_term(text: str, as_written: bool) -> Term:
    """Ask the index for what lies inside the term: words at its edges may be parts of longer ones."""
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
        return Term((), (), pattern, pattern if set(map(unicodedata.category, text)) <= _SIGNS else None)
    first, *others = map(re.escape, _spelled(text))
    begun = f"{first}(?<!{_LETTER}{first})"  # not (?<!…) before the word: re looks for a text fast that it begins with
    pattern = re.compile(r"[\W_]+".join([begun, *others]) + ("" if open_end else f"(?!{_LETTER})"))
    return Term(tuple(words[:-1] if open_end else words), tuple(words[-1:] if open_end else ()), pattern)


def _spelled(text: str) -> list[str]:
    """Return the words with the marks that the index leaves out: Devanagari writes its vowels as marks."""
    return "".join(char if char.isalnum() or _is_mark(char) else " " for char in text).split()


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"
