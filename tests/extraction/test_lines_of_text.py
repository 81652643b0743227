"""Lines that only line breaks part are the text together, however short each of them is."""

import pytest

from newsarchive.extraction import extract

VERSES = [
    [
        "The river went down to its bones",
        "And the boats lay about in the mud",
        "My father was counting the stones",
        "That he knew from the year of the flood",
    ],
    ["Low water, low water", "Bring the heron back to the wall", "Low water, my daughter", "There’s nothing to cross at all"],
    [
        "They found an old bicycle frame",
        "And a bell with the name of a ship",
        "And nobody there knew the name",
        "And the rope came away at a grip",
    ],
    ["Low water, low water", "Let the children walk out to the pier", "Low water, my daughter", "We have come to the end of the year"],
]  # fmt: skip
TEASERS = {
    "Two more ferries": "The ferry company will add two sailings on Sundays after complaints from the islands, its director said.",
    "Dog comes home": "A dog that had been missing for nine weeks was found asleep in the waiting room of the harbour office.",
    "Room to read": "The school will open its new library in May, with rooms for forty readers and a garden behind it.",
}
SIDE = "".join(
    f"<div class=x><h4><a href=/n/{title}>{title}</a></h4><p>{text}</p></div>" for title, text in TEASERS.items()
)


@pytest.mark.parametrize(
    "form",
    [
        "<div class=txt>{}</div>",
        "<table><tr><td>{}</td></tr></table>",
        "<font size=2>{}</font>",
        "<div><span>{}</span></div>",
    ],
)
def test_a_song_is_the_text_and_the_teasers_beside_it_are_not(form: str) -> None:
    song = form.format("<br><br>".join("<br>".join(verse) for verse in VERSES))
    page = f"""<html lang=en><title>Low Water</title><div id=w><div id=m><h1>Low Water</h1>{song}</div>
        <div id=s>{SIDE}</div></div>"""
    body = extract(page, "https://songs.example.test/low-water").body
    assert body.split("\n") == [line for verse in VERSES for line in verse]


def test_short_stanzas_are_text_in_paragraphs_of_their_own() -> None:
    stanzas = [["市人大常委会周二晚间表决通过决定，", "市立露天泳池将在本季结束后关闭。", "十一人赞成，九人反对。"]]
    stanzas += [["两百多名市民到场旁听，", "讨论持续了三个小时。"], ["有人哭了，有人鼓掌，", "更多的人只是坐着。"]]
    text = "".join(f"<p>{'<br>'.join(lines)}</p>" for lines in stanzas)
    page = f"""<html lang=zh><title>泳池将关闭</title><body><h1><a href=/>河边手记</a></h1><article><h1>泳池将关闭</h1>
        <ul><li>作者: <a href=/a>丁一</a></li><li>时间: 2026-05-13</li></ul><div>{text}</div></article></body>"""
    body = extract(page, "https://notes.example.test/archives/88/").body
    assert body.split("\n") == [line for lines in stanzas for line in lines]
