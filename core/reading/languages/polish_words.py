"""Polish: words that people in trading rooms write beside a call, and that say nothing about the trade.

Separate from the words of orders for their length. No word of doubt, of the past, of others, of
results, of a time to come or of a condition is EVERYDAY, for beside an order nobody is asked about those.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "kupujący"
SELLERS = "sprzedający"
POSITIONS = "pozycja"
VOIDS = """
    stop blisko, blisko stopa,
    ja pasuję, pasuję, tym razem pasuję, ja nie wchodzę, ten odpuszczam,
    dajcie spokój, daj spokój, dajmy spokój, dajemy spokój, odpuszczamy, odpuszczam, odpuśćcie, odpuść, zostawmy
    to, zostawcie to, bez nas, beze mnie, jesteśmy poza, stoimy z boku, stoję z boku
"""

LOSES = "zejdzie, spadnie, przebije, straci, zamknie"

UNDOING = "dajcie spokój, daj spokój, jednak nie, lepiej nie"

WITH = "z, ze"
SHARES = {
    20: "jedną piątą",
    25: "ćwierć, jedną czwartą",
    33: "jedną trzecią",
    67: "dwie trzecie",
    75: "trzy czwarte",
}
POLITE = "proszę"
GREETINGS = "cześć, hej, panowie, witam, dzień dobry"
COURTESIES = "dzięki, powodzenia, dziękuję"
WORDS: dict[Role, str] = {
    Role.PART: "dwie trzecie, trzy czwarte, ćwierć, jedną czwartą, jedną piątą",
    Role.IF: "kto wszedł po, kto kupił po, kto sprzedał po, kto wszedł na",
    Role.TARGET: "biorę zysk na, bierzemy zysk na, realizuję zysk na, realizujemy zysk na",
    Role.FILLER: "do wieczora, dobry wieczór, dobrego wieczoru",
    Role.OTHERS: """
        mój brat, mój kuzyn, mój szwagier, mój wujek, mój tata, mój szef, mój sąsiad, mój kumpel, mój mentor,
        jeden kolega, jakiś typ
    """,
    Role.WILL: "za godzinę, za dwie godziny, za pół godziny, za chwilę, po południu, wieczorem",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    już też taka taki takie takich tych moje swoim ty wy mnie cię wam siemka siemano siemson cze czolem hejka hejo
    hejoo witaj dobranoc miłej udanego udanej dzionka elo joł ejj noo nooo ano dawaj dawajcie dawać lecim jedziem
    jazda sztos sztosik petarda petardka bombka rakietka rakiety kosmos księżyc gwiazda gwiazdy diament diamenty
    ludziska ludziki chłopy chłopcy dziewczyny dziewczynki ziomki ziomeczki ziomy ziomale mordo mordy mordeczki
    morda kochani kochane drodzy wariaty wariaci świry ekipka rodzinka społeczność społeczności grupka kumple
    przyjaciołki trejderzy traderki wojownicy legendy subskrybenci stawiamy stawiajcie stawiaj stawiać postaw
    postawcie postawmy postawić ustawiajcie ustawić ustawiać ustawione wchodźcie wchodź wejdź wejdźcie wejść
    wchodzić bierz brać wziąć wezcie weź wrzucam wrzucajcie wrzuć wrzućcie wrzucić dajcie daj otwierajcie otwórzcie
    otworzyć otwieranie odpalam odpalamy odpalajcie odpal odpalać zaczynam zaczynamy zaczynajcie zacznijmy
    startujemy startuje ruszam ruszajcie robię robimy róbcie rób robić zrób zróbcie łapię łapiemy łapcie łap łapać
    grajcie graj grać granie zagrywam zagrywka zagrania jadę jedzie jedźcie lecę lecicie leć lecieć leci wysyłam
    wysyłamy przesyłam publikujemy publikuję dzielę dzielimy podaję podajemy proponuję sugeruję proponujemy
    korzystam korzystajcie korzystamy korzystaj korzystać używam używamy używać stosujemy stosować dbajcie dbaj
    zadbaj zadbajcie szanujcie szanuj kontrolujcie kontroluj zarządzać dostosuj dopasujcie dopasuj zapiszcie zapisać
    kopiujcie kopiuj skopiujcie śpijcie śpij spać odpoczywajcie odpocznijcie relaks luz luzik luzem wyluzujcie spoko
    spokojny spokojna spokojne spokoju łączcie dołączcie dołączajcie dołączam działaj działajcie działam działać
    pracujemy pracować robota roboty idziemy idźcie iść ekstra extra mocno mocniej solidny solidna solidnie solidne
    ładnie piękne pięknie czyste czyściutko genialny genialna doskonały doskonała rewelacja rewelacyjny kapitalny
    fajne fajnie fajniutki cudny cudo cudownie perełka perełki okazja okazje okazyjnie interesujący interesująca
    konkretny konkretna konkretnie konkret dokładna równo równy punktualnie okolica okolicy wokół wprost łatwo łatwe
    szybciutko szybciej migiem natychmiastowo ważna uwagi uważajcie ostrożni rozsądek rozważnie cierpliwi
    zdyscyplinowani skupienie skupieni fokus odpowiedzialność świadomie oczywiście oczywisty oczywista jasne jasna
    jasny jasno poprostu zwykłe normalnie standardowo klasyczny klasyk klasyczna umiarkowana lekko lekka lekkie
    leciutko delikatnie delikatny malutki malutka maleńki malutko drobny drobne wielka wielkie ogromny ogromna
    potężny potężna krótko dzienna skalpik swingowo minimalnie najlepsze trochę troszkę troszeczkę kapkę odrobinę
    odrobina kawałek kawałeczek pozycji pozycyjka pozka trady trejd trejdy trejdzik tradzik trejdujemy handel
    handlujemy handlować setupy setupik sygnalik alerty informacja wiadomość strefie strefy obszar obszarze
    przedział przedziale rejon rejonie rejonach linia linii wsparciu oporu oporze trendu trendem struktury impuls
    impulsu wolumenu płynność płynności dywergencja trójkąt klin flaga średniej świeca świece świecy świeczka
    wykresu wykresy interwał interwale rynki giełda giełdy giełdzie kryptowalut altek alty monety monetka tokeny
    pary parze parka kruszec żółty uncja akcja kontrakt kontrakty kontrakcie mikrolot mikroloty wielkość wielkości
    rozmiar kapitale kontem koncie konc portfel portfela depozyt depo kasy kaska hajs hajsik siano złotych dolary
    dolarów środki środków środkami dźwignie lewarek ryzykujcie ryzykujemy ryzykuję ryzykuj ryzykować ekspozycja
    pierwsze drugie trzecie czwarty czwarta piąty piąta szósty podwójny potrójny jedyny jedno dwie siedem osiem
    dziewięć podzielony podzielona podzielone równe równych częściami partiami transzami transze transza transzach
    nowego nowej nowiutki świeży świeża świeże świeżutki gorący gorąca ponownie oboje pozdro pozdrawiam pozdrowienia
    pzdr dziękujemy dzienki prosimy zdrówka zdrowia miłość pokój bóg boże błogosławieństwo uśmiech radość serce
    głowa ręce ręka oczy obowiązkowo obowiązkowy zalecany zalecana zalecane rekomendowany rekomendowana właściwy
    właściwa odpowiedni odpowiednia odpowiednio kluczowy kluczowa kluczowe istotne istotny bo ponieważ gdyż
    zwłaszcza wręcz naprawdę totalnie kompletnie zupełnie
"""
