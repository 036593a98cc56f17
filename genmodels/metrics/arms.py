"""Bad models that need no training: what a measure must tell from a good one. Each makes N pictures from real ones."""

import numpy as np


def copies(real_MHW4: np.ndarray, count: int, *, seed: int = 0) -> np.ndarray:
    """Return real pictures as they are, none twice where there are enough."""
    order_M = np.random.default_rng(seed).permutation(len(real_MHW4))
    return real_MHW4[np.resize(order_M, count)]


def flipped(real_MHW4: np.ndarray, count: int, *, seed: int = 0) -> np.ndarray:
    """Return mirrored copies, which look new to a measure that does not look for them."""
    return copies(real_MHW4, count, seed=seed)[:, :, ::-1]


def collapse(real_MHW4: np.ndarray, count: int, *, kinds: int, seed: int = 0) -> np.ndarray:
    """Return copies of only so many pictures."""
    return np.resize(copies(real_MHW4, kinds, seed=seed), (count, *real_MHW4.shape[1:]))


def independent_pixels(real_MHW4: np.ndarray, count: int, *, seed: int = 0) -> np.ndarray:
    """Return noise with the right colours at each place: every pixel is that of some other picture."""
    _, height, width, _ = real_MHW4.shape
    from_NHW = np.random.default_rng(seed).integers(0, len(real_MHW4), (count, height, width))
    return real_MHW4[from_NHW, np.arange(height)[:, None], np.arange(width)]


def chimeras(real_MHW4: np.ndarray, count: int, *, seed: int = 0) -> np.ndarray:
    """Return the upper half of one picture over the lower half of another."""
    upper_NHW4, lower_NHW4 = (copies(real_MHW4, count, seed=2 * seed + half) for half in (0, 1))
    middle = real_MHW4.shape[1] // 2
    return np.concatenate([upper_NHW4[:, :middle], lower_NHW4[:, middle:]], axis=1)


def all_arms(real_MHW4: np.ndarray, count: int, *, seed: int = 0) -> dict[str, np.ndarray]:
    """Return every arm by its name."""
    return {
        "copies": copies(real_MHW4, count, seed=seed),
        "flipped copies": flipped(real_MHW4, count, seed=seed),
        "collapse to 100": collapse(real_MHW4, count, kinds=100, seed=seed),
        "collapse to 20": collapse(real_MHW4, count, kinds=20, seed=seed),
        "independent pixels": independent_pixels(real_MHW4, count, seed=seed),
        "chimeras": chimeras(real_MHW4, count, seed=seed),
    }
