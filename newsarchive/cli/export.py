"""Takes articles out of the archive: as rows, as citations, or as their captures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

from newsarchive import __version__
from newsarchive.archive import Archive, Sample, StoredArticle
from newsarchive.archive.warc import LostRecordError
from newsarchive.cli._kinds import Whole
from newsarchive.cli._lookup import refuse_absent
from newsarchive.cli._options import db_option, formats, output_option, query_argument, selection_options
from newsarchive.cli._printing import tell, writing
from newsarchive.cli._sites import known_sites
from newsarchive.reports.citations import bibtex, csl, ris
from newsarchive.reports.statement import statement
from newsarchive.reports.tables import WITHOUT_TEXT, Row, csv_lines, json_lines, write_parquet

_WRITERS: dict[str, Callable[..., Iterator[str]]] = {
    "csv": csv_lines,
    "jsonl": json_lines,
    "bibtex": bibtex,
    "csl": csl,
    "ris": ris,
    "statement": statement,
}
_FILES = ("parquet", "warc")  # formats of bytes
_TABLES = ("csv", "jsonl", "parquet")
_FIELDS = tuple(field.name for field in fields(StoredArticle))


@click.command()
@query_argument
@formats(*_WRITERS, *_FILES, default="jsonl", help="What to write.")
@output_option
@click.option("--no-text", is_flag=True, help="Leave text and captions out of a table; the digest of the text stays.")
@click.option(
    "--sample",
    type=Whole(),
    metavar="N",
    help="Only so many, chosen by their addresses: the same again, from the same articles in any archive.",
)
@click.option("--seed", default="", help="Any word: another one chooses another sample.")
@selection_options
@db_option
def export(
    query: str | None,
    output_format: str,
    output: Path | None,
    no_text: bool,
    sample: int | None,
    seed: str,
    db: Path,
    **selection: Any,
) -> None:
    """Write articles as rows (csv, jsonl, parquet), citations (bibtex, csl, ris) or raw captures (warc).

    With a QUERY only what it finds, otherwise all; the options narrow both. Times are in UTC, days those of the pages.
    The format statement says in Markdown what the same choice of articles holds, what it lacks, and how it was made.

    Example: newsarchive export 疫情 --site dayuan --format bibtex -o articles.bib
    """
    if output_format in _FILES and output is None:
        raise click.UsageError(f"{output_format} is not for terminals; name a file with --output.")
    if no_text and output_format not in _TABLES:
        raise click.UsageError(f"--no-text is for tables: {', '.join(_TABLES)}.")
    more: dict[str, Any] = {"columns": WITHOUT_TEXT} if no_text else {}
    if output_format == "statement":
        more["chosen"] = _described(query, selection | {"sample": sample, "seed": seed})
    selection["sample"] = Sample(sample, seed) if sample else None
    lost: list[LostRecordError] = []
    with Archive(db, read_only=True) as archive:
        articles = _Counted(_chosen(archive, query, selection))
        if output is None:
            sys.stdout.writelines(_WRITERS[output_format](_rows(articles), **more))
            return
        with writing(output):
            _write(archive, articles, output_format, output, lost.append, more)
    tell(f"wrote {articles.count} articles to {output}")
    if lost:
        tell("\n".join(["without these records:", *map(str, lost)]))
        raise SystemExit(1)


def _chosen(archive: Archive, query: str | None, selection: dict[str, Any]) -> Iterator[StoredArticle]:
    found = archive.articles(query, **selection)
    first = next(iter(found), None)
    if first is None:
        refuse_absent(archive, selection["site"])
        return
    yield first
    yield from found


def _described(query: str | None, selection: Mapping[str, Any]) -> str:
    narrowed = [f"{name} {value}" for name, value in {"query": query, **selection}.items() if value]
    return f"{', '.join(narrowed) or 'all of the archive'}; by newsarchive {__version__}, {datetime.now(UTC):%Y-%m-%d}"


def _rows(articles: Iterable[StoredArticle]) -> Iterator[Row]:
    names = {site.key: site.name for site in known_sites(newsroom=True, forgiving=True).values()}
    for article in articles:
        values = {name: getattr(article, name) for name in _FIELDS}
        digest = f"sha256:{sha256(article.body.encode()).hexdigest()}"
        yield values | {"site_name": names.get(article.site or "", article.site), "body_digest": digest}


def _write(
    archive: Archive,
    articles: Iterable[StoredArticle],
    output_format: str,
    path: Path,
    lose: Callable[[LostRecordError], None],
    more: Mapping[str, Any],
) -> None:
    if output_format == "parquet":
        write_parquet(_rows(articles), path, **more)
    elif output_format == "warc":
        with path.open("wb") as warc:
            warc.writelines(record for article in articles for record in archive.records(article, lose))
    else:
        with path.open("w", encoding="utf-8", newline="") as text:
            text.writelines(_WRITERS[output_format](_rows(articles), **more))


class _Counted:
    """Articles that are counted as they pass."""

    def __init__(self, articles: Iterable[StoredArticle]) -> None:
        self._articles = articles
        self.count = 0

    def __iter__(self) -> Iterator[StoredArticle]:
        for article in self._articles:
            self.count += 1
            yield article
