"""Plays a small GAN's game as one of several processes, and writes down what the care of this one decided.

`python shared_game.py PICTURES RUN DECISIONS`: decisions go into a file of the process's number in that folder.
"""

import dataclasses
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from small_gans import maker

from genmodels.api.codec import to_dict
from genmodels.jobs.train import train
from genmodels.models.spritegan.care import Finding, GameCare
from genmodels.models.spritegan.notes import Notes

CHECKS = 4  # then it goes back, once


def play(pictures: Path, run: Path, decisions: Path) -> None:
    """Train; it goes back to the best weights at a check in the middle, whatever the care thinks of them."""
    decided, judge = list[object](), GameCare.judge

    def told(self: GameCare, figures: Mapping[str, float], notes: Mapping[str, float]) -> Finding:
        finding = judge(self, figures, notes)
        seen = Notes.of(finding.notes)
        if seen.checks == CHECKS:
            after = dataclasses.replace(seen, returns=seen.returns + 1)
            finding = dataclasses.replace(finding, goes_back=True, is_sound=False, notes=after.as_numbers())
        decided.append([dict(figures), to_dict(finding)])
        return finding

    GameCare.judge = told
    list(train(maker(pictures, run, epochs=5)))
    (decisions / f"{os.environ['RANK']}.json").write_text(json.dumps(decided), encoding="utf-8")


if __name__ == "__main__":
    play(*(Path(word) for word in sys.argv[1:]))
