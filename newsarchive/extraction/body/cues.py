"""Beginnings of lines that news pages add to their texts: hints to what a block is, never reasons to remove it."""

from __future__ import annotations

import re
from typing import Final

# Kind, language, how such lines begin after bullets and brackets.
BEGINNINGS: Final = (
    (
        "credit",
        "zh",
        r"(?:本文|文章|信息|新闻|稿件|消息|内容|图文)?[来來]\s*源\s*[：:丨|]|稿源\s*[：:]|出\s*[处處]\s*[：:]|(?:转|轉|摘)自\s*[：:]|"
        r"供\s*稿\s*[：:]",
    ),
    (
        "credit",
        "zh",
        r"(?:作\s*者|(?:本报|本网|特约|见习|实习|首席|全媒体|融媒体)?记\s*者|通\s*讯\s*员|撰\s*[文稿]|采\s*写|文字|原作者|编\s*译|翻\s*译|記\s*者|"
        r"撰\s*文|出品|策划|制作|设计|美编|摄影|摄像|剪辑|视频|海报|排版|执行|统筹|监制|監製|制图|图片|总策划|总监制)\s*[：:丨|︱/／]",
    ),
    (
        "credit",
        "zh",
        r"(?:责任编辑|責任編輯|责\s*编|責\s*編|网络编辑|網絡編輯|本期编辑|值班编辑|新媒体编辑|编\s*辑|編\s*輯|小\s*编|主\s*编|编\s*审|审\s*[核校签]|初审|"
        r"复审|终审|一审|二审|三审|校\s*对|校對|核稿|流程编辑)\s*(?:[：:丨|/／︱]|\s\S{2,4}(?:\s|$))",
    ),
    (
        "credit",
        "zh",
        r"(?:文|图|圖)\s*[/／丨︱:：]|原标题|原標題|原题|[（(](?:完|记者|記者|作者|来源|原标题|责任编辑|责编|编辑|文章来源|本文来源|图片来源|圖片來源)",
    ),
    (
        "credit",
        "de",
        r"(?:Quellen?|Autor(?:in)?|Redaktion|Text|Bild(?:quelle|nachweis|er)?|Fotos?|Foto-?credit|"
        r"Mit Material von|Mitarbeit)\s*:",
    ),
    (
        "credit",
        "en",
        r"(?:Sources?|Authors?|Reporting by|Edited by|Editing by|Written by|Additional reporting|"
        r"Compiled by|Photo(?:graph)?s?(?: credits?)?|Images?(?: credits?)?|Credits?|Photo(?: by)|"
        r"By-line|Contact|Media contact|Follow)\s*[:\-–]|(?:Reporting|Additional reporting|Editing|"
        r"Writing|Edited|Photographs?|Photo|Image|Translated|Compiled)\s(?:by|via|from|credit)\b|"
        r"Image source",
    ),
    ("credit", "fr", r"(?:Sources?|Auteur|Crédits?(?: photo)?|Photo|Rédaction)\s*:|Avec (?:AFP|Reuters)"),
    ("credit", "es", r"(?:Fuentes?|Autor|Foto(?:s|grafía)?|Redacción|Con información de)\s*:"),
    ("credit", "it", r"(?:Fonte|Foto|Autore|A cura di)\s*:"),
    ("credit", "pt", r"(?:Fonte|Foto|Imagem|Autor|Com informações)\s*:"),
    ("credit", "ru", r"(?:Источник|Фото|Автор|Текст|Редактор|Иллюстрация)\s*[:—/]"),
    (
        "credit",
        "ja",
        r"(?:写真|出典|提供|文|取材|画像|編集|執筆|撮影|引用元?|参照|著者)\s*[：:＝=/／]|[（(](?:写真|撮影|取材)|【?(?:写真|画像)】",
    ),
    ("credit", "ko", r"(?:사진|출처|자료|글|기자|편집)\s*[=:：|ㅣ/]|\S{2,4}\s기자\s*\S+@"),
    ("credit", "nl", r"(?:Bron|Foto|Tekst)\s*:"),
    ("credit", "sv", r"(?:Källa|Foto|Text)\s*:"),
    ("credit", "tr", r"(?:Kaynak|Fotoğraf)\s*:"),
    (
        "related",
        "en",
        r"(?:Read (?:more|also|next|on|the full|full|our)|See also|Also (?:read|see|on)|Related|"
        r"Recommended|More (?:on|from|about|stories|news|like|in|coverage|info)|You (?:may|"
        r"might) (?:also|like)|Don'?t miss|Up next|Watch(?: (?:now|more|also|the|below|:))|Most (?:read|"
        r"popular|viewed|shared)|Trending|Popular|Click here|Learn more|Find out more|Go deeper|"
        r"Keep reading|Continue reading|Next (?:article|story|post)|Previous (?:article|story|post)|"
        r"Latest (?:news|stories)|Further reading|LISTEN|WATCH|READ|MORE|RELATED|SEE ALSO|"
        r"Editor'?s picks|In case you missed|Discover|Explore|Check out|From the archive|What to (?:read|"
        r"know)|Editors.? Choice|Top stories|What others are reading|Recent (?:posts|articles|news))\b",
    ),
    (
        "related",
        "de",
        r"(?:Lesen Sie (?:auch|hier|mehr|dazu|weiter|jetzt)|Lies (?:auch|hier|mehr|dazu)|(?:Auch|"
        r"Das könnte Sie auch) (?:interessant|interessieren|lesenswert)|Mehr (?:zum|zu|dazu|"
        r"Informationen|Infos?|über|aus|lesen|News|von)|Weiterlesen|Weiter(?:e|"
        r"führende) (?:Informationen|Artikel|Infos|Themen|Links|Meldungen|Nachrichten|Beiträge)|"
        r"Zum Thema|Siehe auch|Das könnte|Passend(?:e|es)? (?:zum|dazu)|Interessant|Meistgelesen|"
        r"Ähnliche|Verwandte|Themen|Hintergrund|Hier (?:geht es|geht's|finden|lesen)|Lesetipp|Video|"
        r"Alle (?:News|Infos|Nachrichten|Artikel|Entwicklungen)|Auch interessant|LESEN SIE AUCH|"
        r"MEHR ZUM THEMA|Empfehlung|Vorheriger|Nächster|Zurück|Aktuelle|Beliebte|Neueste|Podcast|"
        r"Weitere)\b",
    ),
    (
        "related",
        "fr",
        r"(?:À lire|A lire|Lire (?:aussi|la suite|également|notre|plus)|LIRE AUSSI|À voir|Voir (?:aussi|"
        r"plus|tous)|Sur le même (?:sujet|thème)|À (?:découvrir|écouter)|Pour aller plus loin|"
        r"En savoir plus|Notre dossier|Dans la même rubrique|Articles? (?:liés|similaires|associés|"
        r"récents)|Plus d'(?:infos|actu)|Découvrez|Retrouvez|>> )",
    ),
    (
        "related",
        "es",
        r"(?:Lee? (?:también|más|además)|Leer (?:también|más)|Lea también|Te puede interesar|"
        r"Te recomendamos|PUEDES VER|Puedes (?:ver|leer)|Mira también|Vea también|Ver (?:también|más)|"
        r"Más (?:información|noticias|sobre|en)|Noticias? relacionadas?|Relacionad[oa]s?|"
        r"También (?:puedes|te)|Además|Lo más (?:leído|visto)|MIRA|LEE|LEA|VER)\b",
    ),
    (
        "related",
        "it",
        r"(?:Leggi (?:anche|tutto|di più)|LEGGI ANCHE|Approfondimenti|Articoli correlati|"
        r"Potrebbe interessarti|Guarda anche|Vedi anche|Ti potrebbe)\b",
    ),
    (
        "related",
        "pt",
        r"(?:Leia (?:também|mais|ainda)|LEIA|Veja (?:também|mais)|Saiba mais|Confira|"
        r"Notícias relacionadas|Relacionad[oa]s|Mais (?:lidas|sobre))\b",
    ),
    ("related", "nl", r"(?:Lees (?:ook|meer|verder)|Bekijk (?:ook|hier)|Meer (?:over|lezen)|Gerelateerd|Zie ook)\b"),
    (
        "related",
        "nordic",
        r"(?:Les (?:også|mer|mere)|Läs (?:också|mer|även)|Læs (?:også|mere)|Lue (?:myös|lisää)|Se også|"
        r"Relaterat|Relaterte)\b",
    ),
    (
        "related",
        "pl",
        r"(?:Czytaj (?:też|także|więcej|dalej|również)|Zobacz (?:też|także|również|więcej)|"
        r"Przeczytaj (?:też|także|również)|Polecamy|CZYTAJ|ZOBACZ)\b",
    ),
    (
        "related",
        "ru",
        r"(?:Читайте (?:также|ещё|еще)|Читать (?:также|далее)|Смотрите также|(?:Материалы|Новости|"
        r"Статьи) по теме|По теме|Ещё (?:по теме|новости)|Подробнее|Похожие)\b",
    ),
    ("related", "tr", r"(?:İlgili (?:haber|konu)|Ayrıca (?:bkz|oku)|Devamı|Okumaya devam)"),
    ("related", "id", r"(?:Baca (?:juga|selengkapnya)|Simak (?:juga|pula)|Lihat juga)\b"),
    (
        "related",
        "zh",
        r"(?:延伸|相关|相關|推荐|推薦|扩展|猜你|热门|熱門|热点|更多|精彩|最新|往期|编辑|为您|小编|拓展|前情)(?:阅读|閱讀|新闻|新聞|文章|链接|報導|报道|推荐|推薦|"
        r"喜欢|回顾|精选|资讯|内容|排行|专题|热词|话题|标签|稿件|提要)|(?:上|下|前|后)一[篇条则个章页]|你可能(?:還|也)|看更多|点击(?:进入|查看|参与|阅读)|"
        r"返回(?:搜狐|首页|列表|顶部)|阅读原文|展开全文|查看(?:更多|原文|全文)|更多(?:精彩|资讯|新闻|内容|详情|报道)|原文链接|猜你喜欢|大家都在看",
    ),
    (
        "related",
        "ja",
        r"(?:関連(?:記事|リンク|ニュース|キーワード|タグ)|あわせて読みたい|[■【●]?関連|おすすめ|こちらも|もっと見る|続きを読む|この記事(?:の|を)|人気(?:記事|の)|"
        r"【(?:関連|画像|写真|動画|図解|表|次ページ|あわせて)|次のページ|前のページ|ランキング|最新記事|特集)",
    ),
    ("related", "ko", r"(?:관련\s?(?:기사|뉴스|글)|\[?(?:관련|추천)\s?기사|더\s?(?:보기|읽기)|많이 본|이 기사|▶|☞)"),
    ("related", "ar", r"(?:اقرأ (?:أيضا|أيضًا|المزيد|ايضا)|شاهد (?:أيضا|أيضًا)|المزيد|مواضيع|أخبار ذات صلة)"),
    (
        "promo",
        "en",
        r"(?:Sign up|Subscribe|Join (?:our|the|us)|Get (?:our|the|our daily|your|more|all|access|"
        r"breaking)|Download (?:our|the)|Follow (?:us|our|me|@|[A-Z]\w+ on)|Like (?:us|our)|"
        r"Support (?:our|us|independent)|Donate|Become a|Already a (?:member|subscriber)|Log ?in|"
        r"Register|Newsletters?|Want (?:more|to)|Never miss|Stay (?:up|in touch|informed|connected)|"
        r"Enjoy(?:ed|ing)?|Start your|Try |Our newsletter|To (?:get|receive|read|continue)|Unlock|"
        r"This (?:article|content|story) is (?:for|only|exclusive|available)|Thank you for|Thanks for|"
        r"Listen to|Receive|Have (?:a|you got) (?:a )?(?:story|tip|news)|Do you (?:have|know)|"
        r"Got a (?:story|tip|news)|Email |Contact (?:us|the)|If you (?:have|want|enjoyed|liked|value)|"
        r"We (?:want to hear|need your)|Tune in|Advertis|Buy |Shop|Order|Pre-order|Book |Image:|Ad\b)",
    ),
    (
        "promo",
        "de",
        r"(?:Newsletter|Abonnieren|Jetzt (?:abonnieren|anmelden|registrieren|lesen|kostenlos|testen|"
        r"bestellen|kaufen|mehr|den)|Hier (?:anmelden|abonnieren|klicken|können|gibt|kannst)|"
        r"Melden Sie sich|Melde dich|Folgen Sie|Folge(?:n|t)? (?:uns|Sie)|Bleiben Sie|Bleib|"
        r"Mit (?:unserem|dem) Newsletter|Täglich|Unser(?:e|en)? (?:Newsletter|App|Podcast|Messenger|"
        r"Whats)|Laden Sie|Noch (?:mehr|kein)|Sie (?:sind|haben|wollen|möchten|können) (?:bereits|schon|"
        r"Fragen|noch|den|uns|mehr)|Möchten Sie|Wollen Sie|Dieser (?:Artikel|Text|Beitrag) (?:ist|"
        r"erschien|wurde|stammt|enthält)|Wir (?:freuen|benötigen|verwenden|bieten|haben uns)|Anmelden|"
        r"Login|Werden Sie|Anzeige|Werbung|Gewinnspiel|Testen Sie|Empfohlener (?:externer|"
        r"redaktioneller)|An dieser Stelle|Externe[rn]? (?:Inhalt|Content)|Inhalt|Ihnen (?:gefällt|hat)|"
        r"Gefällt (?:dir|Ihnen)|Hat (?:dir|Ihnen)|Schreiben Sie|Schicken Sie|Diskutieren Sie|Exklusiv|\*|"
        r"Affiliate)",
    ),
    (
        "promo",
        "fr",
        r"(?:Newsletter|Inscrivez|Abonnez|Je m'(?:abonne|inscris)|Recevez|Suivez|Téléchargez|"
        r"Cet article est|Publicité|La suite après|Déjà abonné|Il vous reste|Pour (?:lire|recevoir|"
        r"accéder)|Vous (?:avez|êtes|souhaitez)|Soutenez|Rejoignez)",
    ),
    (
        "promo",
        "es",
        r"(?:Suscríb|Suscrib|Sigue|Síguenos|Únete|Recibe|Regístrate|Publicidad|Esta funcionalidad|"
        r"Inicia sesión|Descarga|Si (?:quieres|eres)|Newsletter|Boletín|Apúntate|Para (?:seguir|leer|"
        r"comentar))",
    ),
    (
        "promo",
        "it",
        r"(?:Iscriviti|Abbonati|Seguici|Segui|Scarica|Newsletter|Ricevi|Resta aggiornato|Pubblicità|"
        r"Sostieni)",
    ),
    (
        "promo",
        "pt",
        r"(?:Assine|Inscreva|Siga|Receba|Cadastre|Clique|Participe|Baixe|Newsletter|Publicidade|"
        r"Continua depois|Acompanhe)",
    ),
    (
        "promo",
        "ru",
        r"(?:Подпис(?:ывайтесь|аться|ывайся)|Следите|Реклама|Присоединяйтесь|Наш (?:Telegram|канал)|"
        r"Если вы|Хотите)",
    ),
    (
        "promo",
        "zh",
        r"(?:扫|长按|识别|微信搜|搜索|关注|加入|订阅|添加|打开|下载|安装|點我|訂閱|掃描|加入(?:粉絲|LINE)|想看|喜欢|看都看完|欢迎(?:关注|订阅|扫码|点击|下载|"
        r"投稿|加入)|更多(?:精彩|原创|资讯).{0,30}(?:下载|关注)|特别提醒|温馨提示|[*＊]?\s*本文来自.{0,20}(?:下载|APP)|请(?:扫|关注|下载|点击)|"
        r"爆料|投稿|商务合作|合作|24小时滚动)",
    ),
    (
        "promo",
        "ja",
        r"(?:会員(?:登録|限定)|有料会員|ログイン|無料(?:会員|登録|で)|メルマガ|メールマガジン|フォロー|購読|残り\s?\d+文字|この記事は(?:会員|有料)|広告|アプリ|"
        r"公式|LINE|友だち追加|登録)",
    ),
    ("promo", "ko", r"(?:구독|로그인|회원|앱|카카오|네이버|채널|뉴스레터|제보|광고)"),
    ("promo", "nl", r"(?:Nieuwsbrief|Abonneer|Meld je|Schrijf je|Volg ons|Advertentie|Wil je|Ontvang)"),
    ("promo", "nordic", r"(?:Prenumerera|Abonner|Nyhetsbrev|Annons|Följ|Meld deg|Tilmeld|Tilaa)"),
    ("promo", "pl", r"(?:Zapisz się|Subskrybuj|Prenumer|Reklama|Dołącz|Obserwuj|Śledź)"),
    ("promo", "tr", r"(?:Abone|Takip|Reklam|Üye)"),
    (
        "share",
        "en",
        r"(?:Share (?:this|on|via|article|your|the)|Share$|Tweet|Pin it|Print|Email this|Copy link|"
        r"Link copied|Save|Comments?$|Facebook|Twitter|WhatsApp|LinkedIn|Reddit|Click to (?:share|email|"
        r"print)|Like this|Add (?:to|us)|Report (?:an? )?(?:error|typo|correction)|Send|"
        r"View (?:all )?(?:\d+ )?comments|Leave a|Post a|Show (?:more|comments)|Loading|Advertisement|"
        r"ADVERTISEMENT|Sponsored|Listen|Play|Close|Skip|Jump|Back to top|Scroll|Expand|Toggle|Next|"
        r"Previous|Prev|Menu|Search|Home)\b",
    ),
    (
        "share",
        "de",
        r"(?:Teilen|Per (?:WhatsApp|Mail|E-Mail)|Drucken|Merken|Artikel (?:teilen|drucken|merken|"
        r"empfehlen|weiterempfehlen|kommentieren)|Kommentar(?:e|ieren)?|Facebook|Twitter|Link kopieren|"
        r"Kopieren|Vorlesen|Anhören|Nach oben|Seite drucken|Feedback|Bewerten|Speichern|Schließen)\b",
    ),
    (
        "share",
        "fr",
        r"(?:Partager|Imprimer|Envoyer|Commenter|Réagir|Copier|Enregistrer|Temps de lecture|Ajouter|"
        r"Écouter)\b",
    ),
    ("share", "es", r"(?:Compartir|Comparte|Imprimir|Guardar|Comentarios?|Enviar|Copiar|Escuchar)\b"),
    ("share", "it", r"(?:Condividi|Stampa|Commenti|Invia|Salva|Ascolta)\b"),
    ("share", "pt", r"(?:Compartilh|Imprimir|Comentários?|Salvar|Ouça|Enviar)"),
    ("share", "ru", r"(?:Поделиться|Комментар|Распечатать|Сохранить|Скопировать)"),
    (
        "share",
        "zh",
        r"(?:分享(?:到|至)|收藏|打印|关闭窗口|字号|来顶一下|顶一下|踩一下|留言|发表评论|网友评论|最新评论|我要评论|评论|验证码|用户名|赞|点赞|已有|举报|纠错|【纠错】|"
        r"我要纠错|推荐给|复制链接|广告|正在加载|加载)",
    ),
    ("share", "ja", r"(?:シェア|ツイート|コメント|印刷|保存|共有|いいね|ブックマーク|閉じる)"),
    ("share", "ko", r"(?:공유|댓글|좋아요|인쇄|글자|스크랩|복사|기사\s?저장)"),
    ("share", "pl", r"(?:Udostępnij|Drukuj|Komentarze|Skomentuj)"),
    ("share", "nl", r"(?:Deel|Delen|Reacties|Reageer|Print)\b"),
    ("share", "nordic", r"(?:Dela|Del|Kommentarer|Jaa|Kommentera)\b"),
    ("share", "tr", r"(?:Paylaş|Yorum)"),
    (
        "legal",
        "en",
        r"(?:©|Copyright|\(c\)|All rights reserved|Disclaimer|Terms|Privacy|Cookies?|This (?:website|"
        r"site|page|article|material|story|report) (?:uses|contains|may|was|has been|is (?:republished|"
        r"published|part|made))|We (?:use|earn|may earn|value|and our)|The (?:views|opinions|information|"
        r"content)|Views expressed|Opinions expressed|No part|Republish|Reprinted|Originally published|"
        r"First published|Published under|Licen[sc]e|Disclosure|Editor'?s note|Correction|Clarification|"
        r"Note:|Legal|By (?:using|clicking|continuing|submitting|signing)|Last (?:updated|modified)|"
        r"Updated|Posted|Published|Accept|Manage)\b",
    ),
    (
        "legal",
        "de",
        r"(?:©|Alle (?:Rechte|Angaben)|Copyright|Haftungs|Disclaimer|Impressum|Datenschutz|"
        r"Wir (?:verwenden|nutzen|setzen)|Diese (?:Website|Seite)|Hinweis|Transparenz|Stand|"
        r"Veröffentlicht|Aktualisiert|Erstellt|Korrektur|Nutzungs|Cookies?|Um (?:diese|diesen)|"
        r"Die (?:Inhalte|Angaben)|Nachdruck|Dieses (?:Angebot|Werk))\b",
    ),
    (
        "legal",
        "fr",
        r"(?:©|Tous droits|Copyright|Mentions|Nous (?:utilisons|et nos)|Ce site|Publié|Mis à jour|"
        r"Modifié)",
    ),
    (
        "legal",
        "es",
        r"(?:©|Todos los derechos|Copyright|Aviso|Política|Utilizamos|Este sitio|Publicado|Actualizado|"
        r"Prohibida)",
    ),
    ("legal", "it", r"(?:©|Tutti i diritti|Riproduzione|Copyright|Privacy|Ultimo aggiornamento|RIPRODUZIONE)"),
    ("legal", "pt", r"(?:©|Todos os direitos|Copyright|Este conteúdo|Publicado|Atualizado|Proibida)"),
    (
        "legal",
        "ru",
        r"(?:©|Все права|Копирование|Перепечатка|При (?:использовании|цитировании|копировании)|"
        r"Мы используем|Нашли (?:ошибку|опечатку)|Обновлено|Опубликовано)",
    ),
    (
        "legal",
        "zh",
        r"[【\[(（*※◎●]*\s*(?:版权|版權|特别|特別|免责|免責|郑重|重要|法律|转载|轉載|本站|本网|著作权|严正)?(?:声明|聲明|说明|提示|须知|公告|提醒|"
        r"申明)\s*[】\])）]*\s*(?:[：:]|$)|本文(?:仅|只)?代表|本文系|(?:文章|以上|上述|本)?(?:内容|观点|言论).{0,12}(?:仅代表|不代表)|"
        r"(?:未经|凡未经|如未经|未經).{0,24}(?:不得|禁止|严禁|谢绝|请勿)|(?:如需|欲|若需|需要|欢迎|歡迎)?(?:转载|轉載)(?:请|須|须|务必|請)?|"
        r"本文(?:地址|链接|网址|标题|固定链接|来源|永久链接)\s*[：:]|(?:凡|本网|本站).{0,6}(?:注明|标注|署名)|除(?:特别|非)|如无特|本站|仅限|仅供|"
        r"如(?:有|果|若).{0,16}(?:侵权|侵犯|版权|异议)|Copyright|版权所有|版權所有|©|[Ⓒ]|.{0,12}ICP[备证]|.{0,6}公网安备|互联网新闻信息|"
        r"增值电信|关于(?:我们|本站)|联系我们|主办单位|承办单位|技术支持|网站地图|违法和?不良|不代表本|文中观点|本公众号|版权归",
    ),
    (
        "legal",
        "ja",
        r"(?:©|Copyright|無断(?:転載|複写|複製)|禁無断|※(?:この|本|記事|無断|画像|写真)|本(?:記事|サイト)|この記事は|記事(?:の|中)|更新(?:日|時)|"
        r"公開日|掲載)",
    ),
    ("legal", "ko", r"(?:©|ⓒ|저작권|무단|<저작권|Copyright|입력|수정|등록)"),
    ("legal", "ar", r"(?:©|جميع الحقوق)"),
    ("legal", "pl", r"(?:©|Wszelkie prawa|Copyright|Materiał chroniony)"),
    ("legal", "nl", r"(?:©|Alle rechten|Copyright)"),
    (
        "tags",
        "all",
        r"(?:Tags?|Topics?|Keywords?|Filed under|Categor(?:y|ies)|Tagged|Posted in|In this (?:story|"
        r"article)|Schlagw[oö]rte?r?|Themen|Stichworte?|Kategorien?|Mots[- ]clés|Thèmes|Etiquetas|Temas|"
        r"Archivado en|Tópicos|Assuntos|Argomenti|Теги|Метки|Темы|标签|標籤|关键[词字]|關鍵[詞字]|キーワード|タグ|"
        r"ジャンル|키워드|"
        r"태그|Tagi|Trefwoorden|Etiketler|الكلمات)\s*(?:[：:#]|$)|#\S+(?:\s+#\S+)*$|相关热词|热词|话题",
    ),
)
KINDS: Final = tuple(dict.fromkeys(kind for kind, _, _ in BEGINNINGS))
PATTERN: Final = re.compile(
    "|".join(f"(?P<{kind}>{'|'.join(pattern for other, _, pattern in BEGINNINGS if other == kind)})" for kind in KINDS)
)
BULLETS: Final = " \t\u00a0\u3000*-–—•·■□▶►▷▸◆◇●○※☞→»>|#+【[(（《「『<_"


def cue(text: str) -> str | None:
    """Return the kind of line that a text begins like: credit, related, promo, share, legal or tags.

    >>> cue("▶ Read more: how it began")
    'related'
    """
    found = PATTERN.match(text[:300].lstrip(BULLETS))
    return found.lastgroup if found else None
