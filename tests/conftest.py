"""Settings of the whole suite: chance is seeded, so that a run that passed passes again."""

from hypothesis import settings

settings.register_profile("seeded", derandomize=True, deadline=None)
settings.load_profile("seeded")
