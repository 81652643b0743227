"""News agencies, which sign reports as people do, and stand beside them."""

from __future__ import annotations

import re
from typing import Final

NEWS_AGENCIES: Final = (
    r"(?i:afp|dpa|apa|kna|epd|sid|sda|ats|anp|bernama|antara)|AP|AAP|ANI|ANSA|AGI|Belga|ČTK|DHA|EFE|IANS|İHA|Jiji"
    r"|Lusa|MTI|NTB|PAP|PTI|STT|TASS|TT|TTXVN|UNI|UPI|Agerpres|HINA|BNS|Ritzau"
    r"|TASR|LETA|ELTA|Hina|Tanjug|Танјуг|ТАСС|БТА|ΑΠΕ-ΜΠΕ|Укрінформ|Интерфакс|РИА Новости"
    r"|(?i:(?:The )?(?:Associated Press|Canadian Press|Press Association|Press Trust of India|Reuters|Bloomberg"
    r"|Agence France[- ]Presse|Xinhua|Interfax|Kyodo|Yonhap|Anadolu|PA Media"
    r"|Estadão Conteúdo|Agência Brasil|Folhapress|Europa Press|Adnkronos|Askanews|LaPresse|Télam|Notimex|Mediafax))"
)
NEWS_AGENCY: Final = re.compile(NEWS_AGENCIES)
# Beside a person: CNN, MD, Nexstar Media Wire, Harbour News Staff.
AGENCY: Final = re.compile(
    rf"[A-Z]{{2,5}}|(?:CNN|BBC|NBC|CBS|ABC|TV|R[aá]dio) \S+|{NEWS_AGENCIES}|Getty Images"
    r"|(?:.*\s)?(?:Staff(?: Writers?| Reporters?)?|News(?: Service| Team| Desk)?|Media(?: Wire| Group)?|Newsroom"
    r"|Correspondents|Bureau|Magazine|Network|(?:Editorial )?Team|Weekly|Desk|Editors)"
)
# What signs where no person does: Redaktion, Harbour Post Staff Writer, PETA-Team, but not "our news desk".
DESK: Final = re.compile(
    r"(?!(?:our|unsere?r?|notre|nuestra|onze)\s)"
    r"(?:\S+[ -]){0,3}(?:(?:web)?redaktion|redazione|redacci[oó]n|rédaction|redactie|redakc[je]a?|redaksi|редакция"
    r"|staff(?: writers?| report(?:er)?s?)?|(?:news|web) ?desk|(?:web|editorial )?team|editors?)(?: \S+){0,4}",
    re.I,
)
# MADRID, 3 mar (EFE).- …, … vor dem Winter. (dpa)
_PLACED: Final = re.compile(rf"[^.!?]{{0,50}}\(({NEWS_AGENCIES})\)\s?\.?\s?[-–—]")
_CLOSED: Final = re.compile(rf"[.!?…»”\"]\s?\(({NEWS_AGENCIES})\)\W?$")
_SIGNATURE: Final = 24  # letters
_ASIAN: Final = re.compile(  # 新华社北京10月9日电, 【ソウル共同】, (서울=연합뉴스)
    r"[（(【]?(新[华華]社|中新[社网]|中央社|法新社|路透社|美[联聯]社|共同社)[^，。]{2,16}?日?[电電讯訊]"
    r"|【[^】]{1,10}?(共同|時事|ロイター|AFP)】|[(\[][가-힣]{2,8}=([가-힣A-Za-z]{2,10})[)\]]"
)


def agency_among(line: str) -> str | None:
    """Return the agency in a desk's signature.

    >>> agency_among("(mfh/dpa)"), agency_among("srf/agenturen"), agency_among("Wind und/oder Regen")
    ('dpa', None, None)
    """
    parts = line.strip("() ").split("/") if len(line) <= _SIGNATURE and " " not in line.strip() else []
    return next((part for part in map(str.strip, parts[1:]) if NEWS_AGENCY.fullmatch(part)), None)


def agency_of(first: str, last: str) -> str | None:
    """Return the agency that signs a report, beside the place with which it opens, or in brackets at its end.

    >>> agency_of("MADRID, 3 mar (EFE).- El puerto cierra.", ""), agency_of("", "Nobody was hurt. (AFP)")
    ('EFE', 'AFP')
    """
    match = _PLACED.match(first) or _ASIAN.match(first) or _CLOSED.search(last)
    return next(filter(None, match.groups())) if match else None
