"""Fixtures: saved pages beside what they must read as, confirmed by a person."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import click

from newsarchive.cli._diff import paragraph_changes
from newsarchive.cli._fetched import Fetched
from newsarchive.cli._printing import shortened
from newsarchive.items import Article, NewsarchiveError
from newsarchive.sites import Site

_NOT_EXPECTED = {"url", "site", "blocks", "origins", "removed", "observed", "warnings", "word_count"}
FIELDS = tuple(field.name for field in fields(Article) if field.name not in _NOT_EXPECTED)
fixtures_option = click.option(
    "--fixtures",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("fixtures"),
    show_default=True,
    help="The folder of saved pages.",
)
_LONGEST_NAME = _LONGEST_TEXT = 80
_NOT_FOR_NAMES = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Fixture:
    """A saved page: ``path`` is its JSON file, the page itself lies beside it as ``.html``."""

    path: Path
    page: Fetched
    confirmed: bool
    expected: dict[str, Any]

    @property
    def site(self) -> str:
        """The key of the site: the name of the folder."""
        return self.path.parent.name

    def read(self, site: Site | None) -> dict[str, Any]:
        """Return what the page reads as today."""
        return expected_of(self.page.article(site))


def expected_of(article: Article) -> dict[str, Any]:
    """Return an article as a fixture states it: every field as JSON, the body as a list of paragraphs."""
    values = {name: getattr(article, name) for name in FIELDS}
    for name in ("published", "modified"):
        values[name] = values[name] and values[name].isoformat()
    images = [{"url": image.url, "caption": image.caption, "credit": image.credit} for image in article.images]
    lists = {"authors": list(article.authors), "tags": list(article.tags), "images": images}
    return values | lists | {"body": article.body.splitlines()}


def fixture_files(folder: Path, site: str = "*") -> list[Path]:
    """Return the files of the fixtures in a folder, of one site or of all, in the order of their names."""
    return sorted(folder.glob(f"{site}/*.json"))


def read_fixture(path: Path) -> Fixture:
    """Return the fixture of a JSON file; raise NewsarchiveError when it cannot be understood, or has no page."""
    html = path.with_suffix(".html")
    if not html.exists():
        raise NewsarchiveError(f"The page itself is missing beside {path}: {html.name}.")
    try:
        row = json.loads(path.read_text(encoding="utf-8-sig"))  # some editors begin with a mark
        fetched_at = datetime.fromisoformat(row["fetched_at"])
        page = Fetched(html.read_bytes(), row["url"], row.get("content_type"), fetched_at)
        return Fixture(path, page, row["confirmed"], row["article"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NewsarchiveError(f"The fixture {path} cannot be read: {error!r}.") from error


def write_fixture(folder: Path, page: Fetched, article: Article) -> Path:
    """Save a page and what it reads as today, to be confirmed by a person; return the JSON file.

    What was confirmed stays, and so does another page whose address has the same name: the file gets a number then.
    """
    names = (f"{page_name(page.address)}{number and f'-{number}' or ''}.json" for number in count())
    path = next(path for path in map(folder.joinpath, names) if _is_free(path, page.address))
    folder.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".html").write_bytes(page.body)
    _write(Fixture(path, page, confirmed=False, expected=expected_of(article)))
    return path


def _is_free(path: Path, url: str) -> bool:
    if not path.exists():
        return True
    with suppress(NewsarchiveError):
        there = read_fixture(path)
        return not there.confirmed and there.page.url == url
    return False


def accept(fixture: Fixture, found: dict[str, Any]) -> None:
    """Write what a page reads as today as what it must read as."""
    _write(replace(fixture, confirmed=True, expected=found))


def _write(fixture: Fixture) -> None:
    row = {
        "url": fixture.page.url,
        "content_type": fixture.page.content_type,
        "fetched_at": fixture.page.fetched_at.isoformat(timespec="seconds"),
        "confirmed": fixture.confirmed,
        "article": fixture.expected,
    }
    fixture.path.write_text(json.dumps(row, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def page_name(url: str) -> str:
    """Return a file name for a page, without ending: the end of a long address, from a whole word on.

    >>> page_name("http://www.shanxidayuan.com/gsyl/yuncheng/3474.html")
    'gsyl-yuncheng-3474'
    >>> page_name("http://www.dayuan.test/view.php?id=12#top")
    'view-id-12'
    """
    path, _, query = re.sub(r"^https?://[^/?]+/?|#.*", "", url).partition("?")
    stem = re.sub(r"\.\w{2,5}$", "", path)
    name = _NOT_FOR_NAMES.sub("-", f"{stem}-{query}").strip("-")
    if len(name) > _LONGEST_NAME:
        name = name[-_LONGEST_NAME - 1 :]
        name = name.partition("-")[2] or name[1:]
    return name.strip("-") or "index"


def summary(expected: dict[str, Any]) -> Iterator[str]:
    """Yield lines that show what was read, as far as anything was; of the text its beginning and end."""
    for name in FIELDS:
        value = expected[name]
        if name == "body":
            yield f"{name}: {len(value)} paragraphs"
            yield from (f"  {shortened(text, _LONGEST_TEXT)}" for text in dict.fromkeys((*value[:1], *value[-1:])))
        elif name == "images":
            yield f"{name}: {len(value)}"
        elif value not in (None, []):
            yield f"{name}: {'; '.join(value) if isinstance(value, list) else value}"


def differences(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """Yield lines that show, field by field, where a page does not read as it must."""
    for name in FIELDS:
        want, have = expected.get(name), found[name]
        if want == have:
            continue
        yield f"{name}:"
        if isinstance(want, list) and name == "body":
            yield from (f"  {line}" for line in paragraph_changes(want, have))
        else:
            yield f"  - {json.dumps(want, ensure_ascii=False)}"
            yield f"  + {json.dumps(have, ensure_ascii=False)}"
