"""Names that a page prints without a word such as By: beside the date, alone on a line, over an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Final

from newsarchive.dates import read_date
from newsarchive.dates.relative import is_time_ago
from newsarchive.extraction.fields.labels import BORDER
from newsarchive.extraction.fields.names import SHORTENED, clean_name, is_person, people
from newsarchive.extraction.fields.names.agencies import NEWS_AGENCY
from newsarchive.extraction.fields.names.bywords import OTHERS_WORK
from newsarchive.extraction.fields.names.givennames import has_given_name
from newsarchive.extraction.fields.names.japanese import NAME
from newsarchive.extraction.fields.names.roles import ROLE
from newsarchive.extraction.fields.zone import LINE, Line, Zone
from newsarchive.extraction.known import key
from newsarchive.extraction.page.elements import TextBlock

NAME_WORD: Final = (
    r"(?:[^\W\d_a-zß-ÿ][\w.'’\u0300-\u036f\u064b-\u065f\u0900-\u0e4f-]*"  # also the marks that are no letters
    r"|(?:von|van|de|der|den|del|della|di|da|du|la|le|zu|ten|bin|al|el|dos)(?=(?:\s[a-z]{2,4})?\s[^\W\d_a-zß-ÿ]))"
)
NAMES: Final = rf"{NAME_WORD}(?:[ \xa0]{NAME_WORD}){{0,4}}"  # no further than to the border of an element
# A line that is no more than that has the name under it; "Text" alone heads settings for readers.
_LONE_BY: Final = re.compile(
    r"(?:(?:article |story |texte? )?"
    r"(?:written|posted|reported|words|story|rédigé|écrit|escrito|scritto|geschrieben)?\s?"
    r"(?:by|par|por|von|da|di)|authors?|autor(?:in)?|auteur|autore|автор)\s?:?",
    re.I,
)
_PART: Final = re.compile(rf"{BORDER}|\s*[|·•—–]\s*|\s(?:[-/]|//)\s")
_MAY_SIGN: Final = re.compile(rf" |^(?:{NEWS_AGENCY.pattern})(?![^\W_])")  # Ann Lee, dpa/lrs
_PLACE: Final = re.compile(r"\b(?:in|en|dans|bei|under)\s*$", re.I)  # Published in
_BESIDE_DATE: Final = re.compile(
    rf"^({NAMES})\s?[,|·•/–-]?\s*(?=\d)|\d\s?(?:Uhr)?\s?[,;|·•/–(-]\s?({NAMES})\)?$|\d[:.h]\d\d\s({NAME_WORD}\s{NAMES})$"
)
_CREDIT: Final = re.compile(r"(?:quelle|source|photo|foto|bild|image|credit)\b", re.I)
_DATELINE: Final = re.compile(rf"[^a-zß-ÿ()]+\((?:{NEWS_AGENCY.pattern})\)")  # NEW HAVEN (AP)
_LONE: Final = 60
_DATED: Final = 90  # letters of a line with two dates and their labels
_NOT_LONE: Final = frozenset(("h1", "h2", "h3", "figcaption"))
NEAR_TITLE: Final = 6
_WRITER: Final = re.compile(
    r"(?:journalist(?:in|e)?|report[eè]re?|korrespondent|giornalista|periodista)\s(?=\S+\s\S)", re.I
)
_FROM_NUMBER: Final = re.compile(r"(?<=[^\W\d_]{3})\s\d\d?(?!\d).*")  # Ann Lee and Bo Yu 3 March 2026
# What sections and places are called, and what others did: Local News, Landkreis Nordufer, Traduzione di.
_OF_NOBODY: Final = re.compile(
    rf"^(?:{OTHERS_WORK})\s|(?<!\w)(?:(?:breaking|latest|local|world) news|nachrichten|aktuelles?|lokal\w*|locale?s?"
    r"|(?:land)?kreis|noticias|notícias|notizie|cronaca|actualités?|ciudad|wiadomości|aktualności|zprávy|haberleri?"
    r"|son dakika|berita|thời sự|știri|hírek|uutiset|nyheter|nyheder|nieuws|новини|новости|вести|vijesti|νέα|ειδήσεις"
    r"|լուրեր|read (?:more|next))(?!\w)",
    re.I,
)
_ADDRESS: Final = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_CONTACT: Final = re.compile(rf"\b(?:[Cc]ontact|[Rr]each|[Ee]mail|[Kk]ontakt)\s({NAMES})\s\w+\s$")  # Reach Ann Lee at
_NAME: Final = 40


def beside_date(line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names that share a line with its date, parted from it by a sign or the border of an element."""
    parts = parts_of(line, fetched_at)
    if len(parts) > 1 and any(any(map(str.isdigit, part)) and _is_dated(part, fetched_at) for part in parts):
        of_persons = (part for before, part in pairwise(["", *parts]) if not _PLACE.search(before))
        signing = (_FROM_NUMBER.sub("", part) for part in of_persons if _MAY_SIGN.search(part.strip()))
        names = [name for part in signing for name in _persons(part)]
        if names:
            yield from ((name, "in dated line") for name in names)
            return
    match = _BESIDE_DATE.search(line.text)
    yield from ((name, "beside date") for name in (match.groups() if match else ()) if name)


def parts_of(line: Line, fetched_at: datetime | None) -> list[str]:
    """Return what signs and the borders of elements part in a line, or a comma before a date: "Ann Lee, Jan 9 2026"."""
    parts = [part for part in _PART.split(BORDER.join(line.pieces)) if part.strip()]
    head, _, rest = line.text.partition(", ") if len(parts) == 1 else ("", "", "")
    return [head, rest] if has_given_name(head) and is_date(rest, fetched_at) else parts


def is_date(text: str, fetched_at: datetime | None) -> bool:
    """Say whether a text is a date, maybe with its label and time, and little else."""
    return len(text) <= _DATED and any(map(str.isdigit, text)) and _is_dated(text, fetched_at)


def _is_dated(text: str, fetched_at: datetime | None) -> bool:
    """Say whether a text has a date, in Persian figures, too: ۱۴۰۴/۰۸/۲۸."""
    return bool(read_date(text, base=fetched_at, language="fa")) or is_time_ago(text.strip())


def _persons(text: str) -> list[str]:
    """Return the persons that a line names: words in capitals, if there are any, before mere abbreviations."""
    names = [name for name in people(text) if is_person(name)]
    return [name for name in names if " " in name] or names


def lone_names(line: Line) -> list[str]:
    """Return the persons of a line below the title that begins with a name and says little else."""
    text = line.text
    if text.endswith(")") and _DATELINE.fullmatch(text):
        return []
    may_be = line.distance > 0 and len(text) < _LONE and text.isprintable() and line.block.element.tag not in _NOT_LONE
    names = _persons(text) if may_be and (text[0].isupper() or not text[0].isalpha()) else []
    return [] if names and _OF_NOBODY.search(text) else names


def kind_of_lone(zone: Zone, line: Line, fetched_at: datetime | None) -> str:
    """Say what speaks for a name that fills a line by itself.

    That it opens the text in bold, or stands in bold above a role, that it stands under a word such as By, or above a
    date, be it with a role between them.
    """
    place = line.place
    above = zone.page.blocks[place - 1].text if place else ""
    below = [block.text for block in zone.page.blocks[place + 1 : place + 3]]
    role = any(map(ROLE.fullmatch, below[:1]))
    bold = line.block.strong_chars >= len(line.block.text) and line.block.element.tag != "li"
    if bold and (role or _opens_text(zone, line.block)):
        return "bold name"
    if _LONE_BY.fullmatch(above):
        return "by"
    if ROLE.fullmatch(line.text.partition(", ")[2]) or _WRITER.match(line.text):
        return "name with role"
    named = (
        " " in line.text
        or NEWS_AGENCY.fullmatch(line.text)
        or NAME.fullmatch(line.text)
        or SHORTENED.fullmatch(line.text)
    )
    near = line.distance <= NEAR_TITLE
    shared = role or (
        has_given_name(line.text) and any(map(has_given_name, below[:1]))
    )  # two names, one above the other
    under = (below[-1:] if shared else below[:1]) if named and near else []
    if any(len(text) < LINE and _is_dated(text, fetched_at) for text in under):
        return "name above date"
    if place > zone.first or not near or (named and any(map(_CREDIT.match, below[:1]))):
        return "lone name"
    last = place >= zone.first - 1 and line.distance > 1 and is_date(above, fetched_at)
    return "given name" if has_given_name(line.text) or last and not line.block.anchors else "lone name"


def is_beside_date(zone: Zone, line: Line, fetched_at: datetime | None) -> bool:
    """Say whether a line stands right above or below one that is a date."""
    around = zone.page.blocks[max(0, line.place - 1) : line.place + 2]
    return any(is_date(block.text, fetched_at) for block in around)


def with_addresses(zone: Zone) -> Iterator[str]:
    """Yield the persons behind whose names, or under them, their addresses for mail stand: ann.lee@post.example."""
    for line in zone.lines:
        address = _ADDRESS.search(line.text) if "@" in line.text and len(line.text) <= LINE else None
        if not address:
            continue
        above = zone.page.blocks[line.place - 1].text if line.place and not address.start() else ""
        before = line.text[: address.start()]
        named = _CONTACT.search(before)
        for text in (named[1] if named else before, above):
            name = clean_name(text) if len(text) <= _NAME else None
            if name and is_person(name) and key(name.split()[-1]) in key(address[1]):
                yield name


def _opens_text(zone: Zone, block: TextBlock) -> bool:
    """Say whether a block stands where the text begins."""
    begin = zone.first
    return block in zone.page.blocks[max(0, begin - 1) : begin + 2]
