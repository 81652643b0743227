"""The archive in Datasette: what its tables and columns mean, which facets help, and which are nobody's business."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

TEMPLATES = Path(__file__).parent / "templates"
SETTINGS = {"default_page_size": 50, "sql_time_limit_ms": 5_000, "facet_time_limit_ms": 1_000, "suggest_facets": False}

_HIDDEN = (
    "_sqlite_migrations", "article_authors", "article_origins", "article_removed", "article_tags", "articles_fts",
    "descriptions", "fingerprints", "origin_names", "readings", "recent_fingerprints", "removed_texts",
    "site_lines", "site_pages",
)  # fmt: skip
_SHOWN: dict[str, dict[str, Any]] = {
    "articles": {"facets": ["site", "section", "source", "language"], "label_column": "title"},
    "article_list": {"facets": ["site", "section", "source", "language"]},
    "captures": {"facets": ["site", "page_class", "status"], "sort_desc": "fetched_at", "label_column": "url"},
    "field_origins": {"facets": ["field", "origin", "chosen"]},
    "removed_lines": {"facets": ["rule"]},
    "history": {"facets": ["change", "site"], "sort_desc": "seen_at"},
    "revisions": {"facets": ["change"], "sort_desc": "seen_at"},
    "stories": {"sort_desc": "size"},
    "copies": {"facets": ["site", "first_site", "credited"], "sort_desc": "published"},
    "run_sites": {"facets": ["site", "state"]},
    "runs": {"sort_desc": "started_at"},
    "tags": {"label_column": "name"},
    "authors": {"label_column": "name"},
}
_FRONT = (
    '<form action="/{database}/article_list"><p><input type="search" name="_search" aria-label="Search"'
    ' placeholder="Words of any script"> <input type="submit" value="Search"></p></form>'
    '<p><a href="/{database}/article_list">The latest articles</a>, <a href="/{database}/stories">stories on several'
    ' sites</a>, <a href="/{database}/history">revisions</a>, or ask in SQL.</p>'
)
SEARCHED = ("articles", "article_list")
_NEWEST_FIRST = ("articles", "article_list")


def metadata(database: str, descriptions: Iterable[tuple[str, str, str]]) -> dict[str, Any]:
    """Return Datasette's metadata for the archive under the name of its database.

    ``descriptions`` are rows of table, column (empty for the table itself) and text.
    """
    tables: dict[str, dict[str, Any]] = {name: dict(shown) for name, shown in _SHOWN.items()}
    for name in _HIDDEN:
        tables.setdefault(name, {})["hidden"] = True
    for name in SEARCHED:
        tables[name] |= {"fts_table": "articles_fts", "fts_pk": "id"}
    for name in _NEWEST_FIRST:
        tables[name]["sort_desc"] = "published"
    for table, column, text in descriptions:
        described = tables.setdefault(table, {})
        if column:
            described.setdefault("columns", {})[column] = text
        else:
            described["description"] = text
    return {
        "title": "News archive",
        "description_html": _FRONT.format(database=quote(database)),
        "databases": {database: {"tables": tables}},
    }
