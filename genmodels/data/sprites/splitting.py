"""Which pictures are held out to measure by: whole groups, so that no variant of them has been learnt from."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.data.sprites.picture import Picture
from genmodels.data.sprites.similar import near_duplicates
from genmodels.data.steps import Steps

FEW_GROUPS = 10


def held_out(pictures: Sequence[Picture], valid: str, seed: int) -> Steps[np.ndarray]:
    """Return which pictures are held out, bool (N).

    valid is “last-N” (the last N pictures), a text file of subjects, one a line, or empty: then a tenth of the subjects
    is taken by the hash of their pixels; variants, recolours and near-duplicates stay on one side where names, shapes
    and pixels tell them. Raises InputError where a side would be empty.
    """
    if last := re.fullmatch(r"last-(\d+)", valid):
        count = int(last[1])
        if not 0 < count < len(pictures):
            raise InputError(f"{count} of {len(pictures)} pictures cannot be held out.", hint="Hold out fewer.")
        held = [False] * (len(pictures) - count) + [True] * count
    elif valid:
        held = _listed(pictures, Path(valid))
    else:
        held = yield from _hashed_tenth(pictures, seed)
    if not 0 < sum(held) < len(held):
        message = f"Of {len(pictures)} pictures, {sum(held)} are held out: one side is empty."
        raise InputError(message, hint="Use more pictures, or another list.")
    return np.array(held)


def _listed(pictures: Sequence[Picture], valid: Path) -> list[bool]:
    """Return which pictures a list names, by subject or by whole name; raises InputError."""
    try:
        subjects = {line.strip() for line in valid.read_text(encoding="utf-8").splitlines() if line.strip()}
    except (OSError, UnicodeDecodeError) as error:
        message = f"The list of held-out subjects “{valid}” cannot be read."
        raise InputError(message, hint="Name a UTF-8 text file of subjects, or last-N.", detail=str(error)) from error
    return [bool({p.subject, p.plain_name} & subjects) for p in pictures]


def _hashed_tenth(pictures: Sequence[Picture], seed: int) -> Steps[list[bool]]:
    """Return which pictures are held out: whole groups, in the order of their hash, until a tenth is reached.

    A group is linked by subject, silhouette and nearness; where that leaves too few groups, by less: names say nothing
    of the frames of one animation, silhouettes nothing of tiles that fill their square.
    """
    near, total = (yield from near_duplicates(pictures)), len(pictures)
    pixels = [p.rgba_HW4.tobytes() + repr(p.rgba_HW4.shape).encode() for p in pictures]
    shapes = [_silhouette(p) for p in pictures]
    names = [p.series.encode() for p in pictures]
    groups = list(range(len(pictures)))
    for keys in ((names, shapes, near), (shapes, near), (pixels, near), (shapes,), (pixels,)):
        yield Progress(done=total, total=total, note="comparing pictures")
        groups = _linked(keys)
        sizes = Counter(groups)
        if len(sizes) >= FEW_GROUPS and max(sizes.values()) <= total / 5:
            break
    yield Progress(done=total, total=total, note="comparing pictures")
    sizes, first = Counter(groups), dict[int, bytes]()
    for group, own in zip(groups, pixels, strict=True):
        first[group] = min(own, first.get(group, own))
    ranked = sorted(first, key=lambda group: hashlib.sha256(f"{seed}:".encode() + first[group]).digest())
    held, count = set[int](), 0
    while count < total / 10 and len(held) + 1 < len(ranked):
        count += sizes[ranked[len(held)]]
        held.add(ranked[len(held)])
    return [group in held for group in groups]


def _silhouette(picture: Picture) -> bytes:
    """Return what a picture shares with its recolours; the pixels themselves where nothing is transparent."""
    alpha_HW = picture.rgba_HW4[..., 3]
    return repr(alpha_HW.shape).encode() + (picture.rgba_HW4 if alpha_HW.all() else alpha_HW).tobytes()


def _linked(keys: Sequence[Sequence[bytes]]) -> list[int]:
    """Return a number per picture, the same for all that are linked by a key; an empty key links nothing."""
    count, place, links = len(keys[0]), dict[bytes, int](), []
    for sort, column in enumerate(keys):
        for n, key in enumerate(column):
            if key:
                links.append((n, count + place.setdefault(bytes([sort]) + key, len(place))))
    rows, columns = np.array(links, np.int64).reshape(-1, 2).T
    graph = coo_array((np.ones(len(links)), (rows, columns)), shape=[count + len(place)] * 2)
    return connected_components(graph, directed=False)[1][:count].tolist()
