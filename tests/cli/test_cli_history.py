import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.archive import Archive
from newsarchive.cli import main
from newsarchive.cli._diff import paragraph_changes
from newsarchive.items import Article, Capture

FERRY = "http://www.harbour.test/ferry/"
COPY = "http://www.dayuan.test/ferry.html"
SEEN = datetime(2026, 3, 13, 8, tzinfo=UTC)
BODY = (
    "The night ferry ran aground on Friday with 120 people on board, the harbour office said.\n"
    "Nobody was hurt, and tugs pulled the ship off the sand before noon. Divers will look at the hull."
)


@pytest.fixture
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("changed") / "news.db"
    with Archive(path) as archive:
        for hours, title, body in ((0, "Ferry agruond", BODY), (3, "Ferry aground", BODY.replace("120", "140"))):
            capture = Capture(FERRY, SEEN + timedelta(hours=hours))
            archive.add_article(Article(FERRY, title, body, site="harbour"), capture)
        archive.add_article(Article(COPY, "渡轮", BODY + "\n(Harbour News)", site="dayuan"), Capture(COPY, SEEN))
    return path


def run(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--db", str(db)])


def test_a_history_says_what_changed_and_how(db: Path) -> None:
    assert run(db, "history", FERRY).stdout == (
        "2026-03-13 08:00Z  first seen\n"
        "  Ferry agruond\n"
        "2026-03-13 11:00Z  substantive\n"
        "  title: Ferry [-agruond-]{+aground+}\n"
        "  … ry ran aground on Friday with [-120-]{+140+} people on board, the harbour  …\n"
    )


def test_a_history_is_data_for_programs(db: Path) -> None:
    told = json.loads(run(db, "history", FERRY, "--format", "json").stdout)
    first, second = told["revisions"]
    assert (told["url"], first["change"], first["diff"], second["change"]) == (FERRY, None, [], "substantive")
    assert [datetime.fromisoformat(each["seen_at"]) for each in (first, second)] == [SEEN, SEEN + timedelta(hours=3)]
    assert [piece["text"] for piece in second["diff"] if piece["kind"] != "equal"] == ["120", "140"]


def test_an_article_is_shown_as_it_was_on_a_day(db: Path) -> None:
    with Archive(db) as archive:
        later = Article(FERRY, "Ferry towed free", BODY, published=SEEN)
        archive.add_article(later, Capture(FERRY, SEEN + timedelta(days=2)))
    on_the_first = run(db, "show", FERRY, "--on", "2026-03-14", "--format", "json")
    shown = json.loads(on_the_first.stdout)
    assert (shown["title"], shown["body"], shown["published"]) == ("Ferry aground", BODY.replace("120", "140"), None)
    told = "Title, text, source and date are those of the version first seen at 2026-03-13 11:00Z.\n"
    assert on_the_first.stderr == told
    assert run(db, "show", FERRY, "--on", "2026-03-15").stdout.startswith("Ferry towed free\n")
    too_early = run(db, "show", FERRY, "--on", "2026-03-12")
    assert too_early.stderr == f"Error: The archive first saw {FERRY} later, at 2026-03-13 08:00Z.\n"
    assert too_early.exit_code == 1


def test_copies_on_other_sites_are_listed(db: Path) -> None:
    (copy,) = json.loads(run(db, "similar", FERRY, "--format", "json").stdout)
    assert (copy["url"], copy["site"], copy["containment"] > 0.8) == (COPY, "dayuan", True)
    assert run(db, "similar", COPY).stderr == "1 found\n"


@pytest.mark.parametrize("command", ["history", "similar"])
def test_an_unknown_address_is_a_sentence(db: Path, command: str) -> None:
    result = run(db, command, "http://www.harbour.test/other/")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "has no article at http://www.harbour.test/other/" in result.stderr


def test_copies_and_versions_have_the_times_of_their_pages(db: Path) -> None:
    with Archive(db) as archive:
        for url, hour in ((COPY, 7), (COPY, 9)):
            published = SEEN.astimezone(timezone(timedelta(hours=8))).replace(hour=hour)
            capture = Capture(url, SEEN + timedelta(hours=hour))
            archive.add_article(Article(url, "渡轮", BODY, published=published, published_precision="minute"), capture)
    assert "2026-03-13 09:00+08:00" in run(db, "similar", FERRY).stdout
    assert "published: 2026-03-13 [-07-]{+09+}:00+08:00" in run(db, "history", COPY).stdout


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (["It rained."], ["It rained."], []),
        (["It rained.", "The ferry sailed at noon."], ["The ferry sailed at ten."], ["- It rained.", "~ The ferry sailed at [-noon-]{+ten+}."]),
        (["The ferry sailed at noon."], ["It rained.", "The ferry sailed at ten."], ["+ It rained.", "~ The ferry sailed at [-noon-]{+ten+}."]),
        (["It rained."], ["The ferry sailed."], ["- It rained.", "+ The ferry sailed."]),
        (["It rained.", "Nobody was hurt."], ["Nobody was hurt.", "A tug came."], ["- It rained.", "+ A tug came."]),
    ],
)  # fmt: skip
def test_paragraphs_that_went_came_or_changed_have_a_line_each(
    before: list[str], after: list[str], lines: list[str]
) -> None:
    assert list(paragraph_changes(before, after)) == lines


def test_an_article_that_is_gone_is_told_as_such_by_what_shows_it(db: Path) -> None:
    with Archive(db) as archive:
        last, missed = "2026-03-14T08:00:00Z", "2026-03-15T08:00:00Z"
        archive.connection.execute("update articles set gone_after = ?, gone_before = ?", (last, missed))
    assert run(db, "show", FERRY).stderr == "gone from the site since 2026-03-15 08:00Z\n"
    told = run(db, "history", FERRY).stdout.splitlines()[-1]
    assert told == "2026-03-15 08:00Z  gone; last seen 2026-03-14 08:00Z"


def test_who_removes_an_article_is_told_of_its_copies(db: Path) -> None:
    listed = run(db, "purge", "--url", FERRY, "--dry-run").stderr.splitlines()
    assert listed[-2:] == ["Copies of them stay in the archive:", COPY]


def test_the_view_of_changes_has_the_title_before(db: Path) -> None:
    with Archive(db) as archive:
        rows = archive.connection.execute(
            "select title_before, title, site from history where url = ? order by seen_at", (FERRY,)
        )
        assert [tuple(row) for row in rows] == [
            (None, "Ferry agruond", "harbour"),
            ("Ferry agruond", "Ferry aground", "harbour"),
        ]
