"""Roles: who holds, held or is to hold which office."""
