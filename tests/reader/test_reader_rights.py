from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive import Archive, HostState
from newsarchive.items import Article, Capture, Image, NotAnArticle
from newsarchive.politeness.reservations import Reservation
from newsarchive.reader.captures import Reader
from newsarchive.reader.rights import as_allowed
from newsarchive.sites import Site, Sites

URL = "http://city.test/2026/1.html"
ARTICLE = Article(URL, "Bridge", "The bridge reopens.", images=(Image("http://city.test/1.jpg"),), word_count=3)
NO_ARCHIVE = Reservation("noarchive", "X-Robots-Tag")
MINING = Reservation("tdm", "TDM-Reservation", "http://city.test/terms")
TEXT = (
    "The council decided on Monday to close the old bridge over the river for repairs until the autumn of next year. "
)
PAGE = f"<title>Bridge closes for repairs</title><h1>Bridge closes for repairs</h1><article>{''.join(f'<p>{TEXT * 2}{n}</p>' for n in range(5))}</article>"


def test_without_reservations_nothing_changes() -> None:
    assert as_allowed(ARTICLE, (), "skip") is ARTICLE


@pytest.mark.parametrize(
    ("reserved", "policy", "body"),
    [
        ([NO_ARCHIVE], "keep", ARTICLE.body),
        ([NO_ARCHIVE], "metadata", ""),
        ([MINING], "metadata", ARTICLE.body),
        ([MINING, NO_ARCHIVE], "metadata", ""),
    ],
)
def test_the_policy_says_what_is_kept_and_the_reason_is_recorded(
    reserved: list[Reservation], policy: str, body: str
) -> None:
    kept = as_allowed(ARTICLE, reserved, policy)
    assert (kept.title, kept.body, bool(kept.images), bool(kept.warnings)) == ("Bridge", body, bool(body), not body)
    assert [(each.value, each.where, each.reason) for each in kept.origins["rights"]] == [
        (each.right, each.where, each.terms or "") for each in reserved
    ]


def test_skipped_pages_are_no_articles() -> None:
    with pytest.raises(NotAnArticle, match="tdm is reserved by TDM-Reservation"):
        as_allowed(ARTICLE, [MINING], "skip")


@pytest.mark.parametrize(
    ("policy", "headers", "tdmrep", "outcome", "body"),
    [
        ("metadata", (("X-Robots-Tag", "noarchive"),), "[]", "new", False),
        ("metadata", (), '[{"location": "/", "tdm-reservation": 1}]', "new", True),
        (
            "skip",
            (),
            '[{"location": "/2026/", "tdm-reservation": 1}]',
            "skipped/article: tdm is reserved by /.well-known/tdmrep.json",
            None,
        ),
    ],
)
def test_the_reader_minds_headers_pages_and_hosts(
    tmp_path: Path, policy: str, headers: tuple[tuple[str, str], ...], tdmrep: str, outcome: str, body: bool | None
) -> None:
    sites = Sites([Site(key="city", name="City", start="http://city.test/", policy=policy)])
    with Archive(tmp_path / "news.db") as archive:
        archive.hosts.put(HostState("city.test", policy={"tdmrep": tdmrep}))
        capture = Capture(URL, datetime(2026, 3, 1, tzinfo=UTC), headers=headers, site="city")
        counts = Reader(archive, sites).read([(capture, PAGE.encode())])
        assert list(counts) == [("city", outcome)]
        article = archive.article(URL)
        assert (None if article is None else bool(article.body)) is body


@pytest.mark.parametrize(
    ("site", "hints", "whole"),
    [("city.test", {}, False), (None, {}, False), (None, {"saved_as": "bridge.html"}, True)],
    ids=["crawled by address", "from a WARC file", "saved by hand"],
)
def test_a_page_whose_site_has_no_file_is_read_by_the_default_policy(
    tmp_path: Path, site: str | None, hints: dict[str, str], whole: bool
) -> None:
    with Archive(tmp_path / "news.db") as archive:
        noarchive = (("X-Robots-Tag", "noarchive"),)
        capture = Capture(URL, datetime(2026, 3, 1, tzinfo=UTC), headers=noarchive, site=site, hints=hints)
        assert list(Reader(archive, Sites()).read([(capture, PAGE.encode())])) == [("city.test", "new")]
        article = archive.article(URL)
        assert article is not None
        assert (article.title, bool(article.body)) == ("Bridge closes for repairs", whole)
        assert [each.value for each in archive.origins(URL)["rights"]] == ["noarchive"]
