"""Common given names of Europe, the Americas, the Muslim world and South Asia, with which lines of names begin."""

from __future__ import annotations

from typing import Final

from newsarchive.dates.months import month_key

_NAMES: Final = """
aaron abby abdul abdullah abigail adam adela adele aditya adrian adriana adrien afonso agata agnes agnieszka agustín
ahmad ahmed ahmet aida aidan aino aisha ajay ajit akash aksel alan alastair albert alberto alec alejandra alejandro
aleksandar aleksandra alessandra alessandro alessia alex alexander alexandra alexandre alexandru alexia alexis
alfonso alfred alfredo ali alice alicia alina alison alistair allan allen allison alma amanda amber amelia amir amit
amy amélie ana anastasia anders andre andrea andreas andreea andrei andrew andrzej andrás andré andrés andy angela
angelica angelika angelo anil anita anja anjali ankit ankita ann anna annabel annalisa anne anneke annette annie
annika anthony antoine anton antonella antonia antonio antti antónio anupam anya aparna archie arjun arne arnold
arpita arthur arturo arun arvid ashish ashley ashok astrid aurélie ava avery axel ayse ayşe barbara barbora barry
bart bartosz bas beata beate beatrice beatriz becky belén ben benedikt bengt benito benjamin benoît bernard bernd
bernhard beth bettina betty beverly bianca bill birger birgit bjørn blanca bob bogdan boris brad bradley bram
brandon brenda brendan brent brett brian bridget britt britta brooke bruce bruna bruno bryan burak burcu caitlin
callum cameron camila camilla camille camilo candice cara carina carl carla carlo carlos carlota carlotta carly
carmen carol carola carole carolin carolina caroline carolyn carsten casey cassandra catarina caterina catherine
cathy cecilia cem cesar charles charlie charlotte chelsea cheryl chiara chloe chloé chris christa christelle
christian christiane christina christine christof christoph christophe christopher ciara cindy claire clara clare
clarissa clark claude claudia claudio claus clemens clive cláudia clément cody colin colleen connor conor constanze
corina corinna corinne cornelia courtney craig cristian cristiana cristina curtis cynthia cécile céline césar daan
daisy damian damien dan dana daniel daniela daniele daniella danielle danny daphne daria dario darren dave david
davide dawn dean deanna deborah debra deepak deepika denis denise deniz dennis derek detlef devin diana diane diego
dieter dimitri dimitris dina dirk divya dolores dominic dominik dominique don donald donna doris dorota dorothea
dorothy doug douglas duarte duncan dustin dylan débora ebba eberhard ed eddie edgar edith edson eduardo edward edwin
eero eileen einar elaine eleanor elena eleni eleonora elif elin elisa elisabeth elisabetta elise eliza elizabeth
elke ella ellen ellie ellinor elliot elsa elvira emil emilia emiliano emilie emilio emily emine emma emmanuel emre
enrico enrique eric erica erich erik erika erin ernesto ernst eskil esra esteban estelle esther ethan eugen eugene
eugenia eva evan evelyn ewa ezequiel fabian fabien fabio fabrice fabrizio facundo fatih fatima fatma fausto federica
federico felicia felicity felipe felix fermín fernanda fernando filip filippo fiona flavia flavio florence florian
flávia frances francesca francesco francis francisca francisco franck franco frank frans franz franziska françois
françoise fred frederik fredrik friederike friedrich fritz frédéric fábio gabriel gabriela gabriele gabriella gareth
gary gaurav gavin geert gemma geoff geoffrey georg george gerald gerard gerardo gerd gerhard germán gerry gert
giacomo gianluca gijs gilberto gill gillian gina giorgia giorgio giovanna giovanni gisela giulia giuliano giuseppe
glen glenn gloria gonzalo gordon grace graciela graeme graham grant greg gregor gregory greta grzegorz grégory
guadalupe guido guillaume guillermo gunilla gunnar gustav gustavo guy gérard gökhan göran günter günther hailey
hakan halina hana hanna hannah hanne hannes hans harald harish harm harriet harry harvey hasan hassan hayley hazel
heather hector hedwig heidi heike heikki heiko heinrich heinz heitor helen helena helga helge helmut hendrik henning
henri henrik henrique henry herbert hermann hernán hilary holger holly horacio hortense howard hubert hugh hugo
humberto hussein håkan hélène hülya ian ibrahim ida ignacio igor iker ilaria ilkka ilona imran ines inga inge ingo
ingrid ingvild inês ioana ira irena irene irina iris isaac isabel isabell isabella isabelle ivan ivana ivo iván
iwona iñaki jaakko jaap jack jackie jacob jacqueline jacques jaime jake jakob jakub james jamie jan jana jane janet
janice janina janine jaqueline jari jaroslav jarosław jasmin jasmine jason javier jay jean jeanette jeff jeffrey
jelle jenna jennie jennifer jenny jens jeremy jeroen jerome jerry jesper jesse jessica jessie jesús jill jillian jim
jimena jimmy jitka jiří joachim joan joana joanna joanne joaquim joaquín jochen jodie joe joel joerg johan johann
johanna johannes john johnny jon jonas jonathan joost jordan jordi jorge joris josef joseph josephine josh joshua
josé joyce joão juan juana judith judy juha jukka julia julian juliana juliane julie julien juliet juliette julio
julián justin justyna jutta jérôme jörg jørgen júlia jürgen kai kaisa kajsa kalle kamil karen kari karin karina karl
karla karolina karsten katarina katarzyna kate kateřina katharina katherine kathleen kathrin kathryn kathy katie
katja katrin katy kavita kay kayla keith kelly kelsey kemal ken kenneth kerem kerry kerstin kevin khalid kim kirsten
kirsty kjell kjersti klaus knut koen konrad konstantin krishna krista kristen kristian kristin kristina kristy
krzysztof kumar kurt kyle lakshmi lars lasse laura lauren laurence laurent laurie lea leah leandro lee leigh lena
lenka lennart leo leon leonard leonardo leonel leonie leopoldo lesley leslie leticia letícia lewis leyla liam lidia
lieke lili lillian lily lina linda lindsay lindsey linnea lisa lisbeth lise liz lorena lorenzo loretta lorraine
lothar lotte lou louis louisa louise lourdes luc luca lucas lucia luciana luciano lucie lucinda lucy lucía ludwig
luigi luis luisa luiz luiza lukas luke lukáš luís lydia lynn léa lúcia maarten macarena maciej maddie madeleine
madhu mads magdalena maggie magnus maite maja malcolm malgorzata malin malte mandy manfred manish manoj manuel
manuela mara marc marcel marcela marcelino marcelo marcia marcin marco marcos marcus marek maren margaret margarita
margherita margit margot maria marian mariana marianne marie marija marijke marika marina mario marion marisa
marissa marius mariusz marjorie mark marko markus marloes marta martha martin martina martín marvin mary maría mateo
mateus mateusz mathias mathieu mathilde matilda mats matt matteo matthew matthias matthieu matti matías maureen
maurice mauricio maurizio mauro max maxim maxime maximilian maximiliano maya małgorzata meera megan mehmet melanie
melinda melissa menno meredith merle merve metin mette mia micaela michael michaela michał michel michela michele
michelle michiel miguel mihai mika mikael mike mikkel mikko milan milena miles minna mira miranda miriam mirjam
mirko miroslav mitchell mohamed mohammad mohammed mohan moira mona monica monika monique morgan moritz morten
muhammad mukesh murat mustafa mário mónica nadia nadine nadja nancy naomi natalia natalie natasha nataša nathalie
nathan neha neil nele nelson niall nicholas nick nicola nicolas nicole nicoletta nicolás niels nigel nikhil nikki
niklas nikola nikolaus nikos nils nina nisha nitin noah noel noelia noelle nora norbert norma norman nuno nuria
octavio oksana ola olaf ole oleg olga oliver olivia olivier olof omar ondřej orhan orla oscar oskar osvaldo otto
outi owen paavo pablo paige pamela paola paolo pascal patrice patricia patrick patrizia patrícia paul paula pauline
paulo pavel paweł pedro peggy pekka penelope penny pernille perry peter petr petra petri phil philip philipp
philippa philippe phillip phoebe pia piero pierre pieter pilar piotr pooja poul pradeep prakash pranav preben preeti
priya rachel radek rafael rafaela rafał rahul rainer raj rajesh rakesh ralf ralph ramesh ramiro ramón randy raphael
raquel rasmus ravi ray raymond raúl rebecca regina regine reinhard reinhold renan renata renate renato rené reza
ricardo riccardo richard rick ricky riikka rik rikke riley rita rob robert roberta roberto robin rocío rodney
rodolfo rodrigo roel roger rogério rohan rohit roland rolf romain roman romina ron ronald ronja rory rosa rosalind
rosana rosie ross roxanne roy ruben rubén rudolf rune rupert russell ruth ruud ryan sabina sabine sabrina sachin
sally salvador sam samantha samir samuel sandeep sander sandra sandrine sandy sanjay sanna sanne santiago sara sarah
sari sascha satu scott sean sebastian sebastián selena selin serena serge sergei sergio serkan severin shane shannon
sharon shaun shawn sheila shelley sherry shikha shirley shreya shruti siegfried sigrid sigurd silke silvia silvina
simon simona simone sina siobhan sissel siv sjoerd smita sneha sofia sofie sofía solveig sonal sonia sonja sophia
sophie spencer stacey stacy stan stanley stefan stefania stefanie stefano steffen steffi stella stephan stephane
stephanie stephen steve steven stewart stig stijn stina stuart stéphane stéphanie sue sunil suresh susan susana
susanna susanne suzanne sven svenja sverre svetlana swati sybille sylvia sylvie sébastien sérgio sílvia søren tamara
tanja tanvi tanya tara tatiana taylor ted teemu terence teresa tereza terri terry teun thea theo theodor theresa
thiago thierry thijs thilo thomas thorsten thérèse tiago tiffany till tim timo timothy tina tineke tobias todd tom
tomas tomasz tommaso tommy tomás tomáš toni tony torbjørn torsten tove tracey tracy travis trevor trine troy tuomas
tuğba tyler tânia udo ulf uli ulla ulrich ulrike umberto ursula uta ute uwe valentin valentina valeria valérie
vanessa vera verena veronica veronika vicente victor victoria vidar vigdis vijay vikas vikram viktor viktoria ville
vincent vincenzo vinod vinícius viola virginia virginie vitor vittoria vivek vivian vivien vladimir vojtěch volkan
volker václav véronique víctor wade wagner walter waltraud wanda warren wayne wendy werner wesley wilfried wilhelm
willem william wim wojciech wolfgang wouter xavier ximena yannick yasemin yasmin yolanda yuri yusuf yvette yvonne
budi agus andi dewi eko joko dedi hendra rina wahyu yudi putri rizky bambang heri indah sri siti nurul
yulia ade arif fajar teguh rui marieke mihai bálint zoltán péter éva ágnes istván lászló gábor ferenc tibor katalin
ildikó zsuzsanna erzsébet judit
dóra réka balázs zsolt csaba levente maeve siobhán
zach zachary zdenka zdeněk zeynep zoe zoé zuzana álvaro ángel ángela åsa émilie ítalo óscar özge øystein łukasz
александр александра алексей алина анастасия андрей анна антон артём артем борис вадим валентина валерия василий
вера виктор виктория виталий владимир галина георгий григорий дарья денис дмитрий евгений евгения екатерина елена
иван игорь илья ирина кирилл константин ксения лариса леонид любовь людмила максим маргарита марина мария михаил
надежда наталия наталья никита николай оксана олег ольга павел пётр петр полина роман сергей светлана софия софья
станислав степан татьяна юлия юрий яна ярослав
олена ірина наталія тетяна юлія катерина марія ганна вікторія оксана світлана людмила іван андрій дмитро сергій
олександр олександра володимир микола михайло василь петро павло юрій євген ігор олексій роман тарас богдан назар
георги димитър стефан христо тодор петър пламен красимир десислава елица ивайло йордан николай росица цветелина
јован марко милан милош немања никола петар стефан јелена марија милица ана драган зоран горан
γιώργος γεώργιος γιάννης ιωάννης κώστας κωνσταντίνος δημήτρης νίκος νικόλας παναγιώτης βασίλης χρήστος θανάσης
μιχάλης αλέξανδρος σπύρος αντώνης στέλιος ηλίας πέτρος μαρία ελένη κατερίνα αικατερίνη βασιλική σοφία αγγελική
γεωργία δήμητρα ιωάννα άννα ευαγγελία χριστίνα παναγιώτα κωνσταντίνα
דוד יוסף משה אברהם יעקב יצחק דניאל מיכאל אורי עומר נועם יואב איתי אלון אמיר תמר נועה מיכל רחל שרה יעל
מאיה רונית ענת דנה אפרת הילה דן רון גיל ליאור יונתן אסף עידו ניר ירון אבי שירה הדס ליאת קרן מורן לירון
محمد أحمد احمد محمود علي عمر خالد حسن حسين يوسف إبراهيم مصطفى سعيد عبدالله فاطمة مريم ليلى سارة هدى زينب
خديجة أمينة سلمى ياسمين رانيا منى دينا سامر سامي وليد طارق كريم هشام ماجد عادل أيمن ياسر جمال زياد فادي رامي باسم
نبيل عماد عصام أسامة بلال حمزة أنس نادر نور رنا هبة سمر ندى لينا ريم غادة نادية سعاد إيمان أسماء عائشة
मीना सुनील राजेश अनिल संजय अजय विजय रवि राम राहुल अमित सुनीता अनीता पूजा प्रिया नेहा कविता रेखा गीता सीता मनोज दीपक
अशोक
عائشہ فاطمہ ثناء عمران بلال عثمان وسیم شاہد ندیم طارق نوید ارشد فیصل زاہد صائمہ
சரவணன் செந்தில் அருண் விஜய் கவிதா முத்து ராஜேஷ் সুমন রাসেল মাহমুদ সাইফুল মিজানুর নজরুল জাহিদ ফারুক আরিফ শারমিন সুমাইয়া
আবদুল মোহাম্মদ মো আব্দুল আহমেদ রহিম করিম হাসান ফারহানা নাসরিন শামীম তানভীর
ნინო მარიამ თამარ ანა ეკა გიორგი დავით ლევან ირაკლი ლუკა ნიკა სალომე ქეთი ნათია მაია ზურაბ
አበበ ከበደ ተስፋዬ ሰላም ሄለን ዳዊት ዮሐንስ አስቴር ብርሃኑ ታደሰ ግርማ መስፍን ማርታ ሳራ ዮናስ
رضا حسین مهدی امیر علیرضا محمدرضا زهرا نرگس مریم سمیه نازنین الهام سعید مجید سارا علی حمید فاطمه لیلا نسرین پریسا
مینا شیرین بهرام کامران فرهاد آرش کیوان سیاوش پویا نیما بابک داریوش سهیلا مهسا نگار الهه فرشته عباس رسول یاسر
अंजलि आरती ममता नीलम पंकज विकास सचिन मुकेश राकेश सुरेश महेश दिनेश रमेश नरेश प्रदीप संदीप विनोद अरुण किरण ज्योति शालिनी
சுரேஷ் ரமேஷ் முருகன் லட்சுமி கார்த்திக் செல்வம் பிரியா రాజేష్ సురేష్ రమేష్ లక్ష్మి శ్రీనివాస్ പ്രകാശ് രാജേഷ് ലക്ഷ്മി
สมชาย สมศักดิ์ สมพงษ์ สมบัติ สมหมาย สมหญิง ประเสริฐ ประยุทธ์ วิชัย วิเชียร สุชาติ สุรชัย สุเทพ ธนากร ณัฐพล ชัยวัฒน์
อนุชา
มาลี สุดา สุนีย์ วันเพ็ญ รัตนา นงลักษณ์ อรทัย พรทิพย์ กนกวรรณ ศิริพร จินตนา สุภาพร
"""
GIVEN: Final = frozenset(map(month_key, _NAMES.split()))


def has_given_name(text: str) -> bool:
    """Say whether a text begins with a common given name.

    >>> has_given_name("Ann-Marie Lee"), has_given_name("JÖRG BALSTER"), has_given_name("Gesundheit Angst")
    (True, True, False)
    >>> has_given_name("ΜΑΡΙΑ ΠΑΠΠΑ")
    True
    """
    return month_key(text.partition(" ")[0].partition("-")[0]) in GIVEN
