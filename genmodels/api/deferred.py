"""Modules that are imported when they are first used: the window paints itself before it needs them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any


class Deferred:
    """Has the attributes of a module, which is imported for the first of them."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        """Return the module's attribute, which is found without us from now on."""
        value = getattr(import_module(self._name), name)
        setattr(self, name, value)
        return value


if TYPE_CHECKING:
    from genmodels.api import messages
else:
    messages = Deferred("genmodels.api.messages")

__all__ = ["Deferred", "messages"]
