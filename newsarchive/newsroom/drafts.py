"""What the newsroom's authors wrote, before a site lays it out as pages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """What the server answers for one path."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as written: ``published`` is the site's local time, ``body`` has one paragraph a line.

    ``pages`` are the further pages of a long article. ``first_day`` is the day of the newsroom on which it appears.
    """

    path: str
    title: str
    published: datetime
    body: str
    section: str
    author: str = ""
    source: str = ""
    editor: str = ""
    tags: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    lead: str = ""
    caption: str = ""
    modified: datetime | None = None
    first_day: int = 1

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the first page."""
        return self.body.strip().splitlines()

    @property
    def summary(self) -> str:
        """The lead, or else the first paragraph."""
        return self.lead or self.paragraphs[0]


def read_drafts(site: str, day: int) -> list[Draft]:
    """Return the site's articles as they stand on that day, newest first."""
    drafts = (draft for draft in _drafts(site, day) if draft.first_day <= day)
    return sorted(drafts, key=lambda draft: (draft.published, draft.path), reverse=True)


def _drafts(site: str, day: int) -> Iterator[Draft]:
    for row in tomllib.loads(_text(site, "articles.toml"))["articles"]:
        corrected = row.pop("day_2", {})
        draft = _draft(row)
        yield replace(draft, **corrected) if day >= 2 else draft


def _draft(row: dict[str, Any]) -> Draft:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return Draft(**values)


def template(site: str, name: str, **values: str) -> str:
    """Return the site's template with its values put in; the caller has escaped them."""
    return Template(_text(site, name)).substitute(values)


def paragraphs(lines: list[str], attributes: str = "") -> str:
    """Return the lines as HTML paragraphs."""
    return "\n".join(f"<p{attributes}>{escape(line, quote=False)}</p>" for line in lines)


@cache
def _text(site: str, name: str) -> str:
    return (files(__package__) / site / name).read_text(encoding="utf-8")
