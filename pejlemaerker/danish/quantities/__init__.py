"""Danish quantities in running text: numbers with their units, shares, ranges and comparators, each with its span.

`quantities` returns what may measure something, and leaves out the numbers that cannot: years, dates, clock times,
ordinals, ages, labels and codes. Whether a quantity is a key figure is for the extractor to say. A line break ends an
expression, so that a paragraph or a list item is read alike alone and in its document.
"""

from pejlemaerker.danish.quantities.model import Quantity
from pejlemaerker.danish.quantities.reading import quantities

__all__ = ["Quantity", "quantities"]
