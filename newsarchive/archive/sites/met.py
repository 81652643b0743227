"""Keeps which sites the archive has met, since when, and with which settings they were crawled last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newsarchive.archive.database.connection import Connection


def meet(connection: Connection, site: str, seen: str) -> None:
    """Note a site, and the time of its first capture that held an article."""
    if connection.sites.get(site, "9999") <= seen:
        return
    row = connection.execute("select first_seen from sites where name = ?", (site,)).fetchone()
    if row is None:
        connection.execute("insert into sites (name, first_seen) values (?, ?)", (site, seen))
    elif row["first_seen"] is None or seen < row["first_seen"]:
        connection.execute("update sites set first_seen = ? where name = ?", (seen, site))
    connection.sites[site] = min(seen, row["first_seen"] or seen) if row else seen


def put_settings(connection: Connection, site: str, settings: Mapping[str, Any]) -> None:
    """Write the settings of a site, in the place of earlier ones."""
    text = json.dumps(dict(settings), ensure_ascii=False, default=str)
    connection.execute(
        "insert into sites (name, settings) values (?1, ?2) on conflict do update set settings = ?2", (site, text)
    )
