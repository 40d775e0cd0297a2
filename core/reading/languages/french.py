"""French."""

from __future__ import annotations

from core.reading.roles import Role

MOODS = """
    panique, paniquez, paniquer, stress, stresser, stressez, peur, gourmand, gourmands, gourmandise, cupidité, avidité,
    avide, avides, émotion, émotions, précipitation, précipitez, pression, hâte, vengeance, revanche,
    investissez, perdre, risquez
"""
UPDATES = "au courant, informé, informés, mise à jour, mises à jour, signaux"
SOON = "bientôt, demain, plus tard"
FURTHER = "plus de, prochain, prochains, autres, d'autres"
POTENTIAL = "potentiel"
SWINGS = "volume, variation, volatilité"
LACKING = "sans"
EVERY = "tout, tous, toutes"
SHARES = {25: "un quart, le quart", 33: "un tiers"}
TODAY = "aujourd'hui, journée, jour, semaine, mois"
GREEN = "profit, profits, positif, vert, gain, gains, bénéfice"
WEEKDAYS = "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche"
MONTHS = "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre"

BEFORE = "avant"
SESSIONS = "l ouverture, ouverture, londres, new york"
WITHIN = "dans, après, à"
CAUGHT = "pris, prise, activé, activée, déclenché, déclenchée, exécuté"
BY = "par"
EACH = "chaque, chacun, chacune"
RISK = "risque"
LOTS = "lot, lots"
PER = "par, pour, pour chaque, chaque"
CLOSES = "clôture, clôturant, clôturer"
CHANNELS = "canal, source, groupe"
LIQUIDATIONS = "liquidation"
FORMS = "commission, confirmations, confirmation, probabilité, durée, validité, perte max"
CANDLES = "bougie, bougies, journalière, quotidienne, hebdomadaire"
ZEROS = "zéros"
BREAKS = "cassure"
EXITING = "sortie, sortir, clôturer"
BETWEEN = "entre"
OF = "chez, sur, en"
FOR = "pour"
LEAVING = "sortie"
SEEKING = "cherchant"
LOSS = "perte"
GUARDS = "protection, invalide, invalidé"
COUNTED = "ordres, parties, tranche"
RANKS_BEFORE = "er, e, eme, ere"
AVERAGE = "moyenne, moyen"
COMMENTS = "remarque, raison, commentaire"
ASSENTS = "oui"
DENIALS = "non"
UP = "gain"
STATUSES = "statut"
PRICE = "prix, cours"
PRICE_NOW = "prix actuel, cours actuel, prix du marché, prix du moment"
TAKEN = "prend, prends, prenez, prenons, encaissez, on prend, je prends"
TOOK = """
    pris, sécurisé, sécurisée, vendu, vendue, encaissé, encaissée, allégé, réduit, soldé, soldée, retiré,
    retirée
"""
SALES = "je vends, vends, on vend, nous vendons, vendons, vendez, vendre"
MORE = "encore, autre, un autre, de plus"
LIKE_THIS = "signaux comme cela, à quoi ressemblent nos signaux"
LEANING = "préférerais"
WHICH = "pires, mauvaises"
RENEWED = "actualisé, modifié, corrigé"
LEST = "pour"
DELETED = "supprimez, supprimer, supprime"
OUT_OF = "sur, de"
FORMERLY = "avant, était, ancien"
ADVICE = """
    recommande, recommandons, recommandé, recommandation, conseille, conseillons, conseillé, conseil, mieux,
    préférable, suggère, suggérons, prudent, personnellement
"""
WEIGHTY = "important, importante, essentiel"
COPULAS = "était, étaient, fut"
STATES = "est, sont, c"
SAME = "même"
HABITS = "toujours, chaque fois, normalement, généralement, d'habitude"
SECURED = "sécurisez, sécurisons, sécuriser, on sécurise"
REASONS = "raison, motif, analyse, contexte, pourquoi"
STAKED = "avec"
WICKS = "meche, meches"
ALMOST = "presque"
AFTER = "apres"
FORWARDED = "transfere de, transmis de"
STANDS = "nous avons, on a, on voit, il y a"
TOWARDS = "vers"
PROFIT = "gain, gains"
OUT = "sortie, sorties"
HERE = "ici, direct, de suite"

OR = "ou"
SO = "donc, du coup"
REENTERING = "réentrée, ré-entrée, on rentre à nouveau, rentrez à nouveau"
EVENTS = "webinaire, cours, réunion, live, inscriptions, promotion, offre"
WHOSE = "votre, vos, ta, ton, tes, notre, nos"
MARKETS = "marché, marchés, bourse, le marché, les marchés"
I_CLOSED = "j'ai fermé, j'ai clôturé, j'ai coupé, on a fermé, on a clôturé, on a coupé"
REMEMBER = "rappel, n'oubliez pas, rappelez-vous"
INSTEAD = "au lieu de"
AMOUNTS = """
    presque tout, presque toute, presque tous, presque toutes, la majeure partie, la plus grande partie, la plus grosse
    partie, quasiment tout, quasi tout
"""
AT = "au, à, dès"
ABOUT = "sur, pour"
CROWDS = "investisseurs, spéculateurs, haussiers, baissiers"
CHANGES = """
    modification, modifier, modifiez, modif, changement, changez, changer, correction, mise à jour, maj,
    ajustement
"""

WORDS = {
    Role.RUNNER: "ouvert, ouverte, tp ouvert, ouvert à tous",
    Role.HUNDREDTH: "pour cent, pourcent, pourcents",
    Role.BELOW: "en dessous de, sous",
    Role.ABOVE: "au dessus de",
    Role.BETWEEN: "entre",
    Role.BUY: """
        achat, acheter, achetez, achetons, achete, j'achète, on achète, nous achetons, position acheteuse, à l'achat,
        achats, long à, position longue, je suis long
    """,
    Role.SELL: """
        vente, vendre, vendez, vendons, je vends, on vend, nous vendons, position vendeuse, à la vente, ventes, vends,
        vend, position courte, je shorte, on shorte, je suis short
    """,
    Role.ENTRY: """
        entrée, prix d'entrée, zone d'entrée, entrer, entrées, point d'entrée, prix entrée, niveau d'entrée, entrez,
        zone d'achat, zone de vente, entrée à, entrée entre, ordre à, on entre, entrée en, zone vente, zone achat
    """,
    Role.STOP: """
        arrêt, stop perte, limite de perte, coupe perte, arrêt des pertes, sl conseillé, stop conseillé, perte max,
        perte maximale, niveau d'invalidation, point d'invalidation, invalidation sous, invalidation au dessus de,
        invalidé sous, invalidé au dessus de, invalidation en dessous de, invalidation si clôture sous
    """,
    Role.TARGET: """
        objectif, objectifs, cible, cibles, prise de profit, tp à, objectif à, objectif final, prise de bénéfice,
        prises de profit, prises de bénéfices, cible finale, visée, premier objectif, prendre profit à,
        prise de bénéfices, prise de profits, prises de profits, tp visé, on vise, je vise, objectif visé
    """,
    Role.LEVERAGE: "levier, effet de levier, effet levier, levier de",
    Role.CROSS: "croisé",
    Role.ISOLATED: "isolé",
    Role.MARKET: """
        maintenant, au marché, marché, prix actuel, tout de suite, immédiat, immédiatement, prix du marché,
        cours actuel, actuellement, au prix actuel, immédiate, marché actuel, prix du moment, cours du marché,
        au cours du marché, au cours actuel
    """,
    Role.LIMIT: """
        limite, ordre limite, en attente, ordre en attente, ordres en attente, ordre limit, limit à, l'ordre en
        attente, l'ordre limite, l'ordre
    """,
    Role.SYMBOL: "paire, actif, crypto, devise, paire de devises, instrument, actifs, titre, action, valeur, ticker",
    Role.HEADING: """
        position, positions, ordre, ordres, trades, signal, trade, direction, prise de position, alerte trade,
        réentrée, ré-entrée, on rentre à nouveau, rentrez à nouveau, plan de trade,
        plan de trading
    """,
    Role.SIZE: "risque, capital, lot, risques, le risque",
    Role.CLOCK: "heure, heures, minutes, jours, date, jour",
    Role.TO: "à, ou, jusqu à",
    Role.AND: "et, puis, ensuite",
    Role.ZONE: "plus ou moins",
    Role.FILLER: """
        ne risquez pas plus de, ne mettez pas plus de, n'utilisez pas plus de, ne risque pas plus de,
        avant les news, avant la news, avant les nouvelles, avant l'annonce, avant les annonces, avant les chiffres,
        avant le week-end, avant le nfp,
        selon votre capital, selon ton capital, selon votre, selon ton, selon vos, selon tes, recommandation d'achat ou
        de vente, incitation à l'achat ou à la vente, performances passées, résultats passés,
        pour de meilleurs résultats, pour les meilleurs résultats, pour obtenir de meilleurs résultats,
        je recommande, on recommande, il est recommandé de, plus haut d hier, plus bas d hier, cloture d hier,
        plus haut de la semaine derniere, plus bas de la semaine derniere, ne garantit pas, ne garantissent pas,
        ne prejugent pas, pression à l'achat, pression à la vente, pression vendeuse, pression acheteuse, le, la, les,
        des, du, de, un, une, au, aux, votre, vos, notre, nos, ce, cette, s il vous plait, svp, ici, sur, avec, on, je,
        nous, en, par, pour, vers, se, son, sa, ses, mon, ma, nouveau, nouvelle, petit, petite, rapide, placé, placée,
        fixé, idée, bon, bonne, fort, prudence, prenons, prendre, entrons, recommandons, recommandation, aujourd hui,
        zone, niveau, prix, environ, autour, attention, chacun, court terme, moyen terme, long terme,
        ne vous precipitez pas, pas de precipitation, n oubliez pas, ne soyez pas gourmands,
        ne soyez pas trop gourmand, pas de panique, ne risquez pas plus, ne risquez jamais plus, pas plus de,
        ne paniquez pas, ne vous inquietez pas, selon le plan, il y a des news, il y a les news, il y a une news,
        il y a des annonces, il y a les annonces, il y a une annonce,
        selon ta, en fonction de votre, comme prevu, delai prevu, temps prevu, qui ont, ont, je vous souhaite,
        on vous souhaite,
        nous vous souhaitons, bonne chance, bons trades, bon trade, ceci n'est pas un conseil financier,
        ce n'est pas un conseil financier, pas un conseil financier, n'est pas un conseil financier,
        ne constitue pas un conseil, pas un conseil en investissement, n'est pas un conseil en investissement,
        à but éducatif, à des fins éducatives, après quoi, suite à quoi, je me positionne, je rentre,
        à titre éducatif, à titre pédagogique, à but pédagogique, uniquement à titre éducatif,
        je prends position, on se positionne, nous nous positionnons, on rentre, ne pas re-rentrer, ne pas rerentrer,
        ne pas rentrer à nouveau, ne re-rentrez pas, ne rerentrez pas, ne rentrez pas à nouveau, pas de ré-entrée,
        pas de réentrée, pas de re-entry, ne reprenez pas, ceux qui sont dedans, ceux qui sont entrés,
        ceux qui sont en position, ceux qui sont encore dedans, pour ceux qui sont dedans, pour ceux qui sont entrés,
        si vous êtes dedans, si vous êtes entrés, pour ceux en position, ne me plaît pas, publié par, partagé par,
        envoyé par, posté par, proposé par, on y va, fermez les yeux, ferme les yeux, fermer les yeux, pour sécuriser,
        pour sécuriser les gains, pour sécuriser les profits, afin de sécuriser, au lieu de, malheureusement,
        ceux qui sont encore en position
    """,
    Role.MOVE: """
        déplacez, déplacer, mettez, mettre, remontez, déplacez le, on déplace, on remonte, on monte, montez, monter,
        remonter, on met, mets, passez, passer, on passe, ramenez, ramener, on ramène, placez, placer, on place,
        déplace, déplacement, ajustez, ajuster, on ajuste, abaissez, descendez, je déplace, je mets, je passe,
        décaler, décalez, on décale, je remonte, je monte, je baisse, on baisse, baissez, passée, mis, mise, remonté,
        remontée, déplacée, ramené, ramenée, abaissé, descendu, modifié, modifiée, décalé, monté, relevé, relevez,
        on relève
    """,
    Role.CLOSE: """
        fermez, fermer, clôturez, clôturer, fermez tout, coupez, sortez, on ferme, on clôture, on coupe, on sort,
        je clôture, je ferme, je coupe, je sors, coupez tout, clôturez tout, on clôture tout, fermez la position,
        fermez tout de suite, clôturez la position, fermons, clôturons, sortez tout, sortir, on coupe tout,
        je clôture tout, on solde, soldez, clôture manuelle, clôture totale, on ferme le reste, je ferme le reste,
        fermez le reste, on clôture le reste, je clôture le reste, clôturez le reste, on coupe le reste,
        je coupe le reste, coupez le reste, on solde le reste, on encaisse le reste, on prend le reste,
        nous ne sommes plus dans ce trade, on n'est plus dans ce trade, je ne suis plus dans ce trade,
        on n'est plus en position, nous ne sommes plus en position
    """,
    Role.CLOSED: """
        fermé, clôturé, cloturée, fermée, clôturés, clôturées, coupé, coupée, position fermée, position clôturée,
        on est sorti, on a clôturé, on a fermé, j'ai fermé, j'ai clôturé, j'ai coupé, reste clôturé, le reste clôturé,
        reste fermé, le reste fermé, le reste est clôturé, le reste est fermé, reste coupé, j'ai fermé le reste,
        on a fermé le reste, j'ai clôturé le reste
    """,
    Role.CANCEL: """
        ordre supprimé, ordre limite supprimé, limite supprimée, ordre en attente supprimé, annulez, annuler, annulé,
        supprimez l ordre, on annule, j'annule, annulons, annulée, annulation, supprimer l'ordre, on supprime l'ordre,
        retirez l'ordre, enlevez l'ordre, on retire l'ordre, ordre annulé, signal annulé, invalidé, invalidée,
        plus valable, n'est plus valable, setup invalidé, oubliez ce signal, on oublie, on ne prend plus,
        on ne rentre plus, ne rentrez plus, ne prenez plus ce trade, je ne prends plus, plus d'actualité,
        n'est plus d'actualité, n'est plus valide, plus valide, on laisse tomber, on passe notre tour,
        on laisse passer, oubliez ce trade, oubliez ce setup, oubliez cet ordre, on supprime le limit,
        on supprime la limite, supprimez le limit, supprimez la limite, on supprime les limits
    """,
    Role.REMOVE: "enlevez, supprimez, retirez, sans",
    Role.PART: """
        partiel, partiels, une partie, sécurisez, sécuriser, partielle, partiels ici, prenez partiels,
        prenez des partiels, prendre des partiels, on prend des partiels, on prend partiels, prise partielle,
        clôture partielle, clôturez une partie, on clôture une partie, fermez une partie, prenez une partie,
        on prend une partie, prenez vos profits, prenez des profits, réduisez, réduire, on réduit, allégez, alléger,
        on allège, sécurisons, on sécurise, encaissez, encaisser, on encaisse, je sécurise, prise de profit partielle,
        un quart, un tiers, le quart, le tiers, retirer, on retire, sortez une partie, un peu de profit,
        un peu de profits, prenez un peu, on prend un peu, sécurisez un peu, prenez quelques profits,
        presque tout, presque toute, presque tous, presque toutes, la majeure partie, la plus grande partie, la plus
        grosse partie, quasiment tout, quasi tout
    """,
    Role.HALF: """
        moitié, la moitié, moitié de la position, la moitié de la position, la moitié des profits, demi position,
        moitié des profits
    """,
    Role.ALL: "tout, toutes, le reste, tous, la totalité, totalité, entière, restant, toute",
    Role.EVEN: """
        à l'entrée, prix d'entrée stop, seuil de rentabilité, point mort, au prix d entrée, au point d'entrée,
        breakeven, break even, au be, à be, au break even, au breakeven, à zéro, sans risque, risque zéro,
        seuil d'entrée, au niveau d'entrée, be plus, à breakeven, protégez l'entrée, protège l'entrée, be partout,
        protéger l'entrée, sécurisez l'entrée, l'entrée protégée,
        sur mon entrée, sur votre entrée, sur notre entrée, à mon entrée, à votre entrée, sur mon prix d'entrée, sur
        votre prix d'entrée
    """,
    Role.HIT: """
        atteint, touché, atteinte, touchée, atteints, touchés, atteintes, validé, validée, réalisé, dans la poche,
        a tapé, a tapée, est tapé, vient d'être touché, encaissé, pris, prise, empoche, pulvérisé, explosé, dégommé,
        en poche
    """,
    Role.STOPPED: """
        stoppé, stoppée, on s'est fait stopper, sl touché, stop touché, stop atteint, sl atteint, stoppés,
        nous a sortis au stop, sl sauté, stop sauté,
        sorti au stop, sortie au stop, on est stoppé, touché le stop, touché le sl, stop loss touché,
        stop loss atteint, s'est fait stopper, on prend le stop, stop pris, sl pris, sl déclenché, stop déclenché,
        on prend le sl, on prend notre sl, on a pris le sl, on se prend le sl
    """,
    Role.FILLED: """
        activé, déclenché, ordre activé, ordre déclenché, activée, déclenchée, ordre exécuté, exécuté,
        position ouverte, ordre rempli, entrée déclenchée, entrée activée, entrée touchée
    """,
    Role.HOLD: """
        gardez, garder, on garde, on laisse courir, laissez courir, conservez, tenez, je garde, laisser courir
    """,
    Role.NOT: """
        non, ne, pas, jamais, ne pas, aucun, aucune, ni, pas encore, surtout pas, pas maintenant, pas tout de suite,
        j'ai oublié, inutile, inutile de, oublient, oublient de, qui oublient
    """,
    Role.IF: """
        si, quand, lorsque, après, dès que, en cas de, à condition, une fois, avant, tant que, en cas,
        à condition que, sous réserve, selon le, seulement si, uniquement si, sur confirmation, après confirmation,
        sur retest, pourvu, seulement après
    """,
    Role.WILL: """
        allons, fermerons, va, je vais, on va, nous allons, demain, prochainement, bientôt, je prévois, achèterai,
        vendrai, j'attends, je posterai, ira, compte acheter, compte vendre, intention, prévoyons, lundi,
        semaine prochaine, prévu, projet, vendra, achètera, vendrons
    """,
    Role.MAY: """
        peut, peut être, possible, possiblement, probablement, probable, pourrait, pourrions, je pense, semble,
        éventuellement, voudrais, aimerais, idéalement, souhaite, j espère, espère, préférerais, rêve, hésite,
        envisage, aurait dû, aurions dû, aurais dû, auriez dû, aurait pu, envisagez, envisager
    """,
    Role.YOU_CAN: """
        vous pouvez, pouvez, ceux qui veulent, libre à vous, à votre guise, optionnel, on peut, possible de prendre,
        si vous voulez, si vous souhaitez, toujours, chaque fois, selon votre jugement, à votre discrétion,
        à vous de voir, à vous de décider
    """,
    Role.QUESTION: "qui, pourquoi, comment, est-ce que, quel, quelle",
    Role.RECAP: """
        je suis dans, je suis en long, je suis en short, je suis déjà, toujours en position, bilan, résultat,
        résultats, résumé, récap, récapitulatif, cette semaine, bravo, félicitations, gagné, gagnés, gagnants,
        performance, performances, de la semaine, du mois, ma position, mon trade, mon entrée, pips gagnés,
        on clôture la semaine, on ferme la semaine, on finit la semaine, on termine la semaine, on clôture le mois,
        on clôture la journée,
        ferme la semaine, clôture la semaine, clôture la journée
    """,
    Role.MEMORY: """
        était, étaient, avait, avaient, avons pris, ai pris, avons acheté, avons vendu, souvenez, dernier signal,
        dernière, précédent, précédente, autrefois, la dernière fois, archive, ce matin, avait donné, il y a,
        a bien marché, a marché, a fonctionné, a bien fonctionné, aurais, aurait, aurions, j aurais
    """,
    Role.OTHERS: """
        elle, ils, elles, ami, un ami, quelqu un, membre, membres, un membre, abonnés, analyste, analystes, baleine,
        banque, banques, autre canal, autres canaux, selon, recommande, dit, un trader, les gens, certains, en démo,
        compte démo
    """,
    Role.ANALYSIS: """
        analyse, résistance, tendance, résistances, supports, scénario, rebond, cassure, repli, volatilité, annonces,
        inflation, structure, graphique, figure, perspectives, point marché, volatil, volatile
    """,
    Role.LESSON: """
        exemple, par exemple, cours, exemples, supposons, imaginez, leçon, apprendre, apprenez, test, signal test,
        modèle, format, échantillon, faux signal, exemple de signal
    """,
    Role.AD: """
        signaux comme cela, rejoignez, abonnez, réduction, gratuit, gratuite, lien, inscrivez, inscription,
        places limitées, canal vip,
        groupe vip, abonnement, promo, offre, code promo, contactez, rejoindre
    """,
    Role.WAIT: """
        attendez, patientez, attendre, on attend, j'attends confirmation, préparez, préparez-vous, soyez prêts,
        surveillez, on surveille, en attente de confirmation, attendons, attente, à surveiller, je surveille
    """,
    Role.EXCEPT: "sauf, excepté, hormis, à part, à l'exception de",
    Role.BUT: "mais, juste, seulement, plutot, uniquement",
    Role.EDIT: "nouveau sl, nouveau stop, nouveau tp, nouvel objectif, nouveaux objectifs",
    Role.PAST: """
        hier, semaine dernière, avant hier, le mois dernier, on a pu, nous avons pu, j ai pu, on a réussi à,
        nous avons réussi à, j ai réussi à
    """,
}

EVERYDAY = """
    adapter adaptez
    être bonjour bonsoir salut coucou bienvenue merci amis amies chers cheres equipe famille messieurs mesdames
    traders trader investisseurs champions guerriers communaute attention urgent urgente vite rapide rapides
    rapidement important importante immediatement excellent excellente excellents bon bonne bons bonnes grand grande
    grands beau belle joli jolie parfait parfaite clair claire propre fort forte solide simple facile incroyable super
    genial geniale puissant interessant interessante prefere preferee meilleur meilleure magnifique feu fusee top
    chance succes reussite heureux benediction dieu courage profitez profite gestion gerez gerer gere monetaire
    risques argent fonds solde lots lot pourcentage pourcent responsable responsables responsabilite prudent prudente
    prudents prudence prudemment calme calmement patience patients patiemment discipline respectez respecter respecte
    respectant suivez suivre suivant utilisez utiliser utilise appliquez adaptee protegez conservateur
    conservatrice conservateurs agressif agressive agressifs modere moderee normal normale normaux habituel habituelle
    standard minimum maximum minimal maximal faible faibles haut haute bas basse moyen moyenne leger legere petit
    petite petits signal signaux trade trades operation operations position prenez prendre prend prends prenons placez
    placer place placons entrez entrer lancez ouvrez ouvrir partage scalp scalping swing intraday intrajournalier
    court long terme session sessions asiatique europeenne americaine londres new york tokyo aujourd hui jour journee
    semaine hebdomadaire mois quotidien mensuel heure heures minutes matin soir ton ta tes son sa ses notre nos votre
    vos leur ce cet cette ces chaque meme memes autre autres plus moins tres trop assez beaucoup peu quelques
    plusieurs tous toutes toute tout deux trois quatre cinq six dix second seconde deuxieme troisieme les des aux ici
    ou comme avec dans vers contre pendant durant depuis ensemble aussi environ exact exacte exactement presque bien
    ainsi encore monnaie crypto cryptos cryptomonnaie cryptomonnaies altcoin altcoins metal metaux matieres premieres
    indice indices devises futures actions action jeton jetons canal groupe salon club academie vip premium public
    prive officiel details detail information informations info numero point niveau niveaux prix volume courtier
    courtiers spread commission commissions frais pret prete prets allez allons parti partez indicateur algorithme
    détecté détectée détecte généré risquée risqué opportunité alerte gars équipe courte premier deuxième troisième
    première dernier final élevé modéré compte prêts succès mes très clé technique européenne américaine ouverture
    plaçons conseillé proche direct directement sont
"""

ORDINALS = (
    "premier, deuxième, troisième, quatrième, cinquième",
    "première, second, 3e, 4e",
    "1er, 2e",
    "1ère, 2ème, 3ème, 4ème",
)

MONEY = {
    "EUR": "euro",
    "USD": "dollar",
    "GBP": "livre",
    "JPY": "yen",
    "CHF": "franc suisse",
}

ALIASES = {
    "FRA40": "cac 40, cac, le cac",
    "XAGUSD": "argent",
    "XAUUSD": "l or, once d or, or",
    "USOIL": "pétrole, petrole",
    "NATGAS": "gaz naturel",
}
