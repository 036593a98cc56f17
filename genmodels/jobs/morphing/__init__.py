"""The steps of a morph: colours paired into slots, ways through the latent space, and what is drawn along them."""
