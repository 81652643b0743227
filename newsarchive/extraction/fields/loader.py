"""The loader of an article's fields: candidates in from everywhere, site rules first, one choice for each field out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from itemloaders import ItemLoader
from parsel import Selector
from w3lib.html import remove_tags, replace_entities

from newsarchive.extraction.comments import comment_number
from newsarchive.extraction.fields.choice import chosen, chosen_list
from newsarchive.extraction.fields.labels import LABEL, labelled
from newsarchive.extraction.fields.names import people
from newsarchive.extraction.fields.tags.keywords import split_tags
from newsarchive.extraction.known import Known, key
from newsarchive.extraction.page.elements import visible
from newsarchive.items import Candidate
from newsarchive.sites import Rule, blaming, class_of

RULED: Final = ("title", "source", "authors", "editor", "section", "published", "modified", "tags", "comment_count")
_BREAK: Final = re.compile(r"<(?:br|/(?:p|div|li|td|h[1-6]))\b[^>]*>", re.I)
_NEXT: Final = re.compile(r"(</(?:a|li|p|div|td)>\s*)(?=<)", re.I)  # <a>Ann Lee</a> <a>Bo Yu</a>
_NUMBER: Final = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[.,]\d{3})+|\d+)(?![.,]?\d|\s?[kKmM万萬])")  # 1,204, but not 1.2k

_Processor = Callable[[Iterable[Any], Mapping[str, Any]], list[Candidate]]


def _candidates(read: Callable[[str], Iterable[str]], *, listed: bool = False) -> _Processor:
    """Return an input processor that turns what selectors found into candidates; candidates pass as they are.

    ``read`` takes the values from the text of what was found; if ``listed``, a comma goes between its elements.
    """

    def candidates(values: Iterable[Any], loader_context: Mapping[str, Any]) -> list[Candidate]:
        found = []
        for value in values:
            if isinstance(value, Candidate):
                found.append(value)
                continue
            html = _BREAK.sub(r"\g<0> ", _NEXT.sub(r"\1, ", str(value)) if listed else str(value))
            where = loader_context.get("where", "")
            if text := visible(replace_entities(remove_tags(html))):
                found += [Candidate(each, "rule", 0.99, where) for each in read(text)]
        return found

    return candidates


def _after_label(text: str, kind: str) -> str:
    return next((one.value for one in labelled([text]) if one.kind == kind), text)


def _tags(text: str) -> list[str]:
    label = LABEL.match(text)
    return split_tags(text[label.end() :] if label and label.lastgroup == "tags" else text)


def _names(text: str) -> list[str]:
    return people(_after_label(text, "author"), spaced=True) or [text.strip(" ,")]


def _numbers(text: str) -> list[str]:
    printed = comment_number(text) or next((match[0] for match in _NUMBER.finditer(text)), "")
    return [re.sub("[.,]", "", printed)] if printed else []


class ArticleLoader(ItemLoader):
    """Collects candidates for each field and chooses among them.

    ``add`` takes candidates; ``add_rules`` takes the site's selectors. What these find is read as readers do: without
    the label before it, names and tags one by one, comments as a number.
    ``get_output_value`` returns all candidates of a field, the chosen ones first: by ``chosen``, for authors and tags
    by ``chosen_list``.
    """

    default_input_processor = staticmethod(_candidates(lambda text: [text]))
    source_in = staticmethod(_candidates(lambda text: [_after_label(text, "source")]))
    editor_in = staticmethod(_candidates(lambda text: [_after_label(text, "editor")]))
    section_in = staticmethod(_candidates(lambda text: [_after_label(text, "section")]))
    authors_in = staticmethod(_candidates(_names, listed=True))
    tags_in = staticmethod(_candidates(_tags, listed=True))
    comment_count_in = staticmethod(_candidates(_numbers))
    default_output_processor = staticmethod(lambda candidates: chosen(candidates, key))
    authors_out = tags_out = staticmethod(lambda candidates: chosen_list(candidates, str.casefold))

    def add(self, name: str, candidates: Iterable[Candidate]) -> None:
        """Add the candidates of a field."""
        found = list(dict.fromkeys(candidates))
        if found:
            self.add_value(name, found)

    def add_own(self, page: Selector) -> None:
        """Add what a subclass for one site finds on the page by ``add_css``, ``add_xpath`` or ``add_value``.

        It goes before what the rules of the site's file find. Times are texts as printed, or ``datetime``.
        """

    def get_input_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what reads the values of a field; raise ValueError for a name that no field has."""
        if field_name not in RULED and field_name != "access":  # which only pages tell
            raise ValueError(f"{field_name!r} is no field of a loader, which are {', '.join(RULED)}")
        return super().get_input_processor(field_name)

    def add_rules(self, rules: Iterable[Rule]) -> None:
        """Add what the site's selectors find, for each field those of the newest layout that fits."""
        for rule in rules:
            for name in RULED:
                for selector in getattr(rule, name):
                    if not self.get_collected_values(name):
                        self.context["where"] = selector
                        self.add_css(name, selector)


def loader_for(html: str, known: Known) -> ArticleLoader:
    """Return a loader that has applied what is known of the page's site; only then is the page parsed once more."""
    kind = class_of(known.site, ArticleLoader)
    rules = known.site.rules_at(known.fetched_at) if known.site else ()
    ruled = kind is not ArticleLoader or any(getattr(rule, name) for rule in rules for name in RULED)
    page = Selector(html) if ruled else None
    loader = kind(selector=page, where=kind.__name__)
    if known.site and page:
        with blaming(known.site.python):
            loader.add_own(page)
        loader.add_rules(rules)
    return loader
