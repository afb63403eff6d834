"""Scorer lists, card lists, line-ups and match facts: the exact part of a report, in any language.

Lists are found by their labels, their place and their shape; their words stand in data/vocabulary/blocks.toml.
"""

from tabellino.extract.blocks.blocks import read_blocks
from tabellino.extract.blocks.claims import Sided, block_claims, orient
from tabellino.extract.blocks.parts import Blocks

__all__ = ["Blocks", "Sided", "block_claims", "orient", "read_blocks"]
