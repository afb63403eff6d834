"""Frozen values of the game, of reports and of what they claim. Imports nothing of the package."""
