"""Players and posts of other sites that stand in the text, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsarchive.extraction.body import Body
from newsarchive.extraction.known import address
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, near
from newsarchive.extraction.page.walk import POST
from newsarchive.extraction.structure.pictures import FAR, belongs

# youtube, twitter and the like, not advertisement frames
EMBEDDED: Final = re.compile(
    r"youtu\.?be|youtube|vimeo|dailymotion|twitter\.com|//x\.com|instagram|facebook\.com/plugins|tiktok|soundcloud|spotify"
    r"|bilibili|youku|v\.qq\.com|datawrapper|infogram|flourish|documentcloud|brightcove|jwplay|player|embed",
    re.I,
)
FRAMES: Final = frozenset(("iframe", "video", "audio", "amp-iframe", "amp-video", "amp-audio"))
# What the scripts of other sites turn into their posts: elements, and their classes.
POST_TAGS: Final = frozenset(("blockquote", "div", "section"))
POSTS: Final = frozenset(
    "twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed reddit-embed-bq reddit-card text-post-media"
    " mastodon-embed fb-post fb-video imgur-embed-pub".split()
)
MOST_BEHIND: Final = 50  # elements behind a post's own link
# Where the address of a post or player stands; of frames that wait for consent, too.
PLACES: Final = (
    "data-instgrm-permalink", "data-text-post-permalink", "data-href", "cite", "data-src", "data-lazy-src",
    "data-cookieblock-src", "data-cmp-src", "src",
)  # fmt: skip
# Numbers of players and posts in elements of AMP pages and of light players, and what they mean.
NUMBERS: Final = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v={}"),
    "lite-youtube": ("videoid", "https://www.youtube.com/watch?v={}"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/{}"),
    "lite-vimeo": ("videoid", "https://vimeo.com/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/{}"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-tiktok": ("data-src", "{}"),
    "amp-facebook": ("data-href", "{}"),
    "script": (POST, "https://t.me/{}"),
}
PLAYERS: Final = FRAMES | NUMBERS.keys()


def embeds_in(body: Body) -> Iterator[Element]:
    """Yield players, frames and posts that stand in the text."""
    around = near(body.page.elements, body.first - FAR, body.last + 1)
    shown = (one for one in around if one.tag in PLAYERS or (one.tag in POST_TAGS and is_post(one)))
    return (one for one in (*body.page.media, *shown) if one.tag != "img" and belongs(body, one))


def is_post(element: Element) -> bool:
    """Say whether an element is a post of another site, by its class."""
    names = element.get("class")
    return names is not None and "-" in names and not POSTS.isdisjoint(names.split())


def embed_address(page: Page, element: Element, url: str | None) -> str | None:
    """Return where a post or player is on its own site; ``None`` for other frames."""
    if element.tag in NUMBERS:
        name, form = NUMBERS[element.tag]
        number = element.get(name)
        return form.format(number) if number else None
    there = next(filter(None, map(element.get, PLACES)), None)
    if element.tag in ("iframe", "amp-iframe"):
        return address(url, there) if there and EMBEDDED.search(there) else None
    if there is None:  # the last link of a post is its own address
        inside = page.elements[max(element.number + 1, element.tail - MOST_BEHIND) : element.tail]
        there = next((one.get("href") for one in reversed(inside) if one.tag == "a" and one.get("href")), None)
    return address(url, there.partition("?ref_")[0]) if there else None
