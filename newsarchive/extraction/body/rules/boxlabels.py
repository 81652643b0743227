"""What boxes call themselves: labels of advertisements, and what footers hold."""

from __future__ import annotations

import re
from typing import Final

AD_LABEL: Final = re.compile(
    r"(?:Advertisements?|Sponsored(?: content)?|Paid (?:post|content)|Anzeige|Werbung|Publicité|Publicidad|Pubblicità"
    r"|Publicidade|Advertentie|Annonse?|Annoncer?|Reklama?|Reklám|Mainos|Publicitate|Διαφήμιση|Реклама|Quảng cáo|Iklan"
    r"|إعلان|פרסומת|विज्ञापन|โฆษณา|广告|廣告|広告|PR|광고)",
    re.I,
)
FOOTER: Final = re.compile(
    r"ICP[备證证]|公网安备|©|\(c\)|copyright|all rights reserved|版权所有|版權所有|alle rechte vorbehalten"
    r"|tous droits réservés|todos los derechos|tutti i diritti|todos os direitos|все права защищены|wszelkie prawa"
    r"|alle rechten voorbehouden|無断転載|무단 ?전재",
    re.I,
)
