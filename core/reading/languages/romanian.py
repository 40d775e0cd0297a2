"""Romanian."""

from __future__ import annotations

from core.reading.roles import Role

REMAINING = "restul, rămase"
FIRST_OF_ALL = "întâi, mai întâi"
SHUTS = "închide"
IN_ORDER_TO = "pentru, a"
BY_ITSELF = "automat"
UNHURRIED = "nu vă grăbiți, fără grabă"
TONIGHT = "seara, diseară, în seara asta, la noapte"
RULES = "regulă, reguli, regula, setări, sfat"
EVERY = "toate, ambele"
COUNSELS = "sfat, sfatul, sfaturi, recomandare, consultanță, responsabili, garanție"
SHARES = {25: "un sfert", 33: "o treime"}
TAKEN = "luați, luăm"
OR = "sau"
MARKETS = "piața, bursa"
I_CLOSED = "am închis"
TODAY = "azi, astăzi, ziua, săptămâna"
GREEN = "profit, plus, verde"
WEEKDAYS = "luni, marți, miercuri, joi, vineri, sâmbătă, duminică"
HABITS = "întotdeauna, mereu"
SIGNALS = "semnal"
DENIALS = "nu"
PRICE_NOW = "preț actual, prețul actual, prețul pieței, preț curent, prețul curent"
CHOSEN = "primele, prima, ultimele"
KEEPING = "lăsați, lăsăm, lasă, păstrați, păstrăm, țineți"
KEPT = "una, unul, cea mai bună, ultima, o parte"
LAYERS = "poziții, pozițiile, intrări, ordine, tranzacții"
SEVERAL = "una, două, trei, patru, câteva"
SIZES = "volum, volumul, loturi"
CHANGES = "modificare, schimbare, actualizare"
MACHINES = "botul, robotul"
ACCOUNTS = "contul meu"
THANKS = "mulțumesc, mersi"
ENDED = "pierdere, câștig, eșuat, pierdut, câștigat, încheiat"

WORDS = {
    Role.BUY: """
        cumpăr, cumpărați, cumpărăm, cumpărare, ordin de cumpărare, poziție lungă, poziția lungă, o poziție lungă,
        deschideți o poziție lungă, deschidem o poziție lungă, lung, intrăm long, intru long
    """,
    Role.SELL: """
        vând, vindeți, vindem, vânzare, ordin de vânzare, poziție scurtă, poziția scurtă, o poziție scurtă,
        deschideți o poziție scurtă, deschidem o poziție scurtă, scurt, intrăm short, intru short
    """,
    Role.ENTRY: """
        intrare, preț de intrare, prețul de intrare, zonă de intrare, punct de intrare, punctul de intrare,
        zona de preț de intrare, interval de intrare
    """,
    Role.STOP: "oprire pierdere, limitare pierdere, stop la pierdere, nivel de stop",
    Role.TARGET: """
        țintă, ținte, obiectiv, obiective, obiectivul, realizare profit, realizarea profitului, marcare profit,
        luare profit
    """,
    Role.LEVERAGE: "levier, efect de levier, levier recomandat, leverage recomandat",
    Role.CROSS: "încrucișat",
    Role.ISOLATED: "izolat, izolată",
    Role.MARKET: """
        acum, la piață, la prețul pieței, prețul pieței, preț de piață, imediat, preț actual, prețul actual,
        preț curent,
        prețul curent
    """,
    Role.LIMIT: "ordin limită, ordin în așteptare, ordine limită",
    Role.SYMBOL: "activ, activul, monedă, pereche, perechea",
    Role.HEADING: "poziție, poziția, poziții, tranzacție, tranzacția, tranzacții, semnal, semnalul, ordin, ordinul",
    Role.SIZE: "riscați, mărimea poziției",
    Role.MOVE: """
        mutați, mutăm, ridicați, ridicăm, coborâți, setați, setăm, plasați,
        și mutați, și mutăm, și ridicați
    """,
    Role.CLOSE: """
        închideți, închidem, închide, închid, închideți tot, închidem tot, închideți poziția, închidem poziția,
        închideți restul, închidem restul, ieșiți, ieșim, ieșiți din poziție, ieșim din poziție
    """,
    Role.CLOSED: "închis, închisă, am închis, am ieșit, închise",
    Role.CANCEL: """
        anulați, anulăm, anulat, anulată, anulează, anulați ordinul, anulăm ordinul, anulați ordinul limită,
        anulăm ordinul limită, ordin anulat, ordinul anulat,
        semnal anulat, nu mai este valabil, nu mai e valabil, nu mai intrăm
    """,
    Role.REMOVE: "ștergeți, eliminați",
    Role.PART: """
        parțial, o parte, închideți parțial, închidem parțial, luați profit parțial, luați profit, luăm profit,
        securizați profitul, marcați profitul
    """,
    Role.HALF: "jumătate, închideți jumătate, închidem jumătate, jumătate din poziție",
    Role.EVEN: """
        la intrare, la prețul de intrare, la punctul de intrare, la zero, la breakeven, la be, pe zero, fără risc
    """,
    Role.HIT: "atins, atinsă, atinse, lovit, lovită, realizat, realizată",
    Role.STOPPED: "stop atins, stop lovit, sl atins, sl lovit, scoși pe stop, ne-a scos pe stop",
    Role.FILLED: "activat, activată, ordin activat, ordin executat, executat",
    Role.HOLD: "păstrați, păstrăm, țineți, ținem, lăsați să curgă",
    Role.NOT: "nu, nici, niciodată, nu încă, încă nu, uită, uitat, am uitat, fără intrare",
    Role.IF: "dacă, în cazul în care, când prețul, după ce, odată ce, doar dacă, înainte de, cu condiția",
    Role.WILL: "veți, voi închide, vom închide, vom muta, mâine, urmează, săptămâna viitoare, plănuim, plănuiesc",
    Role.MAY: "poate, probabil, posibil, cred că, sper, ar putea, ar trebui",
    Role.YOU_CAN: "puteți, cine vrea, opțional, după bunul plac, la alegere, la latitudinea",
    Role.QUESTION: "cine, de ce, când închidem",
    Role.RECAP: """
        rezultat, rezultate, rezumat, felicitări, săptămâna aceasta, luna aceasta, profit total, tranzacția mea,
        poziția mea,
        încă deschisă, încă deschis, suntem în poziție, sunt în poziție, aproape de țintă, postat din greșeală,
        trimis din greșeală
    """,
    Role.MEMORY: "am cumpărat, am vândut, fusese, anterior, anterioară",
    Role.PAST: "ieri, alaltăieri, săptămâna trecută, luna trecută",
    Role.OTHERS: "cineva, prieten, prietenul, membrii, membrii noștri, analiștii, balenă, balene, alt canal",
    Role.ANALYSIS: "analiză, suport, rezistență, trendul, scenariu, perspectivă, volatilitate, știri",
    Role.LESSON: "exemplu, de exemplu, regulă, lecție, lecția, educație, educațional, să presupunem, ipotetic",
    Role.AD: "abonați-vă, alăturați-vă, înscrieți-vă, gratuit, reducere, abonament",
    Role.WAIT: "așteptați, așteptăm, aștept, urmărim",
    Role.EXCEPT: "cu excepția, în afară de",
    Role.BUT: "dar, însă, doar",
    Role.FILLER: """
        cu, pentru, preț, prețul, vă rog, toată lumea, nu este un sfat financiar,
        în scop educativ, doar în scop educativ, în scopuri educaționale, doar în scopuri educaționale,
        nu reprezintă un sfat financiar, nu riscați mai mult, nu intrați din nou, fără panică
    """,
}

EVERYDAY = """
    bună ziua salut dimineața seara mulțumesc succes atenție important rapid recomandat perpetuu contract astăzi azi
    gestionați riscul capitalul echipă prieteni tuturor nou nouă mic mică primul al doilea treilea
"""

ORDINALS = ("primul, al doilea, al treilea", "prima, a doua, a treia")

MONEY = {"USD": "dolar"}

ALIASES = {
    "XAUUSD": "aurul, la aur, pe aur",
}
