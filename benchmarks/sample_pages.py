"""Sets invented articles as web pages of about 70 KB in three layouts, with a site's usual furniture around."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from random import Random

from benchmarks.samples import Sample, sample

randbytes = Random(3).randbytes
SLOTS = "".join(f"site.push({{slot:'{randbytes(5).hex()}',size:[300,{n % 600}],lazy:true}});" for n in range(400))
SCRIPT = f"<script>window.site=window.site||[];{SLOTS}</script>"
STYLE = "<style>" + "".join(f".c{n}{{margin:{n}px;color:#1{n % 10}2;padding:0 {n}px}}" for n in range(300)) + "</style>"


def json_ld_page(article: Sample) -> str:
    """Return a page that states everything in JSON-LD."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title,
        "datePublished": article.published.isoformat(), "articleSection": article.section,
        "author": {"@type": "Person", "name": article.author}, "keywords": list(article.tags),
    }  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
    text = "".join(f"<p>{escape(line)}</p>" for line in article.paragraphs)
    body = f'<article><h1>{escape(article.title)}</h1><div class="article-body">{text}</div></article>'
    return page(article, head, body)


def opengraph_page(article: Sample) -> str:
    """Return a page with OpenGraph metadata and a by-line."""
    metas = [("og:type", "article"), ("og:title", article.title), ("article:section", article.section)]
    metas += [
        ("article:published_time", article.published.isoformat()),
        *(("article:tag", tag) for tag in article.tags),
    ]
    head = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in metas)
    text = "".join(f'<p class="c1">{escape(line)}</p>' for line in article.paragraphs)
    byline = f'<p class="byline">By {article.author}, {article.published:%d %B %Y, %H:%M}</p>'
    return page(article, head, f'<h1>{escape(article.title)}</h1>{byline}<div class="story">{text}</div>')


def table_page(article: Sample) -> str:
    """Return a bare page of the old kind: tables and line breaks, everything known only from the visible text."""
    text = "<br><br>\u3000\u3000".join(escape(line) for line in article.paragraphs)
    line = f"{article.published:%Y-%m-%d %H:%M} 来源：网络编辑 作者：{article.author}"
    cells = (f"<b>{escape(article.title)}</b>", line, text)
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
    return page(article, "", f'<table width="760"><tbody>{rows}</tbody></table>')


NEIGHBOURS = {code: [sample(number, code) for number in range(60)] for code in ("en", "zh")}
LAYOUTS: tuple[Callable[[Sample], str], ...] = (json_ld_page, opengraph_page, table_page)


def page(article: Sample, head: str, body: str) -> str:
    """Return a whole page: navigation, the article, links to others, footer."""
    menu = "".join(f'<li><a href="/section/{n}/">Section {n}</a></li>' for n in range(30))
    others = "".join(
        f'<li><a href="{one.path}"><span>{escape(one.title)}</span></a> <em>{one.published:%d.%m.%y}</em></li>'
        for one in NEIGHBOURS[article.language]
    )
    return (
        f'<!DOCTYPE html><html lang="{article.language}"><head><meta charset="utf-8">'
        f"<title>{escape(article.title)} - Sample Post</title>{head}{STYLE}{SCRIPT}</head>"
        f'<body><nav><ul>{menu}</ul></nav><main>{body}</main><aside class="related"><ul>{others}</ul></aside>'
        f"<footer><p>Copyright Sample Post. All rights reserved.</p>{SCRIPT}</footer></body></html>"
    )


def sample_page(number: int) -> str:
    """Return the page of that number; languages and layouts take turns."""
    article = sample(number, "zh" if number % 2 else "en")
    return LAYOUTS[number // 2 % len(LAYOUTS)](article)
