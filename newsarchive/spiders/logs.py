"""Log lines, one for each event: as JSON if wanted, and in a file if wanted."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from typing import TYPE_CHECKING, Self

from newsarchive.items import NewsarchiveError
from newsarchive.spiders.wording import Wording

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings  # the reader does without Scrapy

FORMAT = "%(asctime)s [%(name)s] %(levelname)s: %(message)s"
_CONTROLS = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}  # json escapes those below 0x20
_OBEYED = {code: f"\\u{code:04x}" for code in range(0x20) if chr(code) not in "\t\n"}


class JsonLines(logging.Formatter):
    """Write a record as one JSON object: time, level, logger, message, and the error if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False).translate(_CONTROLS)


class PlainLines(logging.Formatter):
    """Write a record as Scrapy does, without the characters that a terminal would obey."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, or lines if there is a traceback."""
        return super().format(record).translate(_CONTROLS | _OBEYED)


class LogFile(WatchedFileHandler):
    """Write lines to a file that may be moved away; say once, on stderr, that none can be written any more."""

    _told = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line."""
        try:
            super().emit(record)
        except OSError:  # the file was moved away, and none can be begun
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name that logging calls
        """Go on without the line; the standard library would print a traceback for each."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            super().handleError(record)
        elif not self._told:
            self._told = True
            sys.stderr.write(f"{self.baseFilename} cannot be written ({error.strerror}); log lines are lost.\n")


@dataclass(frozen=True, slots=True)
class Log:
    """What is logged, from which level up, and where to: on stderr or to a file."""

    level: str
    as_json: bool = False
    file: str | None = None

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Return what the settings want."""
        return cls(settings["LOG_LEVEL"], settings.getbool("NEWSARCHIVE_LOG_JSON"), settings["NEWSARCHIVE_LOG_FILE"])

    def begin(self) -> None:
        """Have everything logged so from now on; the file may be moved away meanwhile."""
        try:
            handler = LogFile(self.file, encoding="utf-8") if self.file else logging.StreamHandler()
        except OSError as error:
            raise NewsarchiveError(f"{self.file} cannot be written: {error.strerror}.") from error
        handler.setFormatter(JsonLines() if self.as_json else PlainLines(FORMAT))
        handler.setLevel(self.level)
        handler.addFilter(Wording(self.level))
        logging.getLogger().addHandler(handler)
