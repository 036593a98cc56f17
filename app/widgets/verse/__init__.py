"""Widgets of the verse desk: the poem and its lines, how lines are written, found and explored, and the shelf."""
