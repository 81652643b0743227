import pytest

from newsarchive.query.advice import advice


@pytest.mark.parametrize(
    ("query", "beginnings"),
    [
        ("night ferry", []),
        ("疫情 OR 防控 -火山 title:院", []),
        ('(ferry OR "night ship") aground (Gull)', []),
        ("https://www.harbour.test/site:1 vaccin* AT&T", []),
        ("OR", ["Say what to search for"]),
        ("* AND", ["Say what to search for"]),
        ("body:ferry -site:harbour", ["body: is a word", "site: is a word"]),
        ('"night ferry', ["A quotation mark"]),
        ("NEAR(night ferry)", ["NEAR is a word", "Brackets do not group"]),
        ("(night ferry) OR ship", ["Brackets do not group"]),
        ("f*rry", ["* stands"]),
    ],
)
def test_what_is_read_otherwise_is_told_and_nothing_else(query: str, beginnings: list[str]) -> None:
    sentences = advice(query)
    assert len(sentences) == len(beginnings)
    assert all(sentence.startswith(begun) for sentence, begun in zip(sentences, beginnings, strict=True))
