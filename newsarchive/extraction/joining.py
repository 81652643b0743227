"""Join the pages of one article into one text, without what they repeat."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from newsarchive.items import Article, Block
from newsarchive.text import normalised, word_count

_Part = TypeVar("_Part")


def join(pages: Sequence[Article], missing: Iterable[str] = ()) -> Article:
    """Return the article whose pages are given in order; its fields are those of the first page.

    What a later page repeats of the pages before it at its beginning (headline, lead), and an earlier page of the
    next at its end (editor, notice), is said once. ``missing`` are the addresses of pages that could not be had.
    """
    bodies = _without_repetitions([page.body.split("\n") for page in pages], normalised)
    blocks = _without_repetitions([page.blocks for page in pages], _said)
    body = "\n".join(line for lines in bodies for line in lines if line)
    return replace(
        pages[0],
        body=body,
        word_count=word_count(body),
        blocks=tuple(block for group in blocks for block in group),
        images=tuple({image.url: image for page in pages for image in page.images}.values()),
        removed=tuple(block for page in pages for block in page.removed),
        warnings=(*pages[0].warnings, *(f"the page {url} is missing" for url in missing)),
    )


def in_full(whole: Article, first: Article) -> bool:
    """Say whether ``whole`` is all of the article that ``first`` begins: no shorter, and with a line of it."""
    return len(whole.body) >= len(first.body) and not _lines(whole).isdisjoint(_lines(first))


def _lines(article: Article) -> set[str]:
    return {normalised(line) for line in article.body.split("\n")}


def _said(block: Block) -> Hashable:
    return normalised(block.text) or (block.image, block.url, block.rows)


def _without_repetitions(pages: list[Sequence[_Part]], said: Callable[[_Part], Hashable]) -> list[Sequence[_Part]]:
    seen: set[Hashable] = set()
    kept: list[Sequence[_Part]] = []
    for page in pages:
        fresh = list(page)
        while fresh and said(fresh[0]) in seen:
            del fresh[0]
        seen.update(said(part) for part in page)
        kept.append(fresh)
    for number, page in enumerate(kept[:-1]):
        kept[number] = _without_end(page, kept[number + 1], said)
    return kept


def _without_end(
    page: Sequence[_Part], following: Sequence[_Part], said: Callable[[_Part], Hashable]
) -> Sequence[_Part]:
    same = 0
    while same < min(len(page), len(following)) and said(page[-1 - same]) == said(following[-1 - same]):
        same += 1
    return page[: len(page) - same]
