"""Dates and numbers as a Danish reader writes them. The browser writes them anew for English from what the markup says beside."""

from datetime import date

from markupsafe import Markup

_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def written(day: date, precision: str | None = "day") -> str:
    """`day` in words, no more exact than the document gives it."""
    if precision == "year":
        return str(day.year)
    if precision == "quarter":
        return f"{(day.month + 2) // 3}. kvartal {day.year}"
    month = f"{_MONTHS[day.month - 1]} {day.year}"
    return month if precision == "month" else f"{day.day}. {month}"


def time(day: date | None, precision: str | None = "day") -> Markup:
    """`day` as markup; empty where there is none."""
    if day is None:
        return Markup()
    exact = {"year": f"{day:%Y}", "quarter": f"{day:%Y-%m}", "month": f"{day:%Y-%m}"}.get(
        precision or "", f"{day:%Y-%m-%d}"
    )
    return Markup('<time datetime="{}" data-precision="{}">{}</time>').format(
        exact, precision or "day", written(day, precision)
    )


def figure(value: float, decimals: int = 2) -> str:
    """A number with a decimal comma and points between thousands."""
    text = f"{value:,.{decimals}f}" if value % 1 else f"{value:,.0f}"
    whole, _, part = text.partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")
