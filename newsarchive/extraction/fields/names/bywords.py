"""The words of by-lines that name nobody: By and its like before names, commas and the like between them."""

from __future__ import annotations

import re
from typing import Final

from newsarchive.extraction.fields.names.chinese import HAN

TEXTS: Final = (
    "chronique|tribune|analyse|enquête|reportage|article|récit|billet|dossier|entretien|texte"
    "|texto|crónica|entrevista|reportaje|crônica|reportagem|articol"
)
# What was not the writer's: Illustration de, Traduit de l’anglais par, Aus dem Englischen von.
OTHERS_WORK: Final = (
    r"illustra\w+|ilustra\w+|tradu\w+(?: (?:de l['’]|du )\w+)?|translat\w+|aus dem \w+(?: übersetzt)?|übersetz\w+"
    r"|vertal\w+|vertaald|översatt|przekład|tłumaczenie|překlad|grafik|infogra\w+|vid[eé]o"
)
# By Ann Lee, Von Max Muster, Scris de Ioana Pop, Text: …
BY_PATTERN: Final = re.compile(
    r"^(?:(?:(?:written|posted|reported|story|reporting|words|analysis|interview|opinion|review|text) )?by"
    r"|(?:(?:geschrieben|gepostet|veröffentlicht|ein (?:kommentar|interview|gastbeitrag|beitrag)|eine analyse) )?von"
    rf"|(?:(?:écrit|rédigé|propos recueillis|(?:une? )?(?:{TEXTS})) )?par"
    r"|(?:(?:escrito|recogido) )?por|(?:(?:scritto )?da|testo d[ia]|a cura d[ia]|di)|(?:geschreven )?door(?: onze \w+)?"
    rf"|(?:skrivet |skrevet )?a[vf]|przez|oprac\.|red\.|(?:(?:une? )?(?:{TEXTS}) |scris )?de"
    r"|na|od|deur|ni|piše|пише|írta|kirjoittanut|napisała?|napsala?|napísala?"
    r"|(?:das (?:interview|gespräch) führten?|die fragen stellten?|rozmawiała?)"
    r"|autor(?:in|en|es)?|author|te[kx]sti?(?: (?:ja|och|og|und) (?:kuvat?|fotos?|bilder?|billeder))?"
    r"|текст|auteur|հեղինակ՝?|autore|автор|корреспондент|кореспондент|от|oleh|penulis|tác giả|theo"
    r"|γράφ(?:ει|ουν) (?:ο|η|οι)|του|της|των|โดย|מאת|द्वारा|نوشته|بقلم|كتبت?|ដោយ៖?"
    r"|(?:dal?(?:la)? )?nostr[oa] inviat[oa]|(?:von )?unsere[rm]? \w+in?)"
    r"\s*[:：]?\s+(?=\S)",
    re.I,
)
AND: Final = "and|und|et|y|e|och|og|en|i|и"
BETWEEN: Final = re.compile(
    rf"\s*(?:[;,、，；،&|/／+](?:\s*(?:{AND}|with|mit|avec|com|con)(?=\s))?|(?<![{HAN}])[·•]|[·•](?![{HAN}])"
    rf"|\s(?:{AND}|with|mit|avec|com|con|im Gespräch mit)\s)\s*",
    re.I,
)
