"""Words that tell what a report is about, a file for each topic (DOMAIN §11.1) but "other".

Each has sure, plain and faint phrases, parted by commas. A phrase after "~" is looked for only where the
writer uses marks: without them it would be another word as well (thuế and thuê, đất and đạt, rác and rạc).
"""

from __future__ import annotations

from types import ModuleType

from domain.text import word_set
from domain.topic_words import (
    disasters,
    economy,
    education,
    environment,
    faith,
    food,
    health,
    infrastructure,
    land,
    policy,
    rumours,
    security,
    services,
    taxes,
    welfare,
)

SURE, PLAIN, FAINT = 4.0, 2.0, 1.0
"""How much a phrase of each kind tells."""

TOPICS: dict[str, ModuleType] = {
    "YT": health,
    "TP": food,
    "DD": land,
    "MT": environment,
    "TH": taxes,
    "AS": welfare,
    "HT": infrastructure,
    "KT": economy,
    "GD": education,
    "DV": services,
    "AN": security,
    "TT": disasters,
    "CS": policy,
    "DT": faith,
    "TD": rumours,
}

# Words that mean only one thing even without marks, and those that then mean too many.
SAFE_WITHOUT_MARKS = word_set(
    """
    trom cuop benh covid ngap karaoke facebook zalo vneid bhyt bhxh thcs thpt hdnd internet wifi vacxin
    tiktok youtube fulro khmer livestream deepfake gpmb attp antt nghien sot muoi benhvien fanpage clip
    video bot pccc
    """
)
UNSAFE_WITHOUT_MARKS = frozenset(
    (word,)
    for word in word_set(
        "chua de bao lu lut cau cong han su dao mo ke no sap don dam sung pha man hop cho lo ban lua"
    )
)
