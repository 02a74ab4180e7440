"""Every value that flows through the program, in the order of its flow.

document → statements → stances → comparison → analysis; beside them the rule set that turns the one into the other.
All values are immutable; each keeps the one it came from. Offsets are Unicode code points into `Document.text`,
`stop` exclusive.
"""

from briefing.model.choices import Act, Authority, Confirmation, Decision, Genre, Kind, Modality, Relation, Status
from briefing.model.documents import Document, Span
from briefing.model.lexicon import Body, CueClass, Lexicon, Office, Person, Place, Role, Side
from briefing.model.look import Embed, Face, Look, Paper, Profile, Theme
from briefing.model.rules import (
    ActRule,
    Case,
    Expect,
    ForceRule,
    Issue,
    Near,
    Patterns,
    Proposition,
    Rule,
    RuleFile,
    RuleSet,
)
from briefing.model.same import Same
from briefing.model.stances import Analysis, Answer, AsOf, Cell, Edit, Finding, Reviewed, Row, Stance
from briefing.model.statements import Statement
from briefing.model.trials import Condition, Trial

__all__ = [
    "Act",
    "ActRule",
    "Analysis",
    "Answer",
    "AsOf",
    "Authority",
    "Body",
    "Case",
    "Cell",
    "Condition",
    "Confirmation",
    "CueClass",
    "Decision",
    "Document",
    "Edit",
    "Embed",
    "Expect",
    "Face",
    "Finding",
    "ForceRule",
    "Genre",
    "Issue",
    "Kind",
    "Lexicon",
    "Look",
    "Modality",
    "Near",
    "Office",
    "Paper",
    "Patterns",
    "Person",
    "Place",
    "Profile",
    "Proposition",
    "Relation",
    "Reviewed",
    "Role",
    "Row",
    "Rule",
    "RuleFile",
    "RuleSet",
    "Same",
    "Side",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Theme",
    "Trial",
]
