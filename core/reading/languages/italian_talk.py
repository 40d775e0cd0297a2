"""Italian for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

FORMS = (
    "guadagno atteso, guadagno potenziale, profitto atteso, profitto potenziale, rendimento atteso, numero di target"
)
STOPLESS = "senza sl, senza stop"
HORIZONS = "termine"
CHASES = "inseguite, inseguire, rincorrete, rincorrere"
ADDRESSED = "sei, siete, vi, ti"
CHEERED = "lascia, lasciate, metti, mettete, reagite, commenta, commentate"
STAGES = "breve termine, medio termine, lungo termine, uscita"
EXCUSES = "scusate, scusa, volevo dire"
HALVES = "metà posizione, mezza posizione"
SPEAKERS = "moglie"
FIRST_OF_ALL = "prima"
GOING = "notte, cena, pranzo, dormire"
OUT_OR_OFF = "esco, usciamo"
SHUTS = "chiude, chiudono"
IN_ORDER_TO = "per"
BY_ITSELF = "automaticamente, automatico"
UNHURRIED = "non abbiate fretta, senza fretta, nessuna fretta, non c'è fretta"
SUPPOSED = "dovesse, dovessimo, dovessero, rompendo, perdendo, superando, lasciate, lascia, lasciamo"
HAD = "avevamo, avevo, aveva, avevano"
TONIGHT = "sera, questa sera, stasera, stanotte, in serata"
RULES = "regola, regole, regolamento, routine, impostazioni, consiglio"
EARLIER = """
    ultima entrata, ultima operazione, ultimo trade, operazione precedente, trade precedente, ultimo segnale, segnale
    precedente
"""
COUNSELS = """
    consiglio, consigli, consulenza, consulente, consulenti, sollecitazione, raccomandazione, responsabile,
    responsabili, responsabilità, garanzia, garantito, garantiti
"""
LITTLE = "il, che, è, per, con, una, perché, mio, nostro, questa, oggi, c'è, della, alle"
DROPS = "scende, cala, ritraccia"
REPLIED = "in risposta a, risposta a"
SIGHTS = """
    supporto, supporti, resistenza, resistenze, trend, tendenza, divergenza, liquidità, struttura, canale, massimo,
    massimi, minimo, minimi, volume, volumi, candela, ritracciamento, rialzista, ribassista, rsi
"""
NEEDED = "serve, bisogna, necessario, prima, deve, fino, conferma, solo"
DOES = """
    è, tiene, resta, rimane, respinto, rotto, testato, scambia, può, potrebbe, formato, era
"""
PERSONS = "io, noi, voi, mio, mia, nostro, nostra, ci, mi"
SCENARIOS = "scenario"
CAVEATS = "avvertenza"
COMING = "arrivi, arrivare"
SHARE_OF = "di, del, della"

PRICE_NOW = "quota a, quota attualmente a, viene scambiato a, il prezzo è a, il prezzo ora è, prezzo di adesso"
INVITING = "chi c'è, chi è con me, pronti, siete pronti, chi viene"
ASKING_ADVICE = """
    che ne pensate, cosa ne pensate, pareri, opinioni, è corretto, va bene, ancora valido, dovrei, conviene
"""
SO_FAR = "già, attualmente"
VOIDS = """
    scaduto, scaduta, già in profitto, coppia sbagliata, canale sbagliato, per errore, in pausa, sospeso, setup
    fallito, fallito, trade di uno studente, di uno studente, troppo tardi, aggiornerò i livelli, livelli da
    aggiornare, lo stop sarà modificato, lo sl sarà modificato, sarà aggiornato, aperto lunedì, aperto ieri, non
    valido, non più valido, invalidato, nullo, compito
"""
UNDOING = """
    chat sbagliata, gruppo sbagliato, domanda, regola, la nostra regola, regole, consiglio, consiglio del giorno, di
    solito, a volte, mi chiedono, ha detto, il mio amico ha detto, domani, stasera, più tardi, dopo, presto, forse,
    probabilmente, piano, il piano, opzione, sondaggio, per chi è in profitto, per principianti, dopo le news, la
    settimana scorsa, non fatelo, esempio, per esempio, scherzo
"""
MACHINES = "copiatore"
ACCOUNTS = "mio conto"
THANKS = "grazie"
LIKE_THIS = "come sono i nostri segnali, così sono i nostri segnali, ecco i nostri segnali"
ENDED = "perdita, vincita, perso, persa, stoppato, stoppata, fallito, fallita, finito, finita"
AFTERWARDS = "posso ancora, si può ancora"

WORDS: dict[Role, str] = {
    Role.TARGET: """
        possibili target, target possibili, possibili obiettivi, obiettivi possibili, target potenziali,
        puntiamo a, punto a, puntando a, miriamo a, puntiamo ai, miriamo ai
    """,
    Role.ANALYSIS: "ipervenduto, ipercomprato",
    Role.MARKET: "quota a, quota attualmente a, viene scambiato a, il prezzo è a, il prezzo ora è, prezzo di adesso",
    Role.BUY: "andiamo a comprare",
    Role.SELL: "andiamo a vendere",
    Role.EVEN: "sposto a pari, spostiamo a pari, spostate a pari, metto a pari, mettiamo a pari, a pari",
    Role.CLOSE: "usciamo qui, esco qui, uscite qui",
    Role.ADD: "mediazione, mediazioni",
    Role.FILLER: """
        non siamo responsabili delle perdite, guadagno atteso, guadagno potenziale, profitto atteso, profitto
        potenziale, profitto stimato, guadagno stimato
    """,
    Role.RECAP: """
        l'abbiamo perso, l'abbiamo persa, ce lo siamo persi, ce la siamo persa, sono già dentro, siamo già dentro, io
        sono già, ottimo lavoro, bel trade,
        trade è ancora aperto, siamo dentro da, quasi al target, pubblicato per errore, inviato per errore,
        canale sbagliato
    """,
    Role.OTHERS: "i vip l'hanno, i vip hanno, i membri vip",
    Role.AD: "come sono i nostri segnali, così sono i nostri segnali, ecco i nostri segnali",
    Role.NOT: "senza sl, senza stop, niente trade, nessun trade, niente ingresso, nessun ingresso",
    Role.QUESTION: "posso ancora, si può ancora",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    validità valido valida validi sera mattina
"""
