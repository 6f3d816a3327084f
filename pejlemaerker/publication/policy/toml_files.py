"""A TOML file of the policy folder as plain values, or the error that says why it cannot be read.

What may stand in a file is for the module that reads it; most ask through `section`.
"""

import tomllib
from pathlib import Path
from typing import Any

from .errors import PolicyError


def stated_in(path: Path, mend: str = "Mend that line") -> dict[str, Any]:
    """What the file `path` states; nothing where there is none. PolicyError says what is wrong, and `mend` what to do about its words."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise PolicyError(f"{path} could not be read: {error.strerror}. Let it be a file that can be.") from None
    except (ValueError, RecursionError) as error:
        raise PolicyError(f"{path.name} is no TOML: {str(error)[:200]}. {mend}.") from None
