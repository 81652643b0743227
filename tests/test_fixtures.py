"""Every saved page reads as a person has confirmed."""

from pathlib import Path

import pytest

from newsarchive.cli._fixtures import Fixture, differences, fixture_files, read_fixture
from newsarchive.cli._sites import known_sites

FIXTURES = list(map(read_fixture, fixture_files(Path(__file__).parent.parent / "fixtures")))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: f"{fixture.site}/{fixture.path.stem}")
def test_a_saved_page_reads_as_confirmed(fixture: Fixture) -> None:
    assert fixture.confirmed
    found = fixture.read(known_sites(newsroom=True).get(fixture.site))
    assert list(differences(fixture.expected, found)) == []


def test_each_site_that_ships_has_a_fixture() -> None:
    assert {fixture.site for fixture in FIXTURES} == set(known_sites(newsroom=True))
