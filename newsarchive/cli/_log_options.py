"""Options that say what a crawl logs, and where to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from newsarchive.cli._options import log_level_option


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
        log = {"LOG_LEVEL": log_level, "NEWSARCHIVE_LOG_JSON": log_json}
        log |= {"NEWSARCHIVE_LOG_FILE": str(log_file.absolute())} if log_file else {}
        return command(*args, log=log, **kwargs)

    return with_log
