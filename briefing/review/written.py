"""The review file as people write it: which keys there are, what each holds, which must be there.

In: nothing. Out: schema classes for `marked_yaml.read`.
"""

from typing import Annotated, ClassVar

from briefing.marked_yaml import Choice, Marked, key
from briefing.model import Act, Kind

NONE = "none"  # as written where a stance has no position, or a statement no speaker who is known
POSITIONS = Choice({"-2": -2, "-1": -1, "0": 0, "+1": 1, "+2": 2, "1": 1, "2": 2, NONE: NONE})
RUNGS = Choice({str(n): n for n in range(1, 6)})
KEEP = Choice({"open": None, "yes": True, "no": False})


class WrittenReading(Marked):
    """What a stance says, value by value; a key that is left out says what the program read."""

    noun: ClassVar[str] = "reading"

    side: str | None = key()
    speaker: str | None = key()
    issue: str | None = key()
    proposition: str | None = key()
    position: Annotated[int | str, POSITIONS] | None = key()
    act: Act | None = key()
    force: Annotated[int, RUNGS] | None = key()


class WrittenStance(WrittenReading):
    """A stance that the program found, and what the desk makes of it."""

    noun: ClassVar[str] = "stance"

    id: str = key("the stance's id, as briefing review wrote it", default="")
    stale: str | None = key()
    place: str | None = key(written="at")
    context: str | None = key()
    quote: str | None = key()
    rule: str | None = key()
    via: str | None = key()
    found: WrittenReading | None = key()
    keep: Annotated[bool, KEEP] | None = key()
    by: str | None = key()
    why: str | None = key()


class WrittenAdded(Marked):
    """A statement that the program missed."""

    noun: ClassVar[str] = "added statement"

    document: str = key("the file's name, such as article.txt", default="")
    stale: str | None = key()
    quote: str = key("its words, as the document has them", default="")
    side: str | None = key("whose it is, such as USA")
    speaker: str | None = key()
    kind: Kind | None = key()
    issue: str | None = key("the id of an issue, such as trade")
    proposition: str | None = key()
    position: Annotated[int | str, POSITIONS] | None = key()
    act: Act | None = key("what is done with the words, such as request")
    force: Annotated[int, RUNGS] | None = key("how strongly, from 1 to 5")
    by: str | None = key()
    why: str | None = key()


class WrittenReview(Marked):
    """A review file; `by` signs every entry that is decided and names nobody itself."""

    noun: ClassVar[str] = "review"

    by: str | None = key()
    stances: tuple[WrittenStance, ...] = key(default=())
    added: tuple[WrittenAdded, ...] = key(default=())
    stale: tuple[WrittenStance | WrittenAdded, ...] = key(default=())
