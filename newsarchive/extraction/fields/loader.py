"""The loader of an article's fields: candidates in from everywhere, site rules first, one choice for each field out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Protocol

from itemloaders import ItemLoader
from parsel import Selector
from w3lib.html import remove_tags, replace_entities

from newsarchive.extraction.fields.choice import chosen, chosen_list
from newsarchive.extraction.known import Known, key
from newsarchive.extraction.page.elements import visible
from newsarchive.items import Candidate
from newsarchive.sites import Rule

RULED: Final = ("title", "source", "authors", "editor", "section", "published", "modified", "tags", "comment_count")


class Stats(Protocol):
    """What counts the hits of rules, such as Scrapy's stats collector."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add to a count."""


class ArticleLoader(ItemLoader):
    """Collects candidates for each field and chooses among them.

    ``add`` takes candidates; ``add_rules`` takes the site's selectors, whose hits the ``stats`` count.
    ``get_output_value`` returns all candidates of a field, the chosen ones first: by ``chosen``, for authors and tags
    by ``chosen_list``.
    """

    default_output_processor = staticmethod(lambda candidates: chosen(candidates, key))
    authors_out = tags_out = staticmethod(lambda candidates: chosen_list(candidates, str.casefold))

    @staticmethod
    def default_input_processor(values: Iterable[Any]) -> list[Candidate]:
        """Turn what selectors found into candidates; candidates pass as they are."""
        found = []
        for value in values:
            if isinstance(value, Candidate):
                found.append(value)
            elif text := visible(replace_entities(remove_tags(value))):
                found.append(Candidate(text, "rule", 0.99))
        return found

    def add(self, name: str, candidates: Iterable[Candidate]) -> None:
        """Add the candidates of a field."""
        found = list(dict.fromkeys(candidates))
        if found:
            self.add_value(name, found)

    def add_rules(self, rules: Iterable[Rule]) -> None:
        """Add what the site's selectors find, for each field those of the newest layout that fits."""
        for rule in rules:
            for name in RULED:
                for selector in getattr(rule, name):
                    if not self.get_collected_values(name):
                        self.add_css(name, selector)


def loader_for(html: str, known: Known, stats: Stats | None = None) -> ArticleLoader:
    """Return a loader that has applied the rules of the page's site, if it has any; only they need a second parse."""
    rules = known.site.rules_at(known.fetched_at) if known.site else ()
    ruled = any(getattr(rule, name) for rule in rules for name in RULED)
    loader = ArticleLoader(selector=Selector(html) if ruled else None, stats=stats)
    loader.add_rules(rules)
    return loader
