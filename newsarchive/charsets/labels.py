"""What a page claims about its charset: labels of headers, XML declarations and ``<meta>`` elements."""

from __future__ import annotations

import re

# Labels as browsers read them (WHATWG Encoding Standard), to Python's codec for the widest superset.
_CODECS = {
    "gb18030": "gb18030 gb2312 gb_2312 gb_2312-80 gb2312-80 gbk x-gbk cp936 ms936 windows-936 chinese zh-cn euc-cn",
    "big5hkscs": "big5 big5-hkscs big5hkscs cn-big5 x-x-big5 big-5 zh-tw cp950 ms950",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j cp932 ms932",
    "euc_jp": "euc-jp eucjp x-euc-jp",
    "cp949": "euc-kr euckr ks_c_5601-1987 ksc5601 ksc_5601 korean windows-949 cp949 uhc",
    "cp1252": "iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ascii us-ascii ansi cp1252 windows-1252 x-cp1252",
    "cp1254": "iso-8859-9 iso8859-9 latin5 windows-1254 cp1254",
    "cp874": "tis-620 iso-8859-11 windows-874 cp874",
    "utf-8": "utf-8 utf8 utf_8 uft-8 uft8 utf-8; unicode-1-1-utf-8",
    "utf-16-le": "utf-16 utf-16le unicode",
    "hz": "hz-gb-2312 hz",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    **{f"iso8859-{n}": f"iso-8859-{n} iso8859-{n} iso_8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"cp125{n}": f"windows-125{n} cp125{n} x-cp125{n}" for n in (0, 1, 3, 5, 6, 7, 8)},
    **{name: name for name in ("koi8-r", "koi8-u", "cp866", "mac-roman", "mac-cyrillic")},
}
_BY_LABEL = {label: codec for codec, labels in _CODECS.items() for label in labels.split(" ")}

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.I)  # text/html; charset=gb2312
_CLAIMS = re.compile(  # <?xml encoding="gbk"?> or <meta … charset=gbk>; comments, scripts and styles say nothing
    rb"<!--.*?-->|<(script|style|noscript|title)\b.*?</\1|<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:+-]+)"
    rb"|<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:+-]+)",
    re.I | re.S,
)
_HEAD_BYTES = 1 << 16


def declared_codecs(body: bytes, content_type: str | None = None) -> list[str]:
    """Return the known codecs that the header, the XML declaration and the ``<meta>`` elements claim, in that order."""
    labels = _CHARSET.findall(content_type or "")
    for match in _CLAIMS.finditer(body, 0, _HEAD_BYTES):
        label = match[2] or match[3]
        if label:
            labels.append(label.decode("ascii"))
            break
    return [codec for label in labels if (codec := _BY_LABEL.get(label.lower()))]
