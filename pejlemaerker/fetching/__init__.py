"""Where articles come from: the file `sources.toml`, the web asked politely, and one list of all files found.

Articles of the web are kept as they were sent, in an archive, so that a run reads them like any folder. What the bytes mean
belongs to `corpus`.
"""

ARCHIVE = "archive"  # the folder in the outputs folder in which pages are kept
