"""What a page keeps for its scripts in an element that only its style sheets hide: {"id": 4, "kind": "article"}."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.page import Page

_OBJECT: Final = re.compile(r'\{\s?"[\w-]+"\s?:')
_CODE: Final = ("pre", "code")


def script_data(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the blocks that are objects of JSON and no code of the text, by their place on the page."""
    objects = [one for one in kept if one.block.text[0] == "{" and one.block.text[-1] == "}"]
    return {
        one.place: "data of scripts"
        for one in objects
        if _OBJECT.match(one.block.text) and not page.is_all_in(one.block, *_CODE)
    }
