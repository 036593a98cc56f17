"""The generative models, one file each, all of one silhouette: config, network, loss, sampling."""
