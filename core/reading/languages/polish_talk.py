"""Polish once more: what is said around a plan and beside an order, and takes its force.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

FOR_INSIDERS = """
    którzy zamknęli, którzy już zamknęli, którzy są w środku, którzy są w pozycji, którzy weszli, którzy już weszli, kto
    zamknął, kto już zamknął, kto jest w pozycji, kto wszedł
"""
GOT_IN = "wszedłem, weszliśmy, kupiłem, kupiliśmy, wziąłem, wzięliśmy, sprzedałem"

CHEERS = "gratulacje"
RELATIVES = "kto, jak"
REMAINING = "resztę, pozostałe, pozostałą"
AND_THEN = "potem, następnie, później"
VOIDS = """
    czekać na retest, tylko patrzymy, tylko patrzę, tylko obserwacja, tylko obserwujemy, tylko obserwuję,
    do obserwacji, na radarze, jeszcze nieaktywny, nieaktywny, testuję bota, wiadomość testowa, zignorujcie to,
    zignorujcie ten, zły sl, błędny sl, zły stop, błędny stop, błędny tp, zły tp, sl źle, tp źle, stop źle,
    zaraz poprawię, stary sygnał, sygnał z zeszłego, już po wszystkim, za późno, już poszło, już odjechało,
    już w trakcie, już na plusie, przykładowy sygnał, tak wyglądają nasze sygnały, vip już w środku, hipotetycznie,
    teoretycznie, w teorii, zadanie domowe, znajdź błąd, znajdźcie błąd, wzięlibyście, kto by wziął, co myślicie,
    trade kolegi, skopiowane z, skopiowany z, sygnał konkurencji, oszuści, uwaga na takie fałszywe, fałszywy sygnał,
    to oszustwo, pytali o to, pytanie członka, odpowiedź dla członka, symulacja, na papierze, tylko alert, tylko info,
    do informacji, bez tradów, tylko pomysł, tylko analiza, sama analiza, prywatny trade, niepolecane, nie polecam,
    zmieniłem zdanie, zmiana planów, pomyliłem się, myliłem się, zły pomysł, słaby sygnał, setup spalony, nieaktualne,
    nieaktualny, nieaktualna, wstrzymane, wstrzymany, zawieszone, zawieszony, korekta poniżej, zobacz aktualizację,
    aktualizacja poniżej, zastąpiony następnym, zastąpiony przez, zobacz nowy sygnał, patrz następny,
    nowe poziomy poniżej, poziomy do potwierdzenia, poziomy wkrótce, niepotwierdzone, prima aprilis, zła para,
    nie ta para, zła grupa, zły kanał, pomyliłem parę, mój błąd, mam wątpliwości, nie jestem pewien,
    widziałem na twitterze
"""
UNDOING = """
    nie ten czat, zły czat, pytanie, zasada, nasza zasada, zasady, porada, porada dnia, zwykle, czasami, pytacie,
    powiedział, kolega powiedział, jutro, wieczorem, wkrótce, może, prawdopodobnie, chyba, plan, opcja, ankieta, dla
    tych na plusie, dla początkujących, po danych, w zeszłym tygodniu, nie róbcie tego, przykład, na przykład, żart
"""
ASKING_ADVICE = """
    co myślicie, co sądzicie, opinie, zgadzacie się, dobrze, nadal aktualne, aktualne, ważne czy nie, wchodzimy czy
    nie, tak czy nie, wzięlibyście, kto by wziął, warto
"""
VOIDS_ALONE = """
    na oku, dam znać, szkic, zignorować, zignorujcie, ignorować, proszę zignorować, proszę ignorować, poprawiam,
    edytuję, usunięte, usunięty, usuwamy, nieważne, nieważny, koniec, już po, zakończone, zakończony, przegapione,
    przegapiony, odjechało, po nfp, po danych, oszustwo, informacyjnie, moja opinia, moje zdanie, pasuję, odwróciłem,
    porażka, wygasł, wygasło, plotka, plotki, haha, hahaha, haha nie, żart, żartuję, kłamstwo, sorki, przepraszam,
    przepraszam błąd, błąd, literówka, wątpię, spokojnie, chwila, moment, czekać, demo, zobaczymy, do potwierdzenia,
    obserwujemy, do obserwacji, na radarze, za godzinę, za dwie godziny, o północy, w poniedziałek, we wtorek, w środę,
    w czwartek, w piątek, alternatywa, ćwiczenie
"""

WORDS: dict[Role, str] = {Role.HIT: "zrobiony"}

ALIASES: dict[str, str] = {}
OCCASIONS = "na, w, przy, do, koło, pod, za, przed"
ANY = "każdy, każda, każdym, dowolny"
AROUND = "około, koło, w okolicach"
MOMENTS = "północy, południe, środę, sobotę, niedzielę"
MOVES = "rano, weekend, oporze, wsparciu, wzroście, spadku, odbiciu, wybiciu, godzinę, godziny, minut"
GROUPS = "konta, skalperzy, początkujący"
CASES = "przypadku, opcja"
THIS = "tym, tej, teraz"
EXPLAINS = "wyjaśnienie"
