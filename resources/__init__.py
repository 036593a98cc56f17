"""Icons and style of the window; data only, found through genmodels.api.paths."""
