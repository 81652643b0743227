"""By-lines in Chinese, taken apart: the outlet, roles and names, in lines of their own and at a paragraph's edges.

They are written without signs between their parts, so that they are read by the words for roles: 本报首席记者 张三
通讯员 李四 文/图, 【聯合報／記者王五／台北報導】, （中央社記者王五、趙六台北9日電）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

HAN: Final = "\u3400-\u9fff"
# The hundred commonest family names of China.
COMMONEST: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付"
    "方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
# The family names of nineteen in twenty Chinese, simplified and traditional.
SURNAMES: Final = frozenset(
    f"{COMMONEST}温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪"
    "梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵"
    "苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖"
    "練廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧肖葉蘇魏呂盧鐘鍾譚陸範賈韋鄒閻閆龍賀顧龔萬錢嚴湯溫樊齊喬龐顏莊聶魯嶽歐關蘭紀畢單塗駱藍遊華饒陽時農車連麥婁竇宮費衛應閔鄔邊"
    "師榮叢鞏遲鄺談樂儲勞樓盤滿聞厲區闞權強練豐國計門雲來都烏鮮戰銀賓簡詹游"
)
_DOUBLE: Final = frozenset(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 皇甫 慕容 令狐 东方 東方 尉迟 公孙 司徒 夏侯 范姜 張簡".split()
)
_AUTHOR: Final = (
    r"(?:本[报報网網刊台社]|首席|特[约約派邀]|[见見][习習]|[实實][习習]|[资資]深|高级|全媒[体體]|融媒[体體]|新媒[体體]|每经)*"
    r"(?:[记記]者|通[讯訊][员員]|特派[员員]|[实實][习習]生|[编編][译譯](?![报報])|撰[文稿]|采[写寫]|作者)"
    r"|(?:[图圖]\s?[/／、]?\s?文|文\s?[/／、]?\s?[图圖])(?=\s*[/／|｜丨:：\s])|(?<![\u3400-\u9fff])文(?=\s*[/／|｜丨:：]\s*(?![图圖摄攝]))"
)
_OTHER: Final = (
    r"每经编辑|责任[编校][辑对]|責任編輯|[编編][辑輯]|[责責][编編]|校[对對]|[审審][核校]|[摄攝]影(?![报報])|[摄攝]像|[图圖]片"
    r"|(?<![文/／、])[图圖](?=\s*[/／|｜丨:：])|[视視][频頻]|制图|设计|统筹|[来來]源|监制|剪辑|核稿"
)
ROLES: Final = re.compile(rf"(?P<author>{_AUTHOR})|{_OTHER}")
# Whatever has none of these holds no by-line: it spares most lines the rest.
HINT: Final = re.compile(
    r"[记記]者|[讯訊][员員]|[报報][道導导]|[编編][译譯]|[实實][习習]生|撰[文稿]|采[写寫]|作者|文\s?[/／|｜丨:：、]|[图圖]文|中心\s|日[電电]\s?[（(]"
)
_SIGNS: Final = " \t\xa0\u3000:：/／╱|｜丨·、，,【】（）()〔〕［］[]<>＜＞□■◎●⊙○◆▲△▶-—"
_OUTLET: Final = re.compile(r"[\w·“”\"《》\s-]{0,18}")
_TEXT_BY: Final = re.compile(r"^(?:本文|文\s+)")
_MAY_WRITE: Final = frozenset(("编辑", "編輯"))  # 編輯 王小明 報導
_LONGEST_CREDIT: Final = 24
_LABEL_SIGNS: Final = frozenset(":：/／|｜丨")
# What follows the names: where they report from, and how.
_REPORT: Final = re.compile(
    rf"(?:[\s／/╱]+[{HAN}]{{2,8}}?|[综綜]合|[编編][译譯]|[采採][访訪]|[连連][线線]|[现現][场場])?(?:[报報][道導导]|[摄攝]影[报報][道導导])$|[\s、]*发自\S{{2,8}}$|\d{{1,2}}日[电電]$"
    r"|\s*(?:[文图圖摄攝][/／、\s]*){2,}$|\s文$"
)
NUMBERS: Final = re.compile(  # a day and its time
    r"(?:\d[\d\s年月日时時分秒:：/.-]*|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日)"
    r"(?:\s*(?:星期|礼拜|禮拜|周|週)[一二三四五六日天](?!\w))?"
)
_PICTURED: Final = re.compile(r"(?<![文/／、])[摄攝]$")  # who took a picture
_PARTS: Final = re.compile(r"[\s、／/╱|｜丨:：]+|(?<=[\u3400-\u9fff]{2})[與与和](?=[\u3400-\u9fff]{2})")
_NAME: Final = re.compile(rf"[{HAN}]{{2,4}}(?<![县市省镇乡縣鎮鄉])|[{HAN}]{{1,8}}·[{HAN}·]{{1,10}}")
_NO_NAMES: Final = frozenset(
    "综合 綜合 即時 即时 連線 连线 整理 現場 现场 专题 專題 外電 外电 本报 本報 记者 記者 编辑 佚名 管理员".split()
)
# From where most is reported in by-lines that set no sign before the place: a name of two letters may stand before it.
_PLACES: Final = frozenset(
    "北京 上海 台北 臺北 台湾 台灣 香港 澳洲 澳门 澳門 美国 美國 日本 东京 東京 纽约 紐約 洛杉 华盛 華盛"
    " 伦敦 倫敦 巴黎 柏林 悉尼 首尔 首爾 高雄 台中 台南 新竹 嘉義 屏東 花蓮"
    " 基隆 桃園 新北 宜蘭 苗栗 彰化 雲林 南投 澎湖 金門 加拿 多伦 温哥 旧金 休士 墨尔".split()
)
_OPENED: Final = re.compile(
    r"(?:[^，。！？]{0,24}?(?:[讯電电訊]|消息)[】）)]?\s*)?[（(【〔\[](?P<line>[^）)】〕\]。]{4,50})[）)】〕\]]"
)
_DATELINE: Final = re.compile(
    rf"[^，。！？]{{2,24}}[電电讯訊]\s*(?P<line>[记記]者[{HAN}、·]{{2,12}}?)(?=[\s，,：:]|[报報][道導导])"
)
_REPORTS: Final = re.compile(rf"(?P<line>[记記]者[{HAN}、·]{{2,20}}?(?:[／/╱][{HAN}]{{2,6}})?[报報][道導导])")
_AFTER_DATELINE: Final = re.compile(
    rf"[^，。！？]{{2,24}}日[电電]\s*[（(]([{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,2}})[）)]"
)
_DESK: Final = re.compile(rf"(?P<line>[{HAN}]{{2,5}}(?:中心|組|部)\s?[／/╱]\s?(?P<name>[{HAN}]{{2,4}})[报報][導导道])")
# 新頭殼 | 王小明 花蓮報導
_NAMED: Final = re.compile(
    rf"(?:(?P<outlet>[\w ]{{2,18}})\s?[|｜／/]\s?)?(?P<name>[{HAN}]{{2,4}})[\s／/]+[{HAN}]{{2,4}}[报報][道導导]"
)
_CLOSED: Final = re.compile(r"[（(]([^（()）。]{4,50})[）)]$")
_BEHIND: Final = re.compile(  # 张三 李四 文/图
    rf"([{HAN}]{{2,4}}(?:[\s、]+[{HAN}]{{2,4}}){{0,3}})\s*(?:文\s?[/／、]\s?[图圖摄攝]|[图圖]\s?[/／、]\s?文|[图圖]文|(?<=\s)文)"
)
_CENTRE: Final = re.compile(
    rf"[{HAN}]{{2,14}}(?:中心|台|社|[报報网網]|局|委)\s+([{HAN}]{{2,4}}(?:[\s、]+[{HAN}]{{2,4}}){{0,3}})"
)


class Byline(NamedTuple):
    """Who wrote, and the outlet before their role, if it is told."""

    names: tuple[str, ...]
    outlet: str | None = None


def byline(line: str) -> Byline | None:
    """Return what a line says that is nothing but a by-line; ``None`` for any other.

    >>> byline("【聯合報／記者王小明／台北報導】"), byline("本报记者 张三 通讯员 李四 文/图").names
    (Byline(names=('王小明',), outlet='聯合報'), ('张三', '李四'))
    """
    text = line.strip(_SIGNS)
    desk = _DESK.fullmatch(text)
    if desk:
        names = _names(desk["name"])
        return Byline(tuple(names)) if names else None
    if _PICTURED.search(text):
        return None
    roles = list(ROLES.finditer(text))
    if not roles:
        return _without_role(text, bracketed=line.strip()[:1] in "（(")
    outlet = _TEXT_BY.sub("", text[: roles[0].start()].strip(_SIGNS + "“”"))
    if not _OUTLET.fullmatch(outlet):
        return None
    found: list[str] = []
    for role, following in zip(roles, [*roles[1:], None], strict=True):
        said = text[role.end() : following.start() if following else len(text)]
        signed = said[:1] in _LABEL_SIGNS
        if signed and following and following["author"] and not said[-1].isspace():
            continue  # 采写：南都记者: an outlet, or nothing
        if role["author"] or (role[0] in _MAY_WRITE and _REPORT.search(said)):
            names = _names(said, signed=signed)
            if names is None:
                return None
            found += names
        elif len(said) > _LONGEST_CREDIT:
            return None
    return Byline(tuple(dict.fromkeys(found)), outlet if len(outlet) > 1 else None) if found else None


def _without_role(text: str, *, bracketed: bool) -> Byline | None:
    """Return what a line says that names a writer by a place or, in brackets, an office: 王小明 花蓮報導."""
    placed = _NAMED.fullmatch(text)
    if placed and is_name(placed["name"]):
        return Byline((placed["name"],), placed["outlet"] and placed["outlet"].strip())
    behind = _BEHIND.fullmatch(text)
    if behind:
        return Byline(tuple(_names(behind[1]) or ()))
    centre = _CENTRE.fullmatch(text) if bracketed else None
    return Byline(tuple(_names(centre[1]) or ())) if centre else None


def byline_among(pieces: Sequence[str]) -> Byline | None:
    """Return the by-line that a line is but for a date, or one of its parts: "记者 何云 | 2022-04-19"."""
    if not any(map(HINT.search, pieces)):
        return None
    parts = [part for piece in pieces for part in NUMBERS.sub("|", piece).split("|")]
    bars = "|".join(parts).replace("｜", "|")
    return next(filter(None, map(byline, ("".join(parts), " ".join(parts), *bars.split("|")))), None)


def byline_of(paragraph: str) -> Iterator[Byline]:
    """Yield the by-lines with which a paragraph begins or ends, in brackets or as a dateline."""
    for pattern in (_OPENED, _DATELINE, _REPORTS, _DESK):
        match = pattern.match(paragraph)
        found = byline(match["line"]) if match else None
        if found:
            yield found
    match = _AFTER_DATELINE.match(paragraph)
    names = _names(match[1]) if match else None
    if names:
        yield Byline(tuple(names))
    match = _CLOSED.search(paragraph)
    found = byline(f"（{match[1]}）") if match else None
    if found:
        yield found


def _names(text: str, *, signed: bool = False) -> list[str] | None:
    """Return the names in what follows a role, ``None`` if it says something else.

    "张三 李四", "王小明、陳大文台北9日電", "马　勇"; if a sign parts it from the role, with the outlet before them:
    "文｜财新 张三".
    """
    text = text.strip(_SIGNS)
    told = _REPORT.search(text)
    text = _REPORT.sub("", text).strip(_SIGNS)
    parts = _paired([part for part in _PARTS.split(text) if part])
    if told and parts and len(parts[-1]) > 3:
        parts[-1] = _without_place(parts[-1])
    if signed and len(parts) > 1 and not is_name(parts[0]):
        del parts[0]
    return parts if parts and all(map(is_name, parts)) else None


def _paired(parts: list[str]) -> list[str]:
    """Put names of two letters together that are set with a blank between them."""
    found: list[str] = []
    for part in parts:
        if len(part) == 1 and found and len(found[-1]) == 1:
            found[-1] += part
        else:
            found.append(part)
    return found


def _without_place(text: str) -> str:
    """Return the name before the place of the report: 王小明台北."""
    if text[:2] in _DOUBLE:
        return text[:4]
    return text[:2] if len(text) == 4 or text[2:4] in _PLACES else text[:3]


def is_name(text: str) -> bool:
    """Say whether a text is a name of a person in Chinese: a family name, and one or two letters more."""
    if not _NAME.fullmatch(text) or text in _NO_NAMES:
        return False
    return text[0] in SURNAMES or text[:2] in _DOUBLE or "·" in text
