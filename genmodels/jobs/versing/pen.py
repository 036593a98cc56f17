"""One pack at work on one person's lines: takes them in the pack's characters, gives lines back in the person's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor

from genmodels.api.codes import Code
from genmodels.api.configs import Script
from genmodels.api.errors import ConfigError, InputError
from genmodels.api.verse import Line, Origin, VerseRules
from genmodels.data.verse.conversion import Characters, characters_of, converted
from genmodels.data.verse.form import form_of, is_chinese
from genmodels.data.verse.lines import script_of, tidy
from genmodels.jobs.loading import load_verse_vae
from genmodels.models.versevae import VerseVAE
from genmodels.models.versevae.fluency import surprise
from genmodels.models.versevae.spelling import END
from genmodels.models.versevae.writing import MOST_PIECES, tokens_of

LARGEST = 1e4  # number of a code, in standard deviations
MOST_CHARACTERS = 160  # of a line that is typed
_MARKS = re.compile(r"[\s,;:.\-–—]+$")
_NAMES = {Script.HAN: "Chinese", Script.LATIN: "lines in Latin letters"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """A model, and the manner of the person it writes for."""

    model: VerseVAE
    pack: str  # name
    own: Characters | None  # that the pack writes; None where it knows no difference
    typed: Characters | None
    capital: bool | None  # whether lines begin with one; None where the person's own differ
    marks: bool  # whether lines may end with one

    @classmethod
    def of(cls, folder: str, texts: Sequence[str]) -> "Pen":
        """Return the pen of a pack for a person who has typed these lines; raises PackError."""
        model, card = load_verse_vae(Path(folder))
        texts = [text for text in map(tidy, texts) if text]
        capitals = {text[:1].isupper() for text in texts if text[:1].isalpha()}
        return cls(
            model=model,
            pack=card.name,
            own=_characters(model.config.pieces) if model.config.script is Script.HAN else None,
            typed=characters_of(texts),
            capital=capitals.pop() if len(capitals) == 1 else None,
            marks=any(_MARKS.search(text) for text in texts) or not texts,
        )

    # Reading

    def check(self, text: str, where: str) -> None:
        """Raise InputError for a line that this pack cannot begin with or end at; where: which line it is."""
        text = tidy(text)
        if not text:
            raise InputError(f"{where} is empty.", hint="Write a line there.")
        if len(text) > MOST_CHARACTERS or len(self.model.spelling.numbers(text)) > MOST_PIECES:
            message = f"{where} is too long: it has {len(text)} characters."
            raise InputError(message, hint=f"Split it: a line of verse has {MOST_CHARACTERS} at most.")
        if script_of(text) is None:
            raise InputError(f"{where} holds no letters.", hint="Write a line of words there.")
        if not self.knows(text):
            message = f"{where} is in another script: the pack “{self.pack}” writes {_NAMES[self.script]}."
            raise InputError(message, hint="Choose a pack for it, or write that line anew.")

    @property
    def script(self) -> Script:
        """What the pack writes."""
        return self.model.config.script

    def knows(self, text: str) -> bool:
        """Return whether a line, or the greater part of a mixed one, is in the pack's script."""
        script = script_of(text)
        if script is not Script.MIXED:
            return script is self.script
        kinds = [script_of(sign) for sign in text]
        return kinds.count(self.script) * 2 > len(kinds) - kinds.count(None)

    def taken(self, text: str) -> str:
        """Return a line as the pack would write it."""
        return converted(tidy(text), self.own)

    def tokens(self, texts: Sequence[str]) -> Tensor:
        """Return the pieces of lines as they are typed, BT."""
        return tokens_of(self.model, [self.taken(text) for text in texts])

    @torch.inference_mode()
    def codes(self, texts: Sequence[str]) -> Tensor:
        """Return the mean codes of lines as they are typed, BN; of what the pack does not know, zeros."""
        tokens_BT = self.tokens(texts)
        known_B = torch.tensor([self.knows(text) for text in texts]) & (tokens_BT != END).any(1)
        return self.model.posterior(tokens_BT)[0] * known_B[:, None]

    # Writing

    def shown(self, text: str) -> str:
        """Return a line that the pack wrote in the person's characters."""
        return converted(text, self.typed if self.own else None)

    def dressed(self, text: str) -> str:
        """Return a line that the pack wrote with capitals and marks as the person's own lines have them."""
        text = tidy(text)
        if self.script is not Script.LATIN:
            return text
        text = text if self.marks else _MARKS.sub("", text)
        first = re.match(r"\w+(?:['’]\w+)?", text)
        if first is None or self.capital is None:
            return text
        if self.capital:
            return text[0].upper() + text[1:]
        word = first.group()
        is_always = word in ("I", "O") or word.startswith(("I'", "I’"))
        return text if is_always else text[0].lower() + text[1:]

    def given(self, texts: Sequence[str], times: Sequence[float]) -> list[Line]:
        """Return all there is to tell of a person's own lines, except that they are the person's."""
        return self._lines(texts, [self.taken(text) for text in texts], times)

    def made(self, texts: Sequence[str], t: float = 0.0) -> list[Line]:
        """Return lines that the pack wrote, in the person's characters, with all there is to tell of them."""
        return self._lines([self.shown(text) for text in texts], texts, [t] * len(texts))

    def _lines(self, shown: Sequence[str], taken: Sequence[str], times: Sequence[float]) -> list[Line]:
        if not shown:
            return []
        surprise_B = surprise(self.model, tokens_of(self.model, taken)).tolist()
        parts = zip(shown, taken, times, surprise_B, strict=True)
        return [self._line(text, own, t, nats) for text, own, t, nats in parts]

    def _line(self, text: str, taken: str, t: float, nats: float) -> Line:
        form = form_of(text)
        is_written = bool(taken) and self.model.written.holds(taken)
        return Line(
            text=text,
            t=t,
            origin=Origin.CORPUS if is_written else Origin.NEW,
            length=form.length,
            rhyme=form.rhyme,
            tones=form.tones,
            surprise=nats,
            unknown=self._unknown(text, taken),
        )

    def _unknown(self, text: str, taken: str) -> tuple[str, ...]:
        """Return what the pack has never seen, as it is typed."""
        unknown, typed = self.model.spelling.unknown(taken), tidy(text)
        if len(typed) != len(taken) or not is_chinese(text):
            return unknown
        return tuple(dict.fromkeys(typed[n] for n, sign in enumerate(taken) if sign in unknown))


def codes_of(model: VerseVAE, z_BN: Tensor) -> list[Code]:
    """Return codes as messages carry them; what the pack does not know has zeros."""
    u_BN = model.axes.numbers(z_BN) * z_BN.any(1, keepdim=True)
    return [Code(numbers=tuple(round(number, 6) for number in row)) for row in u_BN.tolist()]


def codes_from(pen: Pen, codes: Iterable[Code]) -> Tensor:
    """Return codes of messages, BN; raises ConfigError for those of another pack."""
    N = pen.model.config.numbers
    rows = [code.numbers for code in codes]
    if any(len(row) != N for row in rows):
        raise ConfigError("A code does not belong to this pack.", hint=f"Its codes have {N} numbers.")
    u_BN = torch.tensor(rows, dtype=torch.float32).reshape(-1, N).nan_to_num().clamp(-LARGEST, LARGEST)
    return pen.model.axes.code(u_BN).clamp(-20, 20)


def check_rules(rules: VerseRules) -> None:
    """Raise ConfigError for rules that no line can follow."""
    if not 0 <= rules.temperature <= 2:
        raise ConfigError(f"The temperature is {rules.temperature:g}.", hint="Choose 0, which is plain, to 2.")
    if not 0 <= rules.length <= MOST_PIECES // 2:
        message = f"Lines of {rules.length} syllables or characters cannot be written."
        raise ConfigError(message, hint=f"Choose 1 to {MOST_PIECES // 2}, or 0 for as long as the two ends.")


def check_seeds(*seeds: int) -> None:
    """Raise ConfigError for a seed that is none."""
    if not all(0 <= seed < 2**63 for seed in seeds):
        raise ConfigError("A seed is out of range.", hint="Choose 0 to 9223372036854775807.")


@lru_cache(maxsize=4)
def _characters(pieces: tuple[str, ...]) -> Characters | None:
    """Return the characters that a pack was trained on."""
    return characters_of(piece for piece in pieces if len(piece) == 1)
