"""Writes articles as citations for reference managers: BibTeX, CSL JSON, RIS."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

Row = Mapping[str, Any]

_BIBTEX_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
        "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip
# Maeve Tolland, but not Tolland and Sons
_LATIN_NAME = re.compile(r"(?!.* and )[A-Za-zÀ-ɏ'’. -]+ [A-Za-zÀ-ɏ'’.-]+\Z", re.IGNORECASE)
_NOT_FOR_KEYS = re.compile(r"[^a-z0-9]+")


class _Person(str):
    """A name of which the last word is the family's."""


def bibtex(rows: Iterable[Row]) -> Iterator[str]:
    """Yield one ``@online`` entry for each article, as biblatex, Zotero and JabRef read it."""
    for row in rows:
        day = row["published_day"]
        fields = {
            "author": " and ".join(map(_bibtex_name, _credited(row))),
            "title": f"{{{_escaped(_title(row))}}}",
            "organization": f"{{{_escaped(_publication(row))}}}",
            "date": day and day.isoformat(),
            "year": day and str(day.year),
            "url": row["url"],
            "urldate": row["last_seen"].date().isoformat(),
            "keywords": _escaped(", ".join(row["tags"])),
            "language": row["language"],
        }
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        yield f"@online{{{_key(row, day)},\n{lines}}}\n\n"


def csl(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the pieces of one CSL JSON array, as citeproc and pandoc read it."""
    separator = "["
    for row in rows:
        yield separator + "\n" + json.dumps(_csl_item(row), ensure_ascii=False)
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def ris(rows: Iterable[Row]) -> Iterator[str]:
    """Yield one RIS record of type NEWS for each article."""
    for row in rows:
        day = row["published_day"]
        lines = [("TY", "NEWS"), ("TI", _title(row))]
        lines += [("AU", _family_first(name)) for name in _credited(row)]
        lines += [("T2", _publication(row)), ("DA", day and f"{day:%Y/%m/%d}"), ("PY", day and f"{day:%Y}")]
        lines += [("UR", row["url"]), ("Y2", f"{row['last_seen']:%Y/%m/%d}"), ("LA", row["language"])]
        lines += [("KW", tag) for tag in row["tags"]]
        yield "".join(f"{name}  - {value}\n" for name, value in lines if value) + "ER  - \n\n"


def _csl_item(row: Row) -> dict[str, Any]:
    day, seen = row["published_day"], row["last_seen"]
    item = {
        "id": _key(row, day),
        "type": "article-newspaper",
        "title": _title(row),
        "author": [_csl_name(name) for name in _credited(row)],
        "container-title": _publication(row),
        "section": row["section"],
        "issued": day and {"date-parts": [[day.year, day.month, day.day]]},
        "accessed": {"date-parts": [[seen.year, seen.month, seen.day]]},
        "URL": row["url"],
        "language": row["language"],
        "keyword": ", ".join(row["tags"]),
    }
    return {name: value for name, value in item.items() if value}


def _title(row: Row) -> str:
    return row["title"] or "Untitled"


def _credited(row: Row) -> list[str | _Person]:
    """Return the authors, else the source unless it is the publication itself; a desk or an agency is no person."""
    if row["authors"]:
        return [_Person(name) if _LATIN_NAME.match(name) else name for name in row["authors"]]
    return [row["source"]] if row["source"] and row["source"] != _publication(row) else []


def _publication(row: Row) -> str:
    return str(row.get("site_name") or row["site"] or row["source"] or "")


def _key(row: Row, day: date | None) -> str:
    site = _NOT_FOR_KEYS.sub("", (row["site"] or "article").lower())
    number = f"{zlib.crc32(row['url'].encode()):08x}"  # of the address, for another archive to cite it by the same key
    return f"{site}{day:%Y%m%d}-{number}" if day else f"{site}-{number}"


def _bibtex_name(name: str | _Person) -> str:
    return _escaped(name) if isinstance(name, _Person) else f"{{{_escaped(name)}}}"


def _csl_name(name: str | _Person) -> dict[str, str]:
    if not isinstance(name, _Person):
        return {"literal": name}
    given, _, family = name.rpartition(" ")
    return {"family": family, "given": given}


def _family_first(name: str | _Person) -> str:
    return "{1}, {0}".format(*name.rsplit(" ", 1)) if isinstance(name, _Person) else name


def _escaped(text: str | None) -> str:
    return (text or "").translate(_BIBTEX_SPECIAL)
