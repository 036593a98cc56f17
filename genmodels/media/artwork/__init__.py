"""Artwork: layers and frames as one value that never changes, and what makes another of it. It knows numpy only."""
