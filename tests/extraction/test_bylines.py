"""By-lines as pages print them, without a class that names them: who wrote is read, and no line of it stays in the text."""

from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract

FETCHED = datetime(2022, 4, 20, tzinfo=UTC)
TEXTS = {
    "en": [
        "The council said on Tuesday that the second part of the river path will be begun next month, after three years of talks.",
        "The first step costs twelve million pounds; the bed will be cleared and the banks made stronger before the floods.",
    ],
    "de": [
        "Der zweite Abschnitt des Uferwegs soll im kommenden Monat begonnen werden. Das teilte die Stadtverwaltung am Dienstag mit.",
        "Der erste Schritt kostet zwölf Millionen Euro; das Bett wird geräumt, die Böschung vor dem Herbsthochwasser verstärkt.",
    ],
    "fr": [
        "Le deuxième tronçon du chemin des berges sera commencé le mois prochain, a annoncé mardi la municipalité.",
        "La première étape coûtera douze millions d’euros ; le lit sera curé et les rives renforcées avant les crues d’automne.",
    ],
    "es": [
        "El segundo tramo del paseo del río se empezará el próximo mes, anunció el martes el ayuntamiento de la ciudad.",
        "La primera fase costará doce millones de euros; se limpiará el cauce y se reforzarán las orillas antes de las crecidas.",
    ],
    "it": [
        "Il secondo tratto del sentiero sarà iniziato il mese prossimo: lo ha annunciato martedì il Comune, dopo tre anni di trattative.",
        "La prima fase costa dodici milioni di euro; il letto sarà ripulito e gli argini rinforzati prima delle piene d’autunno.",
    ],
    "pt": [
        "A segunda parte do caminho do rio será iniciada no próximo mês, anunciou na terça-feira a câmara municipal.",
        "A primeira fase custa doze milhões de euros; o leito será limpo e as margens reforçadas antes das cheias do outono.",
    ],
    "zh": [
        "市政府周二宣布，滨河步道二期工程将于下月开工。此前，有关部门与草地承包户的协商历时三年。",
        "第一阶段投资一千二百万元，将在秋汛来临之前完成河床清淤和护岸加固，并为居民和学生开辟临时通道。",
    ],
    "ar": [
        "أعلنت البلدية يوم الثلاثاء أن الجزء الثاني من ممشى النهر سيبدأ العمل به الشهر المقبل، بعد ثلاث سنوات من المحادثات.",
        "تكلف المرحلة الأولى اثني عشر مليونا؛ وسينظف مجرى النهر وتقوى الضفاف قبل فيضانات الخريف، ويفتح ممر مؤقت للسكان.",
    ],
    "ja": [
        "市は火曜日、川沿いの遊歩道の第二区間の工事を来月始めると発表した。三年にわたる話し合いがまとまったためだ。",
        "最初の工事には十二億円がかかる。秋の増水の前に川底をさらい、護岸を補強し、住民のために仮の道を開くという。",
    ],
    "ko": [
        "시는 화요일 강변 산책로 두 번째 구간 공사를 다음 달 시작한다고 밝혔다. 삼 년에 걸친 협의가 마무리된 데 따른 것이다.",
        "첫 단계에는 백이십억 원이 들며, 가을 홍수 전에 강바닥을 정비하고 둑을 보강하며 주민을 위한 임시 통로를 연다.",
    ],
    "pl": [
        "Miasto ogłosiło we wtorek, że drugi odcinek ścieżki nad rzeką zacznie powstawać w przyszłym miesiącu, po trzech latach rozmów.",
        "Pierwszy etap kosztuje dwanaście milionów; koryto zostanie oczyszczone, a brzegi umocnione przed jesiennymi wezbraniami.",
    ],
    "tr": [
        "Belediye salı günü, nehir yolunun ikinci bölümünün yapımına üç yıllık görüşmelerin ardından gelecek ay başlanacağını duyurdu.",
        "İlk aşama on iki milyona mal olacak; sonbahar taşkınlarından önce nehir yatağı temizlenecek ve kıyılar güçlendirilecek.",
    ],
    "vi": [
        "Chính quyền thành phố hôm thứ ba thông báo đoạn thứ hai của đường ven sông sẽ khởi công tháng tới, sau ba năm bàn bạc.",
        "Giai đoạn đầu tốn mười hai tỷ đồng; lòng sông sẽ được nạo vét và bờ được gia cố trước mùa lũ, mở lối đi tạm cho người dân.",
    ],
    "el": [
        "Ο δήμος ανακοίνωσε την Τρίτη ότι το δεύτερο τμήμα του μονοπατιού θα αρχίσει τον επόμενο μήνα, μετά από τρία χρόνια συζητήσεων.",
        "Η πρώτη φάση κοστίζει δώδεκα εκατομμύρια· η κοίτη θα καθαριστεί και οι όχθες θα ενισχυθούν πριν από τις πλημμύρες.",
    ],
    "fa": [
        "شهرداری روز سه‌شنبه اعلام کرد که بخش دوم مسیر کنار رود ماه آینده آغاز می‌شود، پس از سه سال گفت‌وگو با اجاره‌داران.",
        "مرحله نخست دوازده میلیارد هزینه دارد و پیش از سیلاب پاییز بستر رود لایروبی و کناره‌ها محکم می‌شود تا مردم گذر کنند.",
    ],
    "he": [
        "העירייה הודיעה ביום שלישי כי הקטע השני של שביל הנחל יתחיל להיבנות בחודש הבא, אחרי שלוש שנים של שיחות עם החוכרים.",
        "השלב הראשון עולה שנים עשר מיליון; אפיק הנחל ינוקה והגדות יחוזקו לפני שיטפונות הסתיו, וייפתח מעבר זמני לתושבים.",
    ],
    "hi": [
        "नगर निगम ने मंगलवार को बताया कि नदी पथ का दूसरा हिस्सा तीन साल की बातचीत के बाद अगले महीने शुरू होगा।",
        "पहले चरण पर बारह करोड़ खर्च होंगे; बाढ़ से पहले नदी का तल साफ होगा और किनारे मज़बूत किए जाएँगे ताकि लोग आ जा सकें।",
    ],
    "th": [
        "เทศบาลแถลงเมื่อวันอังคารว่าทางเดินริมแม่น้ำช่วงที่สองจะเริ่มก่อสร้างเดือนหน้าหลังจากเจรจากับผู้เช่าที่ดินมาสามปี",
        "ระยะแรกใช้เงินสิบสองล้านบาทโดยจะขุดลอกท้องน้ำและเสริมตลิ่งก่อนน้ำหลากและเปิดทางชั่วคราวให้ชาวบ้านกับนักเรียนใช้",
    ],
    "zht": [
        "市政府週二宣布，濱河步道第二期工程將於下月開工，此前與承租戶的協商歷時三年，雙方上週簽下協議。",
        "第一階段投資一千二百萬元，將在秋汛來臨之前完成河床清淤與護岸加固，並為居民和學生開闢臨時通道。",
    ],
}
LINES = [
    ("ar", "<div>بقلم ليلى حداد &nbsp; 19 أبريل 2022</div>", ("ليلى حداد",), "2022-04-19"),
    ("ja", "<div><span>佐藤花子</span> <time>2022年4月19日</time> <span>読了時間 3分</span></div>", ("佐藤花子",), "2022-04-19"),
    ("ja", "<div>高橋　健</div><div>2022年4月19日</div>", ("高橋 健",), "2022-04-19"),
    ("el", "<div>Της Μαρίας Παππά &nbsp; 19 Απριλίου 2022</div>", ("Μαρίας Παππά",), "2022-04-19"),
    ("fa", "<div class=author>نرگس احمدی، خبرنگار</div><div>19 آوریل 2022</div>", ("نرگس احمدی",), "2022-04-19"),
    ("he", "<div>מאת תמר אלון | 19.04.2022</div>", ("תמר אלון",), "2022-04-19"),
    ("hi", "<div>द्वारा मीना गुप्ता | 19 अप्रैल 2022</div>", ("मीना गुप्ता",), "2022-04-19"),
    ("th", "<div><span>โดย สมชาย ใจดี</span><span>19 เมษายน 2565</span></div>", ("สมชาย ใจดี",), "2022-04-19"),
    ("ja", "<div>文・佐藤花子 | 2022年4月19日</div>", ("佐藤花子",), "2022-04-19"),
    ("ja", "<div class='c1'><a href='/author/7'>記者・佐藤花子</a> <time>2022年4月19日</time></div>", ("佐藤花子",), "2022-04-19"),
    ("ko", "<div>2022.04.19 10:17 | 글 김민수 | 댓글 3</div>", ("김민수",), "2022-04-19"),
    ("pl", "<div>Oprac. Anna Kowal &nbsp; 19 kwietnia 2022</div>", ("Anna Kowal",), "2022-04-19"),
    ("tr", "<div><span>Haber: Ayşe Demir</span><span>19 Nisan 2022</span></div>", ("Ayşe Demir",), "2022-04-19"),
    ("vi", "<div><span>Tác giả: Nguyễn Lan</span><span>19/04/2022 10:17</span></div>", ("Nguyễn Lan",), "2022-04-19"),
    ("zh", "<div>2022-04-19 10:17 | 记者 李明 | 12</div>", ("李明",), "2022-04-19"),
    ("zht", "<div>2022/04/19 10:17 | 記者陳志明／臨港報導 | 12</div>", ("陳志明",), "2022-04-19"),
    ("zht", "<div><a href='/author/7'>記者陳志明／臨港報導</a> <time>2022/04/19</time></div>", ("陳志明",), "2022-04-19"),
    ("en", "<p>By <b>Maeve Tolland</b></p><p>Published 10:17 AM, April 19, 2022</p>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Maeve Tolland, Environment Correspondent</div><div>April 19, 2022</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div><span>MAEVE TOLLAND</span><span>·</span><span>Apr 19, 2022</span><span>·</span><span>4 min read</span></div>", ('MAEVE TOLLAND',), "2022-04-19"),
    ("en", "<div>by: Maeve Tolland</div><div>Posted: Apr 19, 2022 / 10:17 AM EDT</div><div>Updated: Apr 19, 2022 / 11:02 AM EDT</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Written by</div><div>Maeve Tolland</div><div>Published on</div><div>19 April 2022</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Maeve Tolland in Winnow</div><div>Tue 19 Apr 2022 10.17 BST</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<address>Maeve Tolland</address><time>19 April 2022</time>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<p>April 19, 2022 — Maeve Tolland</p>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<p>Story by Maeve Tolland</p><p>Photographs by Jon Reyes</p><p>April 19, 2022</p>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Maeve Tolland and Jon Reyes</div><div>April 19, 2022</div>", ('Maeve Tolland', 'Jon Reyes'), "2022-04-19"),
    ("en", "<div>Author: Maeve Tolland</div><div>Date: 19/04/2022</div><div>Category: Coast</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Maeve Tolland @mtolland / 10:17 AM / April 19, 2022</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<p>By Maeve Tolland Staff Writer</p><p>19 April 2022</p>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Reviewed by Ada Moor | Written by Maeve Tolland | 19 April 2022</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div><img alt='Maeve Tolland'><a href='/profile/1234'>Maeve Tolland</a><span>Senior reporter</span></div><div>19 Apr 2022</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>MAEVE TOLLAND</div><div>Coast reporter</div><div>19 APRIL 2022 10:17</div>", ('MAEVE TOLLAND',), "2022-04-19"),
    ("en", "<p>By <span>Maeve Tolland</span>,</p><p>Coast Herald</p><p>Tuesday, April 19, 2022 10:17am</p>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Maeve Tolland</div><div>Published: April 19, 2022 10:17 am</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Words by Maeve Tolland. Pictures by Jon Reyes. 19 April 2022</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>19/04/2022 10:17 | Maeve Tolland</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Interview by Maeve Tolland</div><div>19 April 2022</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Analysis by Maeve Tolland</div><div>19 April 2022</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<div>Opinion</div><div>Maeve Tolland</div><div>19 April 2022</div>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<p>By Maeve Tolland for the Coast Herald</p><p>April 19, 2022</p>", ('Maeve Tolland',), "2022-04-19"),
    ("en", "<p>Dr Maeve Tolland</p><p>April 19, 2022</p>", ('Dr Maeve Tolland',), "2022-04-19"),
    ("de", "<p>Von Maike Tolland</p><p>19.04.2022, 10:17 Uhr</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>VON MAIKE TOLLAND</p><p>Aktualisiert am 19.04.2022-10:17</p>", ('MAIKE TOLLAND',), "2022-04-19"),
    ("de", "<p>Maike Tolland</p><p>19. April 2022</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Text: Maike Tolland; Fotos: Jan Rehm</p><p>19. April 2022</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Maike Tolland, 19.04.2022 - 10:17 Uhr</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Ein Bericht von Maike Tolland</p><p>19.04.2022</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>19. April 2022, 10:17 Uhr Von Maike Tolland, Berlin</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Aus Berlin berichtet Maike Tolland</p><p>19.04.2022, 10.17 Uhr</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Kommentar von Maike Tolland</p><p>Stand: 19.04.2022 10:17 Uhr</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Veröffentlicht: 19.04.2022, 10:17 Uhr | Maike Tolland</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Von Maike Tolland und Jan Rehm</p><p>Dienstag, 19.04.2022</p>", ('Maike Tolland', 'Jan Rehm'), "2022-04-19"),
    ("de", "<p>von: Maike Tolland</p><p>veröffentlicht am 19.04.2022 - 10:17</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Autorin: Maike Tolland</p><p>Erschienen am 19. April 2022</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Eine Kolumne von Maike Tolland</p><p>19.04.2022</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Von unserer Korrespondentin Maike Tolland</p><p>19.04.2022</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Von Redaktion</p><p>19.04.2022</p>", (), "2022-04-19"),
    ("de", "<p>Maike Tolland</p><p>Redakteurin</p><p>19.04.2022, 10:17</p>", ('Maike Tolland',), "2022-04-19"),
    ("de", "<p>Dr. Maike Tolland</p><p>19.04.2022</p>", ('Dr. Maike Tolland',), "2022-04-19"),
    ("fr", "<p>Par Maëlle Tolland</p><p>Publié le 19 avril 2022 à 10h17</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Publié le 19/04/2022 à 10:17, par Maëlle Tolland</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Propos recueillis par Maëlle Tolland</p><p>19 avril 2022</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Maëlle Tolland avec AFP</p><p>Publié le 19/04/2022</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Par Maëlle Tolland, envoyée spéciale à Lyon</p><p>19 avril 2022</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Maëlle Tolland</p><p>Le 19/04/2022 à 10h17</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Rédigé par Maëlle Tolland, le 19 avril 2022</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Écrit par Maëlle Tolland</p><p>Mis en ligne le 19/04/2022</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Par Maëlle Tolland le mardi, 19 avril 2022, 10:17</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Par Maëlle de la Tour le mardi 19 avril 2022</p>", ('Maëlle de la Tour',), "2022-04-19"),
    ("fr", "<p>Par La rédaction</p><p>19/04/2022</p>", (), "2022-04-19"),
    ("fr", "<p>Maëlle Tolland et Jean Royer</p><p>Publié le 19 avril 2022 à 10h17 • Mis à jour le 19 avril 2022 à 11h02</p>", ('Maëlle Tolland', 'Jean Royer'), "2022-04-19"),
    ("fr", "<p>Article rédigé par</p><p>Maëlle Tolland</p><p>Publié le 19/04/2022 10:17</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("fr", "<p>Une chronique de Maëlle Tolland</p><p>19 avril 2022</p>", ('Maëlle Tolland',), "2022-04-19"),
    ("es", "<p>Por Maya Tolán</p><p>19 de abril de 2022</p>", ('Maya Tolán',), "2022-04-19"),
    ("es", "<p>Maya Tolán</p><p>Sevilla - 19 abr 2022 - 10:17 CEST</p>", ('Maya Tolán',), "2022-04-19"),
    ("es", "<p>MAYA TOLÁN | Sevilla</p><p>19/04/2022 10:17</p>", ('MAYA TOLÁN',), "2022-04-19"),
    ("es", "<p>Redacción / Maya Tolán</p><p>19/04/2022</p>", ('Maya Tolán',), "2022-04-19"),
    ("es", "<p>Texto: Maya Tolán Fotos: Juan Reyes</p><p>19 abril 2022</p>", ('Maya Tolán',), "2022-04-19"),
    ("es", "<p>19/04/2022 10:17 Maya Tolán</p>", ('Maya Tolán',), "2022-04-19"),
    ("es", "<p>Escrito por Maya Tolán</p><p>Martes, 19 de abril de 2022</p>", ('Maya Tolán',), "2022-04-19"),
    ("es", "<p>Por: Maya Tolán</p><p>Publicado: 19 de abril de 2022 a las 10:17 h</p>", ('Maya Tolán',), "2022-04-19"),
    ("es", "<p>Publicado por Maya Tolán el 19 de abril de 2022</p>", ('Maya Tolán',), "2022-04-19"),
    ("es", "<p>Redacción</p><p>19 abr. 2022</p>", (), "2022-04-19"),
    ("it", "<p>di Maia Tolla</p><p>19 aprile 2022</p>", ('Maia Tolla',), "2022-04-19"),
    ("it", "<p>a cura di Maia Tolla</p><p>19/04/2022</p>", ('Maia Tolla',), "2022-04-19"),
    ("it", "<p>Di Maia Tolla 19 Aprile 2022</p>", ('Maia Tolla',), "2022-04-19"),
    ("it", "<p>dal nostro inviato Maia Tolla</p><p>19 aprile 2022 alle 10:17</p>", ('Maia Tolla',), "2022-04-19"),
    ("it", "<p>Redazione</p><p>19 aprile 2022</p>", (), "2022-04-19"),
    ("it", "<p>di Maia Tolla e Gianni Reali</p><p>Pubblicato il 19/04/2022 ore 10:17</p>", ('Maia Tolla', 'Gianni Reali'), "2022-04-19"),
    ("it", "<p>Scritto da Maia Tolla</p><p>Martedì 19 Aprile 2022</p>", ('Maia Tolla',), "2022-04-19"),
    ("it", "<p>Maia Tolla</p><p>19 aprile 2022 | 10.17</p>", ('Maia Tolla',), "2022-04-19"),
    ("it", "<p>Testo di Maia Tolla</p><p>19.04.2022</p>", ('Maia Tolla',), "2022-04-19"),
    ("pt", "<p>Por Maia Tolda</p><p>19/04/2022 10h17</p>", ('Maia Tolda',), "2022-04-19"),
    ("pt", "<p>Por Maia Tolda — Lisboa</p><p>19/04/2022 10h17 Atualizado há 2 horas</p>", ('Maia Tolda',), "2022-04-19"),
    ("pt", "<p>Maia Tolda</p><p>19 de Abril de 2022, 10:17</p>", ('Maia Tolda',), "2022-04-19"),
    ("pt", "<p>Texto: Maia Tolda</p><p>19 abr 2022</p>", ('Maia Tolda',), "2022-04-19"),
    ("pt", "<p>Escrito por Maia Tolda</p><p>19 de abril de 2022</p>", ('Maia Tolda',), "2022-04-19"),
    ("pt", "<p>Da redação</p><p>19/04/2022</p>", (), "2022-04-19"),
    ("pt", "<p>Publicado por Maia Tolda em 19/04/2022 às 10:17</p>", ('Maia Tolda',), "2022-04-19"),
    ("pt", "<p>Maia Tolda e João Reis</p><p>19/04/2022 às 10h17</p>", ('Maia Tolda', 'João Reis'), "2022-04-19"),
    ("zh", "<div>2022-04-19 10:17:00 来源：滨河日报 作者：何云 编辑：陆山</div>", ('何云',), "2022-04-19"),
    ("zh", "<div>滨河日报记者 何云 2022年04月19日</div>", ('何云',), "2022-04-19"),
    ("zh", "<p>文/何云</p><p>2022年4月19日 10:17</p>", ('何云',), "2022-04-19"),
    ("zh", "<p>作者 | 何云</p><p>来源 | 滨河日报</p><p>2022-04-19</p>", ('何云',), "2022-04-19"),
    ("zh", "<div>发布时间：2022-04-19 点击：123次 来源：本站</div>", (), "2022-04-19"),
    ("zh", "<div><span>2022-04-19 10:17</span><span>来源：</span><a href='http://x.cn'>滨河日报</a><span>字号：大 中 小</span></div>", (), "2022-04-19"),
    ("zh", "<div>日期：2022-04-19 浏览次数：1233 信息来源：市水务局</div>", (), "2022-04-19"),
    ("zh", "<div>来源：滨河日报　　发布时间：2022年04月19日 10:17　　责任编辑：陆山</div>", (), "2022-04-19"),
    ("zh", "<div>2022年04月19日10:17 | 来源：滨河日报</div>", (), "2022-04-19"),
    ("zh", "<div>时间：2022/4/19 10:17:00 来源：滨河日报 作者：何云 陆山</div>", ('何云', '陆山'), "2022-04-19"),
    ("zh", "<div>发布者：admin 发布日期：2022-04-19 浏览量：33</div>", (), "2022-04-19"),
    ("zh", "<div>稿源：滨河日报 编辑：陆山 2022-04-19 10:17</div>", (), "2022-04-19"),
    ("zh", "<div>[日期：2022-04-19] 来源：滨河日报 作者：何云 [字体：大 中 小]</div>", ('何云',), "2022-04-19"),
    ("zh", "<div>文章来源：滨河日报 发稿时间：2022-04-19 10:17 撰稿：何云 审核：陆山</div>", ('何云',), "2022-04-19"),
    ("zh", "<div>2022-04-19 10:17:12　　来源: 滨河日报(滨河)</div>", (), "2022-04-19"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "authors", "day"), LINES)
def test_who_wrote_is_read_and_leaves_the_text(
    language: str, line: str, authors: tuple[str, ...], day: str | None
) -> None:
    text = TEXTS[language]
    story = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    page = f"<html lang={language}><body><div><h1>River path</h1>{line}<div>{story}</div></div></body></html>"
    article = extract(page, "https://www.example.test/a/path-123456.html", fetched_at=FETCHED)
    published = article.published and article.published.date().isoformat()
    assert (article.authors, article.body.split("\n"), published) == (authors, text, day)


@pytest.mark.parametrize(
    ("line", "authors"),
    [("【山田花子】", ("山田花子",)), ("（山田 花子）", ("山田 花子",)), ("【関連記事】", ()), ("（笑い、拍手）", ())],
)
def test_a_japanese_report_is_signed_at_its_end(line: str, authors: tuple[str, ...]) -> None:
    text = "".join(
        f"<p>　市は{day}日、川沿いの遊歩道の工事を来月始めると発表した。全長は4.2キロである。</p>"
        for day in range(11, 15)
    )
    page = f"<html lang=ja><title>遊歩道を延伸 - 川辺新聞</title><h1>遊歩道を延伸</h1><div>{text}<p>{line}</p></div></html>"
    assert extract(page, "https://www.example.test/a/123456.html").authors == authors


def test_a_caption_with_a_day_is_no_byline() -> None:
    caption = "Le vieux pont vu du port, le 8 mars 2022. <span class=credits>Photo Pierre Ocquet/AFP</span>"
    figure = f"<figure><img src=/p.jpg><figcaption>{caption}</figcaption></figure>"
    text = "".join(f"<p>{line}</p>" for line in TEXTS["fr"] * 2)
    page = f"<html lang=fr><article><h1>Le vieux pont ferme</h1>{figure}{text}</article></html>"
    assert extract(page, "https://www.example.test/pont.html", fetched_at=FETCHED).authors == ()
