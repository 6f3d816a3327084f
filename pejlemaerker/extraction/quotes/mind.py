"""What a reader keeps in mind while reading: who spoke last and where, and whom the narration was about last.

A quote without a reporting clause goes to one of them only while nobody else has come between.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from pejlemaerker.corpus.article import Article
from pejlemaerker.extraction.cast import Actor, Cast

from .subjects import Subject

_PATIENCE = 2  # segments
_LONG_PATIENCE = 6  # of whoever is the only one that speaks
_SHARE = 0.7  # of what is said in an article: whoever says so much of it is who it is about


@dataclass
class Mind:
    """What the reader keeps in mind: who spoke last (`speaking`) and whom the narration was about (`topic`), and where."""

    cast: Cast
    speaking: Subject | None = None
    spoke_in: int = -9
    topic: Subject | None = None
    topic_in: int = -9
    topic_is_newer: bool = False
    answering: Subject | None = None
    voices: Counter[str] = field(default_factory=Counter)

    @property
    def actor(self) -> Actor | None:
        """The person who spoke last."""
        return self.speaking.actor if self.speaking else None

    @property
    def subject_at_hand(self) -> Subject | None:
        """Whoever is told of or has spoken last, as a subject."""
        subject = self.topic if self.topic and self.topic_is_newer else self.speaking
        return replace(subject, how="continued") if subject else None

    @property
    def at_hand(self) -> Actor | None:
        """Whom a title may stand for: the person told of last, else the one who spoke last."""
        told = self.topic.actor if self.topic and self.topic_is_newer else None
        return told or self.actor

    def spoke(self, subject: Subject | None, place: int) -> None:
        """`subject` has spoken in the segment `place`; None for somebody unknown."""
        self.speaking, self.spoke_in, self.topic_is_newer = subject, place, False
        if subject is not None:
            self.voices[subject.name] += 1

    def told_of(self, subject: Subject, place: int) -> None:
        """The narration of the segment `place` is about `subject`."""
        self.topic, self.topic_in, self.topic_is_newer = subject, place, True

    def lost(self) -> None:
        """The narration has named somebody and does not say in what part: who speaks next without a clause is unknown."""
        self.topic, self.topic_is_newer = None, True

    def was_asked(self) -> None:
        """A question stands alone: who answers speaks next, whoever was told of before."""
        self.topic, self.topic_is_newer = None, False
        if self.answering is not None:
            self.speaking = None

    def silent_speaker(self, place: int) -> tuple[Subject | None, str | None]:
        """Who speaks where no clause says so, and how that is known."""
        if self.topic_is_newer and self.topic is not None and place - self.topic_in <= 1:
            return self.topic, "lead_in"
        if self.speaking is not None and place - self.spoke_in <= self._patience():
            return self.speaking, "continued"
        return (self.answering, "answer") if self.answering is not None else (None, None)

    def _patience(self) -> int:
        """How many segments on whoever spoke last is taken to speak again: more where nobody else has come between."""
        spoken = self.voices[self.speaking.name] if self.speaking else 0
        same = self.topic is not None and self.speaking is not None and self.topic.name == self.speaking.name
        if (same or not self.topic_is_newer) and spoken > _PATIENCE and spoken == self.voices.total():
            return _LONG_PATIENCE
        if not self.topic_is_newer:
            return _PATIENCE
        alone = spoken > 1 and spoken >= _SHARE * self.voices.total()
        return _PATIENCE if alone or same else 0


def answerer(article: Article, cast: Cast) -> Actor | None:
    """Who answers in a conversation: the person, besides the writers, whom its beginning and the whole name clearly most often."""
    writers = {author["name"] for author in article.authors}
    beginning = {item.id for item in [s for s in article.content if s.kind in ("title", "lead", "paragraph")][:5]}
    counts: Counter[str] = Counter()
    for segment in article.content:
        for mention in cast.between(segment.start, segment.start + len(segment.text)):
            if mention.actor.name not in writers:
                counts[mention.actor.name] += 3 if segment.id in beginning else 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return cast.actors.get(ranked[0][0])
    return _introduced(article, cast, writers)


def _introduced(article: Article, cast: Cast, writers: set[str]) -> Actor | None:
    """The one person, besides the writers, whom the first sentence about anybody names."""
    for segment in article.content[:6]:
        for sentence in segment.sentences:
            named = [item for item in cast.between(sentence.start, sentence.end) if item.actor.name not in writers]
            if named and segment.kind in ("title", "lead", "paragraph"):
                return named[0].actor if len({item.actor.name for item in named}) == 1 else None
    return None


def interviewee(article: Article, cast: Cast, *, asked: bool) -> Subject | None:
    """Who answers in an interview, or where questions are `asked`; None in other texts, and where nobody can say."""
    actor = answerer(article, cast) if asked or article.document["kind"] == "interview" else None
    return Subject(actor, actor.name, "answer", 0) if actor else None
