"""Turkish."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BELOW: "altında",
    Role.ABOVE: "üzerinde, üstünde",
    Role.BETWEEN: "arası, arasında",
    Role.BUY: "alış, alim, alım, al emri, uzun",
    Role.SELL: "satış, satış emri, sat, kısa",
    Role.ENTRY: "giriş, girişler, giriş bölgesi, giriş fiyatı, giriş yeri, alım bölgesi",
    Role.STOP: "zarar durdur, zarar kes, zararı durdur, stop seviyesi",
    Role.TARGET: "hedef, hedefler, kar al, kâr al, hedef fiyat",
    Role.ADD: "ekleme, ortalama, kademeli",
    Role.LEVERAGE: "kaldıraç",
    Role.CROSS: "çapraz",
    Role.ISOLATED: "izole",
    Role.MARKET: "piyasa, piyasadan, şimdi, market emri, güncel fiyat",
    Role.LIMIT: "limit emir, bekleyen emir",
    Role.ZONE: "bölge, aralık, civarı",
    Role.RUNNER: "açık",
    Role.SYMBOL: "coin adı, parite, koin, sembol",
    Role.HEADING: """
        işlemi, işlemleri, pozisyonu, pozisyonun, pozisyonları, emri, emir, yeni sinyal, işlem türü, işlem, yön,
        yeni işlem, sinyal, pozisyon
    """,
    Role.SIZE: "kasa, risk oranı, kasanın, miktar",
    Role.PIPS: "puan",
    Role.CLOCK: "saat, dakika, gün, hafta",
    Role.THOUSAND: "bin",
    Role.AND: "ve",
    Role.MOVE: "çekin, çekiyoruz, çek, taşı, taşıyoruz, alın",
    Role.CLOSE: "kapatıyoruz, kapat, kapatın, çıkıyoruz, kapatalım",
    Role.CLOSED: "kapattık, kapandı, kapatıldı",
    Role.CANCEL: "iptal, iptal ediyoruz, emri silin",
    Role.REMOVE: "kaldır, kaldırın",
    Role.PART: "kısmi, bir kısmını",
    Role.HALF: "yarısını, yarısı, yarı",
    Role.ALL: "hepsi, tamamını",
    Role.EVEN: "girişe, giriş seviyesine, maliyete, başa baş",
    Role.HIT: "geldi, ulaşıldı, vurdu, alındı, patladı",
    Role.FILLED: "aktif oldu, işleme girdi",
    Role.HOLD: "bekleyelim, tutuyoruz",
    Role.NOT: "değil, yok, hayır",
    Role.IF: "eğer, olursa",
    Role.WILL: "yapacağız, kapatacağız, olacak",
    Role.MAY: "belki, olabilir",
    Role.YOU_CAN: "isteyen, dileyen",
    Role.RECAP: "dün, özet, sonuç, kazandık",
    Role.ANALYSIS: "analiz, destek, direnç",
    Role.LESSON: "örnek, eğitim",
    Role.AD: "katılın, indirim, üye olun",
    Role.WAIT: "bekleyin, hazır olun",
}

ALIASES = {
    "altın": "XAUUSD",
    "ons altın": "XAUUSD",
    "gümüş": "XAGUSD",
}
