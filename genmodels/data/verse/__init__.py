"""From files of text to lines of verse."""
