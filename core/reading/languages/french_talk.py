"""French for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

EARLIER = "dernier trade, dernière entrée, trade précédent, entrée précédente, position précédente"
COUNSELS = """
    conseil, conseils, conseiller, conseillers, recommandation, recommandations, incitation, responsable, responsables,
    responsabilité, garantie, garanti, garantis
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
COMING = "arrive, atteigne"
CHOSEN = "premières, premiers, première, dernières, pires, mauvaises"
LAYERS = "positions, entrées, ordres, trades, achats, ventes, couches"
SEVERAL = "une, deux, trois, quatre, cinq, plusieurs, quelques"
SIZES = "volume, lots, lot"
STAYING = "dedans, reste, restons"
SUCCEEDED = "réussi, succès, validé"
ALREADY = "déjà"
KEEPING = "laissez, laisse, laissons, laisser, laissant, gardez, gardons, garder, garde"
KEPT = "une, un, meilleure, meilleur, dernière, dernier, petite, petit, moitié, partie"

WORDS: dict[Role, str] = {
    Role.FILLER: "nous ne sommes pas responsables des pertes",
}

ALIASES: dict[str, str] = {}
