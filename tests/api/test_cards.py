"""Laws of the card that a training gives its pack."""

from genmodels.api.cards import card_of
from genmodels.api.configs import PixelRNNConfig, TrainRequest


def test_a_card_says_what_was_learned_where_the_person_does_not() -> None:
    plain = {"name": "my-cats", "data": ("/home/me/cats", "/home/me/more.png"), "run": "/runs/1"}
    shape, facts = PixelRNNConfig(size=16, colours=5), {"learned": "12 pictures", "record": {"pictures": 12}}
    card = card_of(TrainRequest(**plain), shape, **facts, colours=("000000ff",), metrics={"bits": 2.5})
    assert (card.family, card.name, card.title, card.size) == ("pixelrnn", "my-cats", "my-cats", 16)
    assert card.trained_on == "12 pictures from cats, more.png"
    assert (card.colours, card.record, card.metrics) == (("000000ff",), {"pictures": 12}, {"bits": 2.5})
    told = card_of(TrainRequest(**plain, title="Cats", trained_on="My own cats."), shape, **facts, metrics={})
    assert (told.title, told.trained_on, told.colours) == ("Cats", "My own cats.", ())
