"""Authors of pages that say only in print who wrote them: blogs, small papers, lists of names in elements of their own."""

import pytest

from newsarchive.extraction import extract

TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "The mill at the weir will grind again in spring, because three families have bought the old stones for it.",
        "For twelve years the wheel stood still; the council had wanted to sell the house to a hotel, which never came.",
        "The first flour is to be sold at the market on the green, where a baker has promised to take half of it.",
        "Until then the weir has to be cleared of the trees that the last flood left there, which nobody has counted.",
        "Whoever wants to help can come on any Saturday; gloves are there, and soup at noon in the old stable.",
        "The families hope that the house will be open to schools from the summer on, with a room for the old tools.",
    )
)


def authors(above: str, below: str = "", *, head: str = "<title>The mill grinds again</title>") -> tuple[str, ...]:
    html = f"<html lang=en><head>{head}</head><body><h1>The mill grinds again</h1>{above}{TEXT}{below}</body></html>"
    return extract(html, "https://weir.example/2026/mill").authors


@pytest.mark.parametrize(
    ("above", "names"),
    [
        (
            '<div class="byline">By <span class="name">Ann Lee</span>, <span class="name">Bo Yu</span> and'
            " <span>Cy Ott</span>, CNN</div>",
            ("Ann Lee", "Bo Yu", "Cy Ott"),
        ),
        ("<p>By <span>Ann Lee</span>, and <span>Bo Yu</span></p>", ("Ann Lee", "Bo Yu")),
        ("<p>By <a href=/authors/1>Ann Lee</a> and Bo Yu</p>", ("Ann Lee", "Bo Yu")),
        ("<p>By Theresa May</p>", ("Theresa May",)),
        ("<p>Skrevet af Zoe Rossi den 3. marts 2026</p>", ("Zoe Rossi",)),
        ("<p>Geschrieben von: Skipper77 | Dienstag, 3. März 2026</p>", ("Skipper77",)),
        ("<p>By ANN LEE Associated Press</p>", ("ANN LEE",)),
        ("<p>Ann Lee<br>Corresponsal</p><p>3/3/2026 17:14</p>", ("Ann Lee",)),
        ("<p>Ann Lee / @annlee</p><p>Toledo | 03·03·26 | 17:14</p>", ("Ann Lee",)),
        ("<ul><li>Ann Lee</li><li>Mar 3, 2026</li></ul>", ("Ann Lee",)),
        ("<p>3 Marzo 2026 di Zoe Rossi Lascia un commento</p>", ("Zoe Rossi",)),
        ("<p>Kirjoittanut Zoe Rossi | 3.3.2026</p>", ("Zoe Rossi",)),
        ("<p>Gastbeitrag von Prof. Zoe Rossi</p>", ("Prof. Zoe Rossi",)),
        ("<p>Updated: Mar 3, 2026</p><p>Ann Lee, Digital Producer</p>", ("Ann Lee",)),
        ("<p>03.03.2026, 17:14 Uhr - dpa/lrs</p>", ("dpa",)),
        ('<p><a href="/p/7" class="i-user-username">oldsailor</a></p>', ("oldsailor",)),
        ("<p>Mar 3, 2026 5:14 PM</p><p>Laura Quirk</p><p>INFO</p>", ("Laura Quirk",)),
        ("<p>3 mars 2026</p><p>Anselme Ducourt</p>", ("Anselme Ducourt",)),
        ("<p>03.03.2026 (Ann Lee)</p>", ("Ann Lee",)),
        ("<p>Un reportage de Zoe Rossi</p><p>mars 2026</p>", ("Zoe Rossi",)),
        ("<p>Words: Ann Lee / Photography: Bo Yu</p>", ("Ann Lee",)),
        ("<p>Scritto da Zoe Rossi il 3 Marzo 2026</p>", ("Zoe Rossi",)),
    ],
)
def test_all_names_of_a_printed_line_are_authors(above: str, names: tuple[str, ...]) -> None:
    assert authors(above) == names


@pytest.mark.parametrize(
    "below",
    [
        "<p>Text und Fotos: Zoe Rossi</p>",
        "<p>Tekst i zdjęcia: Zoe Rossi</p>",
        "<p>Das Interview führte Zoe Rossi.</p>",
        "<p>di Zoe Rossi</p>",
        "<div><h3>About the Author</h3><p>Zoe Rossi is a consultant who writes about old machines.</p></div>",
    ],
)
def test_who_wrote_may_stand_below_the_text(below: str) -> None:
    assert authors("<p>3.3.2026</p>", below) == ("Zoe Rossi",)


@pytest.mark.parametrize(
    "below",
    [
        "<h3>A book for you</h3><p>von Josef Kastner, Marie Huebner und Imke Schloemer</p><p>192 pages</p>",
        "<div><h3>About the mill</h3><p>Zoe Rossi is a consultant who writes about old machines.</p></div>",
    ],
)
def test_others_below_the_text_did_not_write_it(below: str) -> None:
    assert authors("<p>3.3.2026</p>", below) == ()


def test_machines_are_told_all_who_wrote() -> None:
    told = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Ann Lee"}}</script>'
    assert authors("<p>By Ann Lee and Bo Yu</p>", head=f"<title>The mill grinds again</title>{told}") == ("Ann Lee",)


@pytest.mark.parametrize(
    "above",
    [
        '<p class="authors">by: <a href="/author/ann" rel="author">Ann Lee</a>, Harbour Media Wire</p>',
        '<div class="author"><a href="/authors/1">Ann Lee</a><span>Local Democracy Reporter</span></div>',
        '<div class="author">Ann Lee, Programme Officer</div>',
        '<div class="author">Ann Lee, Professor of Old Machines</div>',
        "<p>By Ann Lee and Weir News Staff</p>",
    ],
)
def test_an_outlet_or_a_role_beside_a_person_is_none(above: str) -> None:
    assert authors(above) == ("Ann Lee",)


@pytest.mark.parametrize("name", ["tlow", "freeman1984", "Andrea"])
def test_the_user_of_a_card_is_the_author(name: str) -> None:
    card = f'<span class="author vcard"><a class="url fn n" href="/author/7">{name}</a></span>'
    assert authors(f"<div>by {card}</div>") == (name,)
    assert authors("", f"<footer><p>Posted in Mills on 3 March 2026 by {card}</p></footer>") == (name,)


def test_the_name_of_a_card_is_read_without_the_words_before_it() -> None:
    card = '<span class="post-author vcard">Eingestellt von <span class="fn">Zoe Rossi</span></span>'
    assert authors("", f'<div class="post-footer">{card} um 17:14</div>') == ("Zoe Rossi",)


def test_users_who_answer_are_no_authors() -> None:
    answers = "".join(
        f'<div><a class="username" href="/u/{name}">{name}</a> Well said.</div>' for name in ("ottr", "bub")
    )
    assert authors("", answers) == ()


@pytest.mark.parametrize(
    ("above", "names"),
    [
        (
            "<div><span>Ann Lee</span><span>|</span><span>Published</span><time datetime=2026-03-03>13h ago</time></div>",
            ("Ann Lee",),
        ),
        (
            "<p>Ann Lee</p><div>Published in <a href=/notes>River Notes</a><span>·</span><span>Mar 3, 2026</span></div>",
            ("Ann Lee",),
        ),
        ("<p>March 3rd, 2026 by Wendell</p>", ("Wendell",)),
        ("<p>Ann Lee | Weir Post | Mar 3, 2026</p>", ("Ann Lee",)),
        ('<div class="author">Weir Post Ann Lee</div>', ("Ann Lee",)),
        ('<p class="author">By <a href="/author/bernama">BERNAMA</a></p>', ("BERNAMA",)),
    ],
)
def test_what_stands_beside_a_date_or_the_name_of_the_site_may_be_who_wrote(above: str, names: tuple[str, ...]) -> None:
    site = '<title>The mill grinds again</title><meta property="og:site_name" content="Weir Post">'
    assert authors(above, head=site) == names


def test_the_title_element_may_say_who_wrote() -> None:
    assert authors("", head="<title>The mill grinds again | by Ann Lee | Weir Notes</title>") == ("Ann Lee",)
    assert authors("", head="<title>The mill grinds again | by the river | Weir Notes</title>") == ()


def test_a_wire_says_below_who_sent_the_release() -> None:
    html = f"<html lang=en><title>The mill grinds again</title><h1>The mill grinds again</h1>{TEXT}<p>SOURCE Weir Mills Inc.</p>"
    assert extract(html, "https://wire.example/2026/mill").source == "Weir Mills Inc"


def test_a_candidate_is_listed_once() -> None:
    html = f"<html lang=en><title>The mill</title><h1>The mill</h1><p>Text by Ann Lee</p>{TEXT}<p>Text by Ann Lee</p>"
    found = extract(html, "https://weir.example/2026/mill").origins["authors"]
    assert len({(one.value, one.origin, one.where, one.chosen) for one in found}) == len(found)


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ('<p class="author">Redaktion</p>', "Redaktion"),
        ('<p class="author">By Weir Post News Desk</p>', "Weir Post News Desk"),
        ('<p class="author">By <a rel="author" href="/staff">Staff Writer</a></p>', "Staff Writer"),
        ('<p class="author">Redaktion</p><p>By Ann Lee</p>', "Ann Lee"),
    ],
)
def test_a_desk_signs_where_no_person_does(above: str, name: str) -> None:
    assert authors(above) == (name,)


def test_a_desk_is_no_source_and_ours_no_author() -> None:
    assert authors('<p class="author">By our news desk</p>') == ()
    html = f'<html lang=en><title>The mill</title><h1>The mill</h1><p class="author">By Staff Writer</p>{TEXT}'
    assert extract(html, "https://weir.example/2026/mill").source is None


def test_a_first_name_is_completed_by_the_printed_line() -> None:
    told = (
        '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Zoe"}}</script>'
    )
    head = f"<title>The mill grinds again</title>{told}"
    assert authors("<p>Eine Kolumne von Zoe Rossi</p>", head=head) == ("Zoe Rossi",)
    assert authors("<p>Eine Kolumne von Zoe Rossi und Zoe Ferri</p>", head=head) == ("Zoe",)


def test_a_name_in_capitals_is_written_as_elsewhere_on_the_page() -> None:
    head = '<title>The mill grinds again</title><meta name=author content="Zoe McRossi">'
    assert authors('<p class=author>By <a rel=author href="/zoe">ZOE MCROSSI</a></p>', head=head) == ("Zoe McRossi",)
    assert authors('<p class=author>By <a rel=author href="/zoe">ZOE MCROSSI</a></p>') == ("ZOE MCROSSI",)


def test_a_title_before_a_name_is_no_part_of_it() -> None:
    assert authors("<p>By Staff Writer Ann Lee</p>") == authors("<p>Von Rechtsanwältin Ann Lee</p>") == ("Ann Lee",)


@pytest.mark.parametrize(
    "above",
    [
        "<p>Mar 3, 2026</p><p>Top Stories</p><p>INFO</p>",
        "<p>Laura Quirk</p><p>Source: The Weir</p>",  # under a picture
    ],
)
def test_a_line_without_a_given_name_or_above_a_credit_is_no_author(above: str) -> None:
    assert authors(above) == ()


@pytest.mark.parametrize(
    ("site", "url", "names"),
    [
        ("Dr. Laura Quirk", "https://www.laura-quirk.example/mill", ("Laura Quirk",)),
        ("Laura Quirk", "https://weir.example/mill", ()),
        ("Harbour Post", "https://harbourpost.example/mill", ()),
        ("Laura Quirk School", "https://lauraquirkschool.example/mill", ()),
    ],
)
def test_a_site_with_a_persons_name_and_address_is_hers(site: str, url: str, names: tuple[str, ...]) -> None:
    html = f"<html lang=en><title>The mill grinds again – {site}</title><h1>The mill grinds again</h1>{TEXT}"
    assert extract(html, url).authors == names


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("<p>By Ann Lee Jr.</p>", "", ("Ann Lee Jr.",)),
        ("<p>By Juan Lee C., 3 March 2026</p>", "", ("Juan Lee C.",)),
        ("<p>By ANN LEE WEIR News 11</p>", "", ("ANN LEE",)),
        ("<div class=author>Recipe de</div>", "", ()),
        ("<p>Picture by Ann Lee von Pexels</p>", "", ()),
        ("", "<p>Text</p><p>Ann Lindqvist</p><p>ann.lindqvist@weir.example</p>", ("Ann Lindqvist",)),
        ("", "<p>Ann Lindqvist ann.lindqvist@weir.example</p>", ("Ann Lindqvist",)),
        ("", "<p>Advertising Office</p><p>sales@weir.example</p>", ()),
        ("<div>ΜΑΡΙΑ ΠΑΠΠΑ</div>", "", ("ΜΑΡΙΑ ΠΑΠΠΑ",)),
        ("<div><span>תמר אלון</span>, <span>יואב כהן</span> | 19.04.22</div>", "", ("תמר אלון", "יואב כהן")),
        ("<div><span>חדשות היום</span> | 19.04.22</div>", "", ()),
        ("<p>Na WANJIKU KAMAU</p><p>3.3.2026</p>", "", ("WANJIKU KAMAU",)),
        ("<p>佐藤花子　高橋健<time>2026年3月3日</time></p>", "", ("佐藤花子", "高橋健")),
        ("<div>נועה לוי</div><div>19 באפריל 2022</div>", "", ("נועה לוי",)),
        ("<div>19 نيسان 2022</div><div>خالد منصور</div>", "", ("خالد منصور",)),
        ("<div>خالد منصور</div><p>The mill is old.</p>", "", ()),  # no date beside it
        ("", "<div class=source>TRẦN LAN</div>", ("TRẦN LAN",)),
        ("", "<div class=source>TIN MỚI</div>", ()),
        ("<div>Б.Сараа</div><div>2026 оны 3 сарын 3</div>", "", ("Б.Сараа",)),
    ],
)
def test_names_are_known_by_their_ends_their_addresses_and_in_other_scripts(
    above: str, below: str, names: tuple[str, ...]
) -> None:
    assert authors(above, below) == names


def test_markup_in_the_data_of_an_author_is_none_of_the_name() -> None:
    data = '{"@type":"NewsArticle","author":{"name":"<a href=\'/experts/lee\'>Ann Lee</a>, <a href=/x>Bo Yu</a>"}}'
    script = f'<script type="application/ld+json">{data}</script>'
    assert authors("", head=f"<title>The mill grinds again</title>{script}") == ("Ann Lee", "Bo Yu")


def test_a_link_to_a_folder_of_the_page_leads_to_no_author() -> None:
    link = "<p><a href=https://weir.example/people/{}>{}</a></p>"
    html = f"<html lang=en><title>The mill</title><body><h1>The mill</h1>{link}{TEXT}</body></html>"
    url = "https://weir.example/people/real-life/mill.html"
    assert extract(html.format("real-life", "Real Life"), url).authors == ()
    assert extract(html.format("ann-lee", "Ann Lee"), url).authors == ("Ann Lee",)


def test_the_site_is_no_author_beside_a_person_whom_the_page_names() -> None:
    head = (
        "<title>The mill</title><meta property=og:site_name content='Weir Post'><meta name=author content='Weir Post'>"
    )
    posted = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Weir Post"}}</script>'
    assert authors("<p><b>Ann Lee</b></p>", head=head + posted) == ("Ann Lee",)
    assert authors("", head=head + posted) == ("Weir Post",)


def test_what_ends_the_title_element_is_no_part_of_a_name() -> None:
    line = "<p>3 March 2026</p><p>By Luc Tremblay La Rive Nord</p>"
    assert authors(line, head="<title>The mill | La Rive Nord</title>") == ("Luc Tremblay",)


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<p>Last Saturday 3 March 2026</p>", ()),
        ("<p>Market News | 3 March 2026</p>", ()),
        ("<p>Last Modified: 3 March 2026</p><p>Ove Stone | 3 March 2026</p>", ("Ove Stone",)),  # one of his words alone
        ("<p>Rose Stables | 3 March 2026</p>", ("Rose Stables",)),
    ],
)
def test_words_that_the_page_writes_in_small_letters_beside_a_date_are_no_name(
    above: str, names: tuple[str, ...]
) -> None:
    assert (
        authors(above, "<p>What was modified last is at the foot of the page, with all news of the market.</p>")
        == names
    )
