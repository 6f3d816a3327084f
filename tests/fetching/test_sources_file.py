"""The file `sources.toml`: what may stand in it, and what is said when something else does."""

from pathlib import Path

import pytest

from pejlemaerker.fetching.errors import SourcesFileError
from pejlemaerker.fetching.sources import FeedSource, FolderSource, GlobSource, PrefixSource, SitemapSource
from pejlemaerker.fetching.sources_file import read_sources

WHOLE = """
user_agent = "pejlemaerker (kontakt@strandby.example)"
[[source]]
name = "noter"
folder = "articles"
[[source]]
name = "arkiv"
glob = "arkiv/**/*.txt"
[[source]]
name = "spand"
prefix = "s3://bucket/artikler/"
[[source]]
name = "nyheder"
feed = "https://www.strandby.example/rss.xml"
publisher = "Strandby Kommune"
licence = "CC-BY-4.0"
[[source]]
name = "kommunen-2"
sitemap = "https://www.strandby.example/sitemap.xml"
include = ["/nyheder/"]
limit = 50
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file(tmp_path: Path):
    found = read_sources(written(tmp_path, WHOLE))
    assert found.user_agent == "pejlemaerker (kontakt@strandby.example)"
    assert found.sources == (
        FolderSource("noter", tmp_path / "articles"),
        GlobSource("arkiv", tmp_path, "arkiv/**/*.txt"),
        PrefixSource("spand", "s3://bucket/artikler/"),
        FeedSource("nyheder", "https://www.strandby.example/rss.xml", "Strandby Kommune", "CC-BY-4.0", 200),
        SitemapSource("kommunen-2", "https://www.strandby.example/sitemap.xml", ("/nyheder/",), None, None, 50),
    )
    assert [source.name for source in found.web] == ["nyheder", "kommunen-2"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('folder = "a"', "number 1 has no name"),
        ('name = "Nyt"\nfolder = "a"', '"Nyt": its name'),
        ('name = "../x"\nfolder = "a"', '"../x": its name'),
        ('name = ""\nfolder = "a"', "its name"),
        ('name = "x"', '"x" has no place to look'),
        ('name = "x"\nfolder = "a"\nglob = "*"', '"x" has both folder and glob'),
        ('name = "x"\nfolder = "a"\nfolders = "b"', '"x" has folders'),
        ('name = "x"\nfolder = "a"\nlicence = "CC0"', '"x" has licence'),
        ('name = "x"\nfolder = 7', '"x": folder is no text'),
        ('name = "x"\nfolder = " "', '"x": folder is no text'),
        ('name = "x"\nglob = "../*.txt"', '"x": a glob stays below'),
        ('name = "x"\nglob = "/etc/*"', '"x": a glob stays below'),
        ('name = "x"\nprefix = "spand/artikler"', '"x": prefix is no address'),
        ('name = "x"\nprefix = "s3://"', '"x": prefix is no address'),
        ('name = "x"\nprefix = "https://www.strandby.example/"', '"x": a site is no store'),
        ('name = "x"\nprefix = "simplecache::https://www.strandby.example/"', '"x": prefix is no address'),
        ('name = "x"\nprefix = "s3://key:hemmelig@spand/a"', '"x": a password'),
        ('name = "x"\nfeed = "www.strandby.example/rss"', '"x": feed cannot be asked'),
        ('name = "x"\nfeed = "file:///etc/passwd"', '"x": feed cannot be asked'),
        ('name = "x"\nsitemap = "https://navn:kode@strandby.example/"', '"x": sitemap cannot be asked'),
        ('name = "x"\nfeed = "https://strandby.example/"\nlimit = 0', '"x": limit is a number'),
        ('name = "x"\nfeed = "https://strandby.example/"\nlimit = true', '"x": limit is a number'),
        ('name = "x"\nfeed = "https://strandby.example/"\nlimit = "20"', '"x": limit is a number'),
        ('name = "x"\nfeed = "https://strandby.example/"\ninclude = ["/a"]', '"x" has include'),
        ('name = "x"\nsitemap = "https://strandby.example/"\ninclude = "/a"', '"x": include is a list'),
        ('name = "x"\nsitemap = "https://strandby.example/"\ninclude = ["a"]', '"x": include is a list'),
        ('name = "x"\nfeed = "https://strandby.example/"\nlicence = ""', '"x": licence is no text'),
    ],
)
def test_a_source_that_is_not_as_it_should_be(tmp_path: Path, entry: str, said: str):
    with pytest.raises(SourcesFileError) as caught:
        read_sources(written(tmp_path, f"[[source]]\n{entry}\n"))
    assert said in str(caught.value) and str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "lists no source"),
        ("source = 7", "lists no source"),
        ("source = [7]", "lists no source"),
        ('[source]\nname = "x"\nfolder = "a"', "lists no source"),
        ("[[source]\n", "no TOML"),
        (WHOLE.replace('"arkiv"', '"noter"'), '"noter" is there 2 times'),
        (WHOLE + "\n[web]\na = 1\n", "has web"),
        (WHOLE.replace("kontakt", "højbro"), "user_agent"),
        (WHOLE.replace("kontakt", "a\\r\\nX-Hacked: 1"), "user_agent"),
    ],
)
def test_a_file_that_is_not_as_it_should_be(tmp_path: Path, text: str, said: str):
    with pytest.raises(SourcesFileError, match=r"\.$") as caught:
        read_sources(written(tmp_path, text))
    assert said in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(SourcesFileError, match=r"sources\.toml could not be read"):
        read_sources(tmp_path / "sources.toml")
