from newsarchive.discovery.sections import MOST_SECTIONS, sections

URL = "https://news.example.test/"


def found(body: str, url: str = URL) -> list[str]:
    return [link.url.removeprefix(URL) for link in sections(body.encode(), url)]


def articles(folder: str, *numbers: int) -> str:
    return "".join(f'<li><a href="{folder}{number}.html">Headline {number}</a></li>' for number in numbers)


def test_lists_are_known_by_the_articles_below_them() -> None:
    menu = '<a href="/">Home</a> <a href="/town/">Town</a> <a href="/sea/index.html">Sea</a> <a href="/sky/">Sky</a>'
    page = menu + articles("/town/", 1001, 1002) + articles("/sea/2026/", 1003, 1004, 1005) + articles("/sky/", 1006)
    assert found(page) == ["sea/index.html", "town/"]
    assert [link.title for link in sections(page.encode(), URL)] == ["Sea", "Town"]


def test_an_article_belongs_to_the_innermost_list() -> None:
    menu = '<a href="/news/">News</a> <a href="/news/town/">Town</a>'
    assert found(menu + articles("/news/town/", 1001, 1002)) == ["news/town/"]
    assert found(menu + articles("/news/town/", 1001, 1002) + articles("/news/", 1003, 1004)) == ["news/", "news/town/"]


def test_what_is_called_more_is_a_list_wherever_its_articles_lie() -> None:
    page = '<h3>时政</h3><a href="/list.php?id=3">更多&gt;&gt;</a>' + articles("/show/", 1001)
    assert found(page) == ["list.php?id=3"]
    assert found(
        '<a href="/all-of-it/">Alle Meldungen</a> <a href="/imprint/">Alle</a> <a href="/x/">More fish</a>'
    ) == ["all-of-it/"]


def test_sections_on_hosts_of_their_own_are_found_and_other_sites_are_not() -> None:
    page = '<a href="https://sea.example.test/">Sea</a> <a href="https://other.test/">Other</a>'
    page += articles("https://sea.example.test/a/", 1001, 1002) + articles("https://other.test/", 1003, 1004)
    assert found(page) == ["https://sea.example.test/"]


def test_a_page_without_articles_leads_to_them_by_its_lists() -> None:
    menu = '<a href="/">Home</a> <a href="/town/">Town</a> <a href="/sea/">Sea</a> <a href="/imprint">Imprint</a>'
    assert found(menu) == ["town/", "sea/"]
    assert found(menu + articles("/other/", 1001, 1002)) == []


def test_the_page_above_is_no_section_of_a_page() -> None:
    menu = '<a href="/">All</a> <a href="/news/">News</a> <a href="/news/town/">Town</a>'
    page = menu + articles("/news/town/", 1001, 1002) + articles("/news/sea/", 1003, 1004)
    assert found(page, f"{URL}news/") == ["news/town/"]


def test_pages_for_readers_and_tags_are_no_sections() -> None:
    page = '<a href="/tag/">Tags</a> <a href="/about/">About</a>' + articles("/tag/", 1, 2) + articles("/about/", 1, 2)
    assert found(page) == []
    assert found("") == []


def test_there_is_an_end_to_sections() -> None:
    many = range(2 * MOST_SECTIONS)
    page = "".join(f'<a href="/s{number}/">S</a>{articles(f"/s{number}/", 1001, 1002)}' for number in many)
    assert len(found(page)) == MOST_SECTIONS
