"""Scorer lists, card lists, line-ups and match facts: the exact part of a report, in any language.

Lists are found by their labels, their place and their shape; their words stand in data/vocabulary/blocks.toml.
"""

from tabellino.extract.blocks.blocks import Blocks, read_blocks
from tabellino.extract.blocks.claims import Sided, block_claims, orient

__all__ = ["Blocks", "Sided", "block_claims", "orient", "read_blocks"]
