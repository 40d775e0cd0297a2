"""Swedish, Norwegian and Danish, in one file: whoever reads one reads the others, and they share most words."""

from __future__ import annotations

from core.reading.roles import Role

CHEERS = "grattis, gratulerer, tillykke"
REMAINING = "resten, resterande, resterende"
SPELT = {"å": "aa", "æ": "ae", "ø": "oe"}
COUNSELS = "rådgivning, rådgivare, rekommendation, ansvar, anbefaling, rådgiver"
MONTHS = "januari, februari, juni, juli, augusti, oktober"

WORDS = {
    Role.BUY: """
        köp, köper, köp nu, vi köper, kjøp, kjøper, kjøp nå, vi kjøper, køb, køber, køb nu, vi køber,
        går long, går lång, köporder, kjøpsordre, købsordre
    """,
    Role.SELL: """
        sälj, säljer, sälj nu, vi säljer, selg, selger, selg nå, vi selger, sælg, sælger, sælg nu, vi sælger, blanka,
        blankar, går kort, går short, säljorder, salgsordre
    """,
    Role.ENTRY: """
        ingång, ingångspris, ingångskurs, inträde, inngang, inngangspris, inngangskurs, indgang, indgangspris,
        indgangskurs
    """,
    Role.STOP: "stopploss, stopptap, stopp loss, stoppnivå",
    Role.LEVERAGE: "hävstång, gearing, giring",
    Role.TARGET: """
        vinstmål, målkurs, kursmål, målpris, gevinstmål, ta vinst, ta gevinst, tag gevinst, take profit mål,
        mål 1, mål 2, mål 3, mål 4, mål 5, mål 6
    """,
    Role.RUNNER: "öppen, öppet, åpen, åpent, åben, åbent, lämna öppen",
    Role.SYMBOL: "valutapar, mynt",
    Role.NOT: "inte, ikke, ingen, inget, aldri, aldrig",
    Role.IF: "hvis, om den, om priset, om kursen, om det, när priset, når prisen, når kursen, ifall",
    Role.WILL: "kommer att, kommer til, kommer vi, i morgon, imorgon, i morgen, snart, senare, senere",
    Role.MAY: "kanske, kanskje, måske, eventuellt, eventuelt",
    Role.WAIT: "vänta, väntar, avvakta, avvaktar, avvent, avventer, afvent, afventer, vent på, venter på",
    Role.MEMORY: "köpte, kjøpte, købte, sålde, solgte, igår",
    Role.CLOSED: "stängd, stängt, stängde, lukket, lukkede, avslutad",
    Role.CLOSE: "stäng, stänger, steng, stenger, luk, lukker, stäng allt, steng alt, luk alt",
    Role.HALF: "hälften, halva positionen, halvparten, halvdelen",
    Role.MOVE: "flytta, flyttar, flytt, flytter",
    Role.CANCEL: "avbryt, avbryter, avbryd, makulera, ta bort ordern, slett ordren, slet ordren, annullera, annuller",
    Role.EVEN: "till ingång, till ingången, til inngang, til indgang",
    Role.RECAP: "resultater, denna vecka, denne uken, denne uge, min trade, grattis, gratulerer, tillykke",
    Role.ANALYSIS: "motstånd, modstand, stöd, støtte, utbrott, analys, teknisk analys",
    Role.LESSON: "exempel, till exempel, eksempel, for eksempel, lektion, ingen signal",
    Role.AD: "gå med, bli medlem, bliv medlem, medlemskap, medlemskab, gratis kanal, rabattkod, rabatkode",
    Role.FILLER: """
        inte finansiell rådgivning, ikke finansiell rådgivning, ikke finansiel rådgivning, på, vid, ved, kurs
    """,
}

ALIASES = {
    "XAUUSD": "guld, gull",
    "XAGUSD": "sølv",
    "USOIL": "olja, råolja, olje, råolje",
}

EVERYDAY = """
    risken risikoen vår våra handla trada lycka försiktigt hej morgon kväll idag dag vecka uke uge konto kontot maks vi
"""
