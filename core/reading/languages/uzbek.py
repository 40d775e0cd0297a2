"""Uzbek, in Latin letters."""

from __future__ import annotations

from core.reading.roles import Role

FIRST_OF_ALL = "avval"
BY_ITSELF = "avtomatik"
UNHURRIED = "shoshilmang, shoshilmaymiz"
TONIGHT = "kechqurun, bugun kechqurun, kechasi"
RULES = "qoida, qoidalar"
EVERY = "hammasini, barchasini"
SHARES = {25: "choragini"}
MARKETS = "bozor"
OR = "yoki"
ALMOST = "yaqin, yaqinlashdi"
HABITS = "doim, har doim"
I_CLOSED = "yopdim, yopdik"
WEEKDAYS = "dushanba, seshanba, chorshanba, payshanba, juma, shanba, yakshanba"
CHOSEN = "birinchi"
KEPT = "bittasini, bitta, birini"
KEPT_BEHIND = "qoldiring, qoldiramiz"
LAYERS = "ta, orderni, savdoni, pozitsiyani"
SEVERAL = "ikkita, uchta, bir nechta"
CHANGES = "o'zgartirish"
ACCOUNTS = "hisobimda"
THANKS = "rahmat"
ENDED = "zarar, foyda, tugadi"
AFTERWARDS = "kirsa bo'ladimi"

WORDS = {
    Role.BUY: "sotib olamiz, sotib oling, sotib olish, xarid qilamiz, long ochamiz, long oching",
    Role.SELL: "sotamiz, soting, sotish, short ochamiz, short oching",
    Role.ENTRY: "kirish, kirish narxi, kirish nuqtasi, kirish zonasi",
    Role.STOP: "sl ni, stop ni, stopni, stopimizni, stopingizni, stoplarni, slni, stop lossni, zararni to'xtatish",
    Role.TARGET: "maqsad, maqsadlar, maqsadimiz, nishon",
    Role.MARKET: "hozir, hoziroq, bozor narxida, bozor narxidan",
    Role.LIMIT: "limitni, limit orderni, kutilayotgan order",
    Role.HEADING: "savdo, savdoni, bitim, bitimni, pozitsiya, pozitsiyani",
    Role.MOVE: """
        ko'taring, ko'taramiz, ko'chiring, ko'chiramiz, suring, suramiz, o'tkazing, o'tkazamiz, qo'ying, qo'yamiz,
        tushiring, tushiramiz
    """,
    Role.CLOSE: """
        yopamiz, yoping, yopinglar, yopish, chiqamiz, chiqing, hammasini yoping, hammasini yopamiz, to'liq yopamiz,
        qolganini yopamiz, qolganini yoping
    """,
    Role.CLOSED: "yopildi, yopdik, yopdim",
    Role.CANCEL: "bekor, kirmaymiz, bekor qilamiz, bekor qiling, bekor qilindi, o'chiring, o'chiramiz",
    Role.PART: "qisman, bir qismini, bir qismini yopamiz, qisman yopamiz",
    Role.HALF: "yarmini, yarmini yopamiz, yarmini yoping",
    Role.ALL: "qolganini, qolgani",
    Role.EVEN: """
        olgan joyga, olingan joyga, kirish nuqtasiga, kirish narxiga, kirishga, bezubitokka, nolga, zararsizga,
        olgan narxga
    """,
    Role.HIT: "urdi, urildi, bajarildi, yetdi, olindi",
    Role.STOPPED: "stop urdi, stop urildi, stop bo'ldi",
    Role.FILLED: "ochildi, ishga tushdi",
    Role.HOLD: "ushlaymiz, ushlang, ushlab turamiz",
    Role.NOT: """
        yo'q, yopmang, yopmaymiz, yopmanglar, ko'tarmang, qo'ymang, kirmang, olmang, sotmang, shoshilmang,
        unutgan, unutganlar,
        bu signal emas, buni ochmang, ochmang, o'tkazib yuboring
    """,
    Role.IF: "agar, bo'lsa, yetsa, ursa, keyin, so'ng",
    Role.WILL: "ertaga, keyinroq",
    Role.MAY: "ehtimol, mumkin",
    Role.YOU_CAN: "xohlaganlar, istaganlar, xohlasangiz, istasangiz",
    Role.QUESTION: "nega, qachon, qanday, kirsa bo'ladimi",
    Role.RECAP: """
        natija, tabriklayman, natijalar, hisobot, foyda qildik, kechagi savdo, kechagi signal, allaqachon yetdi,
        allaqachon yetgan, o'tkazib yubordik, men allaqachon, biz allaqachon, foydada yopdik,
        savdomiz hali, savdodamiz, maqsadga yaqin, xato yuborildi, xato yuborilgan
    """,
    Role.ANALYSIS: "tahlil, tahlili, bozor tahlili",
    Role.LESSON: "dars, darslik, o'rganamiz, bepul dars, faqat misol, misol, misol uchun",
    Role.AD: "obuna bo'ling, a'zo bo'ling, chegirma, reklama",
    Role.WAIT: "kutamiz, kuting, sabr qilamiz",
    Role.PAST: "kecha, o'tgan hafta",
    Role.FILLER: "do'stlar, iltimos, moliyaviy maslahat emas, maslahat emas",
    Role.OTHERS: "vip oldi, viplar oldi, boshqa kanaldan, do'stimning",
}

EVERYDAY = """
    assalomu alaykum rahmat omad hammaga bugun aka ukalar birodarlar
"""

ORDINALS = ("birinchi, ikkinchi, uchinchi, to'rtinchi",)

ALIASES = {
    "XAUUSD": "oltin, oltinni",
}
