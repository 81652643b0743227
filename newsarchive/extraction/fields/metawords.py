"""The words of a line of facts told apart: whom it credits, the section, the tags, the number of comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from newsarchive.extraction.fields.names.chinese import is_name
from newsarchive.extraction.fields.names.hanzi import is_common
from newsarchive.extraction.fields.names.outlets import is_outlet
from newsarchive.extraction.known import is_folder
from newsarchive.extraction.page.elements import Element

LONGEST: Final = 16
_HAN: Final = re.compile("[\u3400-\u9fff]")
_CLAUSE: Final = re.compile("[：:，。！？、ぁ-ゟ]")  # signs of a sentence, and hiragana
_NUMBER: Final = re.compile(r"[\d,.]+[万kK]?")
_PERSON: Final = re.compile(r"/(?:authors?|users?|space|u)[/-]", re.IGNORECASE)
_DESK: Final = re.compile(
    r"[编編](?:[辑輯]|[辑輯]?(?:部|室|中心|[组組]))$|小[编編]$|工作室$|融媒|通[讯訊]社$"
)  # 网络编辑
_FULL_NAME: Final = 3  # hanzi; of two letters there are many words


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the line: its text and the link around it."""

    text: str
    link: Element | None


@dataclass(frozen=True, slots=True)
class MetaLine:
    """What a line says without labels."""

    byline: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


class Words:
    """The words before the date, between it and a number, and behind that, on the page at ``url``.

    ``is_in_menu`` says whether the page's menu has a word, as it has those of sections.
    """

    def __init__(
        self, before: Sequence[Token], after: Sequence[Token], url: str | None, is_in_menu: Callable[[str], bool]
    ) -> None:
        self.url = url
        self.is_in_menu = is_in_menu
        numbers = [place for place, token in enumerate(after) if _NUMBER.fullmatch(token.text)]
        self.counts = tuple(after[place].text for place in numbers)
        split = numbers[0] if numbers else len(after)
        self.named = bool(before)
        self.before = _words(before)
        self.middle, self.behind = _words(after[:split]), _words(after[split:])
        self.all = [*self.before, *self.middle, *self.behind]

    def told(self) -> MetaLine | None:
        """Tell the words by their shape, their links and the menu, and what is left by its place."""
        known = self._section()
        authors = self._beside_outlet([token for token in self.all if token is not known])
        taken = [known, *authors]
        byline = self._byline(taken)
        taken.append(byline)
        section = known or self._section_beside(byline, taken)
        taken.append(section)
        rest = [token for token in (*self.middle, *self.behind) if token not in taken and not _is_user(token)]
        tags = tuple(token.text for token in rest if not is_outlet(token.text))
        if len(tags) == 1 and not (self.behind and byline and section):
            tags = ()
        if byline and not authors and self._is_writer(byline, sure=known is not None):
            authors = [byline]
        if not (byline or section or tags or authors or (self.counts and self.named)):
            return None
        return MetaLine(
            byline.text if byline else None,
            section.text if section else None,
            tags,
            self.counts,
            tuple(token.text for token in authors),
        )

    def _section(self) -> Token | None:
        """Return the link into the page's folder, else the word that the menu has, too."""
        linked = (token for token in self.all if _is_folder(token, self.url))
        listed = (token for token in (*self.before, *self.middle) if self.is_in_menu(token.text))
        return next(linked, None) or next(listed, None)

    def _byline(self, taken: Sequence[Token | None]) -> Token | None:
        """Return the desk or outlet, else what stands first before the date, or behind it if nothing else may."""
        first = [token for token in self.before if token not in taken]
        later = [token for token in self.middle if token not in taken]
        desks = [token for token in (*first, *later) if _is_credit(token.text)]
        if desks or first:
            return (desks or first)[0]
        alone = not self.before or bool(self.counts)
        return next((token for token in later if alone or self._is_writer(token, sure=True)), None)

    def _section_beside(self, byline: Token | None, taken: Sequence[Token | None]) -> Token | None:
        """Return the word beside the by-line that is no tag: before the date, or if the tags stand behind a number."""
        first = [token for token in self.before if token not in taken]
        later = [token for token in self.middle if token not in taken and not _is_user(token)]
        if first:  # what stands before an outlet may be its author
            return None if self.before[-1] is byline and is_name(first[0].text) else first[0]
        few = bool(self.behind) or (not self.before and len(later) < _FULL_NAME)
        return later[0] if later and few else None

    def _beside_outlet(self, tokens: list[Token]) -> list[Token]:
        """Return the names of persons that stand beside that of an outlet."""
        outlets = any(is_outlet(token.text) for token in tokens)
        return [token for token in tokens if outlets and len(token.text) == _FULL_NAME and is_name(token.text)]

    def _is_writer(self, token: Token, *, sure: bool) -> bool:
        """Say whether a by-line is a person: by the letters of the name, or by any if the section stands beside it."""
        text = token.text
        return is_common(text) or (sure and len(text) == _FULL_NAME and is_name(text) and not _is_credit(text))


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if is_word(token.text)]


def is_word(text: str) -> bool:
    """Say whether a text may be a name or a tag: a few letters, some of them hanzi, and no sentence."""
    return (
        1 < len(text) <= LONGEST and bool(_HAN.search(text)) and not (_CLAUSE.search(text) or _NUMBER.fullmatch(text))
    )


def _is_credit(text: str) -> bool:
    return is_outlet(text) or bool(_DESK.search(text))


def _is_user(token: Token) -> bool:
    """Say whether a token links to the page of an author."""
    return token.link is not None and bool(_PERSON.search(token.link.get("href") or ""))


def _is_folder(token: Token, url: str | None) -> bool:
    """Say whether a token links to the folder of the page, or names a category."""
    if token.link is None:
        return False
    if "category" in (token.link.get("rel") or ""):
        return True
    return is_folder(url, token.link.get("href") or "")
