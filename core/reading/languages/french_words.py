"""French: words that people in trading rooms write beside a call, and that say nothing about the trade.

Separate from the words of orders for their length. No word of doubt, of the past, of others, of
results, of a time to come or of a condition is EVERYDAY, for beside an order nobody is asked about those.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "acheteurs"
SELLERS = "vendeurs"
POSITIONS = "position ouverte"
VOIDS = """
    stop proche, proche du stop, près du stop,
    je passe celui, je passe celle,
    je passe celui-ci, celui-ci je passe, je passe sur celui-ci, moi je passe, je ne prends pas celui-ci,
    laisse tomber, laissez tomber, on laisse tomber, laisser tomber, laissez passer, laisse passer, on laisse
    passer, je laisse passer, je passe mon tour, on passe notre tour, passez votre tour, sans nous, sans moi, on
    reste dehors, je reste dehors
"""

LOSES = "casse, perd, perdons, perdre, enfonce, clôture, descend"

UNDOING = "laisse tomber, laissez tomber, plutôt non, finalement non"

ADDRESSEES = "membres, abonnés"
OFF = "dehors"
BECOMES = "devient"
WITH = "avec"
POLITE = "s'il vous plaît, svp"
GREETINGS = "bonjour, salut, les gars, à tous, tout le monde"
COURTESIES = "merci, bonne chance, à tous"
WORDS: dict[Role, str] = {
    Role.IF: """
        ceux qui sont entrés à, ceux qui ont acheté à, ceux qui ont vendu à, ceux qui sont rentrés à
    """,
    Role.TARGET: """
        je prends profit à, on prend profit à, je prends mes profits à, on prend nos profits à, je prends mes
        gains à
    """,
    Role.HOLD: "laisse courir, laisser filer, laisse filer",
    Role.FILLER: """
        clôture journalière, clôture quotidienne, clôture hebdomadaire, clôture daily, clôture de bougie,
        clôture h4, clôture h1,
        jusqu'à ce soir, jusqu'au soir, bon soir, voyons où ira le marché, on verra où ira le marché, où ira le marché
    """,
    Role.OTHERS: """
        mon cousin, mon frère, mon beau-frère, mon oncle, mon père, mon patron, mon voisin, mon associé, mon
        mentor, mon pote, un pote, un mec, le mec
    """,
    Role.WILL: "dans une heure, dans deux heures, dans une demi-heure, dans un moment, tout à l'heure",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    dehors
    mtn tt ben bein ouais ouaip oui ouep voilà wesh yoo ooh hopla allonsy gogo mecs frères frérot frérots frero frr
    potos potes copains copines bande champion guerrières légendes légende dames camarades slt bjr bsr mrc mercii
    plz bisous bises cdt aujourdhui ajd auj vous moi leurs cela ceci mettons mettant pose posez posons poser posant
    prenant pars partons partir lance lançons lancer lançant ouvre ouvres ouvrons ouvrant tente tentez fais fait
    faites faisons faire tape tapez tapons taper shoot shootez shootons démarre démarrez démarrons démarrer commence
    commencez commençons commencer envoie envoyez envoyons envoyer donne donnez donnons donner partageons partagez
    partager propose proposons exécutez exécutons exécuter profitons profiter rejoins rejoignons utilisons utilisant
    appliquons appliquer applique respectons gérons gérant ajustons adaptons adapte calibrez contrôlez contrôler
    notez notons noter copiez recopiez saisissez saisir vérifiez vérifie paramétrez paramétrer laissons laissez
    laisse laisser laissant courir filer tourner rouler respirer vivre bosser bosse bossez travaille travaillons
    travailler travaillez tradez tradons dormez reposez détendez détente profitant chez env près car puisque
    également pareil pareille pareils hyper vraiment vrmt carrément clairement évidemment simplement totalement
    complètement directe précisément précis pile justement tranquillement tranquille tranquilles tranquilou
    tranquillou doux douce posément posée calmes sereinement serein sereins sérénité vitef vitesse express urgence
    vigilance vigilants disciplinés rigueur rigoureux concentrés concentration sérieux sérieuse sérieusement petites
    ptit ptite gros grosse grosses énormes légers légèrement classique courts courtes maxi maximale minimale beaux
    belles jolis magnifiques parfaits superbe superbes topissime génialissime incroyables fou folle dingue ouf lourd
    lourde propres propret nickel impeccable solides forts puissante intéressants favorable favorables faciles sympa
    sympathique chouette cadeau pépite pépites bijou pépère kiffe kiffez lourdement bombe bombes fusées lune étoile
    étoiles diamant diamants flamme flammes éclair force chances béni bénis énergie vibes mental mindset confiance
    confiant confiants posit posi scalpe configuration configurations opportunités alertes message messages notif
    notification zones zonz palier paliers seuil bloc blocs ligne lignes tendances structures impulsion impulsions
    liquidité liquidités biseau drapeau fanion mobile bandes bougie bougies chandelier graphiques ut unité unités
    hebdo asiatiques européen américain londonienne marchés bourse memecoins monnaies paires précieux jaune contrat
    contrats lotage lotages microlot microlots tailles capitaux comptes portefeuille thune thunes fric oseille blé
    balles billet billets leviers effet marge risquez risquer risquons exposition premiers deuxièmes secondes
    troisièmes quatrième cinquième uniques divisé divisée fractionné fractionnée fractionnées réparti répartie
    échelonné échelonnée égales égaux parties étapes morceau morceaux bout bouts chouïa poil poils brin nouveaux
    nouvelles nvelle nvx fraîche sept huit neuf conseillée recommandée suggéré suggérée obligatoire obligatoires
    impératif impérative impérativement essentiel essentielle importants approprié vrai vraie vrais mdrr kif kiff
    wsh wallah tkt tkttt tqt bg bgs bsahtek hamdoullah
"""
