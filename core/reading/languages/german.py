"""German."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BELOW: "unter, unterhalb",
    Role.ABOVE: "über, oberhalb",
    Role.BETWEEN: "zwischen",
    Role.BUY: "kaufen, kauf, kaufe",
    Role.SELL: "verkaufen, verkauf, verkaufe",
    Role.ENTRY: "einstieg, einstiegszone, einstiegspreis, einstiegskurs",
    Role.STOP: "verluststopp, stopp, stop kurs",
    Role.TARGET: "ziel, ziele, kursziel, kursziele, gewinnziel",
    Role.LEVERAGE: "hebel",
    Role.CROSS: "kreuz",
    Role.ISOLATED: "isoliert",
    Role.MARKET: "jetzt, zum marktpreis, markt, sofort",
    Role.LIMIT: "limitorder",
    Role.SYMBOL: "paar, währung",
    Role.HEADING: "position, positionen, order, orders, trade, trades, richtung",
    Role.SIZE: "risiko, positionsgröße",
    Role.PIPS: "punkte",
    Role.CLOCK: "stunden, stunde, minuten, tage",
    Role.TO: "bis, oder",
    Role.AND: "und",
    Role.MOVE: "verschieben, setzen, nachziehen, ziehen, schieben, setzt, zieht",
    Role.CLOSE: "schließen, schliessen, schließt, glattstellen, raus, schliesst",
    Role.CLOSED: "geschlossen, glattgestellt",
    Role.CANCEL: "stornieren, storniert, abbrechen, löschen, storniere",
    Role.REMOVE: "entfernen, entfernt, ohne",
    Role.PART: "teilweise, teilgewinn, teilgewinne, teil",
    Role.HALF: "hälfte, die hälfte",
    Role.ALL: "alles, alle",
    Role.EVEN: "auf einstand, einstand, auf einstieg, auf den einstieg",
    Role.HIT: "erreicht, getroffen, ausgelöst",
    Role.FILLED: "ausgeführt, aktiviert",
    Role.NOT: "nicht, kein, keine, nie",
    Role.IF: "wenn, falls, sobald",
    Role.WILL: "werden, werde, wird",
    Role.MAY: "vielleicht, könnte",
    Role.YOU_CAN: "könnt, ihr könnt",
    Role.RECAP: "ergebnis, ergebnisse, gestern, rückblick",
    Role.ANALYSIS: "analyse, unterstützung, widerstand",
    Role.LESSON: "beispiel, zum beispiel",
    Role.AD: "rabatt, beitreten",
    Role.WAIT: "warten, wartet, abwarten",
}

ALIASES = {
    "öl": "USOIL",
    "silber": "XAGUSD",
}
