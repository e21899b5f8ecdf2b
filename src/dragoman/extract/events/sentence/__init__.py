"""The events of one sentence: frames filled, what goes with them."""
