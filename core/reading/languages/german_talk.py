"""German for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

EARLIER = "letzter trade, letzte position, letzter einstieg, voriger trade, vorheriger trade, vorherige position"
COUNSELS = """
    anlageberatung, finanzberatung, beratung, anlagerat, finanzrat, finanzberater, anlageberater, empfehlung,
    handelsempfehlung, kaufempfehlung, anlageempfehlung, garantie, haftung
"""
LITTLE = "der, die, das, ist, und, für, mit, wegen, weil, wir, ihr, euch, mein, unser, heute, eine, einen, nur"
DROPS = "fällt, sinkt"
REPLIED = "antwort auf, als antwort auf"
SIGHTS = """
    unterstützung, widerstand, unterstützungen, widerstände, trend, aufwärtstrend, abwärtstrend, trendlinie, divergenz,
    liquidität, struktur, hoch, tief, hochs, tiefs, rücksetzer, volumen, kerze, rsi
"""
NEEDED = "braucht, brauchen, nötig, zuerst, erst, muss, bis, bestätigung, nur"
DOES = """
    ist, liegt, hält, hielt, abgeprallt, durchbrochen, getestet, handelt, notiert, kann, könnte, bildet, war
"""
PERSONS = "ich, wir, ihr, mein, meine, unser, unsere, uns, mir"
SCENARIOS = "szenario"
VIEWS = "aufrufe"
CAVEATS = "haftungsausschluss, risikohinweis"
COMING = "kommt, erreicht"

WORDS: dict[Role, str] = {
    Role.CLOSE: "raus aus, raus aus dem, raus aus der",
    Role.FILLER: "wir übernehmen keine haftung",
}

ALIASES: dict[str, str] = {}
