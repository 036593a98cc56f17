"""Verse for tests, all written for them."""

ENGLISH = [
    "The kettle hums beside the open door,",
    "and slow the evening pours itself on stone;",
    "a ladder leans where no one climbs it now,",
    "the gate has learnt to answer to the wind.",
    "We kept a light for boats that never came",
    "and called it hope until it burned away.",
]
CHINESE = [
    "灯下旧书香",
    "窗前新雨凉",
    "一叶随风去",
    "千山带月来",
    "茶凉人未散",
    "夜静雪初开",
    "小桥过后忘归路",
    "半盏残灯照旧衣",
]
TRADITIONAL = [
    "燈下舊書香",
    "窗前風雨涼",
    "門外無人問",
    "遠處鐘聲長",
    "歲晚難為客",
    "樓高夢見鄉",
    "東園種竹三年後",
    "滿樹烏鴉晚自歸",
]


def many_lines(count: int) -> list[str]:
    """Return so many different lines of English."""
    return [f"{ENGLISH[number % 6].rstrip(',;.')} and {_spelt(number)}" for number in range(count)]


def _spelt(number: int) -> str:
    words = ["ash", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "hazel", "ivy", "juniper"]
    return " ".join(words[int(digit)] for digit in str(number))
