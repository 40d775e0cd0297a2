"""Spanish, of Spain and of Latin America."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BELOW: "por debajo de, debajo de, bajo",
    Role.ABOVE: "por encima de, encima de, sobre",
    Role.BETWEEN: "entre",
    Role.BUY: "compra, comprar, compramos, compras, largo, largos, en largo",
    Role.SELL: "venta, vender, vendemos, ventas, corto, cortos, en corto",
    Role.ENTRY: """
        entrada, entradas, entrar, entramos, precio de entrada, zona de entrada, zona de compra, zona de venta
    """,
    Role.STOP: "perdida, stop de perdidas, parada, detener perdidas",
    Role.TARGET: """
        objetivo, objetivos, toma de ganancias, tomar ganancias, metas, ganancia, toma de beneficios, beneficio
    """,
    Role.ADD: "promediar, promedio, promedios, recompra, reforzar",
    Role.ADDED: "abrimos otro, abrimos otra, metemos otra",
    Role.LEVERAGE: "apalancamiento, palanca",
    Role.CROSS: "cruzado",
    Role.ISOLATED: "aislado",
    Role.SPOT: "al contado",
    Role.MARKET: "ahora, a mercado, mercado, precio actual, ya",
    Role.LIMIT: "limite, orden limite, pendiente",
    Role.BREAKOUT: "orden stop",
    Role.ZONE: "zona, rango, rango corto, rango largo, cerca de, desde",
    Role.RUNNER: "abierto, libre",
    Role.LATER: "por definir",
    Role.SYMBOL: "moneda, par, activo",
    Role.HEADING: """
        orden, ordenes, operaciones, posiciones, senal, operacion, direccion, posicion, tipo, scalping, analise,
        entrada rapida
    """,
    Role.SIZE: "riesgo, lotaje, lote, capital, bajo lotaje, cuenta",
    Role.RATIO: "riesgo beneficio",
    Role.PIPS: "puntos, pipos",
    Role.CLOCK: "hora, horas, minutos, dia, dias, semana",
    Role.THOUSAND: "mil",
    Role.TO: "a, hasta, o",
    Role.AND: "y, e",
    Role.FILLER: "de, el, la, en, al",
    Role.MOVE: """
        movemos, mover, mueve, muevan, subimos, bajamos, ponemos, poner, pongan, ajustamos, ajustar, movemos el,
        moved, pasamos
    """,
    Role.EDIT: "modificamos, modificar, corregimos, correccion, cambiamos",
    Role.CLOSE: "cerramos, cerrar, cierro, cierren, cerrad, cierra, salimos, cerramos todo, cerremos, cierre",
    Role.CLOSED: "cerrado, cerrada, cerraron, cerre, se cerro",
    Role.CANCEL: "cancelar, cancelamos, cancelen, cancelada, anular, anulamos, borramos la orden, eliminamos la orden",
    Role.REMOVE: "quitar, quitamos, quiten, sin, eliminar, eliminamos",
    Role.PART: "parcial, parciales, parcialmente, una parte, aseguramos, asegurar, aseguren",
    Role.HALF: "mitad, la mitad",
    Role.ALL: "todo, todas, todos",
    Role.EVEN: """
        punto de entrada, al punto de entrada, a la entrada, en be, sin riesgo, a precio de entrada, precio
        entrada
    """,
    Role.HIT: "alcanzado, alcanzada, tocado, toco, cumplido, logrado, llego, ha cumplido, tocamos, saltado, conseguido",
    Role.FILLED: "activada, activado, entro la orden, entramos ya",
    Role.HOLD: "mantenemos, mantener, aguantar",
    Role.NOT: "nada, nunca, no cerramos, no cerrar, sin sl",
    Role.IF: "si, cuando, hasta que, una vez",
    Role.WILL: "cerraremos, vamos a, moveremos, entraremos, pondremos, abriremos, avisare, os avisare",
    Role.MAY: "puede, podria, quizas, tal vez, parece",
    Role.YOU_CAN: "podeis, pueden, puedes, podeis volver a entrar, si quereis, los que quieran",
    Role.QUESTION: "que, por que, quien, cuando cerramos",
    Role.RECAP: """
        ya estamos dentro, ya estoy dentro, expirada, resumen, resultado, resultados, ayer, semana pasada,
        total, ganancias de, por mi parte, profit total, balance semanal
    """,
    Role.ANALYSIS: "analisis, soporte, resistencia, tendencia, correlacion, descorrelacion",
    Role.LESSON: "ejemplo, por ejemplo, leccion, aprender, curso, consejo",
    Role.AD: "unete, descuento, oferta, suscribete, promocion, grupo vip",
    Role.WAIT: "esperar, esperamos, esperad, atentos, preparados, pendientes, esperando",
}

ALIASES = {
    "oro": "XAUUSD",
    "plata": "XAGUSD",
    "petroleo": "USOIL",
}
