"""What a page reads as, which holds as long as the site memory says what it said then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsarchive.items import Article, NotAnArticle, PageClass
from newsarchive.memory import SiteMemory


@dataclass(frozen=True, slots=True)
class Reading:
    """The article of one page, or the page class and the reason why it has none, with what the memory answered."""

    found: Article | tuple[PageClass, str]
    answers: Mapping[tuple[str, str], bool]

    def holds(self, memory: SiteMemory) -> bool:
        """Say whether the page would read the same with this memory."""
        return all(memory.is_repeated(*asked) is answer for asked, answer in self.answers.items())

    def article(self) -> Article:
        """Return the article; raise NotAnArticle if there is none."""
        if isinstance(self.found, Article):
            return self.found
        raise NotAnArticle(None, *self.found)


class Consulted(SiteMemory):
    """A site memory that notes what it answers."""

    def __init__(self, memory: SiteMemory) -> None:
        super().__init__(memory.pages)
        self._memory = memory
        self.answers: dict[tuple[str, str], bool] = {}

    def is_repeated(self, kind: str, text: str) -> bool:
        """Say whether the line is the site's, and note it."""
        answer = self._memory.is_repeated(kind, text)
        self.answers[kind, text] = answer
        return answer
