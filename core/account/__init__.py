"""One account: what it is worth, what it has granted, who is asked. Read `states`, `evolving`, `deciding`.

The account is the one writer that may open anything, so two calls cannot take the last slot.
"""

from core.account.deciding import decide
from core.account.evolving import evolve, read_on
from core.account.states import Account, Closed, Heard

__all__ = ["Account", "Closed", "Heard", "decide", "evolve", "read_on"]
