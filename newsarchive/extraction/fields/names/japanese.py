"""By-lines in Japanese: names by the commonest family names, alone on a line or in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

# A name of Japan: one of the commonest family names that are no places, and a given name.
NAME: Final = re.compile(
    "(?:佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡部|山本|中村|小林|加藤|吉田|山田|佐々木|松本|井上|木村|清水|斎藤|斉藤|齋藤|山崎|阿部|池田|橋本|石井|小川|前田"
    "|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|西村|太田|藤井|金子|藤原|三浦|岡本|松田|中島|中野|原田|小野|田村|竹内|中山|和田|石田|上田|森田|柴田"
    "|酒井|工藤|横山|宮本|内田|高木|安藤|谷口|大野|丸山|今井|高田|河野|藤本|武田|村田|上野|杉山|増田|菅原|小島|平野|大塚|千田|久保|松井|野口|野村|新井"
    "|岩崎|木下|桜井|櫻井|野田|菊地|菊池|佐野|大西|杉本|市川|古川|島田|水野|高野|吉川|山内|西田|西川|北村|五十嵐|安田|中田|本田|松岡|荒木|大久保|馬場|矢野|福田|片山|浅野|松下|松尾"
    "|平田|尾崎|関口|早川|樋口|岩田|沢田|澤田|広瀬|須藤|川村|荒井|大橋|永井|石原|児玉|星野|三宅|久保田|松村|吉村|内藤|西山|吉岡|望月|黒田|山下|森下|森本|土屋|秋山|松永|片岡|川上"
    "|川端|栗原|岩本|大石|奥村|桑原|平井|富田|白石|植田|今村|田辺|中川|石橋|服部|柳沢|黒木|津田|宮川|西野|三上|奥田|村井|田口|萩原|松浦|関根|川島|堀内|三好|小池|野崎|徳永|柏木"
    "|稲垣)"
    r"[\s\u3000]?[\u3400-\u9fff々\u3040-\u30ff]{1,3}(?<![県市区町村部局版社紙面])"
)
_IN_BRACKETS: Final = re.compile(
    r"^(?:【(?!.*(?:写真|編集|共同|時事|記事|関連|特集|動画|画像|図解|解説|独自|続報|連載|速報))"
    r"([\u3400-\u9fff々]{1,4}[\s　]?[\u3400-\u9fff々\u3040-\u30ff]{2,5})】"
    rf"|[（(＜](?:[\u3400-\u9fff]{{1,6}}(?:支局|総局|部)[\s　])?"
    rf"([\u3400-\u9fff々]{{1,4}}(?:[\s　][\u3400-\u9fff々]{{1,3}}|[\s　]?[\u3040-\u30ff]{{2,5}})"
    rf"|{NAME.pattern})[）)＞])$"
)
_ENDED: Final = re.compile(  # … 申し込みは不要。【川上修、山田花子】
    r"。【((?!.*(?:写真|編集|共同|時事|記事|関連|特集|動画|聞き手|構成|まとめ))"
    r"[\u3400-\u9fff々\u3040-\u30ff、\s　]{2,24})】$"
)
_ENDED_ROUND: Final = re.compile(  # … になっていた。（宮城野涼子）
    r"。[（(]((?!.*(?:敬称|終わり|完結|続く|共同|時事|写真|聞き手|構成|抜粋|要約|特別|編集|経済|社会|政治|文化|運動|地方|関連|記事|撮影|提供|随時|掲載|本紙))"
    r"[\u3400-\u9fff々]{2,3}[\s　]?[\u3400-\u9fff々\u3040-\u309f]{2,3})[）)]$"
)
_DESK: Final = re.compile(r"^[\u3400-\u9fff]{1,6}(?:部|支局|総局)[\s　]+")  # 社会部 佐藤花子
_KANA: Final = re.compile("[ぁ-ゟ]")
_LINE: Final = re.compile(
    rf"[（(【＜]{NAME.pattern}[）)】＞]|(?:取材・?)?(?:文|撮影・文|文・写真)[・:：=＝/／]\s?{NAME.pattern}"
)
LONGEST: Final = 60


def names_among(pieces: Iterable[str]) -> list[str]:
    """Return the pieces of a line that are names of Japan by their family names.

    >>> names_among(["佐藤花子", "社会部", "2022年4月19日"])
    ['佐藤花子']
    """
    bare = (_DESK.sub("", piece.strip()) for piece in pieces)
    return [name for piece in bare for name in ([piece] if NAME.fullmatch(piece) else _pair(piece))]


def _pair(piece: str) -> list[str]:
    """Return the names that a space parts, if each is one: 佐藤花子　高橋健."""
    names = piece.split()
    return names if len(names) > 1 and all(map(NAME.fullmatch, names)) else []


def in_brackets(text: str) -> list[str]:
    """Return the names in brackets that a line is, or with which the last sentence ends."""
    ended = (_ENDED.search(text) or _ENDED_ROUND.search(text)) if _KANA.search(text) else None
    if ended:
        return [name.strip() for name in ended[1].split("、")]
    match = _IN_BRACKETS.fullmatch(text) if len(text) < LONGEST else None
    return [name for name in match.groups() if name] if match else []


def is_byline(line: str) -> bool:
    """Say whether a line is nothing but a writer's name in brackets, or behind 文."""
    return bool(_LINE.fullmatch(line))
