"""What can go wrong, by whose fault it is.

    InterlockError
    ├── ConfigError          the owner's: a value in config.yaml, a flag, a missing key
    ├── OutsideError         the world's
    │   ├── VenueUnreachable     the catalogue cannot be read: nothing can be sized
    │   ├── JournalUnwritable    disk full, read-only, locked: opening halts
    │   └── AlreadyRunning       another process holds this data directory
    └── OwnFault             ours: a bug, or a journal that was tampered with
        ├── ImpossibleFact       a fact this state could not have met
        ├── StaleWriter          two writers on one stream
        ├── JournalCorrupt       the hash chain is broken
        └── UnknownEntry         a journal line of a name or version this program cannot read

A venue's no and a venue's silence are values (`core.orders`), not errors.
"""

from __future__ import annotations


class InterlockError(Exception):
    """The root: every message is one line a trader can act on."""


class ConfigError(InterlockError):
    """The owner's to mend. The message names the key, what is wrong with it and the fix."""


class OutsideError(InterlockError):
    """The world's fault; trying again later may help."""


class VenueUnreachable(OutsideError):
    """The venue did not answer where no answer is no value: its catalogue, or what the page shows of it."""


class JournalUnwritable(OutsideError):
    """The journal could not be made durable; nothing that depends on it was sent."""


class AlreadyRunning(OutsideError):
    """Another process holds the data directory; the message says which."""


class OwnFault(InterlockError):
    """Our own mistake, or tampering: stop and look."""


class ImpossibleFact(OwnFault):
    """A fact that this state could not have met."""


class StaleWriter(OwnFault):
    """A second writer on one stream."""


class JournalCorrupt(OwnFault):
    """A line was changed, lost or inserted after it was written."""


class UnknownEntry(OwnFault):
    """A line whose name or version this program cannot read; it is never skipped (invariant I15)."""
