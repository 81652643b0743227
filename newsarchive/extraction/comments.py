"""How pages head what their readers say, and how they count it."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = (
    r"(?:comments?|kommentare?|commentaires?|coment[aá]ri(?:os?|s)|commenti|reacties|kommentarer|kommentit|kommenttia"
    r"|koment[aá][rř]\w*|hozzászólás(?:ok)?|comentarii|пікір(?:лер)?|příspěvk\w+|yorum(?:lar)?|комментари\w+"
    r"|коментар\w+|σχόλια|maoni|تعليقات|تعليقا|تبصرے|תגובות|نظر(?:ات(?: کاربران)?)?|دیدگاه‌ها|टिप्पणियाँ|মন্তব্য|கருத்துகள்"
    r"|ความคิดเห็น|ý kiến|bình luận|评论|評論|留言|コメント|댓글)"
)
_WHOSE: Final = r"(?:readers[’']? |всего |기사 |تعداد |leser|leserinnen- und leser|网友|网民|读者|最新|热门|精彩|全部)?"
_NUMBER: Final = re.compile(  # Comments (12), 12条评论, 网友评论（2）, 已有3人发表评论
    rf"^(?:{_WHOSE}(?:{_WORDS}|diskuz[ei]|diskusia)(?:\s(?:lesen|anzeigen|zeigen))?"
    rf"\s*[(（:：]?\s*(\d{{1,6}})(?:\s*[)）]|件|건| نظر)?"
    rf"|(?:已有|共有?)?\s*[(（]?(\d{{1,6}})[)）]?\s*(?:条评论|条回复|则留言|人(?:发表)?评论|件のコメント"
    rf"|{_WORDS})[)）]?)\s?[:：]?$",
    re.I,
)
_INVITATION: Final = (  # Leave a comment, 我要评论
    r"(?:(?:leave|post|add|write|submit) (?:a |your )?(?:comment|reply)|join the (?:conversation|discussion)"
    r"|(?:schreiben sie )?(?:einen |ihren )?kommentar (?:schreiben|hinterlassen|verfassen|abgeben)"
    r"|schreibe? (?:den ersten|einen) kommentar"
    r"|(?:laisse[rz]|écrire|écrivez|ajoute[rz]|poste[rz]) (?:un|votre) commentaire"
    r"|(?:deja|dejar|escribe|escribir|añadir|publicar) (?:un|tu|su) comentario|lascia un (?:tuo )?commento"
    r"|scrivi un commento|(?:deixe|escreva|adicionar?) (?:um|o seu|seu) comentário"
    r"|(?:оставить|написать|добавить) комментарий|(?:залишити|додати) коментар"
    r"|(?:dodaj|napisz|zostaw) komentarz|(?:přidat|pridať|napsat|napísať) (?:komentář|komentár|příspěvek)"
    r"|(?:adaugă|lasă|scrie) un comentariu|(?:plaats|schrijf) (?:een )?reactie|laat een reactie achter"
    r"|skriv (?:en )?kommentar|kirjoita kommentti|szólj hozzá|yorum (?:yaz|yap|ekle|bırak)\w*"
    r"|(?:tulis|tambah) komentar|tinggalkan (?:komentar|balasan)|(?:gửi|viết) (?:bình luận|ý kiến)"
    r"|(?:我要|我来|我來|发表|發表|发布|写|寫|参与)(?:评论|評論|留言)|コメントを(?:書く|投稿(?:する)?|残す)"
    r"|댓글 ?(?:쓰기|달기|남기기|작성)"
    r"|(?:أضف|اترك|اكتب|أكتب) (?:تعليقا?|تعليقك|ردا?|رد)|כתוב תגובה|הוסף תגובה|टिप्पणी करें|แสดงความคิดเห็น"
    r"|(?:ارسال|ثبت|نوشتن) (?:نظر|دیدگاه)|نظر بدهید|αφήστε (?:ένα |το )?σχόλιο|(?:γράψτε|προσθέστε) (?:ένα )?σχόλιο)"
)
_RULES: Final = r"house rules|comment(?:ing|s)? (?:rules|policy|guidelines)|kommentarregeln|charte des commentaires"
_HEADING: Final = re.compile(
    rf"(?:{_WHOSE}{_WORDS}|{_INVITATION}|{_RULES}|what (?:our )?readers are saying)\s*:?", re.I
)
_RESPONSES: Final = re.compile(  # 34 responses to “Last mill to go”, Ein Gedanke zu „…“
    r"(?:\d{1,4}|one|eine?|une?|un[ao]?|один) (?:responses?|thoughts?|replies|antwort(?:en)?|gedanken?|réponses?"
    r"|réflexions?|respuestas?|pensamientos?|respostas?|rispost[ae]|reacties?|svar|ответ\w*"
    rf"|{_WORDS}) (?:to|on|zu|auf|sur|à|en|a|em|sobre|su|op|på|к|на) [“„«\"'‘’].{{3,}}",
    re.I,
)
_SIGNS: Final = " »›→↓▼▾▸+#|"  # 35 Comments »
_MAYBE: Final = re.compile(r"(?:forum|diskussion|discussion)\s*:?", re.I)  # a text may have a chapter of that name


def comment_number(text: str) -> str | None:
    """Return how many comments a line says there are, as it says it.

    >>> comment_number("Comments (12)"), comment_number("Diskuze (7)"), comment_number("Comments are closed")
    ('12', '7', None)
    """
    match = _NUMBER.match(text)
    return (match[1] or match[2]) if match else None


def heads_comments(text: str, *, sure: bool = False) -> bool:
    """Say whether a line is what stands over comments, and if ``sure``, over nothing else.

    >>> heads_comments("2 Comments"), heads_comments("Leave a comment"), heads_comments("No comment from the mayor")
    (True, True, False)
    >>> heads_comments("Discussion"), heads_comments("Discussion", sure=True)
    (True, False)
    """
    text = text.strip(_SIGNS)
    if _HEADING.fullmatch(text) or _NUMBER.match(text) or counts_responses(text):
        return True
    return not sure and _MAYBE.fullmatch(text) is not None


def counts_responses(text: str) -> bool:
    """Say whether a line says how many responses there are to what.

    >>> counts_responses("3 thoughts on “Last mill to go”"), counts_responses("3 Comments")
    (True, False)
    """
    return _RESPONSES.fullmatch(text) is not None
