"""Sprite sheets: an artwork's frames on one picture, and the files that tell a game engine where each of them lies."""
