"""Programs around the package: docs, benches, releases."""
