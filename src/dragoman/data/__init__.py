"""Tables that ship, each with a card of origin and licence."""
