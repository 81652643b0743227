"""What by-lines say of people besides their names: what they do, where they are, and what they did when."""

from __future__ import annotations

import re
from typing import Final

ROLE: Final = re.compile(  # Environment Correspondent, 台北報導, after a name
    r"[\u3400-\u9fff]{2,6}[報报][導导道]|"
    r"(?:[\w&'’-]+\s){0,4}(?:editor|reporter|correspondent|writer|columnist|photographer|contributor|producer"
    r"|journalist|analyst|fellow"
    r"|(?:director|head|dean|professor|president|founder|member|minister|lecturer)(?: (?:of|at|for) .+)?"
    r"|officer|manager|researcher|scientist|engineer|specialist|strategist|consultant|intern|anchor|presenter"
    r"|redakteur(?:in)?|reporterin|korrespondent(?:in)?|journaliste|correspondante?|periodista|redactora?|corresponsal"
    r"|giornalista|corrispondente|inviat[oa]|jornalista|correspondente|repórter|redatora?|redacteur|verslaggever"
    r"|dziennikarka?|redaktorka?|redaktør|novinářk?a?|újságíró|muhabir|журналист|корреспондент|(?:خبرنگار|روزنامه‌نگار|مراسلة?|صحفية?|محررة?|כתבת?)(?:\s.{2,30})?|संवाददाता|ผู้สื่อข่าว)",
    re.I,
)
BEGINS_LIKE_ROLE: Final = re.compile(
    r"^(?:editors?|reporter(?:in)?|correspondent|staff|writer|author|redakteur(?:in)?|redaktion|autor(?:in)?"
    r"|journalist(?:in|e)?|contributor|\w*redakteur(?:in)?$|rechtsanw\w+$|moderat\w+$|foto\w*|photo\w*"
    r"|illustrat\w+|interview|kommentar|gastbeitrag|zur|alle|show"
    r"|chief|senior|deputy|associate|managing|political|national|freelance|guest|head|director|professor|prof(?!\.\s)|ceo"
    r"|columnist|kolumnist"
    r"|korrespondent(?:in)?|volontär(?:in)?|profil|follow|share|email|mail|twitter|updated|published"
    r"|posted|am|um|on|at|in|aus|bei|from|home|download|free|aktuelle|original|publié|day|the|our|news"
    r"|team|editorial|copy link|link copied|min read|minuten|lesezeit)\b",
    re.I,
)
EAST_ASIAN: Final = re.compile(  # 本报记者 张三, 王小明／台北報導, 홍길동 기자
    r"^(?:(?:本报|本网|特约|见习|实习|首席|全媒体|融媒体|新京报|南都|\S{2,5}(?:网|报|社|台))?(?:记者|記者"
    r"|专栏作者|通讯员|特约撰稿))\s*|[/／][\u3400-\u9fff]{2,6}[報报][導导道]$|\s*(?:报道|報導|报导|摄影|攝影|编译|編譯|记者|記者|기자|특파원|報道)$|[\s/／]+(?:文|图|圖|摄|攝)$"
)
_ASIDES: Final = re.compile(  # Ann Lee, Senior Editor; Max Muster (Berlin); 记者 张三 报道; 张三_NB12556
    r"\s*(?:[(（\[【].*|_[A-Z]{1,4}\d+|\s[A-Z]{2}\d{2,}|@\w+.*|\s[-–—|]\s.*|\s(?:in|aus|for|für|IN|FOR|For)\s(?:the\s)?[A-ZÄÖÜ].*)$"
)
_THEN: Final = re.compile(  # By Ann Lee Published 19 April
    r"\s+(?:publi(?:shed|é|cado|cerad|sert|seret|ceret)|pubblicato|veröffentlicht|erschienen|opublikowano|gepubliceerd"
    r"|posted|updated|mis à jour|actualizado|atualizado|aggiornato|aktualisiert|uppdaterad|oppdatert|opdateret"
    r"|bijgewerkt|leave a|lascia|deja un|laisser un|schreibe einen|hinterlasse|(?:no |\d+ )?comments?)\b.*$",
    re.I,
)
_WORKS_AS: Final = re.compile(  # MAEVE TOLLAND Staff Writer
    r"\s+(?:(?:staff|senior|chief|special|lead|political|environment|education|business|sports?|health|crime|city|news"
    r"|digital|web|associate|assistant|managing|deputy|executive|general|multimedia|breaking|features?|foreign|local"
    r"|national|investigative|science|technology|politics|culture|forum)\s)*"
    r"(?:writer|reporter|correspondent|columnist|photographer|contributor|editor|producer|moderator|journalist"
    r"|periodista|redactora?|corresponsal|giornalista|jornalista|repórter|journaliste|redakteur(?:in)?|redaktør"
    r"|haber merkezi)$",
    re.I,
)
_TITLE: Final = re.compile(  # Staff Writer Ann Lee, Hafenblatt-Redakteurin Eva Muster
    r"^(?:(?:staff|senior|chief|guest|special|political|sports?|business)\s)*"
    r"(?:writer|reporter|correspondent|columnist|journalist|[\w-]{0,30}(?:redakteur|reporter|korrespondent|autor)(?:in)?"
    r"|rechtsanw[aä]lt(?:in)?|fachanw[aä]lt(?:in)?|pfarrer(?:in)?|pastor(?:in)?|bundespräsident(?:in)?|bürgermeister(?:in)?)"
    r"\s(?=\S+\s\S)",
    re.I,
)


def without_roles(name: str) -> str:
    """Return a name without what its bearer does, and without what stands behind the name.

    >>> without_roles("Staff Writer Ann Lee"), without_roles("MAX MUSTER Senior Editor"), without_roles("张三_NB12556")
    ('Ann Lee', 'MAX MUSTER', '张三')
    >>> without_roles("Hafenblatt-Redakteurin Eva Muster"), without_roles("Gastautor Max Muster")
    ('Eva Muster', 'Max Muster')
    """
    name = _WORKS_AS.sub("", _THEN.sub("", _ASIDES.sub("", _TITLE.sub("", name))))
    return EAST_ASIAN.sub("", EAST_ASIAN.sub("", name))
