"""The one training loop's parts: they know no family, and a family knows nothing of them."""
