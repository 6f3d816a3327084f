"""What the tests of the site share: the site of the sample articles."""

import shutil
from pathlib import Path

import pytest
from built_site import Built

from pipelines.building import build_release

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample articles, with an own policy that nobody decided anything in; built with all its checks."""
    outputs = tmp_path_factory.mktemp("site")
    policy = outputs / "policy"
    policy.mkdir()
    shutil.copyfile(Path(__file__).parent / "dataset.toml", policy / "dataset.toml")
    assert build_release(ROOT / "articles", outputs / "outputs", quiet=True, wait=0, policy=policy) == 0
    return Built((outputs / "outputs" / "latest").resolve())


@pytest.fixture(scope="session", params=["full", "open"])
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)
