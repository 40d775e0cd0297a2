"""Dutch: the words of every day and of charts and greetings.

Separate from the words that have a part, because these have none: beside an order they are no reason to ask.
No word of the past, of a wish, of a doubt, of a time that is to come or of a person stands here.
"""

from __future__ import annotations

from core.reading.roles import Role

OFF = "eraf, eruit"
WITH = "met"
WORDS: dict[Role, str] = {
    Role.FILLER: "ik deel mijn trade, ik deel mijn setup, ik deel mijn idee, te laat komen, geen stress, geen zorgen",
}
ALIASES = {"USOIL": "olie, ruwe olie"}

EVERYDAY = """
    eruit
    hoi goeiemorgen doei heren dames mannen jongens meiden meisjes vriendinnen maten maatjes makkers beleggers eens
    gewoon wel dus ja jawel joh oké topper toppie lekker lekkere leuk leuke mooi mooie mooier prachtig prachtige goed
    goede beter betere geweldig geweldige fantastisch strak strakke netjes nette keurig rustige rustigjes kalm kalme
    voorzichtige langzaam snelle sneller vlot vlotte directe meteen onmiddellijk gelijk daar hierbij hiermee beneden
    omhoog omlaag toe terug binnen buiten precies ruim ruime krap krappe groter hoog hoger laag lager diep diepe kort
    korte lange breed brede smal smalle zwaar zware licht lichte sterk sterke sterker stevig stevige zwak zwakke zacht
    zachte hard harde heet hete koud koude warm warme beetje iets stukje ietsje heel erg zeer vrij redelijk behoorlijk
    enorm enorme flink flinke extra meer minder veel weinig volledig volledige helemaal totaal totale minimaal
    minstens hoogstens elk elke samen plaats plaatsen zetten leggen neem pak pakken kom komen openen starten beginnen
    doe doen maak maken geef geven gebruik gebruiken vul vullen kies kiezen klik klikken druk drukken koers koersen
    prijs prijzen niveaus zones gebied gebieden bereik lijn lijnen kanaal driehoek vlag wig kaars kaarsen lont bodem
    plafond vloer muur grafiek grafieken patroon patronen signalen setups handel handelen markten beurs beurzen sessie
    londen amsterdam aziatische amerikaanse europese kracht kopers verkopers bullen beren stieren euros inleg
    strategie gevoel graag alstublieft aub bedankt dank dankjewel plezier groet groeten groetjes dagje weekje koffie
    thee bier biertje brood broodje kaas boter taart friet patat pannenkoek pannenkoeken stroopwafel zon zonnig regen
    wind storm sneeuw zee strand boot fiets trein huis tuin paard koe schaap vis vogel raket raketten vuur maan tussen
    naast tijdens ook agressief agressieve conservatief conservatieve veilig veilige normaal standaard klassiek
    klassieke duidelijk duidelijke simpel simpele eenvoudig eenvoudige aantrekkelijk aantrekkelijke scherp scherpe
    verse daghandel bitje tikkie tikje sowieso trouwens bovendien daarom daardoor vooral namelijk uiteraard natuurlijk
    logisch zeker echt eerlijk
"""
