"""Tones and rhymes of Chinese lines: Mandarin readings by pypinyin, and old tones where they are known to differ."""

import re
from functools import cache

from genmodels.data.verse.conversion import Characters, converted

LEVEL, OBLIQUE, EITHER = "平", "仄", "中"
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
# Of the entering tone, which is oblique, though Mandarin reads them in its first or second tone.
_ENTERING = frozenset(
    "一七八十不白百柏伯帛薄泊博拔別伯答達德得敵笛滴讀獨毒奪額發罰髮佛伏服福幅復覆拂閣格隔革割鴿骨國郭合盒核鶴黑忽惑活擊積績激及急級極即疾集籍吉"
    "寂跡夾甲接節潔結傑絕決覺角菊局橘掘闕缺哭渴殼闊立烈膜抹沒墨默木目潑撲七漆戚曲屈卻雀塞色殺石食識實拾失濕十舌設叔熟孰贖俗速說索縮塌踏"
    "滴鐵帖貼突禿脫屋析息惜昔夕席習吸膝錫悉俠狹峽協歇血學雪削薛壓鴨押約藥一揖逸溢擇澤責賊宅摘摺哲折直值植殖執職織汁隻質擲竹燭逐築粥軸濁捉"
    "桌卓啄酌灼足族卒濯鑿昨作插察擦出拆尺吃喫督牘犢碟蝶疊蹀谷鵠滑猾劃獲穫荻滌碧壁璧匹劈霹僻辟客麥脈陌莫漠寞落洛絡樂岳嶽月粵越悅閱葉業頁烈獵"
)
# Read in both in verse.
_EITHER = frozenset("看過望忘醒聽教勝應論思吹騎為中重相分間禁難興行長強將傳縱從供空觀冠離論漫嘆歎探翰")
_GROUPS = {  # the fourteen rhymes of today's verse (中华新韵), by the end of a reading without its first glide
    "a": "a", "ia": "a", "ua": "a", "o": "o", "e": "o", "uo": "o", "ie": "ie", "ve": "ie", "ue": "ie", "ai": "ai",
    "uai": "ai", "ei": "ei", "uei": "ei", "ao": "ao", "iao": "ao", "ou": "ou", "iou": "ou", "an": "an", "ian": "an",
    "uan": "an", "van": "an", "en": "en", "in": "en", "uen": "en", "vn": "en", "ang": "ang", "iang": "ang",
    "uang": "ang", "eng": "eng", "ing": "eng", "ueng": "eng", "ong": "eng", "iong": "eng", "i": "i", "er": "i",
    "v": "i", "u": "u",
}  # fmt: skip
_WHISTLED = re.compile(r"^(zh|ch|sh|r|z|c|s)i\d?$")  # whose end is written i, but is another sound
# The four kinds of line in regulated verse; where it is free, each of them has “中”.
_FIVE = ("中仄平平仄", "平平仄仄平", "中平平仄仄", "中仄仄平平")
_BEFORE = {"平": "中仄", "仄": "中平"}  # two characters come first in a line of seven


def characters(text: str) -> str:
    """Return the Chinese characters of a line alone."""
    return "".join(_HAN.findall(text))


def tones(text: str) -> str:
    """Return a sign for each character: level, oblique, or either."""
    return "".join(map(tone, characters(text)))


def rhyme(text: str) -> str:
    """Return the rhyme of the last character and its tone; empty where it is not known."""
    last = characters(text)[-1:]
    return rhyme_of(last) if last else ""


def patterns(length: int) -> tuple[str, ...]:
    """Return the tone patterns of regulated lines of this length; there are some for five and for seven."""
    match length:
        case 5:
            return _FIVE
        case 7:
            return tuple(_BEFORE[line[1]] + line for line in _FIVE)
        case _:
            return ()


def misses(tones: str, pattern: str) -> int:
    """Return how many signs are against the pattern."""
    return sum(EITHER not in pair and pair[0] != pair[1] for pair in zip(tones, pattern, strict=True))


@cache
def _reading(sign: str) -> str:
    """Return the commonest reading in Latin letters, its tone last; empty where there is none."""
    from pypinyin import Style, lazy_pinyin  # here, because its tables take a moment

    read = lazy_pinyin(sign, style=Style.TONE3, neutral_tone_with_five=True, errors="ignore")
    return read[0] if read else ""


@cache
def tone(sign: str) -> str:
    """Return whether a character is level, oblique, or either."""
    sign = converted(sign, Characters.TRADITIONAL)
    if sign in _EITHER:
        return EITHER
    if sign in _ENTERING:
        return OBLIQUE
    match _reading(sign)[-1:]:
        case "1" | "2":
            return LEVEL
        case "3" | "4":
            return OBLIQUE
        case _:
            return EITHER


@cache
def rhyme_of(sign: str) -> str:
    """Return a character's rhyme: its group, and level or oblique; empty where its reading is not known."""
    from pypinyin import Style, lazy_pinyin

    ends = lazy_pinyin(sign, style=Style.FINALS, strict=True, errors="ignore")
    if not ends or not ends[0]:
        return ""
    group = "-i" if _WHISTLED.match(_reading(sign)) else _GROUPS.get(ends[0], ends[0])
    return group + (OBLIQUE if tone(sign) == OBLIQUE else LEVEL)
