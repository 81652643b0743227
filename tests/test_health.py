import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.health import BROKEN, DEGRADED, OK, judge

MONDAY = datetime(2026, 3, 2, 6, tzinfo=UTC)


@dataclass(frozen=True)
class Run:
    found: int = 60
    fetched: int = 12
    new: int = 12
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    body_length: float | None = 900.0
    coverage: dict[str, float] = field(default_factory=lambda: {"title": 1.0, "authors": 0.9, "body by rule": 1.0})
    reasons: dict[str, int] = field(default_factory=dict)
    state: str | None = OK
    reason: str | None = None
    started_at: datetime | None = MONDAY


def days(number: int, seed: int = 1) -> list[Run]:
    """Return ordinary runs, one a day, newest first: a third of the news at weekends, and chance."""
    chance = random.Random(seed)
    runs = []
    for day in range(number):
        when = MONDAY + timedelta(days=day, minutes=chance.randint(-20, 20))
        new = max(0, round(chance.gauss(4 if when.weekday() >= 5 else 12, 2)))
        coverage = {"title": 1.0, "authors": min(1.0, chance.gauss(0.88, 0.06)), "body by rule": 1.0}
        failed = chance.choice([0, 0, 0, 1])
        runs.append(Run(60, new + failed, new, 0, 0, failed, chance.gauss(900, 120), coverage, started_at=when))
    return runs[::-1]


HISTORY = days(30)
NEXT = replace(HISTORY[0], started_at=HISTORY[0].started_at + timedelta(days=1), new=12, fetched=12, failed=0)


@pytest.mark.parametrize("seed", range(40))
def test_ordinary_runs_with_weekend_dips_report_nothing(seed: int) -> None:
    runs = days(60, seed)
    states = [judge(runs[at], runs[at + 1 :]).state for at in range(30)]
    assert states == [OK] * 30


@pytest.mark.parametrize(
    ("run", "state", "reason"),
    [
        (NEXT, OK, None),
        (replace(NEXT, found=30), OK, None),
        (replace(NEXT, coverage={"title": 1.0, "authors": 0.5, "body by rule": 1.0}), DEGRADED, "authors in 50% of the articles; usual: 88%"),
        (replace(NEXT, coverage={"title": 1.0, "authors": 0.9, "body by rule": 0.0}), DEGRADED, "body by rule in 0% of the articles; usual: 100%"),
        (replace(NEXT, new=1, fetched=1, coverage={"title": 1.0, "authors": 1.0}), DEGRADED, "body by rule in 0% of the articles; usual: 100%"),
        (replace(NEXT, coverage={"title": 1.0, "authors": 0.2, "body by rule": 1.0}), DEGRADED, "authors in 20% of the articles; usual: 88%"),
        (replace(NEXT, body_length=200.0), DEGRADED, "articles of 200 characters; usual: 900"),
        (replace(NEXT, body_length=9_000.0), DEGRADED, "articles of 9000 characters; usual: 900"),
        (replace(NEXT, new=0, fetched=12), BROKEN, "none of 12 pages was read as an article"),
        (replace(NEXT, new=0, fetched=0, found=0), BROKEN, "0 links found; usual on this weekday: 60"),
        (replace(NEXT, new=0, fetched=0), DEGRADED, "0 new articles; usual on this weekday: 12"),
        (replace(NEXT, new=0, fetched=9, failed=9, reasons={"block: the server answers 403": 9}), BROKEN, "the site blocks us: 9 of 9 answers"),
        (replace(NEXT, new=0, fetched=3, failed=4, reasons={"block: the server answers 403": 3, "place of discovery: 403": 1, "the host is left alone: it answered 403, 5 times in a row": 40}), BROKEN, "the site blocks us: 3 of 4 answers"),
        (replace(NEXT, new=0, fetched=0, reasons={"the host is left alone: it answered 503": 2}), BROKEN, "nothing was fetched: the host is left alone: it answered 503"),
        (replace(NEXT, new=4, fetched=4, failed=9, reasons={"timeout": 9}), BROKEN, "9 of 13 requests failed, most with: timeout"),
        (replace(NEXT, reasons={"place of discovery: tells of no articles any more": 1}), DEGRADED, "a place of discovery tells of no articles any more"),
        (replace(NEXT, new=0, reasons={"place of discovery: tells of no articles any more": 2}), BROKEN, "2 places of discovery tell of no articles any more"),
        (replace(NEXT, new=0, fetched=0, found=0, failed=1, reasons={"place of discovery: forbidden by robots.txt": 1}), BROKEN, "no place of discovery answers: forbidden by robots.txt"),
        (replace(NEXT, new=0, fetched=0, found=0, failed=1, reasons={"place of discovery: redirected away from the site, to new.test": 1}), BROKEN, "no place of discovery answers: redirected away from the site, to new.test; if the site has moved there, write that into its file (start, domains, discover)"),
        (replace(NEXT, new=0, fetched=0, found=0, failed=1, reasons={"place of discovery: max redirections reached": 1}), BROKEN, 'no place of discovery answers: max redirections reached; if it wants a cookie, write that of a reader into its file: headers = { Cookie = "…" }'),
        (replace(NEXT, new=9, fetched=9, failed=4, reasons={"timeout": 4}), DEGRADED, "4 of 13 requests failed, most with: timeout"),
        (replace(NEXT, new=9, fetched=9, failed=4, reasons={"known": 4, "taken down": 9, "timeout": 4}), DEGRADED, "4 of 13 requests failed, most with: timeout"),
    ],
)  # fmt: skip
def test_the_first_run_after_a_change_says_so(run: Run, state: str, reason: str | None) -> None:
    usual = [replace(past, new=12, body_length=900.0, coverage=past.coverage | {"authors": 0.88}) for past in HISTORY]
    health = judge(run, usual)
    assert health.state == state, health
    assert (reason in health.reasons) if reason else not health.reasons, health


@pytest.mark.parametrize(
    ("usual", "told"),
    [
        ([900], {440: True, 460: False, 2_240: False, 2_260: True}),  # always the same: half of it, and five halves
        ([600, 900, 1_200], {100: False, 3_560: False, 3_580: True}),  # as different as its articles are
    ],
)
def test_how_short_and_long_articles_may_be_follows_from_how_much_they_differ(
    usual: list[int], told: dict[int, bool]
) -> None:
    past = [replace(run, body_length=float(usual[at % len(usual)])) for at, run in enumerate(HISTORY)]
    assert {length: judge(replace(NEXT, body_length=float(length)), past).state == DEGRADED for length in told} == told


def test_a_second_run_within_the_hour_may_find_nothing_new() -> None:
    again = replace(NEXT, new=0, fetched=0, started_at=HISTORY[0].started_at + timedelta(hours=1))
    assert judge(again, HISTORY).state == OK


def test_a_first_run_is_judged_by_the_sites_file_alone() -> None:
    assert judge(Run(), [], expected=10, fields=["title"]).state == OK
    poor = judge(Run(new=3, coverage={"title": 0.5}), [], expected=10, fields=["title"])
    assert poor.reasons == (
        "3 articles; the site's file expects 10 in a run",
        "title in 50% of the articles; the site's file expects it in all",
    )


@pytest.mark.parametrize(
    ("reasons", "found", "told"),
    [
        ({"no article by the site's file": 60, "leaves the site": 3}, 60, ("no article was read in any run; most links: no article by the site's file",)),
        ({}, 0, ("no article was read in any run, and no link found",)),
        ({"known": 60}, 60, ()),  # by a backfill
        ({"the host is left alone: it answered 503": 60}, 60, ()),
        ({"failed a short while ago": 60}, 60, ()),
    ],
)  # fmt: skip
def test_a_site_that_never_brought_an_article_is_told_of(
    reasons: dict[str, int], found: int, told: tuple[str, ...]
) -> None:
    empty = Run(found=found, fetched=1, new=0, body_length=None, coverage={}, reasons=reasons)
    assert judge(empty, []).reasons == told
    assert judge(empty, [replace(empty, state=DEGRADED)] * 3).reasons == told
    assert judge(empty, [Run()], everywhere=False).state == OK
    assert judge(empty, [], whole=False).state == OK


def test_broken_runs_are_no_measure() -> None:
    broken = [replace(run, new=0, fetched=12, coverage={}, state=BROKEN) for run in HISTORY[:20]]
    assert judge(replace(NEXT, new=0, fetched=12), [*broken, *HISTORY[20:]]).state == BROKEN


@pytest.mark.parametrize(("hours", "state"), [(1, OK), (25, DEGRADED)])
def test_what_is_expected_may_have_come_with_a_run_of_the_same_day(hours: int, state: str) -> None:
    empty = Run(found=0, fetched=0, new=0, body_length=None, coverage={}, started_at=MONDAY + timedelta(hours=hours))
    assert judge(empty, [Run()], expected=10).state == state


def test_a_run_that_was_stopped_early_is_judged_by_shares_only() -> None:
    early = replace(NEXT, found=0, new=0, fetched=0)
    assert judge(early, HISTORY).state == BROKEN
    assert judge(early, HISTORY, whole=False).state == OK
    renamed = replace(NEXT, new=3, fetched=3, coverage={"title": 1.0, "authors": 0.0, "body by rule": 1.0})
    assert judge(renamed, HISTORY, whole=False).state == DEGRADED


QUIET = [replace(past, new=0) for past in HISTORY]


def test_a_run_that_read_nothing_says_nothing_of_the_fields() -> None:
    only_304 = replace(NEXT, new=0, unchanged=4, fetched=4, body_length=None, coverage={})
    assert judge(only_304, QUIET, fields=["title"]).state == OK


def test_few_new_articles_among_many_unchanged_ones_are_no_measure() -> None:
    coverage = {"title": 1.0, "authors": 0.0, "body by rule": 1.0}
    one_read = replace(NEXT, new=1, unchanged=9, fetched=10, body_length=9_000.0, coverage=coverage)
    assert judge(one_read, QUIET).state == OK


def test_links_are_no_measure_of_a_run_that_asked_only_what_was_due() -> None:
    recheck = replace(NEXT, found=0, unchanged=4, fetched=4)
    assert judge(recheck, QUIET).state == BROKEN
    assert judge(recheck, QUIET, everywhere=False).state == OK


def test_one_article_without_an_author_is_no_sign_and_three_in_a_row_are() -> None:
    ones = [replace(past, new=1, fetched=1, coverage={"title": 1.0, "authors": 1.0}) for past in HISTORY]
    nameless = replace(ones[0], coverage={"title": 1.0, "authors": 0.0})
    assert judge(nameless, ones).state == OK
    assert judge(nameless, [nameless, nameless, *ones]).reasons == ("authors in 0% of the articles; usual: 100%",)
    untitled = replace(ones[0], coverage={"title": 0.0, "authors": 1.0})
    assert judge(untitled, ones).reasons == ("title in 0% of the articles; usual: 100%",)


def test_what_is_wrong_with_the_articles_lasts_until_others_are_read() -> None:
    renamed = replace(NEXT, coverage={"title": 1.0, "authors": 0.9, "body by rule": 0.0})
    only_304 = replace(NEXT, new=0, unchanged=4, fetched=4, body_length=None, coverage={})
    assert judge(only_304, [replace(renamed, new=0), *QUIET]).state == OK  # nothing was new then
    assert judge(only_304, [only_304, renamed, *QUIET]).reasons == judge(renamed, QUIET).reasons
    assert judge(NEXT, [only_304, renamed, *QUIET]).state == OK


def test_a_site_that_is_asked_often_and_seldom_has_news_is_judged_by_its_articles() -> None:
    often = [run for past in QUIET[:6] for run in (replace(past, new=1), *[replace(past, coverage={})] * 40)]
    renamed = replace(NEXT, new=1, coverage={"title": 1.0, "authors": 0.9, "body by rule": 0.0})
    assert judge(renamed, often, everywhere=False).reasons == ("body by rule in 0% of the articles; usual: 100%",)


SILENT = replace(
    NEXT, new=0, fetched=0, found=0, failed=1, body_length=None, coverage={}, reasons={"place of discovery: 404": 1}
)
RECHECKS = replace(SILENT, fetched=5, unchanged=5, failed=0, reasons={})
REFUSED = replace(SILENT, fetched=1, reasons={"block: the server answers 403 and blocks the request": 1})


def after(*runs: Run) -> list[str]:
    """Return the states of runs that follow one another by the hour and ask only what is due."""
    past = list(HISTORY)
    for run in runs:
        run = replace(run, started_at=past[0].started_at + timedelta(hours=1))
        health = judge(run, past, everywhere=False)
        past.insert(0, replace(run, state=health.state, reason="; ".join(health.reasons) or None))
    return [str(run.state) for run in past[: len(runs)]][::-1]


def test_a_place_that_does_not_answer_is_told_the_second_time_and_until_one_does() -> None:
    assert after(SILENT, RECHECKS, SILENT, RECHECKS, NEXT) == [OK, OK, BROKEN, BROKEN, OK]
    assert judge(SILENT, []).reasons == (
        "no place of discovery answers: 404; look for another with: newsarchive discover ADDRESS",
    )


def test_a_run_that_neither_found_nor_read_anything_leaves_the_state_as_it_was() -> None:
    blocked = replace(REFUSED, fetched=5, failed=5, reasons={next(iter(REFUSED.reasons)): 5})
    assert after(REFUSED, blocked, REFUSED, RECHECKS) == [OK, BROKEN, BROKEN, OK]
    waiting = replace(REFUSED, found=6, fetched=0, failed=0, reasons={"known": 1, "failed a short while ago": 5})
    assert after(blocked, waiting, RECHECKS) == [BROKEN, BROKEN, OK]
