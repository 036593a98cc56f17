"""NumPy under its usual name, imported when it is first used: the window paints itself before it touches a picture."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
else:

    class _Deferred:
        """Has the attributes of a module, which is imported for the first of them."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, name: str) -> Any:
            value = getattr(import_module(self._name), name)
            setattr(self, name, value)  # found without us from now on
            return value

    np = _Deferred("numpy")

__all__ = ["np"]
