"""Widgets of the board: the grid of sprites, what is chosen, and the walk."""
