"""Portuguese for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

EARLIER = "última entrada, última operação, último trade, operação anterior, entrada anterior"
COUNSELS = """
    recomendação, recomendações, aconselhamento, conselho, dica, consultoria, consultores, responsabilizamos,
    responsável, responsáveis, responsabilidade, garantia, garantido, garantidos
"""
LITTLE = "o, os, uma, é, e, para, com, porque, meu, nosso, hoje, esta, está, que, da, pra"
DROPS = "cair, baixar, recuar"
REPLIED = "em resposta a, respondendo a, resposta a"
SIGHTS = """
    suporte, suportes, resistência, resistências, tendência, divergência, liquidez, estrutura, canal, máxima, mínima,
    volume, candle, correção, retração, rsi, ifr
"""
NEEDED = "precisa, precisamos, necessário, primeiro, deve, até, confirmação, confirmar, somente"
DOES = """
    está, segue, mantém, rejeitou, rompeu, testou, respeitou, negocia, pode, poderia, formou, foi, era
"""
PERSONS = "eu, nós, vocês, meu, minha, nosso, nossa, nos, me"
SCENARIOS = "cenário"
VIEWS = "visualizações"
CAVEATS = "aviso, isenção"
COMING = "chegar, chegue"

WORDS: dict[Role, str] = {
    Role.FILLER: """
        não constitui recomendação de compra ou venda, não nos responsabilizamos por
        perdas
    """,
}

ALIASES: dict[str, str] = {}
