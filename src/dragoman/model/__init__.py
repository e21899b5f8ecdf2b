"""What dragoman talks about: frozen dataclasses, standard library only."""
