"""Frozen dataclasses to JSON and back, strictly: unknown keys and wrong types fail with the nearest valid name."""

import dataclasses
import math
import types
import typing
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from genmodels.api.errors import ConfigError

T = TypeVar("T")


def to_dict(value: Any) -> Any:
    """Return value (dataclass, tuple, enum, plain) as plain JSON types; dataclasses become dicts of their fields."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_dict(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_dict(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_dict(item) for key, item in value.items()}
    return value


def from_dict(cls: type[T], data: Any, *, where: str = "") -> T:
    """Build cls from plain JSON types.

    Raises ConfigError for an unknown or missing key, a wrong type or a number that is not finite.
    """
    where = where or cls.__name__
    if not isinstance(data, dict):
        raise ConfigError(f"{where} should be an object with named fields, not {_name(data)}.")
    hints, fields = _hints(cls), {f.name: f for f in dataclasses.fields(typing.cast("Any", cls)) if f.init}
    for key in data:
        if key not in fields:
            import difflib  # here, because well-formed messages never need it

            near = difflib.get_close_matches(str(key), fields, n=1)
            hint = f"Did you mean “{near[0]}”?" if near else f"It has: {', '.join(fields)}."
            raise ConfigError(f"{where} has no field “{key}”.", hint=hint)
    for name, field in fields.items():
        absent = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if absent and name not in data:
            raise ConfigError(f"{where} lacks the field “{name}”.")
    return cls(**{name: _value(hints[name], item, f"{where}.{name}") for name, item in data.items()})


def _value(hint: Any, data: Any, where: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    match data:
        case _ if hint is Any:
            return data
        case _ if origin in (typing.Union, types.UnionType):
            if data is None and type(None) in args:
                return None
            kinds = [a for a in args if a is not type(None)]
            return _value(next((kind for kind in kinds if _knows(kind, data)), kinds[0]), data, where)
        case dict() if dataclasses.is_dataclass(hint):
            return from_dict(typing.cast("type[Any]", hint), data, where=where)
        case list() | tuple() if origin is tuple:
            if args[-1] is not Ellipsis and len(args) != len(data):
                raise ConfigError(f"{where} should have {len(args)} items, not {len(data)}.")
            kinds = [args[0]] * len(data) if args[-1] is Ellipsis else args
            return tuple(_value(k, item, f"{where}[{i}]") for i, (k, item) in enumerate(zip(kinds, data, strict=True)))
        case dict() if origin is dict:
            return {str(key): _value(args[1], item, f"{where}.{key}") for key, item in data.items()}
        case str() if isinstance(hint, type) and issubclass(hint, StrEnum):
            if data not in list(hint):
                raise ConfigError(f"{where} is “{data}”.", hint=f"It can be: {', '.join(hint)}.")
            return hint(data)
        case bool() if hint is bool:
            return data
        case int() if hint is int and not isinstance(data, bool):
            return data
        case int() if hint is float and not isinstance(data, bool) and abs(data) < 2**53:
            return float(data)
        case float() if hint is float and math.isfinite(data):
            return data
        case str() if hint is str:
            return data
    raise ConfigError(f"{where} should be {getattr(hint, '__name__', hint)}, not {_name(data)}.")


def _knows(hint: Any, data: Any) -> bool:
    """Return whether a dataclass has fields for all that stands in data: of several the first one is meant."""
    return (
        dataclasses.is_dataclass(hint)
        and isinstance(data, dict)
        and data.keys() <= {f.name for f in dataclasses.fields(hint)}
    )


def _name(data: Any) -> str:
    text = repr(data)
    return text if len(text) <= 40 else f"{text[:37]}…"


@lru_cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)
