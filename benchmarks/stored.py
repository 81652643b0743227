"""Fills archives with invented articles, as if they had been crawled and read."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.samples import Sample, sample
from newsarchive.items import Article, Candidate, Capture, RemovedBlock, SiteLine

SITES = 20
ORIGINS = {
    "title": ("json-ld", "opengraph", "heading", "title-element"),
    "published": ("json-ld", "meta", "byline"),
    "authors": ("json-ld", "byline"),
    "section": ("meta",),
    "language": ("detected",),
}
FURNITURE = (
    "Share this article",
    "Subscribe to our newsletter",
    "Copyright Sample Post",
    "责任编辑：网络编辑",
    "相关阅读",
)


def article_of(one: Sample) -> Article:
    """Return the article with the reasons that a page of an ordinary site gives for its fields."""
    values = {"title": one.title, "published": one.published.isoformat(), "authors": one.author}
    return Article(
        url=url_of(one),
        site=site_of(one),
        title=one.title,
        body=one.body,
        source="网络编辑" if one.language == "zh" else "Sample Post",
        authors=(one.author,),
        section=one.section,
        published=one.published,
        published_precision="minute",
        timezone_origin="explicit",
        tags=one.tags,
        language=one.language,
        word_count=len(one.body) if one.language == "zh" else len(one.body.split()),
        origins={
            field: tuple(
                Candidate(values.get(field, one.section), origin, 0.95 - place / 10, origin, chosen=not place)
                for place, origin in enumerate(origins)
            )
            for field, origins in ORIGINS.items()
        },
        removed=tuple(RemovedBlock(text, "promotion", "after the text") for text in FURNITURE),
        observed=(*(SiteLine("line", text) for text in FURNITURE), SiteLine("section", one.section)),
    )


def capture_of(one: Sample) -> Capture:
    """Return the capture that the article was read from, fetched an hour after publication."""
    return Capture(
        url=url_of(one),
        fetched_at=one.published + timedelta(hours=1),
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        digest=f"sha256:{one.number:064x}",
        site=site_of(one),
    )


def site_of(one: Sample) -> str:
    """Return one of twenty sites."""
    return f"site{one.number % SITES}.example"


def url_of(one: Sample) -> str:
    """Return the article's address."""
    return f"https://{site_of(one)}{one.path}"


def mixed(number: int) -> Sample:
    """Return the article of that number; English and Chinese take turns."""
    return sample(number, "zh" if number % 2 else "en")
