"""The view onto the drawing, and the tools that work on it."""
