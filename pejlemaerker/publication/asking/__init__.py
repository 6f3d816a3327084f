"""Asking a release: queries that can only read it, in SQL that anybody may have written. What is printed of an answer belongs elsewhere."""

from .mistakes import QueryError
from .opening import opened
from .query import Answer, ask

__all__ = ["Answer", "QueryError", "ask", "opened"]
