"""Italian."""

from __future__ import annotations

from core.reading.roles import Role

MOODS = """
    panico, paura, avidità, avidi, avido, ingordigia, ingordi, emozione, emozioni, emotività, fretta, stress, ansia,
    vendetta, overtrading, rischiare, rischiate, investite, perdere
"""
UPDATES = "aggiornamento, aggiornamenti, aggiornati, aggiorno, aggiornerò, aggiorneremo, avviserò, avviseremo, segnali"
SOON = "a breve, presto, domani, più tardi"
FURTHER = "prossimo, prossimi, altri, altro"
POTENTIAL = "potenziale"
SWINGS = "volume, variazione, volatilità"
LACKING = "senza"
EVERY = "tutto, tutti, tutte"
SHARES = {25: "un quarto", 33: "un terzo"}
TODAY = "oggi, giornata, giorno, settimana, mese"
GREEN = "profitto, profitti, profit, verde, positivo, gain, guadagno"
WEEKDAYS = "lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica"
MONTHS = "gennaio, febbraio, aprile, maggio, giugno, luglio, settembre, ottobre, dicembre"
EXPECTED = "spero, sembra"

BEFORE = "prima di, prima della, prima dell, prima del"
SESSIONS = "apertura, londra"
WITHIN = "tra, fra, dopo, entro, alle"
CAUGHT = "preso, entrato, attivato, attivata, eseguito, scattato"
BY = "di"
EACH = "ogni, ciascuno, ciascun, ciascuna"
RISK = "rischio"
LOTS = "lotto, lotti"
PER = "per ogni, ogni"
CLOSES = "chiusura, chiude"
CHANNELS = "canale, fonte, gruppo"
LIQUIDATIONS = "liquidazione"
FORMS = "commissione, commissioni, conferme, conferma, probabilità, durata, validità, perdita massima"
CANDLES = "candela, candele, giornaliera, giornaliero, settimanale"
ZEROS = "zeri"
RISING = "rialzista"
FALLING = "ribassista"
BREAKS = "rottura"
BETWEEN = "tra"
OF = "su, di, da"
FOR = "per"
SEEKING = "cercando"
POINTS = "punti"
PROFIT = "profitto, profitti, gain"
LOSS = "perdita"
GUARDS = "protezione, invalido, invalidato"
ZONES = "zona"
COUNTED = "ordini, parti"
AVERAGE = "media, medio"
SIGNALS = "segnale"
RANKS_BEFORE = "a, o"
COMMENTS = "nota, motivo, motivazione, commento, analisi"
DENIALS = "no"
UP = "guadagno"
STATUSES = "stato"
PRICE = "prezzo"
PRICE_NOW = "prezzo attuale, prezzo corrente, prezzo di mercato, quotazione attuale"
TAKEN = "prendo, prendete, incasso, prelevo, preleviamo"
TOOK = """
    preso, presi, presa, incassato, incassata, venduto, venduta, ridotto, ridotta, prelevato, alleggerito,
    realizzato, parzializzato
"""
SALES = "vendo, vendiamo, vendere, vendete, vendi"
MORE = "altro, un altro, altri, ancora"
LEANING = "preferirei"
WHICH = "peggiori, migliori"
RENEWED = "aggiornato, aggiornata, aggiornamento, modificato"
AGO = "fa"
LEST = "così"
DELETED = "eliminate, eliminiamo, elimina"
OUT_OF = "su, di"
FORMERLY = "prima, era, precedente"
ADVICE = """
    consiglio, consigliamo, consigliato, consiglia, consigliabile, suggerisco, suggeriamo, raccomando, meglio,
    conviene, prudente, personalmente
"""
WEIGHTY = "importante, importanti, fondamentale"
COPULAS = "era, erano, fu"
STATES = "sono"
SAME = "stesso, stessa"
HABITS = "sempre, ogni volta, normalmente, di solito"
REASONS = "motivo, analisi, ragione, contesto"
STAKED = "con"
BANKROLLS = "banca"
WICKS = "stoppino, spike"
ALMOST = "quasi"
AFTER = "dopo"
FORWARDED = "inoltrato da"
STANDS = "abbiamo, vediamo, c e"
TOWARDS = "verso"
OUT = "uscita, uscite"
HERE = "qui, mercato"

OR = "o, oppure"
SO = "quindi, perciò"
REENTERING = "rientro, rientriamo, rientrate"
EVENTS = "webinar, diretta"
WHOSE = "vostro, vostri, il tuo, i tuoi, le tue"
MARKETS = "mercato, mercati, borsa, il mercato"

I_CLOSED = "ho chiuso, abbiamo chiuso"
REMEMBER = "ricordate, ricordatevi, ricorda"
INSTEAD = "invece di"
AMOUNTS = """
    quasi tutto, quasi tutta, quasi tutti, quasi tutte, quasi per intero, quasi completamente, la maggior parte
"""
AT = "a, al"
ABOUT = "su, sul, per"
CROWDS = "investitori, speculatori, tori, orsi"
CHOSEN = "prime, primi, prima, ultime, peggiori"
KEEPING = "lasciate, lascia, lasciamo, lascio, lasciare, tenete, teniamo, tieni, tenendo"
KEPT = "una, uno, migliore, ultima, ultimo, piccola, metà, parte"
LAYERS = "posizioni, entrate, ordini, operazioni, acquisti, vendite"
SEVERAL = "una, due, tre, quattro, cinque, alcune, alcuni, diverse"
SIZES = "volume, volumi, lotti, lotto"
STAYING = "dentro, restiamo, rimaniamo"
UNTOUCHED = "resta, restano"
FROM = "da, dal"
CHANGES = "modifica, modificare, modificate, modifichiamo, variazione, correzione, cambio, aggiornamento"
SUCCEEDED = "riuscito, centrato, ok, assicurato"
ALREADY = "già"

WORDS = {
    Role.RUNNER: "aperto, aperta, aprire",
    Role.HUNDREDTH: "per cento, percento",
    Role.BELOW: "sotto",
    Role.ABOVE: "sopra",
    Role.BETWEEN: "tra",
    Role.BUY: """
        acquisto, acquistare, compro, comprare, compriamo, acquista, acquistiamo, comprate, long a,
        posizione long, entrata long, compra a, comprano, acquisti, compra, entro long, entro in long, entriamo in
        long, apro long, apriamo long, vado long
    """,
    Role.SELL: """
        vendita, vendere, vendo, vendiamo, vendete, short a, posizione short, entrata short, vendita a, vendi,
        vendite, entro short, entro in short, entriamo in short, apro short, apriamo short, vado short
    """,
    Role.ENTRY: """
        ingresso, entrata, prezzo di ingresso, zona di ingresso, entrare, entriamo, zona di entrata,
        prezzo di entrata, zona ingresso, ingressi, punto di ingresso, punto di entrata, livello di ingresso,
        entrata a, ingresso a, zona entrata, zona d'ingresso, prezzo ingresso, zona di acquisto,
        zona di vendita
    """,
    Role.STOP: """
        stop perdita, perdita massima, limite di perdita, stop iniziale, stop tecnico,
        invalidazione, livello di invalidazione, punto di invalidazione, invalidazione sotto, invalidazione sopra,
        invalidato sotto, invalidato sopra
    """,
    Role.TARGET: """
        obiettivo, obiettivi, target a, tp a, obiettivo a, presa di profitto, obiettivo finale, take profit a,
        prendi profitto, prese di profitto
    """,
    Role.LEVERAGE: "leva, leva finanziaria, con leva",
    Role.CROSS: "incrociato",
    Role.ISOLATED: "isolato",
    Role.MARKET: """
        adesso, ora, a mercato, subito, a prezzo di mercato, prezzo attuale, immediato, in questo momento,
        al mercato, immediatamente, prezzo di mercato, prezzo corrente, quotazione attuale
    """,
    Role.LIMIT: """
        ordine limite, pendente, ordine pendente, ordini pendenti, ordine limit, l'ordine limite, l'ordine
        pendente, l'ordine limit
    """,
    Role.SYMBOL: "coppia, valuta, coppia di valute, strumento, asset, moneta, cripto, titolo, azione, ticker",
    Role.HEADING: """
        posizione, posizioni, ordine, ordini, operazioni, trade, segnale, operazione, direzione, rientro, rientriamo,
        rientrate
    """,
    Role.SIZE: "rischio, capitale, lotto, lotti, rischi",
    Role.PIPS: "punti",
    Role.CLOCK: "ore, minuti, giorni, minuto, giorno, settimane, data",
    Role.TO: "fino a",
    Role.AND: "poi, dopo di che",
    Role.ZONE: "più o meno",
    Role.FILLER: """
        non rischiate più del, non rischiare più del, non usate più del, non usare più del,
        prima delle news, prima della news, prima della notizia, prima delle notizie, prima dei dati, prima del dato,
        prima del weekend,
        raccomandazione di acquisto o vendita, raccomandazione all'acquisto o alla vendita, consiglio di acquisto o
        vendita, rendimenti passati, risultati passati, risultati futuri,
        per i migliori risultati, per migliori risultati, per ottenere i migliori risultati,
        si consiglia, si raccomanda, massimo di ieri, minimo di ieri, chiusura di ieri, massimi di ieri,
        minimi di ieri, massimo della settimana scorsa, minimo della settimana scorsa, non garantisce,
        non garantiscono, pressione di acquisto, pressione di vendita, liquidita di acquisto, liquidita di vendita, il,
        lo, la, gli, i, le, un, una, del, della, di, da, a, per favore, ragazzi, qui, nostro, nostra, vostro, al, alla,
        in, su, e, per, con, noi, ci, si, che, questo, questa, nuovo, nuova, piccolo, piccola, veloce, posizionato,
        impostato, piazzato, idea, buona, buono, forte, attenzione, apriamo, prendiamo, consigliamo, raccomandiamo,
        oggi, livello, prezzo, circa, ogni, dai, dal, dalla, nel, nella, alle, sul, sulla, breve termine,
        medio termine, lungo termine, siamo, pure, entrate, entrate pure, sono, non abbiate fretta, senza fretta,
        non dimenticate, non dimenticare, non siate avidi, non esagerate, non rischiate piu, non rischiare piu,
        mai piu del, non piu del, niente panico, nessuna fretta, non preoccupatevi, secondo il piano, come da piano,
        vi auguro, vi auguriamo, auguro a tutti, in bocca al lupo, buon trading, buona fortuna,
        non è un consiglio finanziario, non è un consiglio d'investimento, non è un consiglio di investimento,
        non sono consigli finanziari, non costituisce consulenza finanziaria, non è consulenza finanziaria,
        nessun consiglio finanziario, non è una raccomandazione, a scopo educativo, solo a scopo educativo, dopodiché,
        a scopo didattico, solo a scopo didattico, a fini educativi, per scopi educativi,
        non rientrare, non rientriamo, non rientrate, niente rientri, nessun rientro, senza rientrare,
        non entrare di nuovo, chi è dentro, chi è entrato, chi è ancora dentro, per chi è dentro, per chi è entrato,
        chi fosse dentro, non mi piace il mercato, non mi piace come si muove, pubblicato da, inviato da, condiviso da,
        creato da, chiudete gli occhi, chiudi gli occhi, chiudere gli occhi, per assicurare, per mettere al sicuro,
        per proteggere il profitto, invece di, purtroppo, peccato
    """,
    Role.MOVE: """
        spostare, spostiamo, sposta, spostate, mettiamo, spostate lo, spostiamo lo, spostare lo, sposto,
        portate, portiamo, portare, mettete, metto, metti, mettere, alzate, alziamo, alzare, abbassate, muovete,
        muoviamo, muovere, aggiornate, passiamo, passate, aggiustate, aggiustiamo, impostate, posizionate,
        trasciniamo, alzo, abbasso, abbassiamo, porto, imposta, impostiamo, impostare, imposto, spostato,
        spostata, spostati, portato, portata, porta, messo, messa, alza, abbassa, alzato, abbassato, sposti,
        metta, modificato, modificata, modifichiamo, modificate, modifico, aggiornato, aggiornata, settate,
        setta, settiamo, trascina
    """,
    Role.CLOSE: """
        chiudere, chiudiamo, chiudete, chiudi, usciamo, chiudo, chiudere tutto, chiudete tutto, chiudiamo tutto,
        chiudi tutto, uscite, esco, uscire, usciamo tutti, chiudo tutto, chiudiamo la posizione, chiudete la posizione,
        chiudere la posizione, chiusura manuale, chiudiamo qui, liquidiamo, fuori tutti, siamo fuori, chiudete ora,
        chiudo qui, vado a chiudere, chiudiamo il resto, chiudo il resto, chiudete il resto, chiudere il resto,
        prendiamo il resto, incassiamo il resto, chiudiamo la parte restante, chiudo la parte restante,
        non siamo più in questo trade, non siamo più in posizione, non siamo più a mercato, non sono più in posizione,
        non sono più in questo trade, tutti fuori, fuori dal trade, fuori dal mercato, chiudiamo tutto qui,
        chiudete tutto qui, chiudo tutto qui, chiudere tutto qui
    """,
    Role.CLOSED: """
        chiuso, chiusa, chiusi, chiuse, posizione chiusa, operazione chiusa, abbiamo chiuso, ho chiuso,
        chiuso a, chiuso manualmente, chiuso a mano, usciti, chiuso il resto, resto chiuso, il resto chiuso,
        ho chiuso il resto, abbiamo chiuso il resto, restante chiuso
    """,
    Role.CANCEL: """
        annullare, annulliamo, cancelliamo, annulla, annullate, annullo, annullato, annullata, cancellate,
        cancello, cancella, cancellare, cancellato, cancellata, eliminate l'ordine, eliminiamo l'ordine,
        elimina l'ordine, ordine annullato, ordine cancellato, rimuovete l'ordine, togliete l'ordine,
        togliamo l'ordine, non più valido, segnale annullato, ordine eliminato, eliminare l'ordine, invalidato,
        lasciamo perdere, lasciate perdere, non entriamo più, non entrate più, non entro più, non è più valido,
        non è più valida, non più valida, non lo prendiamo più, non la prendiamo più, lo saltiamo, la saltiamo,
        saltiamo questo, saltiamo questa, non vale più, non è più attuale,
        lasciate perdere questo trade, lasciate perdere questo setup, dimenticate questo trade
    """,
    Role.REMOVE: "togliere, rimuovere, togliamo, senza, togliete, rimuovete, rimuoviamo, eliminate, eliminiamo",
    Role.PART: """
        parziale, parziali, parzialmente, parziale qui, parzializzare, parzializziamo, parzializzate,
        parzializzo, chiudiamo parziale, chiudete parziale, chiusura parziale, prendete parziali,
        prendiamo parziali, prendiamo profitto, prendere profitto, prendete profitto, prendiamo i profitti,
        portiamo a casa, portate a casa, incassiamo, incassate, incassare, mettete in cassa, riduciamo,
        riducete, ridurre, alleggeriamo, alleggerite, una parte, mettiamo al sicuro, assicuriamo, un quarto,
        un terzo, ritirate, ritirare, togliete una parte, prelevate,
        quasi tutto, quasi tutta, quasi tutti, quasi tutte, quasi per intero, quasi completamente, la maggior parte
    """,
    Role.HALF: "metà, metà posizione, la metà, metà della posizione, mezza posizione, 50 per cento",
    Role.ALL: """
        tutto, il resto, resto, tutta, restante, la restante, rimanente, completamente, tutti, tutte
    """,
    Role.EVEN: """
        in pari, a pareggio, pareggio, a break even, break even, breakeven, a be, a breakeven, in pareggio,
        al prezzo di ingresso, al punto di ingresso, all'ingresso, all'entrata, al prezzo di entrata,
        al punto di entrata, rischio zero, senza rischio, a entrata, a ingresso, in break even
    """,
    Role.HIT: """
        raggiunto, raggiunta, preso, raggiunti, presi, colpito, colpita, centrato, centrata, toccato, toccata,
        incassato, completato, arrivato, arrivati, a segno
    """,
    Role.STOPPED: """
        stoppato, stoppata, stoppati, preso lo stop, preso stop, preso stop loss, stop preso, stop colpito,
        stop loss preso, stop loss colpito, sl preso, sl colpito, siamo stati stoppati, stop toccato,
        colpito lo stop, colpito lo sl, stop loss toccato, toccato lo stop, chiuso in stop, chiusa in stop,
        saltato lo stop, stop raggiunto, stop loss raggiunto, uscito in stop
    """,
    Role.FILLED: """
        eseguito, attivato, ordine attivato, ordine eseguito, attivata, eseguita, siamo dentro, siamo entrati,
        ordine entrato, pendente attivato, entrato, limite attivato, ordine preso, limit preso, limite preso,
        entrata presa
    """,
    Role.HOLD: """
        teniamo, tenete, tenere, mantenete, manteniamo, lasciamo correre, lasciate correre, tengo,
        lascio correre,
        lasciar correre
    """,
    Role.NOT: """
        non, mai, nessun, nessuna, nessuno, non ancora, ancora no, nemmeno, né, non ora, non adesso,
        ho dimenticato, mi sono dimenticato, inutile, dimenticano, si dimenticano, dimenticate sempre, chi dimentica
    """,
    Role.IF: """
        quando, se, dopo, in caso, una volta, appena, non appena, fino a quando, finché, se rompe, qualora, a
        condizione, a patto, dipende, solo se, soltanto se, con conferma, dopo conferma, sul retest, purché, prima di
    """,
    Role.WILL: """
        presto, chiuderemo, sposteremo, domani, vediamo, andremo, compreremo, venderemo, a breve, prossimamente,
        pubblicherò, manderò, invierò, cercherò, cercheremo, vorrei, entreremo, ho intenzione, piano per,
        lunedì, prossima settimana, in programma, progetto
    """,
    Role.MAY: """
        forse, potrebbe, possibile, possibilmente, probabile, probabilmente, potremmo, penso, credo, sembra, magari,
        dovrebbe, eventuale, mi piacerebbe, voglio, idealmente, preferirei, sogno, spero, pensavo, pensando di,
        avremmo dovuto, avrei dovuto, avreste dovuto, valutate, valutate di, considerate
    """,
    Role.YOU_CAN: """
        potete, chi vuole, a vostra discrezione, facoltativo, se volete, potreste, si può, chi preferisce,
        a scelta, sempre, ogni volta, a propria discrezione, a discrezione, a vostro giudizio, decidete voi
    """,
    Role.QUESTION: "chi, perché, che ne pensate, quale",
    Role.RECAP: """
        operazione aperta, posizione aperta, operazioni aperte, posizioni aperte,
        sono dentro, sono già in, sono long, sono short,
        riepilogo, risultato, risultati, risultati di oggi, questa settimana, complimenti, guadagno, guadagnati,
        resoconto, profitti di, bilancio, della settimana, la mia posizione, il mio trade, promemoria, vinti,
        persi, chiudiamo la settimana, chiudiamo il mese, chiudiamo la giornata, chiudiamo settimana, chiusa la
        settimana,
        chiude la settimana, chiude la giornata, chiude il mese
    """,
    Role.MEMORY: """
        era, erano, aveva, avevamo, abbiamo comprato, abbiamo venduto, ho comprato, ho venduto, ricordate,
        ultimo segnale, ultima, precedente, scorso, scorsa, stamattina, fa, archivio, aveva dato, ha dato, avrei,
        avremmo, avrebbe, doveva
    """,
    Role.OTHERS: """
        lui, lei, loro, amico, un amico, qualcuno, membro, membri, analista, analisti, balena, balene, banca,
        banche, altro canale, altri canali, consiglia, dice, dicono, un trader, la gente, in demo, conto demo
    """,
    Role.ANALYSIS: """
        analisi, supporto, resistenza, rimbalzo, rottura, ritracciamento, scenario, notizie, volatilità,
        outlook, grafico, supporti, resistenze, livelli chiave, settimanale, dati, mercato nervoso,
        volatile, mercato volatile, mercato laterale
    """,
    Role.LESSON: """
        esempio, lezione, esempi, per esempio, ad esempio, supponiamo, immaginate, imparare, formazione, prova,
        segnale di prova, campione, modello, formato, test, falso, segnale falso
    """,
    Role.AD: """
        iscriviti, sconto, gratis, gratuito, link, registratevi, registrati, iscrizione, canale vip,
        gruppo vip, abbonamento, promo, offerta, contattatemi, scrivetemi, unisciti, unitevi, posti
    """,
    Role.WAIT: """
        aspettate, attendere, attendiamo, attendete, aspettiamo, aspettare, aspetto, preparatevi, monitoriamo,
        in attesa, attendiamo conferma, aspettate conferma, conferma, tenete d'occhio
    """,
    Role.EXCEPT: "tranne, eccetto, salvo, a parte, ad eccezione di, escluso, fuorché",
    Role.BUT: "ma, solo, soltanto, invece",
    Role.EDIT: "nuovo sl, nuovo stop, nuovo tp, nuovi target, nuovo target",
    Role.PAST: """
        ieri, settimana scorsa, mese scorso, ieri sera, di ieri, la settimana scorsa, l altro ieri, siamo riusciti a,
        sono riuscito a, siamo riusciti, abbiamo potuto, ho potuto, siam riusciti a
    """,
}

EVERYDAY = """
    essere
    ciao salve buongiorno buonasera buon buona buoni buone giorno giornata sera serata mattina benvenuti grazie
    amici amiche ragazzi ragazze signori famiglia squadra team comunita traders trader investitori campioni
    guerrieri attenzione urgente urgentemente veloce veloci velocemente rapido rapida rapidamente importante
    immediatamente eccellente eccellenti ottimo ottima ottimi bel bello bella belli perfetto perfetta chiaro
    chiara pulito pulita forte forti solido solida semplice facile incredibile super fantastico fantastica
    potente interessante preferito preferita migliore migliori grande grandi fuoco razzo top fortuna successo
    felice benedizioni dio coraggio forza godetevi approfittate profitti gestione gestite gestire gestisci
    monetaria rischi denaro soldi fondi saldo lotti percentuale responsabile responsabili responsabilita
    prudente prudenti prudenza cauto cauta cautela calma pazienza pazienti disciplina rispettate rispettare
    rispetta rispettando seguite seguire segui seguendo usate usare usa usando utilizzate utilizzare applicate
    adeguato adeguata proteggete conservativo conservativa prudenziale aggressivo aggressiva aggressivi moderato
    moderata normale normali standard minimo minima massimo massima basso bassa alto alta medio media leggero
    leggera piccolo piccola segnale segnali trade operazione operazioni operativita prendete prendere prendi
    prendiamo inserite inserire inserito inserita mettete mettere metti mettiamo piazzate piazzare piazzato
    apriamo aprite aprire apro condivido scalp scalping swing intraday breve lungo termine periodo sessione
    sessioni asiatica europea americana londra new york tokyo oggi settimana settimanale mese giornaliero
    giornaliera mensile ora ore minuti tuo tua suo sua nostro nostra nostri nostre vostro vostra vostri questo
    questa questi queste quello quella ogni stesso stessa altro altra altri altre piu meno molto molta molti
    molte tanto poco poca pochi parecchi tutti entrambi due tre quattro cinque sei dieci secondo seconda terzo
    terza gli degli delle dei qui qua li dove verso contro durante insieme anche inoltre circa
    approssimativamente esatto esatta esattamente quasi bene cosi ancora moneta monete cripto criptovaluta
    criptovalute altcoin altcoins metallo metalli materie prime indice indici valute futures azioni azione token
    canale gruppo sala club accademia vip premium pubblico privato ufficiale dettagli dettaglio informazioni
    info numero punto livello livelli prezzi volume broker spread commissione commissioni pronti pronto pronta
    via andiamo dai avanti indicatore algoritmo rilevato rilevata ha generato rischiosa rischioso gratuita
    mercato quindi primo prima ultimo finale conto occhio mia mio più chiave tecnica tecnico apertura consiglio
    consigliato consigliata intorno vicino diretto direttamente uno fra
    riproviamo allegato rottura grafico basse
"""

ORDINALS = (
    "primo, secondo, terzo, quarto, quinto",
    "prima, seconda, terza, quarta, quinta",
)

MONEY = {
    "EUR": "euro",
    "USD": "dollaro",
    "GBP": "sterlina",
    "JPY": "yen",
    "CHF": "franco",
}

ALIASES = {
    "XAUUSD": "oro",
    "XAGUSD": "argento",
    "USOIL": "petrolio",
    "NATGAS": "gas naturale",
}
