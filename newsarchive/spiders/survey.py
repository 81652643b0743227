"""Looks at a site without archiving anything: which feeds, sitemaps and lists it has, and what each of them tells."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import urljoin

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.python.failure import Failure

from newsarchive.discovery.autodiscovery import usual_places
from newsarchive.discovery.found import Unreadable
from newsarchive.discovery.links import is_page
from newsarchive.discovery.sections import sections
from newsarchive.discovery.shapes import looks_like_article
from newsarchive.items import Link
from newsarchive.sites import Discover, Site
from newsarchive.spiders.failures import in_words, request_of
from newsarchive.spiders.headers import content_type_of
from newsarchive.spiders.links.places import ROBOTS, Told, announced, read_place

MOST_PLACES = 30
MOST_NESTED = 3
SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One place and what it told: how many links, how many of them articles by their addresses, how many dated.

    ``trouble`` says why it told nothing; ``samples`` are some of the articles.
    """

    kind: str
    url: str
    links: int = 0
    articles: int = 0
    dated: int = 0
    next_page: str | None = None
    trouble: str | None = None
    samples: tuple[Link, ...] = ()


class SurveySpider(Spider):
    """Ask one page and robots.txt, then the places that they announce, or the usual ones, and the page's sections."""

    name = "survey"

    def __init__(self, site: Site, page: str, places: list[Place]) -> None:
        super().__init__()
        self.site = replace(site, discover=())
        self._page = page
        self._places = places
        self._asked: set[str] = set()
        self._guesses: set[str] = set()
        self._sections: tuple[Link, ...] = ()
        self._first = 2  # answers of the page and of robots.txt are awaited before usual places are tried

    async def start(self) -> AsyncIterator[Request]:
        """Ask the page and robots.txt."""
        robots = Discover(kind=ROBOTS, url=urljoin(self._page, "/robots.txt"))
        for request in self._ask([Discover(kind="list", url=self._page), robots]):
            yield request

    def _ask(self, places: Iterable[Discover]) -> Iterator[Request]:
        for place in places:
            if place.url not in self._asked and len(self._asked) < MOST_PLACES and self.site.covers(place.url):
                self._asked.add(place.url)
                yield Request(place.url, self.read, errback=self.miss, cb_kwargs={"place": place})

    def read(self, response: Response, place: Discover) -> Iterator[Request]:
        """Note what a place told, and ask those that it announces."""
        told = self._told(response, place)
        if place.url == self._page and response.status == 200:
            self._sections = sections(response.body, response.url, content_type=content_type_of(response))
        most = MOST_NESTED if place.kind == "sitemap" else MOST_PLACES
        yield from self._ask(map(announced, islice(sorted(told.places, key=_age), most)))
        yield from self._after(place)

    def miss(self, failure: Failure) -> Iterator[Request]:
        """Note a place that did not answer."""
        place: Discover = request_of(failure).cb_kwargs["place"]
        self._note(place, Told(), trouble=str(failure.value) or in_words(failure.value))
        yield from self._after(place)

    def _after(self, place: Discover) -> Iterator[Request]:
        """Ask the sections once the first two have answered, and the usual places if they announced nothing."""
        self._first -= place.url == self._page or place.kind == ROBOTS
        if self._first == 0:
            self._first = -1
            if len(self._asked) <= 2:
                self._guesses = {link.url for link in usual_places(self._page)}
                yield from self._ask(map(announced, usual_places(self._page)))
            yield from self._ask(Discover(kind="list", url=section.url) for section in self._sections)

    def _told(self, response: Response, place: Discover) -> Told:
        if response.status != 200:
            self._note(place, Told(), trouble=f"it answered {response.status}")
            return Told()
        try:
            told = read_place(
                response.body, response.url, place, self.site, datetime.now(UTC), content_type_of(response)
            )
            self._note(place, told)
        except Unreadable as error:
            self._note(place, Told(), trouble=str(error))
            return Told()
        return told

    def _note(self, place: Discover, told: Told, trouble: str | None = None) -> None:
        if place.kind == ROBOTS or (trouble and place.url in self._guesses):
            return
        links = [link for link in told.links if self.site.covers(link.url)]
        articles = [link for link in links if is_page(link.url) and looks_like_article(link.url)]
        dated = sum(link.published is not None for link in articles)
        samples = tuple(articles[:SAMPLES])
        found = Place(place.kind, place.url, len(links), len(articles), dated, told.next_page, trouble, samples)
        self._places.append(found)


def survey(site: Site, page: str, settings: Settings) -> list[Place]:
    """Return the places of a site, beginning with ``page``; to be called once in a process.

    Raises what keeps the spider from starting, such as a missing contact.
    """
    settings.set("SCHEDULER", "scrapy.core.scheduler.Scheduler", priority="cmdline")
    settings.set("ITEM_PIPELINES", {}, priority="cmdline")
    places: list[Place] = []
    process = AsyncCrawlerProcess(settings)
    task = process.crawl(SurveySpider, site=site, page=page, places=places)
    process.start()
    if failure := task.exception():
        raise failure
    return places


def _age(link: Link) -> float:
    """Order sitemaps by what changed last; those that do not say come first."""
    return -link.modified.timestamp() if link.modified else float("-inf")
