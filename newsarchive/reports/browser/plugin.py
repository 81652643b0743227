"""A Datasette plugin: search in any script, and a page on which an article reads well."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.filters import FilterArguments
from datasette.utils.asgi import BadRequest, NotFound, Request, Response
from markupsafe import Markup, escape

from newsarchive.items import NewsarchiveError
from newsarchive.query import index_suffices, match_expression, parse
from newsarchive.query.snippets import snippet
from newsarchive.reports.browser import SEARCHED

_ARTICLE = "select * from article_list join articles using (id) where id = :id"
_CONFIRMED = (
    "exists (select 1 from articles as told where told.id = [{}].id and fits_query(:fitting, told.title, told.body))"
)
_PARTS = {
    "origins": "select * from field_origins where article_id = :id order by field, chosen desc, confidence desc",
    "removed": "select text, rule, place from removed_lines where article_id = :id",
    "history": "select seen_at, change, title from history where article_id = :id order by seen_at",
    "aliases": "select url, kind from url_aliases where article_id = :id order by url",
    "captures": "select captures.id, captures.fetched_at, captures.status, captures.warc_file from captures "
    "join readings on readings.capture_id = captures.id where readings.article_id = :id order by captures.fetched_at",
    "same_story": "select other.id, other.site, other.title, shown.published_local from articles "
    "join articles as other on other.cluster_id = articles.cluster_id and other.id <> articles.id "
    "join article_list as shown on shown.id = other.id "
    "where articles.id = :id order by other.published",
}


@hookimpl(trylast=True)  # after Datasette's own function of this name, which quotes words and finds no Chinese ones
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Make ``?_search=`` and ``escape_fts(:query)`` in SQL find words of any script."""
    conn.create_function("escape_fts", 1, _index_query, deterministic=True)
    conn.create_function("fits_query", 3, _fits, deterministic=True)


@hookimpl
def filters_from_request(request: Request, table: str) -> FilterArguments | None:
    """Confirm in the text of the articles what the index found, as the shell's search does."""
    query = request.args.get("_search")
    _asked.set(query or "")
    if not query or table not in SEARCHED:
        return None
    try:
        clauses = _parsed(query)
    except NewsarchiveError as error:
        raise BadRequest(str(error)) from error
    if clauses and all(clause.excluded for clause in clauses):
        raise BadRequest("Say what to search for, beside what is excluded.")
    return None if index_suffices(clauses) else FilterArguments([_CONFIRMED.format(table)], {"fitting": query})


@hookimpl
def extra_body_script() -> str:
    """Say to who cannot see the pages what Datasette's templates leave out: language, main part, names of fields."""
    return _FOR_READERS


_FOR_READERS = """
document.documentElement.lang = "en";
document.querySelector("section.content")?.setAttribute("role", "main");
for (const field of document.querySelectorAll("select, textarea, input:not([type=hidden], [type=submit])"))
  if (!field.labels?.length && !field.ariaLabel)
    field.ariaLabel = (field.name || "SQL query").replaceAll("_", " ").trim();
document.head.insertAdjacentHTML("beforeend", `<style>
input[type=submit] { background: #005cbf !important; border-color: #005cbf !important; }
button[type=button] { color: #005cbf !important; border-color: #005cbf !important; }
</style>`);
"""


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """Add the page of an article."""
    return [(r"^/-/article/(?P<number>\d{1,18})$", article_page)]


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
def render_cell(
    row: sqlite3.Row, value: object, column: str, table: str | None, database: str, datasette: Datasette
) -> Markup | Callable[[], Awaitable[Markup]] | None:
    """Lead from a title to the page of its article, below it where a search found it; show a body by its beginning."""
    columns = set(row.keys())  # a reader may hide any of them
    if table not in SEARCHED or "id" not in columns:
        return None
    if column == "title":
        href = datasette.urls.path(f"/-/article/{row['id']}")
        link = Markup('<a href="{}">{}</a>').format(href, value or "Untitled")
        return _with_excerpt(link, row, database, datasette) if _asked.get() else link
    if column == "published" and value and "published_local" in columns:
        return Markup('<time datetime="{}">{}</time>').format(value, row["published_local"])
    if column == "body" and isinstance(value, str) and len(value) > 120:
        return escape(value[:120]) + "…"
    return None


def _with_excerpt(
    link: Markup, row: sqlite3.Row, database: str, datasette: Datasette
) -> Callable[[], Awaitable[Markup]]:
    async def rendered() -> Markup:
        result = await datasette.execute(database, "select body, language from articles where id = ?", [row["id"]])
        body, language = result.first()
        terms = [term for clause in _parsed(_asked.get()) if not clause.excluded for term in clause.terms]
        excerpt = escape(snippet(body, terms, (_BEGIN, _END)))
        excerpt = excerpt.replace(_BEGIN, Markup("<mark>")).replace(_END, Markup("</mark>"))
        return link + Markup('<p class="excerpt" lang="{}" dir="auto">{}</p>').format(language or "", excerpt)

    return rendered


_asked: ContextVar[str] = ContextVar("asked", default="")  # what the request searches; render_cell is not told
_BEGIN, _END = "\x02", "\x03"  # no text of an article has control characters
_parsed = lru_cache(maxsize=64)(parse)  # for one query, SQLite asks of every article


def _index_query(query: str) -> str:
    return match_expression(_parsed(query)) or '""'


def _fits(query: str, title: str | None, body: str) -> bool:
    return all(clause.holds(title or "", body) for clause in _parsed(query))
