import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from pejlemaerker.danish.lexicon import rows

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

import corpus
from constructed import people
from constructed.cast import municipalities
from constructed.kinds import SHARES
from constructed.phrases import Phrases, fields, sentence
from constructed.phrases import rows as words

BENCHMARKS = Path(corpus.__file__).parent
DOCUMENTS, SEED = 300, 1
MOST_REPEATED = 0.15
_ENDS = re.compile(r"(?<=[.?!])\s+")
_ABBREVIATED = re.compile(r"\b(pct|mio|kr|kl)\.")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    target = tmp_path_factory.mktemp("constructed")
    assert corpus.write_corpus(target, DOCUMENTS, SEED) > 100 * DOCUMENTS
    return target


@pytest.fixture(scope="module")
def articles():
    return [corpus.make(SEED, number) for number in range(DOCUMENTS)]


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def running_text(article):
    """Sentences of an article's paragraphs and lists."""
    texts = [text for block in article.blocks if block.kind != "heading" for text in (block.text, *block.items)]
    return [part for text in texts if text for part in _ENDS.split(_ABBREVIATED.sub(r"\1", text))]


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others(folder, tmp_path):
    corpus.write_corpus(tmp_path / "again", DOCUMENTS, SEED)
    corpus.write_corpus(tmp_path / "other", 20, SEED + 1)
    assert contents(tmp_path / "again") == contents(folder)
    assert not set(contents(tmp_path / "other").values()) & set(contents(folder).values())


def test_documents_can_be_added_to_those_that_are_there(folder, tmp_path):
    first = corpus.write_corpus(tmp_path, 200, SEED)
    more = corpus.write_corpus(tmp_path, 100, SEED, first=200)
    assert contents(tmp_path) == contents(folder)
    assert first > more > 0


def test_a_thousand_documents_lie_in_a_folder(tmp_path):
    corpus.write_corpus(tmp_path, 4, SEED, first=998)
    assert sorted(path.parent.name for path in tmp_path.rglob("*.*")) == ["000", "000", "001", "001"]


def test_kinds_and_formats_have_their_shares(folder, articles):
    kinds = Counter(article.kind for article in articles)
    for kind, share in SHARES:
        assert kinds[kind] / DOCUMENTS == pytest.approx(share, abs=0.07), kind
        assert kinds[kind]
    formats = Counter(path.suffix for path in contents(folder))
    for suffix, share in {".txt": 0.7, ".html": 0.2, ".md": 0.1}.items():
        assert formats[suffix] / DOCUMENTS == pytest.approx(share, abs=0.07), suffix


def test_articles_are_as_long_as_real_ones(articles):
    lengths = [article.words() for article in articles]
    assert min(lengths) >= 110
    assert max(lengths) <= 1_300
    assert sum(lengths) / DOCUMENTS == pytest.approx(400, rel=0.15)


def test_sentences_hardly_repeat(articles):
    written = [line for article in articles for line in running_text(article)]
    repeated = 1 - len(set(written)) / len(written)
    assert repeated < MOST_REPEATED
    # The measure itself would notice articles that repeat.
    assert 1 - len(set(written)) / len(written * 2) > MOST_REPEATED


def test_some_files_repeat_others_and_some_are_no_articles():
    drawn = [corpus.document(SEED, number) for number in range(2_500)]
    same = [count for count in Counter(content for _, content, _ in drawn).values() if count > 1]
    strays = [name for name, _, count in drawn if count == 0]
    assert 5 <= sum(same) <= 60
    assert 5 <= len(strays) <= 30


def test_no_family_name_is_one_that_people_bear(articles):
    borne = {row[0] for row in rows("surnames")}
    made = {row[1] for row in words("names") if row[0] == "i_brug"}
    cast = [
        people.seated(SEED, home, field, seat, "staff")
        for home in municipalities()
        for field in fields()
        for seat in range(6)
    ]
    cast += [author for article in articles for author in article.authors]
    assert len({person.name for person in cast}) > 5_000
    # A new name in surnames.tsv that is among the invented ones belongs under `i_brug` in names.tsv as well.
    assert not {last for person in cast if (last := person.surname.split("-")[-1]) in borne | made}
    assert "Birkedal" in made


def test_somebody_recurs_with_the_same_role(articles):
    signed = [author for article in articles for author in article.authors]
    roles = {}
    for person in signed:
        roles.setdefault(person.name, set()).add((person.role, person.place))
    assert len(roles) < len(signed)
    assert all(len(held) == 1 for held in roles.values())


def test_addresses_and_telephones_are_nobodys(folder):
    texts = [content.decode("utf-8", errors="replace") for content in contents(folder).values()]
    assert all(host.endswith(".example") for text in texts for host in re.findall(r"https?://([^/\s\"]+)", text))
    numbers = [number for text in texts for number in re.findall(r"Tlf\. ([\d ]+)", text)]
    assert numbers
    assert all(number.startswith("55 55 ") for number in numbers)


def test_sentences_end_once_and_begin_large(articles):
    lines = [block.text for article in articles for block in article.blocks if block.kind == "text"]
    assert not [line for line in lines if re.search(r",[.,]|\.\.|  |[{}|]|, og,", line)]
    assert sentence("i dag koster det 3 mio. kr.") == "I dag koster det 3 mio. kr."
    assert sentence("det siger karen, der er lærer,") == "Det siger karen, der er lærer."


def test_subject_and_verb_change_places_behind_an_adverbial():
    narrator = corpus.Desk(Phrases(corpus.random.Random(1), "skole"), SEED).say.narrator
    clause = narrator.clause("organ", 1)
    assert clause.turned().startswith(f"{clause.verb} {clause.subject} ")
    assert clause.straight().startswith(f"{clause.subject} {clause.verb} ")
    assert clause.subordinate().startswith(f"{clause.subject} {clause.adverb}{clause.verb} ")


def test_a_slot_without_words_is_told_by_name():
    phrases = Phrases(corpus.random.Random(1), "skole")
    with pytest.raises(KeyError, match="ukendt"):
        phrases.text("Her står {ukendt}")


def test_every_field_has_words_for_every_slot():
    slots = {}
    for field, _, slot, _ in words("fields"):
        slots.setdefault(field, set()).add(slot)
    everywhere = slots.pop("alle")
    assert all(first == second for first, second in pairwise(slots.values()))
    assert everywhere < next(iter(slots.values()))


def test_the_command_writes_a_folder(tmp_path):
    command = [sys.executable, str(BENCHMARKS / "corpus.py"), str(tmp_path), "--documents", "3", "--seed", "1"]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "3 documents" in told.stdout
    assert len(contents(tmp_path)) == 3
    assert subprocess.run([*command[:2]], capture_output=True, timeout=60).returncode == 2
