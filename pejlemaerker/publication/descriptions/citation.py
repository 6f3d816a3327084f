"""How to cite a release: `CITATION.cff`, and the same as a BibTeX entry for descriptions that want one."""

from typing import Any

import yaml

from pejlemaerker.publication.policy.about import About, Agent

from .facts import NAME, Facts


def citation(facts: Facts, about: About) -> str:
    """The text of `CITATION.cff`, version 1.2.0."""
    stated: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below, and cite quoted words by their own author and source.",
        "type": "dataset",
        "title": about.title.en,
        "abstract": about.description.en,
        "authors": [_entity(agent) for agent in about.creators],
        "contact": [_entity(about.contact)],
        "version": facts.version,
        "date-released": about.issued,
        "license": about.licence,
        "keywords": list(about.keywords),
        "url": about.homepage,
        "repository-artifact": about.base(facts.edition, facts.version),
    }
    present = {name: value for name, value in stated.items() if value is not None}
    return str(yaml.safe_dump(present, sort_keys=False, allow_unicode=True, width=100))


def bibtex(facts: Facts, about: About) -> str:
    """A BibTeX entry; without a year where the day of publication is not stated."""
    fields = {
        "title": about.title.en,
        "author": " and ".join(f"{{{agent.name}}}" for agent in about.creators),
        "publisher": about.publisher.name,
        "version": facts.version,
        "year": str(about.issued.year) if about.issued else None,
        "url": about.homepage,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{NAME}_{facts.version},\n" + ",\n".join(lines) + "\n}"


def _entity(agent: Agent) -> dict[str, str]:
    stated = {"name": agent.name, "website": agent.homepage, "email": agent.email}
    return {name: value for name, value in stated.items() if value}
