"""Say which URL an address is, which host and which site it belongs to, without the network."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from tldextract import TLDExtract

# https://news.example.test/city/3474.html
_PLAIN = re.compile(r"https?://[a-z0-9][a-z0-9.-]*[a-z0-9](?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*/?\Z")
# Parameters that say where a reader came from, never what the page is.
_TRACKING = re.compile(
    r"(?:(?:fb|g|d|ms|y|tw|tt)clid|[gw]braid|igsh(?:id)?|mc_[ce]id|mkt_tok|_g[al]|spm|scm|nsukey|isappinstalled"
    r"|sharefrom|weibo_id|cmp(?:id)?|ocid|xtor|smid|smtyp|icid|intcid|ref|ref_src|ref_url|referr?er|__twitter_impression|_openstat"
    r"|ncid|soc_(?:src|trk)|s_kwcid|wtrid|wt[._]mc(?:_id)?|campaign_?id|trk(?:info)?|(?:php|j|asp)sess(?:ion)?id\w*"
    r"|(?:utm|share|ns|at|int|itm|pk|mtm|piwik|matomo|vero|_hs|guce)_\w*"
    r"|from=(?:timeline|singlemessage|groupmessage|rss|feed|share)|feature=share)(?:=.*)?\Z",
    re.IGNORECASE,
)
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*", re.IGNORECASE)  # /a.jsp;jsessionid=1A2B
_FRONT = re.compile(r"/?(?:(?:index|default|home|main)\.\w{2,5})?", re.IGNORECASE)
_UNSAFE = re.compile(r"[^A-Za-z0-9._~/:=&?#+!$,;'@()*\[\]|-]")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_IGNORED = re.compile(r"[\t\r\n]")
_PORTS = {"http": ":80", "https": ":443"}


@lru_cache(maxsize=4096)
def canonical_url(url: str) -> str:
    """Return the form under which an address is the same page: RFC 3986 section 6.2, and no tracking.

    AMP, print and mobile views stay addresses of their own; what a page says of itself makes them aliases.
    An address that is not HTTP comes back stripped and otherwise as it was.

    >>> canonical_url("HTTP://Example.COM:80/a/../b?utm_source=x&id=1#top")
    'http://example.com/b?id=1'
    """
    if _PLAIN.match(url) and url.count("/") > 2:
        return url
    url = _IGNORED.sub("", url.strip())
    try:
        parts = urlsplit(url)
        host = _ascii_host(parts.hostname or "")
        port = parts.port
    except ValueError:
        return url
    scheme = parts.scheme
    if scheme not in _PORTS or not host:
        return url
    suffix = f":{port}" if port else ""
    location = host + ("" if suffix == _PORTS[scheme] else suffix)
    query = _canonical_query(parts.query)
    fragment = f"#{_escaped(parts.fragment)}" if parts.fragment.startswith("!") else ""  # #!/page is the page's name
    return f"{scheme}://{location}{_canonical_path(parts.path)}{'?' if query else ''}{query}{fragment}"


def is_http(url: str) -> bool:
    """Say whether this is an absolute http or https address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in _PORTS and bool(parts.hostname)
    except ValueError:
        return False


@lru_cache(maxsize=1024)  # of one page it is asked a dozen times
def host(url: str) -> str:
    """Return the host in lower case, with its port if the address names one; ``""`` if it names no host."""
    try:
        parts = urlsplit(url)
        name = _ascii_host(parts.hostname or "")
        return f"{name}:{parts.port}" if parts.port and f":{parts.port}" != _PORTS.get(parts.scheme) else name
    except ValueError:
        return ""


def is_front_page(url: str) -> bool:
    """Say whether an address is that of a host's front page.

    >>> is_front_page("https://example.test/index.html"), is_front_page("https://example.test/?p=12")
    (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return not parts.query and bool(_FRONT.fullmatch(parts.path))


def siblings(url: str) -> tuple[str, ...]:
    """Return the addresses under which a site shows the same page: with and without ``www.``, by http and by https.

    >>> siblings("http://www.example.test/1.html")
    ('http://example.test/1.html', 'https://example.test/1.html', 'https://www.example.test/1.html')
    """
    scheme, _, rest = url.partition("://")
    if scheme not in _PORTS or ":" in rest.partition("/")[0]:
        return ()
    bare = rest.removeprefix("www.")
    every = (f"{scheme}://{www}{bare}" for scheme in _PORTS for www in ("", "www."))
    return tuple(other for other in every if other != url)


def registered_domain(url: str) -> str:
    """Return the domain that somebody registered, after the Public Suffix List as shipped with tldextract.

    Names without a public suffix (``localhost``, IP addresses) are their own domain.

    >>> registered_domain("https://news.bbc.co.uk/a")
    'bbc.co.uk'
    """
    name = host(url)
    return _registered(name[: name.find("]") + 1] or name.partition(":")[0])


def same_site(one: str, other: str) -> bool:
    """Say whether two addresses belong to the same registered domain."""
    return registered_domain(one) == registered_domain(other)


@lru_cache(maxsize=4096)
def _registered(name: str) -> str:
    if name.startswith("[") or name.rpartition(".")[2].isdigit():
        return name
    found = _suffixes()(name)
    if found.suffix and found.domain:
        return f"{found.domain}.{found.suffix}"
    return ".".join(name.split(".")[-2:])


@cache
def _suffixes() -> TLDExtract:
    from tldextract import TLDExtract  # loads requests: 0.1 s that only those who ask should pay

    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)


def _ascii_host(name: str) -> str:
    name = name.lower().rstrip(".")
    if name.isascii():
        return f"[{name}]" if ":" in name else name
    return name.encode("idna").decode("ascii")


def _canonical_path(path: str) -> str:
    path = _escaped(_SESSION_IN_PATH.sub("", path)) if path else "/"
    if "/." not in path:
        return path
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    trailing = "/" if path.endswith(("/.", "/..")) and kept else ""
    return "/" + "/".join(kept) + trailing


def _canonical_query(query: str) -> str:
    if not query:
        return ""
    return _escaped("&".join(sorted(part for part in query.split("&") if part and not _TRACKING.match(part))))


def _escaped(text: str) -> str:
    if not _UNSAFE.search(text):
        return text
    text = quote(text, safe="%/:=&?~#+!$,;'@()*[]|")
    return _ESCAPE.sub(_one_escape, text) if "%" in text else text


def _one_escape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else f"%{match[1].upper()}"
