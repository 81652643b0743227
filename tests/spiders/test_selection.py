"""When a link is asked for again that led to no article."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Capture, Link, PageClass
from newsarchive.sites import Site, Sites
from newsarchive.spiders.links.selection import Selection

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TOWN = Site(key="town", name="Town", start="https://town.test/", domains=("town.test",))
HARBOUR = Site(key="harbour", name="Harbour", start="https://harbour.town.test/", articles="/none/")
LINK = Link(url="https://town.test/2026/03/01/bridge.html", found_on="https://town.test/sitemap.xml", kind="sitemap")


def asked_in_hours(archive: Archive, status: int, hours: int) -> tuple[list[int], Counter[str]]:
    """Return after how many hours a page that answers so is asked for, if it is linked every hour."""
    asked, counts = [], Counter[str]()
    for hour in range(hours):
        now = NOON + timedelta(hours=hour)
        selection = Selection(
            TOWN, archive, Sites([TOWN, HARBOUR]), now, lambda what: counts.update([what]), lambda url: False
        )
        for url, _ in selection.wanted([LINK]):
            asked.append(hour)
            archive.add_capture(Capture(url, now, status=status, site="town", page_class=PageClass.ERROR))
    return asked, counts


def test_a_page_that_is_gone_is_asked_for_ever_more_rarely(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        asked, counts = asked_in_hours(archive, 404, 72)
    assert asked == [0, 1, 2, 4, 8, 16, 32, 64]
    assert counts == {"found": 72, "skipped/known as gone": 64}


def test_a_page_that_is_in_error_is_asked_for_each_hour(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        assert asked_in_hours(archive, 500, 4)[0] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("site", "others", "left"), [(TOWN, [TOWN, HARBOUR], 1), (TOWN, [TOWN], 0), (HARBOUR, [TOWN, HARBOUR], 0)]
)
def test_what_another_file_covers_more_closely_is_left_to_that_site(
    tmp_path: Path, site: Site, others: list[Site], left: int
) -> None:
    counts = Counter[str]()
    link = replace(LINK, url="https://harbour.town.test/2026/03/01/bridge.html")
    with Archive(tmp_path / "a.db") as archive:
        selection = Selection(site, archive, Sites(others), NOON, lambda what: counts.update([what]), lambda _: False)
        wanted = list(selection.wanted([link]))
    assert counts["skipped/belongs to the site harbour"] == left
    assert bool(wanted) == (site is TOWN and not left)
