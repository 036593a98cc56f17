"""Copied recipes bring the same sprites back; a text that says nothing is told of."""

import pytest

from app.document.board import Fresh, Recipe
from app.document.code_text import from_text, to_text
from app.document.recipe_text import MAX_LINES, from_lines, to_lines
from genmodels.api.codes import Code
from genmodels.api.errors import InputError
from genmodels.api.messages import Prior

CODE = Code(numbers=(0.5, -1.25), detail="AAAA", tag="ghost", palette=("dc2832ff",))


def test_recipes_come_back_line_by_line() -> None:
    fresh = Fresh(seed=2**62, prior=Prior.MIXTURE, variety=0.8)
    recipes = [Recipe(pack="balls", code=CODE, fresh=fresh), Recipe(pack="cards", code=CODE)]
    lines = from_lines(to_lines(recipes) + "\n\n")
    assert [(line.pack, line.what, line.fresh) for line in lines] == [
        ("balls", CODE, fresh),
        ("cards", CODE, None),
    ]


def test_a_recipe_can_be_explored_and_a_code_put_on_the_board() -> None:
    fresh = Fresh(seed=7, prior=Prior.NORMAL, variety=1.0)
    assert from_text(to_lines([Recipe(pack="balls", code=CODE, fresh=fresh)]), 2) == CODE
    [line] = from_lines(to_text(CODE, "balls"))
    assert (line.pack, line.what, line.fresh) == ("balls", CODE, None)


def test_seeds_and_numbers_alone_will_do() -> None:
    assert [line.what for line in from_lines("77\n0.5, 1")] == [77, Code(numbers=(0.5, 1.0))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Nothing was copied"),
        ("hello", "no code"),
        ("1\n" * (MAX_LINES + 1), "too many"),
        (to_text(CODE, "balls", {"seed": "x"}), "damaged"),
        (to_text(CODE, "balls", [1]), "damaged"),
    ],
)
def test_what_says_nothing_is_told(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        from_lines(text)
