"""What people write with and without marks, or without spaces, is found either way."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.database import fulltext
from newsarchive.archive.upkeep.tables import check_search
from newsarchive.query import index_suffices, parse
from newsarchive.text import segmented
from tests.archive.filled import filled

DAY = datetime(2026, 3, 11, tzinfo=UTC)
TEXTS = {
    "ar": "أعلن رئيس المجلس محمّد الكاتب عن خُطّة لإضاءة المدينة القديمة، المدّة عامان مؤكداً.",
    "fa": "شهردار گفت که کشتی تازه از یکشنبه در بندر قدیمی کار می‌کند.",
    "he": "רֹאשׁ הָעִיר אמר שהמעבורת תפעל מיום ראשון.",
    "de": "Die Schließung der Müllerstraße ärgert die Händler; die Maßnahme ist außerplanmäßig.",
    "vi": "Thành phố Đà Nẵng mở tuyến buýt đường sông, ông Nguyễn Văn Đức nói.",
    "pl": "Prezydent Łodzi otworzył linię.",
    "el": "Ο δήμος της Αθήνας άνοιξε τη γραμμή.",
    "ru": "Новый теплоход назвали «Звёздный».",
    "th": "เทศบาลเมืองประกาศเปิดเส้นทางเรือโดยสารสายใหม่ริมแม่น้ำ โดยรัฐบาลท้องถิ่นหวังว่าจะลดรถติด",
    "my": "မြို့တော်သည် သင်္ဘောလိုင်းသစ်ကို ဖွင့်လှစ်ခဲ့သည်။",
    "km": "សាលាក្រុងបានបើកខ្សែទូកថ្មីតាមដងទន្លេ។",
    "half": "کتاب‌خانه‌های تازه می‌شوند.",
    "joined": "این کتابخانه باز میشود.",
    "apart": "서울시 교통 정책 토론회가 열렸다.",
    "together": "시민들은 교통정책에 관심이 높다.",
    "si": "ශ්\u200dරී ලංකා පුවත්.",
    "hi": "नगर की नई नाव का किराया बस जितना है।",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    texts = {name: (None, text) for name, text in TEXTS.items()}
    with filled(tmp_path_factory.mktemp("spellings"), DAY, texts) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("محمد", "ar"),
        ("مُحَمَّد", "ar"),
        ("المدة", "ar"),
        ("خطة", "ar"),
        ("خطه", "ar"),
        ("اعلن", "ar"),
        ("لاضاءة", "ar"),
        ("خطـــة", "ar"),
        ('"رئيس المجلس محمد"', "ar"),
        ("كشتي", "fa"),
        ("ראש", "he"),
        ("Müllerstrasse", "de"),
        ("MASSNAHME", "de"),
        ("Schließung", "de"),
        ("da nang", "vi"),
        ("nguyen van duc", "vi"),
        ("Đà Nẵng", "vi"),
        ("lodzi", "pl"),
        ("ΑΘΗΝΑΣ", "el"),
        ("αθηνασ*", "el"),
        ("звездный", "ru"),
        ("เรือ", "th"),
        ("รัฐบาล", "th"),
        ("แม่น้ำ", "th"),
        ('"เรือโดยสาร"', "th"),
        ("ร", "th"),
        ("แมน้ำ", ""),
        ("เรือบิน", ""),
        ("လိုင်း", "my"),
        ("ទូកថ្មី", "km"),
        ("की", "hi"),
        ("ශ්රී", "si"),
        ("ශ්\u200dරී", "si"),
        ("Müller\u00adstraße", "de"),
        ("میشوند", "half"),
        ("می‌شود", "joined"),
        ("کتابخانه‌های", "half"),
        ("خانه", "half"),
        ("کتابخانه", "joined half"),
        ("کتاب‌خانه", "joined half"),
        ("می شوند", "half"),
        ("شو", ""),
        ("교통정책", "together apart"),
        ("교통 정책", "together apart"),
        ('"교통정책"', "together"),
        ('"교통 정책"', "apart"),
    ],
)
def test_a_word_is_found_however_it_is_spelt(archive: Archive, query: str, found: str) -> None:
    assert {hit.url.rpartition("/")[2] for hit in archive.search(query)} == set(found.split())
    assert len(list(archive.articles(query))) == len(found.split())


def test_a_hit_is_marked_as_it_is_printed(archive: Archive) -> None:
    assert "**محمّد** الكاتب" in archive.search("محمد")[0].snippet
    assert "der **Müllerstraße** ä" in archive.search("mullerstrasse")[0].snippet
    assert "เส้นทาง**เรือ**โดยสาร" in archive.search("เรือ")[0].snippet
    assert "تازه **می‌شوند**." in archive.search("میشوند")[0].snippet
    assert "서울시 **교통 정책** 토" in archive.search("교통정책 서울시")[0].snippet.replace("**서울시**", "서울시")


def test_the_index_alone_is_not_asked_for_what_it_leaves_out() -> None:
    assert [index_suffices(parse(query)) for query in ("มา", "की", "교통정책", "ferry", "Straße")] == [
        *[False, False, False],
        *[True, True],
    ]


def test_an_older_archive_finds_half_spaces_and_keeps_the_rest_of_its_index(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    texts = {name: (None, TEXTS[name]) for name in ("half", "de", "th")}
    parts = segmented(TEXTS["half"].replace("\u200c", " "))
    with filled(tmp_path, DAY, texts) as archive:
        path = archive.path
        (number,) = archive.connection.execute("select id from articles where url like '%half'").fetchone()
        fulltext.remove(archive.connection, number, None, TEXTS["half"])
        archive.connection.execute("insert into articles_fts (rowid, title, body) values (?, '', ?)", (number, parts))
        archive.connection.execute("delete from _sqlite_migrations where name = 'm008_words_with_half_spaces'")
        assert archive.search("کتابخانه") == []
    for _ in range(2):
        with Archive(path) as archive:
            found = [len(archive.search(query)) for query in ("کتابخانه", "خانه", "Müllerstraße", "เรือ")]
            assert found == [1, 1, 1, 1]
            assert list(check_search(archive.connection)) == []
            archive.connection.execute("delete from _sqlite_migrations where name = 'm008_words_with_half_spaces'")
