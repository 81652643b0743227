"""What may be kept of an article whose page or host reserves rights, by the policy of its site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsarchive.items import Article, Candidate, NotAnArticle, PageClass
from newsarchive.politeness.reservations import Reservation

NO_ARCHIVE = "noarchive"


def as_allowed(article: Article, reserved: Sequence[Reservation], policy: str) -> Article:
    """Return the article with what is reserved among its origins (field ``rights``), and without what may not be kept.

    ``policy`` is that of the site's file: ``keep`` records only; ``metadata`` leaves out text and pictures of pages
    that say ``noarchive`` (mining is reserved for whoever exports the texts to mind); ``skip`` raises NotAnArticle.
    """
    if not reserved:
        return article
    if policy == "skip":
        raise NotAnArticle(article.url, PageClass.ARTICLE, f"{reserved[0].right} is reserved by {reserved[0].where}")
    rights = tuple(
        Candidate(each.right, "meta", 1.0, each.where, chosen=True, reason=each.terms or "") for each in reserved
    )
    recorded = replace(article, origins={**article.origins, "rights": rights})
    if policy == "keep" or all(each.right != NO_ARCHIVE for each in reserved):
        return recorded
    warning = f"rights: {reserved[0].where} says {NO_ARCHIVE}, so text and pictures are not kept"
    return replace(
        recorded, body="", blocks=(), images=(), removed=(), word_count=0, warnings=(*article.warnings, warning)
    )
