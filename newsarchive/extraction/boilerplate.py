"""Lines that sites add to their articles, as rows of a table: removed as whole blocks, in the right place only."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.extraction.features import Described


def boilerplate(kept: Sequence[Described]) -> dict[int, str]:
    """Return the blocks to remove, by their index on the page, with the rule that says so."""
    return {}
