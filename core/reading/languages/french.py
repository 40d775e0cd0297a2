"""French."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BELOW: "en dessous de",
    Role.ABOVE: "au dessus de",
    Role.BETWEEN: "entre",
    Role.BUY: "achat, acheter, achetez, achetons, achete",
    Role.SELL: "vente, vendre, vendez, vendons",
    Role.ENTRY: "entrée, prix d'entrée, zone d'entrée, entrer",
    Role.STOP: "arrêt",
    Role.TARGET: "objectif, objectifs, cible, cibles, prise de profit",
    Role.LEVERAGE: "levier, effet de levier",
    Role.CROSS: "croisé",
    Role.ISOLATED: "isolé",
    Role.MARKET: "maintenant, au marché, marché, prix actuel",
    Role.LIMIT: "limite, ordre limite, en attente",
    Role.SYMBOL: "paire, actif",
    Role.HEADING: "position, positions, ordre, ordres, trades, signal, trade, direction",
    Role.SIZE: "risque, capital, lot",
    Role.CLOCK: "heure, heures, minutes, jours",
    Role.TO: "à, ou, jusqu à",
    Role.AND: "et",
    Role.MOVE: "déplacez, déplacer, mettez, mettre, remontez, déplacez le",
    Role.CLOSE: "fermez, fermer, clôturez, clôturer, fermez tout, coupez, sortez, on ferme",
    Role.CLOSED: "fermé, clôturé, cloturée",
    Role.CANCEL: "annulez, annuler, annulé, supprimez l ordre",
    Role.REMOVE: "enlevez, supprimez, retirez, sans",
    Role.PART: "partiel, partiels, une partie, sécurisez, sécuriser",
    Role.HALF: "moitié, la moitié",
    Role.ALL: "tout, toutes",
    Role.EVEN: "à l'entrée, prix d'entrée stop, seuil de rentabilité, point mort, au prix d entrée",
    Role.HIT: "atteint, touché, atteinte, touchée",
    Role.FILLED: "activé, déclenché",
    Role.NOT: "non, ne, pas, jamais",
    Role.IF: "si, quand, lorsque",
    Role.WILL: "allons, fermerons, va",
    Role.MAY: "peut, peut être",
    Role.YOU_CAN: "vous pouvez, pouvez",
    Role.RECAP: "bilan, résultat, résultats, hier, résumé",
    Role.ANALYSIS: "analyse, résistance, tendance",
    Role.LESSON: "exemple, par exemple, cours",
    Role.AD: "rejoignez, abonnez, réduction",
    Role.WAIT: "attendez, patientez, attendre",
}

ALIASES = {
    "argent": "XAGUSD",
    "l or": "XAUUSD",
    "once d or": "XAUUSD",
    "pétrole": "USOIL",
}
