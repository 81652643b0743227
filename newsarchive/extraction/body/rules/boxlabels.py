"""What boxes call themselves: labels of advertisements, and what footers hold."""

from __future__ import annotations

import re
from typing import Final

from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import TextBlock

AD_LABEL: Final = re.compile(
    r"(?:Advertisements?|AD|Sponsored(?: content)?|Paid (?:post|content)|(?:Bezahlte )?Anzeige|Werbung|Publicité"
    r"|(?:Contenu|Contenido|Contenuto|Conteúdo|Conținut) (?:sponsori|patroc|promoz|publicit)\w+|Publicidad"
    r"|Pubblicità|Publicidade|Advertentie|Gesponsorde? (?:inhoud|content|bericht)|Annonse?|Annoncer?|Reklama?|Reklám"
    r"|(?:Materiał|Artykuł) sponsorowany|(?:Komerční|Komerčné) (?:sdělení|oznámenie)|Támogatott tartalom|Mainos"
    r"|Publicitate|Sponsorlu içerik|Konten (?:ber)?sponsor|Nội dung (?:được )?tài trợ|Tangazo|Διαφήμιση"
    r"|Χορηγούμενο περιεχόμενο|Oglasi?|Hirdetés|Inzerce|Inzercia|Publicitat"
    r"|Реклама|На правах рекламы|Партнерський матеріал|Quảng cáo|Iklan|إعلان"
    r"|محتوى (?:ممول|مدعوم|إعلاني)|اشتہار|رپورتاژ(?: آگهی)?|תוכן (?:שיווקי|ממומן)|פרסומת|विज्ञापन|प्रायोजित"
    r"|বিজ্ঞাপন|விளம்பரம்|โฆษณา|เนื้อหา(?:ที่ได้)?รับการสนับสนุน|广告|廣告|広告(?:企画|特集)?|PR|광고)",
    re.I,
)
FOOTER: Final = re.compile(
    r"ICP[备證证]|公网安备|©|\(c\)|copyright|all rights reserved|版权所有|版權所有|alle rechte vorbehalten"
    r"|tous droits réservés|todos los derechos|tutti i diritti|todos os direitos|все права защищены|wszelkie prawa"
    r"|alle rechten voorbehouden|無断転載|무단 ?전재",
    re.I,
)
BRACKETS: Final = " []［］()（）【】-–—"
LONGEST: Final = 60
# fact-box, faktaruta, c-infobox, article__infoBox
FACTS: Final = re.compile(r"(?<![a-z])(?:fact|fakta?|info)[-_]?(?:box|boks|ruta|kasten|rutan)(?![a-z])", re.I)


def is_ad_label(page: Page, block: TextBlock) -> bool:
    """Say whether a short block begins with an element that is what advertisements are headed with, and no space.

    [PR], or ADVERTISEMENT with SCROLL TO CONTINUE right behind it.
    """
    if len(block.text) > LONGEST:
        return False
    first, *others = (run for run in page.runs[block.start : block.end] if not run.isspace())
    joined = not any(map(str.isspace, (first[-1], *(run[0] for run in others[:1]))))
    return (joined or not others) and AD_LABEL.fullmatch(first.strip(BRACKETS)) is not None
