"""Sprites, masks and palettes as arrays and files: numpy and Pillow only."""
