"""Talbote: a German local paper with OpenGraph as its only machine-readable data, and an English edition."""

from __future__ import annotations

from html import escape

from newsarchive.newsroom.drafts import Draft, Page, paragraphs, template

SECTIONS = {"lokales": "Lokales", "wirtschaft": "Wirtschaft", "kultur": "Kultur", "english": "English Edition"}
_MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"]
_MONTHS += ["August", "September", "Oktober", "November", "Dezember"]

_FOR_STAFF = '<section class="teaser"><h3><a href="/intern/dienstplan-maerz-7098.html">Dienstplan</a></h3></section>'


def pages(drafts: list[Draft], base: str) -> dict[str, Page]:
    """Return all pages of the site by path."""
    made = {
        "/": _page("Talbote - Nachrichten aus dem Lautertal", _teasers(drafts) + _FOR_STAFF),
        "/robots.txt": Page(
            f"User-agent: *\nDisallow: /suche\nDisallow: /intern/\nSitemap: {base}/sitemap.xml\n".encode(), "text/plain"
        ),
        "/404.html": _page("Seite nicht gefunden - Talbote", "<p>Diese Seite gibt es nicht (mehr).</p>"),
        "/sitemap.xml": Page(_sitemap(drafts, base).encode(), "application/xml"),
        "/intern/dienstplan-maerz-7098.html": _page("Dienstplan - Talbote", "<h1>Dienstplan</h1><p>Nur intern.</p>"),
        "/impressum": _page("Impressum - Talbote", "<h1>Impressum</h1><p>Talbote Verlag, Am Wehr 3, Lauterfeld.</p>"),
    }
    for slug, name in SECTIONS.items():
        made[f"/{slug}/"] = _page(f"{name} - Talbote", _teasers([draft for draft in drafts if draft.section == slug]))
    for draft in drafts:
        made[draft.path] = _article(draft, base)
    return made


def _page(title: str, body: str, head: str = "", language: str = "de") -> Page:
    menu = "".join(f'<li><a href="/{slug}/">{name}</a></li>' for slug, name in SECTIONS.items())
    values = {"title": escape(title), "head": head, "menu": menu, "body": body, "language": language}
    return Page(template("talbote", "page.html", **values).encode())


def _teasers(drafts: list[Draft]) -> str:
    return "\n".join(
        f'<section class="teaser"><h3><a href="{draft.path}">{escape(draft.title)}</a></h3>'
        f"<p>{escape(draft.summary[:110])} …</p></section>"
        for draft in drafts
    )


def _article(draft: Draft, base: str) -> Page:
    english = draft.section == "english"
    head = template(
        "talbote",
        "head.html",
        url=base + draft.path,
        title=escape(draft.title),
        summary=escape(draft.summary),
        section=SECTIONS[draft.section],
        locale="en_GB" if english else "de_DE",
    )
    day = f"{draft.published.day}. {_MONTHS[draft.published.month - 1]} {draft.published.year}"
    body = template(
        "talbote",
        "article.html",
        slug=draft.section,
        section=SECTIONS[draft.section],
        title=escape(draft.title, quote=False),
        author=escape(("By " if english else "Von ") + draft.author),
        published=f"{day}, {draft.published:%H:%M} Uhr",
        text=paragraphs(draft.paragraphs, ' class="absatz"'),
        source=f'<p class="quelle">Quelle: {escape(draft.source)}</p>' if draft.source else "",
        tags=", ".join(f'<a href="/thema/{tag.lower()}">{tag}</a>' for tag in draft.tags),
    )
    return _page(f"{draft.title} - Talbote", body, head, "en" if english else "de")


def _sitemap(drafts: list[Draft], base: str) -> str:
    urls = "".join(
        f"<url><loc>{base}{draft.path}</loc><lastmod>{draft.modified or draft.published:%Y-%m-%d}</lastmod></url>\n"
        for draft in drafts
    )
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{start}{urls}</urlset>\n"
