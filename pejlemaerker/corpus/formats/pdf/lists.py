"""How deep list items lie in their list, told by where their marks stand."""

from .paragraphs import Paragraph


def mark_depths(paragraphs: list[Paragraph]) -> None:
    """Gives the list items among `paragraphs` (in reading order) their depth from 1."""
    places: list[float] = []
    for paragraph in paragraphs:
        if paragraph.shape != "list_item":
            places = []
            continue
        x, near = paragraph.lines[0].x0 - paragraph.left, 0.5 * paragraph.size
        while places and x < places[-1] - near:
            places.pop()
        if not places or x > places[-1] + near:
            places.append(x)
        paragraph.depth = len(places)
