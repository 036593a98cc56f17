"""The steps of a completion: windows over the mask, and a sprite's own colours for the pack's."""
