"""The tables of the archive as numbered migrations: a released one is never edited, the next number mends it."""

from __future__ import annotations

from importlib.resources import files

from sqlite_utils import Database, Migrations

from newsarchive.archive.database import fulltext

MIGRATIONS = Migrations("newsarchive")


@MIGRATIONS()
def m001_first_tables(db: Database) -> None:
    """Create every table of the first release."""
    tables = files(__package__).joinpath("first_tables.sql").read_text(encoding="utf-8")
    for statement in tables.removesuffix(";\n").split(";\n"):
        db.execute(statement)


@MIGRATIONS()
def m002_recent_fingerprints(db: Database) -> None:
    """Add the small index in which new fingerprints wait."""
    db.execute(
        "create table recent_fingerprints (band integer not null, article_id integer not null,"
        " primary key (band, article_id)) without rowid"
    )


@MIGRATIONS()
def m003_day_of_publication(db: Database) -> None:
    """Add the day of publication where the page is, which a morning in China does not share with UTC."""
    db.execute("alter table articles add column published_offset integer")
    db.execute(
        "alter table articles add column published_day text"
        " generated always as (date(published, coalesce(published_offset, 0) || ' minutes')) virtual"
    )
    db.execute(
        "update articles set published_offset = ("
        " select cast(round((julianday(substr(value, 1, 19)) - julianday(published)) * 1440) as integer)"
        " from article_origins join origin_names on origin_names.id = name_id"
        " where article_id = articles.id and field = 'published' and chosen and ("
        "  strftime('%Y-%m-%dT%H:%M:%SZ', value) = published"
        "  or length(value) = 10 and abs(julianday(value) - julianday(published)) < 0.6)"
        ") where published is not null"
    )


@MIGRATIONS()
def m004_search_as_spelt(db: Database) -> None:
    """Have the search index made again, by the next migration: ss for ß, and Thai by pairs of letters."""


@MIGRATIONS()
def m005_simplified_and_traditional(db: Database) -> None:
    """Make the search index again: traditional Chinese characters as simplified ones."""
    fulltext.rebuild(db.conn)


@MIGRATIONS()
def m006_readings_whole(db: Database) -> None:
    """Keep what the page of a reading says is its address, and whole readings that an article does not show."""
    db.execute("alter table readings add column declared text")
    db.execute("create index readings_by_declared on readings(declared) where declared is not null")
    db.execute(
        "create table asides (capture_id integer primary key references readings(capture_id) on delete cascade,"
        " is_text_kept integer not null, packed blob not null)"
    )
    db.execute(
        "update readings set declared = (select articles.url from articles join url_aliases on article_id = articles.id"
        "  where articles.id = readings.article_id and url_aliases.url = readings.url and kind = 'canonical-link')"
    )


@MIGRATIONS()
def m007_stand_ins(db: Database) -> None:
    """Tell readings of what stands in the place of several articles from those of the articles; find running runs."""
    db.execute("alter table readings add column is_stand_in integer not null default 0")
    db.execute("create index runs_running on runs(state) where state = 'running'")


@MIGRATIONS()
def m008_words_with_half_spaces(db: Database) -> None:
    """Index Persian words with half-spaces as one word, too; other articles stay indexed as they are."""
    fulltext.index_joined(db.conn)
