"""From folders of pictures to arrays of colour numbers."""
