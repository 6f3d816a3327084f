"""The article as a newsletter: plain text and HTML of the same words."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from .html import mail_page
from .source import PUBLISHER, TITLE
from .text import plain_text

_BOUNDARY = "=_brev_2024_03_12"


def write_mail(folder: Path) -> None:
    """A mail of two alternatives, as mail programs save it."""
    mail = EmailMessage(policy=SMTP)
    mail["Date"] = "Tue, 12 Mar 2024 06:45:00 +0100"
    mail["From"] = f"{PUBLISHER} <nyhedsbrev@hvidsundfolkeblad.example>"
    mail["To"] = "Laila Overby <laila@post.example>"
    mail["Subject"] = TITLE
    mail["Message-ID"] = "<20240312.1@hvidsundfolkeblad.example>"
    farewell = f"\nDu får denne mail, fordi du er tilmeldt nyhedsbrevet fra {PUBLISHER}.\nAfmeld nyhedsbrev\n"
    mail.set_content(plain_text() + farewell, cte="quoted-printable")
    mail.add_alternative(mail_page(), subtype="html", cte="quoted-printable")
    mail.set_boundary(_BOUNDARY)
    (folder / "artikel.eml").write_bytes(mail.as_bytes())
