"""Which version of the program this is."""


def version() -> str:
    """Return the program's version; a checkout that was never installed has none."""
    from importlib import metadata  # here, because few starts ever ask

    try:
        return metadata.version("spriteverse")
    except metadata.PackageNotFoundError:
        return "0 (not installed)"
