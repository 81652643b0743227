"""Lines of facts under titles, in the words of many countries: who wrote, who is credited, and when."""

from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article
from tests.extraction.lock_page import TEXT, read

FETCHED = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)


VIETNAMESE = "".join(
    f"<p>{line}</p>"
    for line in (
        "Cửa cống trên con kênh phía trên sẽ đóng đến tháng năm, vì các cánh cửa phải được đóng lại bằng gỗ sồi mới.",
        "Mười một chiếc sà lan chở sỏi lên nhà máy trên đồi phải dỡ hàng ở bến cũ trong suốt thời gian đó.",
        "Người giữ cống đã sống bên cạnh ba mươi năm sẽ cho khách xem buồng cạn vào các ngày chủ nhật.",
        "“Chúng tôi biết gỗ đã mục, nhưng vẫn mong nó chịu được thêm một mùa đông”, ông nói với những người dân đến họp.",
        "Sau đó nước sẽ được xả vào bằng tay như hồi con kênh mới đào, vì các máy bơm cũng đã hỏng và chưa ai sửa.",
    )
)


def under(line: str, lang: str = "en", below: str = "") -> Article:
    html = f"<html lang={lang}><title>Lock closes until May</title><body><h1>Lock closes until May</h1>{line}{'' if lang == 'vi' else TEXT}{below}"
    return extract(html, "https://canal.example/a/33", fetched_at=FETCHED)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Zdroj: ČTK, 19. 11. 2025 v 8.05", "ČTK"),
        ("Forrás: MTI, 2025. november 19. 08:05", "MTI"),
        ("Πηγή: ΑΠΕ-ΜΠΕ 19.11.2025 | 08:05", "ΑΠΕ-ΜΠΕ"),
        ("Джерело: Укрінформ. 19 лист. 2025 08:05", "Укрінформ"),
        ("Източник: БТА, сряда, 19 ноември 2025", "БТА"),
        ("Źródło: PAP, oprac. Jagoda Wilk. 19 lis 2025, 8:05", "PAP"),
        ("Izvor: N1/Hina, objavljeno: 19.11.2025 08:05", "N1/Hina"),
        ("Quelle: Kanal 7, Uferstadt", "Kanal 7, Uferstadt"),  # a figure that is no date
        ("配信日時：2025/11/19 08:05　提供元：川辺新報", "川辺新報"),
        ("（中央社記者林雅婷高雄19日電）2025/11/19 08:05", "中央社"),
    ],
)
def test_the_source_ends_before_the_date(line: str, source: str) -> None:
    assert read(f"<p>{line}</p>").source == source


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Аутор: Милица Јовић Датум: 19.11.2025. 08:05", ("Милица Јовић",)),
        ("Пише: Милица Јовић, среда, 19. новембар 2025.", ("Милица Јовић",)),
        ("Հեղինակ՝ Անի Սարգսյան, 19.11.2025 08:05", ("Անի Սարգսյան",)),
        ("כתב: יואב שגיא", ("יואב שגיא",)),
        ("লেখা: তানভীর হোসেন", ("তানভীর হোসেন",)),
        ("எழுதியவர்: கார்த்திக் செல்வன் | 19 நவ., 2025", ("கார்த்திக் செல்வன்",)),
        ("เรื่อง: สมชาย วงศ์ดี ภาพ: มาลี ใจงาม 19 พ.ย. 2025", ("สมชาย วงศ์ดี",)),
        ("PV: Lê Thị Mai | 08:05 19/11/2025", ("Lê Thị Mai",)),
        ("<strong>Selin Ardıç</strong><span>Haber Merkezi</span>", ("Selin Ardıç",)),
        ("2025年11月19日 08時05分<br>社会部 山本夏子", ("山本夏子",)),
        ("Anna Salgado, TV Rio | 19/11/2025", ("Anna Salgado",)),
        ("Anna Ranta<br>Maria Salo<br>19.11.2025 8:05", ("Anna Ranta", "Maria Salo")),
        ("Articol de Ioana Dobre, foto Radu Stan - 19/11/2025", ("Ioana Dobre",)),
        ("red. Jagoda Wilk", ("Jagoda Wilk",)),
        ("19.11.2025, 08:05; Мила Петрова", ("Мила Петрова",)),
        ("19/11/2025 08:05 נועה ברק", ("נועה ברק",)),
        ("Sanne de Wit en Joris Bakker 19 nov 2025 08:05 • Leestijd 3 min", ("Sanne de Wit", "Joris Bakker")),
        ("Story and photos by Una Birch", ("Una Birch",)),
        ("Photos by Una Birch", ()),
        ("نویسنده: مهدی رضایی‌فر - ۱۴۰۴/۰۸/۲۸ ۰۸:۰۵", ("مهدی رضایی‌فر",)),
        ("Rui Salgado, Ana Prado e Estadão Conteúdo 19/11/2025 às 08:05", ("Rui Salgado", "Ana Prado")),
    ],
)
def test_who_wrote_is_told_by_the_words_of_the_country(line: str, names: tuple[str, ...]) -> None:
    assert read(f"<p>{line}</p>").authors == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>رضا کریمی</p><p>۱۴۰۴-۰۸-۲۸ ۰۸:۰۵</p>", ("رضا کریمی",)),
        ("<p>عائشہ صدیقی</p><p>نومبر 19, 2025</p>", ("عائشہ صدیقی",)),
        (
            "<p>তানভীর হোসেন</p><p>প্রকাশ : ১৯ নভেম্বর ২০২৫, ০৮:০৫ এএম আপডেট : ১৯ নভেম্বর ২০২৫, ১১:৩০ এএম</p>",
            ("তানভীর হোসেন",),
        ),
    ],
)
def test_a_name_above_the_date_is_the_authors_in_letters_without_capitals(line: str, names: tuple[str, ...]) -> None:
    assert read(line).authors == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<p>Ирина ЛЕВКОЕВА.</p>", ("Ирина ЛЕВКОЕВА",)),
        ("<p>（川辺支局　山本夏子）</p>", ("山本夏子",)),
        ("<p>供稿：县交通局 秦文博　方航</p>", ("秦文博", "方航")),
        ("<p>供稿：高新区党政办</p>", ()),
        ("<p>供稿：张三</p>", ("张三",)),
    ],
)
def test_who_signs_below_the_text_is_its_author(below: str, names: tuple[str, ...]) -> None:
    assert read("<p>2025-11-19</p>", below).authors == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ('<p style="text-align:right"><b>Trần Hữu Nghĩa</b> (Theo <i>TTXVN</i>)</p>', ("Trần Hữu Nghĩa",)),
        ("<p><b>Lê Thị Mai - Trần Hữu Nghĩa</b></p>", ("Lê Thị Mai", "Trần Hữu Nghĩa")),
    ],
)
def test_all_who_sign_in_vietnam_are_authors(below: str, names: tuple[str, ...]) -> None:
    assert under("<p>19/11/2025</p>", "vi", f"{VIETNAMESE}{below}").authors == names


@pytest.mark.parametrize(
    "line",
    [
        "Traduzione di Luca Monti",
        "Aus dem Englischen von Jan Petersen",
        "Traduit de l’anglais par Yves Tanguy",
        "Ilustración de Tomás Belda",
        "Foto di Gino Riva",
        "Fotos von Jan Petersen",
    ],
)
def test_who_translated_or_drew_is_no_author(line: str) -> None:
    assert read(f"<p>{line}</p><p>19.11.2025</p>").authors == ()


@pytest.mark.parametrize("line", ["Text und Fotos von Jan Petersen", "Texte et photos par Jan Petersen"])
def test_who_wrote_and_took_pictures_is_the_author(line: str) -> None:
    assert read(f"<p>{line}</p><p>19.11.2025</p>").authors == ("Jan Petersen",)


@pytest.mark.parametrize(
    "line",
    [
        "Aktuelle Nachrichten",
        "Landkreis Nordufer",
        "Cronaca Locale",
        "Domácí Zprávy",
        "Berita Terkini",
        "Lokala Nyheter",
    ],
)
def test_a_section_above_the_date_is_no_person(line: str) -> None:
    assert read(f"<p>{line}</p><p>19.11.2025</p>").authors == ()


def test_who_contributed_is_no_part_of_the_office_that_did() -> None:
    assert read(below="<p>供稿：县交通局 秦文博　方航</p>").source == "县交通局"


@pytest.mark.parametrize(
    "name", ["wpadmin", "Array", "[object Object]", "Contributed", "Submitted", "Press release", "Guest author"]
)
def test_what_systems_write_where_nobody_is_named_is_no_author(name: str) -> None:
    assert read(head=f'<meta name="author" content="{name}">').authors == ()


def test_for_whom_somebody_wrote_is_no_part_of_the_name() -> None:
    assert read(head='<meta name="author" content="Una Birch For the Mail">').authors == ("Una Birch",)


def test_the_author_that_a_recommender_is_told_counts() -> None:
    assert read(head='<meta property="dable:author" content="Una Birch">').authors == ("Una Birch",)


@pytest.mark.parametrize(
    ("line", "editor"),
    [
        ("Texto: Rui Salgado | Edição: Ana Prado | Fotos: Luís Reis", "Ana Prado"),
        ("Pewarta : Dewi Lestarini  Editor : Budi Harto  COPYRIGHT © KABAR 2025", "Budi Harto"),
        ("تحرير: ليلى حسن، الأربعاء، 19 نوفمبر 2025", "ليلى حسن"),
    ],
)
def test_the_editor_ends_before_the_day_and_the_copyright(line: str, editor: str) -> None:
    assert read(f"<p>{line}</p>").editor == editor


@pytest.mark.parametrize(
    ("line", "lang", "published"),
    [
        ("19 ное. 2025, 08:05", "bg", "2025-11-19T08:05"),
        ("Srijeda, 19. studenog 2025., 08:05", "hr", "2025-11-19T08:05"),
        ("2025年11月19日 水曜 午前8:05", "ja", "2025-11-19T08:05"),
        ("配信日時：2025/11/19 08:05", "ja", "2025-11-19T08:05"),
        ("開催日時：2025/11/19 08:05", "ja", None),
    ],
)
def test_days_are_read_as_the_country_prints_them(line: str, lang: str, published: str | None) -> None:
    found = under(f"<p>{line}</p>", lang).published
    assert (found and found.replace(tzinfo=None).isoformat(timespec="minutes")) == published


@pytest.mark.parametrize(
    "line",
    [
        "Dodano: 19.11.2025, 8:05 / Zmieniono: 20.11.2025, 9:00",
        "Dodano: 19.11.2025, 8:05 / Ostatnia modyfikacja: 20.11.2025, 9:00",
        "Публикувана: 19.11.2025 08:05 Последна промяна: 20.11.2025 09:00",
        "Pubblicato il 19.11.2025 08:05 - Ultimo aggiornamento: 20.11.2025 09:00",
        "Veröffentlicht: 19.11.2025 08:05, letzte Änderung: 20.11.2025 09:00",
        "Vydáno 19.11.2025 08:05, upraveno 20.11.2025 09:00",
    ],
)
def test_changes_are_told_by_the_words_of_the_country(line: str) -> None:
    article = under(f"<p>{line}</p>")
    assert article.published and article.modified
    assert (article.published.day, article.modified.day) == (19, 20)


def test_a_change_on_the_same_day_may_be_told_in_french_figures() -> None:
    article = under("<p>Publié le 19/11/2025 à 08h05, mis à jour à 11h30</p>", "fr")
    assert article.published and article.modified
    assert (article.published.hour, article.modified.hour, article.modified.minute) == (8, 11, 30)


def test_the_name_that_ends_the_title_is_no_persons() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Person", "name": "KANAL POST"}}'
        '</script><meta name="author" content="Una Birch">'
    )
    assert read(head=head, ending=" | Kanal Post").authors == ("Una Birch",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("नदी के दोनों किनारों को जोड़ने वाली नाव छह हफ्ते बंद रहेगी, क्योंकि उसका इंजन बदलना है और नया इंजन गर्मियों में आएगा। यह फैसला कल हुआ है।", "hi"),
        ("नदीच्या दोन्ही काठांना जोडणारी नाव सहा आठवडे बंद राहणार आहे, कारण इंजिन बदलायचे आहे आणि नवीन इंजिन उन्हाळ्यात येणार आहे.", "mr"),
        ("নদীর দুই পাড়ের ফেরি ছয় সপ্তাহ বন্ধ থাকবে, কারণ ইঞ্জিন বদলাতে হবে এবং নতুন ইঞ্জিন আসতে দেরি হবে। এ জন্য ভাড়া বাড়ানো হয় বলে জানানো হয়েছে।", "bn"),
        ("નદીના બંને કાંઠાને જોડતી હોડી છ અઠવાડિયાં બંધ રહેશે, કારણ કે તેનું એન્જિન બદલવાનું છે, એમ બંદર કચેરીએ રહેવાસીઓને જણાવ્યું.", "gu"),
    ],
)  # fmt: skip
def test_languages_that_share_a_script_are_told_apart_where_the_page_says_english(text: str, language: str) -> None:
    html = f"<html lang=en-US><title>48</title><body><h1>48</h1><p>{text}</p><p>{text}</p></body></html>"
    assert extract(html, "https://canal.example/a/33").language == language


@pytest.mark.parametrize(
    "label", ["ট্যাগ", "குறிச்சொற்கள்", "ٹیگز", "Тагове", "Тагови", "Oznake", "Тегтер", "თეგები", "Պիտակներ"]
)
def test_tags_are_told_by_the_word_of_the_country(label: str) -> None:
    assert read(below=f"<div><span>{label}:</span> <a href=/1>Lock</a> <a href=/2>Gates</a></div>").tags == (
        "Lock",
        "Gates",
    )


@pytest.mark.parametrize(
    "label", ["Rovat", "קטגוריה", "श्रेणी", "বিভাগ", "دسته‌بندی", "Osasto", "Categorie", "Категорија", "Санат"]
)
def test_the_section_is_told_by_the_word_of_the_country(label: str) -> None:
    assert read(f"<p>{label}: <a href=/1>Canals</a> | 19.11.2025</p>").section == "Canals"


@pytest.mark.parametrize("line", ["3 comentários", "۳ نظر", "コメント3件", "3 hozzászólás", "Diskuze (3)"])
def test_comments_are_counted_in_the_words_of_the_country(line: str) -> None:
    assert read("<p>19.11.2025</p>", f"<p>{line}</p>").comment_count == 3
