"""French for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

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
    toujours valable, toujours valide, est-ce que je, trop tard
"""
SO_FAR = "déjà, actuellement"
VOIDS = """
    expiré, expirée, mauvaise paire, mauvais canal, par erreur, erreur de paire, en pause, suspendu, setup raté, setup
    échoué, échoué, trade d'un élève, d'un élève, trop tard, on passe, on passe celui-ci, niveaux à mettre à jour, le
    stop sera modifié, le sl sera modifié, sera mis à jour, ouvert lundi, ouvert hier, invalide, invalidé, n'est plus
    valable, plus valable, caduc, devoir
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

WORDS: dict[Role, str] = {
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
        le cours, le cours de l'or, le cours du, au cours de, les cours de l'or, les cours du
    """,
    Role.ANALYSIS: """
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
        presque à l'objectif, publié par erreur, envoyé par erreur, mauvais canal
    """,
    Role.NOT: """
        pas de sl, sans sl, pas de trade, on passe celui-ci, on passe celle-ci, on passe ce trade, passez ce trade
    """,
    Role.OTHERS: "les vip l'ont, les vip ont, les membres vip, le robot, notre robot, mon robot, le bot",
    Role.AD: "à quoi ressemblent nos signaux",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    taille
"""
