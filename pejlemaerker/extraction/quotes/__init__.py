"""Quotes: who said what. `quotes(article)` gives rows of the table `quotes`.

One file a question: `marks` (which words are marked off), `judging` (are they an utterance), `direct`, `reported` (speech
without marks), `subjects` (whom a clause names), `reading` (who is speaking as the article goes on).
"""

from .reading import quotes

__all__ = ["quotes"]
