"""What pages tell machines about authors, days and sections is read in each of the vocabularies for it."""

from datetime import UTC, datetime

import pytest

from tests.extraction.lock_page import read


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ('<meta name="citation_author" content="Tarr, Ida"><meta name="citation_author" content="Obi, Lucas">', 2),
        ('<meta name="DC.creator" content="Tarr, Ida">', 1),
        ('<meta name="articleAuthor" content="Ida Tarr">', 1),
        ('<meta name="author" content="Ida Tarr, Lucas Obi">', 2),
        ("""<meta name="parsely-page" content='{"authors": ["Ida Tarr", "Lucas Obi"]}'>""", 2),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ida Tarr">', 1),
    ],
)
def test_metas_name_the_authors(head: str, names: int) -> None:
    assert read(head=head).authors == ("Ida Tarr", "Lucas Obi")[:names]


@pytest.mark.parametrize(
    "above",
    [
        '<p property="author" typeof="Person"><b property="name">Ida Tarr</b></p>'
        '<p property="datePublished" content="2026-03-03T10:14:00Z">Tuesday</p>',
        '<p><a property="schema:author" href=/u/3>Ida Tarr</a></p>'
        '<p property="dc:date dc:created" content="2026-03-03T10:14:00Z" datatype="xsd:dateTime">Tue</p>',
    ],
)
def test_attributes_of_rdfa_are_read_as_those_of_microdata(above: str) -> None:
    article = read(above)
    assert (article.authors, article.published) == (("Ida Tarr",), datetime(2026, 3, 3, 10, 14, tzinfo=UTC))


@pytest.mark.parametrize("text", ["Waterways", "Posted in Waterways", "Filed under: Waterways"])
def test_microdata_name_the_section(text: str) -> None:
    assert read(f'<p itemprop="articleSection">{text}</p>').section == "Waterways"
