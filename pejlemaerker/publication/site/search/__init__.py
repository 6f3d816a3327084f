"""The search of the site: an index of small files from which a browser looks up what it needs, with no server behind it.

`records` says what can be found, `index` writes it all, `columns` what facets count, `postings` which words stand where, `packing` the
form of the files. The other half runs in the browser: `static/search-*.js`. docs/search.md says why it is not a library.
"""

from .index import FOLDER, write_search

__all__ = ["FOLDER", "write_search"]
