"""What an element's own tag, class, id and role say about it: votes, never verdicts."""

from __future__ import annotations

import re
from enum import IntFlag
from functools import lru_cache
from typing import Final

from newsarchive.extraction.page.elements import Element


class Mark(IntFlag):
    """The things that names speak of."""

    BODY = 1
    ARTICLE = 2
    TITLE = 4
    LEAD = 8
    BYLINE = 16
    CAPTION = 32
    COMMENT = 64
    RELATED = 128
    SHARE = 256
    PROMO = 512
    ADVERT = 1024
    NAVIGATION = 2048
    FOOTER = 4096
    HEADER = 8192
    SIDEBAR = 16384
    LEGAL = 32768
    TAGS = 65536
    EDITOR = 131072
    WIDGET = 262144
    BIOGRAPHY = 524288
    FACTBOX = 1048576
    QUOTE = 2097152
    PAGING = 4194304
    LIST = 8388608
    AUTHOR = 16777216
    NO_AUTHOR = 33554432
    SOURCE = 67108864
    CRUMBS = 134217728
    CONSENT = 268435456


# Whole words of class and id names, split at everything but letters and at camelCase.
WORDS: Final = {
    Mark.BODY: "articlebody storybody entry-content content text body richtext paywall zhengwen endtext artibody zoom"
    " fulltext bodytext artikeltext articletext paragraph paragraphs wysiwyg editor zw",
    Mark.ARTICLE: "article story post entry artikel nota noticia news single detail main artical",
    Mark.TITLE: "title headline heading titel titulo tit biaoti hed",
    Mark.LEAD: "lead lede standfirst intro summary excerpt subtitle subheadline dek deck teaser chapo sapo abstract"
    " vorspann kicker sottotitolo bajada entradilla zhaiyao subline subhead subheading preface ingress preamble perex"
    " sumario copete occhiello sommario anleser manchet chapeau opener untertitel soustitre subtitulo daodu synopsis",
    Mark.BYLINE: "byline author authors meta date time datetime timestamp published dateline autor auteur firma source"
    " laiyuan infos info pubtime publish updated laufzeit",
    Mark.CAPTION: "caption captions figcaption credit credits bildunterschrift legende copyright-image photo image img"
    " figure picture gallery slideshow bild foto wpcaption pie"
    " captionfoto piefoto epigrafe didascalia bijschrift bildtext billedtekst bildetekst imgdesc popisek"
    " kepalairas lezhat",
    Mark.COMMENT: "comment comments disqus reply replies commentlist kommentar kommentare pinglun pl saypl plpost"
    " respond comentarios commentaires livefyre talkback discussion gentie forum"
    " komentarze komentarz komentari komentare komentarji diskuze diskuse diskusia reacties commenti"
    " comentarii yorumlar hozzaszolas talkbacks",
    Mark.RELATED: "related recommend recommended recommendation recommendations recirc similar more readmore also"
    " xiangguan tuijian relate outbrain taboola popular trending latest mostread rel relacionadas relacionados hot"
    " relpost nextprev verwandt mehr upnext carousel teasers inline-related zum breaking ticker"
    " podobne polecane powiazane relacionada correlati souvisejici svazane suvisiace sorodne povezane"
    " povezano kapcsolodo ajanlo asemanatoare ilgili terkait lienquan tinlienquan gerelateerd aanbevolen"
    " leesook voiraussi leiamais leiatambem seealso alsoread readalso mostviewed mustread kanren osusume"
    " ranking populer terpopuler moreon",
    Mark.SHARE: "share sharing social socials shares sharebar bdsharebuttonbox bds jiathis addthis facebook twitter"
    " whatsapp sharedaddy fenxiang follow followus addtoany toolbar tools teilen like digg"
    " compartir comparte compartilhar compartilhe herramientas strumenti sociable sociallist udostepnij"
    " sdilet sdileni zdielat podeli podijeli megosztas paylas bagikan condividi partager sns bookmark"
    " bookmarks",
    Mark.PROMO: "promo promotion newsletter subscribe subscription signup abo marketing optin mailing app download"
    " qrcode ewm erweima weixin cta donate donation membership register paid offer aboshop piano callout banner"
    " boletin hirlevel nieuwsbrief nyhetsbrev infolettre predplatne prenumerata abonnement abonelik",
    Mark.ADVERT: "ad ads advert advertisement advertising anzeige werbung publicidad sponsor sponsored adsbygoogle"
    " adslot dfp gpt guanggao adbox adcontainer pub affiliate"
    " reklama reklame reklam publicite publicidade pubblicita advertentie annons annonse mainos hirdetes"
    " iklan oglas quangcao feedflare adv",
    Mark.NAVIGATION: "nav navigation menu navbar breadcrumb breadcrumbs crumb crumbs position skip topbar submenu"
    " daohang subnav navi mainnav"
    " pankuzu topicpath ariane kruimelpad drobecky",
    Mark.FOOTER: "footer foot ft bottom colophon end footnote footnotes",
    Mark.HEADER: "header head top masthead logo topbar kopf",
    Mark.SIDEBAR: "sidebar side aside rail right left secondary complementary widget widgets siderbar",
    Mark.LEGAL: "copyright copynotice disclaimer legal statement shengming privacy cookie cookies consent gdpr terms"
    " correction rights postcopyright copy onetrust ot cmp cookiebot didomi usercentrics cmplz truste",
    Mark.TAGS: "tag tags keywords topics topic categories category tagcloud label labels schlagworte etiquetas temas"
    " tagi tagy stitky cimke cimkek etiket etiketler argomenti trefwoorden emner hashtag hashtags",
    Mark.EDITOR: "editor zebian zrbj bianji zhuangtai editer aeditor zerenbianji",
    Mark.WIDGET: "widget poll vote tool print audio player video embed search login modal popup overlay tooltip"
    " button btn hidden map chart slider tabs accordion rating quiz"
    " anketa ankieta sondaz encuesta sondage sondaggio enquete anket umfrage",
    Mark.BIOGRAPHY: "bio biography about authorbox authorbio profile autorenbox",
    Mark.FACTBOX: "factbox infobox fact facts box faktaboks sidebarbox boxout kasten infokasten faq toc",
    Mark.QUOTE: "quote pullquote blockquote zitat quotation",
    Mark.PAGING: "pagination pager pages page5 pagelist pagelink fenye paging pg wp-pagenavi",
    Mark.LIST: "list items item liste lists card cards grid teaser",
    Mark.AUTHOR: "author authors authorname byline bylines autor autoren autorin autorenzeile auteur auteurs autore"
    " writer writers firma redaktor verfasser journalist signature authorbold penulis yazar szerzo szerzok muhabir"
    " toimittaja skribent forfatter",
    Mark.NO_AUTHOR: "avatar bio biography desc description date time image img photo social follow comment comments"
    " related count location place",
    Mark.SOURCE: "source laiyuan ly sour mname nickname fuente fonte quelle",
    Mark.CONSENT: "onetrust cookiebot didomi usercentrics cmplz qc truste sp cookie cookies cookiebanner cookiebar"
    " cookieconsent consent consentbanner gdpr osano iubenda axeptio tarteaucitron cc borlabscookiebox moove"
    " cookiescript cky fc cmpbox klaro coi ppms cookiefirst cookiehub evidon fides ketch termly truendo tc sd hs eu",
    Mark.CRUMBS: "breadcrumb breadcrumbs crumb crumbs position location dqwz weizhi mbx path route mianbaoxie"
    " pankuzu topicpath ariane briciole kruimelpad drobecky",
}
VOTES: Final = {
    word: sum(int(mark) for mark, words in WORDS.items() if word in words.split())
    for words in WORDS.values()
    for word in words.split()
}
_TAG_MARKS: Final = {
    "nav": Mark.NAVIGATION, "footer": Mark.FOOTER, "header": Mark.HEADER, "aside": Mark.SIDEBAR,
    "figcaption": Mark.CAPTION, "figure": Mark.CAPTION, "article": Mark.ARTICLE, "main": Mark.ARTICLE,
    "form": Mark.WIDGET, "blockquote": Mark.QUOTE, "dialog": Mark.WIDGET, "caption": Mark.CAPTION,
    "time": Mark.BYLINE, "address": Mark.BYLINE, "details": Mark.FACTBOX, "menu": Mark.NAVIGATION,
}  # fmt: skip
_ROLE_MARKS: Final = {
    "navigation": Mark.NAVIGATION, "contentinfo": Mark.FOOTER, "banner": Mark.HEADER, "dialog": Mark.WIDGET,
    "complementary": Mark.SIDEBAR, "search": Mark.WIDGET, "alert": Mark.WIDGET, "menu": Mark.NAVIGATION,
}  # fmt: skip
# The windows in which consent managers ask for cookies, as their whole names say; not what they blank out in the text
# until somebody agrees.
_CONSENT: Final = re.compile(
    r"onetrust-(?:consent|banner|pc)-sdk|cybotcookiebotdialog|didomi-host|usercentrics-(?:root|cmp)|cmplz-cookiebanner"
    r"|qc-cmp2?-(?:container|main)|truste-consent|truste_overlay|sp_message_container|cookie-law-info-bar"
    r"|cookie-notice$|osano-cm-(?:window|dialog)|iubenda-cs-(?:banner|container)|axeptio_overlay|tarteaucitronroot"
    r"|cmpbox|\bklaro\b|coi-?overlay|ppms_cm_popup|cookiefirst-root|cookiehub|evidon-banner|fides-(?:banner|modal)"
    r"|ketch-(?:banner|modal)|termly-(?:consent|banner)|truendo_container|tc-privacy-wrapper|sd-cmp|eu-cookie-compliance"
    r"|hs-eu-cookie|\bcc-?-main\b|\bcc-window\b|borlabscookiebox|moove_gdpr_cookie|cookiescript_injected|cky-(?:consent|modal)|fc-consent-root"
    r"|gdpr[-_]?(?:banner|modal|popup|consent)|cookie[-_]?(?:banner|bar|popup|modal|overlay|dialog|alert|message)\b"
    r"|cookie[-_]?consent(?!-opt)|consent[-_]?(?:banner|modal|popup|dialog|overlay)\b"
)
CONSENT: Final = int(Mark.CONSENT)
# Plain numbers: operations on flags cost ten times as much.
TAG_VOTES: Final = {tag: int(mark) for tag, mark in _TAG_MARKS.items()}
ROLE_VOTES: Final = {role: int(mark) for role, mark in _ROLE_MARKS.items()}
# articleBody, main_content-r5jGZ, col2
CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
# margin-bottom-lg, m-bottom: how much room there is, not where it stands.
ROOM: Final = re.compile(r"(?<![a-z])(?:m|p|margin|padding|border)-bottom(?![a-z])")
# Everything in ASCII but its letters separates. As bytes: it takes a third of the time of ``str.translate``.
SEPARATORS: Final = bytes(code if code > 127 or chr(code).isalpha() else 32 for code in range(256))


def marks_of(tag: str, class_name: str | None, identity: str | None, role: str | None) -> int:
    """Return the marks (bits of ``Mark``) of an element.

    >>> Mark(marks_of("div", "article-body js_x", "relatedLinks", None))
    <Mark.BODY|ARTICLE|RELATED|NO_AUTHOR: 33554563>
    """
    marks = TAG_VOTES.get(tag, 0)
    if class_name:
        marks |= votes_of(class_name)
    if identity:
        marks |= votes_of(identity)
    return marks | ROLE_VOTES.get(role, 0) if role else marks


def own_marks(element: Element) -> int:
    """Return the marks of an element's own names."""
    get = element.attributes.get
    return marks_of(element.tag, get("class"), get("id"), get("role"))


@lru_cache(maxsize=16384)
def votes_of(names: str) -> int:
    """Return the marks that the words of a class or an id give."""
    small = names.lower()
    if small != names:
        names = CAMEL.sub(" ", names).lower()
    marks = 0
    if "-bottom" in names:
        names = ROOM.sub(" ", names)
    for word in names.encode("utf-8", "replace").translate(SEPARATORS).decode().split():
        if word in VOTES:
            marks |= VOTES[word]
    return marks & ~CONSENT if marks & CONSENT and not _CONSENT.search(small) else marks
