"""What each block of an article is: title, lead, heading, paragraph, list item, or something that is not the article.

Judged by general features: what the format says, position, shape, repetition and wording. Where nothing speaks against a block it
is content; where something does it is left out, for what is left out is never published. Each judgement has a `rule`, and the
rule a confidence that was counted on annotated articles (`danish/lexicons/zone_rules.tsv`).
"""

from collections.abc import Collection

from .blocks import Block
from .titles import title_index
from .zoning.alone import alone, is_prose
from .zoning.around import mark_contacts, mark_house_lines, mark_sections, mark_tail, mark_top, mark_trailing
from .zoning.content import mark_lead, zone
from .zoning.marks import Marks, Zone
from .zoning.repeats import mark_pull_quotes, mark_repeats
from .zoning.signed import mark_bylines, mark_signature

__all__ = ["Zone", "is_prose", "zones"]


def zones(blocks: list[Block], claimed_title: str | None = None, repeated: Collection[str] = ()) -> list[Zone]:
    """The zone of each of `blocks`, in order.

    `claimed_title` is the headline that the file itself names. `repeated` are the lines that stand in several documents of
    the same publisher.
    """
    marks = Marks(len(blocks))
    for i, block in enumerate(blocks):
        kind, rule = alone(block)
        marks.put(i, kind, rule)
    title = title_index(blocks, marks.kinds, claimed_title)
    last = max((i for i, block in enumerate(blocks) if is_prose(block) and marks.kinds[i] is None), default=-1)
    mark_top(blocks, marks, title)
    mark_sections(blocks, marks, title if title is not None else -1)
    mark_tail(blocks, marks)
    mark_signature(blocks, marks)
    mark_trailing(blocks, marks, last)
    mark_contacts(blocks, marks, title)
    if title is not None:
        marks.put(title, "title", "title")
        mark_repeats(blocks, marks, title)
    mark_pull_quotes(blocks, marks)
    mark_bylines(blocks, marks, title)
    mark_house_lines(blocks, marks, repeated)
    mark_lead(blocks, marks, title)
    return [zone(blocks, marks, i) for i in range(len(blocks))]
