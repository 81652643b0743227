"""What pages call their dates: names of metas and attributes, labels, and the shapes of days in addresses."""

from __future__ import annotations

import re
from typing import Final

PUBLISHED_METAS: Final = (
    "article:published_time", "article:published:time", "og:published_time", "og:article:published_time",
    "datepublished", "publishdate", "pubdate",
    "publish_date", "publication_date", "publish-date", "published_time", "article.published", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dcterms.date", "dc.date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "rnews:datepublished", "og:release_date", "apub:time",
    "og:time", "weibo: article:create_at", "weibo:article:create_at", "firstpublishedtime", "bt:pubdate", "ptime",
    "date", "article:create_at", "datecreated", "enp:date", "displaydate", "originalpublicationdate", "citation_date",
    "citation_publication_date", "pub_date", "article_date_original", "article_publication_date",
    "shareaholic:article_published_time", "textarea:time",
)  # fmt: skip
MODIFIED_METAS: Final = (
    "article:modified_time", "article:modified:time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified",
    "dc.date.modified", "article.updated", "modified_time", "dateupdate", "cxenseparse:recs:modifiedtime",
    "revision_date",
)  # fmt: skip
URL_DAY: Final = re.compile(
    r"/((?:19|20|1[34])\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:/|[-_.]|$)|/\d{6}/t((?:19|20)\d\d)(\d\d)(\d\d)_"
)
URL_SHORT: Final = re.compile(  # /2024/3/5/, /2010/POLITICS/08/13/
    r"/((?:19|20)\d\d)/(?:[A-Za-z_.]{4,20}/)?(1[0-2]|0?[1-9])/([12]\d|3[01]|0?[1-9])/"
)
URL_MONTH: Final = re.compile(  # /2026/jan/09/
    r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(0?[1-9]|[12]\d|3[01])(?:/|[-_.]|$)", re.I
)
URL_DAY_FIRST: Final = re.compile(r"/(1[3-9]|2\d|3[01])-(0?[1-9]|1[0-2])-((?:19|20)\d\d)(?:/|[-_.]|$)")
CLOCK: Final = re.compile(r"今天是|今日是|北京时间|现在时间|today is|heute ist", re.I)
UPDATED: Final = re.compile(
    r"updat|mod[iy]fi|最[后後]|更新|修改|最終|編集|수정|업데이트|aktualis|geändert|änderung|überarbeitet"
    r"|mis(?:e|es)? à jour|maj\b"
    r"|actuali[sz]|aggiorna[tm]|atualizad|alterad|actualitz|eguneratu|bijgewerkt|wijzig|aangepast|oppdater|uppdater|opdater"
    r"|endret|ændret|ändrad"
    r"|uppfær|päivitet|muokat|uuendat|muudetud|täiendat|atjauno|papildin|atnaujin|papildy|aktualiz"
    r"|změněn|upraven|zmienion|ostatnia zmiana|zmenen[éáo]"
    r"|frissít|módosít|ažurir|izmijen|izmenj|posodob|spremenj|dopoln|përditës|güncel|değiştir|yenilən|yangila"
    r"|обновл|изменен|дополн|оновлен|змінен|обновен|промен|промян|актуализ|ажурир|измењ|абноўл|жаңарт|өөрчл|шинэчл"
    r"|ενημερώ|ενημέρω|τροποπο|განახლ|թարմաց|تحديث|تعديل|به[\s\u200c]?روز|بروز\s?رسانی|ویرایش|اپ\s?ڈیٹ|עודכן|עדכון|עדכן"
    r"|अपडेट|अद्यतन|संशोधित|আপডেট|হালনাগাদ|புதுப்பி|அப்டேட்|నవీకర|అప్\u200c?డేట్|ಅಪ್\u200c?ಡೇಟ್|અપડેટ|ਅੱਪਡੇਟ"
    r"|diperbar|pembaruan|perubahan terakhir|dikemas\s?kini|cập nhật|chỉnh sửa|อัปเดต|อัพเดต|อัพเดท"
    r"|แก้ไข|ปรับปรุง|imesasishwa",
    re.I,
)
UPDATED_BEHIND: Final = re.compile(  # 17:42更新, but not 17:42 更新 18:05
    r"\s?(?:更新|修改|編集|수정|업데이트|updated?\b|güncelle\w*)(?!\W{0,4}\d|\w)", re.I
)
STAND: Final = re.compile(r"\bstand:?\s*(?:vom\s)?(?:\d|$)", re.I)
LABELLED: Final = re.compile(
    r"(?:时\s*间|日\s*期|发布于|发表于|发布|刊登|時間|公開|配信|입력|등록|publi\w*|posted|erschienen"
    r"|veröffentlicht|stand|опубликован\w*|on|le|el"
    r"|datum|date|fecha|data|дата)"
    r"\s*[:：]?\s*$",
    re.I,
)
# A document is written some days before it is published; what else a label may date is no publication at all.
WRITTEN: Final = re.compile(r"(?:成文|生成|印发|制发)\s*[日时][期间]\s*[:：]?\s*$")
OTHER_DAY: Final = re.compile(
    r"(?:生效|施行|实施|废止|失效|截止|开庭|活动|会议|举办)\s*[日时][期间]\s*[:：]?\s*$"
    r"|№.{1,24}\s(?:от|від)\s*$"
    r"|(?:(?:開催|締切|実施)[日期]?時?|(?<![信開載新稿録表])日時|개최일시?|일시)\s*[:：]\s*$"
    r"|\b(?:deadline|(?:event|start|opening|closing) date|until|valid from|anmeldeschluss|gültig (?:ab|bis)"
    r"|bis(?: zum)?|jusqu['’]au|date de l['’]événement|hasta el|fecha del evento|fino al|data dell['’]evento"
    r"|data do evento|até|tot en met|do dnia|до)\W*$"
    r"|\b(?:when|termine?|beginn|einlass|wann|quand|cuándo|quando|wanneer|kiedy|kdy|mikor|когда|milloin|hvornår|når|när)"
    r"\s?[:：]\s*$",
    re.I,
)
UNTIL_BEHIND: Final = re.compile(r"\s?(?:まで|締切|까지|截止|止\b|前截止)")  # 令和8年3月31日まで
DASH: Final = re.compile(r"\)?\s*[-–—|:：]\s")
TIME_OF_DAY: Final = re.compile(  # 10:17 am, 香港時間１８時３２分
    r"[012]?\d[:.h][0-5]\d(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?|\s?(?:uhr|h))?|(?:\w\w[时時][间間]\s?)?\d{1,2}[时時]\d{1,2}分",
    re.I,
)
DIGIT: Final = re.compile(r"\d|昨|前|yester|gestern|hier\b|ayer|ieri|вчера|назад|тому|منذ|לפני|ago\b")
TOLD: Final = ("title", "data-timestamp", "data-time", "data-datetime")
ATTRIBUTES: Final = (
    "datetime",
    "content",
    "title",
    "data-time",
    "data-timestamp",
    "data-datetime",
    "data-date",
    "data-published",
)
