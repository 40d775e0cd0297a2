"""Romanian: words that people in trading rooms write beside a call, and that say nothing about the trade.

Separate from the words of orders for their length. No word of doubt, of the past, of others, of
results, of a time to come or of a condition is EVERYDAY, for beside an order nobody is asked about those.
"""

from __future__ import annotations

from core.reading.roles import Role

VOIDS = """
    o baltă, lăsăm balta, o lăsăm, renunțați, renunțăm la asta, fără noi,
    stăm pe margine, stau pe margine, rămânem pe margine
"""

LOSES = "sparge, pierde, coboară, cade"

UNDOING = "o baltă, mai bine nu, de fapt nu"

WITH = "cu"
WORDS: dict[Role, str] = {
    Role.IF: "cine a intrat la, cine a cumpărat la, cine a vândut la",
    Role.TARGET: "iau profit la, luăm profit la, marchez profitul la, marcăm profitul la",
    Role.HOLD: "lăsăm să curgă, lasă să curgă",
    Role.FILLER: """
        cine e în poziție, cine este în poziție, cei care sunt în poziție, cine mai e în poziție, până seara,
        până diseară, bună seara, bună dimineața
    """,
    Role.OTHERS: """
        vărul meu, fratele meu, cumnatul meu, unchiul meu, tatăl meu, șeful meu, vecinul meu, un prieten, un
        amic, un tip
    """,
    Role.WILL: "într-o oră, peste o oră, peste două ore, în jumătate de oră, diseară, după-amiază",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    aici acuma acu băieți băieții băi frați fraților frățioare prietene prietenii prietenilor dragi dragilor dragii
    echipei familiei comunitate comunitatea gașcă campionilor maestre eroi războinici doamnelor domnilor abonați
    abonaților traderi traderilor salutare salutări bun bune buni zilnic mulțumim mersi mersici rog rugăm bine
    bineînțeles desigur oki daa haide haideți haidem uite uitați iată succese baftă noroc norocoși spor bucurie
    sănătate pace iubire doamne dumnezeu amin binecuvântare pun pui pune puneți punem punând plasez plasăm plasează
    plasa setez setează seta iau iei ia luați luăm luând intru intrăm intrați intrând deschid deschidem deschideți
    deschide deschizând dau dând fac faci face faceți facem făcând pornesc pornim porniți porni lansez lansăm
    lansați încep începem începeți merg mergem mergeți trimit trimitem trimiteți postez postăm publicăm împărtășesc
    propun propunem execut executăm executați profitați profităm urmați alăturați folosiți foloseste folosim
    folosesc folosi folosind utilizați utilizăm utilizează aplicați aplicăm respectați respectă respectăm respectând
    gestionează gestionăm controlați controlează ajustați ajustează adaptați notați notează copiați copiază
    verificați lucrez lucrăm lucrați tranzacționez tranzacționăm tranzacționați tranzacționa tranzacționare tradeuri
    tradeul tradingul dormiți relaxați relaxare odihniți bucurați mine mea noastră nostru noastre voastră vostru
    voastre său acest această acesta aceste acestea aceștia asta ăștia același aceeași spre lângă aproximativ cca
    între printre prin asemenea deasemenea tot toată toate toți ambele ambii mult multă multe mulți foarte prea
    puțin puțină puține puțintel chiar fix fixă clar simplu simplă pur complet liniștit liniștiți liniște încet
    încetișor ușor ușoară ușurel repede repejor urgentă grijă răbdare răbdători prudență cumpătat concentrare
    responsabil responsabilitate serios serioși mici micuț micuță uriaș enorm enormă lejer lejeră agresiv
    conservator conservatoare normală clasic scurtă mediu maxim minim frumos frumoasă frumoase superbă excelent
    excelentă minunat minunată incredibil tare tari mișto grozav grozavă puternic puternică puternice curat curată
    interesant interesantă favorabil ușoare cadou bijuterie rachetă rachete stea stele foc flăcări fulger curaj
    încredere pozițiile setupuri configurație oportunitate oportunități ocazie semnale semnalele informație
    informații mesaj mesaje detalii niveluri nivelul nivelurile zonei linie suportul tendință structură volum
    volumul lichiditate divergență triunghi steag mobilă lumânare lumânări grafic graficul grafice sesiune sesiunea
    europeană pieței piețe bursă criptomonede monede perechi galben uncie acțiuni acțiune contracte loturi lotaj
    lotajul microloturi mărime mărimea cont contul conturi contului portofel bani banii bănuți dolari levierul efect
    marjă risc riscuri riscăm procente sută expunere gestionare gestionarea managementul primele două trei patru
    cinci șase șapte opt zece secundă treia patrulea unic împărțit împărțită parțiale egale tranșe tranșă bucată
    bucățică proaspăt proaspătă fierbinte cald alte recomand recomandăm recomandată sugerez sugerăm sugerat sugerată
    obligatoriu obligatorie esențial esențială importantă corespunzător potrivit potrivită deoarece fiindcă așa
    mersii pwp pupici
"""
