"""Bytes to `Document`: one module per format, and the registry that picks it."""
