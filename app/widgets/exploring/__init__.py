"""What the Explore page is made of: sliders, the pad with its grid, and rows of random pictures."""
