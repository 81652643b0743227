import json
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from newsarchive.cli import main
from newsarchive.items import Article, RemovedBlock
from newsarchive.newsroom.server import NewsroomServer

FERRY = "http://www.harbour.test/2026/03/13/night-ferry-runs-aground/"
PAPER = "http://www.dayuan.test/gsyl/minsheng/4108.html"
FIRST = "The night ferry Saint Brannoc ran aground off Gull Point shortly after two o'clock"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    with NewsroomServer() as newsroom:
        for address, name in ((FERRY, "ferry.html"), (PAPER, "paper.html")):
            found = newsroom.page(urlsplit(address).netloc, urlsplit(address).path)
            assert found
            (tmp_path / name).write_bytes(found.body)
    return "ferry.html"


def run(*arguments: str, given: bytes | None = None) -> Result:
    done = CliRunner().invoke(main, arguments, input=given)
    assert done.exit_code == 0, done.output
    return done


@pytest.mark.parametrize(
    ("output_format", "pieces"),
    [
        ("text", [FIRST]),
        ("markdown", ["# Night ferry runs aground off Gull Point", f"\n\n{FIRST}"]),
        ("html", ["<h1>Night ferry runs aground off Gull Point", f"<p>{FIRST}"]),
    ],
)
def test_an_article_is_printed_in_many_forms(page: str, output_format: str, pieces: list[str]) -> None:
    printed = run("extract", page, "--url", FERRY, "--format", output_format).stdout
    assert [piece for piece in pieces if piece not in printed] == []
    assert "All rights reserved" not in printed


def test_json_has_every_field_and_the_blocks(page: str) -> None:
    article = json.loads(run("extract", page, "--url", FERRY, "--format", "json").stdout)
    assert article["url"] == FERRY
    assert {"title", "source", "authors", "published", "tags", "body", "blocks", "warnings"} <= article.keys()
    assert article["blocks"][-1]["kind"] == "paragraph"


def test_a_page_can_come_through_a_pipe(page: str) -> None:
    given = Path(page).read_bytes()
    assert run("extract", "-", "--url", FERRY, given=given).stdout == run("extract", page, "--url", FERRY).stdout


def test_a_page_is_explained_field_by_field_and_line_by_line(page: str) -> None:
    explained = json.loads(run("explain", "paper.html", "--url", PAPER, "--format", "json").stdout)
    rules = {block["text"]: block["rule"] for block in explained["removed"]}
    assert rules["版权声明"]
    printed = run("explain", "paper.html", "--url", PAPER).stdout
    assert [rule for rule in rules.values() if rule not in printed] == []


def test_explanations_say_what_a_page_does_not_tell_and_whence_a_zone_is(tmp_path: Path) -> None:
    body = "".join(
        f"<p>Die Fähre fällt {number} Wochen aus, weil der Motor ersetzt wird, sagte das Hafenamt am Montag den Anwohnern im Rathaus.</p>"
        for number in ("sechs", "sieben", "acht")
    )
    html = f"<html lang=de><h1>Fähre fällt aus</h1><p>05.03.2024, 10:17 Uhr</p>{body}</html>"
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    lines = run("explain", str(tmp_path / "page.html"), "--db", str(tmp_path / "none.db")).stdout.split("\n")
    published = next(line for line in lines if line.startswith("published"))
    assert "printed as '05.03.2024, 10:17 Uhr'; the zone is that of its country or language" in published
    told = "authors, source, editor, section, tags, comment_count, modified"
    assert f"Nothing is told, or not surely enough, of: {told}." in lines


def test_explanations_say_where_the_text_is_and_what_the_model_doubts(tmp_path: Path) -> None:
    text = "The ferry was towed free on Saturday morning, a tide earlier than anybody at the pier had dared to promise."
    blocks = [
        RemovedBlock("Subscribe", "model: promo line (-2.4)", "after"),
        RemovedBlock("Free", "model: unlike the text (-0.3)", "inside"),
    ]
    article = Article(None, "Ferry towed free", f"{text}\nShort end.", removed=tuple(blocks))
    (tmp_path / "page.html").write_text("<h1>Ferry towed free</h1>")
    with patch("newsarchive.cli.explain.article_of", return_value=article):
        lines = run("explain", str(tmp_path / "page.html"), "--db", str(tmp_path / "none.db")).stdout.split("\n")
    assert f"The text has 2 lines, from '{text[:50]}…' to 'Short end.'." in lines
    assert [line[0] for line in lines if "model: " in line] == [" ", "?"]
