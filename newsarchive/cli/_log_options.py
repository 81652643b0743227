"""Options that say what a crawl logs, and where to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from newsarchive.cli._options import log_level_option
from newsarchive.items import NewsarchiveError


def log_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--log-level``, ``--log-json`` and ``--log-file``, passed on as ``log``: the settings that they mean."""

    @log_level_option()
    @click.option("--log-json", is_flag=True, help="Write log lines as JSON.")
    @click.option(
        "--log-file",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Append log lines to this file instead; it may be moved away meanwhile, as logrotate does.",
    )
    @wraps(command)
    def with_log(*args: Any, log_level: str, log_json: bool, log_file: Path | None, **kwargs: Any) -> Any:
        log: dict[str, Any] = {"LOG_LEVEL": log_level, "NEWSARCHIVE_LOG_JSON": log_json}
        if log_file:
            _try(log_file)
            log["NEWSARCHIVE_LOG_FILE"] = str(log_file.absolute())
        return command(*args, log=log, **kwargs)

    return with_log


def _try(log_file: Path) -> None:
    """Open the file before anything is done, lest a schedule find out in the night that it cannot be written."""
    try:
        with log_file.open("a", encoding="utf-8"):
            pass
    except OSError as error:
        raise NewsarchiveError(f"{log_file} cannot be written: {error.strerror}.") from error
