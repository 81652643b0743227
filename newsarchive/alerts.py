"""Tell people, once, that a site's state has changed: by mail and webhook, and in files for those who look."""

from __future__ import annotations

import json
import logging
import os
import smtplib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from newsarchive.archive import SiteRun
from newsarchive.health import OK
from newsarchive.text import clean

PATIENCE = 10.0
GRADES = {"ok": 0, "degraded": 1, "broken": 2}
COUNTS = ("found", "fetched", "new", "changed", "unchanged", "skipped", "failed")
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
    """Return what changed since the runs before; a site's first run is compared with ``ok``."""
    return [
        Change(result.site, before.get(result.site) or OK, result.state, result.reason or "")
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
                _try_to_replace(file, written(latest, now))
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
        """Send what changed after what earlier runs could not send, or keep it for the next run."""
        kept = sorted(self.unsent.glob(f"{channel}-*.json"))
        untold = [Change(**each) for file in kept for each in json.loads(file.read_bytes())] + list(changed)
        try:
            if untold:
                send(to, untold)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            logger.error("%s could not be told of %d changes; the next run tries again: %s", to, len(untold), error)
            if changed:
                name = f"{channel}-{now:%Y%m%d%H%M%S}-{os.getpid()}.json"
                _try_to_replace(self.unsent / name, json.dumps([asdict(change) for change in changed]))
            return
        for file in kept:
            file.unlink(missing_ok=True)

    def _send_mail(self, to: str, changed: Sequence[Change]) -> None:
        message = EmailMessage()
        message["From"], message["To"] = self.sender, to
        message["Subject"] = f"newsarchive: {changed[0]}"[:150] + (
            f" and {len(changed) - 1} more" if changed[1:] else ""
        )
        message.set_content("\n".join(map(str, changed)) + "\n")
        server = urlsplit(self.smtp)
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


def health_json(latest: Iterable[SiteRun], now: datetime) -> str:
    """Return the state of every site as JSON: for monitors that read a file."""
    sites = {
        run.site: {
            "state": run.state or OK,
            "reason": run.reason,
            "run": run.run_id,
            "started_at": run.started_at.isoformat() if run.started_at else None,
            **{name: getattr(run, name) for name in COUNTS},
            "body_length": run.body_length,
            "coverage": dict(run.coverage),
        }
        for run in latest
    }
    return json.dumps({"written_at": now.isoformat(), "sites": sites}, ensure_ascii=False, indent=1) + "\n"


def metrics(latest: Sequence[SiteRun], now: datetime) -> str:
    """Return the latest run of every site in Prometheus' text format, for the node exporter's textfile collector."""
    lines = ["# TYPE newsarchive_written_seconds gauge", f"newsarchive_written_seconds {now.timestamp():.0f}"]
    lines += ["# HELP newsarchive_site_state 0 is ok, 1 degraded, 2 broken", "# TYPE newsarchive_site_state gauge"]
    lines += [f"newsarchive_site_state{{{_label(run)}}} {GRADES[run.state or OK]}" for run in latest]
    lines.append("# TYPE newsarchive_run_started_seconds gauge")
    lines += [
        f"newsarchive_run_started_seconds{{{_label(run)}}} {run.started_at.timestamp():.0f}"
        for run in latest
        if run.started_at
    ]
    for name in COUNTS:
        lines.append(f"# TYPE newsarchive_run_{name} gauge")
        lines += [f"newsarchive_run_{name}{{{_label(run)}}} {getattr(run, name)}" for run in latest]
    lines.append("# TYPE newsarchive_field_coverage gauge")
    for run in latest:
        for field, share in sorted(run.coverage.items()):
            lines.append(f'newsarchive_field_coverage{{{_label(run)},field="{_quoted(field)}"}} {share:g}')
    return "\n".join(lines) + "\n"


def _label(run: SiteRun) -> str:
    return f'site="{_quoted(run.site)}"'


def _quoted(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _try_to_replace(path: Path, text: str) -> None:
    """Write a file so that readers see the old or the new one, never half of it; log it if that cannot be."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        logger.error("%s cannot be written: %s.", path, error.strerror)
        with suppress(OSError):
            draft.unlink(missing_ok=True)
