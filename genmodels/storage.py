"""Modules to packs and back, and training states: safetensors and JSON, never pickle, every write atomic."""

import contextlib
import dataclasses
import hashlib
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file, save
from torch import Tensor, nn

from genmodels.api.codec import to_dict
from genmodels.api.errors import PackError, StorageError, cannot_write
from genmodels.api.packs import CARD, PREVIEW, WEIGHTS, PackCard, check_weights
from genmodels.api.replacing import replacing, write_through


def save_pack(folder: Path, module: nn.Module, card: PackCard, preview_HWC: np.ndarray) -> PackCard:
    """Write a pack, replacing one of the same place only when the new one is whole; returns the card with its hash.

    Weights are stored in half precision: a pack is for drawing, a training state is for going on.
    """
    half = {name: value.half() if value.is_floating_point() else value for name, value in _tensors(module).items()}
    described = to_dict(dataclasses.replace(card, sha256=""))
    weights = save(half, metadata={CARD: json.dumps(described, ensure_ascii=False)})
    card = dataclasses.replace(card, sha256=hashlib.sha256(weights).hexdigest())
    with _replacing(folder) as fresh:
        write_bytes(fresh / WEIGHTS, weights)
        write_json(fresh / CARD, card)
        picture = io.BytesIO()
        Image.fromarray(preview_HWC).save(picture, "PNG")
        write_bytes(fresh / PREVIEW, picture.getvalue())
    return card


def copy_pack(source: Path, folder: Path) -> None:
    """Copy a pack to another place, replacing what is there only when the copy is whole; raises StorageError."""
    with _replacing(folder) as fresh:
        for name in (WEIGHTS, CARD, PREVIEW):
            write_bytes(fresh / name, (source / name).read_bytes())


def recover_pack(folder: Path) -> None:
    """Bring back a pack that a crash left between the two moves of its replacement."""
    old = _old(folder)
    if old.exists() and not folder.exists():
        old.rename(folder)


@contextlib.contextmanager
def _replacing(folder: Path) -> Iterator[Path]:
    """Give a fresh place beside a pack's folder, and move it there once it is whole; the old one stays until then."""
    fresh, old = folder.with_name(f".{folder.name}.new"), _old(folder)
    if folder.exists() and not (folder / CARD).is_file():
        raise StorageError(f"“{folder}” is there already and is not a pack.", hint="Choose another name.")
    try:
        recover_pack(folder)
        for leftover in (fresh, old):
            shutil.rmtree(leftover, ignore_errors=True)
        yield fresh
        if folder.exists():
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def load_weights(module: nn.Module, folder: Path, card: PackCard) -> None:
    """Load a pack's weights into its module, strictly; raises PackError with a list of what does not fit."""
    path = check_weights(folder, card)
    try:
        found = load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        message = f"The weights of “{folder.name}” are not a safetensors file."
        raise PackError(message, hint="Import the pack again.", detail=str(error)) from error
    wanted = _tensors(module)
    wrong = [f"missing: {name}" for name in wanted.keys() - found.keys()]
    wrong += [f"unknown: {name}" for name in found.keys() - wanted.keys()]
    wrong += [
        f"{name}: {tuple(found[name].shape)} instead of {tuple(wanted[name].shape)}"
        for name in wanted.keys() & found.keys()
        if found[name].shape != wanted[name].shape
    ]
    wrong += [f"{name}: not finite" for name, value in found.items() if not torch.isfinite(value.float()).all()]
    if wrong:
        message = f"The weights of “{folder.name}” do not fit its description in {len(wrong)} places."
        raise PackError(message, hint="Import the pack again.", detail="\n".join(sorted(wrong)))
    module.load_state_dict({name: value.float() for name, value in found.items()})


def write_json(path: Path, value: Any) -> None:
    """Write JSON atomically."""
    write_bytes(path, json.dumps(to_dict(value), ensure_ascii=False, indent=1).encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there; raises StorageError and leaves what was there."""
    with replacing(path) as temporary:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_through(temporary, data)


def save_state(path: Path, tensors: dict[str, Tensor], facts: dict[str, Any]) -> None:
    """Write a training state as one file, so that tensors and facts never disagree."""
    kept = {name: value.detach().cpu().contiguous().clone() for name, value in tensors.items()}
    write_bytes(path, save(kept, metadata={"facts": json.dumps(facts)}))


def load_state(path: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Read what save_state wrote; raises StorageError."""
    try:
        with safe_open(path, "pt") as file:
            facts = json.loads((file.metadata() or {})["facts"])
            return {name: file.get_tensor(name) for name in file.keys()}, facts  # noqa: SIM118 - not a dict
    except (SafetensorError, OSError, ValueError, KeyError) as error:
        message = f"The training state “{path}” cannot be read."
        raise StorageError(
            message, hint="Start the training anew, or resume another run.", detail=str(error)
        ) from error


def _tensors(module: nn.Module) -> dict[str, Tensor]:
    return {name: value.detach().cpu().contiguous() for name, value in module.state_dict().items()}
