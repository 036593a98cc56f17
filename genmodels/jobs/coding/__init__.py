"""Pictures to codes that messages carry, and such codes to pictures in exact colours."""
