"""Italian for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

FOR_INSIDERS = """
    chi ha chiuso, chi ha già chiuso, chi è dentro, chi è già dentro, chi è entrato, chi è già entrato, chi è uscito,
    chi è già uscito, chi è ancora dentro, se avete chiuso, se siete dentro, se sei dentro, se siete già dentro
"""
GOT_IN = "entrato, entrati, comprato, venduto, preso, presi, sono entrato, siamo entrati"
FUTURES = "perpetui"
NOWS = "ora, adesso"
CHEERS = "complimenti, congratulazioni"
RELATIVES = "che, chi"
REMAINING = "resto, restante, restanti, rimanente"
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
DOES = "è, tiene, resta, rimane, respinto, rotto, testato, scambia, può, potrebbe, formato, era"
PERSONS = "io, noi, voi, mio, mia, nostro, nostra, ci, mi"
SCENARIOS = "scenario"
CAVEATS = "avvertenza"
COMING = "arrivi, arrivare"
SHARE_OF = "di, del, della"

PRICE_NOW = "quota a, quota attualmente a, viene scambiato a, il prezzo è a, il prezzo ora è, prezzo di adesso"
INVITING = "chi c'è, chi è con me, pronti, siete pronti, chi viene"
ASKING_ADVICE = """
    che ne pensate, cosa ne pensate, pareri, opinioni, è corretto, va bene, ancora valido, dovrei, conviene,
    corretto, ancora attivo, valido o no, entriamo o no, d'accordo, la prendereste, chi la prenderebbe, sì o no
"""
SO_FAR = "già, attualmente"
TRADED = "volumi"
VOIDS = """
    scaduto, scaduta, già in profitto, coppia sbagliata, canale sbagliato, per errore, in pausa, sospeso, setup
    fallito, fallito, trade di uno studente, di uno studente, troppo tardi, aggiornerò i livelli, livelli da
    aggiornare, lo stop sarà modificato, lo sl sarà modificato, sarà aggiornato, aperto lunedì, aperto ieri, non
    valido, non più valido, invalidato, nullo, compito,
    solo da guardare, solo guardare, solo osservare, guardate e basta, da tenere d'occhio, tenere d'occhio, sul
    radar, confermo tra poco, ignorate questo, ignorate il, ignorate la, sl sbagliato, stop sbagliato, tp sbagliato,
    entrata sbagliata, stop errato, sl errato, tp errato, entrata errata, lo sl è sbagliato, ora correggo, correggo
    subito, modifico subito, segnale vecchio, vecchio segnale, è finita, tardi per entrare, già partito, già
    partita, già in verde, così sono i nostri segnali, ecco i nostri segnali, ipotetico, ipotetica, ipoteticamente,
    in teoria, teorico, trovate l'errore, trova l'errore, la prendereste, chi la prenderebbe, lo prendereste,
    copiato da, copiata da, della concorrenza, i truffatori, è una truffa, attenzione ai segnali falsi come, mi
    hanno chiesto, simulato, simulata, simulazione, su carta, solo alert, a titolo informativo, solo un'idea, solo
    analisi, solo un'analisi, operazione personale, non lo consiglio, non la consiglio, non l'ho preso, non l'ho
    presa, io passo, sono fuori, siamo fuori, già fuori, ho cambiato idea, cambiato idea, cambio di piano, mi sono
    sbagliato, ho sbagliato, pessima idea, brutto segnale, correzione sotto, correzione in arrivo, vedi
    aggiornamento, aggiornamento sotto, aggiornato sotto, sostituito da, sostituito dal, vedi nuovo segnale, vedi il
    nuovo segnale, vedi prossimo messaggio, vedi il prossimo, nuovi livelli sotto, livelli in arrivo, livelli da
    confermare, è uno scherzo, sto scherzando, scherzavo, pesce d'aprile, moneta sbagliata, gruppo sbagliato, errore
    di battitura, errore mio, ho dubbi, ho dei dubbi, visto su twitter, vista su twitter
"""
AND_THEN = "poi, dopo, quindi"
VOIDS_ALONE = """
    in osservazione, vi avviso, bozza, ignorare, ignorate, correggo, eliminato, eliminata, finito, finita, terminato,
    terminata, conclusa, concluso, persa, settimana prossima, compiti, truffa, mia opinione, la mia opinione, opinione
    personale, mia visione, passo, fuori, girato, voci, ahah, ahahah, ahahah no, scherzo, bugia, scusate, scusate
    errore, errore, in dubbio, vedremo, vediamo, fermi, fermi tutti, dopo nfp, dopo il nfp, dopo i dati, d'accordo,
    calma, dipende, pazienza, da confermare, nel mirino, già in corso, da osservare, sotto osservazione, da tenere
    d'occhio, tra un'ora, tra due ore, a mezzanotte, alternativa, scenario alternativo, esercizio, qualcosa del genere
"""
COPULAS = "è stata la scelta, è stata la decisione, è stata la mossa, è stata una"
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
ITS = "il, la, gli, i, le, tutti gli, vostri"

SHARES = {
    20: "un quinto",
    67: "due terzi, i due terzi",
    75: "tre quarti, i tre quarti",
}
WORDS: dict[Role, str] = {
    Role.HALF: "metà chiudete, metà chiudi",
    Role.PART: "due terzi, i due terzi, tre quarti, i tre quarti, un quinto",
    Role.TARGET: """
        possibili target, target possibili, possibili obiettivi, obiettivi possibili, target potenziali,
        puntiamo a, punto a, puntando a, miriamo a, puntiamo ai, miriamo ai
    """,
    Role.ANALYSIS: """
        ipervenduto, ipercomprato, test del supporto, test della resistenza, test della zona, test del livello,
        test della trendline
    """,
    Role.MARKET: "quota a, quota attualmente a, viene scambiato a, il prezzo è a, il prezzo ora è, prezzo di adesso",
    Role.BUY: "andiamo a comprare",
    Role.SELL: "andiamo a vendere",
    Role.EVEN: "sposto a pari, spostiamo a pari, spostate a pari, metto a pari, mettiamo a pari, a pari",
    Role.CLOSE: "usciamo qui, esco qui, uscite qui",
    Role.ADD: "mediazione, mediazioni",
    Role.FILLER: """
        non siamo responsabili delle perdite, guadagno atteso, guadagno potenziale, profitto atteso, profitto
        potenziale, profitto stimato, guadagno stimato,
        chiudi la porta, chiudete la porta, chiudere la porta, buon lunedì, buon martedì, buon venerdì
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
    Role.WILL: """
        tra un'ora, fra un'ora, l'idea è di, il piano è chiudere, il piano è spostare, il piano è prendere, il piano è
        uscire
    """,
    Role.MAY: "la cosa migliore è, il meglio è",
    Role.MEMORY: "è stata la scelta, è stata la decisione, è stata la mossa, è stata una",
    Role.CANCEL: "è annullata, è annullato, è cancellata, è cancellato",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    validità valido valida validi
"""
OCCASIONS = "a, al, alla, alle, in, nel, nella, su, sul, sulla, entro, fino a, vicino a, verso, sotto, sopra, durante"
ANY = "ogni, qualsiasi, qualunque"
AROUND = "intorno a, verso, vicino a"
MOMENTS = "mezzanotte, mezzogiorno"
MOVES = "mattina, mattino, fine settimana, forza, debolezza, rialzo, ribasso, rimbalzo, ora, ore, minuti"
GROUPS = "conti, scalper, principianti"
CASES = "caso, opzione"
THIS = "questo, questa, questi, queste, attuale, adesso"
EXPLAINS = "spiegazione"
