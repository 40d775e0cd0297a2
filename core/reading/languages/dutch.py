"""Dutch."""

from __future__ import annotations

from core.reading.roles import Role

REMAINING = "rest, resterende"
FORMS = "verwachte winst, potentiële winst, looptijd, duur, geldig voor, geldig tot, aantal doelen, kans, spread"
STOPLESS = "geen sl, zonder sl"
EARLIER = "laatste signaal, vorig signaal, vorige signaal, laatste trade, vorige trade"
RANKS_BEFORE = "e, de, ste"
STAGES = "korte termijn, middellange termijn, lange termijn, uitstap"
EVERY = "allemaal, alle posities, beide"
COUNSELS = "advies, beleggingsadvies, aanbeveling, verantwoordelijk, aansprakelijk, garantie, riskeer, riskeren"
CHASES = "achterna, najagen, achtervolgen"
MOODS = "paniek, stress, emotie, emoties, hebzucht, haast"
SHARES = {25: "een kwart", 33: "een derde"}
TODAY = "vandaag, week, maand"
GREEN = "winst, plus, groen"
HABITS = "altijd"
SIGNALS = "signaal"
DENIALS = "nee"
PRICE_NOW = "huidige prijs, actuele prijs, marktprijs, huidige koers, actuele koers"
SIZES = "volume, lots"
MONTHS = "januari, februari, maart, mei, juni, juli, augustus, oktober"
LITTLE = "het, een, voor, jullie, onze, deze, niet"
SHARE_OF = "van"

WORDS = {
    Role.BUY: """
        koop, koopt, kopen, we kopen, aankoop, kooporder, long gaan, ik ga long, we gaan long, wij gaan long, ga ik
        long, gaan we long
    """,
    Role.SELL: """
        verkoop, verkoopt, verkopen, we verkopen, verkooporder, short gaan, ik ga short, we gaan short, wij gaan
        short, ga ik short, gaan we short
    """,
    Role.ENTRY: """
        instap, instappen, instapprijs, instapniveau, instapzone, aankoopprijs, verkoopprijs, openingsprijs,
        instapkoers, instappunt, instapgebied, instap op, instap bij, openingskoers
    """,
    Role.STOP: """
        stopverlies, stop verlies, verlieslimiet, stop loss op, stop op, stoploss op,
        invalidatie, invalidatie op, invalidatie onder, invalidatie boven, ongeldig bij, ongeldig onder, ongeldig boven,
        stopniveau, noodstop
    """,
    Role.TARGET: """
        doel, doelen, koersdoel, koersdoelen, koersdoelwit, winstdoel, winstdoelen, winst nemen op, winstneming,
        eerste doel, tweede doel, derde doel, doel op
    """,
    Role.LEVERAGE: "hefboom, hefboomwerking",
    Role.ISOLATED: "geïsoleerd",
    Role.ADD: "bijkopen, bijkoop, bijkopen op",
    Role.MARKET: """
        huidige koers, huidige prijs, nu instappen, tegen marktprijs, op de markt, nu kopen, nu verkopen, marktorder,
        direct instappen
    """,
    Role.CLOCK: "uur, uren, dag, dagen, weken, minuten, minuut",
    Role.ZONE: "vanaf, rond, tegen",
    Role.LIMIT: "limietorder, limiet order",
    Role.SYMBOL: "valutapaar, munt, aandeel",
    Role.HEADING: "positie, posities, signaal, handelsidee",
    Role.ABOVE: "boven",
    Role.BELOW: "onder",
    Role.SIZE: "risico, inzet, positiegrootte, lotgrootte, risico per trade",
    Role.MOVE: "verplaats, verplaatsen, verschuif, verschuiven, schuif, zet, zet de, zet je",
    Role.CLOSE: """
        sluit, sluiten, sluit alles, we sluiten, ik sluit, sluit de trade, sluit de positie, sluit positie,
        uitstappen, stap uit, we stappen uit, sluit de rest
    """,
    Role.CLOSED: "gesloten, is gesloten, uitgestapt, we zijn uitgestapt, ik ben uitgestapt",
    Role.CANCEL: "annuleer, annuleren, geannuleerd, trek de order in, order geannuleerd, signaal vervalt, vervalt",
    Role.REMOVE: "verwijder, verwijderen",
    Role.PART: "gedeeltelijk, deels, een deel, deelwinst, neem winst, winst nemen, we nemen winst, neem deelwinst",
    Role.HALF: "de helft, sluit de helft, helft sluiten, halve positie",
    Role.EVEN: """
        op instap, naar instap, op instapprijs, naar instapprijs, naar de instapprijs, op de instapprijs,
        naar breakeven, naar break even, op breakeven, op break even
    """,
    Role.HIT: "geraakt, bereikt, behaald, gehaald",
    Role.STOPPED: "uitgestopt, stop geraakt, sl geraakt, stoploss geraakt",
    Role.FILLED: "gevuld, order gevuld, order uitgevoerd, limiet geraakt",
    Role.HOLD: "vasthouden, houd vast, hou vast, laat lopen, laten lopen, blijf zitten",
    Role.NOT: "geen sl, zonder sl, geen trade, niet, geen, nooit, nog niet, nog geen, vergeet, vergeten",
    Role.IF: """
        als de, als het, als we, als er, als hij, als btc, als bitcoin, als eth, als goud, als sol,
        indien, wanneer, zodra, mits, tenzij, zolang, totdat, voordat, nadat, na een, pas na, pas bij, alleen bij,
        in geval van
    """,
    Role.WILL: """
        zal, zullen, ga ik, gaan we, morgen, volgende week, we gaan, ik ga, van plan, straks, later vandaag, kopen we,
        verkopen we, koop ik, verkoop ik, kopen wij, verkopen wij, dan kopen, dan verkopen
    """,
    Role.MAY: """
        misschien, mogelijk, waarschijnlijk, zou, zouden, ik denk, denk ik, ik verwacht, we verwachten, ik hoop,
        hopelijk, lijkt, zou kunnen, kan zijn, overweeg, overwegen
    """,
    Role.YOU_CAN: "je kunt, jullie kunnen, je kan, je mag, wie wil, eventueel",
    Role.QUESTION: "wie, waarom, welke, hoeveel",
    Role.RECAP: """
        resultaat, resultaten, samenvatting, gefeliciteerd, deze week, deze maand, totale winst, mijn positie,
        mijn trade
    """,
    Role.MEMORY: "gekocht, verkocht, had, hadden, was, waren, eerder, destijds",
    Role.PAST: "gisteren, eergisteren, vorige week, afgelopen week, vorige maand, afgelopen maand",
    Role.OTHERS: "iemand, vriend, een vriend, mijn vriend, leden, onze leden, analisten, volgens, zij, hij",
    Role.ANALYSIS: "analyse, steun, weerstand, verwachting, vooruitzicht, volatiliteit, nieuws",
    Role.LESSON: "voorbeeld, bijvoorbeeld, les, uitleg, regel, stel dat",
    Role.AD: "gratis, korting, abonnement, schrijf je in, meld je aan",
    Role.WAIT: "wacht, wachten, we wachten, ik wacht, afwachten",
    Role.EXCEPT: "behalve, uitgezonderd",
    Role.BUT: "alleen, slechts",
    Role.FILLER: """
        geen financieel advies, geen beleggingsadvies, dit is geen financieel advies, dit is geen beleggingsadvies,
        naar, nu de, alsjeblieft, let op, doe je eigen onderzoek, pas op, korte termijn, middellange termijn, lange
        termijn, daar gaan we, we gaan voor die pips, vergeet de sl niet, vergeet je sl niet, vergeet je stop niet,
        vergeet de stop niet, vergeet de stop loss niet, vergeet niet je sl, op eigen risico, in het verleden behaalde
        resultaten, resultaten uit het verleden
    """,
}

EVERYDAY = """
    goedemorgen goedemiddag goedenavond hallo allemaal team succes iedereen vrienden handelaren kleine klein grote
    groot voorzichtig rustig snel belangrijk vandaag nieuwe nieuw eigen beheer risicobeheer lage hoge fijne fijn
    weekend week winst dag positiegrootte kapitaal rekening maximaal ongeveer rond bij met voor van per een het jullie
    onze mijn jouw deze dit wij op
"""

ORDINALS = ("eerste, tweede, derde, vierde",)

MONEY = {"USD": "dollar"}

ALIASES = {
    "XAUUSD": "goud",
    "XAGUSD": "zilver",
}
