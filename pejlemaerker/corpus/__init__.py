"""From bytes to an article: clean text, blocks, zones, segments, document metadata and identifiers.

What the words mean belongs to `extraction`; what is Danish about them belongs to `danish`.
"""
