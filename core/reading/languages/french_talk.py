"""French for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

FOR_INSIDERS = """
    ceux qui ont fermé, ceux qui ont clôturé, ceux qui ont déjà fermé, ceux qui sont dedans, ceux qui sont déjà dedans,
    ceux qui sont entrés, ceux qui sont déjà entrés, ceux qui sont sortis, si vous avez fermé, si vous êtes dedans, si
    vous êtes déjà dedans, si tu es dedans
"""
GOT_IN = "pris, vendu"
FUTURES = "perpétuels, contrats"
NOWS = "maintenant"
CHEERS = "félicitations, bravo"
RELATIVES = "que, qui"
REMAINING = "reste, restant, restants"
FORMS = "gain potentiel, gain attendu, profit potentiel, profit attendu, rendement attendu, nombre d'objectifs"
STOPLESS = "pas de sl, sans sl"
HORIZONS = "terme"
CHASES = "courez, courir, poursuivez, poursuivre, pourchassez"
MODALS = "peut, peuvent, pourrait"
LASTS = "prendre, durer"
STAGES = "court terme, moyen terme, long terme, sortie"
EXCUSES = "pardon, désolé, je voulais dire"
HALVES = "demi-position"
SUPPOSED = "laissez, laisse, laissons"
SPEAKERS = "moi, ma femme"
FIRST_OF_ALL = "d'abord"
GOING = "demain, nuit, dormir, manger"
OUT_OR_OFF = "sors, sort"
SHUTS = "ferme, clôture, clôturent"
IN_ORDER_TO = "pour, afin de"
BY_ITSELF = "automatiquement, automatique"
UNHURRIED = "pas de précipitation, ne vous précipitez pas, ne vous pressez pas, sans se presser, rien ne presse"
HAD = "avait, avais, avions, avaient, avait déjà"
TONIGHT = "soir, ce soir, cette nuit, cet après-midi"
RULES = "règle, règles, routine, réglages, astuce"
EARLIER = """
    dernier trade, dernière entrée, trade précédent, entrée précédente, position précédente, dernier signal, signal
    précédent
"""
TOGETHER = "on va"
COUNSELS = """
    conseil, conseils, conseiller, conseillers, recommandation, recommandations, incitation, responsable, responsables,
    responsabilité, garantie, garanti, garantis, préjugent, préjuge
"""
LITTLE = "le, les, une, est, et, pour, avec, votre, vos, nous, vous, car, mon, notre, sur, cette, ce"
DROPS = "baisse, descend, retombe"
REPLIED = "en réponse à, réponse à"
SIGHTS = """
    support, supports, résistance, résistances, tendance, divergence, liquidité, structure, canal, plus haut, plus bas,
    volume, bougie, repli, rsi, haussière, baissière, haussier, baissier
"""
NEEDED = "faut, besoin, nécessaire, abord, doit, jusqu, confirmation, seulement"
DOES = """
    est, tient, reste, rejeté, cassé, testé, évolue, peut, pourrait, formé, rebondi, était
"""
PERSONS = "je, nous, vous, mon, notre, nos, on"
SCENARIOS = "scénario"
CAVEATS = "avertissement"
RUNNING = "en cours"
COMING = "arrive, atteigne"
CHOSEN = "premières, premiers, première, dernières, pires, mauvaises"
LAYERS = "positions, entrées, ordres, trades, achats, ventes, couches"
SEVERAL = "une, deux, trois, quatre, cinq, plusieurs, quelques"
SIZES = "volume, lots, lot"
STAYING = "dedans, reste, restons"
UNTOUCHED = "reste, restent, inchangé, inchangée"
FROM = "de, depuis"
SUCCEEDED = "réussi, succès, validé, sécurisé, sécurisée"
ALREADY = "déjà"
KEEPING = "laissez, laisse, laissons, laisser, laissant, gardez, gardons, garder, garde"
KEPT = "une, un, meilleure, meilleur, dernière, dernier, petite, petit, moitié, partie"
SHARE_OF = "de, du, des"

PRICE_NOW = """
    cote à, cote actuellement à, s'échange à, se négocie à, le cours est à, le prix est à, le cours de l'or est à, le
    prix de l'or est à, le cours du btc est à
"""
INVITING = "qui est avec moi, qui me suit, prêts, vous êtes prêts, qui en est"
ASKING_ADVICE = """
    qu'en pensez-vous, vous en pensez quoi, qu'en dites-vous, des avis, votre avis, est-ce correct, c'est bon,
    toujours valable, toujours valide, est-ce que je, trop tard,
    d'accord, correct, toujours actif, valable ou pas, on entre ou pas, on y va, vous le prendriez, qui le
    prendrait, oui ou non
"""
SO_FAR = "déjà, actuellement"
VOIDS = """
    expiré, expirée, mauvaise paire, mauvais canal, par erreur, erreur de paire, en pause, suspendu, setup raté, setup
    échoué, échoué, trade d'un élève, d'un élève, trop tard, on passe, on passe celui-ci, niveaux à mettre à jour, le
    stop sera modifié, le sl sera modifié, sera mis à jour, ouvert lundi, ouvert hier, invalide, invalidé, n'est plus
    valable, plus valable, caduc, devoir,
    on regarde seulement, juste pour regarder, regarder seulement, juste regarder, observation seulement,
    sur mon radar, à ignorer, ignorez ce, ignorez le, ignorez cette, ne pas tenir compte, ne tenez pas compte, sl faux,
    tp faux, sl incorrect, tp incorrect, entrée incorrecte, stop incorrect, erreur de sl, erreur de stop, erreur de tp,
    mauvais sl, mauvais stop, mauvais tp, mauvaise entrée, je corrige, je modifie, ancien signal, vieux signal,
    fait sortir, sorti à be, déjà sorti, déjà sortis, c'est fini, raté l'entrée, déjà parti, déjà dans le vert,
    voici nos signaux, nos signaux ressemblent, les vip sont déjà, hypothétique, hypothétiquement, en théorie,
    théorique, trouvez l'erreur, vous le prendriez, qui le prendrait, vous en pensez quoi, toujours actif, copié d'un,
    copiée d'un, de la concurrence, les arnaqueurs, arnaque, attention aux faux signaux comme, on m'a demandé, simulé,
    sur papier, alerte seulement, à titre informatif, info seulement, juste une idée, simple idée, juste une analyse,
    simple analyse, analyse seulement, avis perso, trade perso, je ne l'ai pas pris, je passe mon tour, je passe sur,
    je suis sorti, on est dehors, je suis dehors, j'ai changé d'avis, changé d'avis, je me suis trompé, mauvaise idée,
    mauvais signal, correction plus bas, correction à venir, correction ci-dessous, voir mise à jour,
    voir la mise à jour, mise à jour plus bas, mise à jour ci-dessous, mis à jour ci-dessous, remplacé par,
    remplacée par, voir le nouveau signal, voir nouveau signal, voir le message suivant, voir le prochain,
    nouveaux niveaux plus bas, nouveaux niveaux ci-dessous, niveaux à venir, niveaux à confirmer, c'est une blague,
    je plaisante, je rigole, poisson d'avril, mauvais actif, mauvais groupe, faute de frappe, j'ai un doute,
    j'ai des doutes, j'en doute, déjà fermé, déjà clôturé, trade d'un ami, vu sur twitter, vu sur x,
    pour info seulement
"""
AND_THEN = "ensuite, puis, après"
VOIDS_ALONE = """
    en observation, dans le viseur, setup potentiel, trade potentiel, signal potentiel, en attente, je confirme,
    brouillon, ignorez, ignorer, sorti, sortis, supprimé, supprimée, supprimez, nul, fini, terminé, terminée, raté,
    ratée, devoirs, devoirs maison, papier, mon avis, mon opinion, avis personnel, je passe, dehors, inversé, inversée,
    échec, périmé, périmée, rumeur, rumeurs, mdr, ptdr, mdr non, blague, oups, désolé, désolée, désolé erreur, pardon,
    erreur, on verra, à voir, doucement, on y va ou pas, après le nfp, après les chiffres, après le cpi, d'accord,
    faux, patience, à confirmer, je vous préviens, pour info, à surveiller, à suivre, sous surveillance, dans une
    heure, dans deux heures, à minuit, lundi, mardi, mercredi, jeudi, vendredi, alternative, scénario alternatif,
    exercice, quelque chose comme ça
"""
UNDOING = """
    mauvais chat, mauvais groupe, question, règle, notre règle, règles, astuce, conseil du jour, en général, parfois,
    on me demande, il a dit, mon ami a dit, demain, ce soir, plus tard, bientôt, peut-être, probablement, plan, le
    plan, option, sondage, pour ceux en profit, pour les débutants, après les news, la semaine dernière, ne le faites
    pas, exemple, par exemple, blague
"""
MACHINES = "copieur"
ACCOUNTS = "mon compte"
THANKS = "merci"
ENDED = "perte, perdu, perdue, gagné, gagnée, stoppé, stoppée, échoué, terminé, terminée, raté"
ITS = "le, la, les, l, nos, vos, tous les"

SHARES = {
    20: "un cinquième",
    67: "deux tiers, les deux tiers",
    75: "trois quarts, les trois quarts",
}
WORDS: dict[Role, str] = {
    Role.PART: "deux tiers, les deux tiers, trois quarts, les trois quarts, un cinquième",
    Role.TARGET: "objectifs possibles, objectifs potentiels, objectif potentiel",
    Role.BUY: "on est acheteurs, on est acheteur, nous sommes acheteurs",
    Role.SELL: "on est vendeurs, on est vendeur, nous sommes vendeurs",
    Role.MARKET: """
        cote à, cote actuellement à, s'échange à, se négocie à, le cours est à, le prix est à, le cours de l'or est à,
        le prix de l'or est à, le cours du btc est à
    """,
    Role.ZONE: "à partir de",
    Role.HOLD: "tenir",
    Role.ADD: "renfort, renforts",
    Role.FILLER: """
        on va chercher ces pips, on va chercher les pips, allons chercher ces pips,
        les performances passées, performances futures, des performances futures, les résultats passés,
        nous ne sommes pas responsables des pertes,
        le cours, le cours de l'or, le cours du, au cours de, les cours de l'or, les cours du,
        prochain, prochaine
    """,
    Role.ANALYSIS: """
        test du support, test de support, test de la résistance, test de résistance, test de la zone, test du niveau,
        teste le, teste la, teste les, teste son, teste sa, teste un, teste une, survente, surachat, survendu,
        suracheté
    """,
    Role.LESSON: """
        le cours de trading, le cours d'analyse, le cours de ce soir, le cours du soir, le cours du jour,
        le cours gratuit, le cours en ligne, le cours vidéo, le cours de forex, le cours de bourse en ligne
    """,
    Role.RECAP: """
        trade en cours, trades en cours, position en cours, positions en cours, ordre en cours,
        clôturé en gain, clôturé en profit, clôturé en gains, on l'a raté, on l'a ratée, nous l'avons raté, nous l'avons
        ratée, je l'ai raté,
        trade est toujours ouvert, trade toujours ouvert, position toujours ouverte, nous sommes dedans,
        presque à l'objectif, publié par erreur, envoyé par erreur, mauvais canal,
        on clôture pour aujourd'hui, on ferme pour aujourd'hui, on s'arrête pour aujourd'hui, on ferme boutique
    """,
    Role.NOT: """
        pas de sl, sans sl, pas de trade, on passe celui-ci, on passe celle-ci, on passe ce trade, passez ce trade
    """,
    Role.OTHERS: "les vip l'ont, les vip ont, les membres vip, le robot, notre robot, mon robot, le bot",
    Role.AD: "à quoi ressemblent nos signaux",
    Role.WILL: "l'idée est de, l'idée c'est de, sur le point de",
    Role.MAY: "j'aurais dû, on aurait pu, j'aurais pu, nous aurions dû",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    taille
"""
OCCASIONS = "à, au, aux, en, dans, sur, sous, vers, près de, avant, jusqu à, pendant, d ici"
ANY = "tout, toute, chaque"
AROUND = "vers, autour de, près de"
MOMENTS = "minuit, midi"
MOVES = "matin, week-end, force, faiblesse, hausse, baisse, rebond, mèche, heure, heures, minutes, résistance, support"
GROUPS = "comptes, scalpeurs, débutants"
CASES = "cas, option"
THIS = "ce, cet, cette, ces, actuel, actuelle, maintenant"
EXPLAINS = "explication"
