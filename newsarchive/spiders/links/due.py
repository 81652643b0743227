"""Which sites have something to be asked at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.sites import Site
from newsarchive.spiders.lease import dead_owner
from newsarchive.spiders.links.agenda import Agenda
from newsarchive.spiders.links.frontier import Frontier
from newsarchive.spiders.links.frontier_file import frontier_path
from newsarchive.spiders.links.guesses import Guesses
from newsarchive.urls import host


def due_sites(sites: Iterable[Site], path: Path, now: datetime) -> list[Site]:
    """Return the sites with a place whose interval has passed, links that wait, or articles due for a re-check.

    A site whose crawl was killed is due, too: sitemaps may be missing, and captures that nobody has read. One whose
    host is to be left alone is not due before its rest is over.
    """
    if not path.exists():
        return list(sites)
    with Archive(path, read_only=True) as archive:
        asleep = {state.host for state in archive.hosts.asleep(now)}
        return [site for site in sites if host(site.start) not in asleep and _is_due(site, archive, now)]


def _is_due(site: Site, archive: Archive, now: datetime) -> bool:
    with Frontier(frontier_path(archive.path, site.key)) as frontier:
        agenda = Agenda(frontier, now)
        waits = frontier.waiting > 0 or any(agenda.is_due(place.url) for place in Guesses(site, agenda).places())
        left = bool(frontier.places.asked()) or dead_owner(archive, host(site.start)) is not None
    return waits or left or bool(archive.due(now, site=site.key, limit=1))
