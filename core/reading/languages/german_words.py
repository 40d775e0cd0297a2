"""German: the words of every day and of the charts, the greetings and the dialects.

Separate from the words that have a part, because these have none: beside an order they are no reason to ask.
No word of the past, of a wish, of a doubt, of a time that is to come or of a person stands here.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "käufer"
SELLERS = "verkäufer"
POSITIONS = "offene position"
SPELT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
ADDRESSEES = "mitglieder, abonnenten"
OFF = "raus, runter, weg"
WITH = "mit"
POLITE = "bitte"
GREETINGS = "hallo, leute, guten morgen, freunde, zusammen, hey"
COURTESIES = "danke, viel erfolg, viel glück, euch"
WORDS: dict[Role, str] = {
    Role.TARGET: """
        verkauf geplant, teilverkauf geplant, ausstieg geplant, gewinnmitnahme geplant, gewinnmitnahmen geplant
    """,
    Role.HIT: "ist drin, ist drinnen, ist im sack, ist eingesackt",
    Role.EVEN: """
        auf einstieg nach, auf den einstieg nach, auf einstand nach, auf den einstand nach, auf entry nach, auf be nach,
        auf break even nach, auf breakeven nach
    """,
    Role.MOVE: """
        nehm ich runter auf, nehme ich runter auf, nehmen wir runter auf, nehm ich hoch auf, nehme ich hoch auf,
        nehmen wir hoch auf, setz ich auf, setz ich runter auf, setze ich runter auf, setzen wir runter auf, zieh ich
        hoch auf, ziehe ich hoch auf, zieh ich runter auf, ziehe ich runter auf, nehm ich auf, leg ich auf, lege ich
        auf
    """,
    Role.FILLER: """
        wer zu spät kommt, zuviel angebot, zu viel angebot, viel angebot, das angebot über, angebot und nachfrage,
        angebotszone, keine beratung, ich teile meinen trade, ich teile mein setup, teile meinen trade
    """,
}
ALIASES: dict[str, str] = {}

EVERYDAY = """
    moinmoin moinsen mahlzeit tach gude grüezi lieben leutchen kumpels buddies mädchen burschen buam freundinnen
    tradergemeinde gemeinde runde truppe mannschaft eben mal ja joa jau jep nun sodele ach ah eh bissl bisschen
    bisserl bissi bißchen weng klitzeklein klitzekleine klitzekleiner winzig winzige winziger kleinen kleinem großer
    große großes großen fett fette fetter fettes dick dicke dicker dickes schmal schmale schmaler schlank locker
    lockere lockerer lässig lässige gemütlich gemütliche gelassen entspannt entspannte entspannter fröhlich fröhliche
    munter heiter flott flotte flotter flottes fix flink hurtig zackig ratzfatz ruckzuck rasch rasche rascher
    direktemang sofortige unverzüglich umgehend prompt promptes pünktlich gerade gradeaus jetztle nunmehr hiermit
    hierzu dazu dabei dafür davor dahinter darüber drüber darunter drunter daneben daran dran darauf drauf darin
    herein hinein rein rauf runter rüber hin hia drüben oben unten mitte mittig links rechts hinten vorne vorn außen
    innen zwischendrin bidde bitteschön dankeschön vergelts schönen tagchen starte starten mache mach macht machen tut
    tun gib gebe gebt geben nehm hol hole holen pack packe packt packen stell stelle stellen legt legen setz platzier
    positionier positioniert positionieren eröffn öffn steig steige steigen geh gehn reingehen einsteige einloggen hau
    haue hauen schmeiß schmeiße schmeißt schnapp schnappe schnappt schnappen gönn gönne gönnen gönnt trag trage tragt
    tragen eintragen eintrag eingeben eingibt klick klicke klickt klicken drücke drückt drücken tippt tippe lade führ
    führe ausführen aktiviere orderticket orderbuch orderzusatz orderzettel auftrag auftrags aufträge positionsgrößen
    posi posis pos positiönchen kapitaleinsatz einsätze depotanteil depotgröße kleingeld taler kohle knete zaster
    kröten moneten euros cent cents eier peanuts kurse kurses kurszone kursbereich kursniveau preiszone preisbereich
    preises bereiche bereichs gegend ecke zonen kasten boxen kante kanten boden deckel dach keller etage stufe stufen
    treppe leiter sprosse schwelle schwellen latte hürde linie linien kanäle dreieck flagge flaggen wimpel keil keile
    fahne kerze kerzen docht dochte lunte schatten körper stern umkehrkerze wochenkerze tageskerze stundenkerze
    chartbild bild bildchen zeiteinheit zeitebene zeitfenster tageschart stundenchart wochenchart minutenchart
    trendkanal abwärts aufwärts nordwärts südwärts norden süden nord süd osten westen richtungen schub impuls impulsiv
    dynamik dynamisch dynamische schwung kraft kräftig kräftige kräftiger power kaufdruck verkaufsdruck verkäufer
    käufer bullen bären anleger börse börsen börsianer parkett handel handelstag handelswoche handelszeit
    eröffnungsglocke glocke vorbörse vorbörslich nachbörse nachbörslich kassa kassamarkt xetra yankees asien kaffee
    zinsen zins renditen rendite wirtschaft konjunktur gutem besseres besserer bessere spitze spitzen spitzenmäßig
    supi tolles toller hammermäßig krass krasse krasser krasses brutale brutaler heftig heftige heftiger stabil
    stabile stabiler stabiles fein feine feiner feines nett nette netter nettes lecker leckere leckerer leckeres
    knackig knackige knackiger knackiges hübsch hübsche hübscher sexy geiler geiles wunderbar wunderbare wunderschön
    traumhaft herrlich herrliche prächtig ordentlich ordentliche ordentlicher anständig vernünftig vernünftige
    vernünftiger ausgewogen faire fairer günstig günstige günstiger günstigen billig billige teuer teure attraktiv
    attraktive attraktiver attraktives lohnend lohnende lukrativ lukrative passend passende passender passendes
    richtige richtiger richtiges astrein glasklar eindeutig eindeutige deutlich deutliche deutlicher merklich spürbar
    offensichtlich logisch logische eng enge enger enges engem engen weit weite weiter weites breit breite breiter
    straff straffe straffer tief tiefe tiefer tiefes niedriger niedrigem höher höhere höherer flach flache flacher
    steil steile steiler scharf scharfe weich weiche hart harte harter hartes fest feste fester festes mutig mutige
    mutiger frech freche frecher spekulativ spekulative spekulativer riskant sportlich sportliche sportlicher
    klassisch klassische klassischer üblicher ehrlich ehrliche bullisch bullische bullischer bärisch bärische
    bärischer überdehnt überhitzt ausgereizt müde schwach schwache schwacher schwaches absolut absolute komplette
    totale völlig ungemein enorm riesig riesige riesiger mords saumäßig sau ultra hyper extrem extreme extremer
    besonders insbesondere speziell spezielle allem hauptsächlich überwiegend weitgehend relativ recht einigermaßen
    zumindest wenigstens mindestens höchstens allerhöchstens insgesamt gesamt gesamte gesamten einzeln einzelne
    jeweilig jeweilige dementsprechend entsprechend entsprechende somit daher deshalb deswegen darum drum folglich
    demnach außerdem zudem zusätzlich ferner übrigens nebenbei nämlich schließlich letztlich unterm strich kurzum
    sprich bzw beziehungsweise inkl inklusive einschließlich samt mitsamt zzgl käffchen tee bier bierchen prost brot
    brötchen semmel brezel wurst bratwurst currywurst pommes kuchen torte keks kekse sahne sahnehäubchen schnitzel
    knödel pizza döner butter honig sonne sonnig regnerisch schnee wind stürmisch wetter nebel frost berg berge tal
    meer strand wald wiese garten haus hütte zug bahn fahrrad rad boot schiff anker hafen flugzeug raketen hund hunde
    katze katzen pferd pferde kuh kühe schwein schweine hase hasen igel maus mäuse bienen fisch fische haie wölfe
    affen füchse eulen adler falken elefant elefanten schildkröte schnecke schnecken fußball runden musik lied tanz
    tanzen herzen hand hände finger auge augen ohr ohren bauch bauchgefühl fuß füße bein beine rücken nerven ruhige
    ruhiger blut schweiß tränen daumen lächeln lach lachen grins grinsen zwinker schmunzel humor witzig lustig lustige
    briefing briefings ausgabe nachtrag ergänzung hinweise anmerkung bemerkung notiz notizen überschrift rubrik
    kategorie typ strategie strategien taktik ansatz ansätze methode systeme zerti zertis zertifikat zertifikate
    schein scheine knockout knockouts optionsschein optionsscheine wkn isin cfd cfds emittent emittenten
    hebelzertifikat kontrakt kontrakte stück stücke stückzahl anteile minilot mikrolot minikontrakt sparsam sparsame
    bescheiden bescheidene defensiv defensive defensiver offensiv offensive offensiver vorsichtshalber konsequent
    konsequente stur geduldige nüchtern sachlich objektiv professionell professionelle seriös nachhaltig nachhaltige
    langsame langsamer schonend sanft sanfte behutsam dosiert dosierte gestaffelt gestaffelte gestreut schrittweise
    stufenweise nacheinander gleichzeitig beidseitig doppelt doppelte doppelter dreifach dreifache einfaches mehrfach
    halbwegs gier gierig fomo angst panik hektik hektisch stress gestresst drama achterbahn wahnsinn verrückt
    verrückte bekloppt zock zocken gezocke spekulieren spekulation spekulationen oida heast leiwand servas hawara
    grias pfiat gscheit zünftig narrisch fesch hoi zäme chli bitzeli guete morge digga diggah digger diggi alda alder
    bre brudi brudis brüder homies leudde geilo bombe bombig gg gz lg vg mfg glg hdl
"""
