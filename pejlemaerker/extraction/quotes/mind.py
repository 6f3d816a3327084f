"""What a reader keeps in mind while reading: who spoke last and where, and whom the narration was about last.

A quote without a reporting clause goes to one of them only while nobody else has come between.
"""

from dataclasses import dataclass

from pejlemaerker.corpus.article import Article
from pejlemaerker.extraction.cast import Actor, Cast, cast_of

from .subjects import Subject


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

    @property
    def actor(self) -> Actor | None:
        """The person who spoke last."""
        return self.speaking.actor if self.speaking else None

    def spoke(self, subject: Subject | None, place: int) -> None:
        """`subject` has spoken in the segment `place`; None for somebody unknown."""
        self.speaking, self.spoke_in, self.topic_is_newer = subject, place, False

    def told_of(self, subject: Subject, place: int) -> None:
        """The narration of the segment `place` is about `subject`."""
        self.topic, self.topic_in, self.topic_is_newer = subject, place, True

    def lost(self) -> None:
        """The narration has named somebody and does not say in what part: who speaks next without a clause is unknown."""
        self.topic, self.topic_is_newer = None, True

    def silent_speaker(self, place: int) -> tuple[Subject | None, str | None]:
        """Who speaks where no clause says so, and how that is known."""
        if self.topic_is_newer and self.topic is not None and place - self.topic_in <= 1:
            return self.topic, "lead_in"
        if self.speaking is not None and place - self.spoke_in <= 1 and not self.topic_is_newer:
            return self.speaking, "continued"
        return (self.answering, "continued") if self.answering is not None else (None, None)


def interviewee(article: Article) -> Subject | None:
    """Who answers in an interview: the one person, besides the writer, that its beginning names; None in other texts."""
    if article.document["kind"] != "interview":
        return None
    writers = {author["name"] for author in article.authors}
    beginning = [segment for segment in article.content if segment.kind in ("title", "lead", "paragraph")][:4]
    cast = cast_of(article)
    named = {
        mention.actor.name: mention.actor
        for segment in beginning
        for mention in cast.between(segment.start, segment.start + len(segment.text))
        if mention.actor.name not in writers
    }
    actor = next(iter(named.values())) if len(named) == 1 else None
    return Subject(actor, actor.name, "continued", 0) if actor else None
