"""Spanish, of Spain and of Latin America."""

from __future__ import annotations

from core.reading.roles import Role

EVERY = "todo, todos, todas, ambas, ambos"
SHARES = {25: "un cuarto, una cuarta parte", 33: "un tercio"}
WEEKDAYS = "lunes, martes, miércoles, jueves, viernes, sábado, domingo"
MONTHS = "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre"
EXPECTED = "espero, parece"
BEFORE = "antes de, antes del"
SESSIONS = "nueva york, londres, la apertura, apertura, dato, noticias, sesión"
WITHIN = "en, dentro de, después de, a las, tras"
CAUGHT = "agarró, tomó, jaló, entró, activó, llenó, ejecutó, activado, activada"
UNFILLED = "no entró, no se activó, no activó, no les entró, sigue pendiente"
BY = "por"
PERIODS = "semana, día"
SCORES = "puntuación, confianza"
EACH = "cada"
RISK = "riesgo"
LOTS = "lote, lotes, lotaje"
PER = "por cada, por, cada, para cada"
CLOSES = "cierre, cierra, cierres"
CHANNELS = "canal, fuente, grupo, sala, origen"
LIQUIDATIONS = "liquidación"
CANDLES = "vela, velas, diario, diaria, semanal"
EXITING = "salida, salir, cerrar"
BETWEEN = "entre"
LIKE_THIS = "señales como esta, señales como estas, así son nuestras señales, así se ven nuestras señales"
PLACING = "pongan, coloquen"
OF = "en"
FOR = "para"
LEAVING = "cerrar, salida"
SEEKING = "buscando, buscamos"
PROFIT = "ganancia, meta, metas, profit, profits, beneficio, beneficios, gain"
STAGES = "estación, etapa, parada, destino, toma"
GUARDS = "inválido, invalidado, protección"
ZONES = "zona"
COUNTED = "órdenes, partes, pierna, piernas"
RANKS_BEFORE = "a, o, er, era, ro, do"
SIGNALS = "señal"
COMMENTS = "nota, razón, razones, comentario, motivo, análisis"
ASSENTS = "sí"
DENIALS = "no"
UP = "arriba"
STATUSES = "estado"
PRICE = "precio"
PRICE_NOW = "precio actual, precio ahora, precio de mercado, cotización actual, cotiza en"
TAKEN = "tomen, tomo, saco, retiro, recojo, recojan"
TOOK = """
    tomé, tomado, tomada, cerré, recogí, recogido, asegurado, aseguré, saqué, sacado, retirado, retiré, vendido,
    quité, quitamos, vendí, reducido, reduje, liquidado, liquidada, cobrado, cobré, realizado
"""
SALES = "vendo, vendemos, vendiendo, vender, vendan"
MORE = "otro, otra, más"
LEANING = "prefiero, preferiría"
TITLES = "revisión de ganancias, resumen de ganancias, resumen"
WHICH = "peores, malas, mejores"
FORMERLY = "antes, era, estaba, anterior"
ADVICE = """
    recomiendo, recomendamos, recomienda, recomendado, recomendable, recomendación, aconsejo, aconsejamos,
    aconsejable, sugiero, sugerimos, sugerencia, mejor, conviene, prudente, personalmente
"""
COPULAS = "fue, fueron, era"
STATES = "es, son"
SAME = "mismo, misma"
HABITS = "siempre, cada vez, normalmente, generalmente"
SECURED = "aseguren, aseguramos, asegurar, asegura, aseguro, protejan, protejamos, proteger"
REASONS = "razon, motivo, analisis, justificacion, porque, contexto"
STAKED = "con"
BANKROLLS = "banca, bank"
WICKS = "mecha, mechas, mechazo"
ALMOST = "casi"
AFTER = "despues, despues de, tras"
FORWARDED = "reenviado de, reenviado desde"
STANDS = "tenemos, vemos, hay"
TOWARDS = "hacia"
CHARTED = "soporte, resistencia"
OUT = "salida, salidas"
HERE = "aquí, desde aquí, acá, desde acá, ya"

OR = "o"
SO = "por eso, por lo tanto, así que"
REENTERING = "reentrada, reentramos, reentrar, volver a entrar, volvemos a entrar, reentren"
EVENTS = "directo, sorteo, reunión, webinar, clase, inscripciones, inscripción, cupos, promoción"
WHOSE = "su, sus, tu, tus, mi, mis, nuestro, nuestros, nuestra"
MARKETS = "mercado, mercados, bolsa, oferta"
I_CLOSED = "cerré, cierro ya, he cerrado, hemos cerrado, ya cerré"
REMEMBER = "recordad que, recuerda que, recuerden que, recordad, recuerden, recuerda"
INSTEAD = "en vez de, en lugar de"
AMOUNTS = """
    casi todo, casi todos, casi toda, casi todas, casi el total, la mayor parte, casi por completo
"""
AT = "en, a, al, a partir de, después del"
ABOUT = "en, de, para"
CROWDS = "inversores, inversionistas, operadores, toros, osos, ballenas"
ACTIONS = "acción"

WORDS = {
    Role.HUNDREDTH: "por ciento, porciento",
    Role.BELOW: "por debajo de, debajo de, bajo",
    Role.ABOVE: "por encima de, encima de, sobre",
    Role.BETWEEN: "entre",
    Role.BUY: """
        compra, comprar, compramos, compras, largo, largos, en largo, compren, comprando, compre, entramos en largo,
        long en, buy en, entrada en compra, buscamos compra, buscamos compras, vamos largos, nos vamos largos,
        vamos en largo, nos vamos en largo, vamos en compra, vamos long, entramos largos, abro largo, abro compra,
        posición larga, posición de compra, compremos, vamos con un largo, vamos con largo, vamos con compra,
        vamos con una compra, tomamos compra, tomamos compras, entro en largo, entro en compra
    """,
    Role.SELL: """
        venta, vender, vendemos, ventas, corto, cortos, en corto, vendan, vendiendo, venda, entrada en venta, vendo,
        entramos en corto, buscamos venta, buscamos ventas, vamos cortos, nos vamos cortos, vamos en corto,
        nos vamos en corto, vamos en venta, vamos short, entramos cortos, abro corto, abro venta, posición corta,
        posición de venta, vamos con un corto, vamos con corto, vamos con venta, vamos con una venta, tomamos venta,
        tomamos ventas, entro en corto, entro en venta, vende
    """,
    Role.ENTRY: """
        entrada, entradas, entrar, entramos, precio de entrada, zona de entrada, zona de compra, zona de venta,
        entrada en, entrar en, entren, nivel de entrada, rango de entrada, entradas en, area de entrada, comprar en,
        vender en, zona entrada, entrada ideal, zona ideal, precio ideal
    """,
    Role.STOP: """
        perdida, stop de perdidas, parada, detener perdidas, limite de perdida, limite de perdidas, stop de perdida,
        parar perdidas, corte de perdidas, stops, stop técnico, sl inicial, stop inicial, stop loss inicial,
        sl sugerido, stop sugerido, tope de pérdida, cortar pérdidas, stop corto, stop ajustado, stop amplio,
        stop fijo, sl corto, stop de seguridad, stop por debajo de, stop por encima de, stop debajo de, stop encima de,
        stop va en, sl va en, stop arriba de, sl arriba de, stop abajo de, sl abajo de, sl por debajo de,
        sl por encima de
    """,
    Role.TARGET: """
        objetivo, objetivos, toma de ganancias, tomar ganancias, metas, ganancia, toma de beneficios, beneficio,
        tomar beneficios, toma ganancias, toma beneficios, tp en, objetivo en, recoger beneficios, toma de ganancia,
        toma de beneficio, take profit en, obj, objetivo final, recogida de beneficios, recogida de ganancias,
        tomamos ganancias en, objetivos en, zona de salida, tomar profit, toma de profit, cobro de ganancias, tps en,
        tps, objetivos van en
    """,
    Role.ADD: "promediar, promedio, promedios, recompra, reforzar",
    Role.ADDED: "abrimos otro, abrimos otra, metemos otra",
    Role.LEVERAGE: "apalancamiento, palanca, apalancamiento de, apalancado, apal, apalanc",
    Role.CROSS: "cruzado, cruzada, margen cruzado",
    Role.ISOLATED: "aislado, aislada",
    Role.SPOT: "al contado",
    Role.MARKET: """
        ahora, a mercado, mercado, precio actual, ya, ya mismo, en este momento, al mercado, a precio de mercado,
        precio de mercado, inmediata, inmediato, de inmediato, en este precio, a este precio, desde ya,
        a precio actual, estamos en, ahora en, cotiza en, cotizando en, precio ahora, cotización actual
    """,
    Role.LIMIT: """
        limite, orden limite, pendiente, orden pendiente, ordenes pendientes, ordenes limite, en limite,
        orden limitada, la pendiente, las pendientes, pendientes de
    """,
    Role.BREAKOUT: "orden stop",
    Role.ZONE: "zona, rango, rango corto, rango largo, cerca de, desde",
    Role.RUNNER: "abierto, libre, abierta",
    Role.LATER: "por definir",
    Role.SYMBOL: """
        moneda, par, activo, instrumento, par de divisas, divisa, cripto, criptomoneda, simbolo, acción, ticker,
        código
    """,
    Role.HEADING: """
        orden, ordenes, operaciones, posiciones, senal, operacion, direccion, posicion, tipo, scalping, analise,
        entrada rapida, reentrada, reentramos, reentrar, volver a entrar, volvemos a entrar, reentren
    """,
    Role.SIZE: """
        riesgo, lotaje, lote, lotes, capital, bajo lotaje, cuenta, riesgos, margen, margen recomendado, exposición,
        exposición total
    """,
    Role.RATIO: "riesgo beneficio",
    Role.PIPS: "puntos, pipos",
    Role.CLOCK: "hora, horas, minutos, dia, dias, semana, minuto, semanas",
    Role.THOUSAND: "mil",
    Role.TO: "a, hasta, o",
    Role.AND: "y, e",
    Role.FILLER: """
        última operación del día, última señal del día, última del día, último trade del día,
        para mejores resultados, para obtener mejores resultados, para los mejores resultados, no emociones, no emoción,
        se recomienda, se aconseja, maximo de ayer, minimo de ayer, cierre de ayer, maximos de ayer, minimos de ayer,
        maximo de la semana pasada, minimo de la semana pasada, maximo anterior, minimo anterior, no garantiza,
        no garantizan, puede no activarse, presion de compra, presion de venta, liquidez de compra, liquidez de venta,
        de, el, la, en, al, los, las, un, una, del, por, su, nuestra, nuestro, aqui, porfa, por favor, familia, chicos,
        traders, gente, equipo, senores, con, que va, nuestros, sus, lo, le, nuevo, nueva, pequeño, pequeña, rapido,
        rapida, colocado, ubicado, situado, idea, buena, bueno, fuerte, cuidado, tened cuidado, con cuidado, entrando,
        abriendo, abrimos, tomen, tomar, recomendamos, recomendacion, hoy, nivel, precio, aproximadamente, esta, este,
        cada, poco, corto plazo, mediano plazo, largo plazo, atencion, aprovechen, no se apresuren, no hay prisa,
        no olviden, no olvides, no olviden el, no sean codiciosos, no sobreapalancar, no se sobreapalanquen,
        no arriesguen mas, no arriesgues mas, no arriesgueis mas, no arriesgar mas, no arriesguemos mas, no mas de,
        no mas del, no entren en panico, no se preocupen, segun el plan, segun plan, segun su, les deseo, les deseamos,
        os deseo, os deseamos, te deseo, deseamos, no es un consejo financiero, no es consejo financiero,
        no son consejos financieros, no es asesoramiento financiero, no es asesoría financiera,
        no es una recomendación de inversión, no es recomendación de inversión, no es una recomendación,
        no constituye asesoramiento financiero, con fines educativos, solo con fines educativos, tras lo cual,
        únicamente con fines educativos, para fines educativos, con fines educacionales, solo fines educativos,
        después de lo cual, recuerden que, recuerda que, recordad que, recuerden, tengan en cuenta que, no reentrar,
        no reentren, no reentréis, no volver a entrar, no vuelvan a entrar, no volváis a entrar, sin reentrar,
        sin reentrada, sin reentradas, no hay reentrada, no más entradas, los que entraron, los que estén dentro,
        los que están dentro, quien entró, quien esté dentro, quienes entraron, quienes estén dentro, si entraron,
        los que siguen dentro, no se ve bien, no pinta bien, publicado por, compartido por, creado por, enviado por,
        hecho por, en curso, vamos con todo, vamos equipo, vamos familia, vamos chicos, vamos team, vamos por más,
        sí o sí, no sobreoperen, no sobreoperar, no abusen del lotaje, cierren los ojos, cierra los ojos,
        cerrar los ojos, cerramos los ojos, cierren sus gráficos, cierren el gráfico, para que, no se activó, no entró,
        no llegó, no tocó, muy ajustado, demasiado ajustado, bastante ajustado, para asegurar, para asegurar ganancias,
        para asegurar beneficios, para asegurar profit, en vez de, en lugar de, lamentablemente, desafortunadamente,
        ya vamos, ya vamos en, ya vamos por, ya vamos con, vamos ganando, vamos en profit, vamos en positivo, vamos en
        verde, vamos en ganancia, vamos en ganancias, vamos en beneficio, vamos bien, los que sigan, los que siguen,
        los que sigan dentro, quien siga, quienes sigan, quien siga dentro, los que estén, los que estan
    """,
    Role.MOVE: """
        movemos, mover, mueve, muevan, subimos, bajamos, ponemos, poner, pongan, ajustamos, ajustar, movemos el,
        moved, pasamos, mueven, subid, subir, bajar, bajen, bajad, coloquen, colocar, coloca, pongo, pon, poned,
        pasar, pasen, lleven, llevar, arrastren, arrastramos, moved el, movan, muevo, ajusten, ajusta, ajustad,
        desplazamos, subo, dejen, pasad, pasa, llevad, llevamos, suban, ajusto, llevo, paso, moviendo, subiendo,
        ajustando, bajando, llevando, pasando, cambien, cambiar, cambiad
    """,
    Role.EDIT: """
        modificamos, modificar, corregimos, correccion, cambiamos, nuevo sl, nuevo stop, sl nuevo, stop nuevo,
        nuevo tp, nuevos tp, nuevo objetivo, nuevos objetivos, tp nuevo, modificación, modificaciones, modificado
    """,
    Role.CLOSE: """
        cerramos, cerrar, cierro, cierren, cerrad, cierra, salimos, cerramos todo, cerremos, cierre, cierren todo,
        cierres, cerradlo, cerradla, cerradlos, cerradlas, ciérralo, ciérrala, ciérrenlo, ciérrenla, cerradlo todo,
        cerrar todo, salgan, salir, salgo, salid, cerramos la operacion, cerrar operacion, cierren la operacion,
        liquidamos, cerrando, cerramos ya, cierre manual, cierro todo, cierren ya, fuera de la operacion, nos salimos,
        me salgo, fuera ya, todos fuera, fuera todos, estamos fuera, fuera del trade, fuera de este trade, cierro aquí,
        cierro la operación, cierro posición, voy a cerrar, cerramos el resto, cierro el resto, cierren el resto,
        cerrar el resto, tomamos el resto, tomo el resto, recogemos el resto, saco el resto, sacamos el resto,
        cerramos lo que queda, cierren lo que queda, ya no estamos en la operación, ya no estamos en esta operación,
        ya no estamos en el trade, ya no estamos en este trade, ya no estoy en esta operación,
        ya no estoy en la operación, corten, take profit manual, tp manual
    """,
    Role.CLOSED: """
        cerrado, cerrada, cerraron, cerre, se cerro, cerrada la operacion, operacion cerrada, cerradas, cerrado en,
        cerrado manualmente, ya cerre, he cerrado, hemos cerrado, cerrado el resto, resto cerrado, el resto cerrado,
        cerré el resto
    """,
    Role.CANCEL: """
        orden eliminada, orden borrada, orden pendiente eliminada, orden pendiente borrada, orden límite eliminada,
        cancelar, cancelamos, cancelen, cancelada, anular, anulamos, borramos la orden, eliminamos la orden, cancelo,
        cancelad, cancela, anulada, anulen, anulad, eliminen la orden, eliminar la orden, borren la orden,
        borrar orden, quiten la orden, quitar la orden, queda anulada, orden cancelada, senal cancelada,
        senal anulada, invalidada, quitamos la orden, quitamos la pendiente, ya no es valida, ya no vale, descartamos,
        descartada, ya no entramos, ya no entrar, ya no la tomamos, ya no la tomo, ya no lo tomamos, no entramos más,
        no entren más, no la tomamos más, ya no entren, ya no es válido, no es válida ya, dejó de ser válida,
        sin efecto, queda sin efecto, la dejamos pasar, dejamos pasar esta, olvidamos esta, olviden esta,
        olviden esta operación, olvidad esta operación, olviden este setup, olviden la orden, orden fuera,
        órdenes fuera, se cancela, se cancelan, se elimina la orden, se borra la orden
    """,
    Role.REMOVE: """
        quitar, quitamos, quiten, sin, eliminar, eliminamos, quita, quitad, elimina, eliminen, borrar, borramos,
        borren, eliminad, borrad
    """,
    Role.PART: """
        parcial, parciales, parcialmente, una parte, aseguramos, asegurar, aseguren, tomar parciales, tomen parciales,
        tomamos parciales, cierre parcial, cierren parcial, cerramos parcial, cerrar parcial, cierren una parte,
        cerramos una parte, aseguro, asegura, asegurad, tomar ganancias parciales, saquen parciales,
        sacamos parciales, recojan, recogemos parciales, recogemos, reducir, reducimos, tomar parcial, tomo parciales,
        un cuarto, un tercio, una cuarta parte, retirad, retirar, retiren, retiro, retiramos, saquen, sacad, sacar,
        sacamos, retira, asegurando ganancias, vayan asegurando ganancias, ir asegurando ganancias,
        asegurar ganancias, vayan asegurando, aseguren ganancias,
        casi todo, casi todos, casi toda, casi todas, casi el total, la mayor parte, casi por completo
    """,
    Role.HALF: "mitad, la mitad, medio, 50 por ciento, la mitad de la posicion, mitad de posicion",
    Role.ALL: "todo, todas, todos, el resto, resto, lo demas, completo, completa, lo que queda",
    Role.EVEN: """
        punto de entrada, al punto de entrada, a la entrada, en be, sin riesgo, a precio de entrada, precio entrada,
        punto de equilibrio, a breakeven, en breakeven, breakeven, a be, a punto de entrada, al precio de entrada,
        a entrada, en entrada, riesgo cero, a riesgo cero, libre de riesgo, cero riesgo, al break even,
        en el punto de entrada, en la entrada, aseguren en be, aseguramos en be, asegurar en be,
        asegurar en la entrada, aseguren en entrada, protejan en be, protejan la operacion, proteger en be,
        quitamos riesgo, quitamos el riesgo, quitar riesgo, quiten el riesgo, quiten riesgo,
        protejan entrada, proteger entrada, protejan la entrada, proteger la entrada, protejan en entrada, protegemos
        entrada, protegemos en entrada, protejo en entrada, en su entrada, en tu entrada, a su entrada, a tu entrada
    """,
    Role.HIT: """
        alcanzado, alcanzada, tocado, toco, cumplido, logrado, llego, ha cumplido, tocamos, saltado, conseguido, toca,
        tocada, alcanza, alcanzo, alcanzados, tocados, completado, cumplida, cumplio, pegado, pego, hecho, golpeado,
        golpeo, llegamos, llegado, alcanzamos, en el bolsillo
    """,
    Role.STOPPED: """
        nos sacaron, nos sacaron en stop, nos sacaron por stop, nos sacó en stop, nos sacaron del trade,
        nos saco, salto el stop, toco el stop, toco stop, toco el sl, toco sl, nos toco el stop, nos toco el sl,
        nos toco stop, salto stop, salto el sl, nos saco el stop, nos saco el sl, stop tocado, sl tocado,
        stop alcanzado, stop saltado, stopeado, stopeada, nos stopearon, saltado el stop, cerrada por stop,
        cerrado por stop, cerrada en stop, tocado el stop, tocado stop, toco el stop loss, toco stop loss,
        stop ejecutado, salta el stop, salta stop, pego el stop, nos barrieron, nos barrio, stop tomado, sl tomado
    """,
    Role.FILLED: """
        activada, activado, entro la orden, entramos ya, orden activada, orden ejecutada, ejecutada, se activo, entro,
        entrada activada, limite activada, orden abierta, activo la orden, pendiente activada, entramos en mercado,
        estamos dentro, estamos en mercado, ya estamos dentro
    """,
    Role.HOLD: """
        mantenemos, mantener, aguantar, aguanten, aguantamos, mantengan, mantened, mantener abierta, dejamos correr,
        dejar correr, sigue abierta, seguimos, dejamos, sin tocar, dejarlo correr
    """,
    Role.NOT: """
        nada, nunca, no cerramos, no cerrar, sin sl, no cierren, no cierren todavia, no cerreis, no muevan, no entren,
        no compren, no vendan, todavia no, aun no, tampoco, ningun, ninguna, olvidé, me olvidé, se me olvidó,
        olvidé mover, no recomiendo, no recomendamos, no aconsejo, olvidan, se olvidan, siempre olvidan
    """,
    Role.IF: """
        si, cuando, hasta que, una vez, en caso de, si rompe, si llega, cuando llegue, al romper, tras, despues de,
        antes de, siempre que, mientras, siempre y cuando, a condicion, dependiendo, segun el dato, solo si,
        solamente si, con confirmacion, tras confirmacion, en retest, sujeto a, en caso
    """,
    Role.WILL: """
        cerraremos, vamos a, moveremos, entraremos, pondremos, abriremos, avisare, os avisare, voy a, vamos,
        compraremos, venderemos, buscaremos, esperaremos, mañana, proximamente, pronto, luego, pasare, enviare,
        mandare, publicare, estaremos, pienso comprar, pienso vender, plan para, planeo, planeamos, lunes,
        proxima semana, la semana que viene, tengo previsto, buscaré, compraré, venderé, venderíamos, compraríamos,
        ya vamos a
    """,
    Role.MAY: """
        puede, podria, quizas, tal vez, parece, posible, posiblemente, probable, probablemente, podriamos,
        podemos ver, creo, creo que, pueda, seria, quisiera, me gustaria, quiero, ojala, idealmente, prefiero, sueño,
        espero, pensaba, pensando en, dudo, deberíamos haber, debimos, debí, hubiéramos, habríamos,
        habría, consideren, considerad, considere
    """,
    Role.YOU_CAN: """
        podeis, pueden, puedes, podeis volver a entrar, si quereis, los que quieran, quien quiera, el que quiera,
        a su criterio, a vuestro criterio, según su criterio, a criterio de cada uno, a discreción, opcional, si
        desean, si quieren, si gustan, pueden ir, siempre, cada vez
    """,
    Role.QUESTION: "que, por que, quien, cuando cerramos, cual, cuanto, quién la tomó, quién aprovechó",
    Role.RECAP: """
        estoy dentro, ya estoy en, sigo en, estoy en largo, estoy en corto, ya estoy dentro, expirada, resumen,
        resultado, resultados, total, ganancias de, por mi parte, profit total, balance semanal, resultados de,
        resultado de, ganancia total, hoy cerramos, ganamos, ganados, pips ganados, felicidades, felicitaciones,
        esta semana, este mes, del mes, pips de profit, en profit, cierre de semana, mi operacion, mi posicion,
        mi entrada, mi trade, recordatorio, cerramos la semana, cerramos el mes, cerramos el día, cerramos semana,
        cerramos mes, cerramos el año, cerramos con, revisión de ganancias, resumen de ganancias, ganancia obtenida,
        cerrando la semana, cerrando el mes,
        cierra la semana, cierra el día, cierra el mes, cierro el mes, cierro la semana, toca cerrar el año
    """,
    Role.MEMORY: """
        fue, era, eran, estaba, habia, dimos, recuerdan, recuerdo, ultima senal, anterior, anteriores, compramos ayer,
        vendimos, compre ayer, tomamos, entramos ayer, esta mañana, hace, archivo, la vez pasada, semana anterior, dio,
        funciono, termino, cerro, salio, gano, ganaron, vendieron, compraron, se opero, hubiera, hubiese, debió, debía
    """,
    Role.OTHERS: """
        el dice, ellos, ella, amigo, un amigo, alguien, miembro, miembros, seguidor, seguidores, analista, analistas,
        ballena, ballenas, banco, bancos, otro canal, otros canales, segun, recomienda, dice, dicen, un trader,
        la gente, algunos, alumno, alumnos, estudiante, academia, cuenta demo, demo, en demo
    """,
    Role.ANALYSIS: """
        analisis, soporte, resistencia, tendencia, correlacion, descorrelacion, rebote, retroceso, ruptura, noticias,
        nfp, volatilidad, alcistas, bajistas, rango lateral, canal alcista, estructura, liquidez, zona de demanda,
        zona de oferta, proyeccion, escenario, volátil, volátiles, mercado volátil, mercado lateral, mercado nervioso
    """,
    Role.LESSON: """
        ejemplo, por ejemplo, leccion, aprender, curso, consejo, supongamos, imagina, imaginen, prueba,
        señal de prueba, muestra, plantilla, formato, falsa, senal falsa, ejemplo de senal, así es una señal, así son,
        así se ve una señal
    """,
    Role.AD: """
        señales como esta, señales como estas, unete, descuento, oferta, suscribete, promocion, grupo vip, gratis,
        gratuito, enlace, link, contactar,
        escribeme, escribanme, mensaje privado, cupos, membresia, registrate, inscribete, grupo premium, canal vip,
        broker
    """,
    Role.WAIT: """
        esperar, esperamos, esperad, atentos, preparados, pendientes, esperando, esperen, a la espera,
        esperando confirmacion, esperar confirmacion, esperen confirmacion, atento, preparense, preparados para,
        estar atentos, vigilando, en espera, seguimos esperando
    """,
    Role.EXCEPT: "menos, excepto, salvo, a excepción de, aparte de, exceptuando",
    Role.BUT: "pero, solo, solamente, sino, en su lugar, unicamente",
    Role.PAST: """
        ayer, semana pasada, anteayer, el mes pasado, anoche, de ayer, la semana pasada, antier, pudimos, pude,
        logramos, logré, conseguimos, conseguí, hemos podido, hemos logrado, he podido, he logrado, alcanzamos a,
        alcancé a
    """,
}

ORDINALS = (
    "primero, segundo, tercero, cuarto, quinto",
    "primera, segunda, tercera, cuarta, quinta",
    "primer, 2do, tercer, 4to, 5to",
    "1er, 2o, 3er, 4o, 5o",
)

MONEY = {
    "EUR": "euro",
    "USD": "dolar",
    "GBP": "libra",
    "JPY": "yen",
    "CHF": "franco",
    "AUD": "dolar australiano",
    "NZD": "dolar neozelandes",
    "CAD": "dolar canadiense",
}

ALIASES = {
    "XAUUSD": "oro, el oro",
    "XAGUSD": "plata",
    "USOIL": "petroleo, crudo",
    "UKOIL": "petroleo brent",
    "NATGAS": "gas natural",
}
