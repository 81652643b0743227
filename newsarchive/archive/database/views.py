"""What researchers see: the joined views, with a description of every table, view and column that needs one."""

from __future__ import annotations

import sqlite3
import zlib

from newsarchive.archive.database.descriptions import DESCRIPTIONS

VIEWS = {
    "article_list": """
        select articles.id, articles.published, articles.published_day, articles.site, articles.title, articles.source,
            articles.section,
            (select group_concat(authors.name, ', ') from article_authors
             join authors on authors.id = author_id where article_id = articles.id) as authors,
            (select group_concat(tags.name, ', ') from article_tags
             join tags on tags.id = tag_id where article_id = articles.id) as tags,
            articles.language, articles.word_count, articles.url, articles.first_seen, articles.last_seen,
            articles.gone_before,
            case when articles.published_precision = 'day' then articles.published_day
            else strftime('%Y-%m-%d %H:%M', articles.published, coalesce(published_offset, 0) || ' minutes')
                || printf('%s%02d:%02d', iif(published_offset < 0, '-', '+'), abs(coalesce(published_offset, 0)) / 60,
                    abs(coalesce(published_offset, 0)) % 60) end as published_local
        from articles""",
    "provenance": """
        select articles.url, captures.fetched_at, captures.url as answered_url, captures.status, captures.digest,
            captures.warc_file, captures.warc_offset, readings.extractor, revisions.id as revision_id,
            captures.id as capture_id, articles.id as article_id
        from readings join articles on articles.id = readings.article_id
        join captures on captures.id = readings.capture_id
        left join revisions on revisions.capture_id = readings.capture_id""",
    "stories": """
        select clusters.id, clusters.size, clusters.first_published, clusters.credited, articles.title, articles.url,
            (select group_concat(distinct member.site) from articles as member
             where member.cluster_id = clusters.id) as sites
        from clusters join articles on articles.id = clusters.first_article_id""",
    "copies": """
        select clusters.id as story_id, articles.published, articles.site, articles.source, articles.title,
            articles.url, articles.id = first.id as is_first, first.site as first_site, first.url as first_url,
            round((julianday(articles.published) - julianday(first.published)) * 24, 1) as hours_later,
            clusters.credited, articles.id as article_id
        from clusters join articles on articles.cluster_id = clusters.id
        join articles as first on first.id = clusters.first_article_id""",
    "field_origins": """
        select articles.url, origin_names.field, article_origins.value, origin_names.origin, origin_names.place,
            article_origins.confidence, article_origins.chosen, origin_names.reason, articles.id as article_id
        from article_origins join origin_names on origin_names.id = name_id
        join articles on articles.id = article_id""",
    "removed_lines": """
        select articles.url, removed_texts.text, origin_names.origin as rule, origin_names.place,
            articles.id as article_id
        from article_removed join removed_texts on removed_texts.id = text_id
        join origin_names on origin_names.id = name_id
        join articles on articles.id = article_id""",
    "history": """
        select articles.url, articles.site, revisions.seen_at, revisions.change, revisions.title,
            (select before.title from revisions as before where before.article_id = revisions.article_id
             and before.seen_at < revisions.seen_at order by before.seen_at desc limit 1) as title_before,
            revisions.source, revisions.published, revisions.extractor, revisions.id as revision_id,
            articles.id as article_id
        from revisions join articles on articles.id = article_id""",
    "gone": """
        select articles.url, articles.site, articles.title, articles.published, articles.gone_after,
            articles.gone_before
        from articles where articles.gone_before is not null""",
    "site_summary": """
        select articles.site, count(*) as articles, min(articles.published) as first_published,
            max(articles.published) as last_published, sum(articles.gone_before is not null) as gone
        from articles group by articles.site""",
}

VIEWS_VERSION = zlib.crc32(repr((VIEWS, DESCRIPTIONS)).encode()) & 0x7FFFFFFF


def renew_views(connection: sqlite3.Connection) -> None:
    """Write the views and descriptions as this version of the program has them."""
    for (name,) in connection.execute("select name from sqlite_master where type = 'view'").fetchall():
        connection.execute(f'drop view "{name}"')
    for name, sql in VIEWS.items():
        connection.execute(f'create view "{name}" as {sql}')
    connection.execute("delete from descriptions")
    rows = [(table, column, text) for (table, column), text in DESCRIPTIONS.items()]
    connection.executemany("insert into descriptions values (?, ?, ?)", rows)
    connection.execute(f"pragma user_version = {VIEWS_VERSION}")


def descriptions(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Return the descriptions: table, column (empty for the table itself), text."""
    return [tuple(row) for row in connection.execute('select "table", "column", description from descriptions')]
