import json
import logging
import os
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from time import sleep

import pytest

from newsarchive.alerts import Alerts, Change, changes
from newsarchive.archive import SiteRun

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
BROKEN = Change("city", "ok", "broken", "the site blocks us: 9 of 9 answers")
RUNS = [
    SiteRun("city", found=9, failed=9, state="broken", reason=BROKEN.reason, run_id=7, started_at=NOW),
    SiteRun('od"d', found=60, new=12, coverage={"title": 1.0}, body_length=900.0, run_id=7, started_at=NOW),
]


@contextmanager
def served(server: socketserver.BaseServer) -> Iterator[int]:
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


class Mailbox(socketserver.StreamRequestHandler):
    received: list[bytes]
    refusing = False

    def handle(self) -> None:
        if self.refusing:
            self.wfile.write(b"421 come back later\r\n")
            return
        self.wfile.write(b"220 mail.test\r\n")
        for line in self.rfile:
            if line.upper().startswith(b"DATA"):
                self.wfile.write(b"354 go on\r\n")
                text = b""
                while (line := self.rfile.readline()) != b".\r\n":
                    text += line
                self.received.append(text)
            self.wfile.write(b"221 bye\r\n" if line.upper().startswith(b"QUIT") else b"250 ok\r\n")


class Hook(BaseHTTPRequestHandler):
    received: list[dict[str, object]]
    refusing = False

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self.refusing:
            self.received.append(json.loads(body))
        self.send_response(503 if self.refusing else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_only_changes_of_state_are_told() -> None:
    runs = [SiteRun("a", state="ok"), SiteRun("b", state="broken", reason="x"), SiteRun("c", state="ok"), SiteRun("d")]
    told = changes(runs, {"a": None, "b": "broken", "c": "degraded", "d": "ok"})
    assert told == [Change("c", "degraded", "ok", "")]
    assert changes([SiteRun("new", state="broken")], {}) == [Change("new", "never judged", "broken", "")]


def test_a_mail_says_what_changed_and_nothing_else_gets_into_its_headers(tmp_path: Path) -> None:
    handler = type("Handler", (Mailbox,), {"received": []})
    with served(socketserver.TCPServer(("127.0.0.1", 0), handler)) as port:
        alerts = Alerts(tmp_path / "unsent", mail="desk@example.test", smtp=f"smtp://127.0.0.1:{port}")
        alerts.tell([Change("city\r\nBcc: x@y.test", "ok", "broken", "it says \x1b[31mno"), BROKEN], [], NOW)
    message = message_from_bytes(handler.received[0], policy=policy.default)
    assert message["To"] == "desk@example.test"
    assert message["Bcc"] is None
    assert message["Subject"].strip() == "newsarchive: city Bcc: x@y.test is broken (was ok): it says [31mno and 1 more"
    assert message.get_content().splitlines()[1] == str(BROKEN)


def test_a_long_reason_is_cut_in_the_subject_alone(tmp_path: Path) -> None:
    long = Change("city", "ok", "broken", "no place of discovery answers, " * 20)
    handler = type("Handler", (Mailbox,), {"received": []})
    with served(socketserver.TCPServer(("127.0.0.1", 0), handler)) as port:
        Alerts(tmp_path / "unsent", mail="desk@example.test", smtp=f"smtp://127.0.0.1:{port}").tell([long], [], NOW)
    message = message_from_bytes(handler.received[0], policy=policy.default)
    assert len(message["Subject"]) == 150
    assert " ".join(message.get_content().split()) == str(long)


def test_a_webhook_is_posted_the_changes(tmp_path: Path) -> None:
    handler = type("Handler", (Hook,), {"received": []})
    with served(HTTPServer(("127.0.0.1", 0), handler)) as port:
        Alerts(tmp_path / "unsent", webhook=f"http://127.0.0.1:{port}/hook").tell([BROKEN], [], NOW)
        Alerts(tmp_path / "unsent", webhook=f"http://127.0.0.1:{port}/hook").tell([], [], NOW)
    assert handler.received == [
        {
            "text": "city is broken (was ok): the site blocks us: 9 of 9 answers",
            "changes": [{"site": "city", "before": "ok", "after": "broken", "reason": BROKEN.reason}],
        }
    ]


def test_a_channel_that_fails_is_logged_and_the_others_are_served(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "health.json"
    alerts = Alerts(
        tmp_path / "unsent",
        mail="desk@example.test",
        smtp="smtp://127.0.0.1:1",
        webhook="file:///etc/passwd",
        health_file=file,
    )
    with caplog.at_level(logging.ERROR):
        alerts.tell([BROKEN], RUNS, NOW)
    assert [record.message.partition(" could")[0] for record in caplog.records] == [
        "desk@example.test",
        "file:///etc/passwd",
    ]
    assert file.exists()


def test_what_could_not_be_sent_goes_with_the_next_run_and_once(tmp_path: Path) -> None:
    mailbox = type("Handler", (Mailbox,), {"received": [], "refusing": True})
    hook = type("Handler", (Hook,), {"received": [], "refusing": True})
    mended = Change("city", "broken", "ok", "")
    with (
        served(socketserver.TCPServer(("127.0.0.1", 0), mailbox)) as smtp,
        served(HTTPServer(("127.0.0.1", 0), hook)) as http,
    ):
        alerts = Alerts(
            tmp_path / "unsent",
            mail="desk@example.test",
            smtp=f"smtp://127.0.0.1:{smtp}",
            webhook=f"http://127.0.0.1:{http}/",
        )
        alerts.tell([BROKEN], [], NOW)
        alerts.tell([], [], NOW + timedelta(hours=1))
        assert (mailbox.received, hook.received) == ([], [])
        mailbox.refusing = hook.refusing = False
        alerts.tell([mended], [], NOW + timedelta(hours=2))
        alerts.tell([], [], NOW + timedelta(hours=3))
    (mail,) = mailbox.received
    (post,) = hook.received
    assert message_from_bytes(mail, policy=policy.default).get_content().splitlines() == [str(BROKEN), str(mended)]
    assert post["changes"] == [asdict(BROKEN), asdict(mended)]
    assert list((tmp_path / "unsent").iterdir()) == []


class Dripping(socketserver.StreamRequestHandler):
    """A receiver that does not come to an end, nor says nothing for long."""

    def handle(self) -> None:
        with suppress(OSError):
            for _ in range(50):
                self.wfile.write(b"2")
                sleep(0.02)


class Babbling(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.rfile.readline()
        self.wfile.write(b"what do you want?\r\n")


@pytest.mark.parametrize("receiver", [Dripping, Babbling])
def test_a_receiver_that_talks_nonsense_neither_holds_nor_ends_a_run(
    tmp_path: Path, receiver: type[socketserver.BaseRequestHandler], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsarchive.alerts.LONGEST", 0.2)
    with served(socketserver.ThreadingTCPServer(("127.0.0.1", 0), receiver)) as port:
        Alerts(tmp_path / "unsent", webhook=f"http://127.0.0.1:{port}/").tell([BROKEN], [], NOW)
    (kept,) = (tmp_path / "unsent").iterdir()
    assert json.loads(kept.read_text()) == [asdict(BROKEN)]


def test_what_is_told_is_on_disk_before_it_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    alerts = Alerts(tmp_path / "unsent", webhook="http://127.0.0.1:1/")
    monkeypatch.setattr("newsarchive.alerts._in_time", killed)
    with pytest.raises(KeyboardInterrupt):
        alerts.tell([BROKEN], [], NOW)
    (kept,) = (tmp_path / "unsent").iterdir()
    assert json.loads(kept.read_text()) == [asdict(BROKEN)]


@pytest.mark.parametrize("damaged", ['[{"site": "city", "bef', '[{"site": "city"}]', "7"])
def test_a_damaged_file_of_what_was_not_sent_is_put_aside(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "unsent").mkdir()
    (tmp_path / "unsent" / "webhook-1.json").write_text(damaged)
    handler = type("Handler", (Hook,), {"received": []})
    with served(HTTPServer(("127.0.0.1", 0), handler)) as port:
        Alerts(tmp_path / "unsent", webhook=f"http://127.0.0.1:{port}/").tell([BROKEN], [], NOW)
    assert [post["changes"] for post in handler.received] == [[asdict(BROKEN)]]
    assert [file.name for file in (tmp_path / "unsent").iterdir()] == ["webhook-1.damaged"]


@pytest.mark.parametrize(("scheme", "first"), [("smtp", ["starttls"]), ("smtps", [])])
def test_a_password_is_sent_to_a_mail_server_after_encryption_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str, first: list[str]
) -> None:
    done: list[object] = []

    class Server:
        def __init__(self, host: str, port: int, timeout: float) -> None:
            done.append((host, port))

        def __enter__(self) -> "Server":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def starttls(self) -> None:
            done.append("starttls")

        def login(self, user: str, password: str) -> None:
            done.append((user, password))

        def send_message(self, message: EmailMessage) -> None:
            done.append(message["To"])

    monkeypatch.setattr("smtplib.SMTP" if scheme == "smtp" else "smtplib.SMTP_SSL", Server)
    server = f"{scheme}://desk%40mail.test:p%3Ass@mail.test:587"
    Alerts(tmp_path, mail="desk@example.test", smtp=server).tell([BROKEN], [], NOW)
    assert done == [("mail.test", 587), *first, ("desk@mail.test", "p:ss"), "desk@example.test"]


def test_a_mail_server_without_its_scheme_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        Alerts(tmp_path, mail="desk@example.test", smtp="mail.example:25").tell([BROKEN], [], NOW)
    assert "mail.example:25 is no address such as smtp://user:password@host:587" in caplog.text


def test_the_files_tell_of_every_site(tmp_path: Path) -> None:
    alerts = Alerts(
        tmp_path / "unsent",
        health_file=tmp_path / "out" / "health.json",
        metrics_file=tmp_path / "out" / "newsarchive.prom",
    )
    alerts.tell([], RUNS, NOW)
    sites = json.loads((tmp_path / "out" / "health.json").read_text())["sites"]
    assert (sites["city"]["state"], sites["city"]["failed"], sites['od"d']["coverage"]) == ("broken", 9, {"title": 1.0})
    lines = (tmp_path / "out" / "newsarchive.prom").read_text().splitlines()
    assert 'newsarchive_site_state{site="city"} 2' in lines
    assert f'newsarchive_run_started_seconds{{site="city"}} {NOW.timestamp():.0f}' in lines
    assert 'newsarchive_run_new{site="od\\"d"} 12' in lines
    assert 'newsarchive_field_coverage{site="od\\"d",field="title"} 1' in lines
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["health.json", "newsarchive.prom"]


def test_what_cannot_be_written_is_named_and_ends_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    alerts = Alerts(
        tmp_path / "file" / "unsent",
        webhook="http://127.0.0.1:1/",
        health_file=tmp_path / "file" / "health.json",
        metrics_file=tmp_path / "metrics.prom",
    )
    with caplog.at_level(logging.ERROR):
        alerts.tell([BROKEN], RUNS, NOW)
    named = [record.message for record in caplog.records if "cannot be written: " in record.message]
    assert [Path(sentence.partition(" cannot")[0]).name for sentence in named] == [
        "health.json",
        "webhook-20260301120000-" + str(os.getpid()) + ".json",
    ]
    assert (tmp_path / "metrics.prom").exists()
