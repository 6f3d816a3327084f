"""The append-only store between stages: packs of rows, the versions of code that made them, locks and safe file writes.

Nothing here knows what the rows mean; that belongs to `corpus` and `extraction`.
"""
