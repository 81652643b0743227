"""Pages that a user asks for by hand come from where he said, and from the public internet else."""

import threading
from collections.abc import Iterator
from http.server import HTTPServer

import pytest

from newsarchive.cli import _public
from newsarchive.cli._fetch import fetch
from newsarchive.items import NewsarchiveError
from tests.spiders.small_site import Answering


class Handler(Answering):
    asked: list[str]

    def respond(self) -> None:
        port = self.server.server_address[1]
        self.asked.append(self.path)
        targets = {"/inwards": f"http://localhost:{port}/page", "/files": "ftp://127.0.0.1/page", "/wall": "/wall"}
        self.send_response(302 if self.path in targets else 200)
        self.send_header("Location", targets.get(self.path, ""))
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"page")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HTTPServer]:
    monkeypatch.setenv("no_proxy", "*")
    server = HTTPServer(("127.0.0.1", 0), type("Local", (Handler,), {"asked": []}))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_local_address_that_was_typed_is_fetched(server: HTTPServer, host: str) -> None:
    assert fetch(f"http://{host}:{server.server_port}/page").body == b"page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/inwards", "localhost is 127.0.0.1, which is not on the public internet"),
        ("/files", "it redirects to an address that is neither http nor https"),
    ],
)
def test_no_redirect_leads_inwards_or_off_the_web(server: HTTPServer, path: str, reason: str) -> None:
    with pytest.raises(NewsarchiveError, match=reason):
        fetch(f"http://127.0.0.1:{server.server_port}{path}")
    assert server.RequestHandlerClass.asked == [path]


def test_a_page_that_leads_to_itself_is_told_in_one_line(server: HTTPServer) -> None:
    address = f"http://127.0.0.1:{server.server_port}/wall"
    with pytest.raises(NewsarchiveError) as told:
        fetch(address)
    assert str(told.value) == f"{address} redirects in circles, as where a cookie is wanted."


@pytest.fixture
def misled(server: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> HTTPServer:
    """Let every name lead to the local server."""

    def connect(address: tuple[str, int], *args: object) -> object:
        return real((server.server_address[0], address[1]), *args)

    real = _public.http.client.socket.create_connection
    monkeypatch.setattr("http.client.socket.create_connection", connect)
    return server


@pytest.mark.parametrize("private", [True, False])
def test_a_name_leads_to_a_local_address_only_if_the_site_is_private(misled: HTTPServer, private: bool) -> None:
    opener = _public.opener("http://inner.test/", private=private)
    address = f"http://inner.test:{misled.server_port}/page"
    if private:
        assert opener.open(address, timeout=5).read() == b"page"
    else:
        with pytest.raises(OSError, match=r"inner\.test is 127\.0\.0\.1"):
            opener.open(address, timeout=5)
        assert misled.RequestHandlerClass.asked == []


def test_an_address_is_checked_before_the_first_byte_of_tls(misled: HTTPServer) -> None:
    with pytest.raises(NewsarchiveError, match=r"inner\.test is 127\.0\.0\.1, which is not on the public internet"):
        fetch(f"https://inner.test:{misled.server_port}/page")
    with pytest.raises(NewsarchiveError, match="cannot be fetched: .*SSL"):
        fetch(f"https://localhost:{misled.server_port}/page")
