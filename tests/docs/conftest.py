"""A project in which the sample articles have been read, made once; pages are followed in copies of it."""

from pathlib import Path

import pytest
from doc_following import found_project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project after `make run`. Only looked at."""
    return found_project(tmp_path_factory.mktemp("reader"))
