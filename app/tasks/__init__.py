"""What a person does on a page, one task a file: each binds widgets, drawing and engine together."""
