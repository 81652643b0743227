import json
import logging

from newsarchive.spiders.crawls.logs import JsonLines


def test_a_line_is_json_without_anything_that_a_terminal_would_obey() -> None:
    record = logging.LogRecord("newsarchive", logging.WARNING, "", 0, "%s is 山西\n", ("\x1b[31m\x9b2J\x7f",), None)
    line = JsonLines().format(record)
    assert line.isprintable()
    assert json.loads(line)["message"] == "\x1b[31m\x9b2J\x7f is 山西\n"
    assert json.loads(line)["level"] == "warning"
