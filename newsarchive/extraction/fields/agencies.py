"""News agencies, which sign reports as people do, and stand beside them."""

from __future__ import annotations

import re
from typing import Final

_NEWS_AGENCY: Final = (
    r"(?i:afp|dpa|apa|kna|epd|sid|sda|ats|anp)|AP|AAP|ANI|ANSA|ANP|AGI|Antara|Belga|Bernama|ČTK|DHA|EFE|IANS|İHA|Jiji|Lusa"
    r"|MTI|NTB|PAP|PTI|STT|TASS|TT|TTXVN|UNI|UPI|Agerpres|HINA|BNS|Ritzau|(?:The )?(?:Associated Press|Canadian Press"
    r"|Press Association|Press Trust of India|Reuters|Bloomberg|Agence France[- ]Presse|Xinhua|Interfax|Kyodo|Yonhap"
    r"|Anadolu|PA Media)"
)
NEWS_AGENCY: Final = re.compile(_NEWS_AGENCY)

AGENCY: Final = re.compile(rf"[A-Z]{{2,5}}|{_NEWS_AGENCY}|Getty Images|Staff")  # beside a person; CNN, MD
