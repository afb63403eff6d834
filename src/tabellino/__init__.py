"""Give it the reports; get the match."""

__version__ = "0.1.0"
