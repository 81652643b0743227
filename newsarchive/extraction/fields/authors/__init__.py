"""Who wrote the article: names in machine-readable data, by-line elements, labelled lines and the text's edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from newsarchive.extraction.fields.authors.authormarks import AuthorMarks
from newsarchive.extraction.fields.authors.bylines import printed_names
from newsarchive.extraction.fields.authors.completion import completed
from newsarchive.extraction.fields.authors.pagewords import PageWords
from newsarchive.extraction.fields.authors.scriptauthors import authors_in
from newsarchive.extraction.fields.choice import LEAST, candidate
from newsarchive.extraction.fields.context import Context, FieldCandidates
from newsarchive.extraction.fields.names import LONGEST, is_person, people
from newsarchive.extraction.fields.names.agencies import AGENCY, DESK, NEWS_AGENCY
from newsarchive.extraction.fields.names.bywords import BY_PATTERN
from newsarchive.extraction.fields.names.givennames import has_given_name
from newsarchive.extraction.fields.names.outlets import OUTLET
from newsarchive.extraction.fields.names.roles import ROLE
from newsarchive.extraction.fields.names.signed import signed_names
from newsarchive.extraction.fields.sitenames import SEPARATOR, title_ending
from newsarchive.extraction.fields.structured import Node, plain, types
from newsarchive.extraction.fields.weights import AUTHORS
from newsarchive.extraction.known import key
from newsarchive.items import Candidate

_METAS: Final = (
    "author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author", "articleauthor",
    "dc.creator", "dcterms.creator",
    "dc.contributor", "cxenseparse:author", "article:author_name", "article.author",
    "citation_author", "twitter:author", "byline", "authors",
    "rnews:author", "bt:author", "dable:author", "weibo: article:author", "enp:author", "textarea:author",
)  # fmt: skip
_CATALOGUED: Final = ("citation_author", "dc.creator", "dcterms.creator", "dc.contributor")
_STAFF: Final = re.compile(  # Harbour News Staff, The Harbour Post
    r"(?:\S+ ){1,3}(?:Staff|Post|Times|Herald|Tribune|Gazette|Chronicle|Journal|Newsroom|Reports|Today|Sports|Service)"
)
_NAMED: Final = 0.6  # of a person that a by-line names
_DOUBTED: Final = (" (site)", " (no person)")
_BY_LOOK: Final = frozenset(("in dated line", "beside date", "name above date", "bold name", "by inside"))
_STATION: Final = re.compile(r"\w+(?: (?:News|TV|Radio|Sports|Weather|Staff|\d{1,2}))+")  # KWTR News 11
_DOCTOR: Final = re.compile(r"^(?:(?:Prof|Dr)\. )+")
_HAN: Final = re.compile("[\u3400-\u9fff]")


class Authors(FieldCandidates):
    """The candidates for the article's authors: one for each name at each place."""

    def __init__(self, context: Context, names: set[str]) -> None:
        super().__init__(context)
        self.site_names = names
        self.outlets = names | {key(title_ending(self.page.title or ""))} - {""}
        self.words = PageWords(self.page)
        self.marks = AuthorMarks(self.page, self.facts, self.zone, self.known.url)

    def candidates(self) -> Iterator[Candidate]:
        """Yield the names, machine-readable ones first; a first name is completed where a by-line has all of it."""
        found = list(self._names())
        if any(
            one.origin == "byline" and one.confidence >= _NAMED and not one.where.endswith(_DOUBTED) for one in found
        ):
            found = [one for one in found if not one.where.endswith(" (site)")]  # who posts what others write
        if not any(one.confidence >= LEAST for one in found):
            found += [*self._owner(), *self._desks()] or self._in_scripts()
        yield from completed([one for one in found if not self._is_beside_person(one, found)])

    def _names(self) -> Iterator[Candidate]:
        yield from self._json_ld()
        for name, text in self.facts.meta(*_METAS):
            yield from self._named([forename_first(text) if name in _CATALOGUED else text], "meta", name)
        yield from self._microdata()
        for texts, where in self.marks.named():
            yield from self._named(texts, "byline", where, spaced=True)
        yield from self._named(self.line.authors if self.line else (), "byline", "in dated line")
        for part in SEPARATOR.split(self.page.title or "")[1:]:  # The ferry stops | by Ann Lee | River Notes
            yield from self._named(signed_names(part), "title-element", "by")
        printed = printed_names(self.zone, self.known.fetched_at)
        for (origin, where, spaced), group in groupby(printed, key=itemgetter(1, 2, 3)):
            yield from self._named([one.text for one in group], origin, where, spaced=spaced)

    def _json_ld(self) -> Iterator[Candidate]:
        persons = self.facts.objects("author")
        nodes = persons or self.facts.objects("creator")
        people_too = any("Person" in types(node) for node in nodes)
        for node in nodes:
            kind = "author (organization)" if "Organization" in types(node) and not people_too else "author"
            names = _names_of(node)
            if len(nodes) > 1:  # each is one person: "Ann Lee, Harbour News"
                names = [name.partition(", ")[0] for name in names]
            yield from self._named(names, "json-ld", kind)
        if not persons:
            texts = self.facts.texts("author") or self.facts.texts("creator")
            yield from self._named(texts, "json-ld", "author (text)")

    def _named(self, texts: Iterable[str], origin: str, where: str, *, spaced: bool = False) -> Iterator[Candidate]:
        names: list[str] = []
        for text in texts:
            if not (names and len(text) <= LONGEST and ROLE.fullmatch(text)):
                names.extend(map(self._without_outlet, people(self._without_site(text), spaced=spaced)))
        for name in self._without_agencies(names):
            if origin != "json-ld" and _HAN.search(name) and self._is_no_author(name, origin):
                continue
            person = is_person(name) and not (where in _BY_LOOK and self.words.make_up(name))
            kind = " (site)" if key(name) in self.outlets else "" if person else " (no person)"
            if origin == "meta" and not kind and _HAN.search(name):
                kind = " (han)"  # Chinese pages put their site, a number or a user there
            yield candidate(AUTHORS, name, origin, where + kind)

    def _is_no_author(self, name: str, origin: str) -> bool:
        """Say whether a name in hanzi is an outlet's, or in the head that of the printed editor, as often in China."""
        if OUTLET.search(name):
            return True
        return origin == "meta" and (
            name in title_ending(self.page.title or "")
            or any(one.kind == "editor" and name in people(one.value) for _, one in self.zone.labels)
        )

    def _without_site(self, text: str) -> str:
        """Return a by-line without the site's name before a sign: "Harbour News - Ann Lee"."""
        sign = SEPARATOR.search(text) if len(text) <= LONGEST else None
        return text[sign.end() :] if sign and key(text[: sign.start()]) in self.outlets else text

    def _without_outlet(self, name: str) -> str:
        """Return a name without the site's beside it in by-lines: "Ann Lee Harbour News", "Harbour News Ann Lee"."""
        words = name.split()
        parts = [(words[:i], words[i:]) for i in range(1, len(words))]
        found = [left for left, right in parts if len(left) > 1 and self._is_outlet(right)]
        found += [right for left, right in reversed(parts) if len(right) > 1 and self._is_outlet(left)]
        rest = " ".join(found[0]) if found else ""
        return rest if rest and not AGENCY.fullmatch(rest) else name

    def _owner(self) -> Iterator[Candidate]:
        """Yield the person whose name a site has, both in its title and in its address: annlee.example."""
        words = set(self.known.host_words())
        names = [*(value for _, value in self.facts.meta("og:site_name")), title_ending(self.page.title or "")]
        for name in dict.fromkeys(_DOCTOR.sub("", name) for name in names):
            if name.count(" ") == 1 and has_given_name(name) and key(name) in words:
                yield candidate(AUTHORS, name, "site", "name")

    def _in_scripts(self) -> Iterator[Candidate]:
        """Yield the persons whom the page names in its scripts alone."""
        for name, texts in authors_in(self.page.scripts):
            found = [one for one in self._named(texts, "script", name) if is_person(one.value)]
            yield from found if any(has_given_name(one.value) for one in found) else ()

    def _desks(self) -> Iterator[Candidate]:
        """Yield the desks that sign where no person does: "Redaktion", "Weir Post News Desk"."""
        marked = (text for texts, _ in self.marks.named() for text in texts)
        for text in (*self.facts.texts("author"), *marked):
            name = BY_PATTERN.sub("", text.strip(" -–—|,"), count=1) if len(text) <= LONGEST else ""
            if DESK.fullmatch(name):
                yield candidate(AUTHORS, name, "byline", "desk")

    def _is_outlet(self, words: Sequence[str]) -> bool:
        name = " ".join(words)
        call = key(words[0])
        if len(call) > 3 and _STATION.fullmatch(name) and any(one.startswith(call) for one in self.known.host_words()):
            return True
        return key(name) in self.outlets or (len(name) > 4 and bool(NEWS_AGENCY.fullmatch(name)))

    def _without_agencies(self, names: list[str]) -> list[str]:
        """Return names without an agency's, the site's or a degree beside a person's: "Ann Lee, PTI"."""
        others = [name for name in names if not (AGENCY.fullmatch(name) or key(name) in self.site_names)]
        named = any(" " in name and is_person(name) for name in others)
        return others if named else names

    def _is_beside_person(self, one: Candidate, found: Sequence[Candidate]) -> bool:
        """Say whether a name is that of a staff or a paper beside a person's at the same place."""
        place = (one.origin, one.where)
        return bool(_STAFF.fullmatch(one.value)) and any(
            (other.origin, other.where) == place and not _STAFF.fullmatch(other.value) and is_person(other.value)
            for other in found
        )

    def _microdata(self) -> Iterator[Candidate]:
        for element in self.facts.properties.get("author", [])[:6]:
            inner = [
                each
                for each in self.facts.properties.get("name", ())
                if element.start <= each.start and each.end <= element.end
            ]
            for each in inner[:3] or [element]:
                content = each.get("content")
                yield from self._named([content] if content else self.marks.texts(each), "microdata", "author")


def _names_of(node: Node) -> list[str]:
    name = node.get("name")
    return [plain(each) for each in (name if isinstance(name, list) else [name]) if isinstance(each, str)]


def forename_first(text: str) -> str:
    """Return a name as people write it, where a catalogue has it with a comma.

    >>> forename_first("Berg, Jan van den"), forename_first("Ann Lee, Bo Yu"), forename_first("Ann Lee, Reporter")
    ('Jan van den Berg', 'Ann Lee, Bo Yu', 'Ann Lee, Reporter')
    """
    last, comma, first = text.partition(", ")
    whole = f"{first} {last}"
    return whole if comma and " " not in last and "," not in first and is_person(whole) else text
