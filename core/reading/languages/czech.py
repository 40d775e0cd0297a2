"""Czech and Slovak, in one file: whoever reads one reads the other, and they share most words once accents are gone."""

from __future__ import annotations

from core.reading.roles import Role

REMAINING = "zbytek, zbývajících, zvyšok"
FIRST_OF_ALL = "nejdřív, najprv"
SHUTS = "zavírá, zatvára"
IN_ORDER_TO = "abyste, aby"
BY_ITSELF = "automaticky"
UNHURRIED = "nespěchejte, neponáhľajte sa, žádný spěch"
TONIGHT = "večer, dnes večer, v noci, dnes v noci"
RULES = "pravidlo, pravidla, pravidlá, nastavení, tip, rutina"
EVERY = "všechno, všetko, všechny, všetky, vše, oba, obě, obe"
COUNSELS = "poradenství, poradenstvo, doporučení, odporúčanie, odporučenie, odpovědnost, zodpovednosť, záruka"
SHARES = {25: "čtvrtinu, štvrtinu", 33: "třetinu, tretinu"}
TAKEN = "vyberte, vyberám, vyberáme, beru, odeberte, zoberte, berieme, bereme, vezmite, vezměte"
TOOK = "vybral, vybrali, vybrané, vybráno, zobral, zobrali, predal, predali, prodal, prodali, odobral, zrealizoval"

OR = "nebo, alebo"
MARKETS = "trh, trhy, burza"

I_CLOSED = "zavrel som, zavřel jsem"
SIGNALS = "signál, obchod"
DENIALS = "ne, nie"
PRICE_NOW = "aktuální cena, aktuálna cena, tržní cena, trhová cena, aktuálně"

TODAY = "dnes, den, týden, měsíc"
GREEN = "plusu, ziskem, zisku, profitu"
WEEKDAYS = "pondělí, úterý, středa, čtvrtek, pátek, neděle"
ADVICE = """
    doporučuji, doporučuju, doporučujeme, doporučeno, doporučení, radím, radíme, navrhuji, navrhuju, navrhujeme
"""
CHOSEN = "první, prvé, nejhorší, najhoršie"
KEEPING = "nechte, necháváme, nechám, nechajte, nechávame, ponechte"
KEPT = "jednu, jeden, nejlepší, najlepšiu, poslední, část"
KEPT_BEHIND = "nechte, necháváme, nechajte"
LAYERS = "pozice, pozície, pozic, obchody, objednávky, vstupy"
SEVERAL = "jednu, dvě, dva, dve, tři, tri, čtyři, několik, pár"
SIZES = "objem, loty"
CHANGES = "změna, zmena, úprava"
AT = "na, při, pri"
ALREADY = "už"
ACCOUNTS = "mém účtu, můj účet, mojom účte"
THANKS = "děkuji, díky, ďakujem"
ENDED = "ztráta, neúspěch, prohra, výhra, konec"
AFTERWARDS = "můžu ještě, můžeme ještě"

WORDS = {
    Role.RUNNER: "otevřený, otevřené, otvorený, otvorené",
    Role.HUNDREDTH: "procent, percent, procenta, percentá",
    Role.BELOW: "pod",
    Role.ABOVE: "nad",
    Role.BETWEEN: "mezi, medzi",
    Role.BUY: """
        koupit, kupujeme, kupte, nákup, nakupujeme, kupuji, nakoupit, kúpiť, kupujem, nákupy, nakúpte, dlouhá pozice,
        dlhá pozícia, jdeme long, ideme long, beru long, vstupujeme long, nakupuji, otevírám long, otevíráme long
    """,
    Role.SELL: """
        prodat, prodej, prodáváme, prodejte, prodávám, predať, predaj, predávame, predajte, predávam,
        krátká pozice, krátka pozícia, jdeme short, ideme short, beru short, vstupujeme short, otevírám short,
        otevíráme short
    """,
    Role.ENTRY: """
        vstup, vstupní cena, vstupná cena, vstupní zóna, vstupná zóna, vstupy, cena vstupu, zóna vstupu, nákupní
        zóna, nákupná zóna, prodejní zóna, predajná zóna, vstupní pásmo, vstupné pásmo, nákupní cena, nákupná cena
    """,
    Role.STOP: "stoploss na, zastavení ztráty, zastavenie straty, stoplos, stopka, stopku",
    Role.TARGET: "cíl, cíle, cieľ, ciele, výběr zisku, cílová cena, cieľová cena, cíl na, cieľ na, ciele na",
    Role.ADD: "přikoupit, dokúpiť, přikupujeme, dokupujeme, přikup, dokúp",
    Role.LEVERAGE: "páka, páku, pákou",
    Role.CROSS: "křížová",
    Role.ISOLATED: "izolovaná, izolovaný, izolovane",
    Role.MARKET: """
        teď, nyní, teraz, ihned, hned, okamžitě, za trh, za tržní cenu, za trhovú cenu, tržní cena, trhová cena,
        aktuální cena, aktuálna cena, už teď, už teraz, po trhu
    """,
    Role.LIMIT: """
        limitní příkaz, limitný príkaz, limitka, limitku, čekající příkaz, čakajúci príkaz, limitní, limitný,
        příkaz limit, limitní objednávka, limitná objednávka, čakajúce príkazy, čekající příkazy
    """,
    Role.SYMBOL: "pár, měnový pár, mince, minca, kryptoměna",
    Role.HEADING: "pozice, pozici, pozícia, pozíciu, pozície, obchod, obchody, obchodu, příkaz, příkazy, signál, směr",
    Role.SIZE: "riziko, rizikem, rizikom, kapitálu, z účtu, velikost, veľkosť",
    Role.RATIO: "poměr rizika",
    Role.PIPS: "pipů, pipov, bodů, bodov, pipy, body",
    Role.CLOCK: "hodinová, hodinové, hodinovej, hodinovou, hodin, hodina, hodiny, minut, dní, dny, dnů",
    Role.TO: "až, nebo, alebo",
    Role.AND: "a taky, potom, následně, zároveň, a zároveň",
    Role.FILLER: """
        není to investiční doporučení, není investiční doporučení, nejedná se, nejedna sa,
        prosím, nám, naše, našu, naši, svou, svoju, tady, tu, jsme, sme, som, jsem, sa, už, vo, při, od, podle, podľa,
        přátelé, priatelia, chlapi, dnes, nový, nová, nové, malý, malá, rychlý, teď hned, bez paniky, žádná panika,
        žiadna panika, nespěchejte, neponáhľajte sa, podle plánu, podľa plánu, nevstupovat znovu, nevstupujte znovu,
        pouze pro vzdělávací účely, len na vzdelávacie účely, vzdělávací účely, vzdelávacie účely,
        nevstupovať znova, nevstupujte znova, bez opětovného vstupu, bez opätovného vstupu, kdo je v pozici,
        kto je v pozícii, kdo je uvnitř, kdo vstoupil, kto vstúpil
    """,
    Role.MOVE: """
        posuňte, posunout, posouváme, posunúť, posúvame, posuň, posunuli, posouvám, posúvam, posunutý, posunuté,
        přesuňte, přesunout, presunúť, presúvame, přesouváme, presunutý, přesunuto, nastavte, nastavit, nastavujeme,
        dejte, dajte, dáváme, dávám, zvedněte, zdvihnite, zvýšte, snižte, znížte, upravte, upravujeme, upraven,
        upravený, změňte, měníme
    """,
    Role.EDIT: "nový sl, nový stop, nový tp, nový cíl, nové cíle, nový cieľ, nové ciele, oprava, opravený",
    Role.CLOSE: """
        zavřete, zavřít, zavíráme, zavírám, zavři, uzavřete, uzavřít, uzavíráme, uzavírám, ukončete, ukončit,
        ukončujeme, zatvorte, zatvoriť, zatvárame, zatváram, uzavrite, uzavrieť, uzatvárame, uzatváram, ukončite,
        zavrite, zavrieť, vystupte, vystoupit, vystupujeme, vystúpiť, vystupujem, jdeme ven, ideme von, jsme venku,
        sme vonku, zavřete vše, uzavřete vše, zatvorte všetko, uzavrite všetko, zavíráme zbytek, uzavíráme zbytek,
        zatvárame zvyšok, uzatvárame zvyšok, zavřete zbytek, zatvorte zvyšok, zavíráme celou pozici,
        zavřete celou pozici, zavíráme pozici, zavírám pozici, uzavíráme pozici, uzavřete pozici, ven z pozice,
        jdu ven, vystupuji, vystupuju, vystupuje, zavírám ručně, zavíráme ručně, zavřete ručně, zatvárame pozíciu,
        zatvorte pozíciu, zatváram pozíciu, zatvárame celú pozíciu, zavíráme za tržní cenu, skončite obchod,
        skončite celý obchod, skončite pozíciu, končíme obchod, končíme celý obchod, končím obchod, končíme pozíciu,
        skončete obchod, skončete celý obchod, skončete pozici, končíme pozici, skončiť obchod, predajte všetko,
        predajte zvyšok, prodejte vše, prodejte všechno, prodejte zbytek
    """,
    Role.CLOSED: """
        zavřeno, zavřel, zavřeli, zavřená, uzavřeno, uzavřená, uzavřel, uzavřeli, ukončeno, ukončená, ukončil,
        zatvorené, zatvorená, zatvoril, zatvorili, uzavretá, ukončené, zbytek zavřen, zvyšok zatvorený
    """,
    Role.CANCEL: """
        zrušte, zrušit, rušíme, ruším, zrušeno, zrušený, zrušené, neplatný, neplatné, neplatí, už neplatí,
        smažte příkaz, vymažte príkaz, stáhněte příkaz, stiahnite príkaz, smažte limitku, vymažte limitku,
        už nevstupujeme, už nevstupujte, už nebereme, vynecháme, vynechávame, nebereme to, zrušte limitku,
        zrušte limitní příkaz, zrušte čekající příkaz, zrušte příkaz, zrušte objednávku, ruším limitku, ruším příkaz,
        rušíme příkaz, rušíme limitku, příkaz zrušen, limitka zrušena, signál zrušen, obchod zrušen, zrušené čakajúce,
        zrušte čakajúci príkaz, rušíme obchod, ruším obchod, setup neplatí, už to nebereme
    """,
    Role.REMOVE: "odstraňte, smažte, vymažte, bez",
    Role.PART: """
        část, částečně, čiastočne, částečný výběr, čiastočný výber, vyberte část, vyberme část, vybíráme část,
        vyberáme časť, zajistěte zisk, zaistite zisk, zabezpečte zisk, vyberte zisk, vyberte zisky, vybíráme zisk,
        vyberáme zisk, snižte pozici, znížte pozíciu, část zisku, vezmite zisk, vezmite si zisk, zoberte profit,
        zoberte zisk, berieme profit, berieme zisk, vezměte si zisk, bereme zisk, čtvrtinu, třetinu, štvrtinu
    """,
    Role.HALF: """
        polovinu, polovica, polovicu, půlku, pol pozície, půl pozice, polovinu pozice, polovicu pozície,
        zavíráme polovinu, zavřete polovinu, vybíráme polovinu, vyberte polovinu, zatvárame polovicu, zatvorte polovicu,
        vyberáme polovicu, vyberte polovicu, půlku pozice, půlku ven, polovinu ven
    """,
    Role.ALL: "všechno, všetko, vše, všechny, všetky, zbytek, zvyšok, celou, kompletně",
    Role.EVEN: """
        na vstup, na vstupní cenu, na vstupnú cenu, na nulu, na be, do be, na breakeven, na vstupe, na vstupu,
        bez rizika, na úroveň vstupu, na cenu vstupu, break-even, do zisku nula, breakevenu, na breakevenu
    """,
    Role.HIT: """
        dosažen, dosaženo, dosažený, dosiahnutý, dosiahnuté, dosiahnutá, splněn, splněno, splnený, splnené,
        zasažen, zasiahnutý, trefený, trefen, hotovo, hotové, zrealizovaný
    """,
    Role.STOPPED: """
        vystopován, vystopovaný, vyhodilo nás, stop zasažen, stop zasiahnutý, sl zasažen, sl zasiahnutý,
        stoploss zasažen, stoploss zasiahnutý, zasáhl stop, zasiahol stop, na stoplosse, na stop losse, stop vyhozen
    """,
    Role.FILLED: """
        aktivován, aktivovaný, aktivováno, aktivované, vyplněn, vyplnený, jsme v obchodě, sme v obchode, jsme v
        pozici, sme v pozícii, příkaz aktivován, príkaz aktivovaný, limitka aktivovaná, vyplněna, vyplněno
    """,
    Role.HOLD: "držíme, držte, držím, necháváme běžet, nechávame bežať, nechte běžet, nechajte bežať, ponechte",
    Role.NOT: """
        ne, nie, nikdy, není, nezavírejte, nezatvárajte, neuzavírejte, neuzatvárajte, nevstupujte, nevstupovat,
        nekupujte, nekončite, nekončíme, nekončete, neukončujte, neukončujeme, neprodávejte, nepredávajte,
        neposouvejte, neposúvajte, ještě ne, ešte nie, žádný, žiadny, žádná, žiadna, zapomíná, zapomínají, zapomněl,
        zapomněli,
        neotvírejte, neotvírej, neobchodujte,
        bez vstupu
    """,
    Role.IF: """
        pokud, když, keď, ak, jestli, jakmile, akonáhle, až když, až keď, v případě, po dosažení, po dosiahnutí, pred,
        dokud, pokiaľ, za předpokladu
    """,
    Role.WILL: """
        budeme, budu, budem, bude, zítra, zajtra, brzy, čoskoro, plánujeme, plánuji, plánujem, chystáme, příští,
        budúci týždeň, pondělí, pondelok
    """,
    Role.MAY: """
        možno, asi, snad, mohl, mohla, mohlo, mohol, mohlo by, pravděpodobně, zřejmě, myslím, doufám, dúfam, věřím,
        chtěl bych, chcel by som, rád bych, rád by som
    """,
    Role.YOU_CAN: """
        můžete, môžete, kdo chce, kto chce, volitelně, dle uvážení, podľa uváženia, vždy, vlastního uvážení,
        vlastného uváženia
    """,
    Role.QUESTION: "kdo, kto, jak, ako, kdy, kedy, který, ktorý, kolik, koľko, můžu ještě, můžeme ještě",
    Role.RECAP: """
        výsledek, výsledky, výsledok, souhrn, súhrn, gratulujeme, gratulujem, gratuluji, zisk za, tento týden,
        tento týždeň, tento měsíc, tento mesiac, bilance, bilancia, moje pozice, moja pozícia, můj obchod, môj obchod,
        už zasaženo, propásli jsme, jsme propásli, už jsem uvnitř, už jsem v, už jsme v,
        jsme uvnitř, skoro na cíli, blízko cíle, zveřejněno omylem, posláno omylem
    """,
    Role.MEMORY: """
        byl, byla, bylo, byli, bol, bola, bolo, boli, minulý, minulá, minulé, předchozí, predchádzajúci, poslední
        signál, posledný signál, pamatujete, pamätáte, dříve, predtým, ráno jsme, ráno sme, kdysi, kedysi
    """,
    Role.OTHERS: """
        ona, oni, někdo, niekto, kamarád, kamarát, člen, členové, členovia, analytik, analytici, velryba, banka, banky,
        jiný kanál, iný kanál, říká, hovorí, doporučuje, odporúča,
        vip to dostali, vip dostali, z jiného kanálu, z cizího kanálu,
        od kamaráda
    """,
    Role.ANALYSIS: """
        analýza, analýzy, podpora, odpor, rezistence, rezistencia, výhled, výhľad, scénář, zprávy, správy, volatilita,
        korekce, korekcia, trend
    """,
    Role.LESSON: """
        příklad, například, lekce, lekcia, ukázka, test, testovací, vzor, předpokládejme, predpokladajme, řekněme,
        povedzme
    """,
    Role.AD: """
        přidejte se, pridajte sa, sleva, zľava, zdarma, zadarmo, odkaz, registrace, registrácia, členství,
        členstvo
    """,
    Role.WAIT: """
        čekejte, čekat, čekáme, čakajte, čakať, čakáme, připravte se, pripravte sa, sledujeme, vyčkejte, vyčkajte
    """,
    Role.EXCEPT: "kromě, okrem, s výjimkou, s výnimkou, vyjma",
    Role.BUT: "ale, jen, pouze, iba, místo toho, namiesto toho",
    Role.PAST: """
        včera, předevčírem, predvčerom, minulý týden, minulý týždeň, minulý měsíc, minulý mesiac, včerejší, včerajší,
        podařilo se, podařilo se nám, povedlo se, stihli jsme, podarilo sa, podarilo sa nám
    """,
}

EVERYDAY = """
    ahoj ahojte dobrý dobré den deň ráno večer díky vďaka děkuji ďakujem přátelé priatelia všem všetkým pozor důležité
    dôležité rychle rýchlo prosím hodně veľa štěstí šťastia úspěch zisk zisky zisku pěkný pekný krásný skvělý skvelý
    super silný čistý jednoduchý opatrně opatrne klid kľud trpělivost trpezlivosť disciplína risk management peníze
    peniaze účet účtu malé velké veľké menší väčší krátkodobý dlouhodobý dlhodobý intradenní denní denný týdenní dnešní
    dnešný obchodní obchodný nový další ďalší první prvý druhý třetí tretí tento tato toto táto také tiež ještě ešte
    velmi veľmi zde přibližně približne asi kolem okolo spotu
"""

ORDINALS = (
    "první, druhý, třetí, čtvrtý, pátý",
    "prvý, druhý, tretí, štvrtý, piaty",
)

MONEY = {
    "EUR": "euro",
    "USD": "dolar, dolár",
    "GBP": "libra",
    "CHF": "frank",
}

ALIASES = {
    "XAUUSD": "zlato, zlata, zlate",
    "XAGUSD": "stříbro, striebro",
    "USOIL": "ropa, ropy",
}
