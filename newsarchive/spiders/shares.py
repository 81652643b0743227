"""Divides sites among processes and machines, so that no host is asked by two of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xxhash import xxh64_intdigest

from newsarchive.sites import Site
from newsarchive.urls import registered_domain


def shard(sites: Iterable[Site], index: int, count: int) -> list[Site]:
    """Return the part of the sites that shard ``index`` of ``count`` (from 1) crawls: by a hash of the domain."""
    return [site for site in sites if xxh64_intdigest(_domain(site).encode()) % count == index - 1]


def groups(sites: Sequence[Site], count: int) -> list[list[Site]]:
    """Return at most ``count`` groups of about the same size; sites of one registered domain stay together."""
    domains: dict[str, list[Site]] = {}
    for site in sites:
        domains.setdefault(_domain(site), []).append(site)
    parts: list[list[Site]] = [[] for _ in range(min(count, len(domains)))]
    for together in sorted(domains.values(), key=len, reverse=True):
        min(parts, key=len).extend(together)
    return parts


def _domain(site: Site) -> str:
    return registered_domain(site.start)
