"""Turkish: words of every day that rooms write beside calls and orders, which have no part.

Separate from the words of orders for its length only. No word here may deny, put off, doubt or tell of the past.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "alıcılar"
SELLERS = "satıcılar"
POSITIONS = "pozisyon, açık pozisyon"
ADDRESSEES = "üyeler, üyelerimiz"
WITH = "ile"
SHARES = {
    20: "beşte birini, beşte biri",
    67: "üçte ikisini, üçte ikisi",
    75: "dörtte üçünü, dörtte üçü",
}
POLITE = "lütfen"
GREETINGS = "merhaba, arkadaşlar, selam, herkese, günaydın"
COURTESIES = "teşekkürler, bol şans, herkese"
WORDS: dict[Role, str] = {
    Role.PART: "üçte ikisini, üçte ikisi, dörtte üçünü, dörtte üçü, beşte birini, beşte biri",
    Role.STOP: """
        zarar kesi, zarar kesimi, zarar kesimizi, zarar kesini, zarar kesinizi, zararkesi, zarar kes seviyesini,
        zarar kes noktasını, stopunu, kalanın stopunu, kalanların stopunu, stopumu
    """,
    Role.MOVE: """
        e çekiyoruz, e çekiyorum, e çekelim, e çekin, e çekiniz, e taşıyoruz, e taşıyorum, e taşıyalım, e taşıyın,
        a çekiyoruz, a çekiyorum, a çekelim, a çekin, a çekiniz, a taşıyoruz, a taşıyorum, a taşıyalım, a taşıyın,
        ye çekiyoruz, ye çekiyorum, ye çekelim, ye çekin, ye çekiniz, ye taşıyoruz, ye taşıyorum, ye taşıyalım,
        ye taşıyın, ya çekiyoruz, ya çekiyorum, ya çekelim, ya çekin, ya çekiniz, ya taşıyoruz, ya taşıyorum,
        ya taşıyalım, ya taşıyın
    """,
}

ALIASES: dict[str, str] = {
    "BTC": "btcde, btcyi, btcye, btcden, btcnin",
    "ETH": "ethde, ethte, ethyi, ethye, ethden",
    "AVAX": "avaxta, avaxda, avaxı, avaxa, avaxtan",
    "XRP": "xrpde, xrpyi, xrpye, xrpden",
    "BNB": "bnbde, bnbyi, bnbye, bnbden",
    "DOGE": "dogede, dogeyi, dogeye, dogeden",
    "LTC": "ltcde, ltcyi, ltcye, ltcden",
    "SUI": "suide, suiyi, suiden",
    "INJ": "injde, injyi, injden",
    "PEPE": "pepede, pepeyi, pepeden",
    "ARB": "arbde, arbda, arbyi, arbden",
    "APT": "aptde, aptyi, aptden",
    "TRX": "trxde, trxyi, trxden",
    "FET": "fetde, fetyi",
}

EVERYDAY = """
    abi abiler abim abicim abilerim abla ablam hocam kardeş kardeşim kardeşler kanka kankalar kanki dostum
    dostlarım gardas gardaşlar ağa ağalar reis reisler başkan şampiyon şampiyonlar arkadaş gençlik ekibim ekibimiz
    aileyim ailem ailemiz üyelerimiz dostlarimiz canlar canlarım cancağızım gunaydınlar akşamınız sabahlar tünaydın
    merhabalarr slm mrb nbr meraba selamın aleyküm selamun eyvallah eyw teşekkür tşk sağolun sağlıcakla rica ederim
    tabi tabii oke okey evet aynen işte yani hani bea lan ulan yav yahu valla vallahi walla vallaha billahi
    maşallah inşallah allahım şükür bismillahirrahmanirrahim amin hemencecik derhal ivedi ivedilikle çabucak
    hızlıdan direkten doğrudan dogruca anında buyurun buyrun buyur haydin hadin hadiyin yürü yürüyün bastır basın
    dalın dalıyoruz dalalım atla atlıyoruz atlayın koy koyuyorum koyuyoruz koyunuz giriyom giriyoz giriyoruzz
    gireyim gir açıyom açıyoz kuruyorum kuralım kurunuz yazıyorum yazıyoruz yazalım yazın yaz yerleştirin
    yerleştiriyoruz yerleştiriyorum yerleştirelim veriyorum veriyoruz verelim verin veriniz paylaşıyorum
    paylaşıyoruz paylaşalım paylaşım topluyoruz topluyorum toplayalım toplayın toplama maliyetleme kademelerle
    kademelendirin parçalar yarımşar bölerek bölün bölüyoruz eşit eşitçe dağıt dağıtın yapınız yap yapmak ediyoruz
    ediyorum edelim olsunn kullanıyoruz kullanıyorum kullan uygulayalım uygula uyguluyoruz dikkatle dikkatlice
    temkinle temkin ihtiyatlı sakince yavaş yavaşça yavaştan usul usulca ağır ağırdan rahat rahatça rahatlıkla
    serin soğukkanlı sağlamcı cesur cesurlar cesaretli gözü ufaktan ufakça azıcık azcık tık tıkla minik minicik
    minnacık küçücük küçükten cüzi yükseğe büyükçe kocaman dev bolca sıkı sımsıkı gevşek geniş derin sığ bayağı
    epey epeyce oldukça gayet hayli iyice iyicene tamamiyle tamamıyla komple netçe açıkça belirgin bariz şahane
    şaheser harikulade enfes nefis leziz tatlı yakışıklı cillop guzelce güzelim süperr kral kralice efsanevi
    babalar babam ateşli alev alevli fişek füze roketliyoruz uçuşa uçuş kalkış bize kendine kendimize kendinize
    kendimiz kendimce beni seni bizi sizi sizlere bizlere bunu şunu şuna bunun şunun bundan şundan bununla burda
    surda orda oradan ordan şuradan buradayım buradayiz bölgede bölgeler bölgemiz seviyede seviyelerden seviyelerde
    seviyemiz noktası noktadan noktada fiyatta fiyatın fiyatımız fiyatlardan yakın yakınları yakınında yakınından
    civarlari dolaylarında etrafı etrafinda takriben asagi aşağıda yukarıda altta üstte ortada arada aralığı
    aralığında aralığından bandı bandında bandından grafikteki grafiği grafiğe görsel görselde resimde ekran
    ekranda ekteki ekte foto fotoda mumlar mumu fitil fitili iğne gölge gövde trendi trendin trende yatay yükselen
    düşen kanalın üçgen flama bayrak takoz ikili çift dipten dibi dipte tepe tepeden tepesi tepede zirve zirveden
    zirvesi zirvede destekten destekteyiz desteğimiz direnci dirençten direncimiz kırılımı retesti hareketli
    ortalaması hacimli hacmi uyumsuzluk uyumsuzluğu likidite likiditesi boşluk boşluğu gapi formasyonu yapı yapısı
    görünüm görünümü guc gücü alıcı alıcılar satici satıcılar baskı baskısı ivme hareket hareketi harekete dalga
    dalgası dönüş dönüşü tepki tepkisi tepkiye düzeltmesi emirler emirleri emirlerimiz emrimiz emirimi talimat
    talimati girişi girişimiz girişlerimiz stoplu stopunuz stoplar çıkış çıkışlar kaldıracı izoleli kros marjin
    marjinli teminat teminatın teminati kasadan kasayla kasamız kasamızın sermayenin sermayeden bakiyeden
    bakiyemizin bakiyenizin hesabın hesabınızın hesaptan paranın parası butçe bütçeniz bütçenize portföy portföyün
    portföyden yüzdelik oran oranı oranla oranında miktarı adet tane lira dolarlık kuruş spotta spotçu spotçular
    vadelide borsa borsada borsası borsadan kriptoda kriptoya coinler coinleri coinimiz koinde tokeni paritede
    paritemiz paritesinde emtiada maden madenler bugunun bugunluk akşamki ogle gündüz anki şuan şuanki dk saati
    dakkalik dakka seansta seansina newyorkta amerikada asyada avrupada ilkin ilkini ilkinde ikincisi ikincide
    ucuncusu dorduncu besinci sonuncu sonuncusu nihai finali yedi sekiz dokuz yirmi elli yüz muhafazakar agresifçe
    agresifler garantici riskliyi riskini riskiniz riskimiz riskler risksever risklisi riskten kaçınanlar
    disiplinle sabırla yönet yönetin yönetimli yönetimine yönetiminize sorumluluğu sorumluluğunuzda tavsiyedir ben
    siz hepimiz hepimize cümle cümleten ahali yoldaş yoldaşlar takipçiler takipçilerimiz vipçiler bereket berekett
    uğurlu ugurlar şansınız şansımız şanslı yolunuz rastgele rastgelsin kolaygelsin bilgisi bilgiler bilginiz notu
    notumuz detaylari ayrıntı ayrıntılar kısaca özetle sırasıyla sırayla tek teke teker birer ikişer beraberce hep
    hepberaber önerilen önerimiz uygun uygunu idealdir klasik klasiği bilindik bildiğimiz standartlar temel esas
    başlangıç başlangıçta başlangici çay çayı kahve kahveler kahveyi yemek ev evde yol araba telefondan mobil pc
    bilgisayar deniz güneş hava yağmur keyifli keyif keyfinize mutluluk huzur huzurlu afiyet ellerinize sağlık
    yüreğinize tuşa tuşu butona buton düğmeye basıyoruz tıklayın
"""
