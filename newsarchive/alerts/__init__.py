"""Tell people, once, that a site's state has changed: by mail and webhook, and in files for those who look."""

from __future__ import annotations

import json
import logging
import os
import smtplib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from datetime import datetime
from email.message import EmailMessage
from http.client import HTTPException
from pathlib import Path
from threading import Thread
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from newsarchive.alerts.files import health_json, metrics, try_to_replace
from newsarchive.archive import SiteRun
from newsarchive.health import OK
from newsarchive.text import clean

UNKNOWN = "never judged"
PATIENCE = 10.0  # seconds without a word from a receiver
LONGEST = 30.0  # seconds for all of a message
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Change:
    """A site whose state is another than after its run before."""

    site: str
    before: str
    after: str
    reason: str

    def __str__(self) -> str:
        """Say it in a line, without anything that a terminal or a mail header would obey."""
        return clean(f"{self.site} is {self.after} (was {self.before})" + (f": {self.reason}" if self.reason else ""))


def changes(results: Iterable[SiteRun], before: Mapping[str, str | None]) -> list[Change]:
    """Return what changed since the runs before; a site's first run is told of unless it is ``ok``."""
    return [
        Change(result.site, before.get(result.site) or UNKNOWN, result.state, result.reason or "")
        for result in results
        if result.state and result.state != (before.get(result.site) or OK)
    ]


@dataclass(frozen=True, slots=True)
class Alerts:
    """Where to tell: ``mail`` through ``smtp``, ``webhook``, a JSON file, a Prometheus text file; all optional.

    What a channel could not be told is kept in the folder ``unsent`` until a later run's attempt succeeds.
    """

    unsent: Path
    mail: str | None = None
    smtp: str = "smtp://localhost"
    sender: str = "newsarchive@localhost"
    webhook: str | None = None
    health_file: Path | None = None
    metrics_file: Path | None = None

    @classmethod
    def from_settings(cls, settings: Mapping[Any, Any]) -> Self:
        """Take the settings ``NEWSARCHIVE_ALERT_MAIL`` and its neighbours."""
        health, metrics = settings["NEWSARCHIVE_HEALTH_FILE"], settings["NEWSARCHIVE_METRICS_FILE"]
        return cls(
            Path(settings["NEWSARCHIVE_DB"]).parent / "unsent",
            settings["NEWSARCHIVE_ALERT_MAIL"] or None,
            settings["NEWSARCHIVE_SMTP"],
            settings["NEWSARCHIVE_ALERT_SENDER"],
            settings["NEWSARCHIVE_ALERT_WEBHOOK"] or None,
            Path(health) if health else None,
            Path(metrics) if metrics else None,
        )

    def tell(self, changed: Sequence[Change], latest: Sequence[SiteRun], now: datetime) -> None:
        """Write the files about the latest run of every site, and send what changed; a channel that fails is logged."""
        for file, written in ((self.health_file, health_json), (self.metrics_file, metrics)):
            if file:
                try_to_replace(file, written(latest, now))
        for change in changed:
            logger.warning("%s", change)
        for channel, send, target in (
            ("mail", self._send_mail, self.mail),
            ("webhook", self._call_webhook, self.webhook),
        ):
            if target:
                self._send(channel, send, target, changed, now)

    def _send(
        self,
        channel: str,
        send: Callable[[str, Sequence[Change]], None],
        to: str,
        changed: Sequence[Change],
        now: datetime,
    ) -> None:
        """Send what changed after what earlier runs could not send; it is kept on disk until it is sent."""
        name = f"{channel}-{now:%Y%m%d%H%M%S}-{os.getpid()}.json"
        kept = not changed or try_to_replace(self.unsent / name, json.dumps([asdict(change) for change in changed]))
        waiting = {file: _read(file) for file in sorted(self.unsent.glob(f"{channel}-*.json"))}
        untold = [change for told in waiting.values() for change in told] + ([] if kept else list(changed))
        try:
            if untold:
                _in_time(lambda: send(to, untold))
        except (OSError, smtplib.SMTPException, HTTPException, ValueError) as error:
            logger.error("%s could not be told of %d changes; the next run tries again: %s", to, len(untold), error)
            return
        for file in waiting:
            file.unlink(missing_ok=True)

    def _send_mail(self, to: str, changed: Sequence[Change]) -> None:
        message = EmailMessage()
        message["From"], message["To"] = self.sender, to
        message["Subject"] = f"newsarchive: {changed[0]}"[:150] + (
            f" and {len(changed) - 1} more" if changed[1:] else ""
        )
        message.set_content("\n".join(map(str, changed)) + "\n")
        server = urlsplit(self.smtp)
        if server.scheme not in {"smtp", "smtps"}:
            raise ValueError(f"{self.smtp} is no address such as smtp://user:password@host:587")
        kind = smtplib.SMTP_SSL if server.scheme == "smtps" else smtplib.SMTP
        with kind(server.hostname or "localhost", server.port or 0, timeout=PATIENCE) as smtp:
            if server.username:
                smtp.starttls() if server.scheme == "smtp" else None
                smtp.login(unquote(server.username), unquote(server.password or ""))
            smtp.send_message(message)

    def _call_webhook(self, url: str, changed: Sequence[Change]) -> None:
        if urlsplit(url).scheme not in {"http", "https"}:
            raise ValueError("a webhook is an http or https address")
        told = {"text": "\n".join(map(str, changed)), "changes": [asdict(change) for change in changed]}
        body = json.dumps(told, ensure_ascii=False).encode()
        request = urllib.request.Request(url, body, {"Content-Type": "application/json"})  # noqa: S310 - looked at above
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310
                response.read(1_000)
        except urllib.error.HTTPError as error:
            with error:  # it is the response
                raise


def _read(file: Path) -> list[Change]:
    """Return what could not be sent; a damaged file is put aside."""
    try:
        return [Change(**each) for each in json.loads(file.read_bytes())]
    except (ValueError, TypeError) as error:
        logger.error("%s is damaged and put aside: %s", file, error)
        file.replace(file.with_suffix(".damaged"))
        return []


def _in_time(send: Callable[[], None]) -> None:
    """Send, but give up on a receiver that answers a byte now and then: runs wait for this one to end."""
    outcome: Future[None] = Future()

    def try_to_send() -> None:
        try:
            send()
            outcome.set_result(None)
        except Exception as error:  # it is raised where the outcome is waited for
            outcome.set_exception(error)

    thread = Thread(target=try_to_send, daemon=True)
    thread.start()
    thread.join(LONGEST)
    if not outcome.done():
        raise TimeoutError(f"it took longer than {LONGEST:g} seconds")
    outcome.result()
