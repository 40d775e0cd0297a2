"""Portuguese: words that people in trading rooms write beside a call, and that say nothing about the trade.

Separate from the words of orders for their length. No word of doubt, of the past, of others, of
results, of a time to come or of a condition is EVERYDAY, for beside an order nobody is asked about those.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "compradores, comprados"
SELLERS = "vendedores, vendidos"
POSITIONS = "posição, posição aberta"
VOIDS = """
    stop próximo, perto do stop, próximo do stop, stop se aproximando,
    eu passo, passo essa, essa eu passo, passo dessa, essa eu não pego, vou passar essa, não vou nessa,
    deixa pra lá, deixem pra lá, deixa para lá, deixem para lá, deixa quieto, deixem quieto, deixa passar,
    deixem passar, deixamos passar, deixo passar, larga mão, larguem mão, esquece essa, esqueçam essa, ficamos
    de fora, fico de fora
"""

LOSES = "perder, perde, perdermos, romper, furar, fura, cair, fechar, quebrar"

UNDOING = "deixa pra lá, deixem pra lá, deixa quieto, melhor não"

ADDRESSEES = "membros, seguidores"
OFF = "fora"
WITH = "com"
POLITE = "por favor"
GREETINGS = "pessoal, galera, bom dia, olá, amigos, turma"
COURTESIES = "obrigado, boa sorte, a todos"
WORDS: dict[Role, str] = {
    Role.SPOT: "sem futuros, nada de futuros",
    Role.ALL: """
        deixa o resto, deixe o resto, deixem o resto, deixa o restante, deixem o restante, deixamos o resto
    """,
    Role.IF: "quem entrou em, quem entrou a, quem comprou em, quem vendeu em, quem entrou nos",
    Role.CLOSE: """
        fecha td, fechem td, fecho td, fechar td, encerra td, encerrem td, zera td, zerem td, fecha tds,
        fechem tds
    """,
    Role.NOT: """
        retirem o stop, retirem o sl, retirem stop, retirem os stops, retira o stop, retira o sl, retira stop,
        retira os stops, tirem o stop, tirem o sl, tirem stop, tirem os stops, tira o stop, tira o sl, tira
        stop, tira os stops, tiro o stop, tiro o sl, tiro stop, tiro os stops, tiramos o stop, tiramos o sl,
        tiramos stop, tiramos os stops, saquem o stop, saquem o sl, saquem stop, saquem os stops
    """,
    Role.TARGET: "realizo lucro em, realizamos lucro em, realizo o lucro em",
    Role.HOLD: "deixa correr, deixo correr, deixamos correr, deixar rolar, deixa rolar",
    Role.FILLER: "até à noite, boa tarde, boa noite",
    Role.OTHERS: """
        meu primo, meu irmão, meu cunhado, meu tio, meu pai, meu chefe, meu vizinho, meu sócio, meu mentor, um
        conhecido, um cara, o cara, esse cara
    """,
    Role.WILL: """
        em uma hora, daqui a uma hora, em duas horas, daqui a pouco, em meia hora, mais logo, logo mais, de
        tarde, à tarde, de manhã
    """,
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    fora
    aki agorinha já mesmos hein tamo tamos boraa vambora galerinha galeraa turminha timaço rapaziada rapazes rapaz
    meninas meninos moçada galerada maninho véi véio campeão craque craques guerreiro guerreiras fera mito mitos
    lenda lendas malta companheiros senhoras legal massa topzera topíssimo dahora maneiro maneira brabos daora irado
    foda fodástico caraca caramba carai cacete eita opaa eba uau uhul uhuu ufa oh oii fala falae coé eae eai iae
    beleza blz suavinho sussa tmj tmjj valeu vlw flw falou obg obgd brigado brigada pfv pff porfavor grato abraço
    abraços abs beijo beijos bjs pois tbm tbem vc vcs você vocês nóis lhe lhes mim migo comigo conosco connosco meus
    minhas vosso vossa ponho põe põem ponhamos colocas coloquei botar boto bote botamos botando mete metam metendo
    pegue pegamos aproveito aproveite aproveitamos faço faz faça façam fazemos fazendo executo executa executem
    executar executamos disparem abra abram manda mandar enviem enviar deixa deixe deixamos deixando lanço lança
    lançamos lancem começo começa começamos começar começando inicia iniciem anotem anotar anote copiem cole colem
    repetindo trago traz trazemos seguem segue acompanhem acompanha acompanhe acompanhar acompanhando juntem uso
    utilizando aplique respeita respeitado controlem controle gerenciar gerencia gerenciando gerir giram configurem
    configure verifiquem verifique descansem descansar durmam dormir relaxem relaxa relaxar curtam aproveitando
    divirtam dou dão exatos certinho certinha certo certa certos certas diretamente simplesmente redonda rapidinha
    rápidos rápidas ligeiro ligeira ligeirinho devagar devagarinho curtinho curtinha pequenininho pouquinho
    pouquinha bocado bocadinho pedaço pedacinho tiquinho tico bastante demais tanta hiper ultra enorme gigante
    gigantesco lindíssima belo bela perfeitos excelência incríveis sensacional espetacular maravilhoso maravilhosa
    maravilha maravilhas delícia gostoso gostosa fortíssimo limpinho limpinha redondinho interessantes fáceis
    tranquilão calmo calmos calmamente foco focado focados consciente conscientes conscientemente moderados levinho
    levinha mãozinha meia pesada bancas contas continha carteira dinheirinho grana graninha bufunfa verba reais
    dólar pila patrimônio lotinho lotinhos tamanho alavancada alavancados percentual operacaozinha operando
    tradezinho scalpzinho posicionados jogada jogadas entradinha sinalzinho ativos paridade moedinha bolsa regiões
    faixa faixas bloco blocos linha linhas estrutura suportes topo topos fundo canais cunha bandeira móvel móveis
    europeu sucessos amém abençoado abençoados abençoada bênção felizes saúde coração cabeça olhos foguetes lua
    estrela estrelas raio inscritos assinantes comunidade escola primeiros quarto duplo dupla triplo escalonadas
    divididos fracionado fracionada fracionadas iguais tranche tranches etapas novos novas novamente novinha novinho
    fresquinha fresquinho quentinho inclusive obrigatório obrigatória obrigatoriamente indispensável
    essencial importantes importantíssimo adequado adequada sugiro sugestão aconselho hehehe uai oxe oxente tchê
    orra mermão mulecada molecada molecote
"""
