"""Spanish once more: the words of every day, which have no part: beside an order they are no reason to ask.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

CHEERS = "felicidades, felicitaciones, enhorabuena"
RELATIVES = "que, quien"
REMAINING = "resto, restante, restantes"
HORIZONS = "plazo"
NOWS = "ya, ahora"
FOR_INSIDERS = """
    los que habéis cerrado, los que habéis entrado, los que han cerrado, los que han entrado, los que cerraron, los que
    entraron, los que ya cerraron, los que ya entraron, los que ya habéis cerrado, los que ya habéis entrado, los que
    estáis dentro, los que están dentro, los que siguen dentro, los que seguís dentro, los que salieron, quienes
    cerraron, quienes entraron, quienes están dentro, quienes ya cerraron, si cerraste, si ya cerraste, si ya entraste,
    si estás dentro, si ya estás dentro
"""
GOT_IN = "entrado, comprado, vendido, entré yo, yo entré"
FUTURES = "futuros, perpetuos"
RANKS_BEFORE = "ra, da, ta, to"
MODALS = "puede, pueden, podría"
CHASES = "perseguir, persigan, persigas, persiga, corran, corras"
LASTS = "tardar, durar, llevar, tomar, demorar"
ADDRESSED = "entras, entraste, entraron, estás, están, te, les"
STAGES = "corto plazo, mediano plazo, medio plazo, largo plazo, salida"
EXCUSES = "perdón, disculpen, disculpad, quise decir, perdonen"
HALVES = "mitad de posición, media posición, mitad de la posición"
SPEAKERS = "yo, tú, mi esposa, esposa"
FIRST_OF_ALL = "primero"
GOING = "noches, cenar, comer, dormir"
OUT_OR_OFF = "salgo, salimos"
SHUTS = "cierra, cierran"
IN_ORDER_TO = "para"
BY_ITSELF = "automáticamente, automático"
UNHURRIED = "no se apresuren, no hay prisa, sin prisa, sin prisas, sin apuro, no hay apuro, sin apuros"
SUPPOSED = "romper, perder, superar, caer, llegar, tocar, rompiendo, perdiendo, superando, deja, dejen, dejad, deje"
HAD = "habíamos, había, habían"
TONIGHT = "esta noche, esta tarde, por la noche, en la noche"
RULES = "regla, reglas, normas, rutina, ajustes, consejo, tip, tips"
DISCLAIMS = "consejo, consejos"
MOODS = """
    miedo, miedos, avaricia, codicia, codicioso, codiciosos, ambicioso, ambiciosos, avaricioso, avariciosos, ansiedad,
    ansiosos, pánico, emoción, emociones, emocional, venganza, prisa, prisas, apuro, estrés, nervios, overtrading,
    sobreoperar, sobreoperen, sobreopere, sobreapalancar, sobreapalancarse, fomo, desesperen, desesperes,
    llore, lloren, llores, inviertas, inviertan, invierta, puedas, puedan, pueda, perder
"""
TOGETHER = "vamos, vamos a"
COUNSELS = """
    asesoría, asesoramiento, asesor, asesores, consejo, consejos, recomendación, recomendaciones, sugerencia,
    responsable, responsables, responsabilidad, garantía, garantizado, garantizados, garantizada, garantizadas
"""
LITTLE = "el, la, los, las, es, está, están, y, para, con, porque, mi, nuestro, hoy, una, un, que, de, se"
DROPS = "cae, baja, cayera, bajara, retrocede, llega"
REPLIED = "respuesta a, respondiendo a, en respuesta a"
UPDATES = """
    actualizando, actualizaremos, actualizaré, actualizar, actualizaciones, avisando, avisaremos, avisaré, informando,
    informaremos, informaré, informados,
    señales
"""
SIGHTS = """
    soporte, soportes, resistencia, resistencias, tendencia, directriz, divergencia, liquidez, estructura, canal,
    sobreventa, sobrecompra, retroceso, volumen, máximo, máximos, mínimo, mínimos, vela, velas, alcista, bajista, rsi
"""
NEEDED = "necesita, necesitamos, necesario, primero, debe, hasta, confirmar, confirmación, solo, falta"
DOES = """
    está, sigue, mantiene, rechazó, rechazado, rompió, respetó, cotiza, puede, podría, formó, probó, barrió, fue,
    era
"""
CAVEATS = "disclaimer, advertencia"
COMING = "llegue, llegar"
CHEERED = "dale, denle, dad, deja, dejen, dejad, reacciona, reaccionen, comenta"
SCENARIOS = "escenario"
PERSONS = "yo, nosotros, nuestra, nuestro, mi, mis, nos, me"
EARLIER = (
    "última entrada, última operación, último trade, operación anterior, entrada anterior, señal anterior, última señal"
)
TODAY = "hoy, día, semana, mes, sesión, jornada"
GREEN = "profit, profits, verde, positivo, ganancia, ganancias, beneficio, beneficios"
STOPLESS = "sin sl"
SOON = "pronto, en breve, mañana, más tarde"
FURTHER = "más, próxima, próximas, otra, otras, siguiente"
AVERAGE = "media, medio, promediada, promedio"
POTENTIAL = "potencial"
SWINGS = "volumen, cambio, variación, volatilidad"
LACKING = "sin"
FORMS = """
    comisión, confirmaciones, confirmación, deslizamiento, probabilidad, duración, vigencia, pérdida máxima, ganancia
    potencial, ganancia esperada, beneficio esperado, beneficio potencial, rentabilidad esperada, número de objetivos
"""
POINTS = "puntos, punto"
WEIGHTY = "importante, importantes, fundamental"
ZEROS = "ceros"
GROWTH = "aumento, potencial, crecimiento"
RISING = "alcista"
FALLING = "bajista"
BREAKS = "ruptura, rompimiento"
CHOSEN = "primeras, primera, últimas, peores, malas, ganadoras, perdedoras, superiores"
LEST = "para, así"
DELETED = "eliminar, elimina, eliminen, eliminad, borrar, borren, borrad, quitar, quiten"
OUT_OF = "de"
KEEPING = "deja, dejad, dejen, dejamos, dejo, dejar, dejando, mantén, mantener, mantenemos, mantengan, aguanta"
KEPT = "una, uno, mejor, última, último, corriendo, alguna, mitad, parte"
LAYERS = "posiciones, entradas, órdenes, operaciones, capas, compras, ventas, largos, cortos"
SEVERAL = "una, dos, tres, cuatro, cinco, varias, varios, algunas, algunos, un par"
SIZES = "volumen, lotes, lote, tamaño"
STAYING = "seguimos, dentro"
UNTOUCHED = "sigue, siguen, continúa, continúan"
FROM = "de, desde"
CHANGES = "cambio, corrección, actualización, ajuste"
SUCCEEDED = "exitoso, logrado, conseguido, éxito, asegurado, asegurada"
VIEWS = "vistas, visualizaciones"
ALREADY = "ya"
SHARE_OF = "de, del, de la"

PRICE_NOW = """
    cotiza a, está cotizando en, está cotizando a, el precio está en, precio está en
"""
INVITING = "quién se apunta, quién viene, quién se suma, listos, están listos, estáis listos, quién está dentro"
ASKING_ADVICE = """
    qué opinan, qué opináis, qué les parece, qué os parece, qué piensan, opiniones, es correcto, está bien, es válido,
    sigue válido, sigue válida, debería, deberíamos, creen que, vale la pena, es tarde,
    de acuerdo, sigue activa, sigue vigente, válida o no, entramos o no, la dejamos, la tomamos, la tomarían, quién
    la tomaría, sí o no, correcto
"""
SO_FAR = "ya, actualmente, por ahora"
GIVERS = "operador, analista"
TRADED = "volumen"
VOIDS = """
    vencida, vencido, expirada, expirado, caducada, caducado, ya en ganancia, ya en profit, me equivoqué, par
    equivocado, error mío, por error, en pausa, pausada, el setup falló, setup fallido, falló, tarde para entrar, ya
    es tarde, demasiado tarde, actualizaré los niveles, niveles por actualizar, el stop se cambiará, el sl se
    cambiará, se actualizará, abierta el lunes, abierta ayer, anulado, sin efecto, ya no vale, ya no es válida, no
    válida, inválida, invalidada, tarea, encuentren el error, de un alumno, la saltamos, paso de esta,
    solo miren, solo mirar, solo para mirar, solo miro, solo observen, solo observando, solo observar, en mi radar,
    en el radar, sin activar, pendiente de confirmar, pendiente de confirmación, confirmo en breve, probando el bot,
    probando bot, ignoren este, ignoren esta, ignoren el mensaje, ignoren la señal, ignoren lo anterior, ignorar este,
    ignorar esta, ignorar mensaje, sl mal, tp mal, stop mal, entrada mal, el sl está mal, el stop está mal,
    sl está mal, sl equivocado, stop equivocado, tp equivocado, entrada equivocada, sl incorrecto, stop incorrecto,
    tp incorrecto, entrada incorrecta, ya corrijo, ya lo corrijo, ahora corrijo, ahora lo corrijo, ahora edito,
    ya edito, editando, señal vieja, señal antigua, señal pasada, muy tarde, ya voló, ya despegó, ya arrancó,
    ya está corriendo, ya corriendo, hipotético, hipotética, hipotéticamente, en teoría, teórico, teórica,
    encuentra el error, quién la tomaría, la tomarían, entramos o no, válida o no, copiada de, copiado de,
    de la competencia, estafa, señal falsa, cuidado con señales falsas como, me preguntaron por, me preguntan por,
    simulado, simulada, simulación, simulador, en papel, solo alerta, solo informativo, solo informativa, solo info,
    a título informativo, solo idea, solo una idea, solo análisis, solo un análisis, operación personal,
    trade personal, no recomendada, no recomendado, no la recomiendo, yo paso, estoy fuera, estamos fuera, ya salimos,
    ya salí, me salí, salí en be, salimos en be, ya cerramos, quítenla, bórrenla, elimínenla, cambio de idea,
    cambié de idea, cambio de opinión, cambié de opinión, mala idea, mala señal, suspendida, suspendido,
    ver actualización, actualización abajo, actualizada abajo, actualizado abajo, corrección abajo, reemplazada por,
    reemplazado por, vean la nueva señal, ver la nueva señal, ver nueva señal, ver siguiente mensaje, ver el siguiente,
    vean el siguiente, vean la siguiente, nuevos niveles abajo, niveles en breve, paso los niveles,
    niveles por confirmar, es broma, inocente palomita, día de los inocentes, es mentira, moneda equivocada,
    moneda incorrecta, par incorrecto, activo equivocado, activo incorrecto, grupo equivocado, me confundí,
    error de tipeo, error de dedo, con dudas, tengo dudas, tengo mis dudas, aguanten no entren, qué opinan,
    así son nuestras señales, así se ven nuestras señales, la vi en twitter, lo vi en twitter
"""
AND_THEN = "después, luego, entonces"
VOIDS_ALONE = """
    en la mira, en vigilancia, en seguimiento, en observación, yo aviso, borrador, ignorar, ignoren, ignora, ignorad,
    favor ignorar, por favor ignorar, eliminada, eliminado, nula, nulo, terminada, terminado, finalizada, finalizado,
    después del nfp, después del dato, después del cpi, tras el nfp, tras el dato, después de la noticia, después de
    las noticias, de acuerdo, informativo, informativa, mi opinión, mi visión, opinión personal, paso, fuera, afuera,
    revertida, revertido, fallida, fallido, jaja, jajaja, jajajaja, jaja no, broma, mentira, ups, perdón, perdón error,
    disculpen, disculpas, error error, a lo mejor, capaz, depende, a ver, veremos, ya veremos, esperemos, quietos,
    quieto, rumor, rumores, sigue activa, dudosa, dudoso, tal vez, falta confirmar, por confirmar, sin confirmar, sin
    señal, vigilar, vigilando, atentos a, en una hora, en dos horas, a medianoche, el lunes, el martes, el miércoles,
    el jueves, el viernes, alternativa, escenario alternativo, práctica, solo scalpers, algo así
"""
UNDOING = """
    chat equivocado, me equivoqué de chat, pregunta, regla, nuestra regla, reglas, consejo, consejo del día,
    normalmente, a veces, me preguntan, un miembro preguntó, él dijo, mi amigo dijo, mañana, esta noche, más tarde,
    luego, pronto, tal vez, quizás, quizá, probablemente, posiblemente, plan, el plan, opción, encuesta, para los que
    están en ganancia, para principiantes, después de las noticias, la semana pasada, no lo hagan, ejemplo, por
    ejemplo, broma, es broma, olvídenlo
"""
MACHINES = "sistema automático, copiador"
ACCOUNTS = "mi cuenta"
THANKS = "gracias"
ENDED = "pérdida, perdida, ganada, perdedora, ganadora, fallida, falló, stopeada, terminada, finalizada, ganancia"
AFTERWARDS = "todavía puedo, aún puedo, puedo entrar"

WORDS: dict[Role, str] = {
    Role.TARGET: "posibles objetivos, posible objetivo, objetivos posibles, objetivos potenciales",
    Role.MARKET: """
        cotiza a, está cotizando en, está cotizando a, el precio está en, precio está en
    """,
    Role.ANALYSIS: """
        test de soporte, test del soporte, test de resistencia, test de la resistencia, test de la zona, test del nivel,
        test de zona, test de la directriz,
        cierre de mercado, cierre del mercado, cierre de mercados, cierre de la bolsa, sobreventa, sobrecompra,
        sobrevendido, sobrevendida, sobrecomprado, sobrecomprada
    """,
    Role.FILLER: """
        va muy bien, va bien, vamos muy bien, me voy a dormir, para no arriesgar, para no perder,
        por seguridad, por noticias, por las noticias, por proximidad de noticias, los que tengan, todos los que tengan,
        para los que tengan, para todos los que tengan, los que tengáis, los que tienen, el que tenga, a los que tengan,
        por las dudas, por precaución, para estar seguros, se rompió la estructura, rompió la estructura,
        medio plazo,
        vamos por esos pips, vamos por los pips, vamos a por esos pips, vamos por más pips,
        que hay noticias, que hay noticia, que hay datos, que hay dato, que tenemos noticias, que tenemos datos,
        que salen noticias, que salen datos, que sale el dato, que sale noticia, no se pasen, no se pase, no os paséis,
        no te pases, no se vuelvan locos, no se apalanquen, no entren con todo, no entres con todo, no metan todo, no
        metas todo, no entréis con todo, a mercado ya,
        no metáis más del, no metan más del, no metas más del, no arriesguéis más del, no arriesguen más del,
        no arriesgues más del, no uséis más del, no usen más del, no uses más del, no metan más de,
        no arriesguen más de, no arriesgues más de, no usen más de, no uses más de,
        antes de la noticia, antes de las noticias, antes del dato, antes de los datos, antes del nfp, antes del fin de
        semana, antes del cpi, antes del fomc,
        recomendación de compra o venta, recomendación de compra ni de venta, recomendación de comprar o vender, esto no
        es una recomendación de compra o venta, no es una recomendación de compra o venta, no es recomendación de compra
        o venta, recomendaciones de compra o venta, no somos asesores financieros, no soy asesor financiero, no soy un
        asesor financiero, no es un consejo de inversión, no es un consejo de compra,
        no nos hacemos responsables, no me hago responsable, ganamos juntos, ganemos juntos,
        del punto de entrada, desde el punto de entrada,
        rendimientos pasados, resultados pasados, resultados futuros, rendimientos futuros, rentabilidades pasadas,
        feliz lunes, feliz martes, feliz miércoles, feliz jueves, feliz viernes, buen lunes, feliz inicio de
        semana, atentos a las noticias, atento a las noticias, quién se apunta, quién se suma
    """,
    Role.STOP: """
        invalidación, nivel de invalidación, punto de invalidación, invalidación por debajo de, invalidación por encima
        de, invalidado por debajo de, invalidado por encima de, se invalida por debajo de, se invalida por encima de,
        invalidación bajo, invalidación sobre, invalidado bajo, se invalida bajo
    """,
    Role.MOVE: "movimos, movimos ya, ya movimos, moví",
    Role.ZONE: "más o menos",
    Role.RECAP: """
        operación abierta, posición abierta, operaciones abiertas, posiciones abiertas, nos la perdimos, nos lo
        perdimos, se nos escapó, se nos fue, me la perdí, buen trabajo, gran trabajo,
        operación sigue abierta, operación sigue, estamos dentro desde, casi en el objetivo, publicado por error,
        enviado por error, canal equivocado,
        cerramos por hoy, cerrando por hoy, cierro por hoy
    """,
    Role.HEADING: "plan de comercio, plan de trading, plan operativo, plan de operación, plan de la operación",
    Role.WILL: """
        os aviso, les aviso, te aviso, yo aviso, yo os aviso, yo les aviso, les avisaré, la idea es cerrar,
        la idea es mover, la idea es tomar, la idea es salir, la idea es cancelar
    """,
    Role.NOT: """
        sin operar, no operar, saltamos esta, saltamos este, salten esta, salten este, nos saltamos, sin entrada
    """,
    Role.OTHERS: """
        los vip la recibieron, los vip lo recibieron, los vip recibieron, los vip ya, vip recibió, recibieron los vip
    """,
    Role.MAY: "solo una idea, solo es una idea",
    Role.MEMORY: """
        entré largo, entré en largo, entré corto, entré en corto, entré long, entré short, entré en long, entré en short
    """,
    Role.AD: """
        así son nuestras señales, así se ven nuestras señales, la mitad de precio, mitad de precio, a mitad de
        precio
    """,
    Role.CANCEL: """
        retiramos la orden, retirar la orden, retiren la orden, retira la orden, retiro la orden, retiramos las órdenes,
        retirar las órdenes, retiren las órdenes, retiramos orden, retirar orden
    """,
    Role.EVEN: "a cero, al cero, en cero",
    Role.QUESTION: "todavía puedo, aún puedo, puedo entrar",
    Role.YOU_CAN: "si les gusta, si te gusta, si os gusta, si les gustó",
}

ALIASES: dict[str, str] = {}

ITS = "la, el, las, los, una, un, todas las, todos los, nuestra, nuestras, su, sus"
RENEWED = "actualizado, actualizada, actualización, corregido, corregida, modificado"
AGO = "atrás"
EVERYDAY = """
    fuera peligro riesgos evitar ganancias vuestras buenas estéis estar proximidad
    actual actualmente
    rebota rebotó rebotando reacciona respeta
    arranca arrancamos arranco arranquemos arranquen iniciamos inicien lanzamos metanse monten pongan
    ser volátil hola buenos dias tardes noches saludos bienvenidos gracias amigos amigas compañeros
    compañeras hermanos señores señoras comunidad traders trader inversores inversionistas campeones cracks guerreros
    atencion ojo urgente urgentemente rapido rapidito rapidamente importante inmediatamente excelente excelentes bueno
    buena buen gran grande grandes bonito bonita lindo linda hermoso hermosa perfecto perfecta claro clara limpio
    limpia fuerte solido solida simple sencillo sencilla facil genial increible brutal potente interesante
    interesantes favorito favorita mejor mejores tremendo tremenda fuego cohete suerte exito exitos feliz bendiciones
    dios bendiga animo fuerza disfruten disfruta disfrutad gestion gestionen gestiona gestionad monetaria
    dinero fondos saldo balance lotajes lotes porcentaje responsable responsabilidad responsablemente prudente
    prudencia prudentes cuiden cuida cuidad cuidadosos calma paciencia pacientes disciplina respeten respetad
    respetar respetando sigan sigue siguiendo seguir usen usa usad usar usando utilicen utiliza utilizar apliquen
    aplica conservador conservadora conservadores agresivo agresiva agresivos moderado moderada normal normales
    estandar minimo minima maximo maxima bajo baja alto alta medio media mediano ligero ligera senal señal señales
    senales trade trades operativa operaciones operamos colocamos colocada colocar metemos meto meten tomo
    tomen tome compartimos comparto scalping scalp swing intradia intradiario intradiaria largo corto plazo sesion
    sesiones asiatica europea americana londres nueva york tokio hoy semana semanal diario diaria mensual hora minutos
    mañanera tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra este esta esto estos estas ese esa eso
    aquel cada mismo misma otro otra otros otras mas menos mucho mucha muchos muchas muy tan tanto poco poca pocos
    pocas varios varias todos ambos ambas dos tres cuatro cinco seis diez segundo segunda tercero tercera unos unas
    aqui ahi alli alla donde como para hacia entre contra durante mediante desde junto tambien ademas aproximadamente
    aprox exacto exacta exactamente casi bien asi moneda monedas cripto criptos criptomonedas altcoin altcoins metal
    metales materias primas indice indices divisas futuros acciones accion token tokens canal grupo sala club academia
    vip premium publico privado oficial detalles detalle informacion info numero punto nivel niveles precios volumen
    broker spread comision comisiones deslizamiento listo lista listos listas dale venga vamonos arriba adelante
    juntos indicador algoritmo detectó detectada detectado generó generada vivo alerta trading chicas muchachos banda
    gratuita corta intradía operar allí primero primer final mínimo máximo gestión éxito mi clave técnica
    técnico gráfica temporalidad sesión asiática apertura usamos recomiendo recomendado recomendada sugerido sugerida
    alrededor cerca justo directo directa están capitalito abran abre abriendo
    adjunto adjunta ruptura tendencia gráfico
"""
OCCASIONS = "en, a, al, hacia, cerca de, sobre, bajo, hasta, durante, para"
ANY = "cualquier, cada"
AROUND = "cerca de, sobre, hacia"
MOMENTS = "medianoche, mediodía"
MOVES = "mañana, fin de semana, fuerza, debilidad, subida, bajada, rebote, mecha, hora, horas, minutos"
GROUPS = "cuentas, scalpers, principiantes"
CASES = "caso, opción"
THIS = "este, esta, estos, estas, actual, ahora"
EXPLAINS = "explicación"
