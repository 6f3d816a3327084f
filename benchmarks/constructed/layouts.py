"""Constructed articles as files: plain text as copied from a page, a web page, or Markdown."""

import random
import textwrap
from html import escape

from constructed.article import MONTHS, Article, Block, spelled

_BULLETS = ("- ", "• ", "* ", "– ")


def _dated(article: Article, dice: random.Random) -> str:
    day, draw = article.published, dice.random()
    if draw < 0.5:
        return spelled(day)
    if draw < 0.7:
        return f"{day.day:02d}-{day.month:02d}-{day.year}"
    if draw < 0.85:
        month = MONTHS[day.month - 1][:3] + ("" if day.month == 5 else ".")
        return f"{day.day}. {month} {day.year} kl. {dice.randint(5, 22):02d}.{dice.randint(0, 59):02d}"
    return f"Publiceret {spelled(day)}"


def _byline(article: Article) -> str:
    """Who wrote it, with role and place where the writer is no journalist."""
    author = article.authors[0]
    role = f", {author.role} {author.place}" if author.place else ""
    return f"Af {author.name}{role}"


def _text_block(block: Block, bullet: str) -> str:
    if block.kind == "list":
        return "\n".join(bullet + item for item in block.items)
    if block.kind == "numbered":
        return "\n".join(f"{i}. {item}" for i, item in enumerate(block.items, 1))
    if block.kind == "table":
        return "\n".join("\t".join(row) for row in block.rows)
    return block.text


def plain_text(article: Article, dice: random.Random) -> str:
    """The page as text: with or without what stands around the article, and now and then wrapped."""
    framed, wrapped = dice.random() < 0.65, dice.random() < 0.06
    bullet = _BULLETS[int(dice.random() * len(_BULLETS))]
    parts = [article.publisher, "   ".join(article.menu)] if framed else []
    parts += [article.kicker] if article.kicker else []
    parts.append(article.title)
    parts += [_byline(article)] if article.authors else []
    parts.append(_dated(article, dice))
    for i, block in enumerate(article.blocks):
        text = _text_block(block, bullet)
        parts.append(textwrap.fill(text, 76) if wrapped and block.kind == "text" else text)
        if framed and article.advert and i == len(article.blocks) // 2:
            parts += ["Annonce", article.advert]
    parts += ["Kontakt\n" + "\n".join(article.contacts)] if article.contacts else []
    if framed:
        parts += _below(article)
    return "\n\n".join(parts) + "\n"


def _below(article: Article) -> list[str]:
    """What a page prints under an article."""
    parts = ["Del artiklen\nFacebook   LinkedIn   Kopiér link"]
    parts += ["Læs også\n" + "\n".join(article.teasers)] if article.teasers else []
    if article.comments:
        parts.append(f"{len(article.comments)} kommentarer")
        day = spelled(article.published)
        parts += [
            f"{name} skriver:\n{day} kl. 12.0{i}\n{text}\nSvar" for i, (name, text) in enumerate(article.comments)
        ]
    return [*parts, f"© {article.published.year} {article.publisher}. Alle rettigheder forbeholdes."]


def _html_block(block: Block) -> str:
    if block.kind in ("list", "numbered"):
        tag = "ul" if block.kind == "list" else "ol"
        return f"<{tag}>\n" + "\n".join(f"<li>{escape(item, quote=False)}</li>" for item in block.items) + f"\n</{tag}>"
    if block.kind == "table":
        first, *rest = block.rows
        head = "".join(f"<th>{escape(cell)}</th>" for cell in first)
        body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rest)
        return f"<table>\n<tr>{head}</tr>\n{body}\n</table>"
    opening, closing = _TAGS.get(block.kind, _TAGS["text"])
    return opening + escape(block.text, quote=False) + closing


_TAGS = {
    "text": ("<p>", "</p>"),
    "lead": ('<p class="manchet">', "</p>"),
    "heading": ("<h2>", "</h2>"),
    "question": ("<p><strong>", "</strong></p>"),
    "caption": ('<figure><img src="/billede.jpg" alt=""><figcaption>', "</figcaption></figure>"),
    "note": ('<p class="note"><em>', "</em></p>"),
}


def _items(lines: list[str]) -> str:
    return "<ul>" + "".join(f'<li><a href="/{i}">{escape(line)}</a></li>' for i, line in enumerate(lines)) + "</ul>"


def web_page(article: Article, dice: random.Random) -> str:
    """A web page with head, menu, the article, comments and footer."""
    day = article.published.isoformat()
    title, publisher = escape(article.title), escape(article.publisher)
    parts = [
        f'<!DOCTYPE html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n<title>{title} - {publisher}</title>',
        f'<link rel="canonical" href="{article.address}">\n<meta property="og:site_name" content="{publisher}">',
        f'<meta property="og:title" content="{title}">',
        f'<meta property="article:published_time" content="{day}T06:00:00+01:00">\n</head>\n<body>',
        f'<header><a href="/">{publisher}</a><nav>{_items(article.menu)}</nav></header>\n<main>\n<article>',
        f'<div class="label">{article.kicker}</div>' if article.kicker else "",
        f"<h1>{title}</h1>",
        f'<p class="byline">{escape(_byline(article))}</p>' if article.authors else "",
        f'<time class="dato" datetime="{day}">{_dated(article, dice)}</time>\n<div class="body">',
    ]
    for i, block in enumerate(article.blocks):
        parts.append(_html_block(block))
        if article.advert and i == len(article.blocks) // 2:
            parts.append(f'<div class="annonce"><span>Annonce</span><p>{escape(article.advert)}</p></div>')
    parts.append("</div>")
    if article.contacts:
        lines = "<br>".join(escape(line) for line in article.contacts)
        parts.append(f'<div class="kontakt"><h3>Kontakt</h3><p>{lines}</p></div>')
    parts.append("</article>")
    if article.teasers:
        parts.append(f'<aside class="related"><h2>Læs også</h2>{_items(article.teasers)}</aside>')
    if article.comments:
        rows = "".join(
            f'<li class="comment"><strong>{escape(name)}</strong><p>{escape(text)}</p></li>'
            for name, text in article.comments
        )
        parts.append(f'<section class="comments"><h2>{len(article.comments)} kommentarer</h2><ol>{rows}</ol></section>')
    year = article.published.year
    parts.append(
        f"</main>\n<footer><p>© {year} {publisher}. Alle rettigheder forbeholdes.</p></footer>\n</body>\n</html>"
    )
    return "\n".join(part for part in parts if part) + "\n"


def _markdown_block(block: Block, rule: str) -> str:
    if block.kind == "heading":
        return f"{rule}## {block.text}"
    if block.kind == "question":
        return f"**{block.text}**"
    if block.kind in ("caption", "note"):
        return f"*{block.text}*"
    if block.kind == "lead":
        return f"**{block.text}**"
    if block.kind == "table":
        first, *rest = block.rows
        lines = [first, ["---"] * len(first), *rest]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)
    return _text_block(block, "- ")


def markdown(article: Article, dice: random.Random) -> str:
    """Markdown, with front matter where the article has an author or by chance."""
    head = []
    if dice.random() < 0.6:
        head = ["---", f'title: "{article.title}"', f"date: {article.published.isoformat()}"]
        head += [f"author: {article.authors[0].name}"] if article.authors else []
        head += [f"url: {article.address}", f'publisher: "{article.publisher}"', "---", ""]
    rule = "---\n\n" if article.kind == "slides" else ""
    parts = [article.kicker] if article.kicker else []
    parts.append(f"# {article.title}")
    parts += [f"*{_byline(article)}*"] if article.authors else []
    parts += [] if head else [spelled(article.published)]
    parts += [_markdown_block(block, rule) for block in article.blocks]
    parts += ["Kontakt:\n" + "\n".join(article.contacts)] if article.contacts else []
    return "\n".join(head) + "\n\n".join(parts) + "\n"
