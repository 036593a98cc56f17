"""Which device and number format to compute with, and where randomness comes from."""

import contextlib
import os
import platform
from collections.abc import Iterator

import numpy as np
import psutil
import torch
from accelerate import Accelerator
from accelerate.state import AcceleratorState

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


def accelerator(name: str) -> Accelerator:
    """Return Accelerate's handle on this device, or on those that torchrun gave this process.

    Matrix products are in bfloat16 where the device computes them natively; weights stay in float32.
    """
    device = pick_device(name)
    cuda = device.type == "cuda" and torch.cuda.is_bf16_supported(including_emulation=False)
    cpu = device.type == "cpu" and torch.cpu._is_avx512_bf16_supported()  # noqa: SLF001 - torch has no public question
    if "RANK" not in os.environ:
        # Accelerate remembers the first choice of a process; one that is alone may choose again.
        AcceleratorState._reset_state(reset_partial_state=True)  # noqa: SLF001
    return Accelerator(cpu=device.type == "cpu", mixed_precision="bf16" if cuda or cpu else "no")


def describe(device: torch.device) -> str:
    """Return what computes, in words for a record."""
    kind = torch.cuda.get_device_name(device) if device.type == "cuda" else device.type.upper()
    threads = f" ({torch.get_num_threads()} threads)" if device.type == "cpu" else ""
    return f"{kind}{threads}, torch {torch.__version__}, Python {platform.python_version()}"


def memory_mb(device: torch.device) -> float:
    """Return the memory that this process holds, its share of a GPU's included, in MB."""
    held = psutil.Process().memory_info().rss + (torch.cuda.memory_reserved(device) if device.type == "cuda" else 0)
    return held / 2**20


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
