"""One rule chooses: witnesses that agree add up, contradiction makes less sure, rules decide alone."""

from newsarchive.extraction.fields.choice import chosen, chosen_list, weighed
from newsarchive.extraction.fields.language import declared_language, language_of
from newsarchive.items import Candidate


def one(value: str, origin: str, confidence: float, where: str = "") -> Candidate:
    return Candidate(value, origin, confidence, where)


def test_two_that_agree_beat_one_that_is_surer() -> None:
    found = chosen([one("A", "json-ld", 0.8), one("B", "heading", 0.75), one("b", "meta", 0.75)], str.casefold)
    assert (found[0].value, found[0].chosen, found[0].reason) == ("B", True, "agrees with meta")
    assert [each.chosen for each in found[1:]] == [False, False]


def test_contradiction_makes_less_sure() -> None:
    alone = chosen([one("A", "json-ld", 0.8)])[0].confidence
    disputed = chosen([one("A", "json-ld", 0.8), one("B", "meta", 0.7)])[0].confidence
    assert alone == 0.8 > disputed


def test_the_same_place_is_one_witness() -> None:
    repeated = [one("A", "heading", 0.6, "h2")] * 5
    assert chosen([*repeated, one("B", "meta", 0.8)])[0].value == "B"


def test_a_doubtful_place_speaks_against_no_day_that_it_tells_too() -> None:
    told = [one("16", "url", 0.8), one("16", "json-ld", 0.3), one("16", "meta", 0.4), one("14", "byline", 0.6)]
    assert weighed(told, str)[0].key == "14"
    assert weighed(told, str, mild=True)[0].key == "16"
    assert weighed([one("A", "meta", 0.3), one("A", "url", 0.4)], str, mild=True)[0].confidence < 0.41


def test_a_site_rule_decides_alone() -> None:
    others = [one("B", origin, 0.95) for origin in ("json-ld", "meta", "heading", "opengraph")]
    assert chosen([*others, one("A", "rule", 0.99)])[0].value == "A"


def test_nothing_gives_nothing() -> None:
    assert chosen([]) == chosen_list([]) == ()


def test_the_surest_list_wins_whole_and_others_confirm_its_values() -> None:
    found = chosen_list(
        [one("a", "json-ld", 0.9), one("b", "json-ld", 0.9), one("b", "meta", 0.8), one("c", "meta", 0.8)]
    )
    assert [(each.value, each.origin) for each in found if each.chosen] == [("a", "json-ld"), ("b", "json-ld")]
    assert found[1].confidence > found[0].confidence


def test_a_poor_list_is_worse_than_none() -> None:
    assert [each.chosen for each in chosen_list([one("a", "link", 0.2)])] == [False]


GERMAN = (
    "Der Stadtrat hat am Dienstag beschlossen, dass die Schule am Hafen im September wieder geöffnet wird. Zwei Jahre lang war"
    " das Gebäude gesperrt, weil das Dach undicht geworden war und niemand die Kosten tragen wollte. Nun übernimmt das Land"
    " die Hälfte. Die Eltern zeigten sich erleichtert, viele Kinder mussten bisher jeden Morgen mit dem Bus in den nächsten"
    " Ort fahren. Die Leiterin der Schule sprach von einem guten Tag für alle, die hier wohnen und arbeiten."
)


def test_the_language_is_the_texts_and_not_the_templates() -> None:
    assert [each.value for each in language_of(GERMAN, "en") if each.chosen] == ["de"]
    assert [
        each.value for each in language_of("昨日召开工作会议，要求各部门继续做好防火工作。" * 3, "en") if each.chosen
    ] == ["zh"]
    assert [
        each.value
        for each in language_of("きのう会議が開かれ、学校が再開されることが決まりました。" * 3, "zh")
        if each.chosen
    ] == ["ja"]


def test_a_short_text_has_no_language() -> None:
    assert not [each for each in language_of("Kurz.", "de") if each.chosen]


def test_declarations_are_reduced_to_a_code() -> None:
    assert [declared_language(text) for text in ("zh-CN", "en_US", "NB", "", None, "deutsch")] == [
        "zh", "en", "no", None, None, None,
    ]  # fmt: skip
