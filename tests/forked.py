"""Commands in processes of their own that are forked from one which has loaded what they need.

What a crawl loads takes a process more than a second, and its reader as much again; a fork has it at once. Each process
has the arguments, environment, folder and files of a fresh one, and ends as one does.
"""

import atexit
import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from struct import Struct
from tempfile import TemporaryFile
from types import SimpleNamespace
from typing import IO, Any, ClassVar

from newsarchive.spiders import lease
from newsarchive.spiders.records import handover

ROOT = Path(__file__).parent.parent
# All that needs neither Twisted's reactor nor the environment.
LOADED = (
    "newsarchive.cli.crawl newsarchive.cli.demo newsarchive.middlewares.hosts newsarchive.middlewares.keeping"
    " newsarchive.middlewares.robots newsarchive.reader.captures newsarchive.spiders.crawls.running rich.progress"
    " scrapy.core.downloader.handlers.http11"
).split()
NUMBER = Struct("i")


class Forked:
    """A module that runs in a process of its own, with what the tests and the crawl use of ``subprocess.Popen``."""

    address: ClassVar[str | bytes] = ""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        stdin: int | None = None,
        stdout: int | None = None,
        stderr: int | None = None,
        text: bool = False,
        start_new_session: bool = False,
    ) -> None:
        _, _, *words = command  # Python, -m
        self.args, self.text, self.returncode = command, text, None
        self.output = TemporaryFile() if stdout else None  # noqa: SIM115 - closed with this
        self.errors = TemporaryFile() if stderr else None  # noqa: SIM115 - closed with this
        reading, writing = os.pipe()
        self.stdin = os.fdopen(writing, "wb", 0)
        if stdin is None:
            self.stdin.close()
        self._told = socket.socket(socket.AF_UNIX)
        self._told.connect(_address())
        wanted = {"words": words, "env": dict(env or os.environ), "cwd": str(cwd or Path.cwd())}
        with TemporaryFile() as file, os.fdopen(reading) as standard_input:
            file.write(json.dumps(wanted | {"session": start_new_session}).encode())
            file.seek(0)
            files = (standard_input, self.output or sys.stdout, self.errors or sys.stderr, file)
            socket.send_fds(self._told, [b"."], [each.fileno() for each in files])
            self.pid = self._heard()

    def wait(self, timeout: float | None = None) -> int:
        if self.returncode is None:
            self._told.settimeout(timeout)
            try:
                self.returncode = self._heard()
            except TimeoutError:
                raise subprocess.TimeoutExpired(self.args, timeout or 0) from None
        return self.returncode

    def communicate(self, timeout: float | None = None) -> tuple[str | bytes | None, str | bytes | None]:
        self.stdin.close()
        self.wait(timeout)
        return self._content(self.output), self._content(self.errors)

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _heard(self) -> int:
        return NUMBER.unpack(self._told.recv(NUMBER.size))[0]

    def _content(self, file: IO[bytes] | None) -> str | bytes | None:
        if file is None:
            return None
        file.seek(0)
        content = file.read()
        return content.decode() if self.text else content

    def __del__(self) -> None:
        for file in (self.stdin, self.output, self.errors, self._told):
            if file:
                file.close()


def start(command: Sequence[str], env: Mapping[str, str], folder: Path, **options: Any) -> Forked:
    """Start a module, ``newsarchive`` or another, with these words."""
    to_pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return Forked([sys.executable, "-m", *command], env={**os.environ, **env}, cwd=folder, **to_pipes, **options)


def run(command: Sequence[str], env: Mapping[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a module to its end."""
    process = start(command, env, folder)
    out, err = process.communicate(timeout=100)
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _address() -> str | bytes:
    """Return where the process listens that has all loaded; it is started at first, and ends with this one."""
    if not Forked.address:
        Forked.address = f"\0newsarchive-tests-{os.getpid()}"  # a name without a file
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(Forked.address)
            listening.listen()
            command = [sys.executable, "-m", "tests.forked", str(listening.fileno())]
            origin = subprocess.Popen(
                command, stdin=subprocess.PIPE, cwd=ROOT, pass_fds=[listening.fileno()], start_new_session=True
            )
        atexit.register(origin.communicate)
    return Forked.address


def main(handle: str) -> None:
    """Load all, then run in forks what is asked for."""
    for name in LOADED:
        importlib.import_module(name)
    handover.subprocess = SimpleNamespace(Popen=Forked, PIPE=subprocess.PIPE)
    gc.freeze()
    with socket.socket(fileno=int(handle)) as listening:
        Forked.address = listening.getsockname()
        module, *words = _asked_for(listening)
    importlib.reload(lease)  # it has made its name of the number of the process
    sys.modules.pop(module, None)
    sys.argv[1:] = words
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _asked_for(listening: socket.socket) -> list[str]:
    """Fork for everyone who asks, until standard input ends; return in each fork, with what it is asked for."""
    while listening in select.select([listening, sys.stdin], [], [])[0]:
        asker, _ = listening.accept()
        _, files, _, _ = socket.recv_fds(asker, 1, 4)
        if os.fork() == 0 and _is_fork(asker, files):
            return _become(*files)
        asker.close()
        for file in files:
            os.close(file)
        with suppress(ChildProcessError):  # all have ended
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
    sys.exit()


def _is_fork(asker: socket.socket, files: Sequence[int]) -> bool:
    """Fork once more, and return in the fork; tell the asker which process it is, and how it ends."""
    pid = os.fork()
    if pid == 0:
        asker.close()
        return True
    for file in files:
        os.close(file)
    with suppress(BrokenPipeError):  # nobody asks any more
        asker.sendall(NUMBER.pack(pid))
        asker.sendall(NUMBER.pack(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])))
    os._exit(0)


def _become(reading: int, output: int, errors: int, wanted: int) -> list[str]:
    """Be the process that is wanted; return the words of its command."""
    for number, file in enumerate((reading, output, errors)):
        os.dup2(file, number)
        os.close(file)
    with os.fdopen(wanted) as file:
        told = json.load(file)
    if told["session"]:
        os.setsid()
    os.chdir(told["cwd"])
    os.environ.clear()
    os.environ.update(told["env"])
    sys.path[:1] = [told["cwd"], str(ROOT)]
    return told["words"]


if __name__ == "__main__":
    main(*sys.argv[1:])
