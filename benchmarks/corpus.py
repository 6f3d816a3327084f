"""Constructed Danish articles for benchmarks: as many as asked for, the same bytes each time.

`python benchmarks/corpus.py FOLDER --documents 1000 --seed 1` writes them into sub-folders of 1,000. Document n has the same bytes
whatever the count, so that 100 more can be added with `--first`. Most are articles of their own; a few repeat another, word for word
or nearly, and a few cannot be read as Danish articles. How an article is made up is for `constructed/`.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from constructed.article import Article, Desk, spelled
from constructed.furnishing import furnish
from constructed.kinds import written
from constructed.layouts import markdown, plain_text, web_page
from constructed.phrases import Phrases, fields
from constructed.strays import broken

A_FOLDER = 1_000
REPEATED, ALIKE, BROKEN = 0.007, 0.007, 0.005
_BACK = 3_000  # a repeated article is one of the so many before it
_FORMATS: tuple[tuple[str, float, Callable[[Article, random.Random], str]], ...] = (
    ("txt", 0.70, plain_text),
    ("html", 0.20, web_page),
    ("md", 0.10, markdown),
)


def write_corpus(folder: Path, documents: int, seed: int, first: int = 0) -> int:
    """Writes the documents `first` to `first + documents - 1` under `folder`; returns the words of the articles in them.

    Words of menus, comments and the like are not counted. Raises OSError where the folder cannot be written.
    """
    words = 0
    for number in range(first, first + documents):
        name, content, count = document(seed, number)
        target = folder / f"{number // A_FOLDER:03d}"
        if number == first or number % A_FOLDER == 0:
            target.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
        words += count
    return words


def document(seed: int, number: int) -> tuple[str, bytes, int]:
    """File name, bytes and words of document `number`."""
    dice = random.Random(f"{seed}-{number}-file")
    draw = dice.random()
    if draw < BROKEN:
        suffix, content = broken(dice)
        return f"{number:06d}.{suffix}", content, 0
    repeats = draw < BROKEN + REPEATED + ALIKE and number > 0
    source = dice.randrange(max(0, number - _BACK), number) if repeats else number
    article = make(seed, source)
    shaped = random.Random(f"{seed}-{source}-layout")
    suffix, layout = _format(article, shaped.random())
    if repeats and draw >= BROKEN + REPEATED:
        suffix, layout = _republished(article, dice)
    if repeats:
        article.address = article.address.rsplit("-", 1)[0] + f"-{number}"
    return f"{number:06d}.{suffix}", _encoded(layout(article, shaped), suffix, shaped), article.words()


def make(seed: int, number: int) -> Article:
    """The article of this number, before it is written as a file."""
    dice = random.Random(f"{seed}-{number}")
    names = tuple(fields())
    desk = Desk(Phrases(dice, names[int(dice.random() * len(names))]), seed)
    article = written(desk)
    furnish(article, desk, number)
    return article


def _format(article: Article, draw: float) -> tuple[str, Callable[[Article, random.Random], str]]:
    """The format of an article: slides are seldom copied as text."""
    if article.kind == "slides" and draw < 0.5:
        return "md", markdown
    for suffix, share, layout in _FORMATS:
        if (draw := draw - share) < 0:
            return suffix, layout
    return "txt", plain_text


def _republished(article: Article, dice: random.Random) -> tuple[str, Callable[[Article, random.Random], str]]:
    """The same article on another site: another publisher and page, a paragraph less, a note of where it comes from."""
    source, article.publisher = article.publisher, f"{article.publisher} Lokalt"
    article.teasers, article.comments, article.advert = [], [], ""
    if len(article.blocks) > 6:
        del article.blocks[dice.randrange(3, len(article.blocks) - 1)]
    article.contacts.append(f"Først bragt i {source} den {spelled(article.published)}.")
    suffix, _, layout = _FORMATS[dice.randrange(2)]
    return suffix, layout


def _encoded(text: str, suffix: str, dice: random.Random) -> bytes:
    """Bytes as found in the wild: nearly all UTF-8, a few with a mark, from Windows, or with its line ends."""
    draw = dice.random()
    if suffix == "html" or draw >= 0.07:
        return text.encode()
    if draw < 0.02:
        return text.encode("utf-8-sig")
    if draw < 0.04:
        return text.encode("cp1252", errors="replace")
    return text.replace("\n", "\r\n").encode()


def main() -> None:
    """The command line."""
    reader = argparse.ArgumentParser(description="Writes constructed Danish articles into a folder.")
    reader.add_argument("folder", type=Path)
    reader.add_argument("--documents", type=int, default=1_000)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--first", type=int, default=0, help="number of the first document")
    asked = reader.parse_args()
    started = time.perf_counter()
    words = write_corpus(asked.folder, asked.documents, asked.seed, asked.first)
    print(f"{asked.documents:,} documents, {words:,} words, {time.perf_counter() - started:.1f} s, in {asked.folder}")


if __name__ == "__main__":
    main()
