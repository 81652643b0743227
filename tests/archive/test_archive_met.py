from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.items import Article, Capture

NOON = datetime(2026, 3, 13, 12, tzinfo=UTC)


def test_a_site_is_known_since_its_first_article_with_the_settings_of_its_last_crawl(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        for hours in (2, 1, 3):
            url = f"http://www.harbour.test/{hours}"
            capture = Capture(url, NOON + timedelta(hours=hours))
            archive.add_article(Article(url, "Ferry", f"Text number {hours}.", site="harbour"), capture)
        for delay in (1.0, 2.5):
            archive.put_site("harbour", {"delay": delay})
        archive.put_site("dayuan", {})
        rows = archive.connection.execute("select name, first_seen, settings from sites order by name")
        assert [tuple(row) for row in rows] == [
            ("dayuan", None, "{}"),
            ("harbour", "2026-03-13T13:00:00Z", '{"delay": 2.5}'),
        ]
