"""Labels before the facts of an article (来源：, By, Редактор:) in many languages, and the values after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

# Each kind of label; a space stands for any white space that pages put inside a label (作　者：).
_LABELS: Final = {
    "source": r"(?:文章|信息|新闻|稿件|消息|内容|图文|本文)?[来來] ?源[于於]?|稿 ?源|出 ?[处處典]|[来來] ?自"
    "|(?:本文)?[转轉] ?自|摘 ?自|转载自"
    r"|供稿(?:单位)?|发布机构|发布单位|信息提供|提供元?|配信元|출처|source|sources|quelle|fuente|fonte|kilde|källa"
    r"|bron|źródło|zdroj|kaynak|forrás|sursa|πηγή|изт?очник|izvor|извор|šaltinis|allikas|avots|lähde|nguồn(?: tin)?"
    r"|sumber|ที่มา|источник|джерело|المصدر|منبع|מקור|स्रोत|উৎস|წყარო|mənbə|дереккөз",
    "author": r"作 ?者|原作者|(?:本报|本网|特约|见习|实习|首席|全媒体|融媒体)?(?:记|記) ?者|通 ?讯 ?员|撰 ?[文稿]"
    "|采 ?写|文字|编 ?译|翻 ?译"
    r"|发布者|发布人|发表人|投稿(?=[:：])|文 ?(?=[/／丨︱|:：])|(?:取材・?)?文 ?(?=[:：])|글|기자|작성자|글쓴이"
    r"|author|authors|autor(?:en|in|a|es)?|auteurs?|autore|autori|written by|posted by|reported by|yazan"
    r"|автор(?:ы)?|добавила?"
    r"|(?:text|texte|texto|testo|tekst|текст|words)s?(?: ?(?:und|and|et|y|e|en|och|og|i|и|&|\+) ?"
    r"(?:fotos?|foto['’]s|photos?|pictures|bild(?:er)?|billeder|zdjęcia|фото))?"
    r"|forfatter|skribent|toimittaja|kirjoittaja|oprac(?:\.|owała?|owanie)"
    r"|(?:haber|muhabir|yazar|röportaj)(?= ?:)"
    r"|teksti|autorius|autors|piše|írás|opracowanie|корреспондент|кореспондент|журналіст|репортер|خبرنگار|כתבה|reporter"
    r"|jurnalis|pewarta|phóng viên|(?:bài|tin)(?: và|,) ảnh|tác giả(?: bài viết)?|penulis|oleh"
    r"|szerző|írta|συντάκτης|ავტორი|հեղինակ|müəllif|muallif|автори|執筆者?|著者|筆者|ライター|المؤلف|الكاتب|كتبت?|بقلم|نویسنده|مصنف|מאת|כתב|लेखक|ผู้เขียน|เรื่อง|аутор|пише|تحریر|লেখা|எழுதியவர்|pv",
    "editor": r"责任编辑|責任編輯|责 ?编|責 ?編|[本值]?[期班]?编 ?辑|網絡編輯|网络编辑|新媒体编辑|編 ?輯|小 ?编"
    "|主 ?编|edited by|editor"
    r"|editing by|redakteur|redaktion|редактор|編集|editör|redaktor|szerkesztő|redaktør|redaktör|toimitus|redactor"
    r"|biên tập|每经编辑|تحرير|edição|edición|संपादक",
    "date": r"(?:发 ?布|发 ?表|发 ?稿|更 ?新|创 ?建|录 ?入|编 ?辑|上 ?传|刊 ?登|见 ?报|添 ?加|最后更新)?(?:时 ?间"
    "|日 ?期)|发布于|发表于|更新于"
    r"|建立時間|出版時間|更新時間|發布時間|發佈時間|公開日|更新日|published(?: on)?|updated(?: on)?|date|datum"
    r"|stand|erstellt|objavljeno|ažurirano|датум|дата|fecha|data|publicat|publicado|pubblicato|publié|opublikowano|dodano"
    r"|publikováno|vydáno|frissítve|yayınlanma|опубликовано|опубліковано|публикувана|publicerad|publisert|julkaistu",
    "tags": r"标 ?签|标 ?籤|標 ?籤|关 ?键 ?[词字]|關鍵[詞字]|本文标签|文章标签|文章关键[词字]"
    "|相关热词搜索|相关标签|热词|话题"
    "|主题词|tags?|topics?|filed under"
    r"|keywords?|schlagworte|schlagwörter|themen|mots[- ]clés|thèmes|etiquetas|temas|palabras clave|archivado en"
    r"|argomenti"
    r"|парол[ие]|теги|темы|キーワード|タグ|키워드|emner|stichworte|stichwörter|trefwoorden|ämnen|konular"
    r"|etiketler|tagi|štítky|więcej o|témat?a|témy|(?:les )?(?:sujets|thèmes) (?:associés|liés)|assuntos"
    r"|(?:related )?(?:topics|tags)(?: in this (?:article|story))?|explore more topics|mehr lesen über"
    r"|(?:schlagwörter|themen) (?:zu diesem|in diesem) artikel|temas relacionados|argomenti correlati|tópicos"
    r"|onderwerpen|emneord|nyckelord|taggar|följ ämnen(?: i artikeln)?"
    r"|címkék|kulcsszavak|etichete|từ khóa|kata kunci|topik terkait"
    r"|tagged(?: with)?|categories and tags|sujets|tematy|słowa kluczowe|ключевые слова|метки|argomenti trattati"
    r"|tag correlati|palavras[- ]chave"
    r"|関連(?:キーワード|タグ|ワード|トピックス?)(?:・ジャンル)?|#タグ|(?:관련 ?)?태그|mots[- ]clefs"
    r"|klíčová slova|kľúčové slová|ключові слова|мітки|ετικέτες|ετικετες|λέξεις[- ]κλειδιά|avainsanat|aiheet|asiasanat"
    r"|nøgleord|etiquetes|(?:ال)?(?:وسوم|كلمات (?:ال)?مفتاحية)"
    r"|תגיות|टैग्स?|برچسب[\u200c ]?ها|แท็ก|chủ đề|topik|主题标签|關鍵詞|標籤"
    r"|ট্যাগ|குறிச்சொற்கள்|ٹیگز?|тагов[еи]|ознаке|oznake|тегтер|თეგები|պիտակներ",
    "section": r"分 ?类|所属(?:分类|栏目)|栏 ?目|频 ?道|类 ?别|分類|欄目|頻道|版 ?[面次]|category|categories"
    "|kategorie[n]?|rubrik|ressort"
    r"|categorías?|catégories?|rubrique|categoria|рубрика|カテゴリー?|kategoria|kategori|kategória|kategorija|категория"
    r"|категорія|κατηγορία|sección|seção|editoria|sezione|rubryka|rubrika|dział|القسم|التصنيف"
    r"|หมวด(?:หมู่)?|chuyên mục|카테고리"
    r"|rovat|קטגוריה|श्रेणी|বিভাগ|دسته[\u200c ]?بندی|osasto|categorie|категорија|санат",
    "noise": r"校 ?[对對]|校审|审 ?[核校签]|[初复终一二三]审|监制|監製|制图|摄影|攝影|摄像|攝像|通联|剪辑|配音"
    r"|主播|航拍|视频|图片|图|文案|排版|执行|统筹|核稿"
    "|原标题|浏 ?览(?:次数|量)?|阅 ?读(?:量|数)?"
    r"|点 ?击(?:率|量|数)?|人 ?气|查 ?看|围 ?观|热 ?度|回 ?复|跟 ?贴|字 ?[体号]|语音播报|听新闻|分享(?:到|至)?"
    r"|foto|fotos|photo|photos|images?|pictures?|kuvat?|снимк[аи]|слик[аe]|slik[ae]|gambar|zdjęci[ae]|fotók?|billeder?"
    r"|bild|grafik|video|фото|写真|撮影|사진|credit|ภาพ|ảnh|צילום|تصویر|تصوير|छायाचित्र|ছবি|படம்|φωτογραφί(?:α|ες)",
    "comments": r"评 ?论(?:数)?|評 ?論(?:數)?|留言|comments?|kommentare?|commentaires?|comentarios?|コメント|댓글"
    r"|комментари[ия]\w*",
}
_KINDS: Final = "|".join(f"(?P<{kind}>{pattern.replace(' ?', '[ ]?')})" for kind, pattern in _LABELS.items())
BORDER: Final = "\x1f"
_SIGNS: Final = ":：՝︱丨/／|｜"
# 来源：, 作者︱, "By: ", or a label that fills an element of its own; the first of a line needs no sign then. The look
# ahead for a sign spares most words the comparison with all labels, which takes twice as long without it.
LABEL: Final = re.compile(
    rf"(?<![^\W\d_])(?=[\w#][^{_SIGNS}{BORDER}]{{0,50}}[{_SIGNS}{BORDER}])(?:{_KINDS})\s?(?:[:：՝︱丨/／]+(?!//)|(?<=[^\x00-\x7f]\s)[|｜]|(?<=[^\x00-\x7f])｜|,?\s?{BORDER})[:：\s{BORDER}]*",
    re.I,
)
LONE: Final = re.compile(
    f"(?!网络编辑|網絡編輯)(?:{'|'.join(_LABELS.values()).replace(' ?', '[ ]?')})", re.I
)  # a label and nothing else
SIGN: Final = re.compile(f"[{_SIGNS}]")
_BAR: Final = re.compile("[|｜]")
_STOP: Final = re.compile(
    rf"{BORDER}|[ ]{{2,}}|[|｜丨︱】\])）（(【;；]|\s[·•]\s|(?:19|20)\d\d[-/.年]\d|举报|返回|【|©|copyright\b", re.I
)
# 来源：（新华社）
_WRAPPED: Final = re.compile(
    r"\s*[(（【〔［\[“「『]([^\W\d][^()（）【】〔〕［］\[\]“”「」『』]{0,30})[)）】〕］\]”」』]"
)
_SPACES: Final = str.maketrans("\u3000\xa0\t\n", "    ")
# A heading over a row of tags.
TAGS_HEADING: Final = re.compile(rf"(?:{_LABELS['tags'].replace(' ?', '[ ]?')})\s*[:：>»]*", re.I)
# A heading over tags or over other articles: short links under it are tags.
MORE_HEADING: Final = re.compile(
    r"(?:(?:read )?more (?:on|about)(?: this)?|in this (?:article|story)|mehr (?:zum thema|zu|über)|en savoir plus sur"
    r"|sur (?:ces|les mêmes) thèmes|más sobre|leggi altri articoli su|(?:lees )?meer over(?: dit onderwerp)?"
    r"|(?:läs )?mer om|mere om|lisää aiheesta|więcej na temat|více o|viac o|по теме|saiba mais sobre)\s*[:：]?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the label before it."""

    kind: str
    label: str
    value: str


def labelled(pieces: Sequence[str]) -> Iterator[Labelled]:
    """Yield the labelled values of a line, given as its texts between the borders of elements.

    >>> [(one.kind, one.value) for one in labelled(["2022-04-19 来源:", "运城日报", "责任编辑：张三_NB12"])]
    [('source', '运城日报'), ('editor', '张三_NB12')]
    >>> [one.value for one in labelled(["来源：（新华社） 作者：“张三”"])]
    ['新华社', '张三']
    """
    text = BORDER.join(pieces).translate(_SPACES)
    found = [match for match in LABEL.finditer(text) if _is_label(match)]
    ends = [match.start() for match in found[1:]] + [len(text)] * bool(found)
    for match, end in zip(found, ends, strict=True):
        rest = text[match.end() : end]
        if match.lastgroup == "tags":
            rest = rest.replace(BORDER, ",").replace(" | ", ",")
        if wrapped := _WRAPPED.match(rest):
            rest = wrapped[1]
        stop = _STOP.search(rest)
        value = (rest[: stop.start()] if stop else rest).strip(" :：-,，、")
        if value and match.lastgroup:
            yield Labelled(match.lastgroup, match[match.lastgroup], value)


def _is_label(match: re.Match[str]) -> bool:
    """Say whether a sign makes a word a label; a bar, which may part menus, only before names and sources."""
    if _BAR.search(match[0]):
        listed = match.string[: match.start()].rstrip().endswith(("，", "、"))  # 作者 | 张三，编辑 | 李四
        return match.lastgroup in {"author", "source"} or "｜" in match[0] or (match.lastgroup == "editor" and listed)
    return bool(SIGN.search(match[0])) or _opens(match)


def _opens(label: re.Match[str]) -> bool:
    """Say whether a label without a sign opens its line, be it after another form of itself: "Autorin/Autor".

    In a row of labels and values, each in an element of its own, so does one behind a border.

    网络编辑 may do so as the name of those who took an article over.
    """
    if label.lastgroup == "source" and label["source"].endswith(("于", "於", "自")):
        return True  # 来源于 is no word of anything else
    before = label.string[: label.start()]
    if label.lastgroup == "editor":
        return False
    if before.endswith(BORDER):
        first = LABEL.match(label.string)
        return first is not None and BORDER in label[0] and not SIGN.search(first[0])
    return not before.strip() or (before.endswith("/") and BORDER not in before)
