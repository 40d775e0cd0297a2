"""Spanish: words that people in trading rooms write beside a call, and that say nothing about the trade.

Separate from the words of orders for their length. No word of doubt, of the past, of others, of
results, of a time to come or of a condition is EVERYDAY, for beside an order nobody is asked about those.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "compradores"
SELLERS = "vendedores"
POSITIONS = "posición, posición abierta"
VOIDS = """
    stop cercano, cerca del stop, stop próximo, stop cerca, acercándose al stop,
    esta la paso, esta la dejo, paso de esta, paso con esta, yo me abstengo, yo no entro, yo no la tomo,
    déjenla pasar, déjala pasar, déjenlo pasar, déjalo pasar, dejadla pasar, la dejo pasar, la dejamos pasar,
    dejo pasar esta, dejamos pasar esta, dejen pasar esta, dejar pasar esta, no le entren, nos quedamos fuera,
    me quedo fuera
"""

LOSES = "pierde, pierda, perdemos, rompe, rompa, rompemos, cae, baja, cierra"

UNDOING = "mejor no, olvídenlo mejor, mejor olvídenlo"

ADDRESSEES = "alumnos, miembros, seguidores"
OFF = "fuera, afuera"
WITH = "con"
SHARES = {
    20: "un quinto",
    25: "la cuarta parte, una cuarta parte",
    33: "la tercera parte, una tercera parte",
    67: "dos tercios, los dos tercios",
    75: "tres cuartos, las tres cuartas partes",
}
POLITE = "por favor"
GREETINGS = "hola, chicos, amigos, equipo, buenos días, a todos, muchachos"
COURTESIES = "gracias, suerte, a todos"
WORDS: dict[Role, str] = {
    Role.PART: """
        dos tercios, los dos tercios, tres cuartos, las tres cuartas partes, la tercera parte, una tercera parte,
        la cuarta parte, un quinto
    """,
    Role.SPOT: "sin futuros, no futuros, nada de futuros",
    Role.CLOSE: "fuera de todo",
    Role.FILLED: "entrada llena, entrada llenada, orden llena, orden llenada",
    Role.IF: """
        los que entraron en, los que entraron a, los que compraron en, los que vendieron en, quienes entraron
        en, los que habéis entrado en
    """,
    Role.NOT: """
        retirad el stop, retirad el sl, retirad stop, retirad sl, retirad los stops, retirar el stop, retirar
        el sl, retirar stop, retirar sl, retirar los stops, retiren el stop, retiren el sl, retiren stop,
        retiren sl, retiren los stops, retiro el stop, retiro el sl, retiro stop, retiro sl, retiro los stops,
        retiramos el stop, retiramos el sl, retiramos stop, retiramos sl, retiramos los stops, retira el stop,
        retira el sl, retira stop, retira sl, retira los stops, saquen el stop, saquen el sl, saquen stop,
        saquen sl, saquen los stops, sacad el stop, sacad el sl, sacad stop, sacad sl, sacad los stops, sacar
        el stop, sacar el sl, sacar stop, sacar sl, sacar los stops, sacamos el stop, sacamos el sl, sacamos
        stop, sacamos sl, sacamos los stops, saca el stop, saca el sl, saca stop, saca sl, saca los stops,
        saco el stop, saco el sl, saco stop, saco sl, saco los stops
    """,
    Role.TARGET: "tomo ganancias en, tomo profit en, tomamos profit en, recojo ganancias en",
    Role.HOLD: "deja correr, dejen correr, dejo correr, dejad correr",
    Role.CANCEL: """
        saquen la orden, sacad la orden, sacamos la orden, saca la orden, sacar la orden, saquen las órdenes,
        saquen la pendiente, retiren la pendiente
    """,
    Role.FILLER: """
        cierre diario, cierre semanal, cierre de vela, cierre de la vela, cierre en diario, con cierre diario,
        según tu cuenta, según su cuenta, según vuestra cuenta, según la cuenta, según tu capital, según su capital,
        según vuestro capital, según el capital, según tu balance, según su balance, según tu gestión, según su gestión,
        según tu riesgo, según su riesgo, según tu gestión de riesgo, según su gestión de riesgo, según tu depósito,
        los que seguís dentro, los que estáis dentro, los que seguís, los que estáis, para los que seguís,
        para los que siguen, hasta la noche, hasta esta noche, buena tarde, buena noche, buenas tardes, buenas
        noches
    """,
    Role.OTHERS: """
        mi primo, mi hermano, mi cuñado, mi tío, mi papá, mi viejo, mi jefe, mi vecino, mi socio, mi profe, mi
        mentor, un conocido
    """,
    Role.WILL: "en una hora, en dos horas, en media hora, en un rato, al rato, más al rato",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    acá aquicito mismito ahorita boludo boludos papaa papi papis pana panas parce parcero parceros compa compas
    broder chamo chamos crack familias gentes gentecita peña equipazo muchachada chavos chavales chaval raza bandita
    mostros duros duro pone ponga poniendo ponerse ponete pónganse colocad coloquemos colocando metan meted meter
    metete tomad tomemos tomando agarro agarra agarren agarrad agarramos agarrar aprovecho aprovecha aprovechad
    aprovechamos aprovechar trabajo trabajamos trabajar trabajando ejecuto ejecuta ejecutamos ejecuten ejecutad
    ejecutar ejecutando disparo dispara disparen disparamos disparar súmense súmate sumarse únanse acompañen
    acompáñame síganme sígueme abrid abramos mando manden mandad enviamos envío vayan vayanse idos iros duerman
    descansen descansad lanzo lanzar lanzando arrancar arrancando empiezo empezamos empecemos comenzamos iniciar
    iniciando apunten apunta apunto apuntad apuntamos anoten anotad anota apúntense copien copiad peguen pegad
    repito repetimos denle darle démosle hágale hagámosle háganle hagan haced haz hacemos hago hacer haciendo
    compartan comparte compartir publicamos reparto repartimos prendan enchufen enchufo dejando dejemos correr corra
    rodar rodando volar volando fluir fluyendo caminar caminando usemos utilizad utilizamos aplicad aplicamos
    aplicar aplicando respetemos respeto controlen controlad controla controlar controlando manejen manejad maneja
    manejar manejando administren administra administrad administrar configuren configura verifiquen verifica
    revisen revisa revisad ojito cuidense relájense relajados relajado relajaditos tranqui tranquis tranquilo
    tranquilos tranquila tranquilas tranquilidad suave suaves suavecito suavemente despacio despacito firme firmes
    firmeza pilas pilosos avispados concentrados enfocados enfoque concentración obvio obvia obviamente evidente
    evidentemente claramente totalmente directamente simplemente sencillamente básicamente literalmente literal
    naturalmente precisamente justamente justito derecho derechito tal nomás cortito cortita chiquito chiquita
    chiquitos pequeñito pequeñita pequeños pequeñas ligerito ligeramente livianito liviano liviana prolijo prolija
    prolijos limpito limpita bonitas lindos hermosos preciosa precioso guapo guapa chulo chula chulada joya joyita
    joyas espectacular espectaculares impresionante bestial épico épica maravilla maravilloso maravillosa fabuloso
    estupendo estupenda divino divina sabroso sabrosa rico rica riquísimo bacán bacano bacana chévere chimba chido
    chida padre padrísimo copado copada piola groso tremendazo buenardo buenazo buenísimo buenísima buenísimos
    excelentísima óptimo óptima sólidos fuertes fuertemente potentes poderoso poderosa decente interesantísimo
    jugoso jugosa suculento gordo gorda estricto estricta estrictos estrictamente disciplinados disciplinado
    prudentemente cautelosos cauteloso conservadoramente agresivamente moderadamente apalancada apalancados
    apalancamientos márgenes lotecito lotito lotecitos microlote microlotes minilote tamaños capitales capitalizado
    cuentas cuentita billetera billetes billete platica lana guita pasta pesos mangos dólares dolarcitos euros
    centavos oportunidad operacioncita operacionales jugada jugadas jugadita tradecito tradesito tradeo tradear
    tradeando tradeamos pos setups configuración ficha fichas pares paridad criptito monedita mercados gráficas
    gráficos velas velita temporalidades marcos diarias zonas nivelito franja rangos bloque bloques cajita caja
    línea líneas estructuras soportes resistencias tendencias impulso impulsos demanda piso techo suelo fondo
    canales cuña triángulo banderín bandera divergencia móvil medias bandas confluencia confluencias desequilibrio
    asiático asiáticos europeo americano americanos londinense neoyorquino mañanero mañaneros mañaneras hoyy hoyyy
    diíta jornada ojos dedos corazón cabeza mente fe paz amor vida salud alegría felicidad sonrisa casa casita
    cohetes fuegos llamas diamante diamantes amarillo metalito lunar estrella estrellas rayo trueno hay sirve traigo
    traemos trae tráiganme doy damos ustedes vosotros nosotros nosotras conmigo contigo alguito poquito poquitos
    poquita tantito cachito cachitos pedacito pedacitos pedazo pizca ratito igualmente nuevamente nuevos nuevas
    fresco fresca fresquita fresquito calentita calentito salidita porque xq porq pq tmb tb tbn tambn bn bno grax
    graxias gcias grcs slds xfa xfavor porfis porfi plis favor thx okey okis órale ándale épale epa upa opa guau uf
    uff ufff ah ahh eh ehh oye oigan oíd oíganme ey uy buenoo pues pue onda maximos aproximado aproximada
    aproximados redondo redondos exactos exactas concreto concretos justos justa mero meros mínimamente recomendable
    sugerencia sugiero sugerimos aconsejo recomendaciones señalita señalitas alertas notificación mensajito escuela
    comunidades grupos grupito salas suscriptores integrantes pioneros veteranos bendición bendecido bendecidos
    bendecida bendecidas exitazos exitoso suertudos suertee ánimos fuerzas garra huevos actitud confianza
    tranquilamente primeros segundas terceras cuarta quinto sexto doble único única únicos escalonado escalonada
    escalonados repartido repartida repartidos dividido dividida iguales partes tramo tramos escalera cascada
    distribuido distribuida cumplan cumplid cumplir cumplimos reglamentaria obligatorio obligatoria obligatorios
    claves básica básico adecuado adecuada apropiado apropiada cómodo cómoda
"""
