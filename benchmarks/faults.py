"""Kills the commands that change an archive at random moments, and checks what they leave.

python -m benchmarks.faults [--rounds 200] [--seed 1] [--jobs crawl,ingest,reextract,merge,purge,backup,repair]

After each kill -9: the database is whole, every article has its capture, every capture reads back and nothing is there
twice; the same command given again ends with what one that was never killed ends with.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.tables import print_table
from newsarchive.archive import Archive
from newsarchive.archive.upkeep.findings import Remedy
from newsarchive.archive.upkeep.verify import verify
from newsarchive.archive.warc import WarcWriter
from newsarchive.items import PageClass
from newsarchive.newsroom import NewsroomServer, site_folder
from newsarchive.reader.articles import Articles
from newsarchive.sites import all_sites

ROOT = Path(__file__).parent.parent
PAGES = 120
NOON = datetime(2022, 4, 19, 12, tzinfo=UTC)
_LINE = "<p>The harbour master said that ferry {0} would sail again once divers had looked at hull {0}, a long job.</p>"
_CJK = "<p>多名医护人员连夜赶赴第{0}号现场，调查人员说原因还要等到检查船体之后才能公布。</p>"
_OPEN = frozenset({Remedy.CUT, Remedy.READ})  # what the next command mends by itself


@dataclass(frozen=True)
class Job:
    """A command that changes an archive, the folder it starts from, and what it may leave to be mended when killed."""

    name: str
    command: Sequence[str]
    prepare: Callable[[Path], None]
    environment: Mapping[str, str] = field(default_factory=dict)
    changes: str = "news.db"
    leaves: frozenset[Remedy] = _OPEN

    def start(self, folder: Path, **options: Any) -> subprocess.Popen[str]:
        """Start the command in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "newsarchive", *self.command],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NEWSARCHIVE_DB": "news.db", **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            **options,
        )

    def run(self, folder: Path, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run the command to its end."""
        process = self.start(folder, **options)
        out, err = process.communicate(timeout=100)
        return subprocess.CompletedProcess(self.command, process.returncode, out, err)

    def strike(self, folder: Path, delay: float) -> bool:
        """Start the command and kill it after ``delay`` seconds; say whether it was still at work."""
        process = self.start(folder)
        try:
            process.communicate(timeout=delay)
        except subprocess.TimeoutExpired:
            for pid in [process.pid, *working_in(folder)]:
                with suppress(ProcessLookupError):
                    os.killpg(os.getpgid(pid), signal.SIGKILL)
            process.communicate()
            return True
        return False


def main() -> None:
    """Strike each job and print how often it was hit, and that all went well."""
    options = arguments()
    chance = random.Random(options.seed)
    rows = []
    with tempfile.TemporaryDirectory() as folder, NewsroomServer() as server:
        for job in jobs(server):
            if job.name in options.jobs.split(","):
                hits, slowest = strikes(job, Path(folder) / job.name, options.rounds, chance)
                rows.append([job.name, str(options.rounds), str(hits), f"{slowest:.1f}"])
    print_table("Killed with SIGKILL at random moments", ["job", "rounds", "killed at work", "seconds unkilled"], rows)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", default="crawl,ingest,reextract,merge,purge,backup,repair")
    return parser.parse_args()


def jobs(server: NewsroomServer) -> list[Job]:
    """Return all jobs; crawls go to this newsroom."""
    crawling = {
        "http_proxy": server.base_url,
        "no_proxy": "",
        "NEWSARCHIVE_NOW": "2026-03-13T12:00:00+00:00",
        "NEWSARCHIVE_SITES": str(site_folder()),
    }
    return [
        Job("crawl", ("crawl", *server.sites), lambda folder: None, crawling),
        Job("ingest", ("ingest", "saved"), save_pages),
        Job("reextract", ("reextract", "--commit", "--jobs", "2"), read_badly),
        Job("merge", ("merge", "one/news.db", "two/news.db"), make_shards),
        Job("purge", ("purge", "--match", "hull 1", "--yes"), ingest),
        Job("backup", ("backup", "copy"), back_up_earlier, changes="copy/news.db"),
        Job("repair", ("verify", "--repair"), harm, leaves=frozenset(Remedy) - {Remedy.NONE}),
    ]


def strikes(job: Job, folder: Path, rounds: int, chance: random.Random) -> tuple[int, float]:
    """Kill a job ``rounds`` times, each in a fresh copy of its folder; return how often it was hit and its seconds."""
    template, whole = folder / "template", folder / "whole"
    template.mkdir(parents=True)
    job.prepare(template)
    shutil.copytree(template, whole)
    begun = time.monotonic()
    finish(job, whole)
    seconds = time.monotonic() - begun
    expected = contents(whole / job.changes)
    hits = 0
    for number in range(rounds):
        struck = folder / f"round{number}"
        shutil.copytree(template, struck)
        hits += job.strike(struck, chance.uniform(0.1, 1.0) * seconds)
        check(struck / job.changes, job.leaves)
        finish(job, struck)
        found = contents(struck / job.changes)
        assert found == expected, f"{job.name} in {struck} ended with something else than one that was not killed"
        shutil.rmtree(struck)
    return hits, seconds


def working_in(folder: Path) -> list[int]:
    """Return the processes that a command there started, such as the reader of a crawl."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cwd"):
        with suppress(OSError):  # ended meanwhile, or is not ours
            if path.readlink() == folder.resolve():
                found.append(int(path.parent.name))
    return found


def finish(job: Job, folder: Path) -> None:
    """Run a job to its end, and see that it leaves a sound archive with nothing unread."""
    done = job.run(folder)
    assert done.returncode == 0, f"{job.name}: {done.stderr}"
    if job.name == "crawl":  # what a site's memory knew of an article depends on when it came, until it is read again
        again = replace(job, command=("reextract", "--commit", "--jobs", "1")).run(folder)
        assert again.returncode == 0, again.stderr
    with Archive(folder / job.changes) as archive:
        archive.recover()
        assert list(archive.pending()) == []
        assert list(verify(archive)) == []


def check(db: Path, leaves: frozenset[Remedy] = _OPEN) -> None:
    """See that an archive is whole as a killed command left it, but for what ``leaves`` are the remedies of."""
    if not db.exists():
        return
    with Archive(db) as archive:
        assert [row[0] for row in archive.connection.execute("pragma integrity_check")] == ["ok"]
        assert [finding for finding in verify(archive) if finding.remedy not in leaves] == []
        for capture in archive.captures():
            archive.payload(capture)


def contents(db: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what an archive says, without the numbers of its rows and the times of the run."""
    asked = {
        "articles": "select url, site, title, body, source, published, language from articles",
        "versions": "select articles.url, revisions.title, change from revisions"
        " join articles on articles.id = article_id order by seen_at",
        "captures": "select url, status, digest, page_class from captures",
        "aliases": "select url_aliases.url, articles.url, kind from url_aliases"
        " join articles on articles.id = article_id",
        "readings": "select articles.url, readings.url, extractor from readings"
        " join articles on articles.id = article_id",
        "tags": "select url, name from article_tags join tags on tags.id = tag_id"
        " join articles on articles.id = article_id",
        "tombstones": "select kind, pattern from tombstones",
    }
    with Archive(db) as archive:
        return {name: sorted(map(tuple, archive.connection.execute(sql)), key=repr) for name, sql in asked.items()}


def save_pages(folder: Path, numbers: range = range(PAGES)) -> None:
    """Save pages with a list of their addresses; every tenth is a later version of the one before it."""
    saved = folder / "saved"
    saved.mkdir(parents=True)
    entries = []
    for number in numbers:
        later = number % 10 == 9
        (saved / f"{number}.html.gz").write_bytes(gzip.compress(page(number), mtime=0))
        url = f"https://site{number % 4 if not later else (number - 1) % 4}.test/{number - later}.html"
        fetched_at = (NOON + timedelta(minutes=number)).isoformat()
        entries.append({"id": str(number), "url": url, "fetched_at": fetched_at})
    (saved / "list.jsonl").write_text("\n".join(map(json.dumps, entries)))


def page(number: int) -> bytes:
    """Return an article of this number, half of them Chinese."""
    line = _CJK if number % 2 else _LINE
    body = "".join(line.format(f"{number}-{part}") for part in range(8))
    title = f"第{number}号消息" if number % 2 else f"Ferry {number} sails"
    return f"<html><title>{title}</title><body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def ingest(folder: Path, numbers: range = range(PAGES)) -> None:
    """Make an archive of pages."""
    save_pages(folder, numbers)
    assert Job("ingest", ("ingest", "saved", "--jobs", "1"), save_pages).run(folder).returncode == 0


def read_badly(folder: Path) -> None:
    """Make an archive whose articles an earlier extractor read with wrong titles."""
    ingest(folder)
    with Archive(folder / "news.db") as archive, archive.batch():
        articles = Articles(archive, all_sites())
        for capture in list(archive.captures(page_class=PageClass.ARTICLE)):
            article = articles.whole(capture, archive.payload(capture))
            archive.add_article(replace(article, title=f"Wrong {capture.id}"), capture, extractor="0")


def back_up_earlier(folder: Path) -> None:
    """Make an archive of all pages whose copy has the first half of them and two that were taken down since."""
    ingest(folder, range(PAGES // 2))
    for command in (("backup", "copy"), ("purge", "--match", "hull 12-", "--yes")):
        assert Job(command[0], command, save_pages).run(folder).returncode == 0
    shutil.rmtree(folder / "saved")
    ingest(folder)


def harm(folder: Path) -> None:
    """Make an archive that lacks parts of its indexes, has rows of nothing, unread captures and a torn record."""
    ingest(folder)
    with WarcWriter(folder / "warc", prefix="late", started=NOON, software="test") as writer:
        for number in range(PAGES, PAGES * 2):
            writer.write(f"https://late.test/{number}.html", fetched_at=NOON, headers=[], body_wire=page(number))
    with next((folder / "warc").glob("late*")).open("ab") as file:
        file.write(gzip.compress(b"WARC/1.1")[:15])
    with sqlite3.connect(folder / "news.db") as connection:
        connection.execute("delete from articles_fts_docsize where id % 3 = 0")
        connection.execute("delete from recent_fingerprints where article_id % 5 = 0")
        connection.execute("insert into article_tags (article_id, tag_id, position) values (99999, 99999, 0)")
    connection.close()


def make_shards(folder: Path) -> None:
    """Make two archives that share a third of their pages."""
    for name, numbers in (("one", range(PAGES * 2 // 3)), ("two", range(PAGES // 3, PAGES))):
        ingest(folder / name, numbers)


if __name__ == "__main__":
    main()
