"""Names of months in the languages of news, and the words that stand for morning and afternoon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

# One line a language, one cell a month, spellings and abbreviations side by side.
_NAMES: Final = """
en january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec
de januar jänner jän|februar feber|märz mär mrz maerz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez
fr janvier janv|février févr fév fevrier|mars|avril avr|mai|juin|juillet juil|août aout|septembre|octobre|novembre|décembre déc decembre
es enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|diciembre dic
it gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre set|ottobre ott|novembre|dicembre
pt janeiro|fevereiro fev|março marco|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro
nl januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december
ru января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек
uk січня січень січ|лютого лютий лют|березня березень бер берез|квітня квітень квіт|травня травень трав|червня червень черв чер|липня липень лип|серпня серпень серп сер|вересня вересень вер верес|жовтня жовтень жовт|листопада листопад лист листоп|грудня грудень груд
pl stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja|czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada listopad lis|grudnia grudzień gru
cs ledna leden led|února únor úno|března březen bře|dubna duben dub|května květen kvě|června červen|července červenec|srpna srpen srp|září zář|října říjen říj|listopadu|prosince prosinec pro
sk januára január|februára február|marca|apríla apríl|mája máj|júna jún|júla júl|augusta|septembra|októbra|novembra|decembra
sv januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december
no januar|februar|mars marts|april|mai|juni|juli|august|september|oktober|november|desember des
fi tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu|toukokuuta toukokuu|kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|syyskuuta syyskuu|lokakuuta lokakuu|marraskuuta marraskuu|joulukuuta joulukuu
tr ocak oca|şubat şub|mart|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|aralık ara
ro ianuarie ian|februarie|martie|aprilie|mai|iunie iun|iulie iul|august|septembrie|octombrie|noiembrie noi|decembrie
hu január|február|március márc|április ápr|május máj|június jún|július júl|augusztus|szeptember szept|október|november|december
el ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ|απριλίου απρίλιος απρ|μαΐου μάιος μαΐ|ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ|αυγούστου αύγουστος αυγ|σεπτεμβρίου σεπτέμβριος σεπ σεπτ|οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ
bg януари яну ян|февруари|март|април|май|юни|юли|август|септември септ|октомври|ноември ноем ное|декември
sr januara|februara|marta|aprila|maja|juna|jula|avgusta avg|septembra|oktobra|novembra|decembra
sr јануара јан|фебруара феб|марта|априла апр|маја|јуна|јула|августа авг|септембра сеп|октобра окт|новембра нов|децембра дец
hr siječnja siječanj|veljače veljača|ožujka ožujak|travnja travanj|svibnja svibanj|lipnja lipanj|srpnja srpanj|kolovoza kolovoz|rujna rujan||studenoga studenog studeni|prosinca prosinac
ca gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre
id januari|februari|maret|april|mei|juni|juli julai|agustus ogos|september|oktober|november|desember disember
ar يناير جانفي كانون_الثاني|فبراير فيفري شباط|مارس آذار|أبريل نيسان أفريل|مايو أيار ماي|يونيو يونية حزيران جوان|يوليو يولية يوليوز تموز جويلية|أغسطس آب أوت غشت|سبتمبر أيلول شتنبر|أكتوبر تشرين_الأول|نوفمبر تشرين_الثاني نونبر|ديسمبر كانون_الأول دجنبر
he ינואר בינואר ינו|פברואר בפברואר פבר|מרץ במרץ|אפריל באפריל אפר|מאי במאי|יוני ביוני|יולי ביולי|אוגוסט באוגוסט אוג|ספטמבר בספטמבר ספט|אוקטובר באוקטובר אוק|נובמבר בנובמבר נוב|דצמבר בדצמבר דצמ
hi जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर
sl januarja januar|februarja|marca marec|aprila|maja|junija junij|julija julij|avgusta|septembra|oktobra|novembra|decembra
et jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember
lv janvāris janvārī janv|februāris februārī|marts martā|aprīlis aprīlī|maijs maijā|jūnijs jūnijā jūn|jūlijs jūlijā jūl|augusts augustā|septembris septembrī|oktobris oktobrī|novembris novembrī|decembris decembrī
lt sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio
is janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst ágú|september|október|nóvember nóv|desember
th มกราคม ม.ค|กุมภาพันธ์ ก.พ|มีนาคม มี.ค|เมษายน เม.ย|พฤษภาคม พ.ค|มิถุนายน มิ.ย|กรกฎาคม ก.ค|สิงหาคม ส.ค|กันยายน ก.ย|ตุลาคม ต.ค|พฤศจิกายน พ.ย|ธันวาคม ธ.ค
bn জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট আগষ্ট অগস্ট অগাস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর
ur جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر
sw januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba
sq janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor
az yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr
uz yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr
uz январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр
tg январи|феврали|марти|апрели|майи|июни|июли|августи|сентябри|октябри|ноябри|декабри
ky январы|февралы|марты|апрелы|майы|июну|июлу|августу|сентябры|октябры|ноябры|декабры
kk қаңтар қаң|ақпан ақп|наурыз нау|сәуір сәу|мамыр мам|маусым мау|шілде шіл|тамыз тамызы там|қыркүйек қыр|қазан қаз|қараша қар|желтоқсан жел
be студзеня|лютага|сакавіка|красавіка|мая|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня
mk јануари јануар|февруари фебруар|март|април|мај|јуни јун|јули јул|август|септември септембар|октомври октобар|ноември новембар|декември децембар
ka იანვარი იანვარს იან|თებერვალი თებერვალს თებ|მარტი მარტს მარ|აპრილი აპრილს აპრ|მაისი მაისს მაი|ივნისი ივნისს ივნ|ივლისი ივლისს ივლ|აგვისტო აგვისტოს აგვ|სექტემბერი სექტემბერს სექ|ოქტომბერი ოქტომბერს ოქტ|ნოემბერი ნოემბერს ნოე|დეკემბერი დეკემბერს დეკ
hy հունվար հունվարի|փետրվար փետրվարի|մարտ մարտի|ապրիլ ապրիլի|մայիս մայիսի|հունիս հունիսի|հուլիս հուլիսի|օգոստոս օգոստոսի|սեպտեմբեր սեպտեմբերի|հոկտեմբեր հոկտեմբերի|նոյեմբեր նոյեմբերի|դեկտեմբեր դեկտեմբերի
gl xaneiro|febreiro|marzo|abril|maio|xuño|xullo|agosto|setembro|outubro|novembro|decembro
mr जानेवारी|फेब्रुवारी|मार्च|एप्रिल|मे|जून|जुलै|ऑगस्ट|सप्टेंबर|ऑक्टोबर|नोव्हेंबर|डिसेंबर
ne जनवरी|फेब्रुअरी|मार्च|अप्रिल|मे|जुन|जुलाई|अगस्ट|सेप्टेम्बर|अक्टोबर|नोभेम्बर|डिसेम्बर
ta ஜனவரி ஜன|பிப்ரவரி பிப்|மார்ச்|ஏப்ரல் ஏப்|மே|ஜூன்|ஜூலை|ஆகஸ்ட் ஆக|செப்டம்பர் செப்|அக்டோபர் அக்|நவம்பர் நவ|டிசம்பர் டிச
te జనవరి|ఫిబ్రవరి|మార్చి|ఏప్రిల్|మే|జూన్|జులై జూలై|ఆగస్టు|సెప్టెంబర్|అక్టోబర్|నవంబర్|డిసెంబర్
kn ಜನವರಿ|ಫೆಬ್ರವರಿ|ಮಾರ್ಚ್|ಏಪ್ರಿಲ್|ಮೇ|ಜೂನ್|ಜುಲೈ|ಆಗಸ್ಟ್|ಸೆಪ್ಟೆಂಬರ್|ಅಕ್ಟೋಬರ್|ನವೆಂಬರ್|ಡಿಸೆಂಬರ್
ml ജനുവരി|ഫെബ്രുവരി|മാർച്ച്|ഏപ്രിൽ|മേയ്|ജൂൺ|ജൂലൈ|ഓഗസ്റ്റ് ആഗസ്റ്റ്|സെപ്റ്റംബർ|ഒക്ടോബർ|നവംബർ|ഡിസംബർ
gu જાન્યુઆરી|ફેબ્રુઆરી|માર્ચ|એપ્રિલ|મે|જૂન|જુલાઈ|ઓગસ્ટ ઑગસ્ટ|સપ્ટેમ્બર|ઓક્ટોબર|નવેમ્બર|ડિસેમ્બર
pa ਜਨਵਰੀ|ਫਰਵਰੀ|ਮਾਰਚ|ਅਪ੍ਰੈਲ|ਮਈ|ਜੂਨ|ਜੁਲਾਈ|ਅਗਸਤ|ਸਤੰਬਰ|ਅਕਤੂਬਰ|ਨਵੰਬਰ|ਦਸੰਬਰ
fa ژانویه|فوریه|مارس|آوریل|مه می|ژوئن|ژوئیه جولای|اوت آگوست|سپتامبر|اکتبر|نوامبر|دسامبر
or ଜାନୁଆରୀ|ଫେବୃଆରୀ|ମାର୍ଚ୍ଚ|ଅପ୍ରେଲ|ମଇ|ଜୁନ|ଜୁଲାଇ|ଅଗଷ୍ଟ|ସେପ୍ଟେମ୍ବର|ଅକ୍ଟୋବର|ନଭେମ୍ବର|ଡିସେମ୍ବର
si ජනවාරි|පෙබරවාරි|මාර්තු|අප්‍රේල්|මැයි|ජූනි|ජූලි|අගෝස්තු|සැප්තැම්බර්|ඔක්තෝබර්|නොවැම්බර්|දෙසැම්බර්
km មករា|កុម្ភៈ កុម្ភះ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ
my ဇန်နဝါရီ|ဖေဖော်ဝါရီ|မတ်|ဧပြီ|မေ|ဇွန်|ဇူလိုင်|သြဂုတ် ဩဂုတ်|စက်တင်ဘာ|အောက်တိုဘာ|နိုဝင်ဘာ|ဒီဇင်ဘာ
lo ມັງກອນ|ກຸມພາ|ມີນາ|ເມສາ|ພຶດສະພາ|ມິຖຸນາ|ກໍລະກົດ|ສິງຫາ|ກັນຍາ|ຕຸລາ|ພະຈິກ|ທັນວາ
am ጃንዩወሪ|ፌብሩወሪ|ማርች|ኤፕሪል|ሜይ|ጁን|ጁላይ|ኦገስት|ሴፕቴምበር|ኦክቶበር|ኖቬምበር|ዲሴምበር
zh 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
vi tháng_một|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám|tháng_chín|tháng_mười|tháng_mười_một|tháng_mười_hai
tl enero|pebrero|marso|abril|mayo|hunyo|hulyo|agosto|setyembre|oktubre|nobyembre|disyembre
af januarie|februarie|maart|april|mei|junie|julie|augustus|september|oktober|november|desember
eu urtarrilaren urtarrilak|otsailaren otsailak|martxoaren martxoak|apirilaren apirilak|maiatzaren maiatzak|ekainaren ekainak|uztailaren uztailak|abuztuaren abuztuak|irailaren irailak|urriaren urriak|azaroaren azaroak|abenduaren abenduak
cy ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst||hydref|tachwedd|rhagfyr
"""  # noqa: E501 - a table
# Short names that are names of people, or another month, elsewhere; Roman numbers where months have them.
_LOCAL_NAMES: Final = """
hr sij|velj|ožu|tra|svi|lip|srp|kol|ruj|listopada listopad lis|stu|pro
pl |ii|iii|iv||vi|vii|viii|ix||xi|xii
hu |ii|iii|iv||vi|vii|viii|ix||xi|xii
id jan|feb|mar mac|apr|mei|jun|jul|agu agt ags ogo|sep|okt|nov|des dis
ms jan|feb|mac|apr|mei|jun|jul|ogo|sep|okt|nov|dis
et jaan|veebr|märts|apr|mai|juuni|juuli|aug|sept|okt|nov|dets
ca gen|febr|març|abr|maig|juny|jul|ag|set|oct|nov|des
cy ion|chwef|maw|ebr|mai|meh|gorff|awst|medi|hyd|tach|rhag
"""
# What keyboards, capitals and haste change in the same word: accents, hamza, dots under letters, joiners, the letters
# that Arabic and Persian share, the dotless i.
_ALIKE: Final = str.maketrans("يكı", "یکi") | dict.fromkeys(
    (*range(0x300, 0x370), 0x653, 0x654, 0x655, 0x93C, 0x9BC, 0x200C, 0x200D)
)


def month_key(name: str) -> str:
    """Return a month's name as it is looked up.

    >>> month_key("AOÛT"), month_key("ΑΥΓΟΎΣΤΟΥ"), month_key("KASIM") == month_key("kasım")
    ('aout', 'αυγουστου', True)
    """
    return normalize("NFD", name.lower()).translate(_ALIKE)


def _rows(table: str) -> Iterator[tuple[str, str, int]]:
    """Yield language, name and number of each month in a table."""
    for line in table.strip().splitlines():
        language, names = line.split(" ", 1)
        for month, cell in enumerate(names.split("|"), 1):
            for name in cell.split():
                yield language, month_key(name.replace("_", " ")), month


MONTHS: Final = {name: month for _, name, month in _rows(_NAMES)}
LOCAL_MONTHS: Final = {(language, name): month for language, name, month in _rows(_LOCAL_NAMES)}

# Of the Solar Hijri calendar, by which Iran and Afghanistan date their news.
SOLAR_MONTHS: Final = {
    month_key(name): month
    for names in (
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    )
    for month, name in enumerate(names.split(), 1)
}

# Of Nepal's calendar, and of Ethiopia's.
BIKRAM_MONTHS: Final = {
    month_key(name): month
    for month, names in enumerate(
        "वैशाख बैशाख|जेठ जेष्ठ ज्येष्ठ|असार आषाढ|साउन श्रावण|भदौ भाद्र|असोज आश्विन|कात्तिक कार्तिक|मंसिर मङ्सिर|पुस पुष पौष|माघ"
        "|फागुन फाल्गुन फाल्गुण|चैत चैत्र".split("|"),
        1,
    )
    for name in names.split()
}
ETHIOPIC_MONTHS: Final = {
    name: month
    for month, names in enumerate(
        "መስከረም|ጥቅምት|ኅዳር ህዳር|ታኅሣሥ ታህሳስ ታኅሳስ|ጥር|የካቲት|መጋቢት|ሚያዝያ ሚያዚያ|ግንቦት|ሰኔ|ሐምሌ ሀምሌ|ነሐሴ ነሀሴ|ጳጉሜ ጳጉሜን".split("|"),
        1,
    )
    for name in names.split()
}

MORNING: Final = frozenset(
    "am|a.m.|a.m|a. m.|上午|早上|早晨|清晨|凌晨|午前|오전|새벽|π.μ.|πμ|ص|صباحا|صباحاً|ق.ظ|صبح|pagi|सुबह|সকাল|এএম|পূর্বাহ্ণ"
    "|পূর্বাহ্ন|காலை|ព្រឹក".split("|")
)  # fmt: skip
AFTERNOON: Final = frozenset(
    "pm|p.m.|p.m|p. m.|下午|晚上|晚间|晚間|傍晚|夜间|午後|오후|저녁|밤|μ.μ.|μμ|م|مساء|مساءً|مساءا|petang|sore|शाम|বিকাল"
    "|شام|ب.ظ|بعدازظهر|بعد از ظهر|عصر|chiều|tối|ch"
    "|বিকেল|সন্ধ্যা|পিএম|অপরাহ্ণ|অপরাহ্ন|மாலை|រសៀល|ល្ងាច".split("|")
)  # fmt: skip
NOON: Final = frozenset(("中午", "دوپہر", "दोपहर", "দুপুর"))
HALVES: Final = sorted(MORNING | AFTERNOON | NOON, key=len, reverse=True)


def month_number(name: str, language: str | None) -> int | None:
    """Return the number of a month's name or abbreviation, whatever its case and final dot.

    >>> month_number("Févr.", "fr"), month_number("апреля", None), month_number("Birne", "de")
    (2, 4, None)
    """
    key = month_key(name.rstrip(".")).removesuffix("လ")  # "month" in Burmese
    return LOCAL_MONTHS.get((language or "", key)) or MONTHS.get(key)
