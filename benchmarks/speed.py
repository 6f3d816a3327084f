"""How fast the reading is beside what others take for less: words a second on one core, in one run over the same texts.

`python benchmarks/speed.py [--texts FOLDER]` prints a table. Each peer and the reading itself start with empty caches in each round and
read each text once, so that no round gains by having seen the texts before; the best of the rounds counts.
"""

import argparse
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pejlemaerker.danish import capitals, scanning
from pejlemaerker.reading import extract, read_article

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 30
# The architecture of spaCy's small Danish pipeline: width, rows of the hash tables, depth; as many labels as it has.
_EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 96,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
    "rows": [5000, 1000, 2500, 2500, 50, 50],
    "include_static_vectors": False,
}
_ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
_TAGS, _RELATIONS, _NAMES = 17, 36, ("PER", "LOC", "ORG", "MISC")

Read = Callable[[str], object]


@dataclass(frozen=True)
class Peer:
    """Something that reads texts: what it does, and how one that has read nothing yet is made."""

    name: str
    does: str
    make: Callable[[], Read]


@dataclass(frozen=True)
class Speed:
    """Words a second of the best round."""

    name: str
    does: str
    words: float


def texts_in(folder: Path) -> list[str]:
    """The plain texts of a folder, by name; those in other encodings than UTF-8 are left out, since the peers take text."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        try:
            found.append(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
    return found


def best_seconds(found: list[tuple[Peer, int]], texts: list[str]) -> dict[str, float]:
    """The best round of each peer, each text being read once a round. They take turns, so that what else the machine does meets all."""
    best: dict[str, float] = {}
    for number in range(max(rounds for _, rounds in found)):
        for peer in (peer for peer, rounds in found if number < rounds):
            read = peer.make()
            started = time.process_time()
            for text in texts:
                read(text)
            seconds = time.process_time() - started
            best[peer.name] = min(seconds, best.get(peer.name, seconds))
    return best


def _forget() -> None:
    """Empty what the reading remembers of sentences and words."""
    scanning.forget()
    capitals.runs.cache_clear()


def _extraction(texts: list[str]) -> Peer:
    """Extraction alone: the articles are opened and segmented beforehand, anew for each round."""

    def make() -> Read:
        articles = {text: read_article(text.encode(), "text") for text in texts}
        _forget()
        return lambda text: extract(articles[text])

    return Peer("pejlemaerker, extraction", "segments -> all tables", make)


def _whole() -> Read:
    _forget()
    return lambda text: extract(read_article(text.encode(), "text"))


def _opening() -> Read:
    _forget()
    return lambda text: read_article(text.encode(), "text")


def _spacy_blank() -> Read:
    import spacy

    pipeline = spacy.blank("da")
    pipeline.add_pipe("sentencizer")
    return pipeline


def _spacy_small() -> Read:
    import spacy

    pipeline = spacy.blank("da")
    model = {"@architectures": "spacy.Tok2Vec.v2", "embed": _EMBED, "encode": _ENCODE}
    pipeline.add_pipe("tok2vec", config={"model": model})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    pipeline.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    state = {"@architectures": "spacy.TransitionBasedParser.v2", "extra_state_tokens": False, "use_upper": True}
    parser = {**state, "state_type": "parser", "hidden_width": 64, "maxout_pieces": 2, "tok2vec": listener}
    names = {**state, "state_type": "ner", "hidden_width": 64, "maxout_pieces": 2, "tok2vec": model}
    pipeline.add_pipe("parser", config={"model": parser})
    pipeline.add_pipe("ner", config={"model": names})
    for number in range(_TAGS):
        pipeline.get_pipe("tagger").add_label(f"T{number}")
    for number in range(_RELATIONS):
        pipeline.get_pipe("parser").add_label(f"R{number}")
    for name in _NAMES:
        pipeline.get_pipe("ner").add_label(name)
    pipeline.initialize()
    return pipeline


def _pysbd() -> Read:
    import pysbd

    return pysbd.Segmenter(language="da", clean=False).segment


def peers(texts: list[str]) -> list[tuple[Peer, int]]:
    """What is measured, and in how many rounds."""
    return [
        (_extraction(texts), ROUNDS),
        (Peer("pejlemaerker, opening", "bytes -> segments", lambda: _opening()), ROUNDS),
        (Peer("pejlemaerker, all", "bytes -> all tables", lambda: _whole()), ROUNDS),
        (Peer("spaCy blank", "tokens and sentences (sentencizer)", _spacy_blank), ROUNDS),
        (Peer("spaCy small", "tok2vec, tagger, parser, ner; untrained", _spacy_small), 3),
        (Peer("pysbd", "sentences", _pysbd), 3),
        (Peer("re", r"re.findall(r'\w+')", lambda: re.compile(r"\w+").findall), ROUNDS),
    ]


def speeds(folder: Path) -> list[Speed]:
    """The speeds of all on the texts of `folder`."""
    texts = texts_in(folder)
    words, taking_part = sum(len(text.split()) for text in texts), peers(texts)
    best = best_seconds(taking_part, texts)
    return [Speed(peer.name, peer.does, words / best[peer.name]) for peer, _ in taking_part]


def table(found: list[Speed]) -> str:
    """The speeds as a markdown table, each beside the extraction."""
    own = found[0].words
    lines = ["| | does | words a second, one core | extraction takes |", "|---|---|---|---|"]
    for item in found:
        beside = "" if item is found[0] else f"{item.words / own:.2f} times as long"
        lines.append(f"| {item.name} | {item.does} | {item.words:,.0f} | {beside} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--texts", type=Path, default=ROOT / "articles", help="folder with plain texts (default: articles/)"
    )
    print(table(speeds(parser.parse_args().texts)))


if __name__ == "__main__":
    main()
