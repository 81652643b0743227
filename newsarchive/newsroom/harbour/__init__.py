"""The Harbour Gazette: an English site with JSON-LD, RSS, a news sitemap and an AMP copy of every article."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from zoneinfo import ZoneInfo

from newsarchive.newsroom.drafts import Draft, Page, paragraphs, template

SECTIONS = {"town": "Town", "sea": "Sea", "science": "Science", "living": "Living"}
_WEBCAM = "/2026/03/01/gull-point-webcam/"  # stands among the articles and is none
_ZONE = ZoneInfo("Europe/Lisbon")


def pages(drafts: list[Draft], base: str) -> dict[str, Page]:
    """Return all pages of the site by path."""
    robots = f"User-agent: *\nDisallow: /account/\nSitemap: {base}/news-sitemap.xml\n"
    made = {
        "/": _page("The Harbour Gazette", _front(drafts), _feed_link()),
        "/robots.txt": Page(robots.encode(), "text/plain"),
        "/404.html": _page("Not found | The Harbour Gazette", "<h1>Not found</h1><p>There is nothing here.</p>"),
        "/feed.xml": Page(_rss(drafts, base).encode(), "application/rss+xml"),
        "/news-sitemap.xml": Page(_sitemap(drafts, base).encode(), "application/xml"),
        _WEBCAM: _page("Webcam | The Harbour Gazette", '<h1>Gull Point now</h1><img src="/cam.jpg"><p>Live.</p>'),
        "/account/login": _page("Sign in | The Harbour Gazette", "<h1>Sign in</h1>"),
    }
    for slug, name in SECTIONS.items():
        made[f"/{slug}/"] = _page(f"{name} | The Harbour Gazette", _front([d for d in drafts if d.section == slug]))
    for draft in drafts:
        made[draft.path] = _article(draft, drafts, base)
        made[draft.path.rstrip("/") + "/amp/"] = _amp(draft, base)
    return made


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=_ZONE)


def _page(title: str, body: str, head: str = "") -> Page:
    menu = "".join(f'<a href="/{slug}/">{name}</a>' for slug, name in SECTIONS.items())
    return Page(template("harbour", "page.html", title=escape(title), head=head, menu=menu, body=body).encode())


def _feed_link() -> str:
    return '<link rel="alternate" type="application/rss+xml" title="The Harbour Gazette" href="/feed.xml">'


def _front(drafts: list[Draft]) -> str:
    return "\n".join(
        f'<div class="card"><h2><a href="{draft.path}?utm_source=front&amp;utm_medium=card">{escape(draft.title)}</a>'
        f"</h2><p>{escape(draft.summary)}</p></div>"
        for draft in drafts
    )


def _article(draft: Draft, drafts: list[Draft], base: str) -> Page:
    modified = draft.modified or draft.published
    head = template(
        "harbour",
        "head.html",
        url=base + draft.path,
        title=escape(draft.title),
        summary=escape(draft.summary),
        json_ld=json.dumps(_json_ld(draft, base), ensure_ascii=False, indent=1),
        feed=_feed_link(),
    )
    body = template(
        "harbour",
        "article.html",
        slug=draft.section,
        section=SECTIONS[draft.section],
        title=escape(draft.title, quote=False),
        lead=escape(draft.summary, quote=False),
        author=escape(draft.author),
        published=_aware(draft.published).isoformat(),
        printed=f"{draft.published:%-d %B %Y, %H:%M}",
        updated=f" · Updated {modified:%-d %B %Y, %H:%M}" if draft.modified else "",
        text=paragraphs(draft.paragraphs),
        tags="".join(f'<li><a href="/topics/{tag.replace(" ", "-").lower()}/">{tag}</a></li>' for tag in draft.tags),
        related="".join(f'<li><a href="{other.path}">{escape(other.title)}</a></li>' for other in drafts[:3]),
    )
    return _page(f"{draft.title} | The Harbour Gazette", body, head)


def _json_ld(draft: Draft, base: str) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": base + draft.path,
        "headline": draft.title,
        "description": draft.summary,
        "datePublished": _aware(draft.published).isoformat(),
        "dateModified": _aware(draft.modified or draft.published).isoformat(),
        "author": [{"@type": "Person", "name": draft.author}],
        "articleSection": SECTIONS[draft.section],
        "keywords": list(draft.tags),
        "image": [f"{base}/images{draft.path.rstrip('/')}.jpg"],
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Harbour Gazette"},
        "isAccessibleForFree": True,
    }


def _amp(draft: Draft, base: str) -> Page:
    html = template(
        "harbour",
        "amp.html",
        url=base + draft.path,
        title=escape(draft.title),
        author=escape(draft.author),
        printed=f"{draft.published:%-d %B %Y, %H:%M}",
        text=paragraphs([draft.summary, *draft.paragraphs] if draft.lead else draft.paragraphs),
    )
    return Page(html.encode())


def _rss(drafts: list[Draft], base: str) -> str:
    items = "\n".join(
        f"<item><title>{escape(draft.title)}</title><link>{base}{draft.path}?utm_source=rss</link>"
        f'<guid isPermaLink="false">{draft.path}</guid><category>{SECTIONS[draft.section]}</category>'
        f"<pubDate>{format_datetime(_aware(draft.published).astimezone(UTC))}</pubDate>"
        f"<description>{escape(draft.summary)}</description></item>"
        for draft in drafts[:10]
    )
    return template("harbour", "feed.xml", base=base, items=items)


def _sitemap(drafts: list[Draft], base: str) -> str:
    urls = "\n".join(
        f"<url><loc>{base}{draft.path}</loc><lastmod>{_aware(draft.modified or draft.published).isoformat()}</lastmod>"
        "<news:news><news:publication><news:name>The Harbour Gazette</news:name><news:language>en</news:language>"
        f"</news:publication><news:publication_date>{_aware(draft.published).isoformat()}</news:publication_date>"
        f"<news:title>{escape(draft.title)}</news:title><news:keywords>{', '.join(draft.tags)}</news:keywords>"
        "</news:news></url>"
        for draft in drafts
    )
    webcam = f"\n<url><loc>{base}{_WEBCAM}</loc></url>"
    return template("harbour", "sitemap.xml", urls=urls + webcam)
