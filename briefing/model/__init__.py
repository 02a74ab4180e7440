"""Every value that flows through the program, in the order of its flow.

document → statements → stances → comparison → analysis; beside them the rule set that turns the one into the other.
All values are immutable; each keeps the one it came from. Offsets are Unicode code points into `Document.text`,
`stop` exclusive.
"""

from briefing.model.analysis import Analysis, AsOf, Reviewed
from briefing.model.choices import Act, Authority, Confirmation, Decision, Genre, Kind, Modality, Relation, Status
from briefing.model.documents import Document, Span
from briefing.model.lexicon import Body, CueClass, Lexicon, Office, Person, Place, Role, Side
from briefing.model.look import Embed, Face, Look, Paper, Profile, Theme
from briefing.model.outline import Ask, Deliverable, Meeting, NamingPair, Outline, Weight
from briefing.model.rules import (
    ActRule,
    Case,
    Expect,
    ForceRule,
    Issue,
    Naming,
    Near,
    Patterns,
    Proposition,
    Rule,
    RuleFile,
    RuleSet,
)
from briefing.model.same import Same
from briefing.model.stances import Answer, Cell, Edit, Finding, Row, Stance
from briefing.model.statements import Statement
from briefing.model.trials import Condition, Trial

__all__ = [
    "Act",
    "ActRule",
    "Analysis",
    "Answer",
    "AsOf",
    "Ask",
    "Authority",
    "Body",
    "Case",
    "Cell",
    "Condition",
    "Confirmation",
    "CueClass",
    "Decision",
    "Deliverable",
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
    "Meeting",
    "Modality",
    "Naming",
    "NamingPair",
    "Near",
    "Office",
    "Outline",
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
    "Weight",
]
