"""Polish."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BELOW: "poniżej",
    Role.ABOVE: "powyżej",
    Role.BETWEEN: "między",
    Role.BUY: "kupno, kupuje, kupujemy, kup, dlugie",
    Role.SELL: "sprzedaż, sprzedaję, sprzedajemy, krótka",
    Role.ENTRY: "wejście, cena wejścia, strefa wejścia, wchodzimy",
    Role.STOP: "zatrzymanie straty",
    Role.TARGET: "cel, cele, realizacja zysku",
    Role.LEVERAGE: "dźwignia",
    Role.CROSS: "krzyżowy",
    Role.ISOLATED: "izolowany",
    Role.MARKET: "teraz, po rynku, rynkowe, cena rynkowa",
    Role.LIMIT: "zlecenie oczekujące",
    Role.SYMBOL: "para, waluta",
    Role.HEADING: "pozycje, pozycję, zlecenie, zlecenia, transakcję, transakcje, sygnał, pozycja, kierunek",
    Role.SIZE: "ryzyko, kapitału",
    Role.PIPS: "pipsów, pipsy, punktów",
    Role.CLOCK: "godzin, minut, dni",
    Role.TO: "do, lub",
    Role.AND: "oraz",
    Role.MOVE: "przesuwamy, przesuń, przenosimy, ustawiamy, przesuwam, ustaw",
    Role.CLOSE: "zamykamy, zamknij, zamykam, wychodzimy, zamknijcie",
    Role.CLOSED: "zamknięte, zamknięta, zamknąłem",
    Role.CANCEL: "anuluj, anulujemy, anuluj zlecenie, usuwamy zlecenie, kasujemy",
    Role.REMOVE: "usuń, usuwamy, bez",
    Role.PART: "częściowo, część, zabezpieczamy, częściowe",
    Role.HALF: "połowę, połowa",
    Role.ALL: "wszystko, wszystkie",
    Role.EVEN: "na wejście, na zero",
    Role.HIT: "osiągnięty, trafiony, zrealizowany, wpadł",
    Role.FILLED: "aktywowane, weszło",
    Role.NOT: "nie, brak",
    Role.IF: "jeśli, gdy, kiedy",
    Role.WILL: "wrzucę, będziemy, będę, zamkniemy",
    Role.MAY: "może, możliwe",
    Role.YOU_CAN: "można, możecie",
    Role.RECAP: "podsumowanie, wynik, wyniki, wczoraj",
    Role.ANALYSIS: "analiza, wsparcie, opór, rynek",
    Role.LESSON: "przykład, charakter edukacyjny lekcja, zalecam",
    Role.AD: "dołącz, zniżka",
    Role.WAIT: "czekamy, czekajcie, ostrożnie",
}

ALIASES = {
    "złoto": "XAUUSD",
    "złota": "XAUUSD",
    "srebro": "XAGUSD",
}
