"""Says of a page whether the connection broke off before all of it came."""

from __future__ import annotations

BROKEN_OFF = "broken_off"  # among the hints of a capture: less came than the server had announced
_END = 2_000  # bytes in which a page says that it ends


def is_cut(payload: bytes, *, broken_off: bool) -> bool:
    """Say whether a page lacks its end; a server may just be wrong about the length of a page that has it."""
    return broken_off and b"</html" not in payload[-_END:].lower()
