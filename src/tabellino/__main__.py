"""`python -m tabellino` is `tabellino`."""

from tabellino.cli import main

main()
