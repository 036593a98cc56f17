"""What the window and the engine say to each other: messages, configs, packs, errors. No heavy imports."""
