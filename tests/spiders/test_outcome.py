"""What a crawl came to, as one row of numbers."""

from newsarchive.health import BROKEN, OK, judge
from newsarchive.spiders.records.outcome import site_run

ERROR, BLOCK = "error: the server answers 500", "block: the server answers 503 and blocks the request"


def outcome(stats: dict[str, int], read: dict[str, int]):
    crawled = {f"newsarchive/city/{what}": number for what, number in stats.items()}
    return site_run("city", crawled, {("city", what): number for what, number in read.items()})


def test_a_request_that_was_tried_four_times_failed_once() -> None:
    run = outcome({"fetched/500": 1, "again/500": 3}, {f"skipped/{ERROR}": 4})
    assert (run.fetched, run.failed, run.skipped, run.reasons) == (1, 1, 0, {ERROR: 1})


def test_a_request_that_got_its_page_in_the_end_did_not_fail() -> None:
    run = outcome({"fetched/200": 1, "again/503": 3}, {f"skipped/{BLOCK}": 3, "new": 1})
    assert (run.fetched, run.new, run.failed, run.skipped, run.reasons) == (1, 1, 0, 0, {})
    assert judge(run, []).state == OK


def test_a_redirect_is_no_failure_and_no_skip() -> None:
    run = outcome({"found": 1, "fetched/200": 1}, {"skipped/redirect: it leads to another address": 1, "new": 1})
    assert (run.new, run.failed, run.skipped, run.reasons) == (1, 0, 0, {})


def test_answers_that_were_the_last_count_each() -> None:
    run = outcome({"fetched/503": 4, "again/500": 2}, {f"skipped/{BLOCK}": 4, "skipped/list: it is a list": 1})
    assert (run.failed, run.skipped, judge(run, []).state) == (4, 1, BROKEN)
