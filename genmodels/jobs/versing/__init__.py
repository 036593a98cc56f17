"""The steps of the jobs that write verse: reading lines, finding others, choosing a way among them."""
