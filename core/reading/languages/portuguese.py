"""Portuguese, of Brazil and of Portugal."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BELOW: "abaixo de, abaixo",
    Role.ABOVE: "acima de, acima",
    Role.BETWEEN: "entre",
    Role.BUY: "comprar, comprando, compramos",
    Role.SELL: "venda, vender, vendendo, vendido",
    Role.ENTRY: "entrada, preco de entrada, regiao de entrada, entrar, faixa de entrada, ponto de entrada",
    Role.STOP: "parar perdas, stop de perda",
    Role.TARGET: "alvo, alvos, realizar lucro, lucro, realizacao",
    Role.ADD: "aumentar mao, preco medio",
    Role.LEVERAGE: "alavancagem",
    Role.CROSS: "cruzada",
    Role.ISOLATED: "isolada, isolado",
    Role.MARKET: "agora, a mercado, preco atual",
    Role.LIMIT: "ordem limite, limitada",
    Role.RUNNER: "aberto",
    Role.SYMBOL: "moeda, ativo",
    Role.HEADING: "ordem, ordens, operacoes, posicoes, sinal, operacao, posicao, analise, direcao",
    Role.SIZE: "risco, banca",
    Role.PIPS: "pontos",
    Role.CLOCK: "horas, hora, minutos, dias",
    Role.TO: "ate, ou",
    Role.AND: "e",
    Role.MOVE: "mover, movam, subir, ajustar, colocar, coloquem, mova, movemos",
    Role.CLOSE: "fechar, fechem, fechamos, encerrar, encerrem, feche, sair, saiam, zerar",
    Role.CLOSED: "fechado, encerrado, encerrada, fechada, zerado",
    Role.CANCEL: "cancelar, cancelado, cancelem, cancele",
    Role.REMOVE: "remover, tirar, retirar, sem",
    Role.PART: "parcial, parte, realizar parcial, garantir",
    Role.HALF: "metade",
    Role.ALL: "tudo, restante",
    Role.EVEN: "zero a zero, no zero a zero, para a entrada, ponto de entrada, 0x0",
    Role.HIT: "atingido, atingida, batido, alcancado, bateu, pegou",
    Role.FILLED: "ativada, ativado, executada",
    Role.NOT: "nao, nunca",
    Role.IF: "se, quando",
    Role.WILL: "vamos, iremos",
    Role.MAY: "talvez, pode",
    Role.YOU_CAN: "podem, quem quiser",
    Role.RECAP: "resultado, ontem, resumo",
    Role.ANALYSIS: "suporte, tendencia",
    Role.LESSON: "exemplo, aula",
    Role.AD: "inscreva, desconto, assine",
    Role.WAIT: "aguardem, aguardar, esperem, aguarde",
}

ALIASES = {
    "ouro": "XAUUSD",
    "prata": "XAGUSD",
}
