"""Reads a search query: words, "phrases", prefix* and strings without spaces, each with the pattern of a hit.

They stand together: each clause must hold. ``OR`` joins alternatives into one clause, ``NOT`` or ``-`` turns one round,
``title:`` looks into the title alone. Simplified and traditional Chinese find each other, except in quotes, and ü
finds ue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsarchive.items import NewsarchiveError
from newsarchive.query.terms import Term, terms_of

# a "quoted phrase", or whatever stands between spaces; either may be excluded, or sought in the title
_TERM = re.compile(
    r"(?P<excluded>-(?=\S))?(?P<title>title[:：](?=\S))?"
    r"(?:[\"“”](?P<phrase>[^\"“”]*)[\"“”]|(?P<bare>[^\s\"“”]+))"
)
_OR, _AND, _NOT = "OR", "AND", "NOT"


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
        quoted = match["phrase"] is not None
        terms = terms_of(match["phrase" if quoted else "bare"], quoted=quoted, in_title=bool(match["title"]))
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
