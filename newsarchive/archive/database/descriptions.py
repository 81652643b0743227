"""What the tables, views and columns of the archive mean, in the words of the people who query it."""

from __future__ import annotations

from typing import Final

_URL = "The canonical address: no tracking parameters, no default port."
_SITE = "The key of the site, the name of its file; for a site without one its domain."
_SEEN = "UTC, ISO 8601: 2026-03-13T12:00:00Z."

TABLES: Final = {
    "articles": "One row for each article: its address, its fields as last seen, when it was seen and when it went.",
    "revisions": "One row for each version of an article's content that was seen; the latest is the article's text.",
    "captures": "One row for each response as received; its bytes lie in the WARC files.",
    "warc_files": "The WARC files beside this archive, and how far each has been taken in.",
    "readings": "Which capture was read as which article, by which extractor; a stand-in says nothing of it.",
    "asides": "Whole readings of articles with several addresses that the article does not show, packed.",
    "runs": "One row for each crawl or other command that added something.",
    "run_sites": "What a run came to on each site: counts, reasons, how many articles have which field.",
    "sites": "The sites that this archive has met.",
    "url_aliases": "Every other address that leads to an article: redirects, AMP copies, the same text elsewhere.",
    "tags": "The tags that the sites give their articles.",
    "article_tags": "Which article has which tag, in the page's order.",
    "authors": "The people and desks whom by-lines name.",
    "article_authors": "Which article names which author, in the page's order.",
    "clusters": "Groups of articles that tell the same story in largely the same words.",
    "fingerprints": "The shingles by which copies are found.",
    "recent_fingerprints": "The same of articles that were added lately, until they are moved there.",
    "origin_names": "The fields, origins, places and reasons that article_origins refers to by number.",
    "article_origins": "Candidates for the fields of an article; the view field_origins reads better.",
    "removed_texts": "Texts that were taken out of pages, each once.",
    "article_removed": "What was taken out of which page; the view removed_lines reads better.",
    "site_lines": "How many pages of a site show the same line: the memory behind site boilerplate.",
    "site_pages": "How many pages of a site the memory has seen.",
    "hosts": "Politeness that outlives a crawl: when a host may be asked again, and why not before.",
    "tombstones": "What was taken down for good and does not come back.",
    "descriptions": "These descriptions.",
    "articles_fts": "The full-text index of articles; scripts without spaces stand in it as pairs of characters.",
    "article_list": "Articles without their text, with authors and tags in one cell: the place to start.",
    "provenance": "Which responses each article was read from: what to cite beside its address.",
    "stories": "Groups of articles that tell the same story on several addresses or sites.",
    "copies": "Every article of every story, with the one that was first, and how much later it came.",
    "field_origins": "Why each field of each article is what it is: every candidate, and the chosen one.",
    "removed_lines": "What was taken out of each page, and the rule that did it.",
    "history": "Every version of every article, with the kind of its change.",
    "gone": "Articles that have vanished from their sites.",
    "site_summary": "How many articles of each site there are, and from when to when.",
}

_ARTICLE: Final = {
    "id": "The article's number in this archive; another archive has another.",
    "url": _URL,
    "site": _SITE,
    "title": "The headline as printed, without the site's name.",
    "source": "Whom the page credits: the outlet, agency or desk; else the by-line; else the site's name.",
    "editor": "The responsible editor, where the page names one.",
    "section": "The section or column under which the site files the article.",
    "published": "When it was published. " + _SEEN,
    "published_day": "The day of publication by the page's own clock: 2026-03-13. Count by this one.",
    "published_local": "When it was published, by the page's own clock: 2026-03-13 20:00+08:00; or the day alone.",
    "published_offset": "How many minutes the page's clock is ahead of UTC: 480 where the page has +08:00.",
    "published_raw": "The time of publication as the page prints it.",
    "published_precision": "minute or day: how exactly the page gives the time.",
    "timezone_origin": "explicit: named with the date. page: named with another date of the page. "
    "site: by the site's file. assumed: from country or language.",
    "modified": "When the site says that it last changed it. " + _SEEN,
    "language": "The language of the text, as a code such as zh or en.",
    "body": "The text, one paragraph a line, without what the page says on every article.",
    "images": "JSON list of pictures: url, caption and credit as printed, alternative text.",
    "comment_count": "How many comments the page says it has.",
    "word_count": "Words of the text; of Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer the letters.",
    "access": "free or paywalled, where the page tells.",
    "warnings": "JSON list of what is doubtful about this reading.",
    "first_seen": "When this archive first saw it. " + _SEEN,
    "last_seen": "When it was last seen on the site. " + _SEEN,
    "gone_after": "It was still there at this time, if it is gone.",
    "gone_before": "It was gone at this time.",
    "next_check": "When a crawl should look at it again.",
    "cluster_id": "The group of articles that tell the same story.",
    "content_hash": "Equal for equal title, text, source and time of publication.",
    "body_hash": "Equal for equal text.",
    "authors": "The authors, separated by commas.",
    "tags": "The tags, separated by commas.",
}
_LISTED = (
    "id", "published", "published_day", "site", "title", "source", "section", "authors", "tags", "language",
    "word_count", "url", "first_seen", "last_seen", "gone_before", "published_local",
)  # fmt: skip

_COLUMNS: Final[dict[str, dict[str, str]]] = {
    "articles": {name: text for name, text in _ARTICLE.items() if name not in ("authors", "tags", "published_local")},
    "article_list": {name: _ARTICLE[name] for name in _LISTED},
    "revisions": {
        "seen_at": "When this version was first seen. " + _SEEN,
        "change": "What changed against the version before: typo, headline, substantive or retraction.",
        "extractor": "The version of the program that read it.",
        "packed": "The text as its difference from the next version's; newsarchive history prints it.",
    },
    "captures": {
        "url": "The address that answered.",
        "requested_url": "The address that was asked, before redirects.",
        "fetched_at": "When the answer came. " + _SEEN,
        "status": "The HTTP status.",
        "headers": "JSON list of the headers that matter later; the WARC record has them all.",
        "hints": "JSON object of what the place of discovery said: title, time, section.",
        "digest": "SHA-256 of the content; equal for equal content, however it was sent.",
        "page_class": "What the page turned out to be: article, list, front, block, consent, paywall, soft-404, "
        "redirect, error, not-html, unreadable.",
        "reason": "Why it is no article, or why it may be incomplete.",
        "warc_file": "The file in the folder warc beside the archive.",
        "warc_offset": "Where in that file the record begins, in bytes.",
        "warc_length": "How many bytes of the file it takes.",
    },
    "provenance": {
        "fetched_at": "When the answer came. " + _SEEN,
        "answered_url": "The address that answered.",
        "digest": "SHA-256 of the content: proof that it is the same, whoever keeps it.",
        "warc_file": "The file in the folder warc beside the archive that holds the response.",
        "warc_offset": "Where in that file the record begins, in bytes.",
        "extractor": "The version of the program that read it.",
        "revision_id": "The version of the article that was first seen in this response; see history.",
    },
    "run_sites": {
        "found": "Links found.",
        "fetched": "Pages fetched.",
        "new": "Articles added.",
        "changed": "Articles that got a revision.",
        "unchanged": "Pages that said nothing new.",
        "skipped": "Links and pages left aside; see reasons.",
        "failed": "Pages that did not come, or could not be read; see reasons.",
        "body_length": "Median length of the texts, in characters.",
        "coverage": "JSON object: the share of articles that have each field, from 0 to 1.",
        "reasons": "JSON object: how many pages were skipped or failed for which reason.",
        "state": "ok, degraded or broken, against the site's own past.",
    },
    "runs": {
        "kind": "crawl, ingest, reextract, …",
        "state": "running, finished, stopped or failed.",
        "counts": "JSON object of what was counted.",
        "stats": "JSON object of Scrapy's statistics, by site; of runs in the last 90 days (NEWSARCHIVE_STATS_DAYS).",
    },
    "field_origins": {
        "field": "The field of the article.",
        "value": "What was found.",
        "origin": "The kind of place: rule, json-ld, opengraph, meta, microdata, byline, heading, url, feed, …",
        "place": "The exact place: a selector, the name of a meta element, a label.",
        "confidence": "How sure that makes us, from 0 to 1; of values with 0.9 or more, 95 % are right.",
        "chosen": "1 for the value that the article has.",
        "reason": "Why it was chosen or not.",
    },
    "removed_lines": {
        "text": "What was taken out.",
        "rule": "The rule that did it.",
        "place": "Where it stood.",
    },
    "url_aliases": {"kind": "How the address is known to lead there: redirect, canonical-link, duplicate, page."},
    "clusters": {
        "size": "How many articles.",
        "first_published": "The earliest publication among them.",
        "credited": "The agency or outlet that they credit.",
    },
    "copies": {
        "story_id": "The story; see stories.",
        "is_first": "1 for the article that was published first, or seen first where no time is known.",
        "first_site": "The site of the article that was first.",
        "first_url": "The address of the article that was first.",
        "hours_later": "Hours of publication after the first one.",
        "credited": "The agency or outlet that most articles of the story credit.",
    },
    "history": {"title_before": "The title of the version before."},
    "hosts": {
        "next_at": "Not to be asked before this time.",
        "delay": "Seconds between two requests.",
        "reason": "Why it sleeps.",
        "leased_by": "The process that is crawling it.",
    },
    "tombstones": {
        "kind": "url, site or match: what the pattern is compared with.",
        "reason": "Why it was taken down.",
    },
}

DESCRIPTIONS: Final = {(table, ""): text for table, text in TABLES.items()} | {
    (table, column): text for table, columns in _COLUMNS.items() for column, text in columns.items()
}
