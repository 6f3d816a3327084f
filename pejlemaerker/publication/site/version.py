"""The version of the program that makes the site: other pages of the same rows are another release."""

import hashlib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_MADE_OF = {".py", ".jinja", ".css", ".js", ".svg", ".toml"}


@cache
def site_version() -> str:
    """Hash (16 hexadecimal digits) of all code, templates, words and looks of the site."""
    digest = hashlib.sha256()
    for path in sorted(path for path in _FOLDER.rglob("*") if path.suffix in _MADE_OF):
        digest.update(f"{path.relative_to(_FOLDER).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:16]
