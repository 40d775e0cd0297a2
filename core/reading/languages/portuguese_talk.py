"""Portuguese for the second time: what is said of charts, and around calls.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

UNTOUCHED = "segue, seguem, continua, continuam"
FROM = "de, do"
FOR_INSIDERS = """
    quem fechou, quem já fechou, quem entrou, quem já entrou, quem está dentro, quem já está dentro, quem saiu, quem já
    saiu, os que fecharam, os que entraram, se já fechou, se você fechou, se já entrou, se você já entrou
"""
GOT_IN = "entrei, comprei, peguei"
FUTURES = "futuros, perpétuos"
NOWS = "agora, já"
CHEERS = "parabéns"
RELATIVES = "que, quem"
REMAINING = "resto, restante, restantes"
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
    o que acham, o que vocês acham, que acham, está certo, tá certo, é válido, ainda vale, vale a pena, devo, será que,
    concordam, correto, ainda tá valendo, ainda está valendo, continua válido, continua valendo, válido ou não,
    entramos ou não, pegariam, vocês pegariam, quem pegaria, sim ou não
"""
SO_FAR = "já, atualmente, por enquanto"
VOIDS = """
    expirado, expirada, expirou, vencido, já no lucro, par errado, moeda errada, errei o par, por engano, em pausa,
    pausado, setup falhou, falhou, setup falho, de um aluno, operação de um aluno, tarde para entrar, já é tarde,
    tarde demais, sinal anulado, anulado, anulada, saí, saímos, stop será alterado, o stop será alterado, níveis serão
    atualizados, aberta na segunda, aberta ontem, inválido, invalidado, não vale mais, sem efeito, dever de casa,
    só olhem, só olhando, só olhar, só observando, só observar, apenas observando, apenas observar, sem ativar,
    pendente de confirmação, aviso quando entrar, confirmo já já, testando o bot, ignorem essa, ignorem esta,
    ignorem a, ignorem o sinal, ignorem esse, ignorem este, ignorar essa, ignorar esse, sl errado, stop errado,
    tp errado, entrada errada, o sl está errado, o stop está errado, sl está errado, já corrijo, vou corrigir,
    sinal antigo, sinal velho, já fechou, já fechamos, já passou, muito tarde, já andou, já decolou, já disparou,
    já está rodando, já está correndo, já está no lucro, já tá no lucro, assim são nossos sinais,
    assim são os nossos sinais, vip já está dentro, já estão dentro, postado no vip, em teoria, na teoria,
    achem o erro, encontre o erro, encontrem o erro, vocês pegariam, quem pegaria, o que acham, que acham,
    da concorrência, golpistas, cuidado com sinais falsos como, é golpe, me perguntaram sobre, me perguntam sobre,
    simulação, só alerta, apenas alerta, só informativo, apenas informativo, só info, só análise, apenas análise,
    apenas estudo, só estudo, só um estudo, apenas um estudo, operação pessoal, trade pessoal, não recomendado,
    não recomendo, tô fora, to fora, estou fora, estamos fora, apaguem, reverti, mudei de ideia, mudança de planos,
    má ideia, sinal ruim, invalidou, suspenso, correção abaixo, correção já já, ver atualização, atualização abaixo,
    atualizado abaixo, substituído pelo, substituída pela, vejam o novo sinal, ver o novo sinal, ver novo sinal,
    ver próximo post, vejam o próximo, vejam a próxima, novos níveis abaixo, já passo os níveis, passo os níveis,
    níveis a confirmar, é brincadeira, primeiro de abril, ativo errado, grupo errado, erro de digitação, com dúvidas,
    tenho dúvidas, duvido, segurem não entrem, me enganei, me confundi
"""
AND_THEN = "depois, em seguida, então"
VOIDS_ALONE = """
    em observação, monitorando, eu aviso, já aviso, rascunho, testando, ignorem, ignorar, ignore, favor ignorar, por
    favor ignorem, desconsiderem, desconsiderar, favor desconsiderar, apagado, apagada, deletado, acabou, já era,
    passou, já foi, para segunda, estudo, minha opinião, minha visão, opinião pessoal, fora, errei, boato, boatos, kkk,
    kkkk, kkkkk, kkk não, rsrs, rs, brincadeira, zoeira, zueira, desculpa, desculpem, desculpem erro, erro, na dúvida,
    em dúvida, quem sabe, em espera, calma, calma gente, calma pessoal, revertido, revertida, depois do payroll, depois
    do nfp, após o payroll, após o nfp, após o cpi, depois do cpi, informativo, mentira, ops, depende, veremos, golpe,
    a confirmar, sem confirmação, sem sinal, sem trade, observando, de olho, de olho em, no radar, em uma hora, em duas
    horas, à meia-noite, na segunda, na terça, na quarta, na quinta, na sexta, alternativa, cenário alternativo,
    prática, algo assim
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
ITS = "o, a, os, as, todas as, todos os"

SHARES = {
    20: "um quinto",
    67: "dois terços, os dois terços",
    75: "três quartos",
}
WORDS: dict[Role, str] = {
    Role.PART: "dois terços, os dois terços, três quartos, um quinto",
    Role.TARGET: "possíveis alvos, possível alvo, alvos possíveis, alvos potenciais",
    Role.ANALYSIS: """
        teste do suporte, teste da resistência, teste da zona, sobrevenda, sobrecompra, sobrevendido, sobrevendida,
        sobrecomprado, sobrecomprada
    """,
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
        favorável para compra, favorável para venda, favorável à compra, favorável à venda,
        vamos com tudo, bora com tudo, feche a porta, fechem a porta, fechar a porta, feliz segunda, boa segunda
    """,
    Role.RECAP: """
        perdemos essa, perdemos esta, perdi essa, perdi esta, bom trabalho, belo trade, operação segue,
        operação continua, quase no alvo, postado por engano, enviado por engano, canal errado,
        encerrando por hoje, encerramos por hoje, fechando por hoje, fechamos por hoje, fecho o dia, fecho a
        semana, encerro o dia
    """,
    Role.NOT: "sem sl, sem stop, sem trade, sem operação, pulem essa, pulem esta, pula essa, pulamos essa, sem entrada",
    Role.OTHERS: "o vip recebeu, vip recebeu, vips receberam, o vip pegou, vip pegou",
    Role.MAY: "só uma ideia, apenas uma ideia",
    Role.AD: "assim são nossos sinais, assim são os nossos sinais",
    Role.QUESTION: "ainda posso, dá pra entrar, ainda dá pra",
    Role.WILL: "a ideia é fechar, a ideia é mover, a ideia é realizar, a ideia é sair, a ideia é cancelar",
    Role.YOU_CAN: "se gostaram, se gostou, se curtiu, se curtiram, se gostarem",
}

ALIASES: dict[str, str] = {}
OCCASIONS = "em, no, na, nos, nas, ao, perto de, até, durante, sob"
ANY = "qualquer, cada"
AROUND = "perto de, perto dos, por volta de"
MOMENTS = "meia-noite, meio-dia"
MOVES = "manhã, fim de semana, força, fraqueza, alta, queda, pavio, hora, horas, minutos"
GROUPS = "contas, scalpers, iniciantes"
CASES = "caso, opção"
THIS = "este, esta, esse, essa, neste, nesta, nesse, nessa, atual, agora"
EXPLAINS = "explicação"
