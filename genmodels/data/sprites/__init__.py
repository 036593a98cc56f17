"""From files of pictures to what a model of sprites learns from."""
