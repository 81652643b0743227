"""By-lines of more languages, of agencies, and below the text, each beside one like it that names nobody."""

import pytest

from newsarchive.extraction import extract
from tests.extraction.lock_page import TEXT, read

PERSON = '{"@type": "Person", "name": "%s"}'
DATA = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s", "url": "%s", "author": %s}</script>'
)


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<p>Words: Ida Tarr. Pictures: Bo Yu</p><p>3 March 2026</p>", ("Ida Tarr",)),
        ("<p>Texto de Inés Quiroga</p><p>3/3/2026</p>", ("Inés Quiroga",)),
        ("<p>Door onze redacteur Femke Dijk</p><p>3 mrt 2026</p>", ("Femke Dijk",)),
        ("<p>Teksti ja kuvat Aino Ranta</p><p>3.3.2026</p>", ("Aino Ranta",)),
        ("<p>Пише: Јелена Марић</p><p>03. 03. 2026.</p>", ("Јелена Марић",)),
        ("<p>17:14, 03.03.2026 // Ирина Левкоева</p>", ("Ирина Левкоева",)),
        ("<p>Հեղինակ՝ Անի Պետրոսյան</p><p>03.03.2026</p>", ("Անի Պետրոսյան",)),
        ("<p>Bài, ảnh: Trần Hữu Nghĩa</p><p>03/03/2026</p>", ("Trần Hữu Nghĩa",)),
        ("<p>3 მარტი, 2026</p><p>ნინო ბერიძე</p>", ("ნინო ბერიძე",)),
        ("<p>3 მარტი, 2026</p><p>ახალი ამბები</p>", ()),
        ("<p>March 3, 2026</p><p>አበበ ከበደ</p>", ("አበበ ከበደ",)),
        ("<p>سلمى الحربي - الرياض</p><p>3 مارس 2026</p>", ("سلمى الحربي",)),
        ("<p>기자명 홍길동</p><p>승인 2026.03.03 17:14</p>", ("홍길동",)),
        ("<p>글·사진 홍길동 여행작가</p><p>2026.03.03</p>", ("홍길동",)),
        ("<p>執筆者：森下 澪（ライター）</p><p>2026.03.03</p>", ("森下 澪",)),
        ("<p>田中 花子：河口新聞 記者</p><p>2026/03/03 17:14</p>", ("田中 花子",)),
        ("<p>森下澪　川端進</p><p>2026年3月3日 17時14分</p>", ("森下澪", "川端進")),
        ("<p>河口新聞 沈若楠與賀一鳴 2026年03月03日 週二 17:14</p>", ("沈若楠", "賀一鳴")),
        ("<p>By The Associated Press</p><p>March 3, 2026</p>", ("The Associated Press",)),
        ("<p>AFP</p><p>03/03/2026 17:14</p>", ("AFP",)),
        ("<p>NEW HAVEN (AP)</p><p>March 3, 2026</p>", ()),
        ("<p>Ida Tarr, Mar 3 2026</p>", ("Ida Tarr",)),
        ("<p>Release issued by Water Trust</p><p>3 Mar 2026</p>", ()),
        ("<p>Edited by Ida Tarr</p><p>3 March 2026</p>", ()),
        ("<p>Ida Tarr and Bo Yu | Canal Correspondents</p><p>3 March 2026</p>", ("Ida Tarr", "Bo Yu")),
        ("<p>Dewi Lestarini, CNN Indonesia</p><p>3 Mar 2026 07:40 WIB</p>", ("Dewi Lestarini",)),
        ("<p>03.03.2026 07:40</p><p>Текст Ирина Левкоева</p>", ("Ирина Левкоева",)),
        ("<p>Hill Street, Mar 3 2026</p>", ()),
        ("<p>Inés Quiroga Periodista</p><p>3/3/2026 | 17:14</p>", ("Inés Quiroga",)),
        ("<p>Luana Prado com Lusa</p><p>3 mar 2026 - 17:14</p>", ("Luana Prado",)),
        ("<p>خالد منصور (دبي)</p><p>3 مارس 2026</p>", ("خالد منصور",)),
        ("<p>ফারহানা করিম, ঢাকা</p><p>৩ মার্চ ২০২৬</p>", ("ফারহানা করিম",)),
        ("<p>תמר אלון, 03/03/26, 17:14</p>", ("תמר אלון",)),
        ("<div class=byline><a href=/authors/1>Ida Tarr</a>, <a href=/authors/2>Canal Post</a></div>", ("Ida Tarr",)),
    ],
)
def test_lines_above_the_text_name_who_wrote(above: str, names: tuple[str, ...]) -> None:
    assert read(above).authors == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<p>Ida Tarr and Bo Yu are reporters at the Courier.</p>", ("Ida Tarr", "Bo Yu")),
        ("<p>Ida Tarr, eine freie Journalistin, lebt am Kanal.</p>", ("Ida Tarr",)),
        ("<p>Ida Tarr is the keeper of the lock at the mill.</p>", ()),
        ("<p>Reporting by Ida Tarr Writing by Bo Yu Editing by Cy Ott</p>", ("Ida Tarr",)),
        ("<p>Additional reporting by Ida Tarr</p>", ()),
        ("<p>— Ida Tarr</p>", ("Ida Tarr",)),
        ("<p>— and so it goes</p>", ()),
        ("<footer><p>Ida Tarr | Reporter</p></footer>", ("Ida Tarr",)),
        ("<footer><p>Ida Tarr | Lock keeper</p></footer>", ()),
        ("<p>Contact Ida Tarr at ida.tarr@canal.example or 555-0114.</p>", ("Ida Tarr",)),
        ("<p>Contact Ida Tarr at news@canal.example or 555-0114.</p>", ()),
    ],
)
def test_lines_below_the_text_name_who_wrote(below: str, names: tuple[str, ...]) -> None:
    assert read("<p>March 3, 2026</p>", below).authors == names


def test_the_site_before_a_sign_is_no_part_of_a_name() -> None:
    data = DATA % ("Lock closes until May", "https://canal.example/a/33", PERSON % "Canal Post - Ida Tarr")
    assert read(head=data, ending=" | Canal Post").authors == ("Ida Tarr",)


@pytest.mark.parametrize(("user", "name"), [("itarr", "Ida Tarr"), ("tarr", "tarr"), ("otarr", "otarr")])
def test_a_user_with_the_name_of_a_person_is_that_person(user: str, name: str) -> None:
    line = f'<p>by <a href="/author/{user}/" rel="author">{user}</a></p>'
    assert read(line, head='<meta name="author" content="Ida Tarr">').authors == (name,)


def test_data_about_another_article_say_nothing() -> None:
    other = DATA % ("Mill burns down at night", "https://canal.example/b/9", PERSON % "Cy Ott")
    line = "<p>By Ida Tarr</p>"
    assert read(line, head=other).authors == ("Ida Tarr",)
    moved = DATA % ("Lock shut until May", "https://canal.example/b/9", PERSON % "Cy Ott")
    assert read(line, head=moved).authors == ("Cy Ott",)  # its title has the words


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("", "<ul><li><a href=/b/9>Mill burns down at night</a> 1 March 2026</li></ul>", None),
        ("<ul><li>Posted 3 March 2026</li></ul>", "", "2026-03-03"),
        ("", "<p>Posted by Ida Tarr on 3 March 2026</p>", "2026-03-03"),
        ("<p><span data-timestamp=1772532840000>3 hours ago</span></p>", "", "2026-03-03"),
    ],
)
def test_the_day_of_another_article_is_not_that_of_this(above: str, below: str, day: str | None) -> None:
    published = read(above, below).published
    assert (published and published.date().isoformat()) == day


def test_the_agency_in_the_signature_of_a_desk_is_the_source() -> None:
    assert read("<p>(ita/dpa)</p><p>03.03.2026</p>").source == "dpa"
    assert read("<p>(und/oder)</p><p>03.03.2026</p>").source is None


def test_the_month_in_an_address_may_be_a_word() -> None:
    html = f"<html lang=en><title>Lock closes</title><body><h1>Lock closes</h1>{TEXT}</body></html>"
    published = extract(html, "https://canal.example/2026/mar/03/lock").published
    assert published and published.date().isoformat() == "2026-03-03"


def test_a_heading_is_read_without_what_only_it_has_behind_a_sign() -> None:
    head = "<title>Lock closes until May</title><meta property=og:title content='Lock closes until May'>"
    html = f"<html lang=en>{head}<body><h1>Lock closes until May | Friends of Water</h1>{TEXT}</body></html>"
    assert extract(html, "https://canal.example/a/33").title == "Lock closes until May"
