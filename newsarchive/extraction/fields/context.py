"""What the fields of a page are read from."""

from __future__ import annotations

from dataclasses import dataclass

from newsarchive.extraction.fields.metawords import MetaLine
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import Known
from newsarchive.extraction.page import Page


@dataclass(frozen=True, slots=True)
class Context:
    """A page with its facts, the lines around its article, the one that sums them up, and what the caller knows."""

    page: Page
    facts: Facts
    zone: Zone
    known: Known
    line: MetaLine | None


class FieldCandidates:
    """The candidates for one field, read from its context."""

    def __init__(self, context: Context) -> None:
        self.page = context.page
        self.facts = context.facts
        self.zone = context.zone
        self.known = context.known
        self.line = context.line
