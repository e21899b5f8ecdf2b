"""Records of incidents, brought together with the events that tell them."""
