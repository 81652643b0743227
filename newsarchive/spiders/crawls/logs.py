"""Log lines as JSON, one for each event."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

_CONTROLS = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}  # json escapes those below 0x20


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


def write_json_lines(level: str) -> None:
    """Have everything logged as JSON on stderr from this level up."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    handler.setLevel(level)
    logging.getLogger().addHandler(handler)
