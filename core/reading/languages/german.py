"""German."""

from __future__ import annotations

from core.reading.roles import Role

MOODS = "panik, gier, gierig, angst, emotion, emotionen, emotional, eile, hektik, hektisch, stress, rache, verlieren"
UPDATES = "auf dem laufenden, laufenden, update, updates, informiere, informieren, melde, melden, signale"
SOON = "bald, morgen, später, folgen, werden"
FURTHER = "weitere, weiteres, nächstes, nächste, mehr"
POTENTIAL = "potenzial, potential"
SWINGS = "volumen, veränderung, volatilität"
LACKING = "ohne"
EVERY = "alle, alles, allen, aller, sämtliche, beide"
SHARES = {25: "ein viertel, viertel, viertel der position", 33: "ein drittel, drittel, drittel der position"}
TODAY = "heute, tag, woche, monat"
GREEN = "plus, gewinn, profit, grün, grünen"
WEEKDAYS = "montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, mo, di, mi, do, fr"
MONTHS = "januar, februar, märz, juni, juli, oktober, dezember"
EXPECTED = "hoffentlich"

BEFORE = "vor"
SESSIONS = "börsenöffnung, us eröffnung, eröffnung"
WITHIN = "in, nach, um, bis"
CAUGHT = "gefüllt, ausgeführt, ausgelöst, aktiviert, gezogen"
BY = "von"
PERIODS = "woche, tag"
SCORES = "bewertung, konfidenz"
EACH = "jedes, jedem, jeder, jeden, jeweils, je"
RISK = "risiko"
LOTS = "lot, lots"
PER = "pro, je, für, auf je"
CLOSES = "schluss, schlusskurs, schließt, tagesschluss, tagesschlusskurs, kerzenschluss"
CHANNELS = "kanal, quelle, gruppe"
LIQUIDATIONS = "liquidation, liquidationspreis, liquidationskurs"
FORMS = "gebühr, gebühren, bestätigungen, bestätigung, gültigkeit, haltedauer, wahrscheinlichkeit, max verlust"
CANDLES = "kerze, kerzen, tageskerze, täglich, tagesschluss, kerzenschluss, tagesschlusskurs"
ZEROS = "nullen"
BREAKS = "ausbruch"
EXITING = "raus, aussteigen, schließen"
BETWEEN = "zwischen"
LIKE_THIS = "signale wie dieses, solche signale, so sehen unsere signale aus"
PLACING = "setzt"
OF = "bei, beim, auf"
FOR = "für"
LEAVING = "raus"
SEEKING = "suchen"
POINTS = "punkte, punkten"
PROFIT = "gewinn"
LOSS = "verlust"
GUARDS = "schutz, ungültig, absicherung"
ZONES = "bereich"
COUNTED = "teile, teilen, tranchen"
NUMBERS = "nr"
AVERAGE = "durchschnitt, durchschnittlich, durchschnittlicher"
COMMENTS = "hinweis, grund, kommentar, begründung"
SIGNALS = "signalnummer"
ASSENTS = "ja"
DENIALS = "nein"
UP = "plus"
PRICE = "preis, kurs"
PRICE_NOW = "aktueller kurs, aktueller preis, kurs aktuell, preis aktuell, marktpreis, aktuell"
TAKEN = "nehme, nehmt, realisiere, vom tisch"
TOOK = """
    mitgenommen, genommen, verkauft, abgebaut, reduziert, gesichert, realisiert, rausgenommen, glattgestellt
"""
SALES = "verkaufe, verkaufen, ich verkaufe, wir verkaufen, verkaufe ich, verkaufen wir"
MORE = "weitere, weiteres, nochmal, noch"
LEANING = "lieber"
WHICH = "schlechten, schlechtesten, schlechte"
RENEWED = "aktualisiert, korrigiert, geändert, aktualisierung"
LEST = "damit"
OUT_OF = "von"
FORMERLY = "vorher, bisher, war, zuvor, alt"
ADVICE = """
    empfehle, empfehlen, empfohlen, empfehlung, empfiehlt, empfehlenswert, rate, raten, geraten, ratsam, sinnvoll,
    besser, besten, vorschlag, tipp, persönlich
"""
WEIGHTY = "wichtig, entscheidend"
COPULAS = "war, waren"
STATES = "ist, sind"
SAME = "gleicher, gleiche, gleichem, selber, unverändert, gehabt"
HABITS = "immer, jedes mal, grundsätzlich, normalerweise, üblicherweise, meistens"
SECURED = "sichern, sichert, absichern"
REASONS = "grund, begrundung, analyse, warum, hintergrund"
STAKED = "mit"
WICKS = "docht, dochte, dochten"
ALMOST = "beinahe"
AFTER = "nach, nachdem"
FORWARDED = "weitergeleitet von, weitergeleitet aus"
STANDS = "haben wir, sehen wir, gibt es"
TOWARDS = "richtung"
CHARTED = "unterstützung, widerstand, unterstützungen, widerstände"
OUT = "ausstieg"
HERE = "hier, aktuell, direkt"

OR = "oder"
SO = "daher, deshalb, also"
REENTERING = "reentry, wiedereinstieg, nochmal rein, wieder rein"
EVENTS = "webinar, livestream, meeting, anmeldung, anmeldungen, aktion, paar"
WHOSE = "euren, eure, euch, deine, deinen, eurem"
MARKETS = "markt, märkte, börse, der markt, die märkte"
I_CLOSED = "habe geschlossen, hab geschlossen, ausgestiegen, glattgestellt"
REMEMBER = "denkt daran, nicht vergessen"
AMOUNTS = """
    teil, fast alles, fast alle, fast die ganze, fast die gesamte, fast komplett, fast vollständig, beinahe alles,
    nahezu alles, den großteil, großteil, den größten teil
"""
INSTEAD = "statt, anstatt"
AT = "bei, am, ab, beim"
ABOUT = "auf, bei, für, im"
CROWDS = "anleger, händler, investoren, bullen, bären, fonds"
ACTIONS = "aktion"
CHOSEN = "ersten, erste, schlechtesten, schlechten, oberen, unteren, letzten"
KEEPING = "lasst, lassen, lasse, lässt, behalten, behalte, behaltet, halten, haltet"
KEPT = "eine, einen, beste, besten, letzte, letzten, kleinen, kleine, teil, hälfte"
LAYERS = "positionen, einstiege, orders, trades, käufe, verkäufe, longs, shorts"
SEVERAL = "eine, zwei, drei, vier, fünf, mehrere, einige, ein paar"
SIZES = "volumen, lots, größe"
STAYING = "bleiben, drin, bleibe"
CHANGES = "änderung, korrektur, anpassung, aktualisierung"
SUCCEEDED = "erfolgreich, gesichert"
KEPT_BEHIND = "lasst, lassen, behalten, halten, laufen lassen, offen lassen"
ALREADY = "schon, bereits"

WORDS = {
    Role.RUNNER: "offen, open end, offen lassen",
    Role.HUNDREDTH: "prozent",
    Role.BELOW: "unter, unterhalb",
    Role.ABOVE: "über, oberhalb",
    Role.BETWEEN: "zwischen",
    Role.BUY: """
        kaufen, kauf, kaufe, long einstieg, kaufen wir, ich kaufe, wir kaufen, long position, kauforder, kaufsignal,
        longposition, gehe long, gehen long, kaufe ich, kauft, longe, ich longe
    """,
    Role.SELL: """
        verkaufen, verkauf, verkaufe, short einstieg, verkaufen wir, ich verkaufe, wir verkaufen, short position,
        verkaufsorder, verkaufssignal, shortposition, gehe short, gehen short, verkaufe ich, shorte, ich shorte
    """,
    Role.ENTRY: """
        einstieg, einstiegszone, einstiegspreis, einstiegskurs, einstiegsbereich, einstiege, einstiegsmarke,
        einstieg bei, einstieg zwischen, kaufzone, verkaufszone, entry bei, kaufpreis, eröffnung, einstiegspunkt,
        kaufbereich, ek, kaufkurs, verkaufskurs, eröffnungskurs
    """,
    Role.STOP: """
        verluststopp, stopp, stop kurs, stopkurs, verlustbegrenzung, stopps, stopmarke,
        invalidierung, invalidierungslevel, invalidierung unter, invalidierung über, invalidiert unter,
        invalidiert über, ungültig unter, ungültig über
    """,
    Role.TARGET: """
        ziel, ziele, kursziel, kursziele, gewinnziel, tp bei, ziel bei, kursziel bei, gewinnmitnahme, gewinnziele,
        zielzone, zielmarke, gewinnmitnahmen, take profit bei, zielbereich, anlaufziel, anlaufziele
    """,
    Role.LEVERAGE: "hebel, hebel von, hebelwirkung",
    Role.CROSS: "kreuz",
    Role.ISOLATED: "isoliert",
    Role.MARKET: """
        jetzt, zum marktpreis, markt, sofort, market order, marktpreis, aktueller kurs, aktueller preis,
        sofort einsteigen, marktkauf, marktorder, zum aktuellen kurs, am markt, kurs aktuell, preis aktuell
    """,
    Role.LIMIT: "limitorder, limit bei, pending order, limit order, limitorders, die limit order",
    Role.SYMBOL: "paar, währung, währungspaar, handelspaar, coin, basiswert, instrument, aktie, wertpapier, ticker",
    Role.HEADING: """
        position, positionen, order, orders, trade, trades, richtung, reentry, wiedereinstieg, nochmal rein,
        wieder rein
    """,
    Role.SIZE: "risiko, lotgröße, positionsgröße, vom konto, kapital, kontos, einsatz, positionsgrösse, risiken",
    Role.PIPS: "punkte, pkt, pkte",
    Role.CLOCK: "stunden, stunde, minuten, tage, minute, minütig, minütigen, stündig, stündigen, tag, wochen, datum",
    Role.TO: "bis, oder",
    Role.AND: "und, dann, danach",
    Role.ZONE: "mehr oder weniger",
    Role.FILLER: """
        riskiert nicht mehr als, riskiere nicht mehr als,
        vor den news, vor den nachrichten, vor den daten, vor den zahlen, vor dem wochenende, vor nfp,
        kauf oder verkaufsempfehlung, keine kauf oder verkaufsempfehlung,
        für beste ergebnisse, für die besten ergebnisse, für bessere ergebnisse, für optimale ergebnisse,
        es empfiehlt sich, gestriges hoch, gestriges tief, gestrigen hoch, gestrigen tief, vortageshoch, vortagestief,
        vorwochenhoch, vorwochentief, hoch von gestern, tief von gestern, keine garantie, garantiert nicht,
        zu bildungszwecken, zu schulungszwecken, zu lernzwecken, nur zu lernzwecken,
        garantieren nicht, bitte, den, dem, der, das, auf, bei, am, ein, eine, einen, unser, unsere, euer, euren, ist,
        wir, leute, von, mit, für, zu, zum, hier, im, in, um, an, als, auch, ich, uns, es, wieder, neu, neuer, neue,
        neues, kleine, kleiner, kleines, schnell, schneller, liegt, steht, gesetzt, platziert, eingehen, eröffnen,
        eröffne, eröffnen wir, nehmen, empfehlung, empfehlen, idee, unserem, vom, heute, achtung, gut, gute, stark,
        bereich, kurs, preis, marke, davon, je, jeweils, maximal, minimal, vorsichtig, swing, kurzfristig,
        mittelfristig, langfristig, nicht zu gierig, nicht gierig werden, keine eile, nicht hetzen, nicht vergessen,
        nicht uberhebeln, nicht mehr als, keine panik, kein fomo, keine sorge, riskiert nicht mehr, nie mehr als,
        laut plan, nach plan, ich wünsche, wünsche euch, wünschen euch, viel erfolg, viel glück, wir wünschen,
        keine anlageberatung, keine finanzberatung, keine handelsempfehlung, keine anlageempfehlung,
        keine kaufempfehlung, dies ist keine anlageberatung, das ist keine anlageberatung,
        dies ist keine finanzberatung, nur zu bildungszwecken, keine empfehlung, woraufhin, worauf,
        nicht neu einsteigen, nicht wieder einsteigen, nicht nochmal einsteigen, nicht erneut einsteigen, kein reentry,
        kein re-entry, kein wiedereinstieg, keine neuen einstiege, kein neuer einstieg, wer drin ist, wer noch im,
        wer noch in, wer noch beim, wer noch long ist, wer noch short ist, wer noch drin ist, wer dabei ist,
        wer noch dabei ist, alle die drin sind, alle die dabei sind, wer eingestiegen ist, wer im trade ist, vom tisch,
        sieht nicht gut aus, gefällt mir nicht, geteilt von, erstellt von, gepostet von, gesendet von, guten morgen,
        augen zu, schließt die augen, schließ die augen, um gewinne zu sichern, zum sichern, zur absicherung, statt,
        anstatt, leider, alle die noch drin sind
    """,
    Role.MOVE: """
        verschieben, setzen, nachziehen, ziehen, schieben, setzt, zieht, nachgezogen, zieh, ziehe, ziehen wir, setze,
        setzen wir, verschiebe, verschiebt, verschieben wir, anpassen, angepasst, hochziehen, zieht hoch,
        runterziehen, verschoben, ändern, sichern auf, schiebt, schiebe, erhöht, erhöhe, erhöhen, gesenkt, senke,
        senken, runtergesetzt, hochgesetzt, geändert, ändere, nachziehe, gestellt, stellt, angehoben, anheben, hebe,
        heben
    """,
    Role.CLOSE: """
        schließen, schliessen, schließt, glattstellen, raus, schliesst, schließe, schließen wir, schließt bitte,
        steigen aus, aussteigen, steigt aus, alles schließen, position schließen, positionen schließen, raus hier,
        raus jetzt, wir sind raus, bin raus, ich schließe, verkaufe alles, gehe raus, gehen raus, schliesse,
        manuell schließen, schließt alles, komplett schließen, ausstieg jetzt, ich schliesse, wir schließen,
        schließe ich, steige aus, ich steige aus, ich gehe raus, stelle glatt, ich verkaufe alles, schließe den rest,
        schließen den rest, schließt den rest, rest schließen, rest raus, nehme den rest mit, rest mitnehmen,
        den rest schließen, den rest schließe ich, den rest nehme ich mit, nicht mehr in diesem trade,
        nicht mehr im trade, nicht mehr in der position, nicht mehr investiert, mache hier zu, mache zu, mach zu,
        macht zu, machen zu, wir machen zu, ich mache zu, ich mache hier zu, mache dicht, alles zu, alle zu,
        mach dicht
    """,
    Role.CLOSED: """
        geschlossen, glattgestellt, position geschlossen, ist geschlossen, trade geschlossen, wurde geschlossen,
        ausgestiegen, habe geschlossen, manuell geschlossen, geschlossen bei, rest geschlossen, den rest geschlossen,
        rest ist geschlossen, rest wurde geschlossen, rest mitgenommen, habe den rest geschlossen, hab geschlossen,
        trade beendet, trade ist beendet, position beendet, trade vorbei, schon raus, schon wieder raus, bereits raus,
        bereits wieder raus
    """,
    Role.CANCEL: """
        stornieren, storniert, abbrechen, löschen, storniere, order löschen, order stornieren, order gelöscht,
        löscht die order, löscht, gelöscht, orders löschen, limit löschen, streichen, gestrichen, hinfällig, ungültig,
        trade storniert, signal ungültig, nicht mehr gültig, stornieren wir, order entfernen, nehmt die order raus,
        limit raus, lösche, signal gestrichen, verworfen, kommt nicht mehr in frage, nicht mehr einsteigen,
        steigen nicht mehr ein, steige nicht mehr ein, gehen nicht mehr rein, gehe nicht mehr rein,
        nehmen wir nicht mehr, nehme ich nicht mehr, nicht mehr aktuell, nicht länger gültig, setup hinfällig,
        lassen wir aus, lasse ich aus, lassen den trade aus, wird nichts mehr, vergesst das setup, vergesst den trade,
        vergesst die order, order rausnehmen, order bitte rausnehmen, orders rausnehmen, limit rausnehmen,
        wird gelöscht, werden gelöscht, wird storniert, wird gecancelt
    """,
    Role.REMOVE: "entfernen, entfernt, ohne",
    Role.PART: """
        teilweise, teilgewinn, teilgewinne, teil, teilverkauf, teilgewinne mitnehmen, teilgewinn mitnehmen,
        gewinne mitnehmen, gewinn mitnehmen, teilschließung, teilweise schließen, einen teil, einen teil schließen,
        teilposition, reduzieren, reduziere, reduziert, gewinne sichern, gewinn sichern, sichert gewinne,
        teilgewinne sichern, nehme gewinne mit, nehmt gewinne mit, mitnehmen, teilweise raus, sichern, verkleinern,
        verkleinere, ein viertel, ein drittel, viertel, drittel, viertel der position, drittel der position,
        fast alles, fast alle, fast die ganze, fast die gesamte, fast komplett, fast vollständig, beinahe alles, nahezu
        alles, den großteil, großteil, den größten teil
    """,
    Role.HALF: """
        hälfte, die hälfte, hälfte schließen, halbe position, die halbe position, hälfte raus, zur hälfte, halb
        zu, halb raus
    """,
    Role.ALL: "alles, alle, der rest, den rest, restliche, restposition, komplett, vollständig, sämtliche",
    Role.EVEN: """
        auf einstand, einstand, auf einstieg, auf den einstieg, break even, breakeven, auf be, auf breakeven,
        auf break even, auf entry, auf einstiegskurs, auf einstiegspreis, einstandskurs, risikofrei, kein risiko,
        auf null, auf den einstandskurs, auf einstand ziehen, zum einstand, am einstand
    """,
    Role.HIT: """
        erreicht, getroffen, ausgelöst, abgearbeitet, abgeholt, geholt, eingetütet, angelaufen, geknackt, erzielt,
        gefüllt tp, mitgenommen, wurde erreicht
    """,
    Role.STOPPED: """
        ausgestoppt, wurde ausgestoppt, wurden ausgestoppt, stop erreicht, stop ausgelöst, stopp ausgelöst,
        stop loss ausgelöst, stop gerissen, stop wurde ausgelöst, sl ausgelöst, sl erreicht, sl getroffen,
        stop getroffen, abgestoppt, stopp erreicht, stop loss erreicht, rausgestoppt, stop wurde erreicht,
        sl erwischt, stop erwischt, sl gerissen, hat uns ausgestoppt
    """,
    Role.FILLED: """
        ausgeführt, aktiviert, order ausgeführt, order aktiviert, gefüllt, eingestoppt, limit ausgeführt,
        limit gefüllt, limit gegriffen, order gefüllt, wir sind drin, wir sind dabei, order wurde ausgeführt,
        order gegriffen, order wurde gefullt, order wurde aktiviert, limit wurde gefullt, limit wurde ausgefuhrt,
        wurde gefullt, wurde ausgefuhrt, wurde aktiviert, wurde eingestoppt, wurde ausgelost, limit ausgelöst,
        order ausgelöst
    """,
    Role.HOLD: """
        halten, halte, haltet, laufen lassen, laufen, weiter halten, läuft weiter, lassen wir laufen, lasse laufen
    """,
    Role.NOT: """
        nicht, kein, keine, nie, keinen, keinem, keiner, noch nicht, niemals, weder, nicht schließen, habe vergessen,
        hab vergessen, zu früh, zu spät, viele vergessen, einige vergessen, manche vergessen, vergisst,
        vergessen immer
    """,
    Role.IF: """
        wenn, falls, sobald, nach dem, nachdem, bevor, bei bruch, im falle, bei erreichen, solange, sofern, erst wenn,
        vorausgesetzt, unter der bedingung, abhängig von, je nach, nur bei, nur wenn, erst nach, bei bestätigung,
        nach bestätigung, beim retest, erst ab, erst bei
    """,
    Role.WILL: """
        werden, werde, wird, morgen, geplant, warte auf, möchte, wollen, demnächst, steht an, stehen an, folgt,
        vorhaben, habe vor, haben vor, plan für, nächste woche, montag, beabsichtige, geplanter
    """,
    Role.MAY: """
        vielleicht, könnte, möglich, möglicherweise, wahrscheinlich, eventuell, dürfte, sollte, denke, glaube,
        könnten, ggf, evtl, würde, wäre, wünschte, am liebsten, lieber, idealerweise, hoffe, hoffentlich, überlege,
        hätte, traum, schätze, hätten, hättet, überlegt, überlegt euch
    """,
    Role.YOU_CAN: """
        könnt, ihr könnt, wer will, wer möchte, optional, kann man, nach belieben, man kann, dürft, kann jeder,
        wer mag, immer, jedes mal, grundsätzlich, nach eigenem ermessen, in eigenem ermessen, nach gutdünken,
        entscheidet selbst
    """,
    Role.QUESTION: "wer, warum, wie, wann, welche, sollen wir",
    Role.RECAP: """
        ich bin in, bin bereits in, bin schon in, ich bin long, ich bin short, bin long in, bin short in, ergebnis,
        ergebnisse, rückblick, wochenrückblick, diese woche, glückwunsch, gewonnen, bilanz, performance,
        tagesergebnis, trefferquote, meine position, mein trade, mein einstieg, wochenbilanz, zusammenfassung, rekord,
        erinnerung, wir schließen die woche, schließen die woche, schließen wir die woche, wir schließen den monat,
        schließen den monat, wir schließen den tag,
        schließt die woche, schließt den tag, schließt den monat
    """,
    Role.MEMORY: """
        war, waren, damals, letzte, letzter, letzten, letztes, vorige, vorigen, früher, vorher, ging, gingen,
        haben gekauft, habe gekauft, haben verkauft, habe verkauft, gekauft, verkauft, erinnert, archiv, vor kurzem,
        heute morgen, heute früh, hätt
    """,
    Role.OTHERS: """
        er, sie, ihm, ihr, ihnen, jemand, freund, mitglieder, abonnent, abonnenten, analyst, analysten, wal, wale,
        bank, banken, anderer kanal, andere kanäle, anderen kanal, laut, empfiehlt, sagt, sagen, ein trader, kollege,
        die meisten, im demo, demokonto, demo konto
    """,
    Role.ANALYSIS: """
        analyse, unterstützung, widerstand, ausblick, korrektur, ausbruch, volatilität, arbeitsmarktdaten,
        zinsentscheid, charttechnik, szenario, prognose, erwarten, wochenausblick, nachrichten, unterstützungen,
        widerstände, marktlage, volatil, volatiler markt
    """,
    Role.LESSON: """
        beispiel, zum beispiel, beispielsweise, angenommen, lektion, lernen, stellt euch vor, erklärung, test,
        testsignal, muster, vorlage, format, fake, beispielsignal, mustersignal, musterbeispiel
    """,
    Role.AD: """
        signale wie dieses, solche signale, rabatt, beitreten, kostenlos, gratis, link, anmelden, anmeldung, mitglied,
        mitgliedschaft, vip gruppe,
        vip kanal, angebot, registrieren, exklusiv, plätze, kontakt
    """,
    Role.WAIT: """
        warten, wartet, abwarten, wartet auf, bereit halten, macht euch bereit, bereitet euch vor, abwarten bis,
        beobachten, im auge, beobachte, warten auf bestätigung, vorbereiten, bestätigung abwarten, bestätigung
    """,
    Role.EXCEPT: "außer, ausgenommen, bis auf, mit ausnahme von, abgesehen von",
    Role.BUT: "aber, nur, sondern, stattdessen, einfach nur",
    Role.EDIT: "neuer sl, neuer stop, neues tp, neues ziel, neue ziele, neuer stop loss",
    Role.PAST: """
        gestern, letzte woche, vorgestern, letzten monat, gestrige, gestrig, gestrigen, gestriger, gestriges,
        von gestern, konnten wir, konnte ich, ist es gelungen, ist uns gelungen, haben es geschafft, geschafft zu
    """,
}

EVERYDAY = """
    sein werden hallo servus moin guten tag abend willkommen danke freunde community team familie trader händler
    investoren jungs mädels herren damen zusammen liebe achtung wichtig wichtige dringend eilig schnell schnelle
    schneller schnelles sofortig zügig ausgezeichnet hervorragend gut gute guter gutes schön schöne schöner schönes
    perfekt perfekte klar klare klarer sauber saubere sauberer solide stark starke starker starkes einfach einfache
    einfacher super toll tolle spannend spannende interessant interessante beste bester bestes lieblings mega top geil
    geile feuer rakete klasse glück erfolg erfolgreich erfolgreichen viel vielen spaß gewinn gewinne genießt genieß
    management risikomanagement moneymanagement money geld konto kontogröße guthaben prozent lot lots lotgröße
    handelsgröße verantwortung verantwortungsvoll verantwortungsbewusst vorsicht vorsichtige vorsichtiger ruhig ruhe
    geduld geduldig diszipliniert disziplin beachtet beachten beachte befolgt folgt nutzt nutze nutzen verwendet
    verwende verwenden benutzt passt pass achtet achte schützt schütze handelt handeln tradet konservativ konservative
    konservativer aggressiv aggressive aggressiver moderat moderate normal normale normaler normales üblich übliche
    standard minimum maximum niedrig niedriges niedrige hoch hohe hohes mittel mittlere mittleres klein gering
    geringes geringe leicht leichte signal signale trade trades setup handelsidee tradingidee neueinstieg platziere
    platzieren platziert nehme nehmt nimm öffnen öffne öffnet teile eröffnet scalp scalping swing swingtrade intraday
    daytrade kurz lang fristig frist session sitzung asiatische europäische amerikanische londoner london new york
    tokio heute tages woche wöchentlich monat täglich stündlich stunde stunden minuten früh mittag unser unsere
    unserer unserem unseren euer eure eurer dein deine dieser diese dieses diesem diesen jeder jede jedes gleich
    gleiche gleichen andere anderer anderes mehr weniger sehr ganz ziemlich viele wenige einige beide beiden zwei drei
    vier fünf sechs zehn zweiter zweite dritter dritte des eines einer einem dort da hierbei hierfür wo wie gegen
    während entlang ebenfalls sowie circa ca etwa ungefähr genau exakt fast so noch krypto kryptos kryptowährung
    kryptowährungen altcoin altcoins metall metalle rohstoff rohstoffe index indizes indices devisen futures aktie
    aktien token dax kanal gruppe raum club akademie vip premium öffentlich privat offiziell details detail info infos
    information informationen nummer punkt level niveau preise volumen broker spread gebühren kommission slippage
    bereit los geht gemeinsam indikator algorithmus erkannt gefunden generiert kostenloses gehts riskanter riskante
    kurze marken anschließend erste erster zweites drittes final kapitals depot meine sauberes technisch empfohlen
    rund nahe direkt weiterer weitere die zur sind gehe gehen punkten lege setze positioniere verlustbegrenzung
    kurzer kurzes
"""

ORDINALS = (
    "erstes, zweites, drittes, viertes, fünftes",
    "erste, zweite, dritte, vierte, fünfte",
    "erster, zweiter, dritter, vierter, fünfter",
    "ersten, zweiten, dritten, vierten, fünften",
)

MONEY = {
    "EUR": "euro",
    "USD": "dollar",
    "GBP": "pfund",
    "JPY": "yen",
    "CHF": "franken",
}

ALIASES = {
    "USOIL": "öl, rohöl",
    "XAGUSD": "silber",
    "UKOIL": "brent öl",
    "NATGAS": "erdgas",
    "XAUUSD": "gold",
}
SPELT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
