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


USA, CHN = side("USA", "United States", "the United States", "US"), side("CHN", "China")
TALKS = (
    issue(
        "relationship",
        "Overall relationship",
        "the overall relationship",
        {
            "relationship.stability": (
                "Stability",
                "The relationship should be kept stable and handled responsibly, with open channels.",
            ),
            "relationship.rivalry": ("Rivalry", "Rivalry should not define the relationship."),
        },
    ),
    issue(
        "russia",
        "Russia and Ukraine",
        "Russia and Ukraine",
        {"russia.support": ("Support for Russia", "China’s supplies help Russia’s war and must stop.")},
    ),
    issue(
        "taiwan",
        "Taiwan",
        "Taiwan",
        {
            "taiwan.peace": ("Peace in the Strait", "Peace and stability in the Strait must be kept."),
            "taiwan.arms": ("US arms sales to Taiwan", "US arms sales to Taiwan should stop."),
            "taiwan.independence": ("Taiwan independence", "Taiwan independence should be opposed."),
        },
    ),
    issue(
        "trade",
        "Trade",
        "trade",
        {
            "trade.suppression": ("US trade measures", "US trade and technology measures are suppression."),
            "trade.unfair": ("Chinese trade practices", "Chinese practices such as overcapacity are unfair."),
        },
    ),
    issue(
        "ai",
        "Artificial intelligence",
        "artificial intelligence",
        {"ai.talks": ("Talks on AI", "There should be talks on AI.")},
        "AI",
    ),
    issue(
        "military",
        "Military channels",
        "military channels",
        {"military.open": ("Military channels", "Military channels should be kept open.")},
    ),
    issue(
        "counternarcotics",
        "Counter-narcotics",
        "counter-narcotics",
        {"counternarcotics.joint": ("Work against drugs", "The two should work together against drugs.")},
    ),
    issue("middle-east", "Middle East", "the Middle East", {}),
    issue("elections", "Elections", "elections", {}),
)
_REPORT = "\n\n".join(
    (
        "China and United States trade warnings as envoy ends Beijing visit",
        "The American secretary of state ended three days in China on Friday with a warning over Moscow and a "
        "promise to keep talking.",
        "“If Beijing does not act on this problem, we will,” Antony Blinken told reporters. “The support that "
        "China gives is keeping the war going, and our patience with it has run out,” he said.",
        "Beijing has called such charges “baseless smears” and says its “normal commerce with Russia” is "
        "nobody else’s affair.",
        "Blinken said the two countries had “a duty to manage this relationship with care,” and President Xi "
        "Jinping said that both should be “partners and not rivals, and should seek common ground while "
        "keeping differences.” Both sides called their talks “useful and frank.”",
        "He stressed that peace and stability in the Taiwan Strait matter to the whole world. Foreign "
        "Minister Wang Yi replied that the island is “the first line that must not be crossed” and said that "
        "the arms sales had to end at once.",
        "Wang accused Washington of “endless measures to hold back China’s economy, trade and science, and of "
        "dressing them up as a defence of fair play,” according to a readout carried by state media. He said "
        "talk of overcapacity was a pretext.",
        "Blinken said that the two governments would hold first talks on artificial intelligence within "
        "weeks, that channels between the two armed forces had been restored, and that Xi had agreed to act "
        "against makers of fentanyl precursors.",
        "He urged China to use its weight with Tehran so that the war in the Middle East does not spread. A "
        "Chinese readout said the two sides had exchanged views on the Middle East and the Korean peninsula.",
        "In a television interview he said there were signs of Chinese attempts to sway the coming vote, "
        "although Xi had promised not to interfere.",
    )
)


def beijing() -> Scene:
    """One news report on nine issues: most results that a report can have."""
    scene = Scene(sides=(USA, CHN), issues=TALKS)
    scene.read(
        _REPORT, title="China and United States trade warnings as envoy ends Beijing visit", publisher="The Daily Post"
    )
    blinken, xi, wang = "Antony Blinken", "Xi Jinping", "Wang Yi"

    act_on = scene.says("USA", "“If Beijing does not act on this problem, we will,”", speaker=blinken)
    scene.holds(
        act_on,
        "russia.support",
        "warns of more action over help for Russia",
        position=2,
        act=Act.WARN,
        force=4,
        modality=Modality.CONDITIONAL,
        ask="stop helping Russia’s war, or face more action",
    )
    keeping = scene.says(
        "USA",
        "“The support that China gives is keeping the war going, and our patience with it has run out,”",
        speaker=blinken,
    )
    scene.holds(
        keeping,
        "russia.support",
        "says China’s support keeps the war going",
        position=2,
        proof="keeping the war going",
        act=Act.CRITICISE,
        force=3,
    )
    smears = scene.says(
        "CHN",
        "such charges “baseless smears” and says its “normal commerce with Russia” is nobody else’s affair",
        kind=Kind.MIXED,
        speaker=None,
    )
    scene.holds(
        smears,
        "russia.support",
        "calls the charge baseless",
        position=-2,
        proof="baseless smears",
        act=Act.REJECT,
        force=3,
    )
    duty = scene.says("USA", "“a duty to manage this relationship with care,”", kind=Kind.MIXED, speaker=blinken)
    scene.holds(duty, "relationship.stability", "wants the relationship managed with care", position=2, act=Act.COMMIT)
    partners = scene.says(
        "CHN",
        "both should be “partners and not rivals, and should seek common ground while keeping differences.”",
        kind=Kind.MIXED,
        speaker=xi,
    )
    scene.holds(
        partners,
        "relationship.rivalry",
        "wants partners, not rivals",
        position=2,
        proof="partners and not rivals",
        act=Act.REQUEST,
        ask="be a partner and not a rival",
    )
    scene.holds(
        partners,
        "relationship.stability",
        "wants common ground",
        position=2,
        proof="seek common ground",
        act=Act.REQUEST,
    )
    for state in ("USA", "CHN"):
        talks = scene.says(state, "Both sides called their talks “useful and frank.”", kind=Kind.JOINT)
        scene.holds(talks, "relationship", "praises the talks", act=Act.SUPPORT, force=1)
    peace = scene.says(
        "USA", "peace and stability in the Taiwan Strait matter to the whole world", kind=Kind.INDIRECT, speaker=blinken
    )
    scene.holds(
        peace,
        "taiwan.peace",
        "stresses peace and stability across the Taiwan Strait",
        position=2,
        act=Act.REQUEST,
        ask="keep the peace in the Strait",
    )
    red = scene.says("CHN", "the island is “the first line that must not be crossed”", kind=Kind.MIXED, speaker=wang)
    scene.holds(red, "taiwan", "warns of a red line", act=Act.WARN, force=4)
    arms = scene.says("CHN", "the arms sales had to end at once", kind=Kind.INDIRECT, speaker=wang)
    scene.holds(
        arms,
        "taiwan.arms",
        "demands an end to US arms sales",
        position=2,
        act=Act.DEMAND,
        force=3,
        ask="end arms sales to Taiwan",
    )
    hold = scene.says(
        "CHN",
        "“endless measures to hold back China’s economy, trade and science, and of dressing them up as a defence of "
        "fair play,”",
        kind=Kind.MIXED,
        speaker=wang,
        channel="Chinese state media",
    )
    scene.holds(
        hold,
        "trade.suppression",
        "accuses the US of holding China back",
        position=2,
        proof="hold back China",
        act=Act.CRITICISE,
        force=3,
    )
    over = scene.says("CHN", "talk of overcapacity was a pretext", kind=Kind.INDIRECT, speaker=wang)
    scene.holds(over, "trade.unfair", "rejects talk of overcapacity", position=-2, act=Act.REJECT, force=2)
    ai = scene.says(
        "USA",
        "the two governments would hold first talks on artificial intelligence within weeks",
        kind=Kind.INDIRECT,
        speaker=blinken,
    )
    scene.holds(ai, "ai.talks", "says first talks will be held within weeks", position=2, act=Act.COMMIT)
    told = scene.says(
        "CHN",
        "the two governments would hold first talks on artificial intelligence within weeks",
        kind=Kind.INDIRECT,
        speaker=blinken,
        via="USA",
    )
    scene.holds(told, "ai.talks", "will hold first talks", position=2, act=Act.COMMIT)
    forces = scene.says(
        "USA", "channels between the two armed forces had been restored", kind=Kind.INDIRECT, speaker=blinken
    )
    scene.holds(forces, "military.open", "counts restored channels as progress", position=2, act=Act.SUPPORT, force=1)
    drugs = scene.says(
        "CHN",
        "Xi had agreed to act against makers of fentanyl precursors",
        kind=Kind.INDIRECT,
        speaker=blinken,
        via="USA",
    )
    scene.holds(
        drugs, "counternarcotics.joint", "agreed to act against makers of precursors", position=2, act=Act.COMMIT
    )
    iran = scene.says(
        "USA",
        "urged China to use its weight with Tehran so that the war in the Middle East does not spread",
        kind=Kind.INDIRECT,
        speaker=blinken,
    )
    scene.holds(iran, "middle-east", "asks China to restrain Iran", act=Act.REQUEST, ask="use its weight with Iran")
    views = scene.says(
        "CHN",
        "the two sides had exchanged views on the Middle East and the Korean peninsula",
        kind=Kind.INDIRECT,
        speaker="China’s readout",
    )
    scene.holds(views, "middle-east", "notes an exchange of views", act=Act.CONSULT, force=1)
    vote = scene.says(
        "USA", "there were signs of Chinese attempts to sway the coming vote", kind=Kind.INDIRECT, speaker=blinken
    )
    scene.holds(vote, "elections", "says China tries to sway the vote", act=Act.CRITICISE, force=2)
    vow = scene.says("CHN", "Xi had promised not to interfere", kind=Kind.INDIRECT, speaker=blinken, via="USA")
    scene.holds(vow, "elections", "promised not to interfere", act=Act.COMMIT)
    scene.findings.append(
        Finding(
            code="no-issue",
            message="no rule speaks to: the Korean peninsula",
            document=scene.documents[0],
            span=views.span,
        )
    )
    scene.findings.append(
        Finding(
            code="unresolved-speaker", message="nobody is named for “he”", document=scene.documents[0], span=peace.span
        )
    )
    return scene


def readouts() -> Scene:
    """Two own texts on one occasion: agreement, degree, silence, and a claim that the other text does not carry."""
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, DRILLS, BORDER))
    ours = scene.read(
        "Foreign Minister Ada Berg met President Ivo Kral today.\n\n"
        "The minister welcomed a fishing quota and asked for open crossings. "
        "She noted that the president had agreed to end the drills.\n",
        title="Readout of the meeting with Borska",
        publisher="Ministry of Alden",
        genre=Genre.READOUT,
        side="ALD",
    )
    quota = scene.says(
        "ALD", "The minister welcomed a fishing quota and asked for open crossings", kind=Kind.OWN, speaker="Ada Berg"
    )
    scene.holds(
        quota, "fish.quota", "welcomes a fishing quota", proof="welcomed a fishing quota", position=2, act=Act.SUPPORT
    )
    scene.holds(
        quota,
        "border",
        "asks for open crossings",
        proof="asked for open crossings",
        act=Act.REQUEST,
        ask="keep the crossings open",
    )
    told = scene.says("BOR", "the president had agreed to end the drills", kind=Kind.OWN, speaker="Ivo Kral", via="ALD")
    scene.holds(told, "drills.stop", "agreed to end its drills", proof="agreed to end", position=2, act=Act.COMMIT)
    scene.read(
        "President Kral received the minister of Alden.\n\nThe president could accept a quota for one year.\n",
        title="President receives minister",
        genre=Genre.READOUT,
        side="BOR",
        date=ours.date,
    )
    partly = scene.says("BOR", "The president could accept a quota for one year", kind=Kind.OWN, speaker="Ivo Kral")
    scene.holds(
        partly,
        "fish.quota",
        "could accept a quota for one year",
        proof="could accept a quota",
        position=1,
        act=Act.CONCEDE,
        force=1,
    )
    return scene


def nobody() -> Scene:
    """A text in which neither side holds anything."""
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, DRILLS, BORDER))
    scene.read("The weather in Port Alden was fine.\n", title=None, date=None)
    return scene


def many(count: int = 21) -> Scene:
    """Many issues with long names, of every result in turn."""
    names = (
        "Rechtsstaatlichkeitsmechanismus",
        "Recognition of professional qualifications",
        "Haushaltskonditionalität",
    )
    issues = tuple(
        issue(
            f"x{k:02}",
            f"{names[k % 3]} {k}",
            f"the matter of item {k}",
            {f"x{k:02}.p": (f"Item {k}", f"Item {k} should be settled this year.")},
        )
        for k in range(count)
    )
    sides = (
        side("DEU", "Bundesrepublik Deutschland", "die Bundesrepublik Deutschland", "Deutschland"),
        side("GBR", "Vereinigtes Königreich Großbritannien", "das Vereinigte Königreich", "Königreich"),
    )
    scene = Scene(sides=sides, issues=issues)
    body = "\n\n".join(
        f"“We will settle item {k} this year, and we said so in every round since the spring,” said A. "
        f"“Item {k} is closed and will stay closed,” said B."
        for k in range(count)
    )
    scene.read(
        body, title="A long day of talks on a long list of items that nobody could finish", publisher="The Gazette"
    )
    for k in range(count):
        yes = scene.says(
            "DEU",
            f"“We will settle item {k} this year, and we said so in every round since the spring,”",
            speaker="Dr. Annegret Musterfrau-Schattenhofer",
        )
        scene.holds(
            yes,
            f"x{k:02}.p",
            f"wants item {k} settled this year, come what may",
            position=2,
            act=Act.REQUEST,
            force=k % 5 + 1,
            ask=f"settle item {k}",
        )
        if k % 4 != 3:
            no = scene.says(
                "GBR",
                f"“Item {k} is closed and will stay closed,”",
                speaker="The Right Honourable B",
                via="DEU" if k % 4 == 2 else None,
            )
            scene.holds(
                no,
                f"x{k:02}.p",
                f"calls item {k} closed",
                position=(-2, 1, 2)[k % 4],
                act=Act.REJECT,
                force=(k + 2) % 5 + 1,
            )
    return scene


def archive(count: int = 50) -> Scene:
    """Many documents of one quarrel."""
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, DRILLS, BORDER))
    for k in range(count):
        scene.read(
            f"“Our stand on the quota has not moved in round {k},” said Berg.\n",
            title=f"Round {k}",
            publisher="The Courier",
            date=DAY + datetime.timedelta(days=k),
        )
        said = scene.says("ALD", f"“Our stand on the quota has not moved in round {k},”", speaker="Ada Berg")
        scene.holds(
            said, "fish.quota", "asks for a fishing quota", position=2, act=Act.DEMAND, force=3, ask="agree to a quota"
        )
    return scene


SCRIPTS = {
    "chinese": "“双方同意在平等互利的基础上继续就渔业准入问题进行磋商，渔业配额是两国关系中第一条不可逾越的红线。”",
    "traditional": "“臺灣海峽的和平與穩定對國際社會至關重要。”",
    "arabic": "«اتفق الجانبان على مواصلة المشاورات بشأن مصايد الأسماك في 14 مايو (الجولة 12) "
    "على أساس المساواة والمنفعة المتبادلة بين البلدين»",
    "hebrew": "”שני הצדדים הסכימו להמשיך בהתייעצויות בנושא הדיג ב-14 במאי (סבב 12) על בסיס שוויון.”",
    "greek": "“Οι δύο πλευρές συμφώνησαν να συνεχίσουν τις συνομιλίες για την αλιεία.”",
    "cyrillic": "“Стороны договорились продолжить переговоры о рыболовстве.”",
    "unknown": "“We agree हिन्दी to go on 한국어 with talks 😀 on fish.”",
    "marked up": "“Growth was < 2 % & <b>falling</b>, <img src='x.png'/> <a href='javascript:x'>so</a> "
    "&lt;they&gt; said &amp; left.”",
}


def scripts() -> Scene:
    """Quotations in other scripts, and some that look like markup."""
    issues = tuple(issue(f"s{k}", name.capitalize(), name, {}) for k, name in enumerate(SCRIPTS))
    scene = Scene(sides=(ALDEN, BORSKA), issues=issues)
    scene.read("\n\n".join(SCRIPTS.values()), title="In <b>many</b> tongues & scripts", publisher="渔业部")
    for k, words in enumerate(SCRIPTS.values()):
        said = scene.says("ALD" if k % 2 else "BOR", words, speaker="外交部发言人" if k == 0 else "Ada <Berg>")
        scene.holds(said, f"s{k}", "speaks <i>in</i> a script & more", act=Act.STATE)
    return scene


def endless(words: int = 10_000) -> Scene:
    """One side's statement of very many words beside one of twelve."""
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, DRILLS, BORDER))
    long = "“" + " ".join(f"word{k}" + ("." if k % 20 == 19 else "") for k in range(words)) + "”"
    scene.read(f"{long}\n\n“We have heard enough of this and will now go home to sleep.”\n", title="A filibuster")
    speech = scene.says("ALD", long, speaker="Ada Berg")
    scene.holds(speech, "fish.quota", "asks for a fishing quota", position=2, act=Act.DEMAND, force=3)
    reply = scene.says("BOR", "“We have heard enough of this and will now go home to sleep.”", speaker="Ivo Kral")
    scene.holds(reply, "fish.quota", "rules out a quota", position=-2, act=Act.REJECT, force=3)
    return scene
