import pytest

from newsarchive.politeness.reservations import Reservation, reservations

URL = "https://news.example.test/city/1.html"
FILE = '[{"location": "/city/", "tdm-reservation": 1, "tdm-policy": "https://news.example.test/terms"}, {"location": "/", "tdm-reservation": 0}]'
TERMS = "https://news.example.test/terms"


@pytest.mark.parametrize(
    ("headers", "body", "tdmrep", "rights"),
    [
        ([], b"<p>text", None, []),
        ([("X-Robots-Tag", "noindex, NoArchive")], b"", None, [("noarchive", "X-Robots-Tag", None)]),
        ([("x-robots-tag", "newsarchive: none")], b"", None, [("noarchive", "X-Robots-Tag", None)]),
        ([("X-Robots-Tag", "otherbot: noarchive")], b"", None, []),
        ([("X-Robots-Tag", "unavailable_after: 25 Jun 2030 15:00:00 GMT")], b"", None, []),
        (
            [],
            b'<meta name="Robots" content="max-snippet:-1, noarchive">',
            None,
            [("noarchive", '<meta name="robots">', None)],
        ),
        ([], b"<META content=nocache name=newsarchive>", None, [("noarchive", '<meta name="newsarchive">', None)]),
        ([], b'<meta name="otherbot" content="noarchive"><meta name="robots" content="index">', None, []),
        ([], b'<meta name="tdm-reservation" content="1">', None, [("tdm", '<meta name="tdm-reservation">', None)]),
        ([("TDM-Reservation", "1"), ("tdm-policy", TERMS)], b"", None, [("tdm", "TDM-Reservation", TERMS)]),
        ([], b"", FILE, [("tdm", "/.well-known/tdmrep.json", TERMS)]),
        ([("tdm-reservation", "0")], b"", FILE, []),
        ([("tdm-reservation", "1")], b'<meta name="tdm-reservation" content="0">', FILE, []),
        ([], b"", "[[[", []),
        ([], b"", "[" * 100_000, []),
        ([], b"", '{"a": 1}', []),
        (
            [("X-Robots-Tag", "noarchive")],
            b"",
            FILE,
            [("noarchive", "X-Robots-Tag", None), ("tdm", "/.well-known/tdmrep.json", TERMS)],
        ),
    ],
)
def test_what_is_reserved_and_by_what(
    headers: list[tuple[str, str]], body: bytes, tdmrep: str | None, rights: list[tuple[str, str, str | None]]
) -> None:
    assert reservations(headers, body, URL, tdmrep) == tuple(Reservation(*right) for right in rights)


@pytest.mark.parametrize(
    ("location", "path", "covered"),
    [
        ("/*.pdf$", "/a/b.pdf", True),
        ("/*.pdf$", "/a/b.pdfx", False),
        ("/city", "/city/1", True),
        ("*" * 99, "/a", False),
    ],
)
def test_locations_match_like_robots_txt(location: str, path: str, covered: bool) -> None:
    file = f'[{{"location": "{location}", "tdm-reservation": 1}}]'
    assert bool(reservations([], b"", "https://news.example.test" + path, file)) is covered
