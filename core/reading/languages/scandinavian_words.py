"""Swedish, Norwegian and Danish: the words of every day and of charts and greetings.

Separate from the words that have a part, because these have none: beside an order they are no reason to ask.
No word of the past, of a wish, of a doubt, of a time that is to come or of a person stands here.
"""

from __future__ import annotations

from core.reading.roles import Role

SPELT = {"å": "aa", "æ": "ae", "ø": "oe"}
WITH = "med"
WORDS: dict[Role, str] = {
    Role.FILLER: "delar min trade, delar mitt setup, deler min trade, deler mit setup, ingen stress, inga problem",
}
ALIASES: dict[str, str] = {}

EVERYDAY = """
    hejsan hejhej tjena tja tjo hallå halloj godt goda gutter gutta jenter grabbar grabbarna gubbar killar tjejer
    vänner venner folkens allesammans allihop gjengen gänget drenge kamrater kompisar laget handlare tradere
    investerare ju bara lite lidt litt smule gerne snälla vennligst venligst tack takk tusen mycket mye meget väldigt
    veldig riktigt virkelig ganska ganske saa sådär också også ogsaa även mere mer mindre flera flere stor stora store
    större liten lille lilla smaa hög høj lav lave högre lägre høyere lavere starka sterk sterke svag svaga svak
    stabil stabila stabilt fina fint bra bedre bättre bedste snyggt snygg snygga pent pænt schysst morsomt sjovt
    härlig härligt herlig deilig lækkert vacker vackert trygg tryggt säker säkert sikker sikkert lugn lugnt rolig
    roligt försiktig forsigtig snabb snabbt raskt hurtig hurtigt kjapt kvikt direkte genast umiddelbart kring rundt
    runt omkring cirka ungefär omtrent präcis præcist nøyaktig lägg lägger legg legger sätter setter tager gjør gör
    gjer öppna öppnar åpner åbn åbner starta startar starter placera placerar plasser plasserer placerer använd
    använder bruk bruker brug bruger håll fyll fyller välj väljer velg vælg kjør kjører kører kursen kurser priset
    priser nivå nivåer niveauer zon zonen sone sonen område området linje trenden kanalen triangel botten topp toppen
    golv gulv bild graf diagram signaler handelen affär affären marknad marknaden marked markedet börs asien europa
    styrka styrke kraft volym volum tryck köpare kjøpere købere säljare selgere sælgere tjurar björnar okser bjørne
    pengar penger penge kronor kroner insats innsats indsats prosent riskhantering risikostyring tålamod tålmodighed
    tålmodighet disciplin strategi strategien lykke jag jeg dere mitt vores våre kaffe fika bröd ost smör kaka kage
    kake pannkaka pannekaker pølse korv soligt sommar sommer vinter regn snö sne vind storm hav strand fjäll fjell
    fjord skog skov båd fisk fågel fugl raket rakett raketter eld aggressivt konservativt normalt klassisk klassiskt
    klart tydlig tydligt enkel enkelt spännande spennende spændende intressant attraktiv attraktivt skarp skarpt nytt
    nye kort korta korte långa lange dagshandel råvara råvarer minst mindst minimalt totalt helt fullt hela hele
    ekstra extra
"""
