"""Times, headlines and first lines of a live report's entries are text together, or not at all."""

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.entries import entries
from newsarchive.extraction.page import Page

LEAD = "The council closed the old bridge on Tuesday morning after a lorry had struck one of its piers, and divers went down to look."
ENTRIES = {
    "18:40": ("Bridge to stay shut", "The engineers will not let anybody cross before they have seen the film of the divers."),
    "17:15": ("Ferry to sail at night", "Ferry boats will sail every half hour until midnight, and they will take bicycles free of charge."),
    "15:03": ("Lorry pulled out", "Two cranes lifted the lorry out of the river. Its driver watched from the other bank with a blanket."),
    "11:20": ("“It shook”", "A woman who lives by the bridge said that it shook like a table when the lorry struck the pier."),
}  # fmt: skip


def read(parts: str) -> list[str]:
    page = f"<html lang=en><title>Bridge closed</title><body><h1>Bridge closed</h1><main><p>{LEAD}</p>{parts}</main>"
    return extract(page, "https://www.example.test/news/live-1.html").body.split("\n")


def test_headlines_of_entries_are_text_although_their_times_are_not() -> None:
    parts = "".join(
        f"<article class=m><header><h2>{title}</h2><time>Updated at {time}</time></header><div><p>{text}</p></div><footer><a href=#>Share</a></footer></article>"
        for time, (title, text) in ENTRIES.items()
    )
    titles = [title for title, _ in ENTRIES.values()]
    assert [line for line in read(parts) if line in titles] == titles


@pytest.mark.parametrize("time", ["<p><b>【{}】</b></p>", "<div class=time-holder><span>{}</span></div>"])
def test_times_between_entries_stand_or_fall_together(time: str) -> None:
    parts = "".join(
        f"<div class=w>{time.format(at)}</div><div class=w><p>{text[: 150 - 40 * number]}.</p></div>"
        for number, (at, (_, text)) in enumerate(ENTRIES.items())
    )
    lines = read(parts)
    assert len([line for line in lines if line.strip("【】") in ENTRIES]) in (0, len(ENTRIES))


def test_a_heading_of_links_that_looks_like_those_of_the_text_is_none() -> None:
    links = "<ul><li><a href=/a>Market traders win their case over rents</a></li><li><a href=/b>Swimmers stay away</a></li></ul>"
    parts = "".join(f"<section><h2>{title}</h2><p>{text}</p></section>" for title, text in ENTRIES.values())
    assert "Elsewhere" not in read(f"{parts}<section><h2>Elsewhere</h2>{links}</section>")


@pytest.mark.parametrize("number", [1, 5])
def test_headings_above_texts_are_text_although_one_alike_is_not_above_any(number: int) -> None:
    page = Page(
        f"<h1>Bridge closed</h1><main><p>{LEAD}</p>"
        + "".join(f"<div><h3 class=t>{title}</h3><p>{text}</p></div>" for title, text in ENTRIES.values())
        + "<div><h3 class=t>Elsewhere</h3><h3 class=t>Weather</h3></div></main>" * (number == 5)
        + "<div><h3 class=t>Elsewhere</h3></div></main>" * (number == 1)
    )
    described = describe(Layout(page))
    titles = [title for title, _ in ENTRIES.values()]
    odds = [-0.5 if one.features.heading else 3.0 for one in described]
    odds[next(i for i, one in enumerate(described) if one.block.text == titles[1])] = -2.0
    text = [one.block.text for one, own in zip(described, entries(described, odds), strict=True) if own > 0]
    assert "Elsewhere" not in text
    assert [title for title in titles if title in text] == (titles if number == 1 else [])
