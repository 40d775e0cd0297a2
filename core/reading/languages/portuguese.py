"""Portuguese, of Brazil and of Portugal."""

from __future__ import annotations

from core.reading.roles import Role

MOODS = """
    medo, ganância, ganancioso, gananciosos, gananciosa, emoção, emoções, emocional, pânico, pressa, ansiedade,
    vingança, overtrading, desespero, desespere, desesperem, nervosismo, invista, invistam, arrisque, arrisquem, perder
"""
UPDATES = "atualizando, atualizações, atualizarei, atualizaremos, avisando, avisarei, avisaremos, informados, sinais"
SOON = "em breve, amanhã, logo, mais tarde"
FURTHER = "mais, próximo, próximos, outro, outros"
POTENTIAL = "potencial"
SWINGS = "volume, variação, volatilidade"
LACKING = "sem"
EVERY = "tudo, todos, todas, ambas, ambos"
SHARES = {25: "um quarto", 33: "um terço"}
TODAY = "hoje, dia, semana, mês"
GREEN = "lucro, lucros, green, verde, positivo, gain, profit"
WEEKDAYS = "segunda, terça, quarta, quinta, sexta, segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira"
MONTHS = "janeiro, fevereiro, março, maio, junho, julho, setembro, outubro, novembro, dezembro"
EXPECTED = "espero"

BEFORE = "antes de, antes da, antes do"
SESSIONS = "nova york, abertura"
WITHIN = "em, dentro de, após, às"
CAUGHT = "pegou, ativou, entrou, executou, acionou, ativada, ativado"
BY = "por"
PERIODS = "semana, dia"
SCORES = "pontuação, confiança"
EACH = "cada"
RISK = "risco"
LOTS = "lote, lotes"
PER = "por cada, a cada, para cada"
CLOSES = "fechamento, fecho, fechar, fecha"
CHANNELS = "canal, origem, grupo, sala, fonte"
LIQUIDATIONS = "liquidação"
FORMS = "comissão, confirmações, confirmação, probabilidade, duração, validade, perda máxima"
CANDLES = "vela, velas, diário, diária, semanal"
ZEROS = "zeros"
RISING = "altista"
FALLING = "baixista"
BREAKS = "rompimento, rompendo"
EXITING = "saída, sair, fechar"
OF = "em, na, da"
SEEKING = "procurando"
POINTS = "pontos, ponto"
PROFIT = "lucro, gain, gains, meta, metas, lucros"
LOSS = "perda, loss, prejuízo"
GUARDS = "proteção, inválido, invalidado"
COUNTED = "ordens"
RANKS_BEFORE = "a, o"
AVERAGE = "média, médio"
SIGNALS = "sinal"
COMMENTS = "nota, motivo, observação, análise"
ASSENTS = "sim"
DENIALS = "não"
PRICE = "preço"
PRICE_NOW = "preço atual, preço agora, preço de mercado, cotação atual"
TAKEN = "realizo, tiro, tirem"
TOOK = """
    realizei, realizamos, realizada, realizado, tirei, tiramos, vendi, vendemos, vendido, garanti, garantido,
    saquei, embolsei, reduzi, reduzido, parcializei, retirei, tirado
"""
SALES = "vendo, vendemos, vendendo, vender, vendam"
MORE = "outro, outra, mais"
TITLES = "revisão de ganhos, resumo de ganhos"
WHICH = "piores, melhores"
RENEWED = "atualizado, atualizada, atualização, corrigido, corrigida, alterado"
AGO = "atrás"
LEST = "para, pra"
DELETED = "apagar, apaguem, excluir, excluam, remover"
OUT_OF = "de, dos"
FORMERLY = "antes, era, estava, anterior"
ADVICE = """
    recomendo, recomendamos, recomenda, recomendado, recomendável, recomendação, aconselho, aconselhamos, sugiro,
    sugerimos, sugestão, melhor, convém, prudente, pessoalmente
"""
WEIGHTY = "importante, importantes, fundamental"
LIKE_THIS = "sinais como este, sinais como esse, assim são nossos sinais, assim são os nossos sinais"
COPULAS = "foi, foram, era"
STATES = "são"
SAME = "mesmo, mesma"
HABITS = "sempre, toda vez, normalmente, geralmente"
REASONS = "motivo, razao, analise, justificativa, contexto"
STAKED = "com"
BANKROLLS = "banco"
WICKS = "pavio, pavios"
ALMOST = "quase"
AFTER = "depois, depois de, apos"
FORWARDED = "encaminhado de"
STANDS = "temos, vemos"
CHARTED = "suporte, resistencia"
OUT = "saída, saídas"
LEAVING = "realizar, parcial, parciais"
HERE = "aqui, já, imediatamente, imediato, imediata"

OR = "ou"
SO = "por isso, portanto, então"
REENTERING = "reentrada, reentrar, entrar de novo, entrar novamente"
EVENTS = "live, sorteio, reunião, aula, inscrições, promoção, vagas"
WHOSE = "sua, suas, seu, seus, teu"
MARKETS = "mercado, mercados, bolsa"
I_CLOSED = "fechei, encerrei, fechamos, encerramos, zerei"
REMEMBER = "lembrem que, lembrem-se, lembrando que"
AMOUNTS = "parte, quase tudo, quase toda, quase todo, quase todas, quase todos, a maior parte"
INSTEAD = "em vez de, ao invés de"
SECURED = "protejam, protege, proteger, protegendo, protejam a operação"
AT = "no, na, em, ao, depois do"
ABOUT = "em, no, na, para"
CROWDS = "investidores, especuladores, touros, ursos, baleias"
ACTIONS = "ação"
CHOSEN = "primeiras, primeira, últimas, piores, ruins"
KEEPING = "deixa, deixe, deixem, deixamos, deixo, deixar, deixando, mantenha, mantenham, segura, segurem"
KEPT = "uma, um, melhor, última, correndo, alguma, metade, parte"
LAYERS = "posições, entradas, ordens, operações, camadas, compras, vendas"
SEVERAL = "uma, duas, três, quatro, várias, vários, algumas, alguns, um par"
SIZES = "volume, lotes, lote"
STAYING = "dentro, seguimos, ficamos"
CHANGES = "modificação, modificar, alteração, correção, mudança, atualização, ajuste"
SUCCEEDED = "sucesso, concluído, no bolso, garantido"
ALREADY = "já"

WORDS = {
    Role.HUNDREDTH: "por cento, porcento",
    Role.BELOW: "abaixo de, abaixo",
    Role.ABOVE: "acima de, acima",
    Role.BETWEEN: "entre",
    Role.BUY: """
        comprar, comprando, compramos, compra, compre, comprem, compro, comprado, entrada comprada, compra em,
        posição comprada, posição de compra, entramos comprados, vamos de compra, vamos de long, vamos comprados
    """,
    Role.SELL: """
        venda, vender, vendendo, vendido, vendam, vendo, venda em, vendemos, entrada vendida, posição vendida,
        as vendas, posição de venda, entramos vendidos, vamos de venda, vamos de short, vamos vendidos
    """,
    Role.ENTRY: """
        entrada, preco de entrada, regiao de entrada, entrar, faixa de entrada, ponto de entrada, entrada em,
        preco entrada, zona de entrada, zona de compra, zona de venda, entradas em, faixa de compra, ponto entrada,
        preco de compra, preco de venda, entrem em, região de compra, região de venda
    """,
    Role.STOP: """
        parar perdas, stop de perda, parar perda, limite de perda, perda máxima, stop técnico, stop inicial, stop no,
        stop na, stop curto, stop longo, stopagem, stop fixo, stop abaixo de, stop acima de, stop sugerido,
        stop máximo, invalidação, nível de invalidação, ponto de invalidação, invalidação abaixo de, invalidação acima
        de, invalidado abaixo de, invalidado acima de
    """,
    Role.TARGET: """
        alvo, alvos, realizar lucro, lucro, realizacao, alvo em, realizacao de lucro, realizar em, tp em, alvo final,
        take em, objetivos em, tomada de lucro, tomada de lucros, realização de lucros, alvos em, alvos nos, alvo no,
        realização em, parcial em, parciais em, alvo longo, alvo curto, alvo principal, realizações, saídas parciais
    """,
    Role.ADD: "aumentar mao, fazer preco medio",
    Role.LEVERAGE: "alavancagem, alavancagem de, alavancado, alav, alavanca",
    Role.CROSS: "cruzada",
    Role.ISOLATED: "isolada, isolado",
    Role.MARKET: """
        agora, a mercado, preco atual, ao mercado, preco de mercado, imediata, imediato, preco a mercado,
        no preço atual, nesse preço, neste preço, no mercado, cotação atual, preço agora
    """,
    Role.LIMIT: "ordem limite, limitada, ordem pendente, pendente, ordem limitada, ordens pendentes, ordem limit",
    Role.RUNNER: "aberto, em aberto, deixar aberto",
    Role.SYMBOL: """
        moeda, ativo, criptomoeda, cripto, par de moedas, ativo negociado, papel, ação, código, ticker, opção, empresa
    """,
    Role.HEADING: """
        ordem, ordens, operacoes, posicoes, sinal, operacao, posicao, analise, direcao, reentrada, reentrar,
        entrar de novo, entrar novamente
    """,
    Role.SIZE: """
        risco, banca, lote, lotes, riscos, margem, margem recomendada, exposição, exposição total
    """,
    Role.PIPS: "pontos",
    Role.CLOCK: "horas, hora, minutos, dias, minuto, data",
    Role.TO: "ate, ou",
    Role.AND: "e, depois, em seguida",
    Role.ZONE: "mais ou menos",
    Role.FILLER: """
        não arrisque mais de, não arrisquem mais de, não use mais de, não usem mais de,
        antes da notícia, antes das notícias, antes dos dados, antes do payroll, antes do fim de semana,
        recomendação de compra ou venda, não é recomendação de compra ou venda, não é uma recomendação de compra ou
        venda, recomendação de compra ou de venda, ganhamos juntos, resultados passados, resultados futuros,
        rentabilidade passada,
        última operação do dia, última do dia, último sinal do dia,
        para melhores resultados, para obter melhores resultados, para os melhores resultados, nao emocao, nao emocoes,
        recomenda-se, aconselha-se, maxima de ontem, minima de ontem, fechamento de ontem, maxima da semana passada,
        minima da semana passada, maxima anterior, minima anterior, nao garante, nao garantem, pressao de compra,
        pressao de venda, liquidez de compra, liquidez de venda, em, no, na, de, da, pra, os, as, um, uma, pessoal,
        galera, por favor, aqui, por enquanto, nosso, nossa, seu, sua, a, o, com, para, por, das, dos, ao, nos, eu,
        novo, nova, pequeno, pequena, rapido, rapida, colocado, posicionado, ideia, boa, bom, forte, cuidado, entrando,
        abrindo, abrimos, abrir, pegar, recomendamos, recomendacao, hoje, nivel, preco, cada, curto prazo, medio prazo,
        longo prazo, atencao, esta, este, fazer um, vamos fazer, bora, vamos nessa, fazer, vamos fazer um,
        nao se apressem, sem pressa, nao esquecam, nao esqueca, nao esquecam de, nao sejam gananciosos,
        nao arrisquem mais, nao arrisque mais, nao mais que, nao mais de, nao entrem em panico, nao se preocupem,
        conforme o plano, segundo o plano, sem ganancia, desejo a todos, desejamos a todos, bons lucros, boa sorte,
        desejamos, muito lucro, não é recomendação de compra, não é recomendação de investimento,
        não é uma recomendação, não é recomendação, não é um conselho financeiro, não é conselho financeiro,
        não são recomendações, não constitui recomendação, para fins educacionais, apenas para fins educacionais,
        somente para fins educacionais, para fins educativos, somente fins educacionais, fins didáticos,
        apenas fins educativos, depois do qual, após o que, lembrem que, lembrem se que, lembre se que, não reentrar,
        não reentrem, não reentre, sem reentrada, sem reentradas, não entrar de novo, não entrem de novo,
        não entrar novamente, não entrem novamente, quem entrou, quem está dentro, quem ainda está dentro, quem pegou,
        quem está na operação, para quem entrou, quem estiver dentro, não está bom, não estou gostando, não me agrada,
        postado por, publicado por, enviado por, compartilhado por, criado por, feito por, fechem os olhos,
        feche os olhos, fecha os olhos, fechar os olhos, no lucro, no prejuízo, metade do preço, metade do caminho,
        metade do mês, metade da semana, para garantir, para garantir lucro, para garantir o lucro,
        para proteger o lucro, em vez de, ao invés de, infelizmente,
        já vamos, já vamos em, já vamos com, vamos ganhando, vamos no lucro, estamos ganhando, quem ficou, quem está,
        quem ainda está, quem segue, quem ainda segue, quem está comprado, quem está vendido,
        pra quem está, para quem está, quem ficou no trade
    """,
    Role.MOVE: """
        mover, movam, subir, ajustar, colocar, coloquem, mova, movemos, movo, mudem, mudar, subam, levem, levar,
        levamos, puxem, puxar, puxa, passem, passar, passamos, passe, coloque, coloca, ajustem, ajuste, arrastem,
        subimos, mexer, sobe, passa, move, desce, baixo, baixamos, baixem, ajusto, coloco, colocamos, levo, passo,
        movido, movida, alterem, alterar, alterado, alterada, modificado, ajustado, subido, levado, ponham, ponha
    """,
    Role.CLOSE: """
        fechar, fechem, fechamos, encerrar, encerrem, feche, sair, saiam, zerar, fechar tudo, fechem tudo, encerramos,
        encerrar tudo, encerra, encerrar a operacao, encerrem a operacao, saimos, sair da operacao, saiam da operacao,
        fechar operacao, fechar a operacao, fechando, encerrando, fecho, fechar agora, zeramos, zerem, saindo,
        fecho aqui, saio, encerro, vou fechar, fechar o resto, fechamos o resto, fecho o resto, fechem o resto,
        fechar o restante, fechamos o restante, fecho o restante, fechem o restante, encerrar o restante,
        encerramos o restante, zerar o restante, realizar o restante, realizo o restante, realizamos o restante,
        fecha tudo, fecha agora, fecha a operação, fecha aqui, fecha essa, encerra tudo, sai agora, sai dessa,
        zera tudo, não estamos mais na operação, não estamos mais nessa operação, não estamos mais nesse trade,
        já não estamos na operação, não estou mais na operação, não estou mais nesse trade, encerramos aqui,
        encerrando aqui, fechando aqui, fechamos aqui, fechei manualmente, encerrei manualmente, saímos aqui,
        sai fora, saiam fora, pula fora, caiam fora, zera,
        zerando a operação, zerando aqui, zerando tudo, zerem a operação, zeramos a operação, zeramos aqui, zerar a
        operação, zerar tudo, zero a operação aqui
    """,
    Role.CLOSED: """
        fechado, encerrado, encerrada, fechada, zerado, fechamos em, operacao encerrada, operacao fechada,
        encerramos em, encerradas, fechadas, fechei, fechei a operação, encerrei, saí da operação, fechado o restante,
        fechado o resto, restante encerrado, restante fechado, resto fechado, fechei o restante, fechei o resto,
        encerrei o restante, zerei
    """,
    Role.CANCEL: """
        ordem removida, ordem excluída, ordem deletada, ordem pendente removida, ordem pendente excluída,
        cancelar, cancelado, cancelem, cancele, cancelamos, cancela, ordem cancelada, cancelada, apaguem a ordem,
        deletar ordem, deletem a ordem, remover ordem, removam a ordem, retirem a ordem, excluam a ordem,
        excluir ordem, anulada, sinal cancelado, desconsiderem, desconsiderar, desconsidera, ordem anulada,
        tirem a ordem, não vamos mais entrar, não entramos mais, não entrem mais, não entrar mais, não é mais válido,
        não é mais válida, não vale mais, já não é válido, já não vale, não pegamos mais, deixamos passar,
        deixa passar essa, perdeu validade, sinal expirado, esqueçam essa operação, esqueçam esse trade,
        esqueçam a ordem, tira a ordem, remove a ordem
    """,
    Role.REMOVE: "remover, tirar, retirar, sem, deletem, deletar, deleta, apaguem, apagar, apaga, excluam, excluir",
    Role.PART: """
        parcial, parte, realizar parcial, garantir, parciais, realizem, realizamos, realizando, realizem parcial,
        realizei, realizo, realizar, fazer parcial, facam parcial, fazemos parcial, fecham parcial, fechem parcial,
        saida parcial, embolsar, embolsem, garantam, garantimos, garanta, reduzir, reduzam, reduzimos,
        realizacao parcial, fechar parcial, por no bolso, parte da posicao, uma parte, realiza, um quarto, um terco,
        retirem, retira, tirem, tira, sacar, saquem,
        quase tudo, quase toda, quase todo, quase todas, quase todos, a maior parte
    """,
    Role.HALF: "metade, 50 por cento, a metade, metade da posicao, meia posicao",
    Role.ALL: "tudo, restante, o resto, o restante, completa, completo, todas",
    Role.EVEN: """
        zero a zero, no zero a zero, para a entrada, 0x0, no 0x0, breakeven, break even, no zero, na entrada,
        para entrada, no preco de entrada, ao preco de entrada, no ponto de entrada, para o ponto de entrada,
        para o zero, sem risco, risco zero, a zero, ao zero a zero, pro zero a zero, para o zero a zero, pra entrada,
        no be, no 0 a 0, no breakeven, protejam no be, protejam no zero a zero, proteger no zero a zero, pro 0x0,
        pro zero, no break even
    """,
    Role.HIT: """
        atingido, atingida, batido, alcancado, bateu, pegou, atingidos, batida, batidos, bateram, atingimos,
        alcancada, alcancou, conquistado, chegou, buscou, no bolso, tocado, tocou, pago, paga, pagou
    """,
    Role.STOPPED: """
        stopado, stopada, stopamos, fomos stopados, stop atingido, stop batido, bateu o stop, bateu stop,
        pegou o stop, pegou stop, tomamos stop, levamos stop, stopou, stop acionado, tomei stop, bateu no stop,
        acionou o stop, stopados, saiu no stop, tomamos o stop, levei stop
    """,
    Role.FILLED: """
        ativada, ativado, executada, ordem executada, ordem ativada, ordem preenchida, entrou, preenchida, acionada,
        ordem acionada, pegou a ordem, entramos na operacao, entrada ativada, entrada acionada, ativou,
        ativou a ordem, pegou a entrada, pegou entrada, entrada pega, ativamos, estamos dentro, acionou
    """,
    Role.HOLD: "segurem, segurar, seguramos, mantenham, manter, mantemos, deixar correr, deixem correr",
    Role.NOT: """
        nao, nunca, ainda nao, nem, nenhum, nenhuma, nao fechem, nao entrem, jamais, agora não, esqueci, me esqueci,
        esqueci de, não recomendo, não aconselho, esquecem, se esquecem, esqueceu, esqueceram, quem esqueceu
    """,
    Role.IF: """
        se, quando, caso, apos, assim que, depois de, se romper, enquanto, quando chegar, desde que, dependendo,
        so se, somente se, com confirmacao, apos confirmacao, no reteste, sujeito a, em caso de, depois do, depois da
    """,
    Role.WILL: """
        vamos, iremos, vou, amanha, compraremos, venderemos, teremos, em breve, logo,
        mandarei, pretendo, penso em comprar, plano para, planejo, planejamos, segunda feira, proxima semana,
        semana que vem,
        já vamos fechar, já vamos entrar, já vamos sair
    """,
    Role.MAY: """
        talvez, pode, possivel, possivelmente, provavel, provavelmente, podemos ver, acho, acredito, pode ser,
        poderia, queria, quero, gostaria, tomara, idealmente, prefiro, sonho, espero, pensando em, pensava,
        deveríamos ter, deveria ter, devíamos ter, poderíamos, poderiam, considerem, considere
    """,
    Role.YOU_CAN: """
        podem, quem quiser, quem preferir, podem realizar, opcional, pode fechar, a criterio, se quiserem,
        fica a criterio, sempre, toda vez, a seu criterio, critério de cada um, conforme seu criterio
    """,
    Role.QUESTION: "quem, por que, como, qual, quanto, devo",
    Role.RECAP: """
        estou dentro, já estou em, sigo em, estou comprado, estou vendido, resultado, resumo, resultados, parabens,
        essa semana, lucro total, da semana, fechamento da semana, ganhamos, pips de lucro, minha operacao,
        minha posicao, meu trade, lucro do dia, placar, gain do dia, fechamos a semana, fechamos o mês,
        fechamos o dia, fechamos semana, fechamos o ano, revisão de ganhos, resumo de ganhos, prejuízo de,
        fechando a semana, fechando o mês, fechando o dia, fechamos mais um dia, fechamos mais uma semana,
        fecha a semana, fecha o dia, fecha o mês, fecho o mês
    """,
    Role.MEMORY: """
        foi, era, eram, estava, tinha, demos, lembram, lembra, ultimo sinal, ultima, anterior, passado, passada,
        compramos ontem, vendemos ontem, hoje cedo, arquivo, deu, funcionou, terminou, peguei, entrei, comprei, teria,
        teríamos, tivesse, deveria, devia
    """,
    Role.OTHERS: """
        ele, ela, eles, elas, amigo, um amigo, alguem, membro, membros, seguidor, seguidores, analista, analistas,
        baleia, baleias, banco, bancos, outro canal, outros canais, recomenda, diz, dizem, um trader, a galera toda,
        conta demo
    """,
    Role.ANALYSIS: """
        suporte, tendencia, resistencia, rompimento, correcao, alta do, noticias, feriado, volatilidade, cenario,
        grafico, liquidez, analise tecnica, projecao, volátil, mercado volátil, mercado lateral, mercado agitado,
        mercado nervoso
    """,
    Role.LESSON: """
        exemplo, aula, exemplos, por exemplo, suponha, imagine, licao, aprenda, teste, sinal de teste, amostra,
        modelo, formato, falso, sinal falso, exemplo de sinal
    """,
    Role.AD: """
        sinais como este, sinais como esse, inscreva, desconto, assine, gratis, gratuito, acesse, vagas, link,
        cadastro, cadastre, inscrevam, grupo vip,
        sala vip, promocao, chame, chama, assinatura, plano, corretora
    """,
    Role.WAIT: """
        aguardem, aguardar, esperem, aguarde, aguardando, aguardamos, esperar, preparem, preparem se, fiquem atentos,
        atentos, de olho, aguardem confirmacao, esperar confirmacao, formando
    """,
    Role.EXCEPT: "exceto, menos, salvo, com exceção de, tirando",
    Role.BUT: "mas, so, apenas, somente, em vez disso",
    Role.EDIT: "novo sl, novo stop, novo tp, novos alvos, novo alvo, stop novo",
    Role.PAST: """
        ontem, semana passada, anteontem, mes passado, de ontem, conseguimos, consegui, pudemos, pude, deu para,
        deu pra, deu tempo de
    """,
}

EVERYDAY = """
    ser estar ola oi bom boa bons boas dia tarde noite saudacoes obrigado obrigada amigos amigas galera pessoal turma
    gente familia traders trader investidores guerreiros campeoes senhores irmaos time equipe atencao urgente
    urgentemente rapido rapida rapidinho rapidamente importante imediatamente corre corram excelente excelentes otimo
    otima otimos otimas grande grandes bonito bonita lindo linda perfeito perfeita claro clara limpo limpa forte
    fortes solido solida simples facil incrivel top show brabo braba insano potente interessante favorito favorita
    melhor melhores fogo foguete sorte sucesso feliz bencaos deus abencoe animo forca aproveitem aproveita aproveitar
    lucros gestao gerenciem gerencie gerenciamento riscos dinheiro banca fundos saldo lotes mao maos porcentagem
    responsavel responsabilidade prudente prudencia prudentes cuidem cuidado cuidadosos calma paciencia pacientes
    disciplina respeitem respeite respeitar respeitando sigam siga seguindo seguir usem use usar usando utilizem
    utilize utilizar apliquem conservador conservadora conservadores agressivo agressiva agressivos moderado moderada
    normal normais padrao minimo minima maximo maxima baixo baixa alto alta medio media leve leves pequeno pequena
    sinal sinais operacao operacoes operacional trades trade entrada colocamos colocada colocar bota botem mandamos
    mandem pega peguem pegar pegando tomem toma compartilho scalping scalp swing intraday daytrade curto longo prazo
    sessao sessoes asiatica europeia americana londres nova iorque york toquio hoje semana semanal diario diaria
    mensal hora horas minutos seu sua seus suas nosso nossa nossos nossas este esta isto estes estas esse essa isso
    esses essas cada mesmo mesma outro outra outros outras mais menos muito muita muitos muitas tao tanto pouco pouca
    poucos poucas varios varias todos ambos ambas dois duas tres quatro cinco seis dez segundo segunda terceiro
    terceira uns umas aqui ai ali la onde como para pra pro contra durante desde junto tambem alem aproximadamente
    aprox exato exata exatamente quase bem assim moeda moedas cripto criptos criptomoeda criptomoedas altcoin altcoins
    metal metais indice indices divisas futuros acoes acao token tokens ouro canal grupo sala clube academia vip
    premium publico privado oficial detalhes detalhe informacao info numero ponto nivel niveis precos volume corretora
    corretoras spread comissao taxa taxas pronto pronta prontos bora partiu vamo simbora juntos indicador algoritmo
    detectou detectada detectado gerou confirmada confirmado lucrar oportunidade oportunidades gratuita curta região
    níveis primeiro primeira final mínimo máximo conta gestão olá minha meu técnica técnico tempo sessão asiática
    abertura usamos recomendo recomendado recomendada sugerido sugerida perto próximo direto direta são montando abro
    abrindo deixem deixar deixo nos nas
"""

ORDINALS = (
    "primeiro, segundo, terceiro, quarto, quinto",
    "primeira, segunda, terceira, quarta, quinta",
)

MONEY = {
    "EUR": "euro",
    "USD": "dolar",
    "GBP": "libra",
    "JPY": "iene",
    "CHF": "franco",
}

ALIASES = {
    "XAUUSD": "ouro",
    "XAGUSD": "prata",
    "USOIL": "petroleo",
    "NATGAS": "gas natural",
}
