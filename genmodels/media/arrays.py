"""NumPy under its usual name, imported when it is first used: the window paints itself before it touches a picture."""

from typing import TYPE_CHECKING

from genmodels.api.deferred import Deferred

if TYPE_CHECKING:
    import numpy as np
else:
    np = Deferred("numpy")

__all__ = ["np"]
