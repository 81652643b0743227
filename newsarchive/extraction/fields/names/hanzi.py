"""Names of three hanzi that are known by themselves: a common family name, and a letter that ends given names."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from newsarchive.extraction.fields.names.chinese import COMMONEST, is_name

# The commonest family names, and their traditional forms where these differ.
_FAMILIES: Final = COMMONEST + "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧葉蘇魏呂盧鐘鍾譚陸範賈韋鄒閻龍賀顧龔萬錢嚴湯"
_ENDS: Final = (
    "伟偉芳娜敏静靜丽麗强強磊洋艳豔勇杰傑娟涛濤超霞刚剛玲英红紅燕慧婷琪瑶瑤萍鹏鵬辉輝峰鑫颖穎琳玉莹瑩雯晨宇轩軒涵怡欣妍彤蕾薇倩茜璐芬"
    "蓉莉梅兰蘭珍秀珠莲蓮菊君翔豪俊宏志铭銘哲廷宗宪憲贤賢仁義诚誠信德勋勳荣榮昌隆凯凱威伦倫维維政均祥嘉佳佩雅淑惠美華华娥姿伶瑜瑄"
    "筠琦婕妤柔甄庭钧鈞翰澤泽毅彦彥恩恆恒斌彬浩博睿聪聰健雄武建军軍国國"
)
_OFFICES: Final = "办局科处部委组室站所院校会社队府区村厂店馆"


def is_common(name: str) -> bool:
    """Say whether three hanzi are a name, and hardly anything else.

    >>> is_common("黃雅婷"), is_common("高科技"), is_common("金融業"), is_common("林業局")
    (True, False, False, False)
    """
    return len(name) == 3 and name[0] in _FAMILIES and name[2] in _ENDS and is_name(name)


def contributed(value: str) -> tuple[str, list[str]]:
    """Return the office and the persons behind 供稿: only names of the commonest families, two or three letters long.

    >>> contributed("县交通局 秦文博 李航"), contributed("张三"), contributed("高新区党政办")
    (('县交通局', ['秦文博', '李航']), ('', ['张三']), ('高新区党政办', []))
    """
    parts = value.split()
    names = list(takewhile(_is_contributor, reversed(parts)))[::-1]
    return " ".join(parts[: len(parts) - len(names)]), names


def _is_contributor(text: str) -> bool:
    return len(text) < 4 and text[0] in COMMONEST and text[-1] not in _OFFICES and is_name(text)
