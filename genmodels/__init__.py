"""Spriteverse's generative models: a headless library that knows nothing of the window."""
