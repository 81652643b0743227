"""Calendars other than the Gregorian one in which news pages print their days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

# Years of an era are counted on from these: 民國111年, 令和4年.
_ERAS: Final = {"民": 1911, "令": 2018, "平": 1988, "昭": 1925}


# Days of each month over 29, by year, in the calendar of Nepal: no rule gives them, its almanac does. From April 2003.
_NEW_YEAR_2060: Final = date(2003, 4, 14)
_BIKRAM: Final = tuple(
    tuple(29 + int(days) for days in year)
    for year in (
        "223321101011 232321110012 132322010102 223222101011 223321101011 232321110012"
        " 222322011002 223222101011 223321101011 232321110012 222322011011 223222101011"
        " 232321101011 232321110012 222322101011 223222101011 232321110011 232321110102"
        " 222322101011 223222101011 232321110011 232321110102 223222101011 223222101011"
    ).split()
)


def bikram_sambat(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar of Nepal, ``None`` if there is none such, or its year's months are not known here.

    >>> bikram_sambat(2082, 11, 19).isoformat(), bikram_sambat(2082, 11, 31), bikram_sambat(2059, 1, 1)
    ('2026-03-03', None, None)
    """
    place = year - 2060
    if not (0 <= place < len(_BIKRAM) and 1 <= month <= 12 and 1 <= day <= _BIKRAM[place][month - 1]):
        return None
    before = sum(map(sum, _BIKRAM[:place])) + sum(_BIKRAM[place][: month - 1])
    return _NEW_YEAR_2060 + timedelta(days=before + day - 1)


def ethiopian(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar of Ethiopia, twelve months of thirty days and one of five or six.

    >>> ethiopian(2018, 6, 24).isoformat(), ethiopian(2015, 13, 6).isoformat(), ethiopian(2016, 13, 6)
    ('2026-03-03', '2023-09-11', None)
    """
    last = 30 if month <= 12 else 6 if year % 4 == 3 else 5
    if not (1 <= month <= 13 and 1 <= day <= last):
        return None
    return date.fromordinal(2796 + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1)


def era_year(era: str, count: str) -> int:
    """Return the year that a count means in an era of Taiwan or Japan; 元 is the first.

    >>> era_year("令和", "元"), era_year("民國", "111")
    (2019, 2022)
    """
    return _ERAS[era[0]] + (1 if count == "元" else int(count))


def solar_hijri(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar of Iran and Afghanistan, ``None`` if there is none such.

    Eight leap years in 33, which holds from 1178 to 1633 (A. Birashk, A Comparative Calendar of the Iranian, Muslim
    Lunar, and Christian Eras, 1993).

    >>> solar_hijri(1401, 1, 30).isoformat(), solar_hijri(1399, 12, 30).isoformat(), solar_hijri(1400, 12, 30)
    ('2022-04-19', '2021-03-20', None)
    """
    lengths = (31,) * 6 + (30,) * 5 + (30 if _new_year(year + 1) - _new_year(year) == 366 else 29,)
    if not (1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        return None
    return date.fromordinal(_new_year(year) + sum(lengths[: month - 1]) + day - 1)


def _new_year(year: int) -> int:
    """Return the ordinal of the first day of a year."""
    cycles, rest = divmod(year + 1595, 33)
    return 365 * (year + 1595) + 8 * cycles + (rest + 3) // 4 - 356_032
