"""An order that is wished, denied, advised, remembered, planned or put under a condition is never carried out."""

from __future__ import annotations

import pytest

from core.reading import as_json, read

CHANGING = {"close", "close_partial", "move_stop", "move_stop_to_breakeven", "cancel", "edit_targets", "set_levels"}
BESIDE = ("{}", "{} 🔥", "+40 pips ✅ {}")
"""What stands around it: nothing, a cheer, or a report with a tick, behind which an order of its own may begin."""

PLAIN = ("move SL to BE", "close half", "close gold", "cancel the limit", "move SL to 4100", "take some profits")
TOLD = ("moved SL to BE", "closed half", "closed gold", "cancelled the limit", "moved SL to 4100")
DOING = ("moving SL to BE", "closing half", "closing gold", "cancelling the limit", "taking some profits")

ENGLISH = """
    You could _ | You might want to _ | If price hits 4100 _ | _ if price hits 4100 | Once TP1 is hit _ | _ after TP1
    Maybe _ | Don't _ | Never _ | Please don't _ yet | Should we _? | Why would you _? | I will _ later | We'll _ at NFP
    I'm thinking to _ | It's not time to _ | No need to _ | Feel free to _ | Up to you to _ | Those who want can _
    In case of reversal _ | Unless it breaks 4100 _ | Before you _, read this | Wait until TP1, then _ | Rule: _ at TP1
    Remember to _ after TP1 | In this video: how to _ | My plan is to _ at TP1 | Tomorrow _ | Next time _
    I forgot to _ | Too late to _ | We were going to _ | Ready to _ | Be prepared to _ | Don't forget: at TP1 _
    Not going to _ | Only _ if you are in profit | Refuse to _ | Some traders _ too early | I did not _
"""
ENGLISH_TOLD = """
    Had we _ we would be happy | We should have _ | I would have _ | Some of you _ yesterday | Yesterday we _ | Who _?
    Everyone who _ is safe | If you _, well done | Glad we _ | Wish I _
"""
ENGLISH_DOING = "Instead of _ we hold | Thinking of _ | Avoid _ | Consider _"

ABROAD = (
    (
        ("cerrar todo", "mover SL a BE", "cerrar la mitad"),
        """
        Pueden _ | Habría que _ | Estamos pensando en _ | Antes de _ esperen | Si quieren _ háganlo | Los que quieran _
        Se podría _ | No es momento de _ | Voy a _ luego | Recuerden _ en TP1 | Consideren _ | Sería bueno _
        """,
    ),
    (
        ("cerramos todo", "movemos SL a BE", "cerramos la mitad"),
        """
        Si llega a 4100 _ | Quizás _ | No _ | ¿_? | Mañana _ | Cuando toque TP1 _ | Nunca _ | Tal vez _ | Ayer _
        Después del TP1 _ | A partir de TP1 _ | Todavía no _
        """,
    ),
    (("cerrado todo", "movido SL a BE"), "Deberíamos haber _ | Hubiéramos _ | Si hubiéramos _"),
    (
        ("SL auf BE setzen", "Gold schließen", "Hälfte schließen"),
        """
        Wenn 4100 erreicht wird, _ | Vielleicht _ | Ihr könnt _ | Bitte nicht _ | Sollen wir _? | Morgen _ | Bei TP1 _
        Wir hätten _ sollen | Man könnte _ | Nach TP1 _ | Sobald TP1 erreicht ist _ | Ich überlege _ | Noch nicht _
        Niemals _ | Wer will kann _ | Überlegt euch _ | Es ist zu früh _ | Erst ab 4100 _
        """,
    ),
    (("SL auf BE gesetzt", "Gold geschlossen"), "Gestern haben wir _ | Hätten wir _, wären wir raus"),
    (
        ("fermer tout", "mettre SL à BE", "fermer la moitié"),
        """
        Vous pouvez _ | Doit-on _ ? | On aurait dû _ | On pourrait _ | Pas encore _ | Ceux qui veulent peuvent _
        Envisagez de _ | Pensez à _ au TP1 | Inutile de _ | Avant de _ attendez
        """,
    ),
    (
        ("fermez tout", "mettez SL à BE", "fermez la moitié"),
        "Si ça atteint 4100 _ | Peut-être _ | Demain _ | Au TP1 _ | Après TP1 _ | Dès que TP1 est touché _",
    ),
    (
        ("chiudere tutto", "mettere SL a BE", "chiudere metà"),
        """
        Potete _ | Dobbiamo _? | Avremmo dovuto _ | Si potrebbe _ | Non ancora _ | Chi vuole può _
        Sto pensando di _ | Valutate di _ | Inutile _ | Prima di _ aspettate
        """,
    ),
    (
        ("chiudete tutto", "mettete SL a BE", "chiudete metà"),
        "Se arriva a 4100 _ | Forse _ | Non _ | Domani _ | A TP1 _ | Dopo TP1 _ | Appena TP1 preso _",
    ),
    (
        ("fechar tudo", "mover SL para entrada", "fechar metade"),
        """
        Vocês podem _ | Devemos _? | Poderíamos _ | Quem quiser pode _ | Estou pensando em _ | Considerem _
        Antes de _ esperem
        """,
    ),
    (
        ("fechem tudo", "movam SL para entrada", "fechem metade"),
        """
        Se chegar em 4100 _ | Talvez _ | Não _ | Amanhã _ | No TP1 _ | Depois do TP1 _ | Assim que bater TP1 _
        Ainda não _
        """,
    ),
    (("fechado tudo", "movido SL para entrada"), "Deveríamos ter _ | Se tivéssemos _ estaríamos fora"),
    (
        ("zamykamy wszystko", "przesuwamy SL na BE", "zamykamy połowę"),
        """
        Jeśli dojdzie do 4100 _ | Może _ | Nie _ | Czy _? | Jutro _ | Na TP1 _ | Po TP1 _ | Jak tylko TP1 _
        Jeszcze nie _ | Zanim _ poczekajcie
        """,
    ),
    (
        ("zamknąć wszystko", "przesunąć SL na BE", "zamknąć połowę"),
        "Możecie _ | Powinniśmy byli _ | Kto chce może _ | Rozważcie _",
    ),
    (
        ("close semua", "geser SL ke BE", "close setengah"),
        """
        Kalau sampai 4100 _ | Mungkin _ | Boleh _ | Jangan _ | Kemarin _ | Apakah _? | Besok _ | Di TP1 _
        Harusnya tadi _ | Andai tadi _ | Setelah TP1 _ | Begitu kena TP1 _ | Belum _ | Yang mau silakan _
        Pertimbangkan _ | Sebelum _ tunggu dulu | Nanti _ | Kalau mau _
        """,
    ),
    (
        ("close kar do", "SL BE kar do", "half book kar lo"),
        """
        Agar 4100 aaye to _ | Shayad _ | Chaho to _ | Mat _ | Kya _? | Kal subah _ | TP1 pe _ | _ chahiye tha
        TP1 ke baad _ | Abhi nahi _ | Jo chahe _
        """,
    ),
)


def framed(orders: tuple[str, ...], frames: str) -> list[str]:
    said = [frame.strip() for line in frames.splitlines() for frame in line.split("|") if frame.strip()]
    return [frame.replace("_", order) for frame in said for order in orders]


POSTS = [
    *framed(PLAIN, ENGLISH),
    *framed(TOLD, ENGLISH_TOLD),
    *framed(DOING, ENGLISH_DOING),
    *(post for orders, frames in ABROAD for post in framed(orders, frames)),
]


@pytest.mark.parametrize("beside", BESIDE)
def test_an_order_under_a_hedge_is_never_carried_out(beside: str) -> None:
    acted = []
    for post in POSTS:
        found = as_json(read(beside.format(post)))
        if found["verdict"] == "apply" and CHANGING & {said["action"] for said in found["actions"]}:
            acted.append(beside.format(post))
    assert not acted


def test_the_same_orders_without_a_hedge_are_understood() -> None:
    silent = [order for order in PLAIN if not CHANGING & {said["action"] for said in as_json(read(order))["actions"]}]
    assert not silent
