"""The list of all keys, and what it takes to change them."""
