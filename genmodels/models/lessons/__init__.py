"""Lessons: pairs of tiny networks that learn side by side, alike but for the one thing that is to be seen.

Each has `steps`, `step(number) -> losses`, `pictures(which)` in rows of `columns`, `wrong(which)` of them, and
`measure() -> figures`.
"""

from genmodels.models.lessons.colours import ColoursLesson
from genmodels.models.lessons.moons import MoonsLesson

__all__ = ["ColoursLesson", "MoonsLesson"]
