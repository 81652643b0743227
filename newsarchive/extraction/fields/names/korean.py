"""By-lines in Korean: names before 기자 and other words for reporters, with the place or paper before them."""

from __future__ import annotations

import re
from typing import Final

_SURNAME: Final = (
    "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천방공현"
    "함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용]"
)
_NAME: Final = "[가-힣]{2,4}"
_NAMES: Final = rf"(?:{_SURNAME}[가-힣]{{2}}(?<![부팀국장실])\s|{_NAME}\s?[·,、]\s?){{0,4}}{_NAME}"
_REPORTER: Final = "(?:기자|특파원|논설위원|칼럼니스트|통신원)"
_ROLE: Final = rf"(?:(?:선임|수습|인턴|전문|객원|명예|시민|영상|사진)\s?)?{_REPORTER}"
_HINT: Final = re.compile(_REPORTER)
_SIGNED: Final = re.compile(rf"(?:^|[\s)=(/\[【·])({_NAMES})\s{_ROLE}(?![가-힣])")
_LINE: Final = re.compile(
    rf"(?:\[[가-힣A-Za-z·\d=/| ]{{1,16}}\]\s?)?[\[(/【]?\s?(?:[가-힣A-Za-z·\d]{{1,12}}\s?[=/|]\s?)*{_NAMES}\s{_ROLE}"
    rf"(?:\s*[<(]?[\w.+-]+@[\w.-]+[>)]?)?\s?[\])】]?|글(?:[·/]사진)?\s?[=:|]?\s?{_NAMES}"
)
_PICTURES: Final = re.compile(r"(?:(?<![·/])|(?<=기자[·/]))사진[\s=:]*$")  # 글·사진=홍길동 wrote as well
_PARTS: Final = re.compile(r"[·,、\s]+")


def names_in(text: str) -> list[str]:
    """Return the reporters that a text names.

    >>> names_in("(세종=새한통신) 이서연 박준호 기자 = 정부는"), names_in("글·사진=홍길동 기자")
    (['이서연', '박준호'], ['홍길동'])
    """
    found = _SIGNED.finditer(text) if _HINT.search(text) else ()
    wrote = (match for match in found if not _PICTURES.search(text, 0, match.start(1)))
    return [name for match in wrote for name in _PARTS.split(match[1])]


def is_byline(line: str) -> bool:
    """Say whether a line is nothing but reporters, with their place and address."""
    return bool(_LINE.fullmatch(line.strip()))
