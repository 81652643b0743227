"""What pages say that stand in an article's place: blocked, asking for consent or money, or missing."""

from __future__ import annotations

import re
from typing import Final

from newsarchive.items import PageClass

# Each row: the class, the languages, whole short lines or titles that say so. Matched with ``search`` on the title and
# on lines of at most 200 characters, and only on pages with hardly any running text.
PHRASES: Final = (
    (
        PageClass.BLOCK,
        "en",
        r"^just a moment\b|attention required!|checking (?:if the site connection|your browser)"
        r"|verify(?:ing)? (?:that )?you(?:'re| are)"
        r" (?:a )?(?:human|not a robot)|are you a (?:human|robot)|^access (?:to this page has been )?denied"
        r"|unusual traffic from"
        r"|^pardon our interruption|request unsuccessful\. incapsula|enable javascript and cookies to continue"
        r"|ddos protection by"
        r"|you have been blocked|^robot check|complete the security check|rate limit(?:ed| exceeded)|too many requests"
        r"|^please (?:complete|solve) the captcha|security service to protect itself",
    ),
    (
        PageClass.BLOCK,
        "zh",
        r"(?:请|需要?)?(?:完成|进行|通过)安全(?:验证|检查|校验)|^安全验证|访问(?:过于|太)?频繁|(?:请求|访问|操作)(?:已)?被(?:拦截|阻断|拒绝|禁止)"
        r"|人机(?:身份)?(?:验证|识别)|网站防火墙|拖动滑块|滑动验证|异常(?:访问|流量)|输入验证码(?:继续|后)|正在检(?:测|查)您?的?浏览器"
        r"|当前访问疑似|請完成安全|機器人驗證",
    ),
    (
        PageClass.BLOCK,
        "de fr es ru",
        r"^zugriff (?:verweigert|gesperrt)|sie (?:ein|kein) mensch|bist du ein (?:mensch|roboter)"
        r"|^accès (?:refusé|interdit)"
        r"|vous n'êtes pas un robot|^acceso denegado|no (?:eres|soy) un robot|доступ (?:запрещ[её]н|ограничен)"
        r"|я не робот",
    ),
    (
        PageClass.CONSENT,
        "en",
        r"^before you continue|^we value your privacy|we and our \S{0,12}\s?partners (?:store|use)"
        r"|^your privacy (?:choices|settings|matters)"
        r"|^manage (?:your )?(?:cookies|consent|privacy)|^(?:accept|agree)(?: all)?(?: cookies)? (?:and"
        r"|to) continue|accept (?:all )?cookies to",
    ),
    (
        PageClass.CONSENT,
        "de fr es it",
        r"^bevor sie (?:fortfahren|zu .{1,40} weitergehen)|mit werbung (?:weiterlesen|nutzen|lesen)"
        r"|cookies? (?:zustimmen|akzeptieren)"
        r"|wir und unsere .{0,16}partner|^zustimmung erforderlich|nous et nos .{0,16}partenaires"
        r"|continuer sans accepter|accepter et (?:continuer|fermer)"
        r"|^(?:aceptar|acepto) y continuar|nosotros y nuestros .{0,16}socios|accetta e continua"
        r"|noi e i nostri .{0,16}partner",
    ),
    (
        PageClass.PAYWALL,
        "en",
        r"subscribe (?:now )?to (?:continue|keep|read)|(?:this|the) (?:article|content|story) is (?:only )?(?:for"
        r"|available to|reserved for|exclusive to)"
        r" (?:our )?subscribers|^subscribers? only|sign (?:in|up) to (?:continue|keep) reading|you(?:'ve"
        r"| have) (?:reached|used) .{0,40}free articles"
        r"|to continue reading,? (?:please )?(?:subscribe|log in|sign in|register)|already a subscriber\?",
    ),
    (
        PageClass.PAYWALL,
        "zh ja",
        r"(?:尚未|还没有)登录.{0,4}(?:没有|无)权|(?:订阅|付费|登录|开通会员)后?(?:即可)?(?:阅读|查看|解锁)(?:全文|剩余|更多)|(?:本文|此文)(?:为|仅限)(?:付费|会员|订阅)|有料会員限定|残り\s?\d+\s?文字"
        r"|続きを読むには|会員登録(?:する|して)",
    ),
    (
        PageClass.PAYWALL,
        "de fr es",
        r"(?:weiterlesen|lesen sie weiter) (?:mit|nach)|jetzt (?:abonnieren|testen) und weiterlesen"
        r"|exklusiv für abonnent|nur für abonnent"
        r"|réservé (?:à nos |aux )abonnés|pour lire la suite|il vous reste .{0,20}% de cet article"
        r"|contenido exclusivo para suscriptores"
        r"|suscríbete para (?:seguir|continuar)",
    ),
    (
        PageClass.ERROR,
        "en",
        r"^error establishing a database connection|^briefly unavailable for scheduled maintenance"
        r"|^there has been a critical error on (?:this|your) website"
        r"|^(?:this |our |the )?(?:web)?site (?:is )?(?:currently |temporarily )?(?:under(?:going)?"
        r"|down for|unavailable|offline)\b(?: (?:scheduled |routine )?(?:maintenance|construction))?"
        r"|^(?:our|this|the) (?:web)?site is (?:currently |temporarily )?down\b|is (?:currently )?under maintenance\b"
        r"|^(?:php )?(?:fatal|parse) error: |\.php(?::\d+| on line \d+)|^server error in '|^runtime error\W*$"
        r"|^(?:http )?(?:error )?5\d\d[ :-]+(?:\w+ )?(?:error|server|service|bad|gateway|backend)\b"
        r"|^(?:internal server error|service (?:temporarily )?unavailable|bad gateway|gateway time-?out)\b"
        r"|^(?:this )?account (?:has been |is )?suspended|^bandwidth limit exceeded"
        r"|^connection timed out error code|^web server is (?:down|returning)"
        r"|domain (?:name )?\S*\s?(?:is|may be) (?:for sale|parked|expired)|^buy this domain|domain has expired",
    ),
    (
        PageClass.ERROR,
        "zh ja ko",
        r"^没有找到站点|站点创建成功|网站.{0,16}(?:未|没有).{0,16}备案|(?:域名|空间|主机)已?(?:经)?(?:到期|过期|停用|出售)"
        r"|^(?:尊敬的.{1,8}[:：，,]\s?)?(?:本|该|此)?(?:系统|网站|站点|平台|服务器)"
        r"(?:(?:正在|目前|暂时|临时|处于|进行)+(?:系统)?(?:升级|维护|建设|改版|关闭|无法访问)|(?:升级|维护|建设|改版)+中|繁忙|出错)"
        r"|数据库(?:连接|出错|错误)(?:失败|错误|出错)?[!！。]?$|系統維護中|網站(?:維護|建置)中"
        r"|^(?:ただいま|現在).{0,10}メンテナンス中|^システムメンテナンス中|サイトは現在利用できません"
        r"|(?:시스템|사이트|서버) 점검 ?중",
    ),
    (
        PageClass.ERROR,
        "de fr es it pt nl pl ru uk tr vi id ar fa",
        r"wartungsarbeiten.{0,20} (?:web)?(?:seite|site)\b|(?:web)?(?:seite|site) wird .{0,16}gewartet"
        r"|(?:web)?seite (?:ist )?(?:derzeit |zurzeit |momentan |vorübergehend )(?:nicht erreichbar|offline|im aufbau)"
        r"|\bsite (?:web )?(?:est )?(?:actuellement |temporairement )?en (?:maintenance|construction)"
        r"|(?:sitio|página|web|sito|site) (?:está |è )?(?:temporalmente )?(?:en|in|em) (?:mantenimiento|construcción"
        r"|manutenzione|costruzione|manutenção|construção)|tareas de mantenimiento|^(?:web)?site in onderhoud"
        r"|^(?:przerwa techniczna|strona w (?:budowie|przebudowie))|сайт (?:временно )?(?:недоступен|закрыт на)"
        r"|(?:сайте?|на сервере) (?:ведутся|проводятся) (?:технические )?работы|^ведутся технические работы"
        r"|сайт тимчасово недоступний|(?:site|sitemiz) (?:şu anda )?bakımda"
        r"|(?:trang web|website) đang (?:được )?bảo trì"
        r"|situs (?:ini )?sedang (?:dalam )?(?:perbaikan|pemeliharaan)|الموقع (?:تحت|قيد) (?:الصيانة|الإنشاء)"
        r"|سایت در (?:دست|حال) (?:تعمیر|ساخت|بروزرسانی|به‌روزرسانی)",
    ),
    (
        PageClass.SOFT_404,
        "en",
        r"^(?:error )?404(?: (?:error|not found|page)|\W*$)|^(?:sorry,? )?(?:the |this |that )?(?:page|article"
        r"|story|content|url)(?: you(?:'re| are| were)? (?:requested|looking for|looking))?"
        r" (?:(?:can(?:'|no)t|could ?n[o']t) be found|(?:was |is )?not found|does(?:n't| not) exist|(?:is"
        r"|has been) (?:no longer available|removed|deleted|moved))"
        r"|^we (?:can(?:'|no)t|couldn't|could not) (?:seem to )?find (?:the|that|this|your) (?:page|article|story)"
        r"|^(?:page )?not found\W*$|^page not found|requested url .{0,60}was not found"
        r"|^oops!? .{0,40}(?:page|found)|^nothing (?:was )?found|(?:is )?no longer available",
    ),
    (
        PageClass.SOFT_404,
        "zh ja",
        r"(?:页面|网页|文章|内容|新闻|信息|链接|稿件|主题|帖子)(?:已经?)?(?:不存在|未找到|找不到|已?被?(?:删除|移除|下线|撤销)|已失效|已过期)"
        r"|找不到(?:您|你)?(?:要|所)?(?:访问|查找|请求)?的?(?:页面|网页|文章)|^404(?:错误|页面|\W*$)|(?:頁面|網頁|文章)(?:不存在|已刪除|已移除)|找不到(?:該"
        r"|此)?(?:頁面|網頁)"
        r"|お探しのページ|ページ(?:が|は)見つかりません",
    ),
    (
        PageClass.SOFT_404,
        "it pt nl pl cs hu ro el tr sv no fi ko vi id th ar uk",
        r"^(?:la )?pagina (?:che cerchi |richiesta )?(?:non (?:trovata|esiste|è (?:stata trovata|disponibile))"
        r"|nu a fost găsită)|^(?:a )?página não (?:foi )?encontrada|^(?:de )?pagina (?:is |werd )?niet gevonden"
        r"|nie znaleziono (?:strony|artykułu)|strona (?:o podanym adresie )?nie istnieje"
        r"|^stránk[au] (?:nenalezena|neexistuje|nebyla nalezena|sa nenašla)|az? (?:keresett )?oldal nem található"
        r"|η σελίδα (?:που ψάχνετε )?δεν (?:βρέθηκε|υπάρχει)|sayfa bulunamadı"
        r"|^sidan (?:hittades inte|kunde inte hittas|finns inte)"
        r"|^siden (?:(?:ble|blev) ikke fun[dn]et|finnes ikke|findes ikke)|sivua ei löyty|페이지를 찾을 수 없"
        r"|không tìm thấy trang|halaman tidak ditemukan|ไม่พบหน้า|الصفحة (?:غير موجودة|المطلوبة غير)"
        r"|сторінку не знайдено",
    ),
    (
        PageClass.SOFT_404,
        "de fr es ru",
        r"^seite (?:wurde )?nicht gefunden|(?:seite|artikel|inhalt) (?:existiert|ist"
        r"|steht) (?:leider )?(?:nicht mehr|nicht) (?:verfügbar|vorhanden)?"
        r"|^page (?:introuvable|non trouvée)|n'(?:existe|est) plus (?:disponible)?|^página no encontrada"
        r"|ya no (?:existe|está disponible)"
        r"|страница не найдена|материал удал[её]н",
    ),
)
# Marks of challenge scripts in a page: Cloudflare, Imperva, DataDome, PerimeterX, AWS WAF,
# GeeTest, hCaptcha, reCAPTCHA as a gate, and the small page that only sets a cookie and loads itself again.
CHALLENGES: Final = re.compile(
    r"/cdn-cgi/challenge-platform/|_cf_chl_opt|_Incapsula_Resource|captcha-delivery\.com|px-captcha"
    r"|awsWafCookieDomainList|challenge\.js\?"
    r"|geetest\.com|class=[\"'](?:h|g-re)captcha|document\.cookie\s*=.{0,400}?location\.(?:reload|href|replace)"
    r"|__jsl_clearance|acw_sc__v2",
    re.DOTALL,
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
_COMPILED: Final = tuple((page_class, re.compile(pattern, re.IGNORECASE)) for page_class, _, pattern in PHRASES)


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
    return next((page_class for page_class, pattern in _COMPILED if pattern.search(line)), None)
