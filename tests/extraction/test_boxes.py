"""Boxes among the paragraphs are told from text by what they hold; lists, parts and headings of the text stay."""

import re

import pytest

from newsarchive.extraction import extract

TEXT = [
    "Thousands of households along the northern coast spent a second night without power after a storm brought down lines "
    "and closed roads from Hallow Point to the estuary.",
    "Winds of up to 140 kilometres an hour were measured at the lighthouse shortly before midnight, the highest since the "
    "station was rebuilt 31 years ago.",
    "“We heard the roof go and ran, the four of us,” said Tom Sayer, 58, who spent the night with his family in a school gym.",
    "The grid operator said that 6,200 homes had been connected again by noon, but that some villages would have to wait.",
    "Insurers put the damage at about 40 million, though they said it was too early for a reliable figure.",
]
CARD = "<div class=k><h3><a href=/c{n}>Harbour master retires after quarrel number {n}</a></h3><p>He says that he was pushed, and the council that he jumped.</p></div>"
BOXES = {
    "form": "<div class=q><h4>The Morning Tide</h4><p>Everything you need to know before breakfast.</p><label>Email address</label><input type=email></div>",
    "advertisement": "<div class=q><span>Advertisement</span><p>Book your summer on the islands: seven nights from 399, ferry included.</p></div>",
    "cards of other articles": f"<div class=q>{CARD.format(n=1)}{CARD.format(n=2)}</div>",
    "one card": "<div class=q><a href=/c3><img src=c.jpg><span>Ferry firm wants a longer pier</span></a><p>The company says that its ships have outgrown the old one.</p></div>",
    "read elsewhere": "<div class=q><p><b>Read also:</b></p><p><b>Harbour master retires</b></p><p>He says that he was pushed. <a href=/c4>The whole story</a></p></div>",
    "an offer": "<div class=q><h3>My news</h3><p>Sign up for our daily newsletter to get the news first.</p></div>",
    "an invitation": "<div class=q><h3>The Herald's circle</h3><p>This article is free to read.</p><p>Sign up for free to go on.</p></div>",
    "facts left out": "<section class=facts><h2>Facts: the station</h2><p>Photo: 1936</p><p>Source: 1988</p></section>",
    "an offer behind a link": "<div class=q><strong>The Morning Tide</strong><p>The five things to know on the coast, every day at seven.</p><a href=/de/newsletter/>OK</a></div>",
    "a greeting": "<div class=q><p>Hello!</p><p>Sign up for our daily newsletter to get the news first.</p></div>",
    "comments": "<div class=q><h3>2 Comments</h3><div><b>salty</b><p>The firm has known about those woods for years. Nobody listens to us.</p></div></div>",
    "biography": "<div class=q><h4>Ada Moor</h4><p>Ada Moor has written about the coast since 2014. She lives in Winnow with two dogs.</p></div>",
    "comments under a name": "<div class=q><b>Bo Yu</b><h3>Leave a comment</h3><p>The firm has known about those woods for years, and nobody has listened to those who live beside them.</p></div>",
    "about the author": "<div class=q><div>About the author</div><p>Thousands have read what she writes of the coast, and nobody has seen her off it in thirty years.</p></div>",
    "gallery": "<div class=q><img src=1.jpg><span>2 of 3</span><p>The roof of the school gym lies on the road to Hallow.</p></div>",
    "caption": "<div class=q><img src=1.jpg><p>Ada Moor / Coast Herald</p></div>",
    "a label": "<div class=q><span>In other matters</span><a href=/c5>Harbour master retires</a><a href=/c6><b>Ferry firm wants a pier</b></a></div>",
    "a card without an address": "<div class=q><a><h4>Harbour master retires</h4><p>He says that he was pushed, and the council that he jumped.</p></a></div>",
    "few words": "<aside class=q><q>and ran, the four of us</q></aside>",
    "pulled quote": "<aside class=q><p>“We heard the roof go and ran”</p><cite>Tom Sayer</cite></aside>",
}  # fmt: skip
KEPT = {
    "a list": "<ul><li>Hallow Point has no water, and the school there is shut</li><li>Winnow has no ferry before the weekend</li></ul>",
    "a quotation": "<blockquote><p>The lines run through woods that nobody can enter yet.</p></blockquote>",
    "a part": "<div class=q><p>The harbour at Winnow stayed shut, and the ferry to the islands will not sail before the weekend.</p></div>",
    "a heading": "<h2>Comments from the council</h2>",
    "a heading in a box": "<div class=q><h2>What happens next</h2></div>",
}  # fmt: skip

WIDGETS = {
    "a poll": "<div class=Article_elementPoll><h3>Have you ever lost power for a night?</h3><span>4,812 votes</span></div>",
    "results": "<div class=c-poll><p>Who should pay?</p><ul><li>71% The operator</li><li>29% The council</li></ul></div>",
    "a player": "<div class=video-player><span>01:12</span><p>See the roof go</p></div>",
    "consent": "<div class=opt-in><p>With your consent, a film is loaded here.</p><span>Always load films</span></div>",
}  # fmt: skip
UNLIKE_WIDGETS = {
    "a film without its length": "<div class=video><p>The film of the roof was seen by nobody but the two sisters who had made it that night.</p></div>",
    "a word like poll": "<div class=pollution><p>The harbour has been closed to bathers since oil was seen off the point on Monday.</p></div>",
}  # fmt: skip


def read(inserted: str, at: int, *, classes: bool) -> list[str]:
    paragraphs = [f"<p>{line}</p>" for line in TEXT]
    story = "".join([*paragraphs[:at], inserted, *paragraphs[at:]])
    head = "<h1>Storm leaves thousands without power</h1><div>By Ada Moor</div><div>19 April 2022</div>"
    page = f"<html lang=en><body><div class=n><a href=/>Herald</a></div>{head}<div class=c>{story}</div></body></html>"
    page = page if classes else re.sub(r" class=\w+", "", page)
    return extract(page, "https://www.example.test/news/storm-123456.html").body.split("\n")


@pytest.mark.parametrize("classes", [True, False])
@pytest.mark.parametrize("at", [3, 5])
@pytest.mark.parametrize("name", BOXES)
def test_a_box_is_no_text_whatever_its_name(name: str, at: int, *, classes: bool) -> None:
    if name in ("biography", "about the author"):
        at = len(TEXT)
    assert read(BOXES[name], at, classes=classes) == TEXT


@pytest.mark.parametrize("name", WIDGETS)
def test_what_is_pressed_or_played_is_no_text(name: str) -> None:
    assert read(WIDGETS[name], 3, classes=True) == TEXT


@pytest.mark.parametrize("name", UNLIKE_WIDGETS)
def test_a_box_with_a_name_like_a_widget_is_text(name: str) -> None:
    assert len(read(UNLIKE_WIDGETS[name], 3, classes=True)) == len(TEXT) + 1


def test_an_offer_above_the_text_is_no_text() -> None:
    appeal = "<div class=q><h3>Your support helps us to tell the story</h3><p>From the harbour to the woods, our three reporters are there when the storm is.</p><button>Give</button></div>"
    assert read(appeal, 0, classes=True) == TEXT


@pytest.mark.parametrize("name", KEPT)
def test_what_the_author_set_apart_is_text(name: str) -> None:
    lines = [line for line in re.split(r"<[^>]*>", KEPT[name]) if line]
    assert read(KEPT[name], 3, classes=True) == [*TEXT[:3], *lines, *TEXT[3:]]


def test_what_a_box_is_stands_beside_what_was_removed() -> None:
    story = "".join(f"<p>{line}</p>" for line in [*TEXT[:3], BOXES["pulled quote"], *TEXT[3:]])
    page = f"<h1>Storm</h1><div>{story}</div>".replace("aside", "div")
    article = extract(page, "https://www.example.test/a/storm-1.html")
    assert {block.text: block.rule for block in article.removed} == {
        "“We heard the roof go and ran”": "pulled quote",
        "Tom Sayer": "pulled quote",
    }


def test_a_heading_between_paragraphs_is_text_after_a_box_too() -> None:
    links = "<div><h3>Related</h3><ul><li><a href=/x1>Ferry firm wants a longer pier at Winnow</a></li></ul></div>"
    inserted = f"{links}<h2>What happens next</h2>"
    assert read(inserted, 3, classes=False) == [*TEXT[:3], "What happens next", *TEXT[3:]]


CHINESE = [
    "市政府周二宣布，滨河步道二期工程将于下月开工，全长四点二公里。此前，有关部门与草地承包户的协商历时三年。",
    "工程分三个阶段进行。第一阶段投资一千二百万元，将在秋汛来临之前完成河床清淤和护岸加固。",
    "“我们在这里住了三十年，每年夏天都怕发大水。”去年家中进水的柯女士说，“没有人跟我们讲过这件事。”",
    "副市长安朗表示，施工将在每晚十点前停止，并为居民和学生开辟临时通道。",
]
CHINESE_BOXES = [
    "<p align=center><img src=2.jpg></p><p align=center>市民在步道上散步</p>",
    "<p><img src=2.jpg></p><p style='text-align: center'>何云 摄</p>",
    "<div><h3>网友评论（2）</h3><div><b>河边人</b><p>早就该修了，每年下雨都过不去。</p></div></div>",
    "<div><h4>何云</h4><p>何云，本报首席记者，长期关注河流治理，著有《河边三十年》。</p></div>",
    "<div><h3>关于我们</h3><p>滨河网是滨河市唯一的综合性新闻门户网站，由市委宣传部主管。</p></div>",
    "<div><p>“没有人跟我们讲过这件事。”</p></div>",
    "<div><p>视频加载中，请稍候...</p><p>自动播放</p></div>",
    "<div>"
    + "".join(f"<div><h3><a href=/w{n}>港务局长因海鸥之争提前退休</a></h3><p>他说自己是被迫的，双方各执一词。</p><span>{n}小时前</span></div>" for n in (2, 3))
    + "</div>",
]  # fmt: skip


@pytest.mark.parametrize("box", CHINESE_BOXES)
def test_boxes_of_a_chinese_portal_are_no_text(box: str) -> None:
    story = "".join(f"<p>　　{line}</p>" for line in CHINESE)
    line = "<div>2022-04-19 10:17　来源：滨河日报　作者：何云</div>"
    page = f"<html lang=zh-CN><body><h1>滨河步道将延长四公里</h1>{line}<div>{story}{box}</div></body></html>"
    assert extract(page, "https://www.example.test/2022/0419/1.html").body.split("\n") == CHINESE


def test_lines_of_a_text_that_is_centred_as_a_whole_stay() -> None:
    story = "".join(f"<p align=center>{line}</p>" for line in CHINESE)
    page = f"<html lang=zh-CN><body><h1>滨河步道</h1><div>{story}<p><img src=2.jpg></p><p align=center>三月的河</p><p align=center>{CHINESE[0]}</p></div></body></html>"
    assert "三月的河" in extract(page, "https://www.example.test/2022/0419/1.html").body


SKELETONS = {
    "a wrapper for each paragraph": ("<div class=w>{}</div>", "<div>{}</div>"),
    "lines in one element": ("{}<br><br>", "<div>{}</div>"),
    "paragraphs in a cell": ("<p>{}</p>", "<table><tr><td><a href=/a>Home</a></td><td>{}</td></tr></table>"),
}  # fmt: skip


@pytest.mark.parametrize("box", ["form", "cards of other articles", "comments", "gallery", "pulled quote"])
@pytest.mark.parametrize("skeleton", SKELETONS)
def test_boxes_are_told_apart_however_the_paragraphs_are_kept(skeleton: str, box: str) -> None:
    paragraph, whole = SKELETONS[skeleton]
    lines = [paragraph.format(line) for line in TEXT]
    story = whole.format("".join([*lines[:3], BOXES[box].replace(" class=q", ""), *lines[3:]]))
    page = f"<html lang=en><body><h1>Storm leaves thousands without power</h1><div>19 April 2022</div>{story}</body></html>"
    assert extract(page, "https://www.example.test/news/storm-123456.html").body.split("\n") == TEXT


@pytest.mark.parametrize("box", ["form", "cards of other articles", "comments", "biography"])
def test_a_short_text_is_told_from_what_stands_below_it(box: str) -> None:
    head = "<h1>Storm leaves thousands without power</h1><div>By Ada Moor 19 April 2022</div>"
    story = "".join(f"<p>{line}</p>" for line in TEXT[:3])
    page = f"<html lang=en><body>{head}<div>{story}</div>{BOXES[box].replace(' class=q', '')}</body></html>"
    assert extract(page, "https://www.example.test/news/storm-123456.html").body.split("\n") == TEXT[:3]


@pytest.mark.parametrize(
    "box",
    [
        "<div class=video><span>01:12</span><p>See the roof go</p></div>",
        "<table align=left><tr><td><img src=1.jpg></td></tr><tr><td>The roof of the school gym lies on the road to Hallow.</td></tr></table>",
    ],
)
def test_a_player_and_a_picture_at_the_side_of_a_short_text_are_no_text(box: str) -> None:
    head = "<h1>Storm leaves thousands without power</h1><div>By Ada Moor</div><div>19 April 2022</div>"
    paragraphs = [f"<p>{line}</p>" for line in TEXT[:4]]
    story = "".join([*paragraphs[:2], box, *paragraphs[2:]])
    page = f"<html lang=en><body><div class=n><a href=/>Herald</a></div>{head}<div class=c>{story}</div></body></html>"
    assert extract(page, "https://www.example.test/news/storm-123456.html").body.split("\n") == TEXT[:4]


BELOW = {
    "footer": "<table><tr><td>Published by the town of Winnow<br>Best seen at 1024*768<br>© 2022 Coast Herald</td></tr></table>",
    "side piece": "<div role=complementary><p>The weather tomorrow will be mild, with rain from the west and a wind that turns.</p></div>",
    "related": "<div id=related><div>STORM COAST</div><p>The Herald is the most vibrant community of readers on the coast, opinionated and discerning. With your insights, you help shape the stories that can shape the town.</p><ul><li>Latest</li><li>Trending</li></ul><div><a href=/r1>Harbour master retires</a><div>By Bo Yu | 1 hours ago</div></div><div><a href=/r2>Ferry firm wants a pier</a><div>By Bo Yu | 2 hours ago</div></div></div>",
    "aside": "<aside><p>The weather tomorrow will be mild, with rain from the west and a wind that turns.</p></aside>",
}  # fmt: skip


@pytest.mark.parametrize("box", BELOW)
def test_what_a_page_ends_with_is_no_text(box: str) -> None:
    head = "<h1>Storm leaves thousands without power</h1><p>By Ada Moor</p>"
    story = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<html lang=en><body>{head}<div>{story}</div>{BELOW[box]}</body></html>"
    assert extract(page, "https://www.example.test/news/storm-123456.html").body.split("\n") == TEXT


@pytest.mark.parametrize(
    ("attribute", "stays"),
    [
        ('class="fact-box"', False),
        ("class=article__infoBox", False),
        ("class=faktaruta", False),
        ("role=dialog", False),
        ('class="box facts-of-life"', True),
    ],
)
def test_a_box_of_facts_or_a_dialog_among_the_paragraphs_is_no_text(attribute: str, *, stays: bool) -> None:
    facts = "The lighthouse was built in 1871, and its lamp can be seen for nineteen miles."
    paragraphs = [f"<p>{line}</p>" for line in TEXT]
    paragraphs.insert(
        3, f"<div {attribute}><h4>The lighthouse</h4><p>{facts}</p><p>It was last painted in May.</p></div>"
    )
    html = f"<html lang=en><title>Storm</title><h1>Storm</h1><main>{''.join(paragraphs)}</main>"
    assert (facts in extract(html, "https://news.example.test/a/1.html").body) is stays


def test_a_form_that_is_as_long_as_a_part_of_the_text_is_none() -> None:
    words = "<h3>The Morning Tide</h3><p>Everything that you need to know before breakfast, every day at seven.</p>"
    consent = "<p>We keep your address for as long as you read us, and give it to nobody else.</p>"
    parts = "".join(f"<div class=part><p>{line}</p></div>" for line in TEXT)
    form = f"<div class=k7>{words}<input type=email name=mail>{consent}</div>"
    read = extract(f"<html lang=en><h1>Storm</h1><div>{parts}{form}</div>", "https://news.example.test/1.html")
    assert read.body.split("\n") == TEXT


@pytest.mark.parametrize(("name", "stays"), [("ad-unit", False), ("quay-unit", True)])
def test_what_is_called_an_advertisement_and_is_no_sentence_is_one(name: str, stays: bool) -> None:
    story = "".join(f"<p>{line}</p>" for line in TEXT)
    story = story.replace("<p>Insurers", f"<div class={name}><span>Nine islands, one ferry</span></div><p>Insurers")
    body = extract(f"<html lang=en><h1>Storm</h1><div>{story}</div>", "https://news.example.test/1.html").body
    assert ("Nine islands" in body) is stays
