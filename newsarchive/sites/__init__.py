"""The sites: one TOML file each, found by looking in the package and in the folders that the caller names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from newsarchive.items import SiteError
from newsarchive.sites.load import load
from newsarchive.sites.site import DEFAULT_POLICY, Discover, Expect, Rule, Site
from newsarchive.sites.written import blamed, blaming, class_of, fault
from newsarchive.urls import canonical_url, host, is_http, registered_domain

__all__ = [
    "DEFAULT_POLICY",
    "Discover",
    "Expect",
    "Rule",
    "Site",
    "Sites",
    "all_sites",
    "blamed",
    "blaming",
    "class_of",
    "fault",
    "load",
    "unknown_site",
]


class Sites(Mapping[str, Site]):
    """Known sites by their keys, in alphabetical order, which also know whose an address is.

    ``broken`` says what is wrong with the files of sites that are therefore not among them.
    """

    def __init__(self, sites: Iterable[Site] = (), broken: Mapping[str, SiteError] | None = None) -> None:
        self.broken = dict(broken or {})
        self._sites = {site.key: site for site in sorted(sites, key=lambda site: site.key)}
        self._by_place: dict[str, list[Site]] = {}
        for site in self._sites.values():
            for place in {entry.partition("/")[0] for entry in site.domains}:
                self._by_place.setdefault(place, []).append(site)

    def __getitem__(self, key: str) -> Site:
        return self._sites[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sites)

    def __len__(self) -> int:
        return len(self._sites)

    def find(self, url: str) -> Site | None:
        """Return the site that covers the address most closely."""
        labels = host(url).split(".")
        places = (".".join(labels[start:]) for start in range(len(labels)))
        found = [site for place in places for site in self._by_place.get(place, ())]
        best = max(found, key=lambda site: site.covers(url), default=None)
        return best if best and best.covers(url) else None

    def named(self, name: str) -> Site:
        """Return the site of that key, or, for an address, the site it belongs to; an unknown one is read generically.

        Raises SiteError for a name that no file has, or a wrong one.
        """
        if name in self.broken:
            raise self.broken[name]
        if name in self._sites:
            return self._sites[name]
        if is_http(name):
            return self.find(name) or unknown_site(name)
        near = get_close_matches(name, self._sites, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known are: {', '.join(self._sites) or 'none'}."
        raise SiteError(f"There is no site {name!r}; {hint}")


def all_sites(folders: Iterable[Path] = (), *, forgiving: bool = False) -> Sites:
    """Return the sites of the package and of the folders; a file in a later folder replaces one of the same name.

    Raises SiteError for a file that is wrong; if ``forgiving``, it is among the ``broken`` ones.
    """
    paths = {path.stem: path for folder in (Path(__file__).parent, *folders) for path in sorted(folder.glob("*.toml"))}
    found, broken = [], {}
    for key, path in paths.items():
        try:
            found.append(load(path))
        except SiteError as error:
            if not forgiving:
                raise
            broken[key] = error
    return Sites(found, broken)


def unknown_site(url: str) -> Site:
    """Return a site without a file, which starts at this address and is read generically."""
    domain = registered_domain(url)
    return Site(key=domain, name=domain, start=canonical_url(url), domains=(host(url).removeprefix("www."),))
