"""Names that a page prints as its authors: after a label, beside the date, alone on a line, in the text's edges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from newsarchive.extraction.fields.authors.biographies import biographies
from newsarchive.extraction.fields.authors.datedlines import names_with_date
from newsarchive.extraction.fields.authors.eastasian import asian, chinese, japanese, names_in_text
from newsarchive.extraction.fields.authors.lonenames import (
    NAME_WORD,
    NAMES,
    NEAR_TITLE,
    beside_date,
    is_beside_date,
    is_date,
    kind_of_lone,
    lone_names,
    parts_of,
    with_addresses,
)
from newsarchive.extraction.fields.labels import BORDER
from newsarchive.extraction.fields.names import CASELESS, apart, is_caseless_name, people
from newsarchive.extraction.fields.names.bywords import AND, OTHERS_WORK, TEXTS
from newsarchive.extraction.fields.names.chinese import NUMBERS
from newsarchive.extraction.fields.names.hanzi import contributed, is_common
from newsarchive.extraction.fields.names.signed import is_signature, signed_names
from newsarchive.extraction.fields.names.vietnamese import signed_in_vietnam
from newsarchive.extraction.fields.zone import Line, Zone

# Reviewed by, photographs by: who did something else.
_ELSE: Final = re.compile(
    rf"(?:additional|edited|reviewed|images?|checked|beeld|bild(?:er)?|{OTHERS_WORK}"
    r"|(?<!story and )(?<!words and )(?<!text and )(?<!text[eo] et )(?<!test[eo] e )(?<!text[eo] y )(?<!text und )"
    r"(?:photograph\w*|photos?|pictures?|foto\w*))\s$",
    re.I,
)
_DONE: Final = (
    r"(?i:written|posted|reported|reporting|published|submitted|geschrieben|verfasst|gepostet|eingestellt|veröffentlicht|erstellt"
    r"|écrit|rédigé|publié|posté|escrito|publicado|redactado|geschreven|geplaatst|gepost|skrevet|skrivet|ditulis|napisane)\s"
)
# By Ann Lee and Bo Yu; Veröffentlicht am 1.2.2022 von Max Muster; Ein Interview von Eva Muster.
_BY_LINE: Final = re.compile(
    rf"(?<!\S)(?:(?:{_DONE})?(?:[Bb]y|BY|[Vv]on(?: unsere[rm]? \w+)?|VON|[Pp]ar|[Pp]or|[Dd]oor(?: onze \w+)?|[Pp]rzez"
    r"|[Aa][fv]|[Oo]leh)|berichtet|[Kk]irjoittanut|[Nn]apisała?|[Nn]apsala?|[Nn]apísala?"
    r"|[Dd]i|(?:[Ss]critto|[Pp]ubblicato|[Pp]ostato) da|[Dd]a(?=\s\S+\s\S+$)"
    rf"|(?:[Uu]ne? )?(?:{TEXTS}) de"
    r"|nostr[oa] inviat[oa]|От|от|[Oo]prac\.|red\.|[Tt]ác giả|Τη[ςν]|Του|Των|โดย|מאת|द्वारा|نوشته|بقلم)"
    r"(?:\s?[:：]\s?|\s|(?<=โดย))"
    rf"({NAMES}(?:(?:\s(?:in|aus)\s{NAME_WORD}(?:\s{NAME_WORD})?)?(?:\s?,\s?|\s?&\s|\s?,?\s(?:{AND})\s){NAMES}){{0,4}})"
)
_CASELESS: Final = re.compile(f"[{CASELESS}]")
_HANDLE: Final = re.compile(rf"[ {BORDER}]?\(@\w+\)")  # Ann Lee (@annlee) and Bo Yu
_ASIDE: Final = re.compile(r"\s*[,،(]")
_WRITERS: Final = frozenset(("作者", "原作者", "记者"))
_POSTERS: Final = frozenset(("发布者", "发布人", "发表人", "投稿", "文"))  # 文 | 北城观察，作者 | 张三
# Words by Ann Lee. Pictures; Reporting by Ann Lee Writing by Bo Yu
_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{3})(?<!Prof)\.\s|\s(?=(?:Writing|Editing|Additional)\b)")
LONGEST: Final = 110
LONGEST_PIECES: Final = 200
_SIGNATURE: Final = 40


class Printed(NamedTuple):
    """A text that should name authors, with its place; ``spaced`` says that a space parts names in Chinese."""

    text: str
    origin: str
    where: str
    spaced: bool = False


def printed_names(zone: Zone, fetched_at: datetime | None) -> Iterator[Printed]:
    """Yield what labels, by-lines without one and the by-lines inside reports name."""
    written = any(one.label in _WRITERS for _, one in zone.labels)
    for line, one in zone.labels:
        if one.kind == "author" and not (written and one.label.strip() in _POSTERS):
            yield Printed(_SENTENCE.split(one.value)[0], "byline", f"label{line.side}", spaced=True)
        elif one.label == "供稿" and not written:
            yield from (Printed(name, "byline", f"label{line.side}") for name in contributed(one.value)[1])
    for line in zone.lines:
        longest = LONGEST_PIECES if len(line.pieces) > 2 and "©" not in line.text else LONGEST
        if len(line.text) <= longest and line.distance >= -3 and not line.block.element.inside("figcaption"):
            yield from (Printed(text, "byline", where) for text, where in _unlabelled(zone, line, fetched_at))
    yield from (Printed(name, "byline", "with address") for name in with_addresses(zone))
    yield from (Printed(name, "byline", "biography") for name in biographies(zone))
    yield from (Printed(text, "text", "reporter", spaced=True) for text in names_in_text(zone))


def _unlabelled(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names that a line without a label tells, and by what: as the first that finds any reads it."""
    for read in (_with_date, _after_by, chinese, _signed, asian, japanese, _lone):
        found = list(read(zone, line, fetched_at))
        if found:
            yield from found
            return


def _with_date(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names with a date over the title or under the text."""
    yield from ((name, "with date") for name in names_with_date(zone, line, fetched_at))


def _after_by(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names after a word such as By, unless the line is the title."""
    joined = _HANDLE.sub("", BORDER.join(line.pieces)).lstrip("(")
    found = _BY_LINE.finditer(joined) if line.distance else ()
    match = next((one for one in found if not _ELSE.search(joined[: one.start()])), None)
    if match:
        reported = joined.startswith("Reporting by ")
        alone = not match.start() and match.end() == len(joined) <= _SIGNATURE
        signs = (
            not (line.head or match.start())
            and (alone or reported or NUMBERS.search(line.text))
            and zone.follows_text(line)
        )
        opens = not match.start() or (match.end() == len(joined) and is_date(joined[: match.start()], fetched_at))
        where = "signed" if signs else "by" if opens else "by inside"
        yield _SENTENCE.split(match[1])[0], f"{where}{line.side}"


def _signed(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names of a line that is nothing but a by-line, or a signature below the text."""
    text = line.text
    below = zone.follows_text(line)
    names = signed_in_vietnam(text) if below else []
    names = names or (people(text) if below and is_signature(line.block) else signed_names(text))
    asked = " führte" in text or " stellte" in text  # an interview, which another may have written down
    yield from ((name, "by inside" if asked else f"signed{line.side}") for name in names)


def _lone(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names beside the date, else those that a line consists of."""
    if line.head and _CASELESS.search(line.text):
        near = 0 < line.distance <= NEAR_TITLE
        names = (
            [text for text in _named_parts(line, fetched_at) if is_caseless_name(text) or is_common(text)]
            if near
            else []
        )
        dated = names and (NUMBERS.search(line.text) or is_beside_date(zone, line, fetched_at))
        yield from ((name, "in dated line") for name in names if dated)
    elif line.head:
        beside = list(beside_date(line, fetched_at)) if line.distance else []
        names = [] if beside else lone_names(line)
        kind = kind_of_lone(zone, line, fetched_at) if names else ""
        yield from beside or ((name, kind) for name in names)


def _named_parts(line: Line, fetched_at: datetime | None) -> Iterator[str]:
    """Yield the parts of a line, each without what a comma or bracket sets behind it: خالد منصور (دبي)."""
    parts = (one for part in parts_of(line, fetched_at) for one in NUMBERS.split(part))
    yield from (name.strip() for part in parts for name in apart(_ASIDE.split(part)[0]))
