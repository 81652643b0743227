"""Tells the sentences with which a site takes an article back."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What a site writes in the place, or at the head or foot, of an article that it takes back: pattern, in lower case, and
# a line that it was written for.
_RETRACTIONS = (
    # Editor's note: This story has been withdrawn while we check its sources.
    r"^(?:[^.:]{0,40}: )?(?:this|the|our) (?:article|story|report) (?:has been|was|is) (?:retracted|withdrawn|removed)",
    # We have retracted this article because a quote was invented.
    r"^(?:[^.:]{0,40}: )?we have (?:retracted|withdrawn|removed) (?:this|the|our) (?:article|story|report)",
    # [Retracted] Ten days without sleep
    r"^\W*(?:retract(?:ed|ion)|withdrawn)(?: notice)?(?:\s*[\]|:–—]|$)",
    # Hinweis: Dieser Artikel wurde zurückgezogen.
    r"^(?:[^.:]{0,40}: )?(?:dieser|der) (?:artikel|beitrag|text) wurde (?:zurückgezogen|entfernt|gelöscht)",
    # Wir haben diesen Beitrag zurückgezogen, weil eine Quelle falsch war.
    r"^wir haben (?:diesen|den) (?:artikel|beitrag|text) (?:zurückgezogen|entfernt|gelöscht)",
    # Cet article a été dépublié.
    r"^cet? (?:article|texte) a été (?:retiré|supprimé|dépublié)",
    # Nous avons retiré cet article à la suite d'une erreur.
    r"^nous avons (?:retiré|supprimé|dépublié) cet (?:article|texte)|^article (?:retiré|dépublié)\b",
    # Esta noticia ha sido retirada.
    r"^est[ea] (?:artículo|texto|nota|noticia) (?:ha sido|fue) (?:retirad|eliminad)",
    # Hemos retirado este artículo porque una fuente era falsa.
    r"^hemos (?:retirado|eliminado) est[ea] (?:artículo|texto|nota|noticia)",
    # Esta reportagem foi retirada do ar.
    r"^est[ea] (?:artigo|texto|reportagem|matéria|notícia) foi (?:retirad|removid|apagad|excluíd)",
    # Questo articolo è stato rimosso.
    r"^questo articolo è stato (?:ritirato|rimosso|cancellato)|^abbiamo (?:ritirato|rimosso) questo articolo",
    # Dit artikel is ingetrokken.
    r"^dit (?:artikel|bericht) is (?:ingetrokken|teruggetrokken|verwijderd)",
    # Ten artykuł został wycofany.
    r"^ten (?:artykuł|tekst) został (?:wycofany|usunięty)",
    # Цю статтю відкликано.
    r"^(?:цю статтю|цей матеріал|цей текст) (?:було )?(?:відкликано|вилучено|видалено)",
    # Эта статья отозвана. Этот материал был удалён по решению редакции.
    r"^(?:эта статья|эта публикация|этот материал|этот текст) (?:был[ао]? )?(?:отозван|удал[её]н|снят)",
    # Редакция отозвала эту статью.
    r"^редакция (?:отозвала|удалила|сняла) (?:эту статью|эту публикацию|этот материал|этот текст)",
    # Bu haber yayından kaldırıldı.
    r"^bu (?:haber|makale|içerik|yazı) (?:yayından )?(?:kaldırıl|geri çekil|silin)",
    # تم سحب هذا المقال.
    r"^تم (?:سحب|حذف|إزالة) هذ[اه] (?:المقال|الخبر|التقرير)|^(?:سحب|حذف)(?:ت|نا)? هذ[اه] (?:المقال|الخبر|التقرير)",
    # این خبر پس گرفته شد.
    r"^این (?:مقاله|خبر|مطلب|گزارش) (?:حذف|پس گرفته|برداشته) شد",
    # यह लेख वापस ले लिया गया है।
    r"^यह (?:लेख|खबर|ख़बर|रिपोर्ट|समाचार) (?:वापस ले ली|हटा दी|हटा दिया|वापस ले लिया)",
    # כתבה זו הוסרה.
    r"^כתבה זו (?:הוסרה|נמחקה|בוטלה)",
    # Artikel ini telah ditarik.
    r"^(?:artikel|berita) ini telah (?:ditarik|dihapus)",
    # Bài viết này đã bị gỡ.
    r"^bài (?:viết|báo) này đã bị (?:gỡ|xóa|rút)",
    # 该报道因来源有误,已被删除。 No retraction: 本文件已撤回
    r"(?:本文|该文|此文|本稿|该稿|本报道|该报道)(?:件(?<!文件)|章)?(?:因[^。]{1,12})?(?:已|已经|现)(?:被)?(?:撤回|撤稿|撤下|删除)",
    # 经核实,报道内容不实,现予撤稿。
    r"^撤稿|撤稿声明|(?:现予|予以)撤稿",
    # 本記事を撤回します。
    r"(?:この|本)記事(?:を|は)(?:撤回|削除|取り?消)",
    # 본 기사는 삭제되었습니다.
    r"^(?:이|본|해당) 기사(?:를|는) (?:철회|삭제)",
)
_RETRACTION = re.compile("|".join(_RETRACTIONS))


def is_retraction(lines: Iterable[str]) -> bool:
    """Say whether one of the lines takes the article back in which they stand."""
    return any(_RETRACTION.search(line.lower()) for line in lines)
