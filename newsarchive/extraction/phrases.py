"""What pages say that stand in an article's place: blocked, asking for consent or money, or missing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

from newsarchive.items import PageClass

TABLES: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["phrases"]
PHRASES: Final = tuple(
    (PageClass(table["class"]), re.compile("|".join(table["patterns"]), re.IGNORECASE)) for table in TABLES
)
# Titles of pages that are nothing but a form for members; as a line of a menu these words say nothing.
LOGIN: Final = re.compile(
    r"(?:log ?in|sign in|anmelden|anmeldung|einloggen|(?:se )?connexion|connectez-vous|iniciar sesión|accedi|entrar"
    r"|用户登录|会员登录|登录|ログイン|로그인|войти|вход)(?:$|\s*[|–—_-])",
    re.IGNORECASE,
)
# Titles of pages that stand where no site is.
NO_SITE: Final = re.compile(
    r"welcome to (?:nginx|openresty|tengine|apache|centos|caddy)\b|apache2? .{0,24}default page|test page for the "
    r"|default (?:web )?(?:site )?page\W*$|iis(?: windows server|\d)|phpinfo\(\)|index of /",
    re.IGNORECASE,
)
# Titles of pages with which servers, forums and old systems say what is wrong; as a line they may be a menu's.
OUT_OF_ORDER: Final = re.compile(
    r"(?:under (?:construction|maintenance)|coming soon|(?:scheduled )?maintenance(?: mode)?|it works|database error"
    r"|wartungsarbeiten|メンテナンス中|(?:系统|信息|操作)?提示(?:信息)?)\W*$",
    re.IGNORECASE,
)


def said(line: str) -> PageClass | None:
    """Return the class of page that a title or a short line announces, or ``None``.

    >>> said("Just a moment...")
    <PageClass.BLOCK: 'block'>
    >>> said("The council was denied access to the funds.") is None
    True
    """
    if len(line) > 200:
        return None
    line = line.replace("’", "'")
    return next((page_class for page_class, pattern in PHRASES if pattern.search(line)), None)
