"""Portuguese for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

FORMS = "lucro potencial, lucro esperado, ganho potencial, ganho esperado, retorno esperado, número de alvos"
STOPLESS = "sem sl, sem stop"
HORIZONS = "prazo"
CHASES = "persiga, persigam, perseguir, corra, corram, correr"
MODALS = "pode, podem, poderia"
LASTS = "levar, demorar, durar"
STAGES = "curto prazo, médio prazo, longo prazo, saída"
EXCUSES = "desculpa, desculpem, perdão, quis dizer"
HALVES = "metade da posição, meia posição"
SPEAKERS = "esposa"
FIRST_OF_ALL = "primeiro"
GOING = "almoçar, jantar, dormir, amanhã"
OUT_OR_OFF = "saio, saímos, saindo"
SHUTS = "fecha, fecham"
IN_ORDER_TO = "para, pra"
BY_ITSELF = "automaticamente, automático"
UNHURRIED = "não se apressem, sem pressa, não há pressa, não tenham pressa"
SUPPOSED = "perdendo, rompendo, batendo, caindo, superando, perder, romper, chegando, deixa, deixe, deixem"
HAD = "tínhamos, tinha, tinham"
TONIGHT = "noite, à noite, hoje à noite, esta noite, de noite, à tarde, hoje à tarde"
RULES = "regra, regras, rotina, configurações, dica, dicas"
EARLIER = (
    "última entrada, última operação, último trade, operação anterior, entrada anterior, último sinal, sinal anterior"
)
TOGETHER = "vamos"
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
SHARE_OF = "de, do, da"

PRICE_NOW = "está cotado a, está cotado em, cotado a, cotado em, está sendo negociado a, negociado a, o preço está em"
INVITING = "quem vem, quem está dentro, quem tá dentro, prontos, bora"
ASKING_ADVICE = """
    o que acham, o que vocês acham, que acham, está certo, tá certo, é válido, ainda vale, vale a pena, devo, será que
"""
SO_FAR = "já, atualmente, por enquanto"
VOIDS = """
    expirado, expirada, expirou, vencido, já no lucro, par errado, moeda errada, errei o par, por engano, em pausa,
    pausado, setup falhou, falhou, setup falho, de um aluno, operação de um aluno, tarde para entrar, já é tarde,
    tarde demais, sinal anulado, anulado, anulada, saí, saímos, stop será alterado, o stop será alterado, níveis serão
    atualizados, aberta na segunda, aberta ontem, inválido, invalidado, não vale mais, sem efeito, dever de casa
"""
UNDOING = """
    chat errado, grupo errado, pergunta, regra, nossa regra, regras, dica, dica do dia, normalmente, às vezes, me
    perguntam, ele disse, meu amigo disse, amanhã, hoje à noite, mais tarde, depois, em breve, talvez, provavelmente,
    possivelmente, plano, o plano, opção, enquete, para quem está no lucro, para iniciantes, depois das notícias,
    semana passada, não façam isso, exemplo, por exemplo, brincadeira
"""
MACHINES = "robô"
ACCOUNTS = "minha conta, na conta"
THANKS = "obrigado, obrigada, valeu"
ENDED = "perda, ganho, gain, stopado, stopada, falhou, finalizado, finalizada, encerrado, encerrada"
AFTERWARDS = "ainda posso, dá pra entrar, ainda dá pra"

WORDS: dict[Role, str] = {
    Role.TARGET: "possíveis alvos, possível alvo, alvos possíveis, alvos potenciais",
    Role.ANALYSIS: "sobrevenda, sobrecompra, sobrevendido, sobrevendida, sobrecomprado, sobrecomprada",
    Role.MARKET: """
        está cotado a, está cotado em, cotado a, cotado em, está sendo negociado a, negociado a, o preço está em
    """,
    Role.ZONE: "a partir de",
    Role.ADD: "reforço, reforços",
    Role.HALF: "fecha metade, feche metade, fechem metade, fechar metade, fechamos metade, fecho metade",
    Role.IF: "bateu um alvo, bateu algum alvo, batendo um alvo, batendo algum alvo, bateu um dos alvos",
    Role.FILLER: """
        última mínima, última máxima,
        vamos buscar esses pips, vamos buscar os pips, vamos atrás desses pips, vamos lucrar,
        não constitui recomendação de compra ou venda, não nos responsabilizamos por
        perdas,
        favorável para compra, favorável para venda, favorável à compra, favorável à venda
    """,
    Role.RECAP: """
        perdemos essa, perdemos esta, perdi essa, perdi esta, bom trabalho, belo trade, operação segue,
        operação continua, quase no alvo, postado por engano, enviado por engano, canal errado
    """,
    Role.NOT: "sem sl, sem stop, sem trade, sem operação, pulem essa, pulem esta, pula essa, pulamos essa, sem entrada",
    Role.OTHERS: "o vip recebeu, vip recebeu, vips receberam, o vip pegou, vip pegou",
    Role.MAY: "só uma ideia, apenas uma ideia",
    Role.AD: "assim são nossos sinais, assim são os nossos sinais",
    Role.QUESTION: "ainda posso, dá pra entrar, ainda dá pra",
}

ALIASES: dict[str, str] = {}
