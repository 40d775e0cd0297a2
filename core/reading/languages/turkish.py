"""Turkish."""

from __future__ import annotations

from core.reading.roles import Role

MOODS = "panik, açgözlü, açgözlülük, hırs, korku, korkmayın, stres, acele, duygusal, duygularla, heyecan"
UPDATES = "haber, güncelleme, güncellemeler, güncelleyeceğim, güncelleyeceğiz, bilgi, sinyaller"
SOON = "yakında, birazdan, yarın"
FURTHER = "yeni, daha, sonraki"
POTENTIAL = "potansiyel"
SWINGS = "hacim, değişim, fonlama"
LIKE_THIS = "böyle sinyaller, bu tür sinyaller, sinyallerimiz böyle görünür, sinyallerimiz böyle görünüyor"
EVERY = "tüm, tümü, tümünü, hepsi, hepsini, bütün"
SHARES = {25: "çeyreğini, dörtte birini", 33: "üçte birini"}
TODAY = "bugün, günü, haftayı, ayı"
GREEN = "kârla, kârda, kar, karda, artıda, yeşilde"
WEEKDAYS = "pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar"
MONTHS = "ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık"
EXPECTED = "umarım"

EACH = "her"
RISK = "riski, riskiniz"
LOTS = "lotla"
PER = "her, için"
CLOSES = "kapanış, kapanışı, kapanırsa, kapanışta"
CHANNELS = "kanal, kaynak, grup"
LIQUIDATIONS = "tasfiye, likidasyon, likit"
FORMS = "komisyon, onay, onaylar, olasılık, süre, geçerlilik"
CANDLES = "mum, mumu, günlük, haftalık, saatlik"
ZEROS = "sıfırlar, sıfırları"
BREAKS = "kırılım, kırılımı"
EXITING = "çıkış, çık, çıkın"
FOR = "için"
POINTS = "puan"
PROFIT = "kazanç, kar"
LOSS = "zarar"
GUARDS = "koruma, geçersiz"
ZONES = "bölgesi"
COUNTED = "emir"
RANKS_BEFORE = "ci"
COMMENTS = "açıklama, neden, yorum"
AVERAGE = "ortalama"
SIGNALS = "sinyal, işlem"
ASSENTS = "evet"
DENIALS = "hayır, yok"
UP = "kârda, karda"
STATUSES = "durum"
PRICE = "fiyat"
PRICE_NOW = "güncel fiyat, anlık, anlık fiyat, mevcut fiyat, piyasa fiyatı, güncel, şu an"
TOOK = "sattım, sattık, azalttım, azalttık, realize ettim, realize ettik"
SALES = "satıyorum, satıyoruz, sat"
MORE = "daha"
AMOUNTS = """
    neredeyse tamamını, neredeyse hepsini, neredeyse tümünü, hemen hemen hepsini, hemen hemen tamamını, büyük kısmını,
    çoğunu, büyük bölümünü
"""
RENEWED = "güncellendi, güncelleme, düzeltildi, değiştirildi"
AGO = "önce"
FORMERLY = "önceki, eski, önce"
ADVICE = """
    öneririm, öneririz, öneriyorum, öneriyoruz, önerim, önerimiz, önerilir, tavsiye, tavsiyem, tavsiyemiz,
    çekilebilir, taşınabilir, alınabilir, kapatılabilir, iptal edilebilir, fayda, mantıklı, şahsen
"""
WEIGHTY = "önemli"
SAME = "aynı"
HABITS = "her zaman, genelde, genellikle, normalde"
REASONS = "neden, sebep, analiz, gerekce"
STAKED = "ile"
WICKS = "fitil, igne"
ALMOST = "neredeyse"
AFTER = "sonra"
FORWARDED = "iletilen"
STANDS = "var, goruyoruz"
CHARTED = "destek, direnç"
OUT = "çıkış"
HERE = "buradan, burdan, anlık, direkt, direk, şuan"

TAKEN = """
    kar al, kâr al, kar alın, kâr alın, kar alıyoruz, kâr alıyoruz, al, alın, kar alalım, kâr alalım, kar alıyorum,
    kâr alıyorum
"""
OR = "veya, ya da"
SO = "bu yüzden, o yüzden"
REENTERING = """
    tekrar giriş, yeniden giriş, tekrar giriyoruz, yeniden giriyoruz, tekrar giriyorum, yeniden giriyorum,
    tekrar alıyorum
"""
EVENTS = "yayın, canlı yayın, webinar, yayını, canlı yayını, toplantı, toplantıyı, eğitim, eğitimi"
MARKETS = "piyasa, piyasalar, borsa"
I_CLOSED = "kapattım, kapattık, çıktım, çıktık"

SUFFIXES = """
    e, a, ye, ya, i, ı, u, ü, yi, yı, yu, yü, de, da, te, ta, den, dan, ten, tan, in, ın, un, ün, nin, nın, ni, nı, lik,
    luk
"""
ABOUT = "icin, için"
CROWDS = "yatırımcılar, spekülatörler, boğalar, ayılar"
DISCLAIMS = "eğitim"
ACTIONS = "işlem, eylem"
CHOSEN = "ilk, kötü, üstteki, alttaki, eski"
KEEPING = "bırakın, tutun"
KEPT = "biri, birini, tanesi, iyisi, iyisini, sonuncu, sonuncuyu"
KEPT_BEHIND = "kalsın, bırakın, tutun, bırakıyoruz, tutuyoruz"
LAYERS = """
    işlem, işlemi, işlemleri, işlemler, pozisyon, pozisyonu, pozisyonları, emirleri, emri, girişleri, alımları,
    satışları
"""
SEVERAL = "bir, iki, üç, dört, beş, birkaç"
SIZES = "lot, hacim, lotu"
STAYING = "devam, bekliyoruz"
UNTOUCHED = "devam, aynen, kalıyor"
CHANGES = "değişiklik, değişikliği, değişti, değişimi, düzeltme, revize, güncelleme"
SUCCEEDED = "başarılı, tamam, tamamdır"
AT = "'de, 'da, 'te, 'ta"

WORDS = {
    Role.HUNDREDTH: "yüzde",
    Role.BELOW: "altında",
    Role.ABOVE: "üzerinde, üstünde",
    Role.BETWEEN: "arası, arasında",
    Role.BUY: """
        alış, alim, al emri, uzun, alıyorum, alıyoruz, long açıyorum, long açıyoruz, long aç, long açtım,
        long giriyorum, longluyorum, alış yapıyoruz, alış emri, long işlem, long pozisyon, long deniyorum,
        long deniyoruz, longa giriyorum, longa giriyoruz, long alınır, long alıyorum, long alıyoruz
    """,
    Role.SELL: """
        satış, satış emri, sat, kısa, satıyorum, satıyoruz, short açıyorum, short açıyoruz, short aç, short giriyorum,
        shortluyorum, short işlem, short pozisyon, satış yapıyoruz, satım, short deniyorum, short deniyoruz,
        shorta giriyorum, shorta giriyoruz, short alınır, short alıyorum, short alıyoruz
    """,
    Role.ENTRY: """
        giriş, girişler, giriş bölgesi, giriş fiyatı, giriş yeri, alım bölgesi, giriş aralığı, giriş noktası,
        giriş seviyesi, alış bölgesi, satış bölgesi, alış fiyatı, satış fiyatı, girilecek yer, satım bölgesi,
        alım aralığı, alış aralığı, alım noktası, alış noktası, satış aralığı, alım yeri
    """,
    Role.STOP: """
        zarar durdur, zarar kes, zararı durdur, stop seviyesi, stop loss seviyesi, stopumuz, stoploss, stopu,
        stopları, zararı kes, stop noktası, zarar durdurma, zk, zarar kesme, zarar kesme noktası, zarar limiti,
        kesin stop, stop noktam, stop olur, stop yeri, stop seviyemiz, stop noktamız, stopum, stop koyuyorum,
        stop koyalım, zarar kes noktası, zarar kes seviyesi, stoplarımızı, stoplarımız, stoplarınızı, stoplarını,
        stopumuzu, stopunuzu, stop seviyemizi, stop seviyenizi, geçersizlik, geçersizlik seviyesi
    """,
    Role.TARGET: """
        hedef, hedefler, kar al, hedef fiyat, hedefimiz, hedeflerimiz, kar al hedefleri, kâr alma, kar hedefi,
        tp hedefleri, satış hedefi, satış hedefleri, hedefleri, hedefi, ka 1, ka 2, ka 3, ka 4, hdf, kar satışı,
        kar satışları, kar realizasyonu, çıkış noktası, çıkış noktaları, kar al noktası, kar al noktaları, hedef bölge,
        hedef bölgesi, hedef noktası, hedefim, hedeflerim, kar al seviyesi, kar al seviyeleri, kar seviyesi
    """,
    Role.ADD: "ekleme, ortalama, kademeli",
    Role.LEVERAGE: "kaldıraç, kaldıraçlı, kald, kaldıracımız",
    Role.CROSS: "çapraz",
    Role.ISOLATED: "izole",
    Role.MARKET: """
        piyasa, piyasadan, şimdi, market emri, güncel fiyat, piyasa fiyatı, market fiyat, marketten, anlık fiyat,
        piyasa fiyatından, mevcut fiyat, şu an, hemen, market girişi, market giriş, mevcut fiyattan, güncel fiyattan,
        anlık fiyattan, bulunduğu yerden, anlık giriş
    """,
    Role.LIMIT: """
        limit emir, bekleyen emir, limit emri, limit, bekleyen, bekleyen emirler, limit emrini, limit emirlerini,
        limit emirleri, bekleyen emri, bekleyen emrini, limitleri
    """,
    Role.ZONE: "bölge, aralık, civarı",
    Role.RUNNER: "açık, açık bırak, serbest",
    Role.SYMBOL: "coin adı, parite, koin, sembol, parite adı, coin, varlık, enstrüman, kripto",
    Role.HEADING: """
        işlemi, işlemleri, pozisyonu, pozisyonun, pozisyonları, emri, emir, yeni sinyal, işlem türü, işlem, yön,
        yeni işlem, sinyal, pozisyon, tekrar giriş, yeniden giriş, tekrar giriyoruz, yeniden giriyoruz
    """,
    Role.SIZE: "kasa, lot miktarı, lot büyüklüğü, risk oranı, kasanın, miktar",
    Role.PIPS: "puan",
    Role.CLOCK: "saat, saatlik, dakika, dakikalık, gün, günlük, hafta, haftalık, tarih",
    Role.THOUSAND: "bin",
    Role.AND: "ve, ardından",
    Role.FILLER: """
        haberden önce, haberlerden önce, haber öncesi, veri öncesi, veriden önce, hafta sonundan önce,
        en iyi sonuç için, en iyi sonuçlar için, daha iyi sonuçlar için, iyi sonuçlar için,
        dunku zirve, dunku dip, dunku kapanis, gecen haftanin zirvesi, gecen haftanin dibi, garanti etmez,
        satış baskısı, alım baskısı, satış baskısının, alım baskısının, ytd, yatırım tavsiyesi değildir, arkadaşlar,
        lütfen, bu, için, ile, işlemini, şimdilik, ten, tan, biz, de, da, den, ye, ya, bir, yeni, küçük, hızlı, güzel,
        güçlü, iyi, dikkatli, dikkat, giriyoruz, girilir, açıyoruz, açılır, alalım, satalım, öneri, öneriyoruz, bugün,
        seviye, fiyat, fiyatı, civarında, yaklaşık, her, kısa vade, orta vade, uzun vade, kısa vadeli, orta vadeli,
        olsun, koyun, koyalım, yatirim tavsiyesi degil, acele etmeyin, acele etme, unutmayin, unutma, ac gozlu olmayin,
        panik yapmayin, fazla risk almayin, gecmeyin, plana gore, panik yok, bol kazançlar, bol kazanç, bol şans,
        dilerim, dileriz, diliyorum, hayırlı olsun, hayırlı kazançlar, yatırım tavsiyesi içermez, ortalama kar oranı,
        finansal tavsiye değildir, sadece eğitim amaçlıdır, eğitim amaçlıdır, ardından da, tekrar girmeyin,
        eğitim amaçlı paylaşılmıştır, eğitim amaçlı paylaşılmaktadır, sadece eğitim amaçlı,
        yeniden girmeyin, tekrar girmiyoruz, yeniden girmiyoruz, tekrar giriş yok, yeniden giriş yok, işlemde olanlar,
        girenler, işleme girenler, içeride olanlar, hala işlemde olanlar, pozisyonda olanlar, stopsuz işlem yapmayın,
        stopsuz girmeyin, stopsuz işleme girmeyin, stopsuz işlem açmayın, gözlerinizi kapatın, gözlerini kapat,
        gözünüzü kapatın, ekranı kapatın, ta, giremedik, giremedim, işlemine, burada, buradan
    """,
    Role.MOVE: """
        çekin, çekiyoruz, çek, taşı, taşıyoruz, alın, çekiyorum, çekelim, çekilsin, çekildi, taşıyorum, taşıyın,
        taşıyalım, yükseltin, yükseltiyoruz, yukarı çekin, ayarlayın, güncelleyin, güncelliyoruz, getirin, taşındı,
        çekebiliriz, yapin, yapalim, yapiyoruz, getirelim, yükseltiyorum, düşürüyorum, düşürüyoruz, düşürün,
        güncelliyorum, taşıdık, taşıdım, çektik, çektim, yükselttik, yükselttim, güncellendi, değiştirdik,
        değiştirildi, yükseltildi, atıyoruz, atalım, atın, attık, attım, çekmeyi unutmayın, taşımayı unutmayın,
        güncellensin, taşınsın, yükseltelim, indirin, indiriyoruz, indirelim, revize edin,
        revize ediyoruz, kaydırın, kaydırıyoruz, kaydırdık, güncelledik, güncelledim, revize ettik, revize edildi
    """,
    Role.CLOSE: """
        kapatıyoruz, kapat, kapatın, çıkıyoruz, kapatalım, kapatıyorum, kapatınız, kapatabiliriz, işlemi kapatın,
        işlemi kapatıyoruz, kapatıyoruz işlemi, çıkın, çıkış yapın, çıkıyorum, çıkalım, pozisyonu kapatın,
        pozisyonu kapatıyoruz, tamamen kapatın, hepsini kapatın, hepsini kapatıyoruz, işlemden çıkıyoruz,
        işlemden çıkın, kapatıp, kapatıldı mı, işlemi kapatıyorum, kalanı kapatıyoruz, kalanı kapatın,
        kalanı kapatıyorum, kalan kısmı kapatıyoruz, kalan kısmı kapatın, kalan kısmı kapatıyorum, kalanı kapatalım,
        kalanı alıyoruz, kalanını kapatıyoruz, kapatmayı tercih ediyoruz, kapatmayı tercih ediyorum,
        kapatmak istiyoruz, artık bu işlemde değiliz, artık işlemde değiliz, bu işlemde değiliz artık,
        artık bu pozisyonda değiliz, kapatıyorum işlemi, işlemden çıkıyorum, işlemden çıkalım, pozisyonu kapatıyorum,
        pozisyonu kapatalım, işlemi kapatalım, elden kapatıyoruz,
        elle kapatıyoruz, manuel kapatıyoruz, manuel kapatın, manuel kapatıyorum, tamamını kapatıyoruz,
        tamamını kapatın, tamamını kapatıyorum, komple kapatıyoruz, komple kapatın, komple çıkıyoruz, tamamen çıkıyoruz,
        tamamen kapatıyoruz, buradan çıkıyoruz, buradan kapatıyoruz, kardan çıkıyoruz, zararına kapatıyoruz,
        kalanı da kapatıyoruz, kalanı da kapatın, kalandan çıkıyoruz
    """,
    Role.CLOSED: """
        kapattık, kapandı, kapatıldı, kapattım, kapanmıştır, çıktık, kapatılmıştır, kalanı kapattım, kalanı kapattık,
        kalan kısmı kapattım, kalan kısmı kapattık, kalan kapatıldı
    """,
    Role.CANCEL: """
        bekleyen emir silindi, emir iptal edildi, bekleyen emir iptal edildi,
        iptal, iptal ediyoruz, emri silin, iptal edin, iptal edildi, iptal ettik, iptaldir, emri iptal edin,
        emir iptal, işlem iptal, emri siliyoruz, emri kaldırın, limit emri iptal, sinyal iptal, limitleri silin,
        siliyoruz, geçersiz, artık girmiyoruz, artık girmeyin, artık girmiyorum, artık almıyoruz,
        bu işlemi pas geçiyoruz, pas geçiyoruz, artık geçerli değil, geçerliliğini yitirdi, vazgeçtik, vazgeçiyoruz,
        vazgeçtim, bu işlemi unutun, bu setupı unutun, emirleri silin, emirleri siliyoruz, emirleri sildim,
        emirleri silebilirsiniz, bekleyen emirleri silin, bekleyen emirleri siliyoruz, tüm emirleri silin,
        tüm emirleri siliyoruz, bütün emirleri silin, bütün emirleri silebilirsiniz, tüm emirleri iptal edin,
        emirleri iptal edin, emirleri iptal ediyoruz, emirleri kaldırın, emirleri kaldırıyoruz, limitleri kaldırın,
        emri silebilirsiniz, emir silindi, emirler silindi, limit emri silin, limit emirleri silin, limit emrini silin,
        emirler iptal, emirleri iptal ediyorum, emirler iptal edildi, emri iptal ediyoruz, emri iptal ediyorum,
        limit emirleri iptal, limit iptal, limit emrini siliyoruz, limit emirlerini siliyoruz,
        limit emrini iptal ediyoruz, limit emrini iptal edin, limit emrini kaldırıyoruz, limit emrini kaldırın,
        bekleyen emri silin, bekleyen emri siliyoruz, bekleyen emri iptal edin, setup iptal, setup geçersiz,
        işlemi iptal ediyoruz, işlemi iptal edin, işlemi iptal ediyorum, sinyali iptal ediyoruz, sinyal iptal edildi,
        emirlerinizi silin, emirlerinizi iptal edin, emrinizi silin, emirleri kapatın, giriş iptal, alım iptal,
        long iptal, short iptal, girişi iptal ediyoruz, işlem iptal edildi
    """,
    Role.REMOVE: "kaldır, kaldırın",
    Role.PART: """
        kısmi, bir kısmını, kısmi kar, kar alın, kar alıyoruz, kısmi kapat, kısmi kapatın, kısmi kapatıyoruz,
        bir kısmını kapatın, realize, realize edin, azaltın, azaltıyoruz, kısmi kar alın, kısmen, ceyregini,
        ucte birini, dortte birini, kademeli kâr, kademeli kâr alıyoruz, kademeli kar alın, kademeli çıkış, kar alalım,
        kar alıyorum,
        neredeyse tamamını, neredeyse hepsini, neredeyse tümünü, hemen hemen hepsini, hemen hemen tamamını, büyük
        kısmını, çoğunu, büyük bölümünü
    """,
    Role.HALF: """
        yarısını, yarısı, yarı, yarısında, yarım, yarısını kapatın, pozisyonun yarısını, pozisyonun yarısı,
        karın yarısını, yarısını alıp, karın yarısını alıp, yarısını alıyoruz, yarısını kapatıp, yarısını kapatıyoruz,
        yarısını alın, yarısını kapatıyorum, yarısını kapatalım, yarısını satın, yarısını satıyoruz, yarısını alalım,
        yarısını realize edin, yarısını realize ediyoruz, yarısını karla kapatın, yarısını kapadık
    """,
    Role.ALL: "hepsi, tamamını, kalanı, kalan, kalanını, tamamı, tümü, hepsini",
    Role.EVEN: """
        girişe, giriş seviyesine, maliyete, başa baş, giriş yerine, giriş noktasına, girişe çekin, maliyet,
        maliyet noktasına, giriş fiyatına, başabaş, be ye, risksiz, girişine, giriş seviyesine alıyoruz,
        girişe alıyoruz, entry stop, giriş stop, entrye stop, girişe stop, maliyet stop, maliyete stop, stop giriş,
        entry seviyesine, girişte, maliyette, stop giriş seviyesine, stop giriş yerine, stop giriş fiyatına,
        stop giriş noktasına, stop maliyetine, stop giriş fiyatında
    """,
    Role.HIT: """
        geldi, ulaşıldı, vurdu, alındı, patladı, gerçekleşti, ulaştı, ulaştık, tamamlandı, aldık, görüldü, değdi,
        vuruldu, hedefe ulaştı, geldik, başarılı, tamam, tamamdir, oldu, cebimizde, cepte, hedefe ulaştık
    """,
    Role.STOPPED: """
        stop oldu, stop olduk, stop oldum, stoplandık, stop yedik, stop patladı, stopladı, stoplandı, stopa gitti,
        stopa takıldı, stop çalıştı, stop noktası geldi, stop patladık, stop olduk maalesef, stopa yakalandık,
        stopladık, stopla kapandı, stop ile kapandı, stop çalıştı maalesef, stop vurdu, stop yedim, stoplandım,
        stopa geldi
    """,
    Role.FILLED: """
        aktif oldu, işleme girdi, emir gerçekleşti, aktifleşti, işleme girildi, emir aktif, işleme girdik, giriş oldu,
        limit emir doldu, emir doldu, limit emir calisti, emir calisti, giris yapildi, giris gerceklesti, girildi,
        emir dolduruldu, emir açıldı, emirler açıldı, limit çalıştı, emrimiz gerçekleşti, emirler gerçekleşti,
        limit emrimiz gerçekleşti, limit gerçekleşti, limit emir gerçekleşti, giriş geldi, girişimiz geldi,
        işleme dahil olduk, pozisyon açıldı, emrimiz doldu, emirler doldu
    """,
    Role.HOLD: "bekleyelim, tutuyoruz",
    Role.NOT: """
        değil, yok, hayır, girmeyin, almayın, kapatmayın, yapmayın, satmayın, değildir, etmeyin, henüz, çekmeyin,
        henüz değil, daha değil, şimdi değil, unuttum, açmayın, açmayınız, açma, girmeyiniz, almayınız,
        tavsiye etmiyorum, önermiyorum, unutan, unutanlar, unutuyor, unutuyorlar, unutuyorsunuz, unutmuş
    """,
    Role.IF: """
        eğer, olursa, kırarsa, kırılırsa, gelirse, ise, altında kapanırsa, üzerinde kapanırsa, durumunda, sonra,
        takdirde, şartıyla, koşuluyla, bağlı olarak, sadece eğer, onay gelirse, teyit gelirse, onayla, retestte,
        yalnızca, sonrası, sonrasında, ulaştığında, ulaşınca, geldiğinde, gelince
    """,
    Role.WILL: """
        birazdan, yakında, yapacağız, kapatacağız, olacak, açacağız, alacağız, bekliyorum, planlıyorum, gireceğiz,
        vereceğim, paylaşacağım, yarın, bekliyoruz, görebiliriz, düşünüyorum, niyetindeyim, planım, pazartesi,
        gelecek hafta, haftaya, alacağım, satacağım, gireceğim
    """,
    Role.MAY: """
        belki, olabilir, muhtemel, gelebilir, görülebilir, yapabilir, düşebilir, çıkabilir, muhtemelen, galiba,
        sanırım, isterdim, istiyorum, keşke, ideal olarak, tercih ederim, umarım, umuyorum, aklımda
    """,
    Role.YOU_CAN: """
        isteyen, dileyen, isteyenler, dileyenler, alabilirsiniz, kapatabilirsiniz, yapabilirsiniz, her zaman, daima,
        her seferinde, kendi kararınız, kendi kararınıza göre, kendi inisiyatifinizle, kendi tercihinize göre, size
        kalmış
    """,
    Role.QUESTION: "neden, nasıl, kim",
    Role.RECAP: """
        açık pozisyon, açık pozisyonlar, açık işlem, açık işlemler,
        işlemdeyim, pozisyondayım, long taşıyorum, short taşıyorum, içerideyim, özet, sonuç, kazandık, bugünkü, kazanç,
        kazanıldı, sonuçlar, sonuçları, bu hafta, tebrikler, toplam kar, kar ettik, kar oranı, başarılı sinyal,
        hatırlatma, haftayı kapatıyoruz, haftayı kapattık, ayı kapatıyoruz, günü kapatıyoruz, ayı kapattık,
        günü kapattık
    """,
    Role.MEMORY: """
        idi, vardı, almıştık, satmıştık, sattık, vermiştik, hatırlayın, son sinyal, önceki, geçen, geçen hafta,
        eski sinyal, arşiv, sabahki, önce, girmiştik, açmıştık
    """,
    Role.OTHERS: """
        o kişi, onlar, arkadaşım, biri, birisi, üye, üyeler, üyemiz, analist, analistler, balina, balinalar, banka,
        bankalar, başka kanal, diğer kanallar, göre, öneriyor, diyor, diyorlar, insanlar, demo hesap, demo hesapta,
        demo hesabında, bir arkadaş, başka kanalda, paylaşılan
    """,
    Role.ANALYSIS: """
        analiz, destek, direnç, direnç bölgesi, direncini, desteği, trend, formasyon, kırılım, düzeltme, yorum,
        beklenti, haber, seviyeleri, volatil, volatilite, oynak, oynaklık
    """,
    Role.LESSON: """
        örnek, eğitim, örneğin, diyelim, nedir, öğrenin, deneme, test, test sinyali, şablon, format, sahte, numune,
        varsayalım, farz edelim
    """,
    Role.AD: """
        böyle sinyaller, bu tür sinyaller, katılın, indirim, üye olun, vip kanal, vip kanalımıza, vip grubumuza,
        üyelik, ücretsiz, iletişim, link,
        kampanya, kayıt, referans, davet, katıl, abone
    """,
    Role.WAIT: """
        bekleyin, hazır olun, hazırlanın, takipte, takip ediyoruz, takipteyiz, bekleniyor, onay bekliyoruz,
        onay bekleyin, beklemede
    """,
    Role.EXCEPT: "hariç, dışında, haricinde, dışındakiler",
    Role.BUT: "ama, sadece, yalnız, fakat",
    Role.EDIT: "yeni sl, yeni stop, yeni tp, yeni hedef, yeni hedefler",
    Role.PAST: "dün, dünkü, geçen ay, geçen haftaki, evvelsi gün, dün akşam",
}

EVERYDAY = """
    skor merhaba merhabalar selam selamlar günaydın iyi günler akşamlar geceler hoşgeldiniz teşekkürler arkadaşlar
    arkadaşlarım dostlar kardeşlerim beyler bayanlar aile ekip takım trader traderlar yatırımcılar herkese herkes
    hepinize değerli sevgili üyeler dikkat acil acilen hızlı hızlıca çabuk önemli harika mükemmel güzel süper temiz
    net güçlü sağlam basit kolay ilginç müthiş muhteşem efsane büyük en favori ateş roket bomba şans şanslar başarı
    başarılar bol kazançlar kazanç hayırlı olsun bereketli mutlu gelsin yönetimi yönetim risk riskinizi kasa kasanın
    kasanızın kasanızı para paranızı sermaye bakiye bakiyenin lot lotla yüzde sorumlu sorumluluk dikkatli temkinli
    sakin sabır sabırlı disiplin disiplinli uyun uyalım uyunuz kullanın kullanınız kullanalım kullanarak takip edin
    ediniz uygulayın koruyun ayarlayın yatırım tavsiyesi konservatif agresif orta normal standart minimum maksimum
    düşük yüksek az küçük hafif ufak sinyal sinyali sinyaller işlem işlemi işleme işlemler pozisyon pozisyona fırsat
    fırsatı setup giriyoruz giriyorum girelim girin giriniz açıyoruz açıyorum açalım açın açınız koyun koyalım
    kuruyoruz kurun scalp scalping swing intraday gün içi kısa uzun vade vadeli seans seansı seansında asya avrupa
    amerika londra newyork bugün bugünkü günün günlük haftalık aylık hafta haftanın saat saatlik dakika dakikalık
    sabah akşam bizim sizin kendi bu şu o her aynı diğer başka daha çok biraz birkaç tüm bütün iki üç dört beş altı on
    ikinci üçüncü bir burada buradan buraya şurada orada nerede gibi için ile karşı boyunca beraber birlikte ayrıca
    yaklaşık tam tamamen neredeyse böyle hala kadar üzeri göre coin coini koin kripto altcoin altcoinler metal
    metaller emtia endeks endeksler döviz parite paritesi hisse token altın kanal kanalı kanalımız grup grubu kulüp
    akademi vip premium özel genel resmi detaylar detay bilgi numara nokta seviye seviyeleri seviyeler fiyatlar hacim
    broker spread komisyon makas hazır hazırsanız hadi haydi başlıyoruz gidiyoruz uçuyoruz indikatör algoritma tespit
    edildi etti bismillah bakalım kanalımıza riskli burdan millet hanımlar grafik grafikte işlemde fiyattan seviyesi
    seviyeden bölgesi bölgeden ilk ana kademe parça parçalı riski makul hayırlısı benim teknik direkt direk anlık te
    ta üzerinden civarından tekrar önerim tavsiye tavsiyem deneyelim deniyoruz deniyorum coinde denemesi yapıyorum
    gençler
"""

ORDINALS = (
    "ilk, ikinci, üçüncü, dördüncü, beşinci",
    "birinci, ikinci, üçüncü",
)

MONEY = {
    "EUR": "euro, avro",
    "USD": "dolar",
    "GBP": "sterlin",
    "JPY": "yen, japon yeni",
    "CHF": "frank",
    "AUD": "avustralya doları",
    "NZD": "yeni zelanda doları",
    "CAD": "kanada doları",
}

ALIASES = {
    "XAUUSD": "altın, ons altın, ons, gram, altınları, altınlar, goldları, goldlar, goldu, altını",
    "XAGUSD": "gümüş, gümüşte, gümüşü, gümüşe",
    "USOIL": "petrol, ham petrol",
    "UKOIL": "brent petrol",
    "NATGAS": "doğalgaz, doğal gaz",
}
