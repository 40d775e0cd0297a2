"""Turkish for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

FOR_INSIDERS = """
    kapatanlar için, kapatanlar, içeride olanlar, içerde olanlar, işlemde olanlar, girenler için, çıkanlar için,
    kapatmış
    olanlar, girmiş olanlar, hala içeride olanlar
"""
GOT_IN = "aldım, aldık, girdim, girdik, sattım, sattık"
FUTURES = "vadeli, vadelide, vadelilerde"
NOWS = "şimdi"
CHEERS = "tebrikler, tebrik ederim"
REMAINING = "kalan, kalanını, geri kalan"
SCORES = "skor, puanı"
EXCUSES = "pardon, özür, düzeltme"
SPEAKERS = "ben, eşim"
FIRST_OF_ALL = "önce"
GOING = "geceler, yarın"
OUT_OR_OFF = "çıkıyorum"
SHUTS = "kapanıyor, kapandı, kapattı"
BY_ITSELF = "otomatik, otomatik olarak"
UNHURRIED = "acele etmeyin, acele etme, aceleye gerek yok, acelemiz yok"
TONIGHT = "akşam, bu akşam, akşama, bu gece, gece"
RULES = "kural, kuralı, kurallar, kuralımız, kuralımızdır, kurallarımız, ayarlar, ipucu, tavsiye"
EARLIER = "önceki işlem, son işlem, önceki giriş"
COUNSELS = "danışmanlığı, danışmanlık, sorumlu, sorumluluk, sorumluluğu, garanti, garantisi"
REPLIED = "yanıt, yanıtla"
SIGHTS = """
    destek, desteği, direnç, direnci, trend, uyumsuzluk, likidite, yapı, kanal, hacim, mum, rsi, düzeltme
"""
NEEDED = "gerek, gerekli, lazım, kadar, onay, sadece"
DOES = "tutuyor, kırdı, test, döndü, olabilir, işlem görüyor, duruyor, geldi"
PERSONS = "ben, biz, benim, bizim, siz"
SCENARIOS = "senaryo"
CAVEATS = "yasal uyarı"
INVITING = "kimler var, kim var, hazır mısınız, kim geliyor"
ASKING_ADVICE = """
    ne düşünüyorsunuz, sizce, doğru mu, mantıklı mı, geç mi, uygun mu, girilir mi, hâlâ geçerli mi, hala geçerli mi,
    hala aktif mi, hâlâ aktif mi, girelim mi, alalım mı, fikirler, siz alır mıydınız, kim alırdı, evet mi
"""
WITHIN = "içinde"
SO_FAR = "zaten, şimdilik"
OUT_OF = "üzerinden"
VOIDS = """
    stopa yaklaşan, stopa yaklaşan işlem, stopa yakın, stop yakın, stopa yaklaştı,
    bunu sevmedim, içime sinmiyor, içime sinmedi,
    ben geçiyorum, bunu geçiyorum, bu işlemi geçiyorum, pas geçiyorum, pas geçiyoruz, ben yokum, ben girmiyorum,
    ben almıyorum,
    süresi doldu, zaten karda, zaten kârda, yanlış parite, yanlış coin, yanlış kanal, yanlışlıkla, setup bozuldu,
    formasyon bozuldu, bozuldu, öğrencinin işlemi, öğrenci işlemi, geç kaldık, geç kaldınız, artık geç, çıktım,
    çıktık, seviyeler güncellenecek, stop değişecek, güncellenecek, değişecek, geçersiz, iptal oldu, askıda, ödev,
    üyemizin işlemi, üyenin işlemi, öğrencimizin işlemi, takipçimizin işlemi, açık pozisyonumuz,
    işlem bitti, bitti, sadece izliyoruz, izlemedeyiz, işlem tamamlandı,
    sadece izleyin, sadece takip, radarımda, gözüm üstünde, aktif olmadı, tetiklenmedi, onay gelmedi,
    onaysız, teyit bekliyor, teyitsiz, teyit gelmedi, bot testi, bunu görmezden gelin, görmezden gelin, sl yanlış,
    stop yanlış, sl hatalı, stop hatalı, tp yanlış, tp hatalı, giriş yanlış, yanlış stop, yanlış sl, düzelteceğim,
    düzeltiyorum, düzenliyorum, dünün sinyali, dünkü sinyal, eski sinyal, sona erdi, çok geç, girmek için geç, geç
    oldu, zaten gitti, uçtu gitti, kaçtı gitti, zaten yürüdü, zaten çalışıyor, sinyallerimiz böyle, vip çoktan,
    varsayımsal, teoride, teorik, kağıt üzerinde, hatayı bulun, siz alır mıydınız, kim alırdı, arkadaşın işlemi,
    gruptan kopyaladım, kanaldan kopyaladım, twitter da gördüm, rakip kanalın, dolandırıcılar, bu dolandırıcılık,
    bunu sordular, üyenin sorusu, üyeye cevap, simülasyon, kağıt işlem, sadece alarm, bilgi amaçlı, sadece bilgi,
    sadece fikir, sadece bir fikir, sadece analiz, yalnızca analiz, kişisel işlemim, kendi işlemim, kopyalamayın,
    önerilmez, ben olsam almam, ben almadım, dışardayım, dışarıdayım, ters döndüm, fikrimi değiştirdim, plan
    değişti, yanıldım, hata yaptım, kötü fikir, kötü sinyal, başarısız, durduruldu, düzeltme aşağıda, güncellemeye
    bakın, güncelleme aşağıda, aşağıda güncellendi, yenisiyle değişti, yeni sinyale bakın, sonraki mesaja bakın,
    yeni seviyeler aşağıda, seviyeler gelecek, seviyeler netleşecek, şaka yaptım, nisan şakası, yanlış grup,
    pariteyi karıştırdım, coini karıştırdım, yazım hatası, emin değilim, şüpheliyim, şüphem var, dikkate almayın,
    yok sayın
"""
AND_THEN = "sonra, ardından, daha sonra"
VOIDS_ALONE = """
    takip listesi, izleme listesi, takipte, olası setup, olası işlem, muhtemel işlem, taslak, silindi, silin, bitti,
    işlem bitti, kaçtı, dolandırıcılık, benim görüşüm, kişisel görüşüm, söylenti, dedikodu, haha, hahaha, hahaha yok,
    şaka, şaka şaka, nisan bir, yalan, karıştırdım, hay aksi, pardon, pardon hata, özür dilerim, kusura bakmayın, hata,
    bilmiyorum, bakarız, göreceğiz, bakalım, durun, dur, bi dakika, sakin, pas, ben pas, bekle, demo, deneme, haberden
    sonra, haber sonrası, haber veririm, bilginize, izlemede, izliyoruz, bir saat sonra, gece yarısı, alternatif,
    alternatif senaryo, alıştırma
"""
UNDOING = """
    yanlış grup, yanlış kanal, soru, kural, kuralımız, kurallar, ipucu, genelde, bazen, üyelerimiz soruyor, arkadaşım
    dedi, yarın, akşam, sonra, yakında, belki, muhtemelen, galiba, plan, seçenek, anket, kârda olanlar, yeni
    başlayanlar, haberden sonra, geçen hafta, yapmayın, örnek, örneğin, şaka
"""
ACCOUNTS = "hesabım, hesabıma, hesabımda"
THANKS = "teşekkürler, teşekkür ederim, sağol, sağolun"
ENDED = "kayıp, kazanç, stoplandı, bitti, başarısız, zarar, kâr"
AFTERWARDS = "girebilir miyiz, girebilir miyim, girilir mi"
AFTER = "sonrası, sonrasında"

WORDS: dict[Role, str] = {
    Role.TARGET: "olası hedefler, olası hedef, muhtemel hedefler, muhtemel hedef",
    Role.ANALYSIS: "aşırı satım, aşırı alım, aşırı satış, aşırı alış",
    Role.FILLER: """
        günlük kapanış, haftalık kapanış, günlük mum kapanışı, mum kapanışı, 4 saatlik kapanış,
        yatırım danışmanlığı kapsamında değildir, tavsiye değildir, tavsiye değil, herkes kendi riskine göre girsin,
        herkes kendi riskine göre,
        seviyesinden, seviyelerinden, fiyatından
    """,
    Role.RECAP: """
        bunu kaçırdık, bunu kaçırdım, kaçırdık, işlemimiz devam ediyor, işlem devam ediyor, işlemdeyiz,
        hedefe az kaldı, hedefe çok az, yanlışlıkla paylaşıldı, yanlışlıkla gönderildi, yanlış kanal
    """,
    Role.NOT: "bunu geçiyoruz, es geçiyoruz, bunu geçin, bunu atlıyoruz",
    Role.OTHERS: """
        vip aldı, vip üyelerimiz aldı, vip üyeler aldı, vip'te verildi, başka kanaldan, başka bir kanaldan, başka
        kanalın,
        arkadaşımın
    """,
    Role.AD: "sinyallerimiz böyle görünür, sinyallerimiz böyle görünüyor",
    Role.QUESTION: "girebilir miyiz, girebilir miyim, girilir mi",
    Role.CLOCK: "saatlikte, saatlikteki, günlükte, haftalıkta, dakikalıkta",
}

ALIASES = {"XAUUSD": "altının"}
ANY = "her, herhangi"
MOMENTS = "yarısında, dirençte, destekte, yükselişte, düşüşte, günü"
GROUPS = "hesaplar, scalperlar"
CASES = "durumda, seçenek"
THIS = "bu, şu, şimdi"
EXPLAINS = "açıklama"
