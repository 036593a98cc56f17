"""Which device and number format to compute with, and where randomness comes from."""

import contextlib
from collections.abc import Iterator

import numpy as np
import torch

from genmodels.api.errors import ResourceError


def pick_device(name: str) -> torch.device:
    """Return the device of this name, or the best one for “auto”; raises ResourceError where it is not there."""
    there = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if name == "auto":
        return torch.device(next(kind for kind in ("cuda", "mps", "cpu") if there[kind]))
    if not there.get(name):
        found = ", ".join(kind for kind in there if there[kind])
        raise ResourceError(f"There is no device “{name}” here.", hint=f"Choose auto or one of: {found}.")
    return torch.device(name)


@contextlib.contextmanager
def mixed_precision(device: torch.device) -> Iterator[None]:
    """Compute matrix products in bfloat16 where the device does so natively; weights stay in float32."""
    cuda = device.type == "cuda" and torch.cuda.is_bf16_supported(including_emulation=False)
    cpu = device.type == "cpu" and torch.cpu._is_avx512_bf16_supported()  # noqa: SLF001 - torch has no public question
    with torch.autocast(device.type, torch.bfloat16, enabled=cuda or cpu):
        yield


@contextlib.contextmanager
def one_thread() -> Iterator[None]:
    """Compute on one core: drawing is a chain of small products, in which threads wait more than they work.

    It also keeps a seed's pixels from depending on the number of cores.
    """
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def rng(*words: int) -> np.random.Generator:
    """Return a generator that depends on these numbers alone, such as (seed, step): nothing to store for a resume."""
    return np.random.default_rng(words)


def seed_torch(*words: int) -> None:
    """Seed torch's own randomness (dropout) from these numbers alone."""
    torch.manual_seed(int(np.random.SeedSequence(words).generate_state(1, np.uint64)[0] >> 1))
