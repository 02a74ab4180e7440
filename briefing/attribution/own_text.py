"""Statements of official texts: readouts, speeches, fact sheets, joint statements, transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.attribution import grammar as g
from briefing.attribution.choose import chosen
from briefing.attribution.clauses import ClauseFinder
from briefing.attribution.demands import is_demanded, is_possession, is_supposed, is_titled
from briefing.attribution.discourse import Discourse
from briefing.attribution.holders import Holder
from briefing.attribution.page import Page, Sentence
from briefing.attribution.parts import Part, apart, distinct, statements
from briefing.attribution.proposal import Proposal
from briefing.attribution.sides import parties
from briefing.attribution.speakers import Resolver
from briefing.attribution.subjects import main_subject
from briefing.attribution.substance import is_courtesy, is_logistics, is_talks, label_length
from briefing.attribution.turns import Turn, turns
from briefing.model import Authority, Genre, Kind, Span, Statement


class OwnReader:
    """Reads one official text sentence by sentence."""

    def __init__(self, page: Page, discourse: Discourse, clauses: ClauseFinder, own: str | None) -> None:
        """Take a text, and the side whose text it is; None for a joint one."""
        self.page = page
        self.discourse = discourse
        self.clauses = clauses
        self.own = own
        self.resolver = Resolver(page, discourse, clauses.verbs)
        self.resolver.teller = self.resolver.own = own
        self.voice: tuple[int, Holder] | None = None  # the paragraph, and who of the own side spoke last in it
        self.speaker: Holder | None = None
        self.begin = 0  # where the turn begins that is being read, behind its label
        self.strange = -9  # the last sentence whose speaker could not be told

    # ── sentences ───────────────────────────────────────────────────────────────────────────────────────────────────

    def parts(self, s: Sentence, floor: Holder | None = None) -> list[Part]:
        """Give what a sentence says, for each holder; `floor` is who has the word in a transcript or speech."""
        content = self._content(s, floor)
        if content is None:
            return []
        self.resolver.floor = floor.figure if floor else None
        outer, inner = chosen(self.page, [], list(self.clauses.proposals(self.page, s)))
        outer, inner = ([_unlabelled(p, content.start) for p in some] for some in (outer, inner))
        outer = [p for p in outer if not (p.negated and p.cue_class in _TOGETHER)]  # "they did not discuss": no talks
        found = [x for p in outer for x in self._of_proposal(s, p, content, floor)]
        found += [x for p in inner for x in self._told_inside(s, p, content, floor)]
        subject = main_subject(s, len(s), self.clauses.verbs)
        if subject and s.lower[subject.first] != "it":
            source = _after(s.span_of(subject.first, subject.last), content.start)
            holders = self.resolver.holders(s, source)
            self.resolver.remember(s.number, holders)
            found += self._of_subject(s, source, holders, content, floor, reported=_negated(s))
        found += self._met(s, found, content)
        joint = any(x.kind is Kind.JOINT for x in found)
        if floor and not joint and not any(x.via is None for x in found):
            found.append(self._plain(s, floor, content))
        elif not found and self.own and floor is None:
            plain = self._plain(s, self._voiced(s, self._default()), content)
            found.append(self._strangers(s, outer, content) or plain)
        return apart(distinct(found), self.page.text)

    def _strangers(self, s: Sentence, outer: Sequence[Proposal], content: Span) -> Part | None:
        """Give what somebody by name or title said whom nothing tells to be of the own side; it may go on with "he"."""
        titled = (p for p in outer if self._is_strange(s, p))
        p = next(titled, None)
        if p is None and not (self.strange == s.number - 1 and s.lower[0] in ("he", "she")):
            return None
        self.strange = s.number
        return Part(
            sentence=s,
            kind=Kind.INDIRECT,
            side=None,
            speaker=None,
            authority=Authority.OFFICIAL,
            how="unknown",
            via=self.own,
            found_by=p.found_by if p else "own-text",
            frame=p.frame if p else None,
            source=p.source if p else s.span_of(0, 1),
            cue=p.cue if p else None,
            content=content,
        )

    def _is_strange(self, s: Sentence, p: Proposal) -> bool:
        """Whether a reporting clause has somebody by name or title without a side, who does not open the text."""
        if p.source is None or p.cue_class not in _TOLD or p.frame.startswith("noun"):
            return False
        known = any(h.side for h in self.resolver.holders(s, p.antecedent or p.source))
        return not known and is_titled(s, p.source) and not self._opens(s, p.source)

    def _opens(self, s: Sentence, source: Span) -> bool:
        """Whether somebody is the subject of the text's opening: an official text opens with its own people."""
        opening = self.page.sentences[0]
        who = main_subject(opening, len(opening), self.clauses.verbs)
        return who is not None and s.words[s.at(source.stop) - 1] in opening.words[who.first : who.last]

    def _content(self, s: Sentence, floor: Holder | None) -> Span | None:
        """Give the words of a sentence that are somebody's, None for headings, courtesies and logistics."""
        begin = max(s.span.start, self.begin) if floor else s.span.start
        text = self.page.text[begin : s.span.stop]
        begin, text = begin + len(text) - len(text.lstrip()), text.lstrip()
        if (s.headline and (not floor or s.number == 0)) or (is_courtesy(text) if floor else is_logistics(s)):
            return None
        start = begin + label_length(text) if floor else begin
        return Span(start, s.span.stop) if start < s.span.stop else None

    def _of_proposal(self, s: Sentence, p: Proposal, content: Span, floor: Holder | None) -> list[Part]:
        """Give the parts of one reporting clause."""
        holders = self.resolver.holders(s, p.antecedent or p.source)
        self.resolver.remember(s.number, holders)
        return self._parts(s, self._spoken(self._telling(s, p, holders, floor), floor), content, p)

    def _telling(self, s: Sentence, p: Proposal, holders: Iterable[Holder], floor: Holder | None) -> list[Holder]:
        """Keep the own side alone where the text tells what others should do, or what is theirs, not what they said."""
        base = floor.side if floor else self.own
        unsaid = base is not None and (is_demanded(s, p) or is_supposed(s, p) or is_possession(s, p))
        return [h for h in holders if not unsaid or (h.side in (None, base) and not h.joint)]

    def _told_inside(self, s: Sentence, p: Proposal, content: Span, floor: Holder | None) -> list[Part]:
        """Give the parts of a clause inside another's content: joint talks, and what the other side is told to say."""
        base = floor.side if floor else self.own
        holders = self.resolver.holders(s, p.antecedent or p.source)
        told = p.cue_class in _TOLD and (p.strength >= 2 or p.frame == "noun-is")
        told = told and not (is_demanded(s, p) or is_supposed(s, p))
        kept = [h for h in holders if (h.joint and p.cue_class in _TOGETHER) or (told and h.side and h.side != base)]
        return self._parts(s, kept, content, p)

    def _spoken(self, holders: Iterable[Holder], floor: Holder | None) -> list[Holder]:
        """Give the speaker the word where only the own side is named: "the United States wants", says its president."""
        return [floor if floor and h.side == floor.side and h.figure is None and not h.joint else h for h in holders]

    def _parts(self, s: Sentence, holders: Iterable[Holder], content: Span, p: Proposal) -> list[Part]:
        voiced = [self._voiced(s, h) for h in holders]
        made = (self._part(s, h, content, p.source, p.cue) for h in voiced)
        return [replace(x, found_by=p.found_by, frame=p.frame) for x in made if x]

    def _voiced(self, s: Sentence, h: Holder) -> Holder:
        """Give the own side's sentences to its person who speaks in the paragraph: "Berg said …. Alden will …"."""
        if h.joint or h.side != self.own or h.side is None:
            return h
        if h.figure:
            self.voice = (s.paragraph, h)
        elif self.voice and self.voice[0] == s.paragraph and h.how in ("state", "metonym", "own-text"):
            return self.voice[1]
        return h

    def _met(self, s: Sentence, found: Sequence[Part], content: Span) -> list[Part]:
        """Give both sides' part in talks that the sentence says one had with the other on some matter."""
        if any(x.kind is Kind.JOINT for x in found) or not is_talks(s):
            return []
        sides = self.resolver.sides_in(s)
        if len(sides) != 2 or (self.own and self.own not in sides):
            return []
        names = self.discourse.names.sides
        holders = [Holder(x, names[x].name if x in names else x, Authority.HEAD, "joint", joint=True) for x in sides]
        return [y for h in holders for y in [self._part(s, h, content, None, None)] if y]

    def _of_subject(
        self,
        s: Sentence,
        source: Span,
        holders: Iterable[Holder],
        content: Span,
        floor: Holder | None,
        *,
        reported: bool,
    ) -> list[Part]:
        """Give the parts of a sentence by its subject.

        What a text says of another side without any word of speaking is the text's own: "the other side has broken the
        pact" is no statement of the other side, and "the two sides should meet" is the wish of the one that says so.
        """
        base = floor.side if floor else self.own
        wish = bool(_WISH.match(self.page.text, source.stop) or _UNSAID.match(self.page.text, source.stop))
        out = []
        for h in holders:
            own = floor is None and h.side == base
            told = not wish if h.joint else own or (reported and h.side != base)
            if h.side and told:
                made = self._part(s, h if floor else self._voiced(s, h), content, source, None)
                if made:
                    out.append(made)
        return out

    def _part(self, s: Sentence, h: Holder, content: Span, source: Span | None, cue: Span | None) -> Part | None:
        if h.side is None:
            return None
        base = self.own
        via = base if base and h.side != base else None
        if h.joint:
            kind = Kind.JOINT
        elif via:
            kind = Kind.INDIRECT
        else:
            kind = Kind.OWN
        return Part(
            sentence=s,
            kind=kind,
            side=h.side,
            speaker=h.speaker,
            authority=h.authority,
            how=h.how,
            via=via,
            source=source,
            cue=cue,
            content=content,
        )

    def _plain(self, s: Sentence, h: Holder, content: Span) -> Part:
        return Part(
            sentence=s,
            kind=Kind.OWN,
            side=h.side or self.own or "",
            speaker=h.speaker,
            authority=h.authority,
            how=h.how,
            content=content,
        )

    def _default(self) -> Holder:
        """Give the side itself, for a sentence of its text that names no speaker."""
        assert self.own
        known = self.discourse.names.sides.get(self.own)
        return Holder(self.own, known.name if known else self.own, Authority.MINISTER, "own-text")

    # ── kinds of texts ──────────────────────────────────────────────────────────────────────────────────────────────

    def readout(self) -> list[Part]:
        """Read a readout, fact sheet or written statement."""
        self.resolver.paired = True
        return [x for s in self.page.sentences for x in self.parts(s)]

    def speech(self) -> list[Part]:
        """Read a speech: one person has the floor throughout."""
        floor = self._author() or self._default()
        return [x for s in self.page.sentences for x in self.parts(s, floor)]

    def _author(self) -> Holder | None:
        """Give the person of the own side that the title names first."""
        for m in self.discourse.title_mentions:
            h = self.resolver.named(m)
            if h and h.side == self.own:
                return h
        return None

    def transcript(self) -> list[Part]:
        """Read a transcript: answers are their speakers', questions nobody's."""
        out: list[Part] = []
        first_own = self.own
        for turn in turns(self.page, self.resolver, self.own):
            holder = turn.holder
            if holder is None or holder.side is None:
                continue
            self.own = first_own or holder.side
            self.resolver.teller = holder.side
            self.resolver.remember(max(0, self.page.sentence_at(turn.start).number), [holder])
            self.begin = turn.start
            for s in self._sentences(turn):
                out += self.parts(s, holder)
        self.own = first_own
        return out

    def _sentences(self, turn: Turn) -> list[Sentence]:
        """Give the sentences of a turn that hold more than its label."""
        first, last = self.page.sentence_at(turn.start), self.page.sentence_at(max(turn.start, turn.stop - 1))
        near = self.page.sentences[first.number : last.number + 1]
        return [s for s in near if s.span.start < turn.stop and s.span.stop > turn.start]

    def joint(self) -> list[Part]:
        """Read a joint statement: both sides', but for what one of them undertakes alone."""
        sides = parties(self.page, self.discourse)
        out: list[Part] = []
        for s in self.page.sentences:
            if s.headline or _names_parties(s):
                continue
            content = Span(s.span.start, s.span.stop)
            alone = self._alone(s, sides)
            if alone:
                out.append(
                    Part(
                        sentence=s,
                        kind=Kind.OWN,
                        side=alone.side or "",
                        speaker=alone.speaker,
                        authority=alone.authority,
                        how=alone.how,
                        content=content,
                    )
                )
                continue
            for side in sides:
                known = self.discourse.names.sides.get(side)
                out.append(
                    Part(
                        sentence=s,
                        kind=Kind.JOINT,
                        side=side,
                        speaker=known.name if known else side,
                        authority=Authority.HEAD,
                        how="joint-text",
                        content=content,
                    )
                )
        return out

    def _alone(self, s: Sentence, sides: Sequence[str]) -> Holder | None:
        """Give the one party that is the subject of a sentence."""
        subject = main_subject(s, len(s), self.clauses.verbs)
        if subject is None:
            return None
        found = self.resolver.holders(s, s.span_of(subject.first, subject.last))
        whole = subject.last - subject.first <= 5
        one = len(found) == 1 and not found[0].joint and found[0].side in sides
        if not (one and whole) or found[0].how not in _ALONE:
            return None
        reports = any(w in self.clauses.verbs for w in s.lower[subject.last : subject.last + 3])
        if found[0].how in ("state", "metonym", "body") or reports:
            self.resolver.remember(s.number, found)
            return found[0]
        return None


_ALONE = frozenset({"state", "metonym", "body", "name", "surname", "pronoun", "title"})
_SIGNALS = frozenset(
    {"indicate", "signal", "say", "commit", "agree", "change", "raise", "raising", "object", "shy", "respond"}
)
_TOGETHER = frozenset({"consultation", "consulting", "emphasis", "commitment", "pledge", "agreement", "praise"})
_TOLD = frozenset(
    {
        "speech",
        "telling",
        "emphasis",
        "denial",
        "warning",
        "commitment",
        "pledge",
        "agreement",
        "directive",
        "accusation",
        "criticism",
    }
)


def _negated(s: Sentence) -> bool:
    """Whether a sentence says what somebody did not do with words."""
    return any(w in g.NEGATORS for w in s.lower) and any(w in _SIGNALS for w in s.lower)


def _names_parties(s: Sentence) -> bool:
    """Whether a line of a joint text only names its parties: no verb, and a comma or nothing at its end."""
    return s.first and s.words[-1] == "," and not any(w in g.FINITE or w.endswith("ing") for w in s.lower)


_WISH = re.compile(r"\s*(?:\w+\s+)?(?:should|must|ought|needs?|shall|can|cannot|ha(?:s|ve) to)\b")


_UNSAID = re.compile(r"\s*(?:did|have|had|do)(?: not|n['’]t) (?:\w+ )?(?:discuss|raise|mention|address|talk|touch)")


def _unlabelled(p: Proposal, start: int) -> Proposal:
    """Leave the label of a transcript out of a source: who has the word is not whom the sentence names."""
    return replace(p, source=_after(p.source, start)) if p.source else p


def _after(span: Span, start: int) -> Span:
    return Span(start, span.stop) if span.start < start < span.stop else span


def own_statements(
    page: Page, discourse: Discourse, clauses: ClauseFinder, genre: Genre, own: str | None
) -> tuple[Statement, ...]:
    """Give the statements of an official text: one for each holder and run of adjacent sentences in a paragraph."""
    reader = OwnReader(page, discourse, clauses, own)
    if genre is Genre.JOINT_STATEMENT:
        parts = reader.joint()
    elif genre in (Genre.TRANSCRIPT, Genre.INTERVIEW):
        parts = reader.transcript()
    elif genre is Genre.SPEECH and own:
        parts = reader.speech()
    else:
        parts = reader.readout()
    return statements(page, parts)
