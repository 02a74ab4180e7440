"""Briefings made by chance: many or few issues, long and short words of many scripts, sides that say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from briefing.model import Act, Analysis, Genre, Kind, Modality, Side
from tests.pages import scenes
from tests.pages.scenes import Scene

_WORDS = (
    *("quota", "the", "of", "talks", "fisheries", "re-export", "long-standing", "£5", "<b>bold</b>", "&", "&amp;"),
    *("naïve", "Łódź", "2024–2025", "14", "(12)", "…", "—", "😀", "हिन्दी", "рыболовство", "ξηρά"),
    *("平等互利", "的基础", "臺灣", "Donaudampfschifffahrtsgesellschaftskapitän"),
    "https://example.org/a-very-long-address-that-no-column-can-hold-in-one-line-or-even-in-two",
)
_ENGLISH = (
    *("quota", "talks", "fisheries", "border", "re-export", "the", "of", "on", "and", "must", "should"),
    *("be", "settled", "by", "spring", "herring"),
)
_RIGHT_TO_LEFT = ("על בסיס שוויון", "(סבב 12) במאי", "على أساس المساواة", "الأسماك في 14 مايو")
_SIDES = (
    (scenes.ALDEN, scenes.BORSKA),
    (
        scenes.side("DEU", "Bundesrepublik Deutschland", "die Bundesrepublik Deutschland", "Deutschland"),
        scenes.side("GBR", "Vereinigtes Königreich Großbritannien", "das Vereinigte Königreich", "Königreich"),
    ),
)
_NAMES = ("Fisheries", "Haushaltskonditionalität", "Border crossings", "海洋渔业", "South and East seas", "Visas")


def analysis(chance: Random, *, issues: int | None = None, longest: int = 60, english: bool = False) -> Analysis:
    """Make an analysis; `longest` is the most words that one statement has."""
    names = [
        chance.choice(_ENGLISH[:4] if english else _NAMES)
        for _ in range(chance.randint(0, 7) if issues is None else issues)
    ]
    made = tuple(
        scenes.issue(
            f"x{k}",
            f"{name} {k}",
            f"the matter of {name} {k}",
            {f"x{k}.{p}": (f"Item {k}{p}", f"Item {k}{p} of {name} should be settled.") for p in "pq"},
        )
        for k, name in enumerate(names)
    )
    scene = Scene(sides=_SIDES[0] if english else chance.choice(_SIDES), issues=made)
    for _ in range(chance.randint(1, 3)):
        _document(scene, chance, longest, _ENGLISH if english else _WORDS)
    return scene.analysis()


def _words(chance: Random, most: int, words: Sequence[str]) -> str:
    few = [chance.choice(words) for _ in range(chance.randint(1, most))]
    if words is _WORDS and chance.random() < 0.1:
        few.insert(chance.randrange(len(few)), chance.choice(_RIGHT_TO_LEFT))
    return " ".join(few)


def _document(scene: Scene, chance: Random, longest: int, words: Sequence[str]) -> None:
    """Add a text in which each issue has its turn, or has none."""
    spoken = [issue for issue in scene.issues if chance.random() < 0.8]
    quoted = [f"“{_words(chance, longest, words)} {len(scene.documents)}.{k},”" for k, _ in enumerate(spoken)]
    author = chance.choice([None, *scene.sides])
    scene.read(
        "\n\n".join(f"{one} said they." for one in quoted) or "Nothing was said.\n",
        title=chance.choice([None, _words(chance, 8, words)]),
        publisher=chance.choice([None, "The Courier", "渔业部" if words is _WORDS else "The Mail"]),
        genre=Genre.READOUT if author else Genre.NEWS,
        side=author.id if author else None,
    )
    for issue, said in zip(spoken, quoted, strict=True):
        _stance(scene, chance, issue.id, said, author, words)


def _stance(scene: Scene, chance: Random, issue: str, said: str, author: Side | None, words: Sequence[str]) -> None:
    side, other = chance.sample([s.id for s in scene.sides], 2)
    kind = chance.choice([Kind.DIRECT, Kind.INDIRECT, Kind.JOINT, Kind.OWN])
    via = other if kind == Kind.INDIRECT and chance.random() < 0.5 and (author is None or author.id == other) else None
    for who in (side, other) if kind == Kind.JOINT else (side,):
        statement = scene.says(
            who,
            said,
            kind=kind,
            speaker=chance.choice([None, "Ada Berg", "外交部发言人" if words is _WORDS else "Bo Dahl"]),
            via=via,
        )
        position = chance.choice([None, -2, -1, 0, 1, 2])
        scene.holds(
            statement,
            issue if position is None else f"{issue}.{chance.choice('pq')}",
            _words(chance, 6, words),
            position=position,
            act=chance.choice(list(Act)),
            force=chance.randint(1, 5),
            ask=chance.choice([None, _words(chance, 5, words)]),
            modality=chance.choice([Modality.ASSERTED, Modality.CONDITIONAL]),
        )
