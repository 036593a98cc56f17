"""The jobs, one generator each: they yield events, and a yield is where they can be cancelled."""
