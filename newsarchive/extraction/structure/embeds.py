"""Players and posts of other sites that stand in the text, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from operator import attrgetter
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
    r"|\bvk\.com/video|rutube|weibo\.com|bilibili|youku|v\.qq\.com|datawrapper|infogram|flourish|documentcloud|brightcove|jwplay|player|embed"
    r"|megaphone\.fm|podcast|omny\.fm|acast\.com|twitch\.tv|giphy|streamable|wistia|kaltura|scribd|issuu|arcgis|tableau|knightlab|civey"
    r"|\bcharts?\b|\bgraphics?\b|\binteractives?\b",
    re.I,
)
FRAMES: Final = frozenset(("iframe", "video", "audio", "amp-iframe", "amp-video", "amp-audio", "video-js"))
# What the scripts of other sites turn into their posts: elements, and their classes.
POST_TAGS: Final = frozenset(("blockquote", "div", "section", "aside", "figure"))
POSTS: Final = frozenset(
    "twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed reddit-embed-bq reddit-card text-post-media"
    " mastodon-embed fb-post fb-video imgur-embed-pub flourish-embed infogram-embed".split()
)
# Where posts are on their own sites.
POST_LINK: Final = re.compile(
    r"https?://(?:www\.|mobile\.|old\.)?(?:(?:twitter|x)\.com/[^/]+/status|reddit\.com/r/[^/]+/comments|bsky\.app/profile/[^/]+/post)/"
)
# Attributes of any element that scripts turn into a post or player.
TWEETS: Final = ("data-tweet-id", "data-tweetid")
MARKED: Final = frozenset((*TWEETS, "data-oembed-url"))
# Charts that scripts draw into an element, by the beginning of its id, and those in frames.
CHART: Final = "datawrapper-vis-"
FRAMED_CHART: Final = "datawrapper-chart-"
BRIGHTCOVE: Final = ("data-account", "data-player", "data-video-id")
MOST_BEHIND: Final = 50  # elements behind a post's own link
# Where the address of a post or player stands; of frames that wait for consent, too.
PLACES: Final = (
    "data-instgrm-permalink", "data-text-post-permalink", "data-embed-url", "data-oembed-url", "data-href", "cite",
    "data-src", "data-lazy-src", "data-cookieblock-src", "data-cmp-src", "src",
)  # fmt: skip
# Numbers of players and posts, by the tags of AMP pages and of light players or by a class, and what they mean.
NUMBERS: Final = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v={}"),
    "lite-youtube": ("videoid", "https://www.youtube.com/watch?v={}"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/{}"),
    "lite-vimeo": ("videoid", "https://vimeo.com/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/{}"),
    "amp-twitter": (TWEETS[1], "https://twitter.com/i/status/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-tiktok": ("data-src", "{}"),
    "amp-facebook": ("data-href", "{}"),
    "oembed": ("url", "{}"),
    "script": (POST, "https://t.me/{}"),
    "flourish-embed": ("data-src", "https://public.flourish.studio/{}/"),
    "infogram-embed": ("data-id", "https://infogram.com/{}"),
}
PLAYERS: Final = FRAMES | {name for name in NUMBERS if not name.endswith("-embed")}


def embeds_in(body: Body) -> Iterator[Element]:
    """Yield players, frames and posts that stand in the text; of those in one another the innermost."""
    page = body.page
    around = near(page.elements, body.first - FAR, body.last + 1)
    found = [one for one in around if one.tag in PLAYERS or (one.tag in POST_TAGS and is_post(page, one))]
    found.extend(one for one in page.media if one.tag != "img")
    found.sort(key=attrgetter("number"))
    for one, after in zip_longest(found, found[1:]):
        around_another = after is not None and one.number < after.number < one.tail
        if not around_another and belongs(body, one):
            yield one


def is_post(page: Page, element: Element) -> bool:
    """Say whether an element is a post or chart of another site by its names, or a quotation that links to a post."""
    names = element.get("class") or ""
    if ("-" in names and not POSTS.isdisjoint(names.split())) or not MARKED.isdisjoint(element.attributes):
        return True
    return post_link(page, element) is not None if element.tag == "blockquote" else is_chart(element)


def is_chart(element: Element) -> bool:
    """Say whether a script draws a chart of Datawrapper into an element."""
    return (element.get("id") or "").startswith(CHART)


def embed_address(page: Page, element: Element, url: str | None) -> str | None:
    """Return where a post or player is on its own site; ``None`` for other frames."""
    if is_chart(element):
        return f"https://datawrapper.dwcdn.net/{(element.get('id') or '').removeprefix(CHART)}/"
    for name in (element.tag, *(element.get("class") or "").split()):
        if name in NUMBERS:
            attribute, form = NUMBERS[name]
            number = element.get(attribute)
            return form.format(number) if number else None
    there = next(filter(None, map(element.get, PLACES)), None)
    if tweet := next(filter(None, map(element.get, TWEETS)), None):
        return f"https://twitter.com/i/status/{tweet}"
    if element.tag in ("iframe", "amp-iframe"):
        charted = (element.get("id") or "").startswith(FRAMED_CHART)
        return address(url, there) if there and (charted or EMBEDDED.search(there)) else None
    if not there and all(map(element.get, BRIGHTCOVE)):
        account, player, number = map(element.get, BRIGHTCOVE)
        return f"https://players.brightcove.net/{account}/{player}_default/index.html?videoId={number}"
    there = there or post_link(page, element) or next(links_of(page, element), None)
    return address(url, there.partition("?ref_")[0]) if there else None


def post_link(page: Page, element: Element) -> str | None:
    """Return the last link in an element that is a post's own address."""
    return next(filter(POST_LINK.match, links_of(page, element)), None)


def links_of(page: Page, element: Element) -> Iterator[str]:
    """Yield where the links of an element lead, the last first."""
    inside = page.elements[max(element.number + 1, element.tail - MOST_BEHIND) : element.tail]
    return (there for one in reversed(inside) if one.tag == "a" and (there := one.get("href")))
