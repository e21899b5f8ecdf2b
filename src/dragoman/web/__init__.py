"""The workbench: pages and an API over one case.

Reads views by index (``store.catalog``), writes judgements and amendments, and
nothing else. ``app.create_app`` is the door; one module a page under ``pages``.
"""
