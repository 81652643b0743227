"""Pages in the shapes of European papers: their offers, dates and buttons stay out, and their small print is read."""

from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract

FETCHED = datetime(2026, 3, 12, tzinfo=UTC)


def p(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


GERMAN = [
    "Der zweite Abschnitt des Uferwegs soll im kommenden Monat begonnen werden. Das teilte die Stadtverwaltung am Dienstag nach drei Jahren Verhandlungen mit.",
    "Gebaut wird in drei Schritten. Der erste kostet zwölf Millionen Euro; das Bett wird geräumt, die Böschung vor dem Herbsthochwasser verstärkt.",
    "»Wir wohnen seit dreißig Jahren hier und fürchten jeden Sommer das Wasser«, sagt Ruth Keller, deren Haus im vergangenen Jahr überflutet wurde.",
    "Gegner weisen darauf hin, dass auf den Wiesen seltene Vögel brüten. Eine Petition haben 1400 Menschen unterschrieben, etwa ein Zehntel der Stadt.",
]
FRENCH = [
    "Le deuxième tronçon du chemin des berges sera commencé le mois prochain, a annoncé mardi la municipalité, après trois ans de discussions.",
    "Les travaux se feront en trois étapes. La première coûtera douze millions d’euros ; le lit sera curé et les rives renforcées avant les crues d’automne.",
    "« Nous vivons ici depuis trente ans et nous craignons l’eau chaque été », raconte Ruth Quellec, dont la maison a été inondée l’an dernier.",
    "Les opposants rappellent que des oiseaux rares nichent dans ces prairies. Une pétition a recueilli 1 400 signatures, soit un dixième de la ville.",
]
ITALIAN = [
    "Il secondo tratto del sentiero sarà iniziato il mese prossimo: lo ha annunciato martedì il Comune, dopo tre anni di trattative.",
    "I lavori si faranno in tre fasi. La prima costa dodici milioni di euro; il letto sarà ripulito e gli argini rinforzati prima delle piene d’autunno.",
    "«Abitiamo qui da trent’anni e temiamo l’acqua ogni estate», dice Rita Chelli, la cui casa fu allagata l’anno scorso.",
    "I contrari ricordano che nei prati nidificano uccelli rari. Una petizione ha raccolto 1.400 firme, un decimo della città.",
]
POLISH = [
    "Drugi odcinek bulwarów zacznie powstawać w przyszłym miesiącu – ogłosił we wtorek ratusz po trzech latach rozmów z właścicielami łąk.",
    "Prace będą prowadzone w trzech etapach. Pierwszy kosztuje dwanaście milionów złotych; koryto zostanie oczyszczone, a brzegi wzmocnione.",
    "– Mieszkamy tu od trzydziestu lat i co lato boimy się wody – mówi Rut Kelińska, której dom został zalany w zeszłym roku.",
    "Przeciwnicy przypominają, że na łąkach gniazdują rzadkie ptaki. Petycję podpisało 1400 osób, jedna dziesiąta miasta.",
]
RUSSIAN = [
    "Вторую часть набережной начнут строить в следующем месяце, сообщили во вторник в мэрии после трёх лет переговоров с владельцами лугов.",
    "Работы пройдут в три этапа. Первый обойдётся в двенадцать миллионов рублей; русло расчистят, берега укрепят до осенних паводков.",
    "«Мы живём здесь тридцать лет и каждое лето боимся воды», — рассказала Рита Келина, дом которой затопило в прошлом году.",
    "Противники напоминают, что на лугах гнездятся редкие птицы. Под обращением подписались 1400 человек, десятая часть города.",
]
SWEDISH = [
    "Nästa månad börjar arbetet med den andra delen av strandpromenaden, meddelade kommunen på tisdagen efter tre års samtal med ängarnas ägare.",
    "Arbetet görs i tre steg. Det första kostar tolv miljoner kronor; botten rensas och stränderna förstärks före höstens översvämningar.",
    "– Vi har bott här i trettio år och är rädda för vattnet varje sommar, säger Rut Källén, vars hus översvämmades i fjol.",
    "Motståndarna påpekar att sällsynta fåglar häckar på ängarna. En namninsamling har skrivits under av 1 400 personer, en tiondel av staden.",
]
# language, title, text, page, authors, tags, number of comments
LAYOUTS = {
    "weekly": ("de", "Uferweg wird um vier Kilometer verlängert", GERMAN, lambda title, text: f"<article><h1>{title}</h1><p>Von <a href=/autor/m rel=author>Maike Tolland</a></p><time datetime='2026-03-10 10:17:00'>10.03.2026, 10.17 Uhr</time>"
    "<div class=bar><span>Zur Merkliste hinzufügen</span><span>Facebook</span><span>E-Mail</span><span>Link kopieren</span></div>"
    f"{p(text)}</article><section><h2>Mehr lesen über</h2><ul><li><a href=/x/1>Hochwasser</a></li><li><a href=/x/2>Verkehr</a></li></ul></section>", ("Maike Tolland",), ("Hochwasser", "Verkehr"), None),
    "regional": ("de", "Uferweg wird um vier Kilometer verlängert", GERMAN, lambda title, text: "<ol class=breadcrumb><li>Sie sind hier:</li><li><a href=/>Startseite</a></li><li><a href=/lokales/>Lokales</a></li></ol>"
    f"<article><h1>{title}</h1><div><span>Stand: 10.03.2026, 10:17 Uhr</span> <span>Von: <a href=/autor/m>Maike Tolland</a></span></div>{p(text)}"
    "<p><em>Alle Nachrichten aus der Region finden Sie auch auf unserer Facebook-Seite.</em></p></article>", ("Maike Tolland",), (), None),
    "public radio": ("fr", "Le chemin des berges prolongé de quatre kilomètres", FRENCH, lambda title, text: f"<article><h1>{title}</h1><div class=signature>Article rédigé par <a href=/redaction/m rel=author>Maëlle Tolland</a></div>"
    "<div><span>Publié le 10/03/2026 10:17</span> <span>Mis à jour le 10/03/2026 11:02</span></div><figure><img src=a.jpg><figcaption>Le chemin des berges, le 8 mars 2026.</figcaption></figure>"
    f"<p>Article réservé aux abonnés</p><div>{p(text)}</div><div><h2>Les sujets associés</h2><a href=/a/1>Inondations</a><a href=/a/2>Météo</a></div></article>", ("Maëlle Tolland",), ("Inondations", "Météo"), None),
    "daily": ("it", "Il sentiero del fiume si allunga di quattro chilometri", ITALIAN, lambda title, text: f"<main><h1>{title}</h1><p class=author>di <a href=/m>Maia Tolland</a></p><div>10 marzo 2026 (modifica il 10 marzo 2026 | 11:02)</div>"
    f"<div>{p(text[:2])}</div><div>PUBBLICITÀ</div><div>{p(text[2:])}</div><p>10 marzo 2026 ( modifica il 10 marzo 2026)</p><p>© RIPRODUZIONE RISERVATA</p>"
    "<div><p>Se vuoi restare aggiornato sulle notizie della città iscriviti gratis alla newsletter. Arriva ogni giorno nella tua casella di posta.</p></div></main>", ("Maia Tolland",), (), None),
    "portal": ("pl", "Bulwary będą dłuższe o cztery kilometry", POLISH, lambda title, text: f"<article><h1>{title}</h1><div><span class=article_author>Maja Tolland</span> <time datetime='2026-03-10 10:17'>10.03.2026 10:17</time></div><section>{p(text)}</section>"
    "<div><span>Więcej o:</span> <a href=/t/1>powódź</a> <a href=/t/2>bulwary</a></div><div>Komentarze (12)</div></article>", ("Maja Tolland",), ("powódź", "bulwary"), 12),
    "news of the day": ("ru", "Набережную продлят на четыре километра", RUSSIAN, lambda title, text: f"<main><div><a href=/rubrics/>Россия</a> <time>10:17, 10 марта 2026</time></div><h1>{title}</h1><div class=authors><a href=/authors/m>Мария Толина</a></div>{p(text[:3])}"
    f"<div class=box><a href=/a1><span>Материалы по теме:</span> <span>Мост откроют на два года позже</span> <span>1 марта 2026</span></a></div>{p(text[3:])}</main>", ("Мария Толина",), (), None),
    "broadcaster": ("sv", "Strandpromenaden förlängs med fyra kilometer", SWEDISH, lambda title, text: f"<article><h1>{title}</h1><div><span>Publicerad</span> <time datetime='2026-03-10T10:17:00+01:00'>10 mars 2026</time> <span>Uppdaterad igår 11.02</span></div><div>{p(text)}</div>"
    "<div class=byline><span>Maja Tolland</span><span>Reporter</span><a href=mailto:m@example.test>maja@example.test</a></div></article>", ("Maja Tolland",), (), None),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_page_is_read(name: str) -> None:
    language, title, text, layout, authors, tags, comments = LAYOUTS[name]
    page = f"<html lang={language}><title>{title} - Example</title><body><nav><a href=/>Example</a></nav>{layout(title, text)}</body></html>"
    article = extract(page, "https://www.example.test/stadt/uferweg-123456.html", fetched_at=FETCHED)
    assert article.title == title
    assert article.body.split("\n") == text
    assert article.published is not None
    assert f"{article.published:%Y-%m-%d}" == "2026-03-10"
    assert (article.authors, article.tags, article.comment_count) == (authors, tags, comments)


def test_a_list_of_the_hot_topics_far_below_gives_no_tags() -> None:
    rows = "".join(f"<p>Line {number} of the foot</p>" for number in range(20))
    page = f"<html lang=en><body><article><h1>Path</h1>{p(GERMAN)}</article>{rows}<h3>Topics</h3><ul><li><a href=/h/1>Football</a></li></ul></body></html>"
    assert extract(page, "https://www.example.test/a/path-123456.html", fetched_at=FETCHED).tags == ()


def test_the_comments_are_counted_by_their_heading() -> None:
    replies = "<div class=comments><h3>תגובות (12)</h3><p>סוף סוף.</p></div>"
    page = f"<html lang=he><body><article><h1>Path</h1>{p(GERMAN)}</article>{replies}</body></html>"
    assert extract(page, "https://www.example.test/a/path-123456.html", fetched_at=FETCHED).comment_count == 12


@pytest.mark.parametrize("name", ["standfirst", "subtitle", "article__subhead"])
def test_a_standfirst_without_a_stop_is_text_if_it_is_named_so(name: str) -> None:
    lead = "Anwohner fürchten den Lärm, Naturschützer die Störung seltener Vögel auf den Wiesen"
    page = f"<html lang=de><body><article><h1>Uferweg</h1><p class={name}>{lead}</p><div class=meta>10.03.2026</div>{p(GERMAN)}</article></body></html>"
    assert extract(page, "https://www.example.test/a/weg-123456.html", fetched_at=FETCHED).body.split("\n") == [
        lead,
        *GERMAN,
    ]


def test_a_name_ends_where_its_element_ends() -> None:
    line = "<div><span>Stand:</span><time>10.03.2026, 10:17 Uhr</time><span>Von: <a href=/m>Maike Tolland</a></span><a href=#k>Kommentare</a><a>Drucken</a><a>Teilen</a></div>"
    page = f"<html lang=de><body><h1>Uferweg</h1>{line}{p(GERMAN)}<p><b>Unser Newsletter informiert Sie über alles Wichtige aus der Region. <a href=/n>Hier anmelden.</a></b></p></body></html>"
    article = extract(page, "https://www.example.test/a/weg-123456.html", fetched_at=FETCHED)
    assert (article.authors, article.body.split("\n")) == (("Maike Tolland",), GERMAN)
