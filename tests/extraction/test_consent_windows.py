"""The windows of consent managers are no text, however much they say; pages and pieces that only name consent are."""

import pytest

from newsarchive.extraction.body import find_body
from newsarchive.extraction.page import Page

ARTICLE = [
    "The night ferry was turned back twice on Friday before the crew found the leak, the harbour office said.",
    "Nobody was hurt, and the forty passengers were put up in the school hall until the morning boat came in.",
]
ASKED = [
    "When you visit our website, we store cookies on your browser to collect information about you and your device.",
    "If you are a resident of the island, you have the right to direct a business not to sell what it knows of you.",
    "Please note that opting out may not mean that you stop seeing advertisements, as the partners keep their own lists.",
    "Our partners process data to measure audiences, to build profiles and to keep the service safe from abuse.",
] * 2
WINDOWS = [
    "<div id='onetrust-consent-sdk'><div id='ot-content'>",
    "<div id='CybotCookiebotDialog' role=dialog><div>",
    "<section class='site-cookie-banner is-open'><div>",
    "<div id='sp_message_container_71' class='message'><div>",
    "<div id='cmpbox' class='cmpbox cmpstyleroot'><div class='cmpboxcontent'>",
    "<div class='klaro'><div class='cookie-modal'>",
    "<div id='coiOverlay' role=dialog><div>",
    "<div id='tc-privacy-wrapper'><div>",
    "<div class='eu-cookie-compliance-banner'><div>",
]


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("window", WINDOWS)
def test_a_window_that_says_more_than_the_article_is_no_text(window: str) -> None:
    page = Page(f"<body><h1>Ferry turned back</h1><div>{paragraphs(ARTICLE)}</div>{window}{paragraphs(ASKED)}</div>")
    assert find_body(page).text.split("\n") == ARTICLE


@pytest.mark.parametrize("opened", ["<body class='cookie-consent-given'><div>", "<div class='cookieconsent-optin'>"])
def test_a_page_or_piece_that_names_consent_is_read(opened: str) -> None:
    page = Page(f"{opened}<h1>Ferry turned back</h1><article>{paragraphs(ARTICLE)}</article>")
    assert find_body(page).text.split("\n") == ARTICLE
