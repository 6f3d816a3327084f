"""How often each rule of `pejlemaerker.corpus.zones` is right on the annotated articles; writes the counts into its lexicon.

`python tests/zone_judgement.py` counts anew over the sample articles. A segment is right when it is content and stands in the gold's
`content`, or is none and does not; lines that the gold leaves open (`either`, bylines, datelines) and those it does not know
are not counted.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pejlemaerker.corpus.article import Article, Segment
from pejlemaerker.reading import read_article

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "articles"
GOLD = ROOT / "tests" / "gold" / "articles"
RULES = ROOT / "pejlemaerker" / "danish" / "lexicons" / "zone_rules.tsv"
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """The words of `text`."""
    return " ".join(_WORD.findall(text.lower()))


def article_of(gold: Path, articles: Path = ARTICLES) -> Article:
    """The article that a gold file is about."""
    ending = (".meta.toml", ".json")
    (path,) = [path for path in articles.glob(f"{gold.stem}.*") if not path.name.endswith(ending)]
    sidecar = path.with_name(f"{path.stem}.meta.toml")
    return read_article(path.read_bytes(), path.name, sidecar.read_bytes() if sidecar.is_file() else None)


class Gold:
    """What a careful reader says of the lines of an article."""

    def __init__(self, path: Path) -> None:
        said = json.loads(path.read_text(encoding="utf-8"))
        self.content = [plain(text) for text in said.get("content", [])]
        self.noise = [plain(text) for text in said["noise"]]
        self.either = [plain(text) for text in [*said.get("either", []), *said.get("footnotes", [])]]
        self._whole = "\n".join(self.content)

    def is_right(self, segment: Segment) -> bool | None:
        """Whether the reader agrees; None when the reader leaves it open."""
        text, is_content = plain(segment.text), bool(segment.row["is_content"])
        numbered = plain(f"{segment.row['list_number'] or ''} {segment.text}")
        if not text or segment.kind in ("byline", "dateline") or any(_same(text, line) for line in self.either):
            return None
        if any(text == line or (len(text.split()) > 2 and text in line) for line in self.noise):
            return not is_content or bool({text, numbered} & set(self.content))
        if self.content:
            return is_content == (
                bool({text, numbered} & set(self.content)) or (len(text.split()) >= 4 and text in self._whole)
            )
        return None if not is_content else True


def _same(a: str, b: str) -> bool:
    return a == b or (len(a.split()) > 3 and len(b.split()) > 3 and (a in b or b in a))


def judged(gold: Path, articles: Path = ARTICLES) -> Iterator[tuple[Segment, bool]]:
    """Each segment the reader has a view of, with whether the rule was right."""
    reader = Gold(gold)
    for segment in article_of(gold, articles).segments:
        right = reader.is_right(segment)
        if right is not None:
            yield segment, right


def counts() -> dict[str, tuple[int, int]]:
    """By rule how many of its judgements were looked at, and how many were right."""
    whole: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for gold in sorted(GOLD.glob("*.json")):
        for segment, is_right in judged(gold):
            whole[segment.row["rule"]] += 1
            right[segment.row["rule"]] += is_right
    return {rule: (whole[rule], right[rule]) for rule in whole}


def write() -> None:
    """Put the counts into the lexicon."""
    found = counts()
    lines = []
    for line in RULES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            rule, _, _, what = line.split("\t")
            line = "\t".join([rule, *map(str, found.get(rule, (0, 0))), what])
        lines.append(line)
    RULES.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
