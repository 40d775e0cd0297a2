"""Italian for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

EARLIER = "ultima entrata, ultima operazione, ultimo trade, operazione precedente, trade precedente"
COUNSELS = """
    consiglio, consigli, consulenza, consulente, consulenti, sollecitazione, raccomandazione, responsabile,
    responsabili, responsabilità, garanzia, garantito, garantiti
"""
LITTLE = "il, che, è, per, con, una, perché, mio, nostro, questa, oggi, c'è, della, alle"
DROPS = "scende, cala, ritraccia"
REPLIED = "in risposta a, risposta a"
SIGHTS = """
    supporto, supporti, resistenza, resistenze, trend, tendenza, divergenza, liquidità, struttura, canale, massimo,
    massimi, minimo, minimi, volume, volumi, candela, ritracciamento, rialzista, ribassista, rsi
"""
NEEDED = "serve, bisogna, necessario, prima, deve, fino, conferma, solo"
DOES = """
    è, tiene, resta, rimane, respinto, rotto, testato, scambia, può, potrebbe, formato, era
"""
PERSONS = "io, noi, voi, mio, mia, nostro, nostra, ci, mi"
SCENARIOS = "scenario"
CAVEATS = "avvertenza"
COMING = "arrivi, arrivare"

WORDS: dict[Role, str] = {
    Role.EVEN: "sposto a pari, spostiamo a pari, spostate a pari, metto a pari, mettiamo a pari, a pari",
    Role.FILLER: "non siamo responsabili delle perdite",
}

ALIASES: dict[str, str] = {}
