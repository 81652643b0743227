"""What a place of discovery tells, and what it is not taken for."""

from datetime import UTC, datetime

import pytest

from newsarchive.discovery.found import Unreadable
from newsarchive.sites import Discover, Site
from newsarchive.spiders.links.places import Told, read_place

TOWN = Site(key="town", name="Town", start="https://town.test/", domains=("town.test",))
SCRIPT = "<script src=/cdn-cgi/challenge-platform/h/b/orchestrate/v1></script>"
LINKS = "".join(f"<p><a href=/2026/03/01/{number}.html>Report {number}</a>" for number in range(5))


def told(html: str) -> Told:
    home = Discover(kind="home", url=TOWN.start)
    return read_place(html.encode(), home.url, home, TOWN, datetime(2026, 3, 2, tzinfo=UTC), "text/html")


def test_a_challenge_in_the_place_of_a_list_is_no_empty_list() -> None:
    with pytest.raises(Unreadable, match="https://town.test/ shows a challenge for browsers"):
        told(f"<title>One moment</title>{SCRIPT}<p>We look whether you are a person.")


@pytest.mark.parametrize(("html", "links"), [("<title>Town</title><p>Nothing yet.", 0), (SCRIPT + LINKS, 5)])
def test_a_list_is_one_though_it_is_empty_or_has_the_script(html: str, links: int) -> None:
    assert len(tuple(told(html).links)) == links
