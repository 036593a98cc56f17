"""The dialogues in which a drawing is exported."""
