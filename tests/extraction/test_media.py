"""Pictures come with what is printed under them and who made them; posts and players with where they lead."""

from dataclasses import replace

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body import read_body
from newsarchive.extraction.page import Page
from newsarchive.extraction.structure.captions import Captions
from newsarchive.items import Block, BlockKind, Image

URL = "http://www.harbour.test/2026/03/14/ferry-towed-free/"
TEXT = "The ferry was towed free on Saturday morning, a tide earlier than anybody at the pier had dared to promise. "


def blocks_with(html: str, before: str = "") -> list[Block]:
    """Return the blocks of an article with some HTML in the middle, but for its paragraphs."""
    body = f"<h1>Ferry towed free</h1>{before}<p>{TEXT}One.</p><p>{TEXT}Two.</p>{html}<p>{TEXT}Three.</p><p>{TEXT}Four.</p>"
    article = extract(
        f"<html><head><title>Ferry towed free</title></head><body><article>{body}</article></body></html>", URL
    )
    assert [line[-6:].split()[-1] for line in article.body.split("\n") if line.startswith(TEXT)] == [
        "One.", "Two.", "Three.", "Four.",
    ]  # fmt: skip
    return [block for block in article.blocks if not block.text.startswith(TEXT)]


def picture_with(html: str) -> Image:
    """Return the only picture in some HTML."""
    (block,) = (block for block in blocks_with(html) if block.kind is BlockKind.IMAGE)
    assert block.image
    return block.image


IMG = "<img src=/f.jpg>"
CAPTIONS = {
    "a class for the credit": (
        "<figure><img src=/f.jpg><figcaption><span class=caption__text>The ferry at noon.</span>"
        "<span class=caption__credit>Ann Lee</span></figcaption></figure>",
        ("The ferry at noon.", "Ann Lee"),
    ),
    "a line of an agency": (
        "<figure><img src=/f.jpg><div>Getty Images</div><figcaption>The ferry at noon</figcaption></figure>",
        ("The ferry at noon", "Getty Images"),
    ),
    "words for readers of screens": (
        "<figure><img src=/f.jpg><figcaption><span class=visually-hidden>Image caption,</span> The ferry at noon."
        "</figcaption></figure>",
        ("The ferry at noon.", None),
    ),
    "a caption given twice": (
        "<figure><img src=/f.jpg><div>The ferry at noon</div><figcaption>The ferry at noon</figcaption></figure>",
        ("The ferry at noon", None),
    ),
    "a label": ("The ferry at noon. Photo: Ann Lee", ("The ferry at noon.", "Ann Lee")),
    "a label in brackets": ("Die Fähre am Mittag (Foto: Ann Lee/dpa)", ("Die Fähre am Mittag", "Ann Lee/dpa")),
    "a label with an agency in brackets": ("Die Fähre. Foto: Ann Lee (Keystone)", ("Die Fähre.", "Ann Lee (Keystone)")),
    "an agency in brackets": ("Le ferry à midi. (Ann Lee/SIPA)", ("Le ferry à midi.", "Ann Lee/SIPA")),
    "an agency without brackets": ("The ferry at noon.Unsplash/Ann Lee", ("The ferry at noon.", "Unsplash/Ann Lee")),
    "nothing but a credit": ("© Ann Lee / Reuters", (None, "Ann Lee / Reuters")),
    "a Chinese reporter": ("图为港口。新华社记者 李明 摄", ("图为港口。", "李明")),
    "a Chinese lender": ("渡轮脱险（王芳 供图）", ("渡轮脱险", "王芳")),
    "a Japanese reporter": ("渡し船＝13日、港で（田中花子撮影）", ("渡し船＝13日、港で", "田中花子")),
    "a Japanese reporter without brackets": ("渡し船＝13日、港で 田中花子撮影", ("渡し船＝13日、港で", "田中花子")),
    "a Chinese reporter in a line alone": (
        "<div><img src=/f.jpg><div>渡輪停在港口。</div><div class=credit>（林美華攝）</div></div>", ("渡輪停在港口。", "林美華"),
    ),
    "attributes around a link to the whole": (
        "<a href=# data-caption='The ferry at noon'><span><a href=/f.jpg><img src=/s.jpg></a></span></a>", ("The ferry at noon", None),
    ),
    "a credit under another size": (
        "<figure><img src=/f-300x200.jpg><p>The ferry at noon.</p><img src=/f-900x600.jpg><p class=by>Ann Lee/AP</p></figure>",
        ("The ferry at noon.", "Ann Lee/AP"),
    ),
    "a Korean reporter": ("여객선이 항구를 떠나고 있다. 홍길동 기자", ("여객선이 항구를 떠나고 있다.", "홍길동")),
    "an agency in a sentence": ("The AP reporter waits on the pier.", ("The AP reporter waits on the pier.", None)),
    "a user of a stock": ("A ferry at a pier. evgenyb/iStock/Getty Images", ("A ferry at a pier.", "evgenyb/iStock/Getty Images")),
    "a label without a space": ("The ferry at noon.Credit...Ann Lee/AP", ("The ferry at noon.", "Ann Lee/AP")),
    "a label with a point and a colon": ("Prom. Fot.: Jan Nowak", ("Prom.", "Jan Nowak")),
    "two labels": ("Die Fähre. © Foto: Ann Lee", ("Die Fähre.", "Ann Lee")),
    "a Hindi label": ("घाट पर नाव। फोटो: Ann Lee", ("घाट पर नाव।", "Ann Lee")),
    "a credit above": (
        "<figure><div><img src=/f.jpg><span>© Ann Lee</span></div><figcaption>The ferry at noon</figcaption></figure>",
        ("The ferry at noon", "Ann Lee"),
    ),
    "a box without names": ("<div><img src=/f.jpg><span>The ferry at noon. Photo: Ann Lee</span></div>", ("The ferry at noon.", "Ann Lee")),
    "a box with two lines": (
        "<div><img src=/f.jpg><div>The ferry at noon.</div><div>Photo: Ann Lee</div></div>", ("The ferry at noon.", "Ann Lee"),
    ),
    "a table": (
        "<table align=center><tr><td><img src=/f.jpg></td></tr><tr><td>The ferry at noon. Photo: Ann Lee</td></tr></table>",
        ("The ferry at noon.", "Ann Lee"),
    ),
    "a gallery's item": (
        "<dl><dt><img src=/f.jpg></dt><dd class=wp-caption-text>The ferry at noon. Photo: Ann Lee</dd></dl>",
        ("The ferry at noon.", "Ann Lee"),
    ),
    "attributes": (
        "<p><a href=# data-caption='The ferry at noon'><img src=/f.jpg title='© Ann Lee'></a></p>", ("The ferry at noon", "Ann Lee"),
    ),
    "a title that is no credit": (
        "<p><img src=/f.jpg title='A picture of the ferry and its crew'></p>", (None, None),
    ),
    "a heading beside it": ("<div><img src=/f.jpg><h4>More of the harbour</h4></div>", (None, None)),
    "a number among others": (
        "<div><img src=/f.jpg><div>Bild 2 von 10</div><div class=caption>The ferry at noon. Photo: Ann Lee</div></div>",
        ("The ferry at noon.", "Ann Lee"),
    ),
    "an author by a class": (
        "<figure><img src=/f.jpg><figcaption>Most od strony portu <i class=cg_img_autor>Piotr Okoń</i></figcaption></figure>",
        ("Most od strony portu", "Piotr Okoń"),
    ),
    "a label before a class": (
        "<figure><img src=/f.jpg><figcaption>Most od strony portu / Źródło: <i class=source>Piotr Okoń</i></figcaption></figure>",
        ("Most od strony portu", "Piotr Okoń"),
    ),
    "an agency behind a slash": ("Most od strony portu / Shutterstock", ("Most od strony portu", "Shutterstock")),
    "a name and a lender alone": ("Πέτρος Οκάς/Eurofoto", (None, "Πέτρος Οκάς/Eurofoto")),
    "a place and its other name": ("Bolzano/Bozen", ("Bolzano/Bozen", None)),
    "a lender apart": ("El puente <span>Pedro Ocampo - LA VOZ</span>", ("El puente", "Pedro Ocampo - LA VOZ")),
    "two places apart": ("Der Zug <b>Essen-Altendorf - Krupp-Gürtel</b>", ("Der Zug Essen-Altendorf - Krupp-Gürtel", None)),
    "a word without a colon": ("Most zo strany prístavu. Foto Petr Okáľ", ("Most zo strany prístavu.", "Petr Okáľ")),
    "a word in a sentence": ("Jeho fotky nikto nevidel. Foto nechal doma.", ("Jeho fotky nikto nevidel. Foto nechal doma.", None)),
    "a compound": ("Die Fähre. Archivfoto: Ann Lee", ("Die Fähre.", "Ann Lee")),
    "the author of a picture": ("Автор фото: Анна Ли", (None, "Анна Ли")),
    "a line like an offer": ("<div class=big_photo><img src=/f.jpg><div>Фото: АГЕНТСТВО/Анна Ли</div></div>", (None, "АГЕНТСТВО/Анна Ли")),
    "a Korean reporter with an address": ("다리. 홍길동 기자 key@example.test", ("다리.", "홍길동")),
    "a box without names in Arabic": ("<div class=articleimg><img src=/f.jpg><p>الجسر القديم - تصوير : مريم</p></div>", ("الجسر القديم", "مريم")),
    "names for the caption's author": (
        "<figure><img src=/f.jpg><figcaption><span class=caption_text>The ferry at noon</span> <span class=caption_author>Ann Lee</span></figcaption></figure>",
        ("The ferry at noon", "Ann Lee"),
    ),
    "a source's name in capitals": (
        "<figure><img src=/f.jpg><figcaption><span class=Image-Credit>Harbour Images/Lee</span> <span class=Image-Caption>The ferry at noon.</span></figcaption></figure>",
        ("The ferry at noon.", "Harbour Images/Lee"),
    ),
    "a name in an element of its own": ("The ferry at noon.<span>Ann Lee</span>", ("The ferry at noon.", "Ann Lee")),
    "a place in an element of its own": ("The ferry, seen from<span>Northby Pier</span>", ("The ferry, seen fromNorthby Pier", None)),
    "a caption in a box for credits": ('<figure><img src=/f.jpg></figure><div class=media-credit><span class="image-caption">The ferry at noon.</span> <span class="image-credit">Photo: Ann Lee</span></div>', ("The ferry at noon.", "Ann Lee")),
    "whom a caption cites": ("<figure><img src=/f.jpg><figcaption><p>The ferry at noon.<cite>(Nine)</cite></p></figcaption></figure>", ("The ferry at noon.", "Nine")),
    "a credit before the caption": (
        "<figure><img src=/f.jpg><figcaption><span>Foto: Jan Malý, Přístav</span><span>Loď v poledne kotví u mola.</span></figcaption></figure>", ("Loď v poledne kotví u mola.", "Jan Malý, Přístav"),
    ),
    "an agency in an element of its own": ("Die Fähre. <span>Getty Images / Westend61</span>", ("Die Fähre.", "Getty Images / Westend61")),
    "an agency in a link": ("Die Fähre. (Foto: Ann Lee auf <a href=//unsplash.com>Unsplash</a>)", ("Die Fähre.", "Ann Lee auf Unsplash")),
    "a credit with an entity": ("Die Fähre. <span>imago/Harbour stock&amp;people</span>", ("Die Fähre.", "imago/Harbour stock&people")),
    "an office in brackets": ("The ferry at noon. (City of Northby)", ("The ferry at noon.", "City of Northby")),
    "a day in brackets": ("The ferry at noon. (Published March 14, 2026)", ("The ferry at noon. (Published March 14, 2026)", None)),
    "words in brackets": ("The ferry at noon. (Seen from the pier)", ("The ferry at noon. (Seen from the pier)", None)),
    "a licence": ("Die Fähre. <span>– CC-BY 4.0 hafen.test</span>", ("Die Fähre.", "CC-BY 4.0 hafen.test")),
    "a dash before the sign": ("De veerpont om twaalf uur. — © Ann Lee", ("De veerpont om twaalf uur.", "Ann Lee")),
    "a label before the sign": ("Die Fähre. Bild © hr/Ann Lee", ("Die Fähre.", "hr/Ann Lee")),
    "a Swahili label": ("Feri bandarini. (Picha na Neema Mushi)", ("Feri bandarini.", "Neema Mushi")),
    "a Japanese reporter behind a place": ("渡し船＝13日、港で、田中花子撮影", ("渡し船＝13日、港で", "田中花子")),
    "a Russian credit in a line alone": (
        "<figure><img src=/f.jpg><figcaption><p>Паром у причала</p><p>Фото: Анна Ли, Гавань</p></figcaption></figure>", ("Паром у причала", "Анна Ли, Гавань"),
    ),
    "a button": ("姚明观看比赛。点击看清晰大图", ("姚明观看比赛。点击看清晰大图", None)),
    "a still": ("姚明观看比赛。视频截图", ("姚明观看比赛。视频截图", None)),
}  # fmt: skip


@pytest.mark.parametrize("html, expected", CAPTIONS.values(), ids=CAPTIONS.keys())
def test_captions_and_credits(html: str, expected: tuple[str | None, str | None]) -> None:
    if not html.startswith("<"):
        html = f"<figure><img src=/f.jpg><figcaption>{html}</figcaption></figure>"
    picture = picture_with(html)
    assert (picture.caption, picture.credit) == expected


def test_a_picture_may_stand_above_the_headline() -> None:
    facts = "<div>Por: Ada Moor</div><div>10 marzo, 2026</div><div>3 minutos</div><div>Seguir</div>"
    for lead, count in (
        (f"<figure>{IMG}</figure>", 1),
        (f"<div class=photo>{IMG}<i>Photo: Ann Lee</i></div>", 1),
        (IMG, 0),
    ):
        page = f"<article>{lead}<h1>Free</h1>{facts}<p>{TEXT * 3}</p><p>{TEXT * 3}</p></article>"
        found = extract(page, "http://www.harbour.test/1.html").blocks
        assert [block.kind for block in found].count(BlockKind.IMAGE) == count


def test_a_caption_under_a_picture_without_a_figure() -> None:
    picture = picture_with(
        "<p><img src=/f.jpg width=600></p><p style='text-align:center'>图为港口。新华社记者 李明 摄</p>"
    )
    assert picture == Image("http://www.harbour.test/f.jpg", "图为港口。", "李明")


def test_pictures_in_one_element_share_what_is_printed_there() -> None:
    caption = "<figcaption>The ferry at noon. Photo: Ann Lee</figcaption>"
    page = Page(
        f"<article><h1>Free</h1><p>{TEXT * 3}</p><figure>{'<img src=/f.jpg>' * 9}{caption}</figure><p>{TEXT * 3}</p>"
    )
    captions = Captions(read_body(page), page.media)
    assert {captions.of(picture) for picture in page.media} == {("The ferry at noon.", "Ann Lee")}
    assert len(captions.known) == 1  # of a gallery of thousands, each would cost as much as the page


def test_an_alternative_text_is_no_caption() -> None:
    assert picture_with("<p><img src=/f.jpg alt='A ferry'></p>") == Image(
        "http://www.harbour.test/f.jpg", alt="A ferry"
    )
    assert picture_with("<p><img src=/f.jpg alt='IMG_2041.jpg'></p>").alt is None


def test_captions_of_a_gallery_are_each_of_their_picture() -> None:
    items = "".join(f"<div><img src=/{name}.jpg><p>Ferry {name} at noon.</p></div>" for name in "abc")
    lines = "".join(f"<p><img src=/{name}.jpg></p><p><small>Ferry {name} at noon.</small></p>" for name in "def")
    unscripted = "".join(
        f"<div><noscript><img src=/{name}.jpg></noscript><div class=caption>Ferry {name} at noon.</div></div>"
        for name in "jkl"
    )
    figure = "".join(f"<img src=/{name}.jpg><figcaption>Ferry {name} at noon.</figcaption>" for name in "ghi")
    gallery = f"<div>{items}</div>{lines}<figure>{figure}</figure><div>{unscripted}</div>"
    found = [block.image for block in blocks_with(gallery) if block.image]
    assert [(image.url[-5:], image.caption) for image in found] == [
        (f"{n}.jpg", f"Ferry {n} at noon.") for n in "abcdefghijkl"
    ]


def test_a_picture_for_browsers_without_scripts_counts_where_no_other_stands() -> None:
    alone = "<span class=lazy></span><noscript><img src=/f.jpg alt='A ferry'></noscript>"
    assert picture_with(alone) == Image("http://www.harbour.test/f.jpg", alt="A ferry")
    lazy = "<img src=blank.gif data-src=/f-large.jpg><noscript><img src=/f-small.jpg></noscript>"
    assert picture_with(lazy).url == "http://www.harbour.test/f-large.jpg"


def test_a_line_left_out_right_under_a_picture_is_its_caption_if_it_says_who_made_it() -> None:
    line = "<p>The ferry at noon.{}</p>"
    for credit, found in ((" Photo: Ann Lee", ("The ferry at noon.", "Ann Lee")), ("", (None, None))):
        page = Page(
            f"<article><p>{TEXT * 3}</p><p><img src=/f.jpg></p>{line.format(credit)}<p>{TEXT * 2}</p></article>"
        )
        body = replace(read_body(page), places=(0, 2), reasons={1: "boilerplate: other"})
        assert Captions(body, page.media).of(page.media[0]) == found


NO_PICTURES = {
    "a portrait of the author": "<p><img src=/staff.jpg alt='Maia Tolland'></p>",
    "a portrait in a box of its own": "<div><div class=author-avatar><img src=/p.jpg></div></div>",
    "a portrait by its own name": "<p><img class=author-profile-image src=/p.jpg></p>",
    "a teaser": "<p><a href=/2026/03/12/harbour-dredging-goes-on/><img src=/t.jpg></a></p>",
    "a teaser whose title is the link": (
        "<div><img src=/t.jpg><h5><a href=/2026/03/12/harbour-dredging-goes-on/>Dredging goes on</a></h5></div>"
    ),
    "a banner": "<p><a href=https://shop.test/spring><img src=/summer.jpg></a></p>",
    "a banner of a server": "<p><img src=https://ads.harbour.test/www/delivery/avw.php?zoneid=1></p>",
    "a pixel": "<p><img src=https://count.test/?id=7 style='width:1px;height:1px'></p>",
    "a code for telephones": "<p><img src=/static/qrcode.png></p>",
    "an address that is none": "<p><img src='https://:0'></p>",
}


@pytest.mark.parametrize("html", NO_PICTURES.values(), ids=NO_PICTURES.keys())
def test_what_is_no_picture_of_the_article(html: str) -> None:
    assert blocks_with(html, "<p class=byline>By Maia Tolland</p>") == []


def test_a_picture_in_several_sizes_is_one() -> None:
    sizes = "".join(
        f"<p><img src={name}></p>" for name in ("/f-300x200.jpg", "/f.jpg?w=640", "/f-1024x683.jpg", "/g.jpg?id=1")
    )
    found = [block.image.url for block in blocks_with(sizes + "<p><img src=/g.jpg?id=2></p>") if block.image]
    assert found == [f"http://www.harbour.test/{name}" for name in ("f.jpg?w=640", "g.jpg?id=1", "g.jpg?id=2")]


EMBEDS = {
    "a post": (
        "<blockquote class=twitter-tweet><p>We are free!</p>&mdash; Harbour (@harbour) "
        "<a href='https://twitter.com/harbour/status/1?ref_src=x'>March 14</a></blockquote>",
        "https://twitter.com/harbour/status/1",
    ),
    "a picture post": (
        "<blockquote class=instagram-media data-instgrm-permalink=https://www.instagram.com/p/A/></blockquote>",
        "https://www.instagram.com/p/A/",
    ),
    "a short film": (
        "<blockquote class=tiktok-embed cite=https://www.tiktok.com/@h/video/1><section>@h</section></blockquote>",
        "https://www.tiktok.com/@h/video/1",
    ),
    "a post without text": ("<div class=fb-post data-href=https://www.facebook.com/h/1></div>", "https://www.facebook.com/h/1"),
    "a post that a script writes": ("<script async data-telegram-post=harbour/83></script>", "https://t.me/harbour/83"),
    "a player of an AMP page": ("<amp-youtube data-videoid=A1></amp-youtube>", "https://www.youtube.com/watch?v=A1"),
    "a light player": ("<lite-youtube videoid=A1></lite-youtube>", "https://www.youtube.com/watch?v=A1"),
    "a post of X without its class": (
        "<blockquote><p>We are free!</p>&mdash; Harbour <a href=https://x.com/harbour/status/1>March 14</a></blockquote>",
        "https://x.com/harbour/status/1",
    ),
    "a discussion": (
        "<blockquote class=reddit-embed-bq><a href=https://www.reddit.com/r/h/comments/1/free/>Free</a> by "
        "<a href=https://www.reddit.com/user/ann>ann</a></blockquote>",
        "https://www.reddit.com/r/h/comments/1/free/",
    ),
    "a post of Mastodon": (
        "<blockquote class=mastodon-embed data-embed-url=https://social.test/@h/1/embed></blockquote>",
        "https://social.test/@h/1/embed",
    ),
    "a chart": ("<div class='flourish-embed x' data-src=visualisation/1></div>", "https://public.flourish.studio/visualisation/1/"),
    "a chart with a picture for who has no scripts": (
        "<div id=datawrapper-vis-aB1><noscript><img src=https://datawrapper.dwcdn.net/aB1/full.png></noscript></div>",
        "https://datawrapper.dwcdn.net/aB1/",
    ),
    "a film of VK": ("<iframe src='https://vk.com/video_ext.php?oid=1'></iframe>", "https://vk.com/video_ext.php?oid=1"),
    "a post in an element of the site's own": ("<div class=w data-tweet-id=71></div>", "https://twitter.com/i/status/71"),
    "a post that a script has drawn": (
        "<iframe id=twitter-widget-0 src=files/Tweet.html data-tweet-id=71></iframe>", "https://twitter.com/i/status/71",
    ),
    "a post within an element": (
        "<div data-oembed-url=https://x.com/h/status/1><blockquote class=twitter-tweet>We are free! "
        "<a href=https://x.com/h/status/1>March 14</a></blockquote></div>",
        "https://x.com/h/status/1",
    ),
    "an address for a script": (
        "<figure class=media><oembed url=https://www.youtube.com/watch?v=A1></oembed></figure>",
        "https://www.youtube.com/watch?v=A1",
    ),
    "a film of Brightcove": (
        "<video data-account=7 data-player=aB data-video-id=71></video>",
        "https://players.brightcove.net/7/aB_default/index.html?videoId=71",
    ),
    "a chart in a frame of the site's own": (
        "<iframe id=datawrapper-chart-aB src=https://charts.harbour.test/aB/3/></iframe>", "https://charts.harbour.test/aB/3/",
    ),
    "a podcast": ("<iframe src='https://playlist.megaphone.fm?e=A1'></iframe>", "https://playlist.megaphone.fm?e=A1"),
    "a film": ("<video src=/clip.mp4></video>", "http://www.harbour.test/clip.mp4"),
    "a film with sources": ("<video><source src=/clip.mp4><p>No player.</p></video>", "http://www.harbour.test/clip.mp4"),
    "a frame that waits for consent": (
        "<iframe src=about:blank data-src=https://www.youtube.com/embed/A1></iframe>",
        "https://www.youtube.com/embed/A1",
    ),
    "a frame of advertisement": ("<iframe src=https://ads.test/slot/1></iframe>", None),
}  # fmt: skip


@pytest.mark.parametrize("html, address", EMBEDS.values(), ids=EMBEDS.keys())
def test_embeds(html: str, address: str | None) -> None:
    found = [block.url for block in blocks_with(html) if block.kind is BlockKind.EMBED]
    assert found == ([address] if address else [])


def test_a_picture_in_a_box_with_the_author_is_none_of_the_article() -> None:
    portrait = "<div class='byline details'><a href=/people/7/><img src=/i/112.jpg></a><div>By Mo</div></div>"
    assert [block.image for block in blocks_with("<p><img src=/f.jpg></p>", before=portrait)] == [
        Image("http://www.harbour.test/f.jpg")
    ]
    licensed = "<div class='image-author'><img src=/f.jpg><span class=description>The ferry at noon</span></div>"
    assert picture_with(licensed).caption == "The ferry at noon"


def test_the_picture_above_the_headline_that_the_system_calls_the_articles_is_its_first() -> None:
    facts = "<ul><li>By Mo</li><li>11 March 2026</li><li>Harbour</li><li>3 min read</li></ul>"
    for name, found in (("wp-post-image", ["http://www.harbour.test/f.jpg"]), ("x", [])):
        banner = f"<div><div><div><img class='{name}' src=/f.jpg></div></div></div>"
        text = "".join(f"<p>{TEXT}{n}</p>" for n in ("One.", "Two.", "Three."))
        deep = f"{'<div>' * 6}<h1>Ferry towed free</h1>{facts}<article>{text}</article>{'</div>' * 6}"
        page = f"<html><head><title>Ferry towed free</title></head><body>{banner}{deep}</body></html>"
        assert [image.url for image in extract(page, URL).images] == found


def test_a_caption_may_be_a_span_right_behind_its_picture() -> None:
    more = f"<p>{TEXT * 2}</p><p>{TEXT * 3}</p>"
    page = f"<div><img src=/f.jpg><span class=featured-image-caption>The ferry at noon</span>{more}{more}</div>"
    body = read_body(Page(page))
    assert Captions(body, body.page.media).of(body.page.media[0]) == ("The ferry at noon", None)


def test_players_side_by_side_are_each_one() -> None:
    films = "<div><video src=/a.mp4></video><video src=/b.mp4></video></div>"
    found = [block.url for block in blocks_with(films) if block.kind is BlockKind.EMBED]
    assert found == ["http://www.harbour.test/a.mp4", "http://www.harbour.test/b.mp4"]


def test_pictures_of_teasers_and_offers_are_none_of_the_article() -> None:
    teaser = "<div><a href=/frettir/2025/02/08/ferry_towed/><img src=/t.jpg><h4>Ferry towed free at last</h4></a></div>"
    offer = (
        "<form><img src=/o.jpg><p>Subscribe to our newsletter and get the news of the harbour each morning.</p></form>"
    )
    assert [block.image for block in blocks_with(f"{teaser}{offer}<p><img src=/f.jpg></p>") if block.image] == [
        Image("http://www.harbour.test/f.jpg")
    ]


def test_when_an_article_was_changed_is_no_caption() -> None:
    above = "<div><div><img src=/f.jpg></div><div><p>Stand: 14.03.2026 17:23 Uhr</p></div></div>"
    assert picture_with(above) == Image("http://www.harbour.test/f.jpg")


def test_the_declared_picture_has_what_the_page_prints_with_it() -> None:
    figure = "<figure><img src=/i/ferry.jpg?w=640><figcaption>The ferry at noon. Photo: Ann Lee</figcaption></figure>"
    page = (
        f"<head><meta property=og:image content=/i/ferry.jpg?w=1200></head><h1>Free</h1>{figure}" + f"<p>{TEXT}</p>" * 4
    )
    assert extract(page, URL).images == (
        Image("http://www.harbour.test/i/ferry.jpg?w=640", "The ferry at noon.", "Ann Lee"),
    )


def test_a_figure_above_the_by_line_is_one_of_the_article() -> None:
    figure = "<figure><img src=/i/ferry.jpg><figcaption>The ferry at noon</figcaption></figure>"
    line = (
        "<ul>"
        + "".join(f"<li>{word}</li>" for word in ("By Ann Lee", "14 March 2026", "Share", "Mail", "Print"))
        + "</ul>"
    )
    page = f"<h1>Free</h1>{figure}{line}<article>" + f"<p>{TEXT}</p>" * 4 + "</article>"
    assert extract(page, URL).images == (Image("http://www.harbour.test/i/ferry.jpg", "The ferry at noon"),)


def test_lines_with_a_picture_under_the_standfirst_are_its_caption() -> None:
    box = "<div><img src=/i/ferry.jpg><p class=c1>The ferry at noon.</p><p class=c2>Ann Lee/Harbour Post</p></div>"
    head = f"<div><h1>Ferry towed free</h1><p>{TEXT}</p></div>"
    page = f"<main>{head}{box}<div id=text>" + f"<p>{TEXT}Again.</p>" * 5 + "</div></main>"
    assert extract(page, URL).images == (
        Image("http://www.harbour.test/i/ferry.jpg", "The ferry at noon.", "Ann Lee/Harbour Post"),
    )


def test_a_figure_that_is_a_link_to_another_article_is_a_teaser() -> None:
    link = "<a href=/2026/03/12/museum-finds-a-letter-lost-for-years/><img src=/i/letter.jpg><span>Museum finds a letter</span></a>"
    assert not [block for block in blocks_with(f"<figure>{link}</figure>") if block.image]
