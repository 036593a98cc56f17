"""The timeline below the canvas: layers by frames."""
