"""Tells what kind of change lies between two versions of an article."""

from __future__ import annotations

from newsarchive.archive.content import Content


def kind_of_change(before: Content, after: Content) -> str:
    """Return ``typo``, ``headline``, ``substantive`` or ``retraction``."""
    return "headline" if before.body_hash == after.body_hash else "substantive"
