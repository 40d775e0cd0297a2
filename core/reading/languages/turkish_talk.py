"""Turkish for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

EARLIER = "önceki işlem, son işlem, önceki giriş"
COUNSELS = "danışmanlığı, danışmanlık, sorumlu, sorumluluk, sorumluluğu, garanti, garantisi"
REPLIED = "yanıt, yanıtla"
SIGHTS = """
    destek, desteği, direnç, direnci, trend, uyumsuzluk, likidite, yapı, kanal, hacim, mum, rsi, düzeltme
"""
NEEDED = "gerek, gerekli, lazım, kadar, onay, sadece"
DOES = """
    tutuyor, kırdı, test, döndü, olabilir, işlem görüyor, duruyor, geldi
"""
PERSONS = "ben, biz, benim, bizim, siz"
SCENARIOS = "senaryo"
CAVEATS = "yasal uyarı"

WORDS: dict[Role, str] = {
    Role.FILLER: "yatırım danışmanlığı kapsamında değildir, tavsiye değildir, tavsiye değil",
}

ALIASES = {"XAUUSD": "altının"}
