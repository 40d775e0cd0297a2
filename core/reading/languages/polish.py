"""Polish."""

from __future__ import annotations

from core.reading.roles import Role

SPEAKERS = "żona"
FIRST_OF_ALL = "najpierw"
SHUTS = "zamyka"
IN_ORDER_TO = "aby, żeby"
BY_ITSELF = "automatycznie"
UNHURRIED = "nie spieszcie się, bez pośpiechu, nie spiesz się, nie śpieszcie się"
TONIGHT = "wieczorem, dziś wieczorem, w nocy, dzisiaj wieczorem"
RULES = "zasada, zasady, reguła, reguły, ustawienia, wskazówka, rutyna"
MOODS = """
    chciwy, chciwi, chciwości, panika, paniki, stres, stresu, strach, strachu, emocji, pośpiechu, ryzykuj, ryzykujcie,
    stracić
"""
UPDATES = "aktualizacja, aktualizacje, informował, informować, poinformuję, poinformujemy, sygnały"
COUNSELS = """
    porada, porady, poradą, rekomendacja, rekomendacji, rekomendacją, doradztwo, doradztwem, doradca, doradcą,
    odpowiedzialności, odpowiedzialny, gwarancji, gwarancja
"""
LITTLE = "bo, jest, są, i, na, dla, dzisiaj, dziś, tylko, moja, nasz, mała, ponieważ"
DROPS = "spadnie, zejdzie"
REPLIED = "odpowiedź na, w odpowiedzi na"
SOON = "wkrótce, jutro"
FURTHER = "kolejny, kolejne, następny, więcej"
POTENTIAL = "potencjał"
LACKING = "bez"
ALMOST = "prawie"
EVERY = "wszystko, wszystkie, wszystkich, oba, obie"
SHARES = {25: "ćwiartkę", 33: "jedna trzecia"}
SIGHTS = """
    wsparcie, wsparcia, wsparciu, opór, oporu, oporze, trend, trendu, dywergencja, płynność, struktura, kanał, świeca,
    korekta, wolumen, rsi
"""
NEEDED = "trzeba, potrzebny, potrzebne, najpierw, musi, dopóki, potwierdzenie, tylko"
DOES = """
    jest, trzyma, utrzymuje, odbił, odbiła, przebił, testuje, przetestował, może, mógłby, był, była
"""
SCENARIOS = "scenariusz"
PERSONS = "ja, my, wy, mój, nasz, nasza, nam, mnie"
EARLIER = "poprzednia pozycja, ostatnia pozycja, poprzedni sygnał, poprzednie wejście"
TODAY = "dziś, dzisiaj, dzień, tydzień, miesiąc"
GREEN = "plusie, plus, zyskiem, zysku, profitem"
WEEKDAYS = "poniedziałek, wtorek, środa, czwartek, piątek, sobota, niedziela"
MONTHS = """
    stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada,
    grudnia
"""

BY = "przez"
EACH = "każdy, każdym, każdej, każda, każdego, po"
RISK = "ryzyko, ryzyka, ryzykiem"
LOTS = "lota, loty, lotów"
PER = "na każde, na"
CLOSES = "zamknięcie, zamknięciu, zamknięcia, zamknie"
CANDLES = "świeca, świecy, świecę, dzienne, dzienna, dziennej, tygodniowe"
ZEROS = "zera"
BREAKS = "wybicie"
BETWEEN = "między"
OF = "na, w"
SEEKING = "szukamy"
LOSS = "strata"
GUARDS = "ochrona, negacja, unieważnienie, zabezpieczenie"
ZONES = "strefa"
COUNTED = "zlecenia"
NUMBERS = "nr"
COMMENTS = "uwaga, powód, komentarz, uzasadnienie"
AVERAGE = "średnia, średni, średnie"
SIGNALS = "sygnał"
ASSENTS = "tak"
DENIALS = "nie"
PRICE = "cena, kurs"
PRICE_NOW = "aktualna cena, cena aktualna, obecna cena, aktualny kurs, kurs aktualny, cena rynkowa"
TAKEN = "zgarniam, realizuję, zdejmuję, zdejmujemy, kasuję"
TOOK = """
    zgarnąłem, zgarnęliśmy, wziąłem, wzięliśmy, zrealizowałem, zrealizowaliśmy, zrealizowane, sprzedałem,
    sprzedaliśmy, zredukowałem, zredukowane, zabezpieczyłem, skasowałem, zdjąłem, zdjęliśmy
"""
LEANING = "wolałbym"
RENEWED = "zaktualizowano, zaktualizowane, aktualizacja, poprawione, zmienione"
AGO = "temu"
LEST = "żeby, aby"
DELETED = "usuwamy"
OUT_OF = "z"
FORMERLY = "był, było, wcześniej, poprzednio"
ADVICE = """
    polecam, polecamy, zalecam, zalecamy, zalecane, rekomenduję, rekomendujemy, sugeruję, sugerujemy, proponuję,
    proponujemy, radzę, radzimy, lepiej, najlepiej, warto, osobiście
"""
COPULAS = "był, była, było, były"
STATES = "jest, są"
SAME = "sam, taki"
HABITS = "zawsze, zwykle, zazwyczaj, normalnie"
CHARTED = "wsparcie, opór, wsparcia, opory"
PROFIT = "zysk, realizacja"
OUT = "wyjście"
HERE = "stąd, tutaj, rynek, od razu"

OR = "lub, albo"
SO = "dlatego, więc"
REENTERING = "ponowne wejście, wchodzimy ponownie"
WHOSE = "swoje, swój, wasze"
MARKETS = "rynek, rynki, giełda"
I_CLOSED = "zamknąłem, zamknęliśmy, wyszedłem, wyszliśmy"
REMEMBER = "pamiętajcie, pamiętaj"
AMOUNTS = "część"
AT = "na, przy, po"
ABOUT = "na, dla"
CROWDS = "inwestorzy, spekulanci, byki, niedźwiedzie"
DISCLAIMS = "charakter edukacyjny"
CHOSEN = "pierwsze, najgorsze, górne, dolne, ostatnie"
KEEPING = "zostawiamy, zostaw, zostawcie, zostawiam, zostawić, trzymamy, trzymaj, trzymajcie"
KEPT = "jedną, jedno, jeden, najlepszą, najlepszy, ostatnią, część"
LAYERS = "pozycje, pozycji, zlecenia, zleceń, wejścia, transakcje, longi, shorty"
SEVERAL = "jedną, dwie, dwa, trzy, cztery, kilka, parę"
SIZES = "wolumen, loty, lota"
STAYING = "zostajemy"
UNTOUCHED = "zostaje, zostają"
FROM = "z, od"
CHANGES = "zmiana, korekta, aktualizacja"
SUCCEEDED = "zaliczony, zaliczone"
ALREADY = "już"
MACHINES = "automat"
ACCOUNTS = "moim koncie, moje konto"
THANKS = "dziękuję, dzięki"
LIKE_THIS = "tak wyglądają nasze sygnały"
ENDED = "strata, zysk, stracone, wygrana, przegrana, zakończone, nieudane"
AFTERWARDS = "czy można jeszcze"
FORMS = "skuteczność, prawdopodobieństwo, prowizja"
ASKING_ADVICE = """
    co sądzicie, co myślicie, jak myślicie, wasze zdanie, opinie, czy warto, nie za późno, za późno, czy aktualne,
    zgadzacie się
"""
INVITING = "kto ze mną, kto wchodzi, kto z nami, gotowi"
VOIDS = """
    wygasło, wygasła, nieaktualne, nieważne, zła para, nie ta para, nie ten czat, pomyłka, na pauzie, spalony setup,
    pozycja ucznia, pozycja użytkownika, pozycja kursanta, cudza pozycja, za późno, odpuszczamy, pomijamy,
    zamknięte w zysku, zamknięta w zysku, zakończona, zakończone, obserwujemy
"""

WORDS = {
    Role.RUNNER: "otwarty, otwarte, otwarta, otwórz",
    Role.HUNDREDTH: "procent, procenta, procentów, proc",
    Role.BELOW: "poniżej",
    Role.ABOVE: "powyżej",
    Role.BETWEEN: "między",
    Role.BUY: """
        kupno, kupuje, kupujemy, kup, dlugie, kupujcie, kupić, kupno po, wchodzę w longa, gramy long, zagranie long,
        kupuj, pozycja długa, długa, gramy longa, gram longa, gram long, otwieram longa, otwieramy longa, biorę longa,
        bierzemy longa, na długo, longujemy, longuję, wchodzimy w longa, kupna, zakup
    """,
    Role.SELL: """
        sprzedaż, sprzedaję, sprzedajemy, krótka, sprzedaj, sprzedajcie, sprzedać, gramy short, zagranie short,
        pozycja krótka, krótkie, wchodzę w shorta, sprzedaż po, gramy shorta, gram shorta, gram short,
        otwieram shorta, otwieramy shorta, biorę shorta, bierzemy shorta, na krótko, shortujemy, shortuję, szort,
        szorta, szortuję, wchodzimy w shorta
    """,
    Role.ENTRY: """
        wejście, cena wejścia, strefa wejścia, wchodzimy, wejście po, wejścia, wejście w, punkt wejścia,
        poziom wejścia, otwarcie, cena otwarcia, strefa zakupu, strefa sprzedaży, wchodzę, wejście od, cena zakupu
    """,
    Role.STOP: """
        zatrzymanie straty, obrona, stop loss'a, poziom obronny, zlecenie obronne, stop na poziomie,
        stop loss na poziomie, sl na poziomie, cięcie strat, stop obronny, poziom negacji, negacja poniżej,
        negacja powyżej
    """,
    Role.TARGET: """
        cel, cele, realizacja zysku, cel na, tp na, cele na, poziom docelowy, take profit na, celu, zasięg, zasięgi,
        realizacja zysków, targety, celem jest, celujemy w, cel minimalny, cel maksymalny, cel główny, tp ustawiamy,
        poziom wyjścia, poziomy docelowe
    """,
    Role.LEVERAGE: "dźwignia, lewar, lewarem, lewara",
    Role.CROSS: "krzyżowy",
    Role.ISOLATED: "izolowany",
    Role.MARKET: """
        teraz, po rynku, rynkowe, cena rynkowa, po cenie rynkowej, z rynku, po rynkowej, natychmiast, od ręki,
        cena aktualna, obecna cena, rynkowo, z aktualnej ceny, po aktualnej cenie, pkc, z ceny rynkowej,
        po bieżącej cenie, po bieżącej, po aktualnej, aktualny kurs, kurs aktualny
    """,
    Role.LIMIT: """
        zlecenie oczekujące, z limitu, limitem, zlecenie limit, zlecenia oczekujące, oczekujące, zlecenie z limitem,
        limitka
    """,
    Role.SYMBOL: "para, waluta, para walutowa, instrument, kryptowaluta, aktywo",
    Role.HEADING: """
        pozycje, zlecenie, zlecenia, transakcję, sygnał, pozycja, kierunek, rodzaj pozycji, typ pozycji,
        ponowne wejście, wchodzimy ponownie
    """,
    Role.SIZE: "ryzyko, kapitału, lota, loty, lotów, ryzykiem, ryzyku, ryzyka",
    Role.PIPS: "pipsów, pipsy, punktów, pipsa",
    Role.CLOCK: "godzin, minut, dni, minutowy, minutowym, godzinny, godzinnym, godzinna, godzinnej, dniowy, data",
    Role.TO: "do, lub",
    Role.AND: "i, oraz, potem, następnie",
    Role.FILLER: """
        przed danymi, przed newsami, przed weekendem,
        nie ryzykuj więcej niż, nie ryzykujcie więcej niż,
        dla najlepszych wyników, dla lepszych wyników,
        zalecam, zalecamy, na, z, w, się, proszę, panowie, ekipa, tu, nasze, naszą, nasz, przy, od, po, za, o, jest,
        to, my, nowy, nowa, nowe, mały, mała, szybki, szybka, ustawiony, pomysł, dobry, dobra, mocny, otwieramy,
        otwieram, bierzemy, biorę, polecamy, rekomendacja, dziś, dzisiaj, poziom, cena, cenie, około, okolice, każdy,
        tylko w celach edukacyjnych, cele edukacyjne,
        krótkoterminowo, średnioterminowo, uwaga, nie spieszcie sie, bez pospiechu, nie zapominajcie, nie zapomnijcie,
        nie zapominaj, nie badzcie chciwi, bez chciwosci, nie ryzykujcie wiecej, nie wiecej niz, bez paniki,
        nie przejmujcie sie, zgodnie z planem, życzę wszystkim, życzymy wszystkim, życzę, życzymy, powodzenia,
        samych zysków, to nie jest porada inwestycyjna, nie jest poradą inwestycyjną, nie stanowi porady inwestycyjnej,
        nie stanowi rekomendacji, to nie rekomendacja, nie jest to rekomendacja, nie jest rekomendacją,
        w celach edukacyjnych, wyłącznie w celach edukacyjnych, po czym, nie wchodzić ponownie, nie wchodzimy ponownie,
        nie wchodźcie ponownie, bez ponownego wejścia, bez ponownych wejść, nie wchodzić drugi raz, kto jest w pozycji,
        kto wszedł, kto w pozycji, kto jest w środku, kto jeszcze jest, kto trzyma, nie wygląda dobrze,
        nie podoba mi się, opublikowane przez, udostępnione przez, przygotowane przez, gram małym lotem,
        gramy małym lotem, aby zabezpieczyć zysk, żeby zabezpieczyć zysk, niestety, kto został,
        cześć wszystkim, cześć wam, cześć grupa, cześć ekipa, cześć traderzy, cześć panowie
    """,
    Role.MOVE: """
        przesuwamy, przesuń, przenosimy, ustawiamy, przesuwam, ustaw, przestawiamy, przestaw, przestawcie, przenieś,
        przenieście, przenoszę, podnosimy, podnieś, podnieście, podnoszę, ustawcie, ustawiam, przesuńcie, dajemy,
        ściągamy, obniżamy, zmieniamy, zmień, wrzucamy, podciągamy, podciągnij, obniżam, podciągam, przesunięty,
        przesunięte, przestawiony, podniesiony, podciągnięty, zmieniony
    """,
    Role.CLOSE: """
        zamykamy, zamknij, zamykam, wychodzimy, zamknijcie, zamykam wszystko, zamykamy wszystko, zamknijmy, wychodzę,
        wyjdźcie, zamykać, zamykamy pozycję, zamykam pozycję, zamknij pozycję, uciekamy, ucinamy, tniemy,
        zamykamy ręcznie, wychodzimy z rynku, tnę, ewakuacja, wychodźcie, zamykam całość, zamykam resztę,
        zamykamy resztę, zamknijcie resztę, zamknij resztę, biorę resztę, zgarniam resztę, reszta do zamknięcia,
        zamknąć pozycję, zamknąć transakcję, lepiej zamknąć, nie jesteśmy już w tej pozycji,
        nie jesteśmy już w pozycji, już nas nie ma w tej pozycji, nie jestem już w tej pozycji
    """,
    Role.CLOSED: """
        zamknięte, zamknięta, zamknąłem, zamknęliśmy, zamknięto, pozycja zamknięta, zamknięty, zamknięte na,
        wyszliśmy, wyszedłem, reszta zamknięta, resztę zamknąłem, zamknąłem resztę, zamknęliśmy resztę,
        resztę zamknęliśmy, zamknąłem ręcznie, zamknięte ręcznie, zamknęliśmy ręcznie, zamykam ręcznie
    """,
    Role.CANCEL: """
        anuluj, anulujemy, anuluj zlecenie, usuwamy zlecenie, kasujemy, anulowane, anulowany, anulowana, anuluję,
        anulujcie, anulować, kasuję, kasujcie, skasuj, usuń zlecenie, usuwam zlecenie, usuńcie zlecenie,
        zlecenie anulowane, zlecenie usunięte, sygnał anulowany, ściągamy zlecenie, nieaktualne, odwołujemy, odwołane,
        rezygnujemy, nie wchodzimy już, już nie wchodzimy, już nie wchodzę, nie wchodźcie już, już nie wchodzić,
        odpuszczamy, odpuszczam, odpuszczamy ten, nie bierzemy już, już nie bierzemy, już nieaktualne, nieaktualny,
        nieaktualna, zlecenie nieaktualne
    """,
    Role.REMOVE: "usuń, usuwamy, bez",
    Role.PART: """
        częściowo, część, zabezpieczamy, częściowe, częściowe zamknięcie, zamykamy część, zamknij część,
        zamykam część, zamknijcie część, realizujemy część, realizujemy zysk, realizuj zysk, zgarniamy, zabezpiecz,
        zabezpieczcie, zabezpieczam, redukujemy, zmniejszamy, bierzemy część, biorę część, realizuję, realizujemy,
        ściągamy część, część zysku, odcinamy część, ściągam część, cwiartke, jedna trzecia
    """,
    Role.HALF: "połowę, połowa, połowy, pół pozycji, połówkę, połowę pozycji, pół",
    Role.ALL: "wszystko, wszystkie, resztę, reszta, całość, całą, całkowicie, wszystkich, pozostałe, pozostałą",
    Role.EVEN: """
        na wejście, na zero, na be, na bez straty, na break even, na breakeven, w miejsce wejścia, na poziom wejścia,
        na cenę wejścia, na punkt wejścia, zero ryzyka, bez ryzyka, na bep, do be, zabezpieczamy na be,
        zabezpiecz na be, zabezpieczcie na be, zabezpieczamy na wejsciu, zabezpieczenie na be, na wejściu
    """,
    Role.HIT: """
        osiągnięty, trafiony, zrealizowany, wpadł, osiągnięte, osiągnięta, osiągnęliśmy, zaliczone, zaliczony,
        zrealizowane, wpadło, trafione, wbity, wbite, dowiezione, siadło, weszło tp, zgarnięte, zrobione, dotknięty,
        zlapany, zlapane
    """,
    Role.STOPPED: """
        wybiło stop, wybiło sl, wybiło nas, stop wybity, sl wybity, wywaliło na sl, wywaliło stop, złapaliśmy sl,
        złapany sl, poszedł stop, poszedł sl, sl trafiony, sl zaliczony, sl uderzony, wybity stop, wybity sl,
        zamknięte na sl, zamknięte na stopie, strącony stop, wywaliło nas, wyrzuciło nas, sl zaliczone, ubiło sl,
        sl wpadł, stop wpadł, wyrzuciło na sl, stopnięte, wyleciało na sl, wylecieliśmy na sl, sl strzelił
    """,
    Role.FILLED: """
        aktywowane, weszło, zlecenie aktywowane, aktywowany, aktywowana, zlecenie weszło, jesteśmy w pozycji,
        zrealizowane zlecenie, zlecenie zrealizowane, weszliśmy, zlecenie złapane, otwarte zlecenie, aktywne,
        zlecenie aktywne, pozycja aktywna, limit zlapany
    """,
    Role.HOLD: "trzymamy, trzymaj, trzymajcie, trzymam, puszczamy, niech leci, zostawiamy, niech biegnie",
    Role.NOT: """
        nie, brak, nigdy, bez zmian, jeszcze nie, ani, żaden, nie zamykamy, nie wchodzimy, nie teraz, zapomniałem,
        nie polecam, nie radzę, zapominają, zapominacie, zapomniał, zapomnieli,
        bez wejścia
    """,
    Role.IF: """
        jeśli, gdy, kiedy, po przebiciu, po wybiciu, dopiero, o ile, w razie, w przypadku, dopóki, zanim,
        pod warunkiem, zależnie, w zależności, tylko jeśli, tylko po, po potwierdzeniu, z potwierdzeniem, na reteście,
        gdybyśmy, gdyby, gdybym
    """,
    Role.WILL: """
        zaraz, wrzucę, będziemy, będę, zamkniemy, jutro, planuję, będziemy grać, zamierzam, wkrótce, niedługo,
        zobaczymy, spróbuję, spróbujemy, kupimy, sprzedamy, podam, mam zamiar, plan na, poniedziałek,
        w przyszłym tygodniu, planujemy, zamierzamy
    """,
    Role.MAY: """
        może, możliwe, możliwy, możliwa, prawdopodobnie, chyba, myślę, wydaje, potencjalny, potencjalne, potencjalna,
        raczej, ewentualnie, chciałbym, chcę, marzę, najlepiej, wolałbym, mam nadzieję, oby, myślałem, idealnie,
        powinniśmy byli, powinniśmy, powinienem był, powinienem, rozważcie, rozważ,
        tylko pomysł
    """,
    Role.YOU_CAN: """
        można, możecie, kto chce, do wyboru, opcjonalnie, według uznania, jak ktoś chce, zawsze, za każdym razem,
        według własnego uznania, wedle uznania, we własnym zakresie
    """,
    Role.QUESTION: "kto, dlaczego, czy, jaki, ile, gdzie, czy można jeszcze",
    Role.RECAP: """
        otwarta pozycja, otwarte pozycje,
        jestem w, jestem już w, siedzę w, podsumowanie, wynik, wyniki, wynik dnia, wyniki tygodnia, ten tydzień,
        gratulacje, gratki, zarobiliśmy, zarobione, bilans, statystyki, skuteczność, dzisiejsze, moja pozycja,
        mój trade, przypomnienie, przypominam, zysk z, zamykamy tydzień, zamykamy miesiąc, kończymy tydzień,
        zamykamy dzień, tydzień zamykamy,
        przegapiliśmy, przegapiłem, przegapiliśmy to,
        pozycja nadal otwarta, nadal w pozycji, prawie przy celu, opublikowane przez pomyłkę, przez pomyłkę,
        zły kanał
    """,
    Role.MEMORY: """
        był, była, było, były, miałem, mieliśmy, pamiętacie, ostatni sygnał, ostatnia, poprzedni, poprzednia, dawniej,
        kupiliśmy, kupiłem, sprzedaliśmy, sprzedałem, temu, archiwum, dziś rano, braliśmy, chciałem, chciałam, miałam
    """,
    Role.OTHERS: """
        on, ona, oni, kolega, znajomy, ktoś, członek, członkowie, analityk, analitycy, wieloryb, bank, banki,
        inny kanał, inne kanały, według, poleca, mówi, mówią, ludzie, na demo, konto demo, koncie demo,
        vip to dostał, vip to dostali, vip dostał, vip dostali, z innego kanału, z obcego kanału,
        od kolegi, od znajomego
    """,
    Role.ANALYSIS: """
        analiza, wsparcie, opór, rynek, korekta, wybicie, odbicie, scenariusz, zmienność, wykres, prognoza, nastroje,
        opory, wsparcia, struktura, inflacja, sytuacja, zmienny, zmienności,
        wyprzedany, wykupiony, wyprzedanie, wykupienie
    """,
    Role.LESSON: """
        przykład, charakter edukacyjny, przykłady, na przykład, załóżmy, wyobraź, nauka, lekcja, test,
        sygnał testowy, testowy, wzór, szablon, format, fałszywy
    """,
    Role.AD: """
        dołącz, zniżka, za darmo, darmowy, darmowe, link, zapisz, zapisy, kanał vip, grupa vip, subskrypcja, oferta,
        kod, promocja, rejestracja, zapraszam, napisz,
        tak wyglądają nasze sygnały
    """,
    Role.WAIT: """
        czekamy, czekajcie, ostrożnie, czekam, czekam na, poczekajcie, przygotujcie, przygotuj, obserwujemy,
        obserwuję, potwierdzenie, na potwierdzenie, oczekujemy, bądźcie gotowi
    """,
    Role.EXCEPT: "oprócz, poza, z wyjątkiem, prócz, wyjąwszy",
    Role.BUT: "ale, tylko, jedynie, zamiast tego, natomiast",
    Role.EDIT: "nowy sl, nowy stop, nowy tp, nowe cele, nowy cel",
    Role.PAST: """
        wczoraj, zeszły tydzień, przedwczoraj, w zeszłym tygodniu, wczorajszy, wczorajsza, wczorajsze, z wczoraj,
        udało się, udało nam się, udało mi się, zdążyliśmy, zdążyłem, zdołaliśmy, mogliśmy
    """,
    Role.ADD: "dobranie, dobieramy, dobieram, dokupka, dokładka, dokładamy",
}

EVERYDAY = """
    cześć witam witajcie hej siema dzień dobry dobrego wieczór miłego dnia dziękuję dzięki przyjaciele ekipa ekipo
    drużyna rodzina traderzy trader inwestorzy panowie panie chłopaki wszyscy wszystkim uwaga pilne pilnie szybko
    szybki szybka szybkie ważne ważny natychmiast świetny świetna świetne świetnie dobra dobre dobrze ładny ładna
    ładne piękny piękna idealny idealna idealne czysty czysta silny silna silne mocny mocna mocne prosty prosta proste
    łatwy super fajny fajna ciekawy ciekawa ciekawe najlepszy najlepsza ulubiony duży duża duże wielki ogień rakieta
    top powodzenia sukcesów sukcesu zysków owocnego szczęścia zarządzanie zarządzajcie zarządzaj ryzykiem ryzyka
    kapitałem kapitału pieniądze pieniędzy konto konta rachunku depozytu loty lot lota procent procenta
    odpowiedzialnie odpowiedzialny ostrożnie ostrożny ostrożność rozsądnie rozsądny spokojnie spokój cierpliwie
    cierpliwości cierpliwość dyscyplina przestrzegajcie przestrzegaj pilnujcie pilnuj stosujcie stosuj używajcie
    używaj użyjcie użyj dostosujcie konserwatywny konserwatywna konserwatywnie agresywny agresywna agresywnie
    umiarkowany umiarkowane umiarkowanie normalny normalna zwykły zwykła standardowy standardowa standardowe minimalny
    minimalna maksymalny maksymalna niski niska niskie wysoki wysoka wysokie średni średnia średnie mały mała małe
    małym lekki sygnał sygnału sygnały transakcja transakcję transakcji trade wejście wchodzimy wchodzę wchodzicie
    otwieramy otwieram bierzemy biorę bierzcie ustawiamy ustawiam ustaw ustawcie gramy gram zagranie scalp scalping
    skalp swing intraday krótkoterminowy krótkoterminowa krótkoterminowo długoterminowy średnioterminowy terminie
    termin sesja sesji sesję azjatycka azjatyckiej europejska europejskiej amerykańska londyńska londyn dziś dzisiaj
    dzisiejszy tydzień tygodnia miesiąc dzienny tygodniowy godzina godziny minut mój moja nasz nasza
    nasze naszego naszej wasz wasza swój swoja ten ta to te tego tej tym każdy każda każde inny inna kolejny kolejna
    następny więcej mniej bardzo dość wiele dużo mało kilka oba obie dwa trzy cztery pięć sześć dziesięć drugi druga
    trzeci trzecia tutaj tam gdzie jako wobec podczas razem również także około dokładnie dokładny prawie tak jeszcze
    dla przez pod nad moneta krypto kryptowaluta kryptowaluty altcoin altcoiny metal metale surowce surowiec indeks
    indeksy waluty futures akcje token kanał kanału grupa grupy klub akademia vip premium publiczny prywatny oficjalny
    szczegóły informacje info numer punkt poziom poziomy poziomu ceny wolumen broker brokera spread prowizja gotowi
    gotowy lecimy jedziemy ruszamy działamy wskaźnik algorytm wykrył wykryto swingowa swingowy ryzykowne ryzykowny
    znajomi darmowa krótki długi rynku poziomie strefa okolicach pierwszy pierwsza końcowy ostatni części minimalne
    maksymalnie uważnie techniczny techniczna wykresie stawiam daję polecam sugerowany sugerowana blisko prosto
    bezpośrednio jedna jeden ze
"""

ORDINALS = (
    "pierwszy, drugi, trzeci, czwarty, piąty",
    "pierwsza, druga, trzecia, czwarta, piąta",
    "pierwszego, drugiego, trzeciego, czwartego, piątego",
)

MONEY = {
    "EUR": "euro",
    "USD": "dolar, dolara",
    "GBP": "funt",
    "JPY": "jen",
    "CHF": "frank",
}

ALIASES = {
    "XAUUSD": "złoto, złota, złotem, złocie",
    "XAGUSD": "srebro, srebra",
    "USOIL": "ropa, ropę, ropy",
    "UKOIL": "ropa brent",
    "NATGAS": "gaz, gaz ziemny",
}
