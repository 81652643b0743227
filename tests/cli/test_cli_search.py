import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from newsarchive.archive import Archive
from newsarchive.cli import main, search
from newsarchive.items import Article, Capture

FERRY = "http://www.harbour.test/ferry/"
BRIDGE = "http://www.dayuan.test/bridge.html"
DAY = "http://www.dayuan.test/bridge-of-1996.html"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("searched") / "news.db"
    seen = datetime(2026, 3, 13, 8, tzinfo=UTC)
    morning = datetime(2026, 3, 13, 6, 30, 5, tzinfo=timezone(timedelta(hours=8)))
    with Archive(path) as archive:
        for article in (
            Article(FERRY, "Night ferry [aground]", "The ferry lies on sand.\nNobody is hurt.", site="harbour"),
            Article(
                BRIDGE, "石桥通车", "老石桥恢复通行。", site="dayuan", source="罗石", tags=("石桥",), published=morning
            ),
            Article(
                DAY, "石桥三十年", "石桥建于1996年。", published=morning.replace(hour=0), published_precision="day"
            ),
        ):
            archive.add_article(article, Capture(str(article.url), seen))
    return path


def run(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--db", str(db)])


def test_hits_read_well_without_a_terminal(db: Path) -> None:
    found = run(db, "search", "老石桥")
    assert found.stdout == (
        f"石桥通车\n  2026-03-13 06:30+08:00 · dayuan · 罗石 · {BRIDGE}\n  **老石桥**恢复通行。\n\n"
    )
    assert found.stderr == "1 found\n"


def test_a_terminal_shows_matches_instead_of_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "console", lambda: Console(force_terminal=True))
    shown = search._highlighted("The **ferry** lies; no **ferry** sails.")
    assert shown.plain == "The ferry lies; no ferry sails."
    assert [shown.plain[span.start : span.end] for span in shown.spans] == ["ferry", "ferry"]


def test_nothing_to_search_for_is_a_wrong_usage(db: Path) -> None:
    assert run(db, "search", " ").exit_code == 2


def test_what_looks_like_markup_is_text(db: Path) -> None:
    assert run(db, "search", "ferry").stdout.startswith("Night ferry [aground]\n")


def test_hits_are_rows_for_programs(db: Path) -> None:
    (row,) = json.loads(run(db, "search", "ferry", "sand", "--format", "json").stdout)
    assert (row["url"], row["site"], row["published"]) == (FERRY, "harbour", None)
    assert run(db, "search", "铁桥", "--format", "json").stdout == "[]\n"
    assert run(db, "search", "铁桥", "--format", "csv").stdout.startswith("published,site,source,title,url,")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["石桥", "-老石桥"], [DAY]),
        (["石桥", "-title:三十年"], [BRIDGE]),
        (["ferry", "-hurt"], []),
        (["-hurt", "ferry OR 老石桥"], [BRIDGE]),
    ],
)
def test_a_word_after_a_hyphen_is_not_wanted(db: Path, words: list[str], found: list[str]) -> None:
    rows = json.loads(run(db, "search", *words, "--format", "json").stdout)
    assert [row["url"] for row in rows] == found


def test_help_and_wrong_options_stay_what_they_are(db: Path) -> None:
    assert run(db, "search", "-h").stdout.startswith("Usage: ")
    assert "No such option '--sites'" in run(db, "search", "ferry", "--sites", "x").stderr


def test_times_are_by_the_clock_of_the_page(db: Path) -> None:
    assert f"\n  2026-03-13 · {DAY}\n" in run(db, "search", "三十年 OR 1996").stdout
    (row,) = json.loads(run(db, "search", "通车", "--format", "json").stdout)
    assert row["published"] == "2026-03-13T06:30:05+08:00"
    assert run(db, "search", "通车", "--format", "csv").stdout.splitlines()[1].startswith("2026-03-13T06:30:05+08:00,")
    assert json.loads(run(db, "show", BRIDGE, "--format", "json").stdout)["published"] == "2026-03-12T22:30:05+00:00"


def test_an_article_is_shown_whole(db: Path) -> None:
    assert (
        run(db, "show", BRIDGE).stdout
        == f"石桥通车\n2026-03-13 06:30+08:00 · 罗石\ndayuan · 石桥\n{BRIDGE}\n\n老石桥恢复通行。\n"
    )
    assert json.loads(run(db, "show", BRIDGE, "--format", "json").stdout)["tags"] == ["石桥"]


def test_an_unknown_address_is_a_sentence(db: Path) -> None:
    shown = run(db, "show", "http://www.dayuan.test/other.html")
    assert (shown.exit_code, shown.stderr.startswith("Error: The archive has no article at")) == (1, True)


def test_a_query_that_is_read_otherwise_is_told(db: Path) -> None:
    found = run(db, "search", "(night ferry)")
    assert found.stderr.splitlines()[0].startswith("Brackets do not group: OR joins the two terms")
    assert found.stderr.splitlines()[-1] == "1 found"


def test_an_excerpt_breaks_between_words(tmp_path: Path) -> None:
    path, url = tmp_path / "news.db", "http://www.harbour.test/long/"
    with Archive(path) as archive:
        article = Article(
            url, None, "Passengers waited patiently. " * 9 + "The ferry sailed. " + "Waves calmed down. " * 9
        )
        archive.add_article(article, Capture(url, datetime(2026, 3, 13, tzinfo=UTC)))
        (hit,) = archive.search("ferry")
    assert (
        hit.snippet
        == "…Passengers waited patiently. The **ferry** sailed. Waves calmed down. Waves calmed down. Waves calmed down. Waves…"
    )
