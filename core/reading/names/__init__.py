"""Which instrument a spelling names, and which names are only signed with."""
