"""First names, the names of users and names in capitals, as another place of the page names the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from newsarchive.extraction.fields.names import is_person
from newsarchive.extraction.known import key
from newsarchive.items import Candidate

_LINKED: Final = ("link to author", "rel=author")
_FULL: Final = re.compile(r"[^\W\d_][^\W\d_A-Z]+\s")  # Ann Lee, not NBC News


def completed(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates, with first names and the names of users (itarr) made whole by the one person of both.

    A name in capitals is written as another place writes it.
    """
    persons = {one.value: one.origin for one in found if _FULL.match(one.value) and is_person(one.value)}
    printed = {name for name, origin in persons.items() if origin == "byline"}
    printed |= {one.value for one in found if one.where.startswith(_LINKED) and _FULL.match(one.value)}
    whole = {name.partition(" ")[0]: name for name in sorted(printed)}
    clear = len(whole) == len(printed)
    written = {name.upper(): name for name in persons}
    for one in found:
        value = written.get(one.value, one.value)
        value = whole.get(value, value) if clear else value
        if " " not in value and value.islower():
            owners = [name for name in persons if _is_user(value, name)]
            value = owners[0] if len(owners) == 1 else value
        yield replace(one, value=value)


def _is_user(user: str, name: str) -> bool:
    """Say whether the name of a user has the initial and the family name of a person."""
    return user.startswith(name[0].casefold()) and user.endswith(key(name.rpartition(" ")[2]))
