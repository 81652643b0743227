"""Breaks pages in the ways that the web breaks them, and in worse ones; the same random source gives the same page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[str, Random], str]
CLOSING = re.compile(r"</\w+\s*>")  # </div>
TAG = re.compile(r"<[a-zA-Z][^<>]*>")  # <div class="a">
DEEP = 10_000
MANY_ATTRIBUTES = 1_000_000
ENTITIES = ("&#xD800;", "&#99999999999;", "&#0;", "&#x1F;", "&nosuch;", "&amp", "&#;", "&#x;", "&#1114112;", "&")
BAD_URLS = (
    "http://[::1",
    "javascript:alert(1)",
    "data:text/html,x",
    "//",
    "http://a:99999999/",
    "\x00",
    "ht!tp://",
    "?" * 50,
)
BAD_DATES = (
    "99999-99-99T99:99:99+99:99",
    "0000-00-00",
    "2022-02-30",
    "1e400",
    "٢٠٢٢-٠٤-١٩",
    "十二月三十二日",
    "2022年13月40日 25:61",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+14:00",
    "99999999999999999999天前",
    "-5 minutes ago",
    "20220419" * 50,
)
CONTROLS = ("\x00", "\x0b", "\x1b[31m", "\u200b", "\u202e", "\ufeff", "\ufffe", "\ud800", "\x85", "\u2028", "\x7f")
BAD_JSON = (
    '{"@type":"NewsArticle",',
    '{"headline":{"a":[1,{"b":null}]}}',
    "[1,2,3]",
    '"text"',
    "null",
    "NaN",
    "1e999999",
    "{}}",
)


def place(page: str, source: Random) -> int:
    """Return a position in the page."""
    return source.randrange(len(page) + 1)


def inserted(page: str, source: Random, piece: str, times: int = 1) -> str:
    """Return the page with a piece put in at some places."""
    for _ in range(times):
        at = place(page, source)
        page = page[:at] + piece + page[at:]
    return page


def cut(page: str, source: Random) -> str:
    """End the page somewhere."""
    return page[: place(page, source)]


def hole(page: str, source: Random) -> str:
    """Take a piece out."""
    start, end = sorted((place(page, source), place(page, source)))
    return page[:start] + page[end:]


def doubled(page: str, source: Random) -> str:
    """Repeat the whole page, or a piece of it many times."""
    if source.random() < 0.5:
        return page + page
    start = place(page, source)
    return inserted(page, source, page[start : start + source.randint(1, 2000)], source.randint(1, 40))


def shuffled(page: str, source: Random) -> str:
    """Put the pieces of the page in another order."""
    size = source.choice((50, 1000, 20_000))
    pieces = [page[at : at + size] for at in range(0, len(page), size)]
    source.shuffle(pieces)
    return "".join(pieces)


def nested(page: str, source: Random) -> str:
    """Wrap a piece ten thousand deep, closed or not."""
    tag = source.choice(
        ("div", "b", "table><tr><td", "ul><li", "blockquote", "font", "a href=x", "form", "svg", "p", "article")
    )
    close = source.choice(("", "".join(f"</{name.split()[0]}>" for name in reversed(tag.split("><")))))
    at = place(page, source)
    return page[:at] + f"<{tag}>" * DEEP + page[at:] + close * DEEP


def unclosed(page: str, source: Random) -> str:
    """Drop closing tags: all, or some."""
    share = source.choice((1.0, 0.5, 0.1))
    return CLOSING.sub(lambda match: "" if source.random() < share else match[0], page)


def no_tags(page: str, source: Random) -> str:
    """Drop opening tags."""
    share = source.choice((1.0, 0.5, 0.1))
    return TAG.sub(lambda match: "" if source.random() < share else match[0], page)


def characters(page: str, source: Random) -> str:
    """Put in characters that no text should have."""
    return inserted(page, source, source.choice(CONTROLS) * source.choice((1, 1, 1000)), source.randint(1, 50))


def entities(page: str, source: Random) -> str:
    """Put in entities that mean nothing."""
    return inserted(page, source, source.choice(ENTITIES) * source.choice((1, 1, 1000)), source.randint(1, 50))


def attributes(page: str, source: Random) -> str:
    """Give one tag very many attributes, or one very long."""
    count = source.choice((100, 1000, 10_000)) if source.random() < 0.97 else MANY_ATTRIBUTES
    many = (
        " ".join(f"a{n}=v" for n in range(count))
        if source.random() < 0.7
        else f'class="{"content ad " * (count // 10)}"'
    )
    return inserted(page, source, f"<div {many}>")


def punctuation(page: str, source: Random) -> str:
    """Lose the marks that HTML is made of."""
    mark = source.choice(("<", ">", '"', "=", "/", "'", "&", ";"))
    share = source.choice((0.01, 0.1, 1.0))
    return "".join(one for one in page if one != mark or source.random() >= share)


def openings(page: str, source: Random) -> str:
    """Open what swallows the rest, or close what holds everything."""
    swallowers = (
        "<!--",
        "<script>",
        "<style>",
        "<textarea>",
        "<title>",
        "<![CDATA[",
        "<noscript>",
        "<template>",
        "<plaintext>",
        "<xmp>",
        "</html>",
        "</body>",
        "<body>",
        "<head>",
        "<frameset>",
        "<svg>",
        "<math>",
        "<select>",
        "<iframe>",
        '<a href="',
        "<?php",
        "<!",
        "<html><body>",
        "</article></div></div>",
        "<div hidden>",
        '<div style="display:none">',
        "<base href='::'>",
    )
    return inserted(page, source, source.choice(swallowers), source.choice((1, 1, 1, 30)))


def structured(page: str, source: Random) -> str:
    """Put in structured data that is wrong: broken, of another shape, or ten thousand deep."""
    deep = source.choice(('{"a":' * DEEP, "[" * DEEP, "[" * DEEP + "]" * DEEP))
    values = [
        source.choice((None, 1, [], {}, "x", [["x"]], True, source.choice(BAD_DATES), {"name": {"name": 1}}))
        for _ in range(9)
    ]
    names = (
        "headline",
        "author",
        "datePublished",
        "keywords",
        "articleBody",
        "publisher",
        "@graph",
        "image",
        "mainEntityOfPage",
    )
    odd = json.dumps(
        {"@type": source.choice(("NewsArticle", ["Article"], 5, None)), **dict(zip(names, values, strict=True))}
    )
    text = source.choice((deep, odd, odd, odd, source.choice(BAD_JSON)))
    return inserted(page, source, f'<script type="application/ld+json">{text}</script>')


def dates(page: str, source: Random) -> str:
    """Put in dates that no calendar has."""
    date = source.choice(BAD_DATES)
    forms = (
        f'<meta property="article:published_time" content="{date}">',
        f"<time datetime='{date}'>{date}</time>",
        f"发布时间：{date} 来源：{date}",
        f"<p>Published: {date}</p>",
        f'<meta name="pubdate" content="{date}">',
    )
    return inserted(page, source, source.choice(forms), source.randint(1, 5))


def addresses(page: str, source: Random) -> str:
    """Put in addresses that cannot be read."""
    url = source.choice(BAD_URLS)
    forms = (
        f'<link rel="canonical" href="{url}">',
        f'<base href="{url}">',
        f'<img src="{url}">',
        f'<a rel="author" href="{url}">x</a>',
        f'<meta property="og:image" content="{url}">',
        f'<meta property="og:url" content="{url}">',
    )
    return inserted(page, source, source.choice(forms), source.randint(1, 5))


def endless(page: str, source: Random) -> str:
    """Put in one very long word, line or run of a mark."""
    piece = source.choice(
        (
            "a",
            "长",
            " ",
            "\u00a0",
            "-",
            "|",
            "\n",
            "<br>",
            "&nbsp;",
            ",",
            "记者 ",
            "By ",
            "1",
            "<p>",
            "· ",
            "<i>",
            "：",
            "(",
            ".",
        )
    )
    return inserted(page, source, piece * source.choice((1000, 50_000, 300_000)))


MUTATIONS: tuple[Mutation, ...] = (
    cut,
    hole,
    doubled,
    shuffled,
    nested,
    unclosed,
    no_tags,
    characters,
    entities,
    attributes,
    punctuation,
    openings,
    structured,
    dates,
    addresses,
    endless,
)
CHARSETS = (
    "utf-8",
    "gb18030",
    "gbk",
    "big5",
    "utf-16",
    "utf-16-be",
    "latin-1",
    "cp1251",
    "shift_jis",
    "euc-kr",
    "utf-7",
    "utf-32",
)


def broken(pages: Sequence[str], source: Random) -> tuple[str, bytes | str, str | None, str | None]:
    """Return the names of what was done, the broken page, its URL and its content type."""
    page = source.choice(pages)
    done = source.choices(MUTATIONS, k=source.choice((1, 1, 2, 3)))
    for mutation in done:
        page = mutation(page, source)
    name = "+".join(mutation.__name__ for mutation in done)
    url = source.choice((None, "https://news.example.test/2022/04/19/rain.html", source.choice(BAD_URLS)))
    if source.random() < 0.5:
        return name, page, url, None
    written, declared = source.choice(CHARSETS), source.choice((*CHARSETS, "no-such", ""))
    body = page.encode(written, source.choice(("replace", "ignore")))
    return (
        f"{name}+{written}",
        flipped(body, source),
        url,
        source.choice((None, "text/html", f"text/html; charset={declared}")),
    )


def flipped(body: bytes, source: Random) -> bytes:
    """Change some bytes, in one of three pages."""
    changed = bytearray(body)
    if changed and source.random() < 0.33:
        for _ in range(source.choice((1, 100))):
            changed[source.randrange(len(changed))] = source.randrange(256)
    return bytes(changed)
