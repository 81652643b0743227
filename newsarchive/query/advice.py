"""Says what in a search query is not read as its writer may think."""

from __future__ import annotations

import re

from newsarchive.query import parse

_QUOTED = re.compile(r"[\"“”][^\"“”]*[\"“”]")
_FIELD = re.compile(r"(?<![^\s(-])(body|text|site|tag|language|from|to|date):(?!//)")  # site:harbour
_SENTENCES = {
    **dict.fromkeys(("body", "text"), "Leave it away: words are sought in title and text."),
    **{name: f"Narrow the search with --{name}." for name in ("site", "tag", "language")},
    **dict.fromkeys(("from", "to", "date"), "Narrow the search with --from and --to."),
}
_MISREAD = (
    (re.compile(r"[\"“”]"), "A quotation mark is not closed; what follows it is read word by word."),
    (
        re.compile(r"\bNEAR\b"),
        "NEAR is a word like others here; put words that stand together between quotation marks.",
    ),
    (
        re.compile(r"\((?!\S+(?: OR \S+)*\))[^()]*\s[^()]*\)"),
        "Brackets do not group: OR joins the two terms beside it, all the others must occur.",
    ),
    (re.compile(r"\*\w"), "* stands for the rest of a word, only at its end."),
)


def advice(query: str) -> list[str]:
    """Return sentences about a query; none for most.

    >>> advice('"night ferry" site:harbour')
    ['site: is a word like others here, only title: is more. Narrow the search with --site.']
    """
    outside = _QUOTED.sub("…", query)
    given = [
        f"{name}: is a word like others here, only title: is more. {_SENTENCES[name]}"
        for name in _FIELD.findall(outside)
    ]
    given += [sentence for pattern, sentence in _MISREAD if pattern.search(outside)]
    return given if parse(query) else ["Say what to search for, beside OR, AND and NOT.", *given]
