"""Reads a corpus of saved pages with known answers: ``DATASET/truth.jsonl`` beside ``DATASET/pages/ID.html.gz``."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page; ``truth`` holds the fields that its data set knows."""

    dataset: str
    id: str
    site: str
    language: str
    url: str | None
    path: Path
    truth: dict[str, Any]

    @property
    def name(self) -> str:
        """The page's name over all data sets."""
        return f"{self.dataset}/{self.id}"

    @property
    def held_out(self) -> bool:
        """Whether the page's site is in the third that nobody looks at while building."""
        return hashlib.sha256(self.site.encode()).digest()[0] % 3 == 0

    def html(self) -> str:
        """Return the page's text; pages are stored as UTF-8 whatever they declare."""
        return gzip.decompress(self.path.read_bytes()).decode("utf-8", "replace")


def read_corpus(folder: Path) -> list[Page]:
    """Return all pages of a corpus, in a fixed order."""
    pages = [page for file in sorted(folder.glob("*/truth.jsonl")) for page in read_dataset(file)]
    if not pages:
        raise SystemExit(f"{folder} holds no DATASET/truth.jsonl; give the folder of the corpus.")
    return pages


def read_dataset(file: Path) -> Iterator[Page]:
    """Yield the pages of one data set."""
    for line in file.read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        path = file.parent / "pages" / f"{truth['id']}.html.gz"
        yield Page(truth["dataset"], truth["id"], truth["site"], truth["lang"], truth.get("url"), path, truth)
