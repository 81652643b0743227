"""Divides sites among processes and machines, so that no host is asked by two of them."""

from __future__ import annotations

from collections.abc import Sequence

from xxhash import xxh64_intdigest

from newsarchive.spiders.crawls.orders import Order
from newsarchive.urls import registered_domain


def part_of(orders: Sequence[Order], shard: tuple[int, int] | None) -> list[Order]:
    """Return what shard ``index`` of ``count`` (from 1) does of the orders, by a hash of the site's domain, or all."""
    index, count = shard or (1, 1)
    return [order for order in orders if xxh64_intdigest(_domain(order).encode()) % count == index - 1]


def groups(orders: Sequence[Order], count: int) -> list[list[Order]]:
    """Return at most ``count`` groups of about the same size; sites of one registered domain stay together."""
    domains: dict[str, list[Order]] = {}
    for order in orders:
        domains.setdefault(_domain(order), []).append(order)
    parts: list[list[Order]] = [[] for _ in range(min(count, len(domains)))]
    for together in sorted(domains.values(), key=len, reverse=True):
        min(parts, key=len).extend(together)
    return parts


def _domain(order: Order) -> str:
    return registered_domain(order.site.start)
