"""What a crawl of one site came to: Scrapy's counts and the reader's, as one row for the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from newsarchive.archive import SiteRun
from newsarchive.health import PLACE

FAILURES = ("skipped/block", "skipped/error", "skipped/unreadable")  # page classes of answers that were no page
REDIRECT = "skipped/redirect"  # what it led to was asked instead, and is counted
ANSWERED = ("places/200", "places/304")
AGAIN = "again/"
SAME = ("unchanged", "duplicate", "alias", "reread")


def site_run(site: str, stats: Mapping[str, object], read: Mapping[tuple[str, str], int]) -> SiteRun:
    """Return the row of a site from the stats of its crawl and the outcomes of its captures.

    ``reasons`` says of everything that was skipped or failed how often and why. Each answer to one request is a
    capture, but a request that was tried again failed at most once.
    """
    told = {what: number for (of, what), number in read.items() if of == site and not what.startswith(REDIRECT)}
    counts = _crawled(site, stats) + Counter(told)
    bad = ("failed/", "places/", *FAILURES)
    failed = Counter({what: n for what, n in counts.items() if what.startswith(bad) and what not in ANSWERED})
    skipped = Counter({what: n for what, n in counts.items() if what.startswith("skipped/") and what not in failed})
    failed -= _tried_again(failed, counts)
    return SiteRun(
        site=site,
        found=counts["found"],
        fetched=sum(number for what, number in counts.items() if what.startswith("fetched/")),
        new=counts["new"],
        changed=counts["revision"],
        unchanged=sum(counts[what] for what in SAME),
        skipped=sum(skipped.values()),
        failed=sum(failed.values()),
        reasons={_reason(what): number for what, number in (skipped + failed).items()},
    )


def _crawled(site: str, stats: Mapping[str, object]) -> Counter[str]:
    prefix = f"newsarchive/{site}/"
    return Counter(
        {key.removeprefix(prefix): n for key, n in stats.items() if key.startswith(prefix) and isinstance(n, int)}
    )


def _tried_again(failed: Mapping[str, int], counts: Mapping[str, int]) -> Counter[str]:
    """Return how many answers were not the last to their request: ``again/503`` counts those of status 503."""
    retried = {f" answers {what.removeprefix(AGAIN)}": n for what, n in counts.items() if what.startswith(AGAIN)}
    return Counter({what: n for what in failed for answer, n in retried.items() if answer in what})


def _reason(what: str) -> str:
    """Return why as a person reads it: ``skipped/known`` is known, ``places/404`` is a place that answered so."""
    kind, _, reason = what.partition("/")
    return f"{PLACE}{reason}" if kind == "places" else reason
