import os
import signal
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from string import ascii_letters

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Capture, NotAnArticle, PageClass
from newsarchive.memory import SiteMemory
from newsarchive.reader import Counts, ahead
from newsarchive.reader.articles import Articles
from newsarchive.reader.captures import Reader
from newsarchive.reader.processes import Processes
from newsarchive.reader.reading import Consulted, Reading
from newsarchive.sites import Sites

NOON = datetime(2026, 3, 13, 12, tzinfo=UTC)
LINE = "<p>The harbour master said that ferry {0} would sail again once divers had looked at hull {0}, a long job.</p>"
SHARED = "The north quay stays closed for boat {}."
# Four pages in a row share a line: from the third on the memory knows it for the site's.
GROUP = 4


def pages(number: int) -> list[tuple[Capture, bytes]]:
    return [
        (Capture(f"https://quay.test/{one}.html", NOON, 200, (("Content-Type", "text/html"),)), page(one))
        for one in range(number)
    ]


def page(number: int) -> bytes:
    lines = "".join(LINE.format(f"{number}-{line}") for line in range(5))
    shared = f"<p>{SHARED.format(ascii_letters[number // GROUP])}</p>"
    return (
        f"<html><title>Ferry {number}</title><article><h1>Ferry {number}</h1>{lines}{shared}</article></html>".encode()
    )


def archived(path: Path, jobs: int, number: int) -> tuple[Counts, list[tuple]]:
    with Archive(path) as archive:
        empty = (Capture("https://quay.test/empty.html", NOON, 200, (("Content-Type", "text/html"),)), b"<html></html>")
        with closing(Reader(archive, Sites(), jobs=jobs)) as reader:
            counts = reader.read([*pages(number), empty])
        rows = archive.connection.execute("select url, title, body from articles order by id")
        return counts, [tuple(row) for row in rows]


def test_pages_read_ahead_are_archived_as_if_they_were_read_in_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_here: list[str] = []
    read = Articles.read

    def noted(self: Articles, capture: Capture, payload: bytes, memory: SiteMemory) -> object:
        read_here.append(capture.url)
        return read(self, capture, payload, memory)

    monkeypatch.setattr(ahead, "FEW", 8)
    monkeypatch.setattr(Articles, "read", noted)
    alone = archived(tmp_path / "one.db", 1, 60)
    assert len(read_here) == 61
    read_here.clear()
    assert archived(tmp_path / "two.db", 2, 60) == alone
    assert 8 < len(read_here) < 60  # the first ones, and those of which the memory learnt something meanwhile
    counts, rows = alone
    assert counts["quay.test", "new"] == 60
    assert [SHARED.format(ascii_letters[5]) in row[2] for row in rows[20:24]] == [True, True, False, False]


def test_a_reading_holds_while_the_memory_says_the_same() -> None:
    memory = SiteMemory(pages=5)
    asked = Consulted(memory)
    assert not asked.is_repeated("line", "Follow us")
    reading = Reading((PageClass.LIST, "it is a list"), asked.answers)
    assert reading.holds(memory)
    memory.learn([])
    assert reading.holds(memory)
    with pytest.raises(NotAnArticle, match="it is a list"):
        reading.article()


def test_work_comes_back_in_its_order() -> None:
    with closing(Processes(2, begun, (2,))) as processes:
        done = list(processes.each(halved, range(30)))
    assert done == [(number, number / 2) for number in range(30)]


def test_work_of_a_killed_process_comes_back_undone(caplog: pytest.LogCaptureFixture) -> None:
    with closing(Processes(2, begun, (2,))) as processes:
        done = dict(processes.each(halved_until_ten, range(30)))
    assert list(done) == list(range(30))
    assert set(done.values()) <= {None, *(number / 2 for number in range(30))}
    assert done[10] is None
    assert done[29] is None
    assert [record.getMessage() for record in caplog.records] == [
        "A process that read pages was killed; going on with one."
    ]


def test_processes_end_with_the_one_that_started_them() -> None:
    script = Path(__file__).with_name("killed_reader.py")
    command = [sys.executable, str(script)]
    killed = subprocess.run(command, capture_output=True, timeout=60, check=False)
    # the output ends only when no process holds it any more
    assert (killed.returncode, killed.stdout.count(b"started")) == (-signal.SIGKILL, 2)


_divisor = 0


def begun(divisor: int) -> None:
    global _divisor  # as in a pool's processes
    _divisor = divisor


def halved(number: int) -> float:
    return number / _divisor


def halved_until_ten(number: int) -> float:
    if number == 10:
        os.kill(os.getpid(), signal.SIGKILL)
    return halved(number)
