"""PDF files written by hand, so that a test can say which letters stand where. Not a test file itself."""

FONTS = ("Helvetica", "Helvetica-Bold", "Symbol")
A4 = (595, 842)
WHOLE = "<< /Type /Catalog /Pages 2 0 R >>"


def pdf(*pages: str, size: tuple[int, int] = A4, turned: int = 0) -> bytes:
    """A file of `pages` in their drawing language, in Helvetica (/F0), Helvetica bold (/F1) and Symbol (/F2)."""
    first = 3 + len(FONTS)
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    names = " ".join(f"/F{i} {3 + i} 0 R" for i in range(len(FONTS)))
    objects = [WHOLE, f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    objects += [_font(name) for name in FONTS]
    for i, page in enumerate(pages):
        box = f"/MediaBox [0 0 {size[0]} {size[1]}] /Rotate {turned} /Resources << /Font << {names} >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {first + 2 * i + 1} 0 R >>")
        objects.append(f"<< /Length {len(page.encode('cp1252'))} >>\nstream\n{page}\nendstream")
    return _file(objects)


def at(x: float, y: float, text: str, size: float = 10, *, bold: bool = False, before: str = "") -> str:
    """Drawing of `text` from `x` on, with its baseline `y` points from the foot of the page."""
    words = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {before} /F{int(bold)} {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


def lines(x: float, y: float, texts: list[str], size: float = 10, step: float = 12, *, bold: bool = False) -> str:
    """Drawing of `texts` one under the other from `y` down."""
    return "".join(at(x, y - i * step, text, size, bold=bold) for i, text in enumerate(texts))


def _font(name: str) -> str:
    encoding = "" if name == "Symbol" else " /Encoding /WinAnsiEncoding"
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name}{encoding} >>"


def _file(objects: list[str]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for i, text in enumerate(objects, 1):
        places.append(len(content))
        content += f"{i} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + (head + table + tail).encode()
