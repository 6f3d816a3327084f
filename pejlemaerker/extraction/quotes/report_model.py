"""What a sentence reports: its words, and where to look for whoever says them."""

import re
from dataclasses import dataclass

_END_MARKS = ".!:;,"
QUESTION = re.compile(r"\?\s*$")
NOT_A_REPORT = re.compile(r"\b(?:ikke|aldrig|næppe|hverken|hvis|om|måske)\b", re.IGNORECASE)
MEANS = ("kræver", "krævede", "betyder", "betød", "viser", "viste")  # of a thing, far more often than of somebody


@dataclass(frozen=True, slots=True)
class Report:
    """A report in a sentence: its words are text[start:end] of the sentence.

    `subject_at` is where the subject is looked for: behind the verb, or with `subject_before` in front of it, the verb
    beginning at `verb_at`. `previous` says that the words reported are the sentence before (`Det mener X.`); a `start` of -1 that the words
    begin where the subject ends (`Ifølge X …`).
    """

    start: int
    end: int
    kind: str
    rule: str
    verb: str
    verb_at: int
    subject_at: int
    subject_before: bool = False
    previous: bool = False


def stripped(text: str, end: int) -> int:
    """`end` without the marks and spaces before it."""
    while end > 0 and (text[end - 1] in _END_MARKS or text[end - 1].isspace()):
        end -= 1
    return end
