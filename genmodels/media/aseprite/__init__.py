"""Aseprite's own files, read and written.

The layout is in Aseprite's description of its format (docs/ase-file-specs.md): little-endian, a header, then one frame
after another, each a row of chunks.
"""
