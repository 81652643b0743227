import pytest

from newsarchive.extraction.phrases import TABLES, said
from newsarchive.items import PageClass

SAID = {
    PageClass.BLOCK: [
        "Just a moment...", "Attention Required! | Cloudflare", "Verify you are human by completing the action below.",
        "Access Denied", "Pardon Our Interruption", "请完成安全验证", "您的访问过于频繁，请稍后再试", "网站防火墙", "Zugriff verweigert",
    ],
    PageClass.CONSENT: ["Before you continue to Example", "We value your privacy", "Mit Werbung weiterlesen", "Continuer sans accepter"],
    PageClass.PAYWALL: [
        "Subscribe to continue reading", "This article is for subscribers", "登录后阅读全文", "有料会員限定", "Nur für Abonnenten",
        "Il vous reste 80 % de cet article à lire",
    ],
    PageClass.SOFT_404: [
        "404 Not Found", "Page not found", "The page you requested could not be found", "This article is no longer available",
        "您访问的页面不存在", "该文章已被删除", "Seite nicht gefunden", "Page introuvable", "お探しのページは見つかりません",
        "We can’t find the page you are looking for.", "Pagina non trovata", "Página não encontrada", "Pagina niet gevonden",
        "Nie znaleziono strony", "Stránka nenalezena", "Sayfa bulunamadı", "Sidan hittades inte", "Siden ble ikke funnet",
        "페이지를 찾을 수 없습니다", "Halaman tidak ditemukan", "الصفحة غير موجودة", "Сторінку не знайдено",
    ],
    PageClass.ERROR: [
        "Error establishing a database connection", "Briefly unavailable for scheduled maintenance. Check back in a minute.",
        "There has been a critical error on this website.", "Our website is under construction. We will be back soon.",
        "Site under maintenance", "The Harbour Gazette is currently under maintenance. We should be back shortly.",
        "Fatal error: Uncaught Error: Call to a member function query() on null in /srv/www/index.php:12",
        "Warning: mysqli_connect(): Connection refused in /www/config.php on line 8", "Error 503 Backend fetch failed",
        "Server Error in '/' Application.", "Account Suspended", "The domain harbour.example is for sale.", "没有找到站点",
        "该网站未根据相关规定进行备案。", "尊敬的用户：系统正在升级维护，给您带来不便，敬请谅解！", "本网站正在建设中", "您的域名已到期",
        "ただいまメンテナンス中です。", "사이트 점검 중입니다", "Wegen Wartungsarbeiten ist unsere Website zurzeit nicht erreichbar.",
        "Le site est actuellement en maintenance.", "Sitio web en mantenimiento", "Il sito è in manutenzione", "Site em manutenção",
        "Przerwa techniczna", "Сайт временно недоступен", "Ведутся технические работы", "Sitemiz bakımda",
        "Website đang bảo trì", "Situs sedang dalam pemeliharaan", "الموقع قيد الصيانة", "سایت در دست تعمیر است",
    ],
}  # fmt: skip
NOT_SAID = [
    "The council was denied access to the funds", "She waited just a moment before she spoke", "市民在人民广场散步", "警方拦截一辆货车",
    "Newspapers ask readers to subscribe", "The robot checks the bridge", "404 houses were flooded" , "文章写得很好，读者很喜欢",
    "Access to the bridge was restored", "Die Seite des Flusses, die niemand kennt", "La page la plus lue de la semaine",
    "We can find the page in the old book", "Log in", "Sidan av huset som ingen såg",
    "Maintenance", "Coming soon", "The site of the old mill is under construction again", "Wartungsarbeiten an der Schleuse am Dienstag",
    "The bridge is under construction", "Service cut on the night line", "The account was suspended after a complaint",
    "系统升级后，挂号更方便了", "全市污水处理系统正在升级", "网站上线一周年", "Работы на мосту ведутся ночью", "504 people ran",
    "The house on the quay is for sale", "Das Freibad wird am Montag gewartet", "500 houses without power",
]  # fmt: skip


@pytest.mark.parametrize(("line", "page_class"), [(line, key) for key, lines in SAID.items() for line in lines])
def test_a_page_says_what_it_is(line: str, page_class: PageClass) -> None:
    assert said(line) is page_class


@pytest.mark.parametrize("line", NOT_SAID)
def test_news_that_sound_alike_say_nothing(line: str) -> None:
    assert said(line) is None


def test_a_long_line_is_text_and_says_nothing() -> None:
    assert said("Page not found. " * 20) is None


def test_each_row_names_its_languages() -> None:
    known = set("en zh ja de fr es it ru pt nl pl cs hu ro el tr sv no fi ko vi id th ar uk fa".split())
    assert all(known.issuperset(table["languages"].split()) for table in TABLES)
