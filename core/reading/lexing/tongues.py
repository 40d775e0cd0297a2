"""Know a word that means one thing in one language and another in the next by the words beside it.

Separate from the vocabularies, where the earlier language wins: here the company tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.facts import CASHTAG, Named
from core.reading.words.lexicon import listed

_GERMAN = frozenset(("ich", "und", "der", "die", "das", "ist", "kannst", "du", "wir", "mit", "traden", "jetzt", "gehe"))
_VIETNAMESE = frozenset(
    ("khi", "lenh", "chot", "doi", "dat", "vung", "gia", "vang", "khong", "nen", "cat lo", "vao", "mua", "muc", "pha")
)
_SPANISH = frozenset(("y", "el", "los", "las", "hasta", "ahora", "fue", "nuestra", "anulamos", "buscamos", "vamos"))
_ITALIAN = frozenset(("compro", "vendo", "entro", "vado", "obiettivo", "obiettivi", "ora", "adesso", "incassate"))
_PORTUGUESE = frozenset(
    (
        *("alvo", "alvos", "em", "ouro", "uma", "nao", "galera", "pessoal", "agora", "bora", "venda", "rompimento"),
        *(
            "reteste",
            "alavancagem",
            "preco",
            "risco",
            "sinal",
            "sinais",
            "fundo",
            "fechar",
            "metade",
            "cruzamento",
            "acima",
            "abaixo",
        ),
    )
)
_DUTCH = frozenset(("instap", "instappen", "koop", "kopen", "verkoop", "verkopen", "doel", "doelen", "goud", "het"))
_VERBS = (Role.BUY, Role.SELL, Role.CLOSE, Role.MOVE, Role.HOLD, Role.ADD, Role.CANCEL)
_DENIED = frozenset(
    (
        "entrar",
        "entren",
        "entres",
        "entre",
        "entry",
        "entries",
        "trade",
        "trades",
        "signal",
        "signals",
        "call",
        "calls",
        "more",
        "longer",
    )
)
_HALVING = frozenset(("chiudere", "chiudete", "chiudiamo", "chiudo", "chiudi", "chiusa", "prendete", "pari", "casa"))
_ENGLISH = frozenset(("close", "closing", "exit", "exiting", "trim", "move", "out", "all", "the", "to", "now"))
_POLISH = frozenset(("panowie", "kapitalu", "wy", "jak", "wejscie", "pozycja", "dzisiaj", "zlocie"))
_INDONESIAN = frozenset(
    ("jangan", "modal", "pasang", "gais", "kalau", "kalo", "dulu", "aja", "harga", "selamat", "ingat")
)
_JUST_NOW_DE, _JUST_NOW_NL = frozenset(("gerade", "eben", "soeben", "jetzt")), frozenset(("net", "zojuist", "zonet"))
_JUST_NOW_RU = frozenset(("сеичас", "щас"))
_SHARED = (
    ("ya", Role.MARKET, Role.FILLER, _INDONESIAN),
    ("qui", Role.QUESTION, Role.FILLER, _ITALIAN),
    ("no", Role.NOT, Role.FILLER, _PORTUGUESE),
    ("nu", Role.NOT, Role.MARKET, _DUTCH),
    ("agr", Role.IF, Role.MARKET, _PORTUGUESE),
    (
        "comprei",
        Role.MEMORY,
        Role.RECAP,
        frozenset(("agora", "agr")),
    ),  # "bought now": its author's own, and asked about
    *((word, Role.MEMORY, Role.RECAP, frozenset(("teraz",))) for word in ("kupilem", "sprzedalem")),
    *((word, Role.MEMORY, Role.RECAP, _JUST_NOW_DE) for word in ("gekauft", "verkauft", "geshortet")),
    *((word, Role.MEMORY, Role.RECAP, _JUST_NOW_NL) for word in ("gekocht", "verkocht")),
    *((word, Role.MEMORY, Role.RECAP, _JUST_NOW_RU) for word in ("купил", "купили", "купила", "продал", "продали")),
    ("se", Role.IF, Role.FILLER, _SPANISH),
    ("hier", Role.PAST, Role.FILLER, _GERMAN),
    ("gram", Role.TICKER, Role.WORD, _POLISH),
    ("va", Role.WILL, Role.AND, _VIETNAMESE),
    ("thi", Role.MEMORY, Role.FILLER, _VIETNAMESE | {"ae", "anh"}),
    *(("meta", Role.HALF, Role.WORD, _ENGLISH), ("meta", Role.TICKER, Role.HALF, _HALVING)),
)
_WEIGHTY = frozenset(listed("WEIGHTY"))
SHARED_WORDS = frozenset(word for word, *_ in _SHARED) | _WEIGHTY


def _beside_a_price(pieces: list[Lexeme]) -> None:
    """ "TP 2462 và 2470" is Vietnamese for and, "va 3.412 ahora" Spanish for where it stands: nothing is to come."""
    for at in range(len(pieces) - 1):
        if pieces[at].text == "va" and pieces[at].role is Role.WILL and pieces[at + 1].role is Role.PRICE:
            joined = at > 0 and pieces[at - 1].role is Role.PRICE
            pieces[at] = pieces[at].recast(Role.AND if joined else Role.FILLER)


def _denies_in_english(pieces: list[Lexeme], at: int) -> bool:
    """ "No trade hoje, galera": before a word that is English, and before a verb, a "no" denies in any company."""
    if pieces[at].text != "no" or at + 1 == len(pieces):
        return False
    behind = pieces[at + 1]
    return behind.text in _DENIED or behind.role in _VERBS


def _before_a_verdict(pieces: list[Lexeme]) -> None:
    """ "Fazer parcial é importante": is, its accent gone, and no "and"; "e importante: ..." goes on."""
    for at in range(1, len(pieces) - 1):
        if pieces[at].text == "e" and pieces[at].role is Role.AND and pieces[at + 1].text in _WEIGHTY:
            behind = pieces[at + 2].text if at + 2 < len(pieces) else ""
            if behind not in (":", ","):
                pieces[at] = pieces[at].recast(Role.FILLER)


def words_of_two_tongues(pieces: list[Lexeme]) -> list[Lexeme]:
    """German for here and French for yesterday, Spanish for not and Portuguese for in the, META and half of it."""
    said = {p.text.partition(" ")[0] for p in pieces}
    for word, one, other, company in _SHARED:
        if word in said and not company.isdisjoint(said):
            for at, piece in enumerate(pieces):
                if piece.text == word and piece.role is one and not _denies_in_english(pieces, at):
                    pieces[at] = piece.recast(other)
    if "va" in said:
        _beside_a_price(pieces)
    if "e" in said:
        _before_a_verdict(pieces)
    return pieces


_GOLD = Named("XAUUSD", "XAUUSD", CASHTAG)
_DASHES = frozenset("-:|")
_SIDES = frozenset((Role.BUY, Role.SELL))
_FRENCH = ("achat", "achet", "vent", "vend")
_IN_FRENCH = frozenset(
    (
        *("le", "la", "les", "du", "au", "et", "nous", "ordre", "prise", "validee", "valide", "touche", "atteint"),
        *("ferme", "fermez", "annule", "annulez", "reste", "objectif", "objectifs", "perte", "montez", "securisez"),
    )
)


def or_as_gold(pieces: list[Lexeme]) -> list[Lexeme]:
    """ACHAT OR 2645: beside a French side and no other name, gold; a choice everywhere else."""
    if any(p.role is ROLE.TICKER for p in pieces):
        return pieces
    if (title := _or_as_a_title(pieces)) >= 0:
        pieces[title] = Lexeme(ROLE.TICKER, "or", pieces[title].start, pieces[title].end, named=_GOLD)
        return pieces
    for at, piece in enumerate(pieces):
        if piece.text != "or":
            continue
        begins = at - 1 - (at > 1 and pieces[at - 1].role in (ROLE.MARKET, ROLE.LIMIT))  # "achat maintenant or"
        behind = at + 1 + (pieces[at + 1].text in _DASHES if at + 1 < len(pieces) else 0)  # "or - achat limite"
        beside = (*pieces[max(0, begins) : at], *pieces[behind : behind + 1])
        titled = at and [p.role for p in (pieces[at - 1], *pieces[behind : behind + 1])] == [ROLE.HEADING, ROLE.LINE]
        if any(p.role in _SIDES and p.text.startswith(_FRENCH) for p in (pieces if titled else beside)):
            pieces[at] = Lexeme(ROLE.TICKER, piece.text, piece.start, piece.end, named=_GOLD)
            break
    return pieces


def _or_as_a_title(pieces: Sequence[Lexeme]) -> int:
    """ "🟡 OR 🟡 TP2 touché", "OR : fermez tout": where it stands, set apart, first in a post with words in French."""
    at = next((n for n, p in enumerate(pieces) if p.role is not ROLE.MARK), -1)
    behind = pieces[at + 1] if 0 <= at < len(pieces) - 1 else None
    if behind is None or pieces[at].text != "or" or behind.text == ".":
        return -1
    apart = behind.role is ROLE.LINE or behind.role is ROLE.MARK
    french = apart and any(not _IN_FRENCH.isdisjoint(p.text.split()) for p in pieces[at + 1 :])
    return at if french else -1
