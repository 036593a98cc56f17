"""Widgets of the Morph page."""
