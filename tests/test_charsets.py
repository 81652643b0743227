"""Bytes are verified: every way in which pages lie about their charset, and the text that they hold."""

import pytest

from newsarchive.charsets import Decoded, decode, is_mojibake
from newsarchive.charsets.labels import declared_codecs

ZH = "<p>市委召开疫情防控专题会议，储祥好强调要坚持总策略总方针不动摇。镕喆囧堃</p>"
TW = "<p>中央流行疫情指揮中心今天表示，國內新增本土個案，請民眾配合防疫措施。</p>"
JA = "<p>新型コロナウイルスの感染者が増えていることが、きのう分かりました。</p>"
KO = "<p>코로나 확진자가 늘어나고 있다고 정부가 어제 밝혔습니다. 시민들은 주의해야 합니다.</p>"
RU = "<p>Мэр города рассказал вчера, что школы и детские сады снова откроются в понедельник.</p>"
FR = "<p>Le préfet a déclaré à la presse que les écoles rouvriront après l’été.</p>"
PL = "<p>Prezydent ogłosił, że szkoły zostaną otwarte w przyszłym tygodniu, mówią źródła.</p>"


def page(text: str, meta: str | None = None, before: str = "") -> str:
    head = f'<meta charset="{meta}">' if meta else ""
    return f"<html><head>{before}{head}<title>x</title></head><body>{text}</body></html>"


CASES = [
    ("header utf-8 by default, GBK", page(ZH, "gb2312").encode("gbk"), "text/html; charset=utf-8", "gb18030"),
    ("header Latin-1 by default, GBK", page(ZH).encode("gbk"), "text/html; charset=ISO-8859-1", "gb18030"),
    ("meta gb2312, UTF-8", page(ZH, "gb2312").encode(), None, "utf-8"),
    ("header gb2312, UTF-8", page(ZH).encode(), "text/html; charset=gb2312", "utf-8"),
    ("two metas, UTF-8", page(ZH, "gb2312", '<meta charset="utf-8">').encode(), None, "utf-8"),
    ("two metas, GBK", page(ZH, "gb2312", '<meta charset="utf-8">').encode("gbk"), None, "gb18030"),
    ("meta utf-8, GBK", page(ZH, "utf-8").encode("gbk"), None, "gb18030"),
    ("meta in a script", page(ZH, None, "<script>w('<meta charset=big5>')</script>").encode("gbk"), None, "gb18030"),
    ("meta in a comment", page(ZH, None, "<!--<meta charset=big5>-->").encode("gbk"), None, "gb18030"),
    ("late meta", page(ZH, "gb2312", "<script>" + "x" * 5000 + "</script>").encode("gbk"), None, "gb18030"),
    ("no declaration, GBK", page(ZH).encode("gbk"), None, "gb18030"),
    ("declared gb2312, GBK", page(ZH, "gb2312").encode("gbk"), "text/html; charset=gb2312", "gb18030"),
    ("unknown label", page(ZH, "x-unknown").encode("gbk"), None, "gb18030"),
    ("misspelt label", page(ZH, "uft-8").encode(), None, "utf-8"),
    (
        "http-equiv",
        page(ZH, None, "<meta content='text/html; charset=gbk' http-equiv=x>").encode("gbk"),
        None,
        "gb18030",
    ),
    ("Big5", page(TW, "big5").encode("big5hkscs"), None, "big5hkscs"),
    ("Big5, undeclared", page(TW).encode("big5hkscs"), None, "big5hkscs"),
    ("Big5 declared UTF-8", page(TW, "utf-8").encode("big5hkscs"), "text/html; charset=utf-8", "big5hkscs"),
    ("Shift_JIS", page(JA, "Shift_JIS").encode("cp932"), None, "cp932"),
    ("Shift_JIS, undeclared", page(JA).encode("cp932"), None, "cp932"),
    ("EUC-JP, undeclared", page(JA).encode("euc_jp"), None, "euc_jp"),
    ("EUC-KR", page(KO, "ks_c_5601-1987").encode("cp949"), None, "cp949"),
    ("EUC-KR, undeclared", page(KO).encode("cp949"), None, "cp949"),
    ("EUC-KR, header Latin-1", page(KO).encode("cp949"), "text/html; charset=iso-8859-1", "cp949"),
    ("windows-1251", page(RU, "windows-1251").encode("cp1251"), None, "cp1251"),
    ("windows-1251, undeclared", page(RU).encode("cp1251"), None, "cp1251"),
    ("windows-1251 declared UTF-8", page(RU, "utf-8").encode("cp1251"), None, "cp1251"),
    ("KOI8-R, undeclared", page(RU).encode("koi8-r"), None, "koi8-r"),
    ("Latin-1", page(FR).encode("cp1252"), "text/html; charset=ISO-8859-1", "cp1252"),
    ("Latin-1, undeclared", page(FR).encode("cp1252"), None, "cp1252"),
    ("Latin-1 declared UTF-8", page(FR, "utf-8").encode("cp1252"), None, "cp1252"),
    ("Latin-2", page(PL, "iso-8859-2").encode("iso8859-2"), None, "iso8859-2"),
    ("UTF-8 declared Latin-1", page(FR).encode(), "text/html; charset=ISO-8859-1", "utf-8"),
    ("HZ", page(ZH.replace("镕喆囧堃", ""), "hz-gb-2312").encode("hz"), None, "hz"),
    ("ISO-2022-JP", page(JA, "iso-2022-jp").encode("iso2022_jp"), None, "iso2022_jp"),
    ("BOM wins", b"\xef\xbb\xbf" + page(ZH, "gb2312").encode(), "text/html; charset=gbk", "utf-8"),
    ("UTF-16 with BOM", page(ZH).encode("utf-16"), None, "utf-16-le"),
    ("UTF-16 without BOM, all of its bytes ASCII", page(RU).encode("utf-16-le"), None, "utf-16-le"),
    ("UTF-16 without BOM", page(ZH).encode("utf-16-be"), None, "utf-16-be"),
    ("ASCII", page("<p>Plain</p>").encode(), None, "utf-8"),
]
TEXTS = (ZH, ZH.replace("镕喆囧堃", ""), TW, JA, KO, RU, FR, PL, "<p>Plain</p>")


@pytest.mark.parametrize(
    ("body", "content_type", "used"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_bytes_decide(body: bytes, content_type: str | None, used: str) -> None:
    decoded = decode(body, content_type=content_type)
    assert (decoded.used, decoded.errors, is_mojibake(decoded.text)) == (used, 0, False)
    assert any(text in decoded.text for text in TEXTS)


@pytest.mark.parametrize(
    "text", ["疫情防控", "今日头条新闻", "运城市新增病例", "他说", "我市召开会议", "中国", "防疫", "春节快乐！"]
)
def test_short_gbk_without_declaration_is_not_korean(text: str) -> None:
    assert decode(f"<p>{text}</p>".encode("gbk")).text == f"<p>{text}</p>"


@pytest.mark.parametrize("text", ["陆路", "联通"])  # the second by a lenient reader alone, whom C1 does not stop
def test_two_gbk_characters_that_are_also_utf8_are_read_as_declared(text: str) -> None:
    decoded = decode(page(f"<p>{text}</p>", "gb2312").encode("gbk"))
    assert f"<p>{text}</p>" in decoded.text
    assert decoded.used == "gb18030"


@pytest.mark.parametrize(("codec", "used"), [("utf-8", "utf-8"), ("gbk", "gb18030")])
def test_a_body_cut_inside_a_character_keeps_its_charset(codec: str, used: str) -> None:
    body = page(ZH + "疫情", "gb2312").encode(codec)[: -len("</body></html>") - 1]
    decoded = decode(body, content_type="text/html; charset=utf-8")
    assert (decoded.used, decoded.errors) == (used, 1)
    assert ZH in decoded.text


@pytest.mark.parametrize(("outer", "inner", "used"), [("gbk", "utf-8", "gb18030"), ("utf-8", "gbk", "utf-8")])
def test_a_pasted_block_in_another_charset_is_read_too(outer: str, inner: str, used: str) -> None:
    ad = "<div>欢迎关注我们的公众号</div>"
    body = (ZH * 4).encode(outer) + ad.encode(inner) + ZH.encode(outer)
    decoded = decode(body, content_type=f"text/html; charset={outer}")
    assert (decoded.text, decoded.used, decoded.errors) == (ZH * 4 + ad + ZH, used, 0)


def test_a_cp1252_apostrophe_in_a_utf8_page_is_read() -> None:
    body = (FR * 5).encode() + b"<p>Don\x92t panic</p>"
    assert decode(body).text == FR * 5 + "<p>Don’t panic</p>"


def test_one_byte_euro_in_gbk_is_a_euro_and_the_second_byte_of_a_character_is_none() -> None:
    assert decode(ZH.encode("gbk") + b"<p>100\x80</p>").text == ZH + "<p>100€</p>"
    pasted = "<p>欢迎关注我们的公众号</p>"
    assert decode(f"{ZH}<p>還</p>".encode("gbk") + pasted.encode()).text == f"{ZH}<p>還</p>{pasted}"  # DF 80


def test_what_was_declared_is_recorded() -> None:
    assert decode(page(ZH, "utf-8").encode("gbk"), content_type="text/html; charset=GB2312").declared == "gb18030"
    assert declared_codecs(page("", "big5").encode(), "text/html; charset=utf-8") == ["utf-8", "big5hkscs"]
    assert decode(b"") == Decoded("", None, "utf-8", 0)


@pytest.mark.parametrize(
    "garbled",
    [
        ZH.encode().decode("gbk", "replace"),
        ZH.encode("gbk").decode("cp1252", "replace"),
        "疫情防控的会议在市区召开，他说这是一个好的开始。".encode("gbk").decode("latin-1"),
        FR.encode().decode("cp1252", "replace"),
        RU.encode().decode("latin-1"),
        ZH.encode("gbk").decode("utf-8", "replace"),
    ],
)
def test_garbled_text_is_noticed(garbled: str) -> None:
    assert is_mojibake(garbled)


@pytest.mark.parametrize("text", [ZH, TW, JA, KO, RU, FR, PL, "Ångström café", "plain", "Ã é Ñ", "锛是一个字"])
def test_clean_text_is_not_called_garbled(text: str) -> None:
    assert not is_mojibake(text)


@pytest.mark.parametrize(
    "body", [b"\xff", b"\x80\x81", bytes(range(256)) * 20, b"\xff\xfe\x00", b"<meta charset=hz>~{\xff"]
)
def test_any_bytes_decode(body: bytes) -> None:
    assert isinstance(decode(body).text, str)


UNDECLARED = {
    "cp1250": "Most nad rzeką zostanie otwarty w poniedziałek, powiedział burmistrz. Mieszkańcy czekali na to przez całą zimę, bo do szkoły trzeba było jeździć dookoła, przez las i łąki.",
    "iso8859-2": "Starosta řekl, že most přes řeku bude otevřen v pondělí. Lidé na to čekali celou zimu, protože děti musely do školy jezdit oklikou přes les a pěšky přes zamrzlé louky.",
    "cp1253": "Η γέφυρα πάνω από το ποτάμι ανοίγει ξανά τη Δευτέρα, είπε ο δήμαρχος. Οι κάτοικοι περίμεναν όλο τον χειμώνα, γιατί τα παιδιά πήγαιναν στο σχολείο από άλλο δρόμο.",
    "cp1254": "Belediye başkanı köprünün pazartesi günü yeniden açılacağını söyledi. Köylüler bütün kış bunu bekledi, çünkü çocuklar okula ormanın içinden dolaşarak gidiyordu.",
    "cp1255": "ראש העיר אמר שהגשר מעל הנהר ייפתח שוב ביום שני. התושבים חיכו לכך כל החורף, כי הילדים היו צריכים ללכת לבית הספר בדרך אחרת.",
    "cp1256": "قال رئيس البلدية إن الجسر فوق النهر سيفتح من جديد يوم الاثنين. وقد انتظر السكان ذلك طوال الشتاء، لأن الأطفال كانوا يذهبون إلى المدرسة من طريق آخر.",
    "cp1257": "Meras sakė, kad tiltas per upę bus vėl atidarytas pirmadienį. Žmonės to laukė visą žiemą, nes vaikai į mokyklą turėjo važiuoti aplinkui, per mišką ir užšalusias pievas.",
    "cp874": "นายกเทศมนตรีกล่าวว่าสะพานข้ามแม่น้ำจะเปิดอีกครั้งในวันจันทร์ ชาวบ้านรอมาตลอดฤดูหนาว เพราะเด็ก ๆ ต้องอ้อมไปโรงเรียนทางป่า",
    "iso8859-5": "Мэр сказал, что мост через реку снова откроют в понедельник. Жители ждали этого всю зиму, потому что детям приходилось ездить в школу кругом, через лес.",
    "cp1252": "Die Brücke über den Fluss öffnet am Montag wieder, sagte die Bürgermeisterin. Die Leute hätten den ganzen Winter darauf gewartet, weil die Kinder außen herum zur Schule fuhren.",
}


@pytest.mark.parametrize("codec", UNDECLARED)
def test_a_page_that_declares_nothing_is_read_by_its_letters_and_language(codec: str) -> None:
    text = f"<html><title>1</title><p>{UNDECLARED[codec]}</p></html>"
    assert decode(text.encode(codec)).text == text


def test_few_signs_of_a_page_in_english_are_those_of_the_west() -> None:
    text = "<p>© 2026 The Post</p><p>It’s “open” again – from Monday on, said the mayor, who had waited all winter.</p>"
    assert decode(text.encode("cp1252")) == Decoded(text, None, "cp1252")
