"""Where the head of a page names only the site, the headline printed above the text is the title."""

import pytest

from newsarchive.extraction import extract

TEXT = "".join(
    f"<p>The council of the harbour town decided on {day} that the ferry to the school island will sail again in spring,"
    " after two years without a boat that cost the islanders more than was planned.</p>"
    for day in ("Monday", "Tuesday", "Thursday")
)
MENU = "".join(f"<td><a href=/{name}>{name}</a></td>" for name in ("Town", "Sea", "Letters"))
BOLD = "<tr><td><font size=4><b>Boats are back at Winnow</b></font></td></tr>"


def title(element: str, above: str, below: str = "© 2008 Winnow Gazette. All rights reserved.") -> str | None:
    html = f"<title>{element}</title><table><tr>{MENU}</tr>{above}<tr><td>16.09.2008</td></tr><tr><td>{TEXT}</td></tr></table>"
    return extract(f"<html><body>{html}<p>{below}</p></body></html>", "https://www.wg.example/a.php?id=398").title


@pytest.mark.parametrize(
    ("element", "above", "expected"),
    [
        ("Winnow Gazette", BOLD, "Boats are back at Winnow"),
        ("Winnow Gazette - district paper", BOLD, "Boats are back at Winnow"),
        ("Winnow Gazette", "<tr><td class=view_title>Boats are back</td></tr>", "Boats are back"),
        ("Quarterly review", "<tr><td><h2>Boats are back</h2></td></tr>", "Boats are back"),
        ("Quarterly review", BOLD, "Quarterly review"),  # may be a headline that is printed nowhere
        ("Ferry sails again", "<tr><td><h2>Two years without</h2></td></tr>", "Ferry sails again"),
        ("Ferry sails again - Winnow Gazette", BOLD, "Ferry sails again - Winnow Gazette"),
        ("Winnow Gazette", "<tr><td><b><a href=/sea>All about the sea</a></b></td></tr>", "Winnow Gazette"),
        ("Winnow Gazette", "<tr><td><b>Winnow Gazette</b></td></tr>", "Winnow Gazette"),
    ],
)
def test_the_line_above_the_text_is_the_title_where_the_element_names_the_site(
    element: str, above: str, expected: str
) -> None:
    assert title(element, above) == expected


@pytest.mark.parametrize(
    ("element", "above", "expected"),
    [
        ("Sea: Boats are back at Winnow - Letters", BOLD, "Boats are back at Winnow"),
        ("The Tri-Valley: Boats are back at Winnow", BOLD, "Boats are back at Winnow"),
        ("Sea: Boats are back at Winnow", "<tr><td>Sea: Boats are back at Winnow</td></tr>" + BOLD, "Sea: Boats are back at Winnow"),
        ("Sea: boats return", BOLD, "Sea: boats return"),
    ],
)  # fmt: skip
def test_a_part_of_the_title_element_that_is_a_line_of_its_own_is_the_title(
    element: str, above: str, expected: str
) -> None:
    assert title(element, above, below="About us") == expected


@pytest.mark.parametrize("address", ["/", "https://rusty.example/", "index.php"])
def test_a_heading_that_leads_to_the_front_page_is_a_logo(address: str) -> None:
    html = (
        f"<title>The Rusty Anchor » Blog Archive » Boats are back</title><h1><a href={address}>The Rusty Anchor</a></h1>"
        f"<h2><a href=/?p=12>Boats are back</a></h2>{TEXT}"
    )
    assert extract(html, "https://rusty.example/?p=12").title == "Boats are back"


@pytest.mark.parametrize(
    ("headings", "element", "expected"),
    [
        ("<h1>Menu of the harbour</h1><h1>Boats are back at Winnow</h1>", "Boats are back", "Boats are back at Winnow"),
        ("<h1>All the sea</h1><h2>Boats are back at Winnow</h2>", "Boats are back at Winnow | All the sea", None),
        (
            "<h1>All the sea</h1><h2>Boats are back at Winnow</h2>",
            "All the sea » Archive » Boats are back at Winnow",
            None,
        ),
        (
            "<h1>Letters</h1><h1>Boats are back at Winnow</h1>",
            "Winnow Gazette - Letters - Boats are back at Winnow",
            None,
        ),
        ("<h1>Boats/Winnow</h1><h1>Winnow</h1>", "Boats/Winnow", "Boats/Winnow"),
    ],
)
def test_a_heading_that_ends_the_title_element_is_the_name_of_site_or_section(
    headings: str, element: str, expected: str | None
) -> None:
    social = '<meta property="og:title" content="Boats are back at Winnow">' if "Menu" in headings else ""
    html = f"<html><head><title>{element}</title>{social}</head><body>{headings}{TEXT}</body></html>"
    assert extract(html, "https://www.wg.example/a/398").title == (expected or "Boats are back at Winnow")


def test_what_only_some_of_the_told_titles_have_behind_a_sign_is_no_part_of_the_title() -> None:
    head = (
        "<title>Boats are back at Winnow-Sea</title><meta property='og:title' content='Boats are back at Winnow | Sea'>"
        "<meta name='headline' content='Boats are back at Winnow'>"
    )
    html = f"<html><head>{head}</head><body>{TEXT}</body></html>"
    assert extract(html, "https://www.wg.example/a/398").title == "Boats are back at Winnow"


def test_a_title_element_that_was_escaped_twice_is_the_heading() -> None:
    html = f"<title>Boats &amp;amp; it&amp;#8217;s - Sea</title><body><h1>Boats &amp; it’s</h1>{TEXT}</body>"
    assert extract(html, "https://www.wg.example/a/398").title == "Boats & it’s"


def test_the_headline_below_the_lead_is_no_text() -> None:
    lead = (
        "<p>The ferry sails again in spring, and the islanders pay for it with their taxes and with their patience: what"
        " the council decided, what it costs them, and who will stand at the rudder when the boat leaves the pier.</p>"
    )
    html = f"<title>Ferry sails again - what now</title>{lead}<h1>Ferry sails again – what now</h1>{TEXT}"
    body = extract(f"<body><article>{html}</article>", "https://www.wg.example/a.php?id=398").body.split("\n")
    assert [line[:9] for line in body] == ["The ferry", "The counc", "The counc", "The counc"]


def test_what_stands_before_a_bar_in_a_heading_is_its_kicker() -> None:
    html = f"<title>Traffic | Old bridge to close for two weeks | HS</title><h1><span>Traffic|</span> Old bridge to close for two weeks</h1>{TEXT}"
    article = extract(f"<html><body>{html}</body></html>", "https://www.example.test/suomi/art-2000011234567.html")
    assert article.title == "Old bridge to close for two weeks"


def test_a_headline_above_the_text_and_of_the_page_is_the_title_rather_than_the_short_one_of_lists() -> None:
    short = "<meta property='og:title' content='Winnow boats return'><meta name=Headline content='Winnow boats return'>"
    head = f"<title>Winnow Gazette - Boats are back at Winnow after two years</title>{short}"
    page = f"<html><head>{head}</head><body><h1>Boats are back at Winnow after two years</h1>{TEXT}</body></html>"
    assert extract(page, "https://www.wg.example/a/398").title == "Boats are back at Winnow after two years"
    told = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Winnow boats return"}</script>'
    assert extract(page.replace("</head>", f"{told}</head>")).title == "Winnow boats return"
