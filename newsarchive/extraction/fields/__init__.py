"""All fields of an article but its text: candidates from everywhere on the page, and one choice for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from newsarchive.extraction.fields.authors import Authors
from newsarchive.extraction.fields.context import Context
from newsarchive.extraction.fields.dates import Dates
from newsarchive.extraction.fields.dates.moments import Moment, choose_date, disagreement
from newsarchive.extraction.fields.language import language_of
from newsarchive.extraction.fields.loader import loader_for
from newsarchive.extraction.fields.metaline import meta_line
from newsarchive.extraction.fields.remarks import access, comment_counts, editors
from newsarchive.extraction.fields.section import Sections
from newsarchive.extraction.fields.sitenames import own_names, site_names
from newsarchive.extraction.fields.source import Sources
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.tags import Tags
from newsarchive.extraction.fields.title import Titles
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import Known, address, key
from newsarchive.extraction.page import Page
from newsarchive.items import Candidate, Image, SiteLine

MOST_TAGS: Final = 40
SINGLE: Final = ("title", "source", "editor", "section", "access", "language")


@dataclass(frozen=True, slots=True)
class Fields:
    """The values of an article's fields by name, and their candidates.

    ``lead`` is the picture that the page declares; ``observed`` the site may repeat; ``warnings`` say what looks wrong.
    """

    values: Mapping[str, Any]
    origins: Mapping[str, tuple[Candidate, ...]]
    lead: tuple[Image, ...] = ()
    observed: tuple[SiteLine, ...] = ()
    warnings: tuple[str, ...] = ()


def read_fields(page: Page, known: Known, first: int, last: int, body: str) -> Fields:
    """Return the fields of a page whose text is ``body`` and stands in ``page.blocks[first:last]``."""
    return _FieldReader(page, known, first, last).read(body)


class _FieldReader:
    def __init__(self, page: Page, known: Known, first: int, last: int) -> None:
        self.bounds = first, last
        self.page = page
        self.known = known
        self.facts = Facts(page, known.url)
        self.names = set(site_names(self.facts, known))
        self.loader = loader_for(page.html, known)
        self.origins: dict[str, tuple[Candidate, ...]] = {}
        titles = Titles(page, self.facts, known, self.names, first, last)
        self.title = next(iter(self._choose("title", titles.candidates())), None)

    def read(self, body: str) -> Fields:
        page, known = self.page, self.known
        zone = Zone(page, self.title, *self.bounds)
        languages = language_of(body, (known.site and known.site.language) or page.language)
        language = next((one.value for one in languages if one.chosen), None)
        likely = _regional(language, page.language) or page.language or next((one.value for one in languages), None)
        dates = Dates(page, self.facts, zone, known, likely)
        line = meta_line(page, zone, known.url, self.facts.survey.anchors, dates.reader.read)
        self._choose_others(Context(page, self.facts, zone, known, line))
        published, modified = self._moments(dates)
        origins = self.origins | ({"language": languages} if languages else {})
        for name, moment in (("published", published), ("modified", modified)):
            if moment:
                origins[name] = moment.candidates
        return Fields(
            {**_values(origins), **_dates(published, modified)},
            origins,
            self._lead_image(),
            tuple(self._observed(origins)),
            (*(disagreement(published) if published else ()), *self._unreadable(dates)),
        )

    def _choose_others(self, context: Context) -> None:
        """Choose the values of every field but title, dates and language."""
        own = set(own_names(self.facts, self.known))
        authors = self._choose("authors", Authors(context, self.names).candidates())
        self._choose("source", Sources(context, authors).candidates())
        self._choose("editor", editors(self.facts, context.zone))
        self._choose("section", Sections(context, own).candidates())
        self.tags = Tags(context, own | set(map(key, authors)))
        self._choose("tags", self.tags.candidates())
        self._choose("comment_count", comment_counts(self.facts, context.zone, context.line))
        self._choose("access", access(self.facts))

    def _choose(self, name: str, candidates: Iterable[Candidate]) -> list[str]:
        """Add the candidates of a field to those of the site's rules, and return the values chosen among all."""
        self.loader.add(name, candidates)
        found: tuple[Candidate, ...] = self.loader.get_output_value(name)
        if found:
            self.origins[name] = found
        return [one.value for one in found if one.chosen]

    def _moments(self, dates: Dates) -> tuple[Moment | None, Moment | None]:
        """Choose the times of publication and of the last change."""
        told = [*dates.ruled(self._ruled("published")), *dates.published()]
        changed = [*dates.ruled(self._ruled("modified")), *dates.modified()]
        there = dates.reader.zone_of((*told, *changed))
        published = (
            choose_date(told, there)
            or choose_date([*dates.in_scripts()], there)
            or choose_date([*dates.printed_changes()], there)
        )
        return published, choose_date(changed, there)

    def _ruled(self, name: str) -> list[Candidate]:
        return list(self.loader.get_collected_values(name))

    def _unreadable(self, dates: Dates) -> Iterator[str]:
        """Yield a warning for each time that a rule of the site finds and that cannot be read."""
        for name in ("published", "modified"):
            ruled = self._ruled(name)
            if ruled and not any(dates.ruled(ruled)):
                yield f"{name}: the rule {ruled[0].where} finds {ruled[0].value[:60]!r}, in which no date can be read"

    def _lead_image(self) -> tuple[Image, ...]:
        """Return the picture that the page declares as the article's."""
        texts = [
            value for _, value in self.facts.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src")
        ]
        url = next(iter(texts), None) or next((str(node.get("url")) for node in self.facts.objects("image")), None)
        absolute = address(self.known.url, url) if url else None
        return (Image(absolute),) if absolute else ()

    def _observed(self, origins: Mapping[str, tuple[Candidate, ...]]) -> Iterator[SiteLine]:
        """Yield what the site's other pages may repeat: the title's ending, keywords, the section.

        Also what the memory knows to be the site's already, or it would forget it again.
        """
        element, title = self.page.title or "", self.title or ""
        if title and element.startswith(title) and element != title:
            yield SiteLine("title-ending", element[len(title) :].strip())
        for one in origins.get("tags", ()):
            if one.origin in {"meta", "json-ld", "link"}:
                yield SiteLine("keyword", one.value)
        for tag in dict.fromkeys(self.tags.site_wide):
            yield SiteLine("keyword", tag)
        for one in origins.get("section", ()):
            if one.chosen:
                yield SiteLine("section", one.value)


def _regional(language: str | None, declared: str | None) -> str | None:
    """Return a language as the page declares it: zh-TW, en-GB, but not en-US, which many programs set anyhow."""
    code = (declared or "").lower()
    return declared if code.startswith(f"{language}-") and not code.endswith(("-us", "es-es")) else language


def _values(origins: Mapping[str, tuple[Candidate, ...]]) -> dict[str, Any]:
    """Return the chosen values by field."""
    values: dict[str, Any] = {}
    for name, candidates in origins.items():
        found = tuple(one.value for one in candidates if one.chosen)
        if name in {"authors", "tags"}:
            values[name] = found[:MOST_TAGS]
        elif name == "comment_count":
            values[name] = next((int(value) for value in found if value.isdecimal()), None)
        elif name in SINGLE and found:
            values[name] = found[0]
    return values


def _dates(published: Moment | None, modified: Moment | None) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if published:
        values = {
            "published": published.value,
            "published_raw": published.found.raw,
            "published_precision": published.found.precision,
            "timezone_origin": published.found.timezone_origin,
        }
    if modified and (published is None or modified.value >= published.value):
        values["modified"] = modified.value
    return values
