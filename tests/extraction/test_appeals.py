"""Appeals for money to the site are no text; what an article says about giving money is."""

import pytest

from newsarchive.extraction import extract

TEXT = [
    f"The well at {place} was paid for twice, the auditors write, and the second time by people who had never heard of the first."
    for place in ("Winnow", "Hallow Point", "Gullport", "Marsh End", "Old Pier", "Tolm")
]
APPEALS = [
    "<hr><h3>Support the Post's journalism</h3><p><em>We believe that news should be free to read for all, whatever they earn.</em></p>"
    "<h2>Would you consider a modest contribution every month?</h2><h2><a href=/donate>Make a contribution</a></h2>",
    "<h3>Unterstützen Sie uns</h3><p>Unsere Recherchen kosten Geld, und wir verlangen keines von denen, die sie lesen.</p><p><a href=/de/spenden>Jetzt spenden</a></p>",
    "<h3>Gemeinsam für den Hafen</h3><p>Wir gehören denen, die uns lesen, und verlangen doch von niemandem Geld. <a href=/mit-uns/>Jetzt unterstützen</a></p>",
]  # fmt: skip
KEPT = [
    "<h3>Support for the wells dwindles</h3><p>Nobody has given anything since March, and the pumps need oil twice a year.</p>",
    "<h3>How to help</h3><p>The parish takes pumps and pipes on Saturdays, and money at any time of the day.</p>"
    "<p><a href=https://parish.example.test/donate>Give to the parish</a></p>",
    "<h3>Gemeinsam für den Hafen</h3><p>Der Verein sucht Helfer für die Pumpen. <a href=https://verein.example.test/>Jetzt unterstützen</a></p>",
    "<h3>Support for carers</h3><p>Those who look after a parent may ask the parish for a bed and a nurse for a week.</p>"
    "<p><a href=/support/carers>Where to ask for a bed</a></p>",
    "<p>The parish has counted its wells, and found that four of the nine are dry for most of the summer.</p>"
    "<p>Who wants to see them may come on Sundays, the vicar says, and bring a pump. <a href=/wells/>Support us</a></p>",
    "<h3>Help for the harbour</h3><p>Two tugs have been sent from the north, and are to be here by Friday, the owners say.</p>"
    "<p>The Post, which has <a href=/donate>a page for gifts</a>, will hand over what it was given in May.</p>",
    "<h3>Support from the coast</h3><p>The ferry firm has sent two engineers, and the school three hundred letters.</p>"
    "<p><a href=/donate>Give to the Post</a></p><p>The engineers will stay until the last of the pumps has been looked at.</p>",
]


def read(last: str) -> list[str]:
    story = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<html lang=en><body><h1>Wells paid for twice</h1><p>By Ada Moor</p><div>{story}{last}</div></body></html>"
    return extract(page, "https://news.example.test/town/wells-paid-for-twice").body.split("\n")


@pytest.mark.parametrize("last", APPEALS)
def test_an_appeal_is_no_text(last: str) -> None:
    assert read(last) == TEXT


@pytest.mark.parametrize("last", KEPT)
def test_a_chapter_about_giving_is_text(last: str) -> None:
    assert len(read(last)) >= len(TEXT) + 2
