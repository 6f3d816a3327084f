"""How templates are filled in: everything is escaped, and what a template does not know is an error, not a blank."""

from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule
from markupsafe import Markup

from . import paths, texts
from .dates import figure, time

_FOLDER = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """The one environment of all templates."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {
        "t": texts.marked,
        "danish": texts.danish,
        "attribute": texts.attribute,
        "paths": paths,
        "time": time,
    }
    made.filters |= {"figure": figure}
    return made


def fill(name: str, path: str, **values: object) -> str:
    """The page that lies at `path`, from the template `name`; links go from where it lies."""
    up = paths.up(path)
    return _template(name).render(path=path, up=up, link=partial(_link, up), **values)


@cache
def macros(name: str, up: str) -> TemplateModule:
    """The macros of a template, for the parts of a page that are put together by weight; `up` leads from the page to the site."""
    return _template(name).make_module({"up": up, "link": partial(_link, up)})


@cache
def _template(name: str) -> Template:
    return environment().get_template(name)


def _link(up: str, target: str) -> Markup:
    """The address of the page `target` as seen from where the page lies."""
    return Markup("{}").format(up + target)
