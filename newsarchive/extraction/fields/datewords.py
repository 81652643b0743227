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
    "shareaholic:article_published_time",
)  # fmt: skip
MODIFIED_METAS: Final = (
    "article:modified_time", "article:modified:time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified",
    "dc.date.modified", "article.updated", "modified_time", "dateupdate", "cxenseparse:recs:modifiedtime",
    "revision_date",
)  # fmt: skip
URL_DAY: Final = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:/|[-_.]|$)|/\d{6}/t((?:19|20)\d\d)(\d\d)(\d\d)_"
)
URL_DAY_FIRST: Final = re.compile(r"/(1[3-9]|2\d|3[01])-(0?[1-9]|1[0-2])-((?:19|20)\d\d)(?:/|[-_.]|$)")
CLOCK: Final = re.compile(r"今天是|今日是|北京时间|现在时间|today is|heute ist", re.I)
UPDATED: Final = re.compile(
    r"updat|modif|最后|更新|修改|最終|編集|수정|aktualis|geändert|mis à jour|maj\b|actuali[sz]|aggiornat|atualizad"
    r"|bijgewerkt|обновл|изменен|oppdater|uppdater|opdater|zaktualizow|güncelle|تحديث",
    re.I,
)
LABELLED: Final = re.compile(
    r"(?:时\s*间|日\s*期|发布于|发表于|发布|刊登|時間|公開|配信|입력|등록|publi\w*|posted|erschienen"
    r"|veröffentlicht|stand|опубликован\w*|on|le|el"
    r"|datum|date|fecha|data|дата)"
    r"\s*[:：]?\s*$",
    re.I,
)
DASH: Final = re.compile(r"\)?\s*[-–—|:：]\s")
TIME_OF_DAY: Final = re.compile(  # 10:17 am, 香港時間１８時３２分
    r"[012]?\d[:.h][0-5]\d(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?|\s?(?:uhr|h))?|(?:\w\w[时時][间間]\s?)?\d{1,2}[时時]\d{1,2}分",
    re.I,
)
DIGIT: Final = re.compile(r"\d|昨|前|yester|gestern|hier\b|ayer|ieri|вчера|ago\b")
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
