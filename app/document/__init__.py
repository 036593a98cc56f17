"""The drawing without Qt: pixels, mask, undo, candidates, files."""
