"""A Datasette plugin: search in any script, and a page on which an article reads well."""

from __future__ import annotations

import json
import re
import sqlite3
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response
from markupsafe import Markup, escape

from newsarchive.text import CJK_RUN, bigrams, folded

_WORD = re.compile(r"\w+")
_ARTICLE = "select * from article_list join articles using (id) where id = :id"
_PARTS = {
    "origins": "select * from field_origins where article_id = :id order by field, chosen desc, confidence desc",
    "removed": "select text, rule, place from removed_lines where article_id = :id",
    "history": "select seen_at, change, title from history where article_id = :id order by seen_at",
    "aliases": "select url, kind from url_aliases where article_id = :id order by url",
    "captures": "select captures.id, captures.fetched_at, captures.status, captures.warc_file from captures "
    "join readings on readings.capture_id = captures.id where readings.article_id = :id order by captures.fetched_at",
    "same_story": "select other.id, other.site, other.title, other.published from articles "
    "join articles as other on other.cluster_id = articles.cluster_id and other.id <> articles.id "
    "where articles.id = :id order by other.published",
}


def match_expression(query: str) -> str:
    """Return what FTS5 must match to find all words of a query; CJK words are looked up by their pairs of characters.

    >>> match_expression("国务院 5G cafés")
    '"国务" "务院" "5g" "cafes"'
    >>> match_expression("雨")
    '"雨" *'
    """
    terms = []
    for word in _WORD.findall(CJK_RUN.sub(lambda run: f" {run[0]} ", folded(query))):
        if not CJK_RUN.fullmatch(word):
            terms.append(f'"{word}"')
        elif len(word) == 1:
            terms.append(f'"{word}" *')
        else:
            terms += [f'"{pair}"' for pair in bigrams(word)[:-1]]
    return " ".join(terms) or '""'


@hookimpl(trylast=True)  # after Datasette's own function of this name, which quotes words and finds no Chinese ones
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Make ``?_search=`` and ``escape_fts(:query)`` in SQL find words of any script."""
    conn.create_function("escape_fts", 1, match_expression, deterministic=True)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """Add the page of an article."""
    return [(r"^/-/article/(?P<number>\d+)$", article_page)]


async def article_page(datasette: Datasette, request: Request) -> Response:
    """Show an article with its history and the reasons for its fields."""
    database = next(name for name in datasette.databases if not name.startswith("_"))
    values = {"id": int(request.url_vars["number"])}
    found = (await datasette.execute(database, _ARTICLE, values)).first()
    if found is None:
        raise NotFound("There is no such article.")
    parts = {
        name: [dict(row) for row in await datasette.execute(database, sql, values)] for name, sql in _PARTS.items()
    }
    context = {"article": dict(found), "images": json.loads(found["images"]), "database": database, **parts}
    return Response.html(await datasette.render_template("article.html", context, request=request))


@hookimpl
def render_cell(row: sqlite3.Row, value: object, column: str, table: str | None, datasette: Datasette) -> Markup | None:
    """Lead from a title to the page of its article, and show a body by its beginning."""
    if table not in {"articles", "article_list"} or not isinstance(value, str):
        return None
    if column == "title":
        return Markup('<a href="{}">{}</a>').format(datasette.urls.path(f"/-/article/{row['id']}"), value)
    if column == "body" and len(value) > 120:
        return escape(value[:120]) + "…"
    return None
