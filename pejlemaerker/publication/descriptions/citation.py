"""How to cite a release: `CITATION.cff`, and the same as a BibTeX entry for descriptions that want one."""

import json
import re
from collections.abc import Iterator, Mapping

from pejlemaerker.publication.policy.about import About, Agent

from .facts import NAME, Facts


def citation(facts: Facts, about: About) -> str:
    """The text of `CITATION.cff`, version 1.2.0."""
    stated = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below, and cite quoted words by their own author and source.",
        "type": "dataset",
        "title": about.title.en,
        "abstract": about.description.en,
        "authors": [_entity(agent) for agent in about.creators],
        "contact": [_entity(about.contact)],
        "version": facts.version,
        "date-released": about.issued.isoformat() if about.issued else None,
        "license": about.licence,
        "keywords": list(about.keywords),
        "url": about.homepage,
        "repository-artifact": about.base(facts.edition, facts.version),
    }
    return "\n".join(_yaml({name: value for name, value in stated.items() if value})) + "\n"


def _yaml(stated: Mapping[str, object], indent: str = "") -> Iterator[str]:
    """Lines of YAML. Every text is quoted: a version of digits with an e among them would be read as a number by some."""
    for name, value in stated.items():
        if not isinstance(value, list):
            yield f"{indent}{name}: {json.dumps(value, ensure_ascii=False)}"
            continue
        yield f"{indent}{name}:"
        for item in value:
            if isinstance(item, str):
                yield f"{indent}  - {json.dumps(item, ensure_ascii=False)}"
            else:
                first, *rest = _yaml(item)
                yield from (f"{indent}  - {first}", *(f"{indent}    {line}" for line in rest))


def bibtex(facts: Facts, about: About) -> str:
    """A BibTeX entry; without a year where the day of publication is not stated."""
    fields = {
        "title": _escaped(about.title.en),
        "author": " and ".join(map(_author, about.creators)),
        "publisher": _escaped(about.publisher.name),
        "version": facts.version,
        "year": str(about.issued.year) if about.issued else None,
        "url": about.homepage,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{NAME}_{facts.version},\n" + ",\n".join(lines) + "\n}"


def _author(agent: Agent) -> str:
    """A name; that of an organisation in braces, or it would be taken apart into first name and last."""
    return _escaped(agent.name) if agent.person else f"{{{_escaped(agent.name)}}}"


def _escaped(words: str) -> str:
    return re.sub(r"[&%$#_{}]", r"\\\g<0>", words.replace("\\", ""))


def _entity(agent: Agent) -> dict[str, str]:
    stated = {"name": agent.name, "website": agent.homepage, "email": agent.email}
    return {name: value for name, value in stated.items() if value}
