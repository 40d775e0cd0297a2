"""German for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

UNTOUCHED = "bleibt, bleiben, unverändert"
FROM = "von, vom"
SPELT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
FOR_INSIDERS = """
    die geschlossen haben, die schon geschlossen haben, die drin sind, die schon drin sind, die raus sind, die schon
    raus sind, wer drin ist, wer schon drin ist, wer noch drin ist, wer geschlossen hat, wer schon geschlossen hat, wer
    raus ist, wer schon raus ist, falls ihr drin seid, falls ihr geschlossen habt
"""
GOT_IN = "gekauft, verkauft, eingestiegen, reingegangen, drin"
FUTURES = "terminkontrakte"
NOWS = "jetzt"
CHEERS = "glückwunsch, gratuliere, gratulation"
RELATIVES = "wer"
REMAINING = "rest, restliche, restlichen, verbleibenden"
CHASES = "hinterherlaufen, hinterherjagen, hinterherspringen, nachlaufen"
FORMS = "erwarteter gewinn, potenzieller gewinn, möglicher gewinn, gewinnpotenzial, anzahl ziele, anzahl der ziele"
RATES = "trefferquote, erfolgsquote, gewinnquote"
STAGES = "kurzfristig, mittelfristig, langfristig, ausstieg"
EXCUSES = "sorry, entschuldigung, ich meine"
SPEAKERS = "ich, frau"
FIRST_OF_ALL = "erst, zuerst, erstmal"
GOING = "nacht, schlafen, feierabend, essen, später, bis später, luft"
OUT_OR_OFF = "raus"
SHUTS = "schließt"
IN_ORDER_TO = "um, zu"
BY_ITSELF = "automatisch"
UNHURRIED = "keine eile, nicht hetzen, kein stress, ohne eile"
SUPPOSED = """
    fällt, bricht, steigt, sinkt, sollte, sollten, wird, erreicht, reißt, durchbricht, rutscht, dreht, läuft,
    kommt, verliert, unterschreitet, überschreitet, hält, geht,
    lass, lasst
"""
HAD = "hatte, hatten"
TONIGHT = "abend, heute abend, abends, heute nacht, heut abend, am abend, heute nachmittag"
RULES = "regel, regeln, grundregel, faustregel, regelwerk, routine, einstellungen, tipp, tipps"
EARLIER = """
    letzter trade, letzte position, letzter einstieg, voriger trade, vorheriger trade, vorherige position, letztes
    signal, voriges signal, vorheriges signal
"""
COUNSELS = """
    anlageberatung, finanzberatung, beratung, anlagerat, finanzrat, finanzberater, anlageberater, empfehlung,
    handelsempfehlung, kaufempfehlung, anlageempfehlung, garantie, haftung
"""
LITTLE = "der, die, das, ist, und, für, mit, wegen, weil, wir, ihr, euch, mein, unser, heute, eine, einen, nur"
DROPS = "fällt, sinkt"
REPLIED = "antwort auf, als antwort auf"
SIGHTS = """
    unterstützung, widerstand, unterstützungen, widerstände, trend, aufwärtstrend, abwärtstrend, trendlinie, divergenz,
    liquidität, struktur, hoch, tief, hochs, tiefs, rücksetzer, volumen, kerze, rsi
"""
NEEDED = "braucht, brauchen, nötig, zuerst, erst, muss, bis, bestätigung, nur"
DOES = """
    ist, liegt, hält, hielt, abgeprallt, durchbrochen, getestet, handelt, notiert, kann, könnte, bildet, war
"""
PERSONS = "ich, wir, ihr, mein, meine, unser, unsere, uns, mir"
SCENARIOS = "szenario"
VIEWS = "aufrufe"
CAVEATS = "haftungsausschluss, risikohinweis"
COMING = "kommt, erreicht"
SHARE_OF = "der, des, vom, von"

PRICE_NOW = """
    notiert bei, handelt bei, wird gehandelt bei, steht aktuell bei, steht gerade bei, steht derzeit bei, der kurs
    steht bei, kurs steht bei
"""
INVITING = "wer ist dabei, wer macht mit, bereit, seid ihr bereit, seid ihr dabei"
ASKING_ADVICE = """
    was meint ihr, was haltet ihr, meinungen, eure meinung, soll ich, sollen wir, passt das, richtig, noch gültig, zu
    spät,
    ja oder nein, einverstanden, noch aktiv, gültig oder nicht, rein oder nicht, richtig so, würdet ihr, wer würde,
    umfrage
"""
SO_FAR = "schon, bereits, aktuell, derzeit"
VOIDS = """
    stop in der nähe, nahe am stop, stop naht,
    gefällt mir nicht, überzeugt mich nicht, ich traue dem nicht,
    ich lasse den aus, lasse den aus, den lasse ich aus, ich lasse die aus, die lasse ich aus, lasse ich aus,
    ich passe hier, diesmal passe ich, ich setze aus, ich bin raus bei dem,
    abgelaufen, verfallen, schon im plus, bereits im plus, falsches paar, falscher kanal, versehentlich, aus versehen,
    pausiert, ausgesetzt, setup gescheitert, gescheitert, trade eines schülers, eines schülers, wir lassen den aus,
    lassen wir aus, zu spät, levels folgen, der stop wird geändert, stop wird geändert, wird aktualisiert, am montag
    eröffnet, gestern eröffnet, hinfällig, ungültig, nicht mehr gültig, hausaufgabe,
    nur gucken, nur zuschauen, nur schauen, nur zur beobachtung, nur beobachten, auf dem schirm, noch nicht ausgelöst,
    noch nicht getriggert, noch unbestätigt, unbestätigt, sage bescheid, bestätige gleich, bestätigung folgt,
    testnachricht, ignoriert das, ignoriert diese, ignoriert den, ignoriert dieses, bitte ignorieren, sl falsch,
    stop falsch, tp falsch, einstieg falsch, falscher sl, falscher stop, falscher einstieg, falsches tp,
    korrigiere gleich, korrigiere ich, korrektur gleich, editiere gleich, altes signal, voriges signal, letztes signal,
    auf be raus, position zu, trade ist zu, trade zu, schon zu, schon raus, gecancelt, gecancelled, hat sich erledigt,
    einstieg verpasst, schon gelaufen, läuft schon, läuft bereits, so sehen unsere signale aus, vip ist schon,
    schon drin, im vip geteilt, hypothetisch, theoretisch, in der theorie, findet den fehler, finde den fehler,
    kopiert aus, kopiert von, auf twitter gesehen, der konkurrenz, betrüger posten, das ist betrug, ist betrug,
    frage eines mitglieds, antwort an ein mitglied, simuliert, papertrade, papertrading, nur alarm, nur zur info,
    nur info, nur als info, nur eine idee, nur ne idee, nur analyse, reine analyse, nur eine analyse,
    nur meine meinung, privater trade, keine empfehlung, ich lass den aus, lass ich aus, ich bin raus, alle raus,
    jetzt zumachen, jetzt schließen, meinung geändert, plan geändert, planänderung, lag falsch, hab mich vertan,
    habe mich vertan, schlechte idee, schlechtes signal, fehlgeschlagen, korrektur unten, siehe update, update unten,
    unten aktualisiert, ersetzt durch, siehe neues signal, siehe das neue signal, siehe nächsten post,
    siehe nächste nachricht, neue levels unten, levels kommen, levels noch offen, nur spaß, war nur spaß, aprilscherz,
    falscher coin, falsche gruppe, falsche münze, falsche coin, falscher markt, tippfehler, mein fehler, bin unsicher,
    bezweifle ich, vorsicht vor fake-signalen wie, fake-signal
"""
AND_THEN = "dann, danach, anschließend"
VOIDS_ALONE = """
    mögliches setup, möglicher einstieg, möglicher trade, potenzielles setup, potenzieller trade, entwurf, ignorieren,
    nichtig, vorbei, ist vorbei, erledigt, fertig, beendet, verpasst, nach nfp, nach den zahlen, nach den news, nach
    cpi, papier, betrug, meine meinung, meine sicht, ich passe, zumachen, schließen, gedreht, gerücht, gerüchte, haha,
    haha nein, hahaha, lol, scherz, gelogen, sorry fehler, entschuldigung, fehler, unsicher, kommt drauf an, mal sehen,
    mal schauen, schauen wir mal, moment, moment noch, langsam, einverstanden, raus, wartet, geduld, noch zu
    bestätigen, ich sag bescheid, sag bescheid, zur info, beobachten, wir beobachten, auf der watchlist, im auge
    behalten, in einer stunde, in zwei stunden, um mitternacht, am montag, am dienstag, am mittwoch, am donnerstag, am
    freitag, alternative, alternativszenario, übung, nur scalper, so ähnlich
"""
UNDOING = """
    falscher chat, falsche gruppe, frage, regel, unsere regel, regeln, tipp, tipp des tages, normalerweise, manchmal,
    oft, ein mitglied fragt, er sagte, mein freund sagte, morgen, heute abend, später, bald, vielleicht,
    wahrscheinlich, möglicherweise, plan, der plan, option, umfrage, wer im plus ist, für anfänger, nach den news,
    letzte woche, macht das nicht, beispiel, zum beispiel, scherz
"""
MACHINES = "roboter, kopierer"
ACCOUNTS = "mein konto, meinem konto"
THANKS = "danke, dankeschön"
ENDED = "verlust, gewinn, ausgestoppt, gescheitert, verloren, gewonnen, vorbei, beendet"
AFTERWARDS = "kann man noch, kann ich noch, können wir noch"
ITS = "den, die, das, alle, unsere, eure"

SHARES = {
    20: "ein fünftel",
    67: "zwei drittel",
    75: "drei viertel, dreiviertel",
}
WORDS: dict[Role, str] = {
    Role.PART: "zwei drittel, drei viertel, dreiviertel, ein fünftel",
    Role.STOP: """
        notbremse, schutzstopp, schutzstop, stop-loss-kurs, stop-loss-marke, stoppkurs, stoppmarke, ungültig bei,
        ungültig ab, invalidiert bei
    """,
    Role.TARGET: "zielmarken, zielkurs, zielkurse, mögliche ziele, mögliches ziel, potenzielle ziele",
    Role.ADD: "nachkauf, nachkäufe, nachkauf bei",
    Role.ANALYSIS: """
        überverkauft, überkauft, test der unterstützung, test des widerstands, test der zone, test des niveaus,
        test der marke, test des hochs, test des tiefs, test der trendlinie
    """,
    Role.MARKET: """
        notiert bei, handelt bei, wird gehandelt bei, steht aktuell bei, steht gerade bei, steht derzeit bei, der kurs
        steht bei, kurs steht bei
    """,
    Role.CLOSE: """
        raus aus, raus aus dem, raus aus der, wir gehen raus, wir gehen hier raus, ich gehe hier raus,
        gehen wir raus, geht raus, geht hier raus,
        alles zumachen
    """,
    Role.FILLER: """
        wir übernehmen keine haftung, lasst uns, lass uns, frei wählbar, letzten tief, letzten hoch, letztes tief,
        letztes hoch, vergangene ergebnisse, frühere ergebnisse, ergebnisse der vergangenheit, ergebnisse aus der
        vergangenheit
    """,
    Role.RECAP: """
        haben wir verpasst, habe ich verpasst, haben wir leider verpasst, ich bin schon drin, ich bin bereits drin, bin
        schon drin, bin bereits drin, wir sind schon drin, wir sind bereits drin,
        trade läuft noch, position läuft noch, fast am ziel, kurz vor dem ziel, aus versehen gepostet,
        versehentlich gepostet, falscher kanal,
        machen zu für heute, wir machen zu für heute, schluss für heute, feierabend, für heute raus, bin raus
        für heute, raus für heute
    """,
    Role.OTHERS: "vip hat das, vip hat den, vip hat diesen, vip bekam, vip mitglieder",
    Role.AD: "so sehen unsere signale aus",
    Role.QUESTION: "kann man noch, kann ich noch, können wir noch",
}

ALIASES: dict[str, str] = {}
OCCASIONS = "am, an, bei, beim, in, im, unter, über, ab, bis, um, gegen, nahe"
ANY = "jede, jeder, jedem, jeden, irgendeine"
AROUND = "um, bei, gegen, nahe"
MOMENTS = "mitternacht, mittag, wochenende"
MOVES = "stärke, schwäche, anstieg, rücklauf, ausbruch, stunde, stunden, minuten"
GROUPS = "konten, konto, scalper, anfänger"
CASES = "notfall, variante"
THIS = "diesem, dieser, dieses, diese, aktuellen, jetzt"
EXPLAINS = "erklärung"
