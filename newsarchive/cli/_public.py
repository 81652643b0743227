"""Opens web addresses by the crawl's rule: public internet only, except for a local address that the user typed."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Set
from http.client import HTTPMessage, HTTPResponse
from typing import IO, Any
from urllib.parse import urlsplit

from newsarchive.politeness.addresses import is_public, literal_address
from newsarchive.urls import is_http


def opener(url: str, *, private: bool = False) -> urllib.request.OpenerDirector:
    """Return what opens the address and follows its redirects.

    The host of the address may be local if it says so itself (``localhost``, ``127.0.0.1``, ``10.0.0.7``) or is
    ``private`` by its site's file; a proxy of the environment may be anywhere. All others are checked when the
    connection is made, so that no public name leads to a local address, and raise OSError.
    """
    name = urlsplit(url).hostname or ""
    opened = {_host(proxy) for proxy in urllib.request.getproxies().values()}
    if private or name == "localhost" or literal_address(name):
        opened.add(name)
    return urllib.request.build_opener(_Http(opened), _Https(opened), _WebRedirects)


class _Connection(http.client.HTTPConnection):
    opened: Set[str] = frozenset()

    def connect(self) -> None:
        super().connect()
        address = self.sock.getpeername()[0]
        if self.host not in self.opened and not is_public(address):
            self.close()
            raise OSError(f"{self.host} is {address}, which is not on the public internet")


class _SecureConnection(http.client.HTTPSConnection, _Connection):
    """Checked before the first byte of TLS: HTTPSConnection connects through the next class in line."""


def _connections(kind: type[_Connection], opened: Set[str]) -> Callable[..., _Connection]:
    def connection(*args: Any, **kwargs: Any) -> _Connection:
        made = kind(*args, **kwargs)
        made.opened = opened
        return made

    return connection


class _Http(urllib.request.HTTPHandler):
    def __init__(self, opened: set[str]) -> None:
        super().__init__()
        self._connection = _connections(_Connection, opened)

    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(self._connection, req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, opened: set[str]) -> None:
        super().__init__()
        self._connection = _connections(_SecureConnection, opened)

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(self._connection, req)


class _WebRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        if not is_http(newurl):
            raise OSError("it redirects to an address that is neither http nor https")
        request = super().redirect_request(req, fp, code, msg, headers, newurl)
        if request and urlsplit(newurl).hostname != urlsplit(req.full_url).hostname:  # the others are for one site
            request.headers = {"User-agent": req.get_header("User-agent", "")}
        return request


def _host(proxy: str) -> str:
    return urlsplit(proxy if "//" in proxy else f"//{proxy}").hostname or ""
