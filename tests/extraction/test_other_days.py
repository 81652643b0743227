"""A page shows more days than that of its publication: of events, deadlines, entries, its site's clock, its title."""

from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract

TEXT = "".join(
    f"<p>The council of the harbour town decided on {day} that the ferry to the school island will sail again in spring,"
    " after two years without a boat that cost the islanders more than was planned.</p>"
    for day in ("Monday", "Tuesday", "Thursday")
)
FETCHED = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
BYLINE = "<p>By Ann Lee, 19 April 2022</p>"


def day(
    above: str, under: str, *, title: str = "The ferry sails again", lang: str = "en", text: str = TEXT
) -> str | None:
    html = f"<html lang={lang}><title>{title}</title><body>{above}<h1>{title}</h1>{under}{text}</body></html>"
    published = extract(html, "https://post.example/ferry", fetched_at=FETCHED).published
    return published.date().isoformat() if published else None


@pytest.mark.parametrize(
    ("clock", "under", "expected"),
    [
        ("<p>Wednesday, May 20, 2026</p>", BYLINE, "2022-04-19"),
        ("<p>Wednesday, May 20, 2026</p>", "", None),
        ("<p>mercredi 20 mai 2026</p>", "", None),
        ("<p>Tuesday, May 19, 2026</p>", "", "2026-05-19"),  # not the day of the fetch
        ("<p>May 20, 2026</p>", "", "2026-05-20"),  # no day of the week: the article's as well as not
    ],
)
def test_the_clock_of_the_site_is_not_the_publication(clock: str, under: str, expected: str | None) -> None:
    assert day(f"<div>{clock}</div>", under) == expected


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Termin: 07.05.2022, 14:00 Uhr, Marktplatz", "de"),
        ("Anmeldeschluss 07.05.2022", "de"),
        ("Fecha del evento: 7 de mayo de 2022", "es"),
        ("日時：2022年5月7日", "ja"),
        ("お申し込みは2022年5月7日まで", "ja"),
        ("Jusqu’au 7 mai 2022", "fr"),
        ("When: May 7, 2022", "en"),
    ],
)
def test_the_day_of_an_event_or_a_deadline_is_not_the_publication(line: str, lang: str) -> None:
    assert day("", f"<p>{line}</p>", lang=lang) is None
    assert day("", f"<p>{line}</p><p>2022-04-19</p>", lang=lang) == "2022-04-19"


def test_the_day_in_a_title_is_trusted_less_than_one_printed_below() -> None:
    assert day("", BYLINE, title="The ferry sails on 7 May 2022") == "2022-04-19"
    assert day("", "", title="Minutes of 7 May 2022") == "2022-05-07"


def test_the_times_of_entries_are_not_the_publication() -> None:
    entry = "<article><time datetime='2022-04-{:02}T07:01:00Z'>8.01am</time><h2>Bridge opens</h2>{}</article>"
    entries = "".join(entry.format(number, TEXT) for number in (21, 20))
    assert day("", "<div>First published 19 April 2022</div><p>Ann Lee</p>", text=entries) == "2022-04-19"
    alone = entry.format(21, TEXT)
    assert day("", "", text=alone) == "2022-04-21"  # the article itself


def test_what_is_told_in_months_or_years_is_no_day() -> None:
    assert day("", "<p>4 years ago</p>") is None
    assert day("", "<time datetime='2022-04-19T22:17:00Z'>4 years ago</time>") == "2022-04-19"
    assert day("", "<p>3 days ago</p>") == "2026-05-17"


ITEM = "<li><a href=/a/{0}>Ferries wait at the old quay for gravel</a><div class=timestamp>Mon, Apr {0} 2022</div></li>"


def test_days_under_headlines_in_a_list_are_those_of_other_articles() -> None:
    related = "".join(map(ITEM.format, (18, 16, 15, 14, 13, 12)))
    assert (
        day("", f"<ul>{related}</ul><p class=byline>By Ann Lee</p><p>QUAY | Tue Apr 19, 2022 2:34am EDT</p>")
        == "2022-04-19"
    )
    assert day("", "<ul><li><a href=/by/lee>Ann Lee</a></li><li>April 19, 2022</li></ul>") == "2022-04-19"
