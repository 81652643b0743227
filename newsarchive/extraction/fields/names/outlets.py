"""Names of outlets, told from those of sections and people by their endings."""

from __future__ import annotations

import re
from typing import Final

OUTLET: Final = re.compile(
    r"(?:[网網报報]|社|新[闻聞]|[电電][视視][台臺]|广播电台|[传傳]媒|融媒体?|在[线線]|[周週]刊|[杂雜][志誌]|客户端|官方[账帳][号號]|[发發][布佈])$"
)
# What sections are called, too: 本地新闻.
_SUBJECT: Final = re.compile(
    r"(?:[本全我]?[地市县縣省州区區]|[国國](?:[内內]|[际際])|社[会會]|[体體]育|[娱娛][乐樂]|[财財][经經]|科技|[时時]政|政[务務]|地方|[热熱][点點]|焦[点點]|[综綜]合"
    r"|教育|文化|民生|法[制治]|行[业業]|公司|企[业業]|校园|校園|[图圖]片|[视視][频頻]|今日|最新|[军軍]事|健康|旅游|旅遊|[农農][业業村]|[经經][济濟]|城市|基[层層]"
    r"|工作|部[门門]|要|即[时時]|本地)新[闻聞]"
)
# A whole name that is hardly anything else: 鹿水新闻网, 川辺新聞, 강변일보.
_PAPER: Final = re.compile(
    r"[\u3400-\u9fff]{2,5}(?:新[闻聞][网網]|[资資][讯訊][网網]|信息[网網港]|[门門][户戶][网網]|[广廣]播[网網]|[电電][视視][台臺]|[日晚][报報]|新聞|在[线線])"
    r"|[가-힣]{2,6}(?:일보|신문|뉴스|방송|타임[스즈])"
)


def is_outlet(text: str) -> bool:
    """Say whether a word ends as names of outlets do, and is none of a section.

    >>> is_outlet("清江新闻"), is_outlet("社会新闻")
    (True, False)
    """
    return bool(OUTLET.search(text)) and not _SUBJECT.fullmatch(text)


def is_paper(text: str) -> bool:
    """Say whether a text is the whole name of a paper, and no headline.

    >>> is_paper("鹿水新闻网"), is_paper("강변일보"), is_paper("市长视察鹿水新闻网"), is_paper("社会新闻")
    (True, True, False, False)
    """
    return bool(_PAPER.fullmatch(text)) and not _SUBJECT.fullmatch(text)
