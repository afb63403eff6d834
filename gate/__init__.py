"""The gate: what the reader and the solver get right on labelled reports, with floors that do not sink."""
