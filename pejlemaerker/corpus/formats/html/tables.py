"""Tables of a web page: those of data, whose rows are lines, and those that only arrange the page."""

from lxml.html import HtmlElement

MAX_CELL = 300  # characters; what is longer is running text that a table has put in its place
_LAYOUT = frozenset({"table", "h1", "h2", "h3", "h4", "ul", "ol", "form", "article", "section"})


def is_data_table(table: HtmlElement) -> bool:
    """Whether `table` holds data: two rows and two columns or more, short cells, no headings and no tables within."""
    rows = (
        table.findall("./tr") + table.findall("./tbody/tr") + table.findall("./thead/tr") + table.findall("./tfoot/tr")
    )
    if len(rows) < 2 or table.get("role") == "presentation":
        return False
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows[:50]]
    if sum(1 for row in cells if len(row) >= 2) < max(2, len(cells) // 2):
        return False
    for cell in (cell for row in cells for cell in row):
        if any(inner.tag in _LAYOUT for inner in cell.iter()) or len(cell.text_content()) > MAX_CELL:
            return False
    return True
