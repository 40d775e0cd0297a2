"""Italian: words that people in trading rooms write beside a call, and that say nothing about the trade.

Separate from the words of orders for their length. No word of doubt, of the past, of others, of
results, of a time to come or of a condition is EVERYDAY, for beside an order nobody is asked about those.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "compratori"
SELLERS = "venditori"
POSITIONS = "posizione, posizione aperta"
VOIDS = """
    stop vicino, vicino allo stop,
    io passo, questo lo passo, passo su questo, io non entro, questa non la prendo,
    lascia perdere, lasciate perdere, lasciamo perdere, lascio perdere, lascia stare, lasciate stare, lasciamo
    stare, lascio stare, lasciamo correre questo, lasciamo correre questa,
    questa la salto, questa la saltiamo, restiamo fuori, resto fuori, rimaniamo fuori,
    senza di noi
"""

LOSES = "rompe, perde, perdiamo, chiude, scende, buca"

UNDOING = "lascia stare, lasciate stare, lascia perdere, lasciate perdere, meglio di no, anzi no"

ADDRESSEES = "membri, iscritti"
OFF = "fuori"
BECOMES = "diventa"
WITH = "con"
POLITE = "per favore"
GREETINGS = "ciao, ragazzi, buongiorno, a tutti"
COURTESIES = "grazie, buona fortuna, a tutti"
WORDS: dict[Role, str] = {
    Role.IF: "chi è entrato a, chi ha comprato a, chi ha venduto a",
    Role.TARGET: "prendo profitto a, prendiamo profitto a, prendete profitto a, incasso a",
    Role.HOLD: "lascia correre",
    Role.FILLER: "fino a sera, fino a stasera, buona sera, buona serata",
    Role.OTHERS: """
        mio cugino, mio fratello, mio cognato, mio zio, mio padre, il mio capo, il mio vicino, il mio socio,
        il mio mentore, un conoscente, un tizio, il tizio
    """,
    Role.WILL: "fra due ore, tra due ore, fra mezz'ora, tra mezz'ora",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    fuori
    subitissimo raga ragaa ragazzuoli regà regaz bomber bomberoni fratè fratelli amichetti gentile gentili signorine
    squadrone gruppetto ciurma miti leggenda leggende grandissimi mitici iscritti abbonati saluti buondì buonanotte
    buonpomeriggio benvenute graziee prego perfavore favore cortesia okk okok vaii daii giù olé evvai eccoci ecco
    eccola eccolo eccone eccomi beh ohi ohè uè uagliò ammazza accidenti caspita cavolo cacchio madonna mettendo
    mettetelo mettetevi piazzo piazza piazziamo piazzando impostando prendo prendendo apri aprendo lascio lascia
    lasciate lasciamo lasciare lasciando correre corrono scorrere volare parto partiamo partite partire lancio
    lancia lanciate lanciamo lanciare faccio fai fate facciamo fare facendo sparo spara sparate spariamo eseguo
    esegui eseguite eseguiamo eseguire inizio inizia iniziate iniziamo iniziare iniziando comincio cominciate
    cominciamo cominciare mandate mandiamo invio inviate inviamo condividiamo condividere propongo proponiamo
    seguitemi usiamo utilizza utilizziamo applica applichiamo applicare rispettiamo gestiamo gestisco gestendo
    controllate controlla controllare regolate regolare adattate adatta adattare calibrate annotate segnatevi
    segnate segniamo copiate copiare verificate approfitta approfittiamo approfittare approfitto lavoro lavoriamo
    lavorare lavorate dormite dormire riposate rilassatevi godiamoci divertitevi opero operiamo operate operare
    tradare tradiamo tradate diamo voi miei mie vostre stessi stesse ciò sullo sulle nello nei nelle dallo dalle
    dello allo agli presso dentro ed come tanti tante poche pochino pochissimo pochissima parecchio assai troppo
    abbastanza davvero veramente proprio preciso precisa chiaramente ovvio ovvia ovviamente semplicemente semplici
    diretta dritto dritta dritti tranquillamente tranquillo tranquilli tranquilla calmi serenamente sereno sereni
    serenità pianino pianissimo dolcemente velocissimo rapidi svelti immediata urgenti urgenza importanti occhi
    disciplinati cauti concentrati concentrazione serietà seri serio piccoli piccole piccolino piccolina grosso
    grossa grossi grossissimo enormi leggeri leggerissimo leggermente conservativi conservatore classico classica
    brevi massimi massime minimi minime bellissimo bellissima bellissimi carino carina magnifico magnifica perfetti
    ottime eccezionale superbo stupendo stupenda incredibili pazzesco pazzesca spettacolo spettacolare favoloso
    meraviglioso meravigliosa meraviglia puliti pulitissimo potenti interessanti favorevole facili simpatico figo
    figa fighissimo regalo regalino perla gioiello gioiellino bombetta razzi stella stelle diamanti fiamme fulmine
    successi benedizione energia fiducia fiduciosi mentalità posiz tradino tradetto scalpino scalpata configurazione
    opportunità segnalino informazione messaggio messaggi notifica livellino zonetta aree fascia fasce blocco
    blocchi linee tendenza struttura strutture impulsi volumi liquidità divergenza canali triangolo cuneo bandiera
    medie candela candele grafici mercati borsa monetina gettone coppie cambio prezioso giallo oncia contratto
    contratti lottini lottino lottaggio microlotto microlotti minilotto sizetta taglia capitali conti contino
    portafoglio soldini quattrini eurini dollari dollarini margine rischiate rischiare rischiamo esposizione primi
    secondi terzi sesto doppio doppia unici diviso divisi frazionato frazionata frazionati scaglionato scaglionata
    scaglionati scaglioni uguali pezzo pezzetto pezzettino pezzi fetta fettina pizzico tantino briciolo nuovi nuove
    nuovamente freschi freschissimo caldo calda entrambe sette otto raccomando raccomandato raccomandata suggerito
    suggerita suggerisco obbligatorio obbligatoria fondamentale essenziale vabbè xke xche cmq comunque grz pf tvb
"""
