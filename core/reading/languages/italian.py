"""Italian."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BELOW: "sotto",
    Role.ABOVE: "sopra",
    Role.BETWEEN: "tra",
    Role.BUY: "acquisto, acquistare, compro, comprare, compriamo",
    Role.SELL: "vendita, vendere, vendo, vendiamo",
    Role.ENTRY: "ingresso, entrata, prezzo di ingresso, zona di ingresso",
    Role.STOP: "stop perdita",
    Role.TARGET: "obiettivo, obiettivi",
    Role.LEVERAGE: "leva",
    Role.CROSS: "incrociato",
    Role.ISOLATED: "isolato",
    Role.MARKET: "adesso, ora, a mercato",
    Role.LIMIT: "ordine limite, pendente",
    Role.SYMBOL: "coppia, valuta",
    Role.HEADING: "posizione, posizioni, ordine, ordini, operazioni, trade, segnale, operazione, direzione",
    Role.SIZE: "rischio, capitale",
    Role.PIPS: "punti",
    Role.CLOCK: "ore, minuti, giorni",
    Role.TO: "fino a",
    Role.AND: "poi",
    Role.MOVE: "spostare, spostiamo, sposta, spostate, mettiamo",
    Role.CLOSE: "chiudere, chiudiamo, chiudete, chiudi, usciamo",
    Role.CLOSED: "chiuso, chiusa",
    Role.CANCEL: "annullare, annulliamo, cancelliamo, annulla",
    Role.REMOVE: "togliere, rimuovere, togliamo, senza",
    Role.PART: "parziale, parziali",
    Role.HALF: "metà",
    Role.ALL: "tutto",
    Role.EVEN: "in pari, a pareggio, pareggio",
    Role.HIT: "raggiunto, raggiunta, preso",
    Role.FILLED: "eseguito, attivato",
    Role.NOT: "non, mai",
    Role.IF: "quando, se",
    Role.WILL: "chiuderemo, sposteremo",
    Role.MAY: "forse, potrebbe",
    Role.YOU_CAN: "potete",
    Role.RECAP: "riepilogo, risultato, risultati, ieri",
    Role.ANALYSIS: "analisi, supporto, resistenza",
    Role.LESSON: "esempio, lezione",
    Role.AD: "iscriviti, sconto",
    Role.WAIT: "aspettate, attendere",
}

ALIASES = {
    "oro": "XAUUSD",
    "argento": "XAGUSD",
}
