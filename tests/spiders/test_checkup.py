from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsarchive.alerts import Alerts
from newsarchive.archive import Archive, SiteRun
from newsarchive.items import Article, Candidate, Capture, PageClass
from newsarchive.sites import Expect, Site, Sites
from newsarchive.spiders.records.checkup import checked, measured, tell

START = datetime(2026, 3, 2, 6, tzinfo=UTC)
SITES = Sites([Site(key="city", name="City", start="http://city.test/", expect=Expect(articles_per_run=3))])


def run(archive: Archive, day: int, *, byline: bool) -> tuple[int, list[SiteRun]]:
    """Archive four articles of a day and check the run."""
    now = START + timedelta(days=day)
    run_id = archive.runs.start("crawl", now)
    for number in range(4):
        url = f"http://city.test/{day}{number}.html"
        origins = {"authors": (Candidate("Ada", "rule", 0.9, ".by", chosen=True),)} if byline else {}
        capture = Capture(url, now, site="city", page_class=PageClass.ARTICLE)
        article = Article(
            url, f"Title {url}", f"{day}{number} words. " * 100, site="city", authors=("Ada",) * byline, origins=origins
        )
        capture_id = archive.add_capture(capture, run=run_id)
        archive.add_article(
            article, Capture(**{**{name: getattr(capture, name) for name in Capture.__slots__}, "id": capture_id})
        )
    result = SiteRun("city", found=20, fetched=4, new=4, run_id=run_id, started_at=now)
    return run_id, [checked(archive, measured(archive, result), SITES)]


def test_a_renamed_class_is_told_in_the_first_run_after_it_and_once(tmp_path: Path) -> None:
    told: list[str] = []

    class Listener(Alerts):
        def tell(self, changed, latest, now):
            told.append("; ".join(map(str, changed)))

    with Archive(tmp_path / "news.db") as archive:
        for day in range(9):
            run_id, results = run(archive, day, byline=day not in {6, 7})
            for result in results:
                archive.runs.add_site(run_id, result)
            tell(archive, Listener(tmp_path / "unsent"), results, START + timedelta(days=day))
        assert archive.runs.of_every_site() == archive.runs.sites(run_id)
    assert told[:6] == [""] * 6
    assert told[6] == (
        "city is degraded (was ok): authors in 0% of the articles; usual: 100%; authors by rule in 0% of the articles; usual: 100%"
    )
    assert told[7:] == ["", "city is ok (was degraded)"]


def test_the_figures_of_a_run_are_those_of_its_articles(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        _, (result,) = run(archive, 0, byline=True)
    assert (result.coverage["title"], result.coverage["authors"], result.coverage["authors by rule"]) == (1.0, 1.0, 1.0)
    assert (result.coverage["section"], result.body_length, result.state) == (0.0, 1000, "ok")


def test_articles_whose_text_is_left_out_do_not_shorten_the_others(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        run_id = archive.runs.start("crawl", START)
        for number, body in enumerate(("", "", "words. " * 100)):
            capture = Capture(f"http://city.test/{number}", START, site="city", page_class=PageClass.ARTICLE)
            stored = replace(capture, id=archive.add_capture(capture, run=run_id))
            archive.add_article(Article(capture.url, f"Title {number}", body, site="city", editor="Bo"), stored)
        figures = archive.runs.figures(run_id, "city")
    assert (figures.articles, figures.body_length) == (3, 700)
    assert figures.coverage["body"] == 0.3333
    assert (figures.coverage["editor"], figures.coverage["comment_count"]) == (1.0, 0.0)


def test_articles_that_are_as_they_were_have_no_part_in_the_figures(tmp_path: Path) -> None:
    by_rule = {"authors": (Candidate("Ada", "rule", 0.9, ".by", chosen=True),)}
    with Archive(tmp_path / "news.db") as archive:
        for day, urls in enumerate((["/1", "/2"], ["/1", "/2", "/3"])):
            now = START + timedelta(days=day)
            run_id = archive.runs.start("crawl", now)
            for path in urls:
                capture = Capture(f"http://city.test{path}", now, site="city", page_class=PageClass.ARTICLE)
                stored = replace(capture, id=archive.add_capture(capture, run=run_id))
                origins = {} if day else by_rule  # the second day the class has another name
                archive.add_article(
                    Article(capture.url, path, f"{path} words. " * 100, site="city", authors=("Ada",), origins=origins),
                    stored,
                )
        figures = archive.runs.figures(run_id, "city")
    assert (figures.articles, "authors by rule" in figures.coverage) == (1, False)
