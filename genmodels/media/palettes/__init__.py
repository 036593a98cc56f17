"""Palettes: their colours, and the files that hold them."""
