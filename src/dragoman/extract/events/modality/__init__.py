"""How an event is put: asserted, denied, planned, demanded, possible."""
