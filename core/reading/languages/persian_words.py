"""Persian in both letters: words of every day that rooms write beside calls and orders, which have no part.

Separate from the words of orders for its length only. No word here may deny, put off, doubt or tell of the past.
"""

from __future__ import annotations

from core.reading.roles import Role

OUT_OF = "از"
POSITIONS = "موقعیت, پوزیشن"
WITH = "با"
SHARES = {
    20: "یک پنجم",
    67: "دو سوم",
    75: "سه چهارم",
}
POLITE = "لطفا"
GREETINGS = "سلام, دوستان, عزیزان"
COURTESIES = "ممنون, موفق باشید"
WORDS: dict[Role, str] = {
    Role.MARKET: """
        از همین جا, az hamin ja, az haminja, az hamin gheymat, hamin gheymat, hamin alan, az hamin alan, az inja,
        hamin ja, haminja
    """,
    Role.ABOVE: "بالای, بالاتر از, balaye, balatar az",
    Role.BELOW: "زیر, پایین تر از, پایینتر از, zire, payintar az, paeentar az",
    Role.HIT: "khord, khorde, khorde shod, rasid, reside, zade shod, touch shod",
    Role.STOPPED: "stop khord, stop khordim, sl khord, sl khordim, stop khorde, estop khord",
    Role.EVEN: """
        biarid entry, biarid be entry, biarid ro entry, biarin entry, biarin ro entry, biar entry, bebarid entry,
        bebarid ro entry, biarid noghte vorood, biarid ro noghte vorood, riskfree konid, risk free konid,
        risk free konin, bebarid noghte vorood, bezarid entry, bezarid ro entry
    """,
    Role.MOVE: """
        biarid ro, biarid, biarin, biarin ro, bebarid, bebarid ro, bebarin, montaghel konid, jabeja konid
    """,
    Role.CLOSE: """
        bebandid, bebandin, beband, kamel bebandid, kamel bebandin, kharej shid, kharej beshid, kharej shin,
        khorooj konid, khoroj konid, close konid, close konin, kamel close konid
    """,
    Role.PART: """
        دو سوم, سه چهارم, یک پنجم,
        save konid, seyv konid, save sood, seyve sood, sood save konid, save sood konid, سیو کنین, سیو کن
    """,
    Role.HALF: "nesf, nesfesho, nesfe",
    Role.CANCEL: "kansel konid, cancel konid, laghv konid, laghv, hazf konid, laghv shod",
    Role.NOT: """
        nakonid, nakonin, nagirid, nagirin, nazanid, nazanin, nakharid, nakharin, nabandid, nabandin, nist,
        nemishe, nadarim, vared nashid, nashid, nashin
    """,
    Role.IF: """
        vaghti, ta vaghti, be sharti, be sharte, dar soorati, agar ke, age shekast, age beshkane, age bala,
        age paeen
    """,
    Role.WAIT: "sabr konid, sabr konin, montazer, montazer bashid, montazer bemanid, montazer bemonid",
    Role.MAY: "ehtemalan, ehtemal, momkene, fekr konam, fekr mikonam",
    Role.WILL: "badan, farda, bezoodi, be zoodi, mikhaym, mikham, mikhaim",
    Role.MEMORY: """
        kharidam, kharidim, gereftam, gereftim, forookhtam, forookhtim, dirooz, diruz, ghablan, bastam, bastim
    """,
    Role.OTHERS: "oona, unha, oonha, mige, migan, migoft, goft, goftan",
    Role.QUESTION: "chera, koja, nazaretoon, chetore, chetor, chie, kie",
    Role.RUNNER: "باز",
    Role.FILLER: "khoob nist, khub nist, khoob nis, bache ha, bacheha, khosh bashid",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    سلامی علیک سلامت سلامتی بر عزیزای عزیزانم دوستای گلم گل رفیق رفیقا رفقای جان جون جونم داداش داداشا داداشی
    داداشیا آبجی برادر برادران خواهر بچهها بچها بچه‌هاا خانوما آقایون آقا آقایان خانم‌ها اعضای همراهای مخاطبین
    تریدرای قهرمان قهرمانا سروران ارجمند محترم صبحتون عصرتون شبتون ظهرتون روزتون وقتتون خوش‌آمدید مرسی ممنونم
    سپاسگزار سپاسگزارم متشکرم قربان قربونتون فداتون مخلصیم دمتون گرم خب باشه اوکی اکی اوکیه آره بله آهان همینه
    همینجوری همینطور اینا اینو اونو اینم اینه ایناهاش یه یکم یه‌کم کمی کمکی ذره ذره‌ای نمه تیکه تکه قسمت قسمتی نیم
    خواهشا حتما بی‌زحمت بفرمایید بفرما بفرمایین تقدیمتون خدمتتون خدمت بنام به‌نام خداوند توکل خدایا انشاالله
    ان‌شاءالله ایشالا ایشالله ماشالا ماشالله بگیر بگیرین میگیرم بگیریم بزنین میزنیم میزنم بزنیم بذار میذاریم بذاریم
    بزار میزاریم بگذارین بگذاریم میگذاریم میگذارم قراردادن میدم میدیم بدین بده بازکنید بازکنین واردشید میشم میشید
    میشین بشیم بشم میریم میرم برین برید بیاین بیا میایم میکنم کن تنظیم نمایید نمایین ست ستش ثبت ثبتش بچینید بچینین
    چیدن میچینیم پخش پخشش تقسیم تقسیمش مساوی برابر به‌تدریج تدریجی تدریج آروم آرومتر یواش یواش‌یواش بااحتیاط
    محتاط‌تر حواستون حواس حواسا بادقت مراقب مراقبت استاپش حدضررش ضررتون تارگتامون تارگتش هدفها هدفمون هدفش تی‌پی‌ها
    پله‌ها پله‌به‌پله پله‌پله مرحله‌ای مرحله سرمایتون سرمایه‌تون سرمایه‌ی حسابتون والت ولت پول‌تون بودجه دلاری تتر
    تتری درصدی درصدش حجمتون حجمش لاتتون مارجین مارجینش اهرمی لوریج‌تون ریسکش ریسکتون ریسکی ریسکیه ریسک‌پذیرها
    ریسک‌پذیر کم‌ریسک معقول منطقی محافظه‌کار حداکثری حداقلی کمتری بیشتری زیادی خیلیا خیلی‌ها بسیاری سریعتر تند
    تندتر بدو بدوید بدویین بجنبید بجنب بزن‌بریم برو پیش‌به‌سوی یالا یاا هورا ایول ایولا خوبه قشنگ قشنگه خوشگل
    خوشگله ناز نازه محشر محشره معرکه بی‌نظیر فوق‌العاده توپه باحال باحاله جذابه شیک تمیزه روشن روشنه شفاف گویا راحت
    راحته سادس ساده‌س ساده‌است مطمئن مطمئنم مطمئنیم قدرتمند پرقدرت محکم سنگین سبک‌تر سبکه نرم نرمال داغ داغه آتیشی
    آتشین موشکی پرواز موفق‌باشید پرسودی پرروزی روزی برکت پربرکت چارتش چارتو نمودارش نمودارو عکس تصویر تصویره شکل
    اسکرین اسکرین‌شات تایم‌فریم تایمش تایمی ساعتی دقیقه‌ای دقیقه‌ایی روزانه‌ی ماهانه کندلا کندلها سایه سایش بدنه
    روندش روندی رنجه خنثی حمایتش حمایتیه مقاومتش مقاومتیه کف کفش کفی سقف سقفش سقفی قله دره محدودش محدوده‌ی محدوده‌س
    ناحیه‌ی ناحیش زون حدودای دوروبر اطراف کنار نزدیکی نزدیکای همون واسه واس برا سمت طرف جهت توی تو توو رویه روش
    روشه ازش بهش باهاش براش توش داخله پشت پشته جلو جلوی فیبو فیبوناچی پیوت پیوتی واگرایی همگرایی الگوی الگوش مثلث
    مثلثی پرچم پرچمی کنج کانالی سروشانه دوقلو پولبک پولبکه اصلاحی ایمپالس موج موجش موجی اردربلاک بلاک اوردربلاک گپ
    گپش نقدینگی لیکوئیدیتی خریدارا خریداران خریدار فروشنده‌ها فروشندگان گاو خرس مومنتوم مومنتومش حرکت حرکتش حرکتی
    نوسانگیری نوسانگیرا ارزمون دیجیتال رمز کوینمون کوینا کوینه آلتا میم شت جفت‌ارز انسو طلامون طلایی فارکس بورس
    بازارو بازارمون صرافی صرافیا صرافی‌تون پلتفرم اکانت اکانتتون متاتریدر سیگناله سیگنالمون جدیدمون ستاپ ستاپمون
    ستاپه تریدمون تریده معامله‌ی پوزیشنه پوزیشنو موقعیته اسکلپ اسکلپه اسکالپی اسکلپی اسکلپر سوئینگی اسپاتی فیوچرزی
    میدترم لانگترم چندتا دوتا سه‌تا چهارتا پنج‌تا ده بیست سی پنجاه صد هزار یکمی دومی اولی سومی چهارمی پنجمی آخرین
    نهاییه شماهم خودمون خودت تک‌تک تک تنها همدیگه باهم چایی چای قهوه ناهار صبحونه شام خونه خانه سرکار راه گوشی
    گوشیا موبایل نکته نکتش نکته‌ی توضیحات دلیل دلیلش دلایل علت علتش براساس مطابق بنابر خلاصه خلاصش کوتاهه dustan
    doostan dostan rofagha refigha rafigha azizan aziz azizam golam joon dadash dadashi dadasham abji agha aghayon
    khanoma hamrahan hamrah dorod dorood salaam aleyk sobh bekheyr bekheir asr zohr vaght vaghtetoon vaghteton
    khosh merc mersi mamnoon mamnon sepas ghorban fadatoon damet garm dametoon khaste nabashid khob khub khoob
    khoobe khube bashe okeye okie bale aha hamontor injoori injuri inam ine ino oon oono yeki yekam yekami kamtar
    kame ziad ziyad kheili kheyli besyar lotfan lotfn khaheshan hatman hatmn ghatan befarmaeid befarma taghdim
    khedmatetoon khedmat besmellah bsmlh tavakol khoda khodaya enshala enshallah inshala ishala ishalla mashala
    begir begirid begirin migirim migiram begirim bezan bezanid bezanin mizanim mizanam bezanim bezar bezarid
    bezarin mizarim mizaram bezarim gharar bedid bedin bedim midim midam bazkonid baz konid konin konim mikonim
    mikonam kardan vared varede beshid beshin beshim besham mishim misham shid shin sho berim boro berid berin
    mirim miram biaid biain bia biayd tanzim sabt bechinid bechinin michinim taghsim mosavi barabar tadriji pelei
    pele pelekani aroom arom yavash ehtiat mohtat havasetoon havaset havas deghat moraghebat ru ro roo ruye rooye
    tooye baraye vase vasey bara hame hamegi hamatoon hamaton shoma khodet khodetoon khodemoon zir bala paein paeen
    payin paiin nazdik nazdike nazdiki hodood hodud hodoode hodude hodoodan taghriban dorobar atraf havali kenar
    mahdude mahdoode mahdodeye nahiye nahie mantaghe samt taraf jahat poshte posht jelo jeloye dakhel saritar sarie
    sariean tond tondtar bodo bedo bejonb yala aali alie aliye khafan ghashang ghashange khoshgel khoshgele bahal
    bahale tamiz tamize saf sade sadas rahat motmaen ghavi ghodrat sabok sangin narm dagh daghe atishi mooshak
    mushak parvaz movafagh movaffagh bashid bashin porsood porsod barekat roozi hajm hajme hajmetoon lotetoon
    sarmaye sarmayatoon sarmayetoon hesab hesabetoon poul pooletoon darsad darsadi dolar tether ahrom ahrome
    riskesh riskie kamrisk porrisk maghool mantegi manteghi motadel mamooli mamuli nemoodar nemodar aks tasvir
    shekl taim frame saate saati daghighe daghigheyi rooz roozane haftegi mah mahane candel candela kandel sayeh
    ravand ravande hemayat hemayati moghavemat moghavemati kaf kafe saghf saghfe vagaraei hamgaraei olgoo olgo
    mosalas parcham eslahi noghdinegi kharidar kharidaran foroshande foroshandegan harekat harekate navasan
    navasani navasangiri arz arze arzemoon coine jofte joft tala talaye sarafi bazar bazare gheymat gheymate geymat
    gheimat jadid jadide tarid tride moamele moamelemoon posision pozishen mogheiat moghiat furshat forsat scalpe
    eskalp swingi spoti chand chanta dota seta charta panjta dah bist chahar panj avval aval dovom sevom chaharom
    panjom akhari akhar nahayi nahaei kafie kafiye chai ghahve nahar sobhoone khoone sarekar mashin gooshi nokte
    tozih dalil dalilesh ellat barasas tebgh tebghe motabegh kholase kotah
"""
