import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.archive import Archive, search
from newsarchive.items import Article, Capture, NewsarchiveError
from newsarchive.query.terms import COMPATIBLE, Term
from newsarchive.text import CJK_RUN, folded, normalised

DAY = datetime(2022, 4, 19, tzinfo=UTC)
TEXTS = {
    "1": ("国务院发布通知", "国务院办公厅今日在北京发布关于人工智能的通知。5G网络覆盖全市，共有3,500个基站。"),
    "2": ("A new phone", "The iPhone15发布会 was held in New York. Critics in York said it's state-of-the-art."),
    "3": ("Café culture", "Straße und Café: two words, one phrase. The vaccine and vaccination were discussed."),
    "4": ("行政院报告", "東京都庁は本日、ワクチン接種の予定を発表した。서울시는 오늘 계획을 발표했다."),
    "6": ("Mueller in Koeln", "Der Minister sprach ueber Schiffe."),
    "5": ("हिन्दी समाचार", "आज दिल्ली में बैठक हुई। 𠮷野家で食べる。"),
}


def fill(archive: Archive, texts: dict[str, tuple[str, str]]) -> None:
    with archive.batch():
        for name, (title, body) in texts.items():
            url = f"http://city.example.test/{name}"
            published = DAY + timedelta(hours=len(name), minutes=len(body))
            archive.add_article(Article(url, title, body, published=published), Capture(url, DAY))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("search") / "news.db") as opened:
        fill(opened, TEXTS)
        yield opened


def found(archive: Archive, query: str) -> str:
    return "".join(sorted(hit.url[-1] for hit in archive.search(query)))


def test_texts_that_the_index_excludes_are_not_read(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    read, score = set(), search._score

    def scored(term: Term, title: str, body: str) -> float:
        read.add(title)
        return score(term, title, body)

    monkeypatch.setattr(search, "_score", scored)
    assert found(archive, '院 OR york OR café NOT 北京 OR phone -"two words"') == "4"
    assert read == {TEXTS[name][0] for name in "34"}  # where words stand, the text tells, not the index


def test_the_title_counts_most_and_a_long_text_least(tmp_path: Path) -> None:
    texts = {
        "long": ("Council meets", "The ferry is late. " + "Nothing else was said of it. " * 90),
        "short": (
            "Council met",
            "The ferry is late, said the council of the harbour town, whose meeting ended at noon.",
        ),
        "often": ("Harbour", "The ferry, a ferry and one more ferry are late, said the council, which met at noon."),
        "titled": ("Ferry late", "It left the harbour town an hour after noon, said the council, which met then."),
    }
    with Archive(tmp_path / "news.db") as archive:
        fill(archive, texts)
        urls = [hit.url.rpartition("/")[2] for hit in archive.search("ferry")]
    assert urls == ["titled", "often", "short", "long"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("北京", "1"),
        ("院", "14"),
        ("国务院办", "1"),
        ("务院发", "1"),
        ("国院", ""),
        ("5G网络", "1"),
        ("G网", "1"),
        ("共有3", "1"),
        ("3,500", "1"),
        ("500", "1"),
        ("50", ""),
        ("iphone15", "2"),
        ("phone15发", "2"),
        ("new york", "2"),
        ('"new york"', "2"),
        ('"york new"', ""),
        ("“New York”", "2"),
        ("state-of-the-art", "2"),
        ("it's", "2"),
        ("cafe", "3"),
        ("CAFÉ", "3"),
        ("straße", "3"),
        ("über", "6"),
        ("ueber", "6"),
        ("title:Müller OR title:phone", "26"),
        ('"müller"', ""),
        ("-straße -MÜLLER york", "2"),
        ("-müller café", "3"),
        ("vaccin*", "3"),
        ("vaccin", ""),
        ('"two words" culture', "3"),
        ("ワクチン", "4"),
        ("計画", ""),
        ("발표", "4"),
        ("दिल्ली", "5"),
        ("𠮷野", "5"),
        ("国务院 york", ""),
        ("。", "145"),
        ("", ""),
        ("  * ", ""),
        ("ワクチン OR vaccine", "34"),
        ('"new york" OR 通知 OR vaccin*', "123"),
        ("院 NOT 国务院", "4"),
        ("院 -国务院", "4"),
        ('york -"new york"', ""),
        ("phone york -critic", "2"),
        ("院 AND 通知", "1"),
        ("院 计划 OR 通知", "1"),
        ("(york OR café) phone", "2"),
        ("NOT york OR café", "1456"),
        ("title:phone", "2"),
        ("title:york", ""),
        ("title:院 OR title:phone", "124"),
        ("title：院", "14"),
        ('title:"new phone"', "2"),
        ("院 -title:报告", "1"),
        ("。 OR phone", "1245"),
        ("OR", ""),
        ("york NOT", "2"),
        ("state-of-the-art -", "2"),
        ("or", ""),
        ('"', ""),
        ("and", "3"),
        ("AND", ""),
        ("a:b", ""),
    ],
)
def test_a_query_finds_what_contains_it(archive: Archive, query: str, names: str) -> None:
    assert found(archive, query) == names


@pytest.mark.parametrize(
    "query",
    ["院", "院 -york", "-york", "-york -院", "york OR 院 NOT café", "-title:phone", "€", "£", "-£", "。", "、", "-。"],
)
def test_what_is_counted_is_what_is_found(tmp_path: Path, query: str) -> None:
    with Archive(tmp_path / "news.db") as archive:
        fill(
            archive, TEXTS | {"7": ("Fares", "A ticket is 5 € or ￡4 at York."), "8": ("Fares again", "Tickets: £3､ ｡")}
        )
        assert archive.counts("site", query) == [("unknown", len(archive.search(query, limit=99)))]
        assert [each.url for each in archive.articles("£")] == [
            "http://city.example.test/8",
            "http://city.example.test/7",
        ]


LETTERS = "国务院办公厅北京的，。 5Ga「」é\n"


@settings(deadline=None, max_examples=15)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=40), min_size=1, max_size=8, unique_by=normalised))
def test_a_string_of_chinese_characters_finds_what_a_substring_search_finds(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    with Archive(tmp_path_factory.mktemp("substrings") / "news.db") as archive:
        fill(archive, {str(number): ("", body) for number, body in enumerate(bodies)})
        for body in bodies:
            parts = {body[start:end] for start, end in itertools.combinations(range(len(body) + 1), 2)}
            for part in sorted(parts)[:: max(1, len(parts) // 30)]:
                if any(char in "国务院办公厅北京的" for char in part) and not set(part) & set(" \n*"):
                    wanted = "".join(str(n) for n, each in enumerate(bodies) if folded(part) in folded(each))
                    assert found(archive, part) == wanted


@pytest.mark.parametrize("query", ["ferry OR NOT boat", "ferry OR -boat"])
def test_an_excluded_alternative_is_refused(archive: Archive, query: str) -> None:
    with pytest.raises(NewsarchiveError, match="What follows OR"):
        archive.search(query)


def test_a_snippet_does_not_mark_what_is_excluded(archive: Archive) -> None:
    assert "**" not in archive.search("NOT 院 NOT phone NOT café")[0].snippet


def test_folding_makes_chinese_of_no_other_characters() -> None:
    characters = [chr(code) for code in range(0x80, 0x30000) if not 0xD800 <= code < 0xE000]
    changed = (char for char in characters if CJK_RUN.search(folded(char)) and folded(char) != char)
    assert [char for char in changed if not COMPATIBLE.match(char)] == []


def test_filters_narrow_the_search(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        for number, site in enumerate(["North", "South", "North"]):
            url = f"http://{site}.example.test/{number}"
            published = DAY + timedelta(days=number)
            tags = ("疫情",) if number else ()
            article = Article(
                url,
                "通告",
                f"第{number}号通告。",
                site=site,
                published=published,
                tags=tags,
                language=("zh", "ja")[number % 2],
            )
            archive.add_article(article, Capture(url, DAY))
        search = archive.search

        def numbers(hits: list) -> str:
            return "".join(hit.url[-1] for hit in hits)

        assert numbers(search("通告", site="North", newest=True)) == "20"
        assert numbers(search("通告", tag="疫情", newest=True)) == "21"
        assert numbers(search("通告", since=date(2022, 4, 20), until=date(2022, 4, 20))) == "1"
        assert numbers(search("通告", language="zh", newest=True)) == "20"
        assert numbers(search("通告", newest=True, limit=2)) == "21"
        assert numbers(search("。", site="South")) == "1"


def test_the_title_and_more_matches_rank_higher(tmp_path: Path) -> None:
    texts = {
        "a": ("别的事情", "北京今天有雨。" + "没有什么可说的。" * 20),
        "b": ("北京今天", "北京今天有雨,北京明天有雪。"),
        "c": ("别的事情", "北京今天有雨,北京明天有雪。"),
    }
    with Archive(tmp_path / "news.db") as archive:
        fill(archive, texts)
        assert [hit.url[-1] for hit in archive.search("北京")] == ["b", "c", "a"]


def test_a_snippet_shows_the_matches_in_the_text_as_printed(archive: Archive) -> None:
    assert archive.search("CAFE")[0].snippet.startswith("Straße und **Café**: two words")
    assert "在**北京**发布关于**人工智能**的通知" in archive.search("北京 人工智能")[0].snippet


def test_a_changed_article_is_found_by_its_present_text_only(tmp_path: Path) -> None:
    url = "http://city.example.test/1"
    with Archive(tmp_path / "news.db") as archive:
        archive.add_article(Article(url, "通告", "旧的内容。"), Capture(url, DAY))
        archive.add_article(Article(url, "通告", "修改之后。"), Capture(url, DAY + timedelta(days=1)))
        assert (found(archive, "旧的"), found(archive, "修改"), found(archive, "通告")) == ("", "1", "1")
