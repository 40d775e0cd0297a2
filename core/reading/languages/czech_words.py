"""Czech: words that people in trading rooms write beside a call, and that say nothing about the trade.

Separate from the words of orders for their length. No word of doubt, of the past, of others, of
results, of a time to come or of a condition is EVERYDAY, for beside an order nobody is asked about those.
"""

from __future__ import annotations

from core.reading.roles import Role

VOIDS = """
    nechte to být, nech to být, necháme to být, nechme to být, nechte to plavat, nech to plavat, tohle pustíme,
    vynecháme, vynechte, bez nás, beze mě, stojíme stranou, zůstáváme stranou
"""

LOSES = "prorazí, ztratí, spadne, klesne, zavře"

UNDOING = "nechte to být, nech to být, nechte to plavat, radši ne, raději ne"

WITH = "s, se"
WORDS: dict[Role, str] = {
    Role.IF: "kdo vstoupil na, kdo koupil na, kdo prodal na, kdo vstoupil za",
    Role.TARGET: "beru zisk na, vybírám zisk na, vybíráme zisk na",
    Role.HOLD: "nechat běžet, necháme běžet",
    Role.FILLER: "do večera, dobrý večer, dobré ráno, hezký večer, pěkný večer",
    Role.OTHERS: """
        můj brácha, můj bratr, můj bratranec, můj švagr, můj strýc, můj táta, můj šéf, můj soused, můj kámoš,
        jeden kámoš, nějaký týpek
    """,
    Role.WILL: "za hodinu, za dvě hodiny, za půl hodiny, za chvíli, odpoledne",
    Role.MAY: "možná, nejspíš",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    kamarádi kámoši kámo kámoš bráško bráchové borci borče kluci holky chlapci pánové dámy děcka rodino rodina
    rodinka parta partička týmu týme komunita komunito skupina skupino bojovníci odběratelé všichni ahojky čau čauky
    čus čusky nazdar zdar zdravím zdravíme vítejte dobrej noci hezký hezká hezké krásná krásné pěkná pěkné dík
    děkuju děkujeme prosíme úspěchů hurá jojo jj okej takhle takto hele helejte supr pecka peckový pecička parádní
    parádně bezva boží božský skvělá skvělé výborný výborná výborně vynikající perfektní perfektně dokonalý dokonalá
    úžasný úžasná fantastický geniální luxus luxusní nádhera nádherný nádherná zajímavý zajímavá zajímavé lákavý
    pevný solidní čistá čisté jednoduchá jednoduché jednoduše snadný snadno konkrétní konkrétně přesně přesný přesná
    zhruba blízko poblíž rovnou rychlá rychlovka rychlovečka svižně pomalu pomaličku klidu klídek klídku klidný
    klidná pohoda pohodě pohodička pohodlně opatrní opatrnost pozorně pozorní bacha důležitý důležitá urgentní
    naléhavé trpělivě disciplíny disciplinovaně zodpovědně zodpovědnost rozumně rozumný rozum soustředění vážně
    doopravdy opravdu fakt fakticky samozřejmě určitě naprosto úplně totálně vlastně přirozeně dej dávejte dávat
    nastavuji nastavuju nastav nastavuj vstupuji vstupuju vstupujeme vstupte vstoupit vstupovat lezu lezeme lezte
    beru bereme berte ber brát vezměte vezmi vzít otevírám otevirame otevřete otevři otevřít otevírat zadávám
    zadáváme zadejte zadej zadat zadávat hážu házíme hodíme hoďte hoď hodit posílám posíláme pošlete jdu jdeme jděte
    jít jedu jedeme jeďte jedem začínám začínáme začněte startujeme startuju dělám děláme dělejte udělejte udělat
    obchoduji obchoduju obchodujeme obchodujte obchodovat obchodování hraju hrajeme hrajte hrát běžet pracovat
    pracuji pracujeme sdílím sdílíme sdílet navrhuji doporučuji doporučuju doporučujeme doporučeno doporučený
    doporučená doporučení používejte používej používáme použijte použij použít používat dodržujte dodržuj dodržujeme
    dodržovat dodržet respektujte respektuj respektovat řiďte řídit kontrolujte zkontrolujte přizpůsobte spravujte
    zapište zapiš kopírujte kopíruj zkopírujte připojte užijte užívejte spěte spát odpočívejte jsou vy mně vám můj
    našeho vaše vaši svůj svoje svým tyto tohle tenhle tahle tuhle tomto této tuto takový taková takové stejný
    stejná stejné taky rovněž navíc velice moc trochu trošku trošičku troška kousek kousíček kousky víc vice méně
    malou malinký malinká malinko velký velká velkou obrovský obrovská lehký lehká lehce lehoučce mírný mírná mírně
    agresivní agresivně konzervativní konzervativně opatrný opatrná normální normálně standardní standardně klasika
    klasický krátký krátká krátké krátkodobě střednědobý střední maximálně maximální minimální nejlepší pozic
    pozička tradu obchůdek scalpík setupu příležitost příležitosti signály signálu signálek informace zpráva
    zprávička detaily úroveň úrovně úrovni hladina hladiny hladině zóny zónu oblast oblasti pásmo pásmu pásma
    podpory podpoře supportu odporu impulz objem objemu likvidita likvidity trojúhelník vlajka průměr průměru svíčka
    svíčky svíce graf grafu grafy dneska asijská evropská americká trh trhu trhy burza burze burzy kryptoměny
    kryptoměn minci měna měny páru kov kovy žlutý žlutej unce indexy indexu akcie lotu velikosti účty účtem
    peněženka peněz prachy korun eura dolarů páky rizika riskujte riskujeme riskuji riskovat procento expozice
    řízení druhá druhé čtvrtý čtvrtá pátý šestý dvojitý trojitý jediný jediná dva dvě tři čtyři pět šest sedm osm
    devět deset rozdělený rozděleno rozdělená částech dílech stejných tranších nového čerstvý čerstvá čerstvé horký
    horká obě povinně povinný zásadní klíčový klíčová klíčové vhodný vhodná vhodné správný správná správně
    odpovídající přiměřený přiměřeně protože neboť jelikož zejména hlavně raketa rakety měsíček hvězda hvězdy
    diamanty oheň ohníček blesk domů doma srdce hlava ruce oči odvaha důvěra
"""
