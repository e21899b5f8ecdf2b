"""Laws of Universal Dependencies that a parser breaks, restored one by one."""
