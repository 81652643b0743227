from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Article, Capture, SiteLine

NOW = datetime(2022, 4, 19, tzinfo=UTC)
FOOTER, LEAD = SiteLine("line", "版权所有 城市新闻网"), SiteLine("line", "今天的消息")


def add(archive: Archive, number: int, *observed: SiteLine) -> None:
    url = f"http://city.example.test/{number}"
    article = Article(url, str(number), f"Body {number}", site="city", observed=observed)
    archive.add_article(article, Capture(url, NOW))


def test_articles_teach_what_their_site_repeats(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        memory = archive.memory("city")
        for number in range(4):
            add(archive, number, FOOTER, SiteLine("line", f"第{number}条"))
        add(archive, 0, FOOTER)
        counted = (memory.pages, memory.count(FOOTER.kind, FOOTER.text), memory.is_repeated("line", "第1条"))
        assert counted == (4, 4, False)
    with Archive(tmp_path / "news.db") as archive:
        again = archive.memory("city")
        assert (again.pages, list(again.rows())) == (memory.pages, list(memory.rows()))


def test_learning_can_be_taken_back(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        archive.learn("city", [FOOTER])
        archive.learn("city", [FOOTER, LEAD])
        archive.forget("city", [FOOTER, LEAD])
        rows = archive.connection.execute("select site, kind, pages, text from site_lines").fetchall()
        assert [tuple(row) for row in rows] == [("city", "line", 1, "")]
        archive.forget_site("city")
        assert archive.memory("city").pages == 0


def test_what_a_failed_batch_taught_is_forgotten(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        archive.learn("city", [FOOTER])
        with pytest.raises(KeyError), archive.batch():
            archive.learn("city", [FOOTER])
            raise KeyError
        assert archive.memory("city").pages == 1


def test_two_connections_share_a_memory(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as one, Archive(tmp_path / "news.db") as other:
        for archive in (one, other, one):
            archive.learn("city", [FOOTER])
        assert one.memory("city").count(*(FOOTER.kind, FOOTER.text)) == 3
        assert other.memory("city").count(*(FOOTER.kind, FOOTER.text)) == 3
