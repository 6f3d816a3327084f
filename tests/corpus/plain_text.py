"""Blocks of a plain text, for tests of what stands behind the reading of formats."""

from pejlemaerker.corpus.blocks import Block, placed
from pejlemaerker.corpus.formats.text import read_text
from pejlemaerker.corpus.zones import zones


def read_blocks(text: str) -> list[Block]:
    return list(placed(read_text(text)))


def zone_kinds(blocks: list[Block]) -> list[str]:
    return [zone.kind for zone in zones(blocks)]
