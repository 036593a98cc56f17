"""The dialogue in which a sheet is cut into frames."""
