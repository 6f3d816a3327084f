"""Houses in which the main job has been run. A run costs seconds, so those that are only looked at are built once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from house import ARTICLES, NEW, House


@pytest.fixture(scope="module", autouse=True)
def no_site() -> Iterator[None]:
    """Commands make no site, as `House.build` makes none, unless a test asks for it: it takes as long as all else in a run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE", "no")
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The articles of the project, built. Only looked at; tests that go on from here take `copied`."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(ARTICLES, folder / "articles")
    house = House(folder / "articles", folder / "outputs")
    assert house.build(gate=True).code == 0, house.runs[0].err
    return house


@pytest.fixture
def copied(built: House, tmp_path: Path) -> House:
    """A house of its own, in which the articles of the project have been built."""
    shutil.copytree(built.articles, tmp_path / "articles")
    shutil.copytree(built.outputs, tmp_path / "outputs", symlinks=True)
    return House(tmp_path / "articles", tmp_path / "outputs")


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house with an empty articles folder."""
    (tmp_path / "articles").mkdir()
    return House(tmp_path / "articles", tmp_path / "outputs")


@pytest.fixture(scope="session")
def mess(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A folder with two articles and all sorts of other things, built once; folder names with marks and letters."""
    folder = tmp_path_factory.mktemp("it's æ mess")
    house = House(folder / "articles", folder / "outputs")
    house.put("a.txt")
    for name, content in {
        "binary.bin": bytes(range(256)) * 40,
        "empty.txt": b"",
        "blank.txt": b" \n\n",
        "layout.md": b"---\n\n***\n",
        "report.pdf": b"%PDF-1.7 \x00\x01",
        "page.html": b"<!DOCTYPE html><html><script>hej()</script></html>",
        "same-bytes.txt": NEW,
        "same-text.txt": NEW.replace("\n", "\r\n"),
        "same-title.txt": NEW.replace("klokken syv", "klokken otte"),
        ".hidden.txt": NEW + "skjult",
        "utf16.txt": b"\xff\xfeh",
    }.items():
        house.put(name, content)
    (house.articles / "broken.txt").symlink_to("mangler.txt")
    assert house.build().code == 0, house.runs[0].err
    return house
