"""The lesson “Why a VAE?”: two small models that learn before one's eyes."""
