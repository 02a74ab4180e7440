"""Analyses made by hand, so that pages can be drawn without the rooms before them."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from briefing.comparison import compare
from briefing.model import (
    Act,
    Analysis,
    AsOf,
    Authority,
    Document,
    Finding,
    Genre,
    Issue,
    Kind,
    Lexicon,
    Modality,
    Patterns,
    Place,
    Proposition,
    RuleSet,
    Side,
    Span,
    Stance,
    Statement,
)
from briefing.text import paragraphs, sentences

PHRASES: dict[str, str] = yaml.safe_load(
    (Path(__file__).parents[2] / "rules" / "base" / "phrases.yaml").read_text(encoding="utf-8")
)
DAY = datetime.date(2025, 5, 14)
_NOWHERE = Place(path="test.yaml", line=1)


def side(id: str, name: str, in_text: str | None = None, short: str | None = None) -> Side:
    return Side(id=id, name=name, in_text=in_text or name, short=short or name)


def issue(id: str, name: str, in_text: str, propositions: dict[str, tuple[str, str]], short: str = "") -> Issue:
    made = tuple(
        Proposition(
            id=key, label=label, text=text, in_text=text[0].lower() + text[1:].rstrip("."), issue=id, place=_NOWHERE
        )
        for key, (label, text) in propositions.items()
    )
    return Issue(
        id=id, name=name, in_text=in_text, short=short or name, about=Patterns(), propositions=made, place=_NOWHERE
    )


@dataclass
class Scene:
    """Two sides, their issues, and what is said; in the order of the calls."""

    sides: tuple[Side, Side]
    issues: tuple[Issue, ...]
    phrases: dict[str, str] = field(default_factory=lambda: dict(PHRASES))
    documents: list[Document] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def read(
        self,
        text: str,
        *,
        title: str | None = None,
        publisher: str | None = None,
        date: datetime.date | None = DAY,
        genre: Genre = Genre.NEWS,
        side: str | None = None,
    ) -> Document:
        blocks = paragraphs(text)
        document = Document(
            path=f"{len(self.documents) + 1}.txt",
            text=text,
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            sentences=sentences(text),
            paragraphs=blocks,
            id=f"d{len(self.documents) + 1}",
            title=title,
            publisher=publisher,
            date=date,
            genre=genre,
            side=side,
        )
        self.documents.append(document)
        return document

    def says(
        self,
        side: str,
        words: str,
        *,
        kind: Kind = Kind.DIRECT,
        speaker: str | None = None,
        via: str | None = None,
        channel: str | None = None,
        headline: bool = False,
        document: Document | None = None,
    ) -> Statement:
        """Make a statement of the words, in the newest document; it covers the sentences that hold them."""
        where = document or self.documents[-1]
        start = where.text.index(words)
        content = Span(start, start + len(words))
        around = [s for s in where.sentences if s.meets(content)]
        statement = Statement(
            document=where,
            span=Span(around[0].start, around[-1].stop),
            kind=kind,
            side=side,
            speaker=speaker,
            authority=Authority.MINISTER,
            content=(content,),
            via=via,
            channel=channel,
            headline=headline,
            id=f"s{len(self.statements) + 1}",
        )
        self.statements.append(statement)
        return statement

    def holds(
        self,
        statement: Statement,
        about: str,
        words: str,
        *,
        proof: str | None = None,
        position: int | None = None,
        act: Act = Act.STATE,
        force: int = 2,
        ask: str | None = None,
        modality: Modality = Modality.ASSERTED,
    ) -> Stance:
        """Make a stance: `about` is an issue, or a proposition where a position is given."""
        document = statement.document
        evidence = statement.content[0]
        if proof is not None:
            start = document.text.index(proof, statement.span.start)
            evidence = Span(start, start + len(proof))
        stance = Stance(
            statement=statement,
            side=statement.side or "",
            issue=about.split(".")[0],
            proposition=about if position is not None else None,
            position=position,
            act=act,
            force=force,
            modality=modality,
            via=statement.via,
            covers=statement.span,
            evidence=(evidence,),
            rule=f"{about}.{'affirm' if (position or 0) > 0 else 'reject'}"
            if position is not None
            else f"{about}.about",
            place=_NOWHERE,
            words=words,
            ask=ask,
            id=f"t{len(self.stances) + 1}",
        )
        self.stances.append(stance)
        return stance

    def analysis(self) -> Analysis:
        rules = RuleSet(
            id="test-pack",
            title="Test",
            version="2025.1",
            sides=(self.sides[0].id, self.sides[1].id),
            issues=self.issues,
            acts=(),
            forces=(),
            phrases=self.phrases,
            lexicon=Lexicon(sides=self.sides),
            files=(),
            sha256="0" * 64,
        )
        rows, found = compare(self.documents, self.statements, self.stances, self.sides, rules)
        dates = [d.date for d in self.documents if d.date]
        return Analysis(
            as_of=AsOf(date=max(dates), source="metadata") if dates else AsOf(),
            ruleset=rules,
            sides=self.sides,
            documents=tuple(self.documents),
            statements=tuple(self.statements),
            stances=tuple(self.stances),
            rows=rows,
            findings=(*self.findings, *found),
        )


ALDEN, BORSKA = side("ALD", "Alden"), side("BOR", "Borska")
FISH = issue(
    "fish",
    "Fisheries",
    "fisheries",
    {
        "fish.quota": ("A fishing quota", "There should be a fishing quota."),
        "fish.access": ("Access to the bay", "Foreign boats should keep access to the bay."),
    },
)
DRILLS = issue("drills", "Drills", "drills", {"drills.stop": ("The drills", "The drills should stop.")})
BORDER = issue("border", "Border crossings", "border crossings", {})


def quarrel() -> Scene:
    """One news report: opposition on fish, a claim about drills, only Borska on the border."""
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, DRILLS, BORDER))
    scene.read(
        "Alden and Borska met in Port Alden on Wednesday.\n\n"
        "“We need a quota, and we need it before the herring come back in spring,” said Ada Berg, Alden’s foreign "
        "minister.\n\n"
        "“A quota is out of the question,” answered Ivo Kral, president of Borska. He warned that closing a crossing "
        "would cross a red line.\n\n"
        "Berg said Borska had promised to end its drills by June.\n",
        title="Two neighbours talk fish",
        publisher="The Port Alden Courier",
    )
    berg, kral = "Ada Berg", "Ivo Kral"
    quota = scene.says("ALD", "“We need a quota, and we need it before the herring come back in spring,”", speaker=berg)
    scene.holds(
        quota,
        "fish.quota",
        "asks for a fishing quota",
        proof="need a quota",
        position=2,
        act=Act.DEMAND,
        force=3,
        ask="agree to a fishing quota",
    )
    no = scene.says("BOR", "“A quota is out of the question,”", speaker=kral)
    scene.holds(
        no, "fish.quota", "rules out a fishing quota", proof="out of the question", position=-2, act=Act.REJECT, force=3
    )
    line = scene.says("BOR", "closing a crossing would cross a red line", kind=Kind.INDIRECT, speaker=kral)
    scene.holds(line, "border", "warns against closing a crossing", proof="red line", act=Act.WARN, force=4)
    pledge = scene.says(
        "BOR", "Borska had promised to end its drills by June", kind=Kind.INDIRECT, speaker=berg, via="ALD"
    )
    scene.holds(pledge, "drills.stop", "promises to end its drills", proof="end its drills", position=2, act=Act.COMMIT)
    scene.findings.append(
        Finding(code="no-issue", message="no rule speaks to: the herring", document=scene.documents[0], span=quota.span)
    )
    return scene
