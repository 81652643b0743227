"""What meta elements hold besides their own value: JSON, or the label of another one's."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

_PARSELY: Final = {
    "title": "parsely-title",
    "author": "parsely-author",
    "authors": "parsely-author",
    "pub_date": "parsely-pub-date",
    "section": "parsely-section",
    "tags": "parsely-tags",
}
# The label that a plug-in of WordPress gives the author on cards, in the language of the site.
_WRITTEN: Final = re.compile(
    r"written by|verfasst von|geschrieben von|écrit par|rédigé par|escrito por|scritto da|geschreven door|skriven av"
    r"|skrevet a[vf]|kirjoittaja|napisane przez|napsal\(a\)|szerző|scris de|yazan|автор|написано|γράφτηκε από|作者"
    r"|執筆者|글쓴이|ditulis oleh|được viết bởi|كُتب بواسطة|נכתב על ידי|เขียนโดย",
    re.I,
)


def packed_metas(metas: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Return names and values of what "parsely-page" holds, and the author whom the labels of cards name.

    >>> packed_metas({"parsely-page": ['{"author": "Ann Lee"}'], "twitter:label1": ["Written by"]})
    [('parsely-author', 'Ann Lee')]
    """
    labels = zip(metas.get("twitter:label1", ()), metas.get("twitter:data1", ()), strict=False)
    found = [("twitter:author", text) for label, text in labels if _WRITTEN.fullmatch(label)]
    for packed in metas.get("parsely-page", ())[:1]:
        try:
            facts = json.loads(packed, strict=False)
        except (ValueError, RecursionError):
            continue
        for key, name in _PARSELY.items() if isinstance(facts, dict) else ():
            values = facts.get(key)
            listed = values if isinstance(values, list) else [values]
            found += [(name, text) for text in listed if isinstance(text, str) and text]
    return found
