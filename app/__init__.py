"""The window: pages, widgets, canvas and the drawing they edit. It never imports torch."""
