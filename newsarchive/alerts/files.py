"""Writes the state of every site into files, for monitors that look there."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from newsarchive.archive import SiteRun
from newsarchive.health import BROKEN, DEGRADED, OK

GRADES = {OK: 0, DEGRADED: 1, BROKEN: 2}
logger = logging.getLogger(__name__)


def health_json(latest: Iterable[SiteRun], now: datetime) -> str:
    """Return the state of every site as JSON: for monitors that read a file."""
    sites = {
        run.site: {
            "state": run.state or OK,
            "reason": run.reason,
            "run": run.run_id,
            "started_at": run.started_at.isoformat() if run.started_at else None,
            **{name: getattr(run, name) for name in SiteRun.COUNTS},
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
    for name in SiteRun.COUNTS:
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


def try_to_replace(path: Path, text: str) -> bool:
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
        return False
    return True
