"""Claims to judgements: which of them speak of the same thing."""
