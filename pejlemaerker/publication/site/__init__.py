"""The site of an edition: static pages that a browser shows from any folder, with no server and no other host.

`writing` puts it together; `paths` says where a page lies, `texts` what the frame says in Danish and English, `templates/` how a page
looks, `static/` holds what all pages share. `documents/`, `actors`, `initiatives`, `themes`, `front`, `lists`, `reference` and `search/`
each make their pages. Everything is read from the finished tables of the edition, so that no page can say what they do not.
"""

from .version import site_version
from .writing import SITE, write_site

__all__ = ["SITE", "site_version", "write_site"]
