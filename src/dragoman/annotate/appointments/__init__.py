"""Offices told by clauses: who took, left, kept or passed on which one."""
