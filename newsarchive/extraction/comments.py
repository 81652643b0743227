"""How pages head what their readers say, and how they count it."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = (
    r"(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|kommentarer|kommentit|kommenttia"
    r"|komentar\w*|komentář\w*|příspěvk\w+|yorum(?:lar)?|комментари\w+|коментар\w+|σχόλια|تعليقات|تعليقا|תגובות"
    r"|ý kiến|bình luận|评论|評論|留言|コメント|댓글)"
)
_WHOSE: Final = r"(?:readers[’']? |leser|leserinnen- und leser|网友|网民|读者|最新|热门|精彩|全部)?"
_NUMBER: Final = re.compile(  # Comments (12), 12条评论, 网友评论（2）
    rf"^(?:{_WHOSE}{_WORDS}(?:\s(?:lesen|anzeigen|zeigen))?\s*[(（:：]?\s*(\d{{1,6}})\s*[)）]?"
    rf"|[(（]?(\d{{1,6}})[)）]?\s*(?:条评论|则留言|件のコメント|{_WORDS})[)）]?)$",
    re.I,
)
_HEADING: Final = re.compile(rf"(?:{_WHOSE}{_WORDS}|forum|diskussion|discussion)\s*:?", re.I)


def comment_number(text: str) -> str | None:
    """Return how many comments a line says there are, as it says it.

    >>> comment_number("Comments (12)"), comment_number("12条评论"), comment_number("Comments are closed")
    ('12', '12', None)
    """
    match = _NUMBER.match(text)
    return (match[1] or match[2]) if match else None


def heads_comments(text: str) -> bool:
    """Say whether a line is what stands over comments.

    >>> heads_comments("2 Comments"), heads_comments("Leserkommentare"), heads_comments("No comment from the mayor")
    (True, True, False)
    """
    return bool(_HEADING.fullmatch(text) or _NUMBER.match(text))
