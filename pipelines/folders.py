"""The folders and the engine of a run that Dagster starts: those of the environment variables, which the command line sets as well."""

import os


def articles() -> str:
    """The folder with the articles."""
    return os.environ.get("ARTICLES", "articles")


def sources_file() -> str:
    """The file that names where articles come from; empty where it is just the folder."""
    return os.environ.get("SOURCES", "")


def policy() -> str:
    """The folder with what people decide: rights, erasures, corrections, who publishes."""
    return os.environ.get("POLICY", "policy")


def engine() -> str:
    """Where articles are read: `local` or `ray`."""
    return os.environ.get("ENGINE", "local")


def site() -> bool:
    """Whether releases have a site."""
    return os.environ.get("SITE", "yes").lower() not in ("0", "no", "false", "off", "n", "f")


def outputs() -> str:
    """The folder for store and releases."""
    return os.environ.get("OUTPUTS", "outputs")
