"""Rows of hosts: politeness that outlives a process, and leases so that two processes never ask one host at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from newsarchive.archive.database.connection import Connection, transaction
from newsarchive.archive.database.rows import as_json, insert
from newsarchive.archive.database.times import from_text, to_text
from newsarchive.politeness.pace import LONGEST_REST


@dataclass(frozen=True, slots=True)
class HostState:
    """What is known about a host: when it may be asked next and why, its pace in seconds, its robots.txt and policy."""

    host: str
    next_at: datetime | None = None
    delay: float | None = None
    reason: str | None = None
    failures: int = 0
    robots: str | None = None
    robots_at: datetime | None = None
    crawl_delay: float | None = None
    policy: Mapping[str, str] = field(default_factory=dict)


class Hosts:
    """The hosts that an archive's crawls have asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, host: str) -> HostState:
        """Return what is known about a host; the empty state if nothing is."""
        row = self._connection.execute("select * from hosts where host = ?", (host,)).fetchone()
        if row is None:
            return HostState(host)
        values = {name: row[name] for name in HostState.__slots__}
        return HostState(
            **values
            | {
                "next_at": from_text(row["next_at"]),
                "robots_at": from_text(row["robots_at"]),
                "policy": json.loads(row["policy"]),
            }
        )

    def put(self, state: HostState) -> None:
        """Write what is known about a host; its lease stays."""
        values = {name: getattr(state, name) for name in HostState.__slots__}
        values |= {
            "next_at": to_text(state.next_at),
            "robots_at": to_text(state.robots_at),
            "policy": as_json(dict(state.policy)),
        }
        with transaction(self._connection):
            known = self._connection.execute(
                "delete from hosts where host = ? returning leased_by, leased_until", (state.host,)
            ).fetchone()
            lease = dict(zip(("leased_by", "leased_until"), known or (None, None), strict=True))
            insert(self._connection, "hosts", values | lease)

    def asleep(self, now: datetime) -> list[HostState]:
        """Return the hosts that are to be left alone now, the longest rest first."""
        rows = self._connection.execute(
            "select host from hosts where next_at > ? and next_at <= ? order by next_at desc",
            (to_text(now), to_text(now + timedelta(seconds=LONGEST_REST))),  # a wrong clock asks for longer rests
        )
        return [self.get(row["host"]) for row in rows.fetchall()]

    def lease(self, host: str, owner: str, now: datetime, until: datetime) -> bool:
        """Take or renew the right to ask a host; return whether this owner has it."""
        with transaction(self._connection):
            self._connection.execute(
                "insert into hosts (host, leased_by, leased_until) values (?1, ?2, ?4) on conflict (host) do update"
                " set leased_by = ?2, leased_until = ?4"
                " where leased_by is null or leased_by = ?2 or leased_until <= ?3",
                (host, owner, to_text(now), to_text(until)),
            )
            row = self._connection.execute("select leased_by from hosts where host = ?", (host,)).fetchone()
        return bool(row["leased_by"] == owner)

    def owner(self, host: str) -> str | None:
        """Return who has leased a host last, and has not given it back."""
        row = self._connection.execute("select leased_by from hosts where host = ?", (host,)).fetchone()
        return str(row["leased_by"]) if row and row["leased_by"] else None

    def release(self, owner: str, host: str | None = None) -> None:
        """Give back a host, or every host, that an owner has leased."""
        with transaction(self._connection):
            self._connection.execute(
                "update hosts set leased_by = null, leased_until = null"
                " where leased_by = ?1 and (?2 is null or host = ?2)",
                (owner, host),
            )
