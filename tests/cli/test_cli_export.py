import csv
import io
import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.archive import Archive
from newsarchive.cli import main
from newsarchive.items import Article, Capture


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exported") / "news.db"
    with Archive(path) as archive:
        for day, site, title in [
            (9, "dayuan", "石桥通车"),
            (10, "dayuan", "早市开张"),
            (31, "harbour", "Ferry aground"),
        ]:
            url = f"http://www.{site}.test/{day}.html"
            published = datetime(2026, 3, day, 12, tzinfo=UTC)
            tags, language = ("桥",) * (day == 9), "en" if site == "harbour" else "zh"
            article = Article(url, title, f"{title}。", site=site, published=published, tags=tags, language=language)
            archive.add_article(article, Capture(url, published))
    return path


def run(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--db", str(db)])


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        ([], ["石桥通车", "早市开张", "Ferry aground"]),
        (["石桥"], ["石桥通车"]),
        (["--site", "harbour"], ["Ferry aground"]),
        (["--tag", "桥"], ["石桥通车"]),
        (["--language", "en"], ["Ferry aground"]),
        (["--from", "2026-03-10", "--to", "2026-03-31"], ["早市开张", "Ferry aground"]),
        (["--to", "2026-03-09"], ["石桥通车"]),
        (["--from", "2026-03-10", "--to", "2026-03-10"], ["早市开张"]),
        (["早市", "--site", "harbour"], []),
    ],
)
def test_what_is_exported_is_what_was_chosen(db: Path, arguments: list[str], titles: list[str]) -> None:
    lines = run(db, "export", *arguments).stdout.splitlines()
    assert [json.loads(line)["title"] for line in lines] == titles


def test_a_file_is_written_and_counted(db: Path, tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    exported = run(db, "export", "--format", "csv", "-o", str(path))
    assert exported.stderr == f"wrote 3 articles to {path}\n"
    assert [row["site"] for row in csv.DictReader(io.StringIO(path.read_text()))] == ["dayuan", "dayuan", "harbour"]


def test_parquet_needs_a_file(db: Path) -> None:
    assert run(db, "export", "--format", "parquet").exit_code == 2


def test_a_file_that_cannot_be_written_is_named(db: Path) -> None:
    exported = run(db, "export", "-o", "/nowhere/articles.jsonl")
    assert (exported.exit_code, "/nowhere/articles.jsonl cannot be written" in exported.stderr) == (1, True)


def test_counts_are_drawn_and_printed(db: Path) -> None:
    assert run(db, "plot", "--by", "site", "--format", "csv").stdout == "site,articles\ndayuan,2\nharbour,1\n"
    assert run(db, "plot", "--by", "month").stdout.startswith("2026-03  3  ██")
    assert run(db, "plot", "--format", "svg").stdout.startswith("<svg")
    assert run(db, "plot", "--site", "nobody").exit_code == 1


@pytest.mark.parametrize(
    ("query", "counts"),
    [
        (["早市", "OR", "ferry"], [["dayuan", 1], ["harbour", 1]]),
        (["NOT", "ferry"], [["dayuan", 2]]),
        (["石桥", "--tag", "桥"], [["dayuan", 1]]),
        (["nothing"], []),
    ],
)
def test_what_a_query_finds_is_counted(db: Path, query: list[str], counts: list[list[object]]) -> None:
    rows = json.loads(run(db, "plot", *query, "--by", "site", "--format", "json").stdout)
    assert [[row["site"], row["articles"]] for row in rows] == counts


def test_a_picture_is_written_to_a_file(db: Path, tmp_path: Path) -> None:
    path = tmp_path / "months.svg"
    assert run(db, "plot", "早市", "--format", "svg", "-o", str(path)).stdout == ""
    assert "<title>Articles by month: 早市</title>" in path.read_text(encoding="utf-8")
    narrowed = run(db, "plot", "--site", "dayuan", "--from", "2026-03-10", "--format", "svg").stdout
    assert "<title>Articles by month (site dayuan, since 2026-03-10)</title>" in narrowed
    failed = run(db, "plot", "-o", str(tmp_path))
    assert failed.exit_code == 2
    assert "is a directory" in failed.stderr


def test_counts_are_split_on_one_scale_with_every_month(db: Path) -> None:
    split = run(db, "plot", "--by", "day", "--split", "site", "--from", "2026-03-09", "--to", "2026-03-10")
    assert split.stdout == "dayuan\n2026-03-09  1  " + "█" * 85 + "\n2026-03-10  1  " + "█" * 85 + "\n"
    rows = json.loads(run(db, "plot", "--by", "year", "--split", "site", "--format", "json").stdout)
    assert rows == [
        {"year": "2026", "site": "dayuan", "articles": 2},
        {"year": "2026", "site": "harbour", "articles": 1},
    ]
    lines = run(db, "plot", "--by", "day", "--split", "language", "--format", "csv").stdout.splitlines()
    assert (len(lines), lines[0], lines[-1]) == (1 + 2 * 23, "day,language,articles", "2026-03-31,zh,0")
    bars = run(db, "plot", "--by", "day", "--split", "site").stdout.splitlines()
    assert [line for line in bars if " 1 " in line or "0" not in line] == [
        "dayuan",
        "2026-03-09               1  " + "█" * 72,
        "2026-03-10               1  " + "█" * 72,
        "",
        "harbour",
        "2026-03-31               1  " + "█" * 72,
    ]
    assert run(db, "plot", "--by", "site", "--split", "site").exit_code == 2


def urls(db: Path, *arguments: str) -> list[str]:
    return [json.loads(line)["url"] for line in run(db, "export", *arguments).stdout.splitlines()]


def test_a_sample_is_the_same_again_in_another_archive(db: Path, tmp_path: Path) -> None:
    every = urls(db)
    drawn = {seed: urls(db, "--sample", "2", "--seed", seed) for seed in "abcdefgh"}
    assert all(len(set(sample)) == 2 and sample == sorted(sample, key=every.index) for sample in drawn.values())
    assert len(set(map(tuple, drawn.values()))) == 3  # every pair of the three
    with Archive(tmp_path / "other.db") as other:
        for url in reversed(every):
            other.add_article(Article(url, None, "Another text."), Capture(url, datetime(2026, 4, 1, tzinfo=UTC)))
    assert set(urls(tmp_path / "other.db", "--sample", "2", "--seed", "a")) == set(drawn["a"])
    assert urls(db, "--sample", "9") == every
    assert len(urls(db, "桥", "--sample", "1")) == 1


def test_a_table_without_text_has_its_digest(db: Path, tmp_path: Path) -> None:
    (line,) = run(db, "export", "石桥", "--no-text").stdout.splitlines()
    row = json.loads(line)
    assert row["body_digest"] == "sha256:" + sha256("石桥通车。".encode()).hexdigest()
    assert not {"body", "images"} & row.keys()
    (row,) = csv.DictReader(run(db, "export", "石桥", "--no-text", "--format", "csv").stdout.splitlines())
    assert (row["title"], "body" in row) == ("石桥通车", False)
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "articles.parquet"
    run(db, "export", "--no-text", "--format", "parquet", "-o", str(path))
    assert "body" not in parquet.read_table(path).column_names
    refused = run(db, "export", "--no-text", "--format", "ris")
    assert (refused.exit_code, "--no-text is for tables: csv, jsonl, parquet." in refused.stderr) == (2, True)


def test_a_statement_says_what_was_chosen_and_what_it_holds(db: Path) -> None:
    told = run(db, "export", "--site", "dayuan", "--format", "statement").stdout
    assert told.startswith("# 2 news articles\n\nChosen: site dayuan; by newsarchive 0.")
    assert "| dayuan | 2 | 2026-03-09 | 2026-03-10 | 0 |\n" in told
    assert "- seen from 2026-03-09 to 2026-03-10\n" in told
    nothing = run(db, "export", "nowhere", "--format", "statement")
    assert (nothing.exit_code, nothing.stdout.split("\n")[0]) == (0, "# 0 news articles")
