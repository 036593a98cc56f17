"""How packs look, wherever they are shown."""
