"""WARC/1.1 files of captures: append to them, read one record by its place, scan them after an accident."""

from newsarchive.archive.warc.companions import promoted
from newsarchive.archive.warc.reader import (
    Damage,
    LostRecordError,
    captures,
    cut_torn_end,
    decoded,
    is_being_written,
    read_capture,
    read_record,
    scan,
)
from newsarchive.archive.warc.record import Original, Record
from newsarchive.archive.warc.record import sha1 as transfer_digest
from newsarchive.archive.warc.writer import WarcWriter, sync_folder

__all__ = [
    "Damage",
    "LostRecordError",
    "Original",
    "Record",
    "WarcWriter",
    "captures",
    "cut_torn_end",
    "decoded",
    "is_being_written",
    "promoted",
    "read_capture",
    "read_record",
    "scan",
    "sync_folder",
    "transfer_digest",
]
