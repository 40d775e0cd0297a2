"""Russian once more: what a room writes around its calls - its bankroll, its reasons, where a post came from.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

STAKED = "на, с"
BANKROLLS = "банк, банка"
WICKS = "фитиль, фитилем, фитиля, тень, тенью, прокол, проколом"
AFTER = "после"
STANDS = "имеем, видим, есть, у нас, наблюдаем"
REASONS = "причина, обоснование, анализ, почему, логика, контекст"
FORWARDED = "переслано от, переслано из"

WORDS = {
    Role.SIZE: "выделяю, выделяем, банкролл, остаток депозита, на сумму, сумма сделки, сумма входа",
    Role.FILLER: "согласно вашему, согласно своему, согласно вашим, согласно своим",
}

ALIASES: dict[str, str] = {}
