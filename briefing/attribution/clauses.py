"""Reporting clauses outside quotation marks: every reporting word proposes who said what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.attribution import grammar as g
from briefing.attribution.contents import content_end
from briefing.attribution.cues import Cues, Entry
from briefing.attribution.forms import Shape
from briefing.attribution.frames import Frame, frame, when_end
from briefing.attribution.inverted import phrase_after
from briefing.attribution.page import Page, Sentence
from briefing.attribution.proposal import Proposal
from briefing.attribution.subjects import Subject, group_start, main_subject, phrase_start, subject
from briefing.model import Span

_BEFORE_GERUND = frozenset({"about", "by", "for", "after", "before", "without", "in", "while", "of", "with"})
_SUBORDINATE = frozenset({"although", "though", "while", "when", "if", "as", "after", "because", "since", "before"})
_QUANTIFIED = frozenset({"some", "many", "most", "several", "few", "both"})


class ClauseFinder:
    """Finds reporting clauses with one lexicon."""

    def __init__(self, cues: Cues) -> None:
        """Take the reporting words; their forms also bound noun phrases."""
        self.cues = cues
        self.verbs = frozenset(cues.verbs)

    def proposals(self, page: Page, s: Sentence) -> Iterator[Proposal]:
        """Give what each reporting word of a sentence proposes, in order."""
        for i, lower in enumerate(s.lower):
            if s.quoted[i] or not lower[0].isalpha():
                continue
            if lower == "according" and i + 2 < len(s) and s.lower[i + 1] == "to":
                yield from _according(page, s, i)
                continue
            entries = self.cues.verbs.get(lower)
            if entries and self._is_verb(s, i, entries):
                yield from self._verb(page, s, i, entries)
            noun = self.cues.nouns.get(lower)
            if noun and (not entries or not self._is_verb(s, i, entries)):
                yield from self._noun(page, s, i, noun)
            adjectives = self.cues.adjectives.get(lower)
            if adjectives:
                yield from self._adjective(page, s, i, adjectives)

    # ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _is_verb(self, s: Sentence, i: int, entries: tuple[Entry, ...]) -> bool:
        """Whether a word that has the form of a reporting verb is used as one."""
        if i and s.words[i][0].isupper() and not _capitals(s):
            return False
        if i == 0:
            return entries[0].shape is Shape.ING
        shape, before, text = entries[0].shape, s.lower[i - 1], s.words[i - 1]
        if before in g.ARTICLES or (before in g.DETERMINERS and before not in g.PRONOMINAL):
            return False
        if before == "that" and shape is Shape.BASE:
            return False
        if before in ("'s", "’s"):
            named = s.lower[i - 2] in ("he", "she", "it", "who", "that", "there", "what")
            return shape is Shape.ING or (shape is Shape.PAST and named)
        if text.endswith(("s'", "s’")) or (text in "'’" and shape is not Shape.PAST):
            return False
        if shape is Shape.ING:
            return before not in g.PREPOSITIONS or before in _BEFORE_GERUND
        if shape in (Shape.BASE, Shape.PRESENT):
            return self._finite_here(s, i, shape)
        if shape is Shape.PAST and before in g.PREPOSITIONS:
            return False
        return True

    def _finite_here(self, s: Sentence, i: int, shape: Shape) -> bool:
        """Whether a form that may as well be a noun ("claims", "call") is a finite verb."""
        before = s.lower[i - 1]
        if before in g.PREPOSITIONS and before != "to":
            return False
        if shape is Shape.BASE:
            if before in g.AUXILIARIES or before in g.SUBJECT_PRONOUNS or before == "to":
                return True
            if before in ("and", "or", "but") or before in g.RELATIVES:
                return _may_govern(s, i)
            start = phrase_start(s, i)
            if (
                start is not None
                and s.lower[start] in _QUANTIFIED
                and s.lower[start + 1] in ("in", "of", "within", "among")
            ):
                return True
            if s.lower[i] == "say":
                return before not in g.PREPOSITIONS and start != i
            plural = (
                before.endswith("s")
                and before not in ("'s", "’s")
                or before in ("people", "police", "some", "many", "both", "all", "others", ")", "men", "women")
            )
            return plural and not self._object_here(s, i) and _may_govern(s, i)
        return not self._object_here(s, i) and _may_govern(s, i)

    def _object_here(self, s: Sentence, i: int) -> bool:
        """Whether the noun phrase that ends at word `i` is the object of a verb or preposition before it."""
        start = phrase_start(s, i)
        if start is None or start == 0:
            return False
        k = start - 1
        lower = s.lower[k]
        if lower in g.PREPOSITIONS and lower not in ("as",) and not (k and s.words[k - 1] == ","):
            return True
        own = phrase_start(s, start)
        return any(
            s.lower[x] in self.verbs
            and s.lower[x] not in ("said", "says", "say")
            and (s.lower[x].endswith("ed") or s.lower[x] in g.PASTS)
            for x in range(start, i)
        ) or (own is None and lower in self.verbs and lower not in ("said", "says", "say"))

    def _verb(self, page: Page, s: Sentence, i: int, entries: tuple[Entry, ...]) -> Iterator[Proposal]:
        for entry in _with_tails(s, i, entries):
            last = _last_word(s, i, entry) or i
            made = None
            behind = i > 0 and (s.words[i - 1] == "," or s.quoted[i - 1])
            if "before" in entry.frames and behind and _inverted(page, s, i, last):
                made = self._with_content_before(page, s, i, last, entry)
            made = made or self._with_content_after(page, s, i, last, entry)
            if made and made.frame == "bare-clause" and "before" in entry.frames:
                made = self._with_content_before(page, s, i, last, entry) or made
            if made is None and "before" in entry.frames:
                made = self._with_content_before(page, s, i, last, entry)
            if made is None and "object" in entry.frames:
                made = self._with_content_missing(page, s, i, last, entry)
            if made is not None:
                yield made
                return

    def _with_content_after(self, page: Page, s: Sentence, i: int, last: int, entry: Entry) -> Proposal | None:
        """Read "X said that ...", "X urged Y to ...", "was criticised by X"."""
        j = group_start(s, i)
        passive = entry.shape is Shape.PAST and any(w in g.BE for w in s.lower[j:i])
        if passive:
            return self._passive(page, s, i, last, entry, j)
        found = frame(page, s, last, entry.frames)
        if (
            found.name == "bare-clause"
            and entry.lemma == "say"
            and found.start is not None
            and len(s) - found.start >= 4
        ):
            return self._bare_clause(page, s, i, last, entry, found)
        if found.name not in entry.frames and not (found.name == "colon" and "clause" in entry.frames):
            return None
        if found.start is None or found.start >= len(s):
            return None
        who = subject(s, i, entry.shape, self.verbs)
        if entry.lemma == "call" and found.name in ("object", "object-name") and len(s) - found.start < 4:
            return None
        if found.name == "object-as-saying" and found.object:
            who = Subject(*found.object, "object")
        if s.lower[j - 1 : j] == ["to"] and entry.frames.get(found.name) == "consultation":
            return None  # "flew to Alda to discuss": what a journey is for, not what was said
        if who is None and entry.shape is Shape.PAST and found.name in ("object", "that", "object-that"):
            return None
        stop = min(content_end(s, found.start, self.verbs), _clause_limit(s, i, found.start, who))
        return self._made(page, s, (i, last), entry, found, who, stop, j)

    def _bare_clause(self, page: Page, s: Sentence, i: int, last: int, entry: Entry, found: Frame) -> Proposal | None:
        """Read "said parents still want …": a clause whose verb cannot be told from a noun."""
        who = subject(s, i, entry.shape, self.verbs)
        if who is None or found.start is None:
            return None
        stop = content_end(s, found.start, self.verbs)
        return self._made(page, s, (i, last), entry, found, who, stop, group_start(s, i))

    def _made(
        self,
        page: Page,
        s: Sentence,
        cue: tuple[int, int],
        entry: Entry,
        found: Frame,
        who: Subject | None,
        stop: int,
        j: int,
    ) -> Proposal | None:
        if found.start is None or stop <= found.start:
            return None
        content = page.trimmed(s.starts[found.start], s.stops[stop - 1])
        if content is None:
            return None
        return Proposal(
            sentence=s.number,
            source=s.span_of(who.first, who.last) if who else None,
            antecedent=_antecedent(s, who),
            cue=s.span_of(cue[0], cue[1] + 1),
            content=(content,),
            cue_class=entry.frames.get(found.name, entry.frames.get("clause", "")),
            frame=found.name,
            found_by=f"subject-verb-content",
            addressee=s.span_of(*found.object) if found.object else _plain_object(s, found),
            lemma=entry.lemma,
            strength=_strength(found.name),
            present=entry.shape in (Shape.PRESENT, Shape.BASE),
            supposed=any(w in ("could", "may", "might", "would", "should") for w in s.lower[j : cue[0]]),
            negated=any(w in g.NEGATORS for w in s.lower[j : cue[0]])
            or (who is not None and s.lower[who.first] in ("neither", "no", "nobody")),
        )

    def _passive(self, page: Page, s: Sentence, i: int, last: int, entry: Entry, j: int) -> Proposal | None:
        """Read "Y was criticised by X", "Y is seen by X as": the agent is the source."""
        if last + 2 >= len(s) or s.lower[last + 1] != "by" or s.lower[last + 2].endswith("ing"):
            return None
        stop = last + 2
        while stop < len(s) and not _ends_agent(s, stop):
            stop += 1
        if stop == last + 2 or not (
            {"object", "object-as", "object-of", "object-for", "object-name", "object-to"} & set(entry.frames)
        ):
            return None
        start = j - 1 if j and s.lower[j - 1] in g.RELATIVES else phrase_start(s, j)
        if start is None or s.quoted[start]:
            return None
        spans = [page.trimmed(s.starts[start], s.stops[j - 1])]
        if stop < len(s) and s.words[stop] not in ".,;":
            spans.append(page.trimmed(s.starts[stop], s.stops[content_end(s, stop, self.verbs) - 1]))
        content = tuple(x for x in spans if x)
        name = next(
            f
            for f in ("object", "object-as", "object-of", "object-for", "object-name", "object-to")
            if f in entry.frames
        )
        return Proposal(
            sentence=s.number,
            source=s.span_of(last + 2, stop),
            cue=s.span_of(i, last + 2),
            content=content,
            cue_class=entry.frames[name],
            frame=name,
            found_by="passive",
            lemma=entry.lemma,
            strength=2,
            passive=True,
        )

    def _with_content_before(self, page: Page, s: Sentence, i: int, last: int, entry: Entry) -> Proposal | None:
        """Read "..., X said", "..., X said on Monday, ...", "..., said X"."""
        if entry.shape is Shape.ING and s.words[i - 1] not in (",",) and not s.quoted[i - 1]:
            return None
        if entry.shape is Shape.PAST and any(w in g.BE for w in s.lower[group_start(s, i) : i]):
            return None
        tail = frame(page, s, last, {})
        who = subject(s, i, entry.shape, self.verbs)
        inverted = _inverted(page, s, i, last)
        if inverted:
            content_stop = s.starts[i]
            source: Span | None = inverted
            resume = inverted.stop
        elif (
            who
            and who.how in ("phrase", "pronoun", "apposition")
            and who.first > 0
            and tail.name
            in (
                "end",
                "comma",
                "to",
                "in",
                "on",
                "at",
                "after",
                "during",
                "object",
                "as",
                "when",
                "while",
                "from",
                "for",
                "of",
                "about",
                "before",
            )
        ):
            content_stop = s.starts[who.first]
            source = s.span_of(who.first, who.last)
            resume = s.stops[last]
        else:
            return None
        k = s.at(content_stop)
        second = self._resumed(page, s, resume)
        if (k < 3 and not (second and k > 1)) or not (
            s.words[k - 1] == "," or s.quoted[k - 1] or s.words[k - 1] in g.DASHES
        ):
            return None
        if s.lower[0] in g.OPENERS and not any(w in g.FINITE or w in g.PASTS for w in s.lower[1 : k - 1]):
            return None
        first = page.trimmed(_content_from(s, k), s.stops[k - 1])
        if first is None or not (s.headline or second or _says_something(s, k)):
            return None
        return Proposal(
            sentence=s.number,
            source=source,
            cue=s.span_of(i, last + 1),
            content=(first, second) if second else (first,),
            cue_class=entry.frames["before"],
            frame="before",
            found_by="content-subject-verb",
            lemma=entry.lemma,
            strength=3,
        )

    def _with_content_missing(self, page: Page, s: Sentence, i: int, last: int, entry: Entry) -> Proposal | None:
        """Read "a claim Alden denies", "progress that Berg cited": what is meant stands before its holder."""
        if entry.shape is Shape.ING or not (
            last + 1 >= len(s)
            or s.words[last + 1] in ".,;)"
            or s.words[last + 1] in g.DASHES
            or s.lower[last + 1] in g.FINITE
            or s.lower[last + 1] == "included"
        ):
            return None
        j = group_start(s, i)
        k = j
        while k > 0 and s.words[k - 1][0].isupper() and not s.quoted[k - 1]:
            k -= 1
        if k == j or k < 2:
            return None
        if s.lower[k - 1] == "the":
            k -= 1
        noun = k - 1 if s.lower[k - 1] not in ("that", "which") else k - 2
        if (
            noun < 0
            or not s.lower[noun].isalpha()
            or s.words[noun][0].isupper()
            or s.lower[noun] in g.PREPOSITIONS | g.SUBORDINATORS | g.FINITE | g.CONJUNCTIONS | g.DETERMINERS
            or (s.lower[noun] in self.verbs and s.lower[noun - 1] not in g.DETERMINERS)
        ):
            return None
        start = phrase_start(s, noun + 1)
        content = page.trimmed(s.starts[start], s.stops[noun]) if start is not None else None
        if content is None:
            return None
        return Proposal(
            sentence=s.number,
            source=s.span_of(k, j),
            cue=s.span_of(i, last + 1),
            content=(content,),
            cue_class=entry.frames["object"],
            frame="missing",
            found_by="content-holder-verb",
            lemma=entry.lemma,
            strength=1,
            present=entry.shape is not Shape.PAST,
            negated=any(w in g.NEGATORS for w in s.lower[j:i]),
        )

    def _resumed(self, page: Page, s: Sentence, offset: int) -> Span | None:
        """Give the second half of what is reported, behind a say-clause that stands inside it."""
        j = s.at(offset)
        end = when_end(page, s, j - 1) if j else None
        if end is not None:
            j = s.at(end)
        if j + 4 >= len(s) or s.words[j] != ",":
            return None
        lower = s.lower[j + 1]
        if lower in (
            "while",
            "although",
            "though",
            "whereas",
            "according",
            "despite",
            "as",
            "a",
            "who",
            "which",
            "when",
            "but",
            "in",
            "after",
        ) or lower.endswith("ing"):
            return None
        return page.trimmed(s.starts[j + 1], s.stops[content_end(s, j + 1, self.verbs) - 1])

    # ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _noun(self, page: Page, s: Sentence, i: int, entry: Entry) -> Iterator[Proposal]:
        """Read "Alden's claim that ...", "its opposition to ...", "a warning from Alden that ..."."""
        if i == 0 or i + 2 >= len(s) or (s.words[i][0].isupper() and not _capitals(s)):
            return
        k, source = i + 1, None
        if s.lower[k] in ("from", "by") and k + 1 < len(s):
            stop = k + 1
            while stop < len(s) and not _ends_agent(s, stop):
                stop += 1
            source, k = (s.span_of(k + 1, stop) if stop > k + 1 else None), stop
            if k + 1 >= len(s):
                return
        link = s.lower[k]
        stated = self._stated(page, s, i, k, entry)
        if stated:
            yield stated
            return
        if link not in (
            "that",
            "to",
            "of",
            "about",
            "over",
            "for",
            "against",
            "on",
            "with",
            "in",
            "at",
            "towards",
            "toward",
            "not",
        ):
            return
        possessor = _possessor(s, i)
        source = source or possessor
        if source is None:
            if entry.frames["class"] not in _LIGHT_CLASSES or (
                link == "of" and entry.frames["class"] not in ("warning",)
            ):
                return
            source = self._light_subject(s, i)
            if source is None:
                return
        if link not in ("that", "to") and entry.frames["class"] not in _PHRASE_NOUNS:
            return
        if entry.frames["class"] == "directive" and link in ("with", "on", "in", "at", "of", "about", "over"):
            return
        if entry.lemma in _DEEDS and possessor is not None:
            return
        if link == "to" and _about(s, k) and entry.frames["class"] not in _PHRASE_NOUNS:
            return
        start = k if link in ("that", "to", "not") else k + 1
        if start + 1 >= len(s):
            return
        stop = content_end(s, start, self.verbs)
        content = page.trimmed(s.starts[start], s.stops[stop - 1]) if stop > start else None
        if content:
            yield Proposal(
                sentence=s.number,
                source=source,
                cue=s.span_of(i, i + 1),
                content=(content,),
                cue_class=entry.frames["class"],
                frame=f"noun-{link}",
                found_by="noun",
                lemma=entry.lemma,
                strength=1,
                present=True,
            )

    def _stated(self, page: Page, s: Sentence, i: int, k: int, entry: Entry) -> Proposal | None:
        """Read "Alden's position on the drills is that …": what the noun names follows a form of "be"."""
        if entry.lemma not in ("position", "view", "stance", "message", "belief", "opinion", "assessment"):
            return None
        source = _possessor(s, i)
        x = next((x for x in range(k, min(k + 10, len(s) - 2)) if s.lower[x] in ("is", "was", "remains")), None)
        if source is None or x is None or "," in s.words[k:x]:
            return None
        content = page.trimmed(s.starts[x + 1], s.stops[content_end(s, x + 1, self.verbs) - 1])
        if content is None:
            return None
        return Proposal(
            sentence=s.number,
            source=source,
            cue=s.span_of(i, i + 1),
            content=(content,),
            cue_class="speech",
            frame="noun-is",
            found_by="noun",
            lemma=entry.lemma,
            strength=2,
            present=True,
        )

    def _light_subject(self, s: Sentence, i: int) -> Span | None:
        """Give the subject of "issued a warning": a verb that only carries the noun behind it."""
        k = i - 1
        while k > 0 and i - k < 7 and s.lower[k] not in _LIGHT:
            if s.words[k] in ",.;:" or s.lower[k] in g.FINITE or s.lower[k] in g.PREPOSITIONS:
                return None
            k -= 1
        if k <= 0 or s.lower[k] not in _LIGHT or s.quoted[k]:
            return None
        shape = Shape.ING if s.lower[k].endswith("ing") else Shape.PAST
        who = subject(s, k, shape, self.verbs)
        return (
            s.span_of(who.first, who.last)
            if who and not any(w in g.NEGATORS for w in s.lower[group_start(s, k) : k])
            else None
        )

    # ── adjectives ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _adjective(self, page: Page, s: Sentence, i: int, entries: tuple[Entry, ...]) -> Iterator[Proposal]:
        """Read "was clear that ...", "remains open to ...", "is concerned about ..."."""
        j = group_start(s, i)
        copula = s.lower[j - 1] if j else ""
        if not (any(w in g.BE for w in s.lower[j:i]) or copula in g.COPULAS):
            return
        if copula in g.COPULAS:
            j = group_start(s, j - 1)
        for entry in _with_tails(s, i, entries):
            last = _last_word(s, i, entry) or i
            found = frame(page, s, last, entry.frames)
            if found.name not in entry.frames or found.start is None:
                continue
            who = self._holder_of_state(s, j)
            if who is None:
                return
            stop = content_end(s, found.start, self.verbs)
            made = self._made(page, s, (i, last), entry, found, who, stop, j)
            if made:
                yield made
            return

    def _holder_of_state(self, s: Sentence, j: int) -> Subject | None:
        """Give the subject of a copula whose verb group begins at word `j`."""
        if j == 0:
            return None
        before = s.lower[j - 1]
        if before in ("it", "there", "that", "this", "what", "which"):
            return None
        if before in g.SUBJECT_PRONOUNS:
            return Subject(j - 1, j, "pronoun")
        if before == "who":
            return Subject(j - 1, j, "relative")
        if before in ("and", "but", ","):
            return main_subject(s, j - 1, self.verbs)
        start = phrase_start(s, j)
        return Subject(start, j, "phrase") if start is not None else None


_NOUNLIKE = frozenset(
    "states state debates debate queries query emails email posts post texts text cases reports report details detail charges charge questions "
    "question notes note comments comment covers cover issues issue airs air plans plan calls call demands demand requests request concerns "
    "fears fear doubts doubt hopes hope views view rates rate names name attacks attack hits hit tweets tweet labels label orders order "
    "offers offer claims claim promises promise records addresses address advocates advocate answers answer favors favor supports support "
    "values value credits credit tags tag aims aim urges pushes push cuts fights backs back protests protest challenges challenge reviews review".split()
)
_DEEDS = frozenset({"support", "backing", "interest", "enthusiasm", "attack", "offer"})  # somebody's own are no words
_LIGHT = frozenset(
    "issue issued issues issuing make made makes making give gave gives giving express expressed expresses expressing voice voiced voices voicing deliver "
    "delivered delivers sent send sends repeat repeated repeats repeating reiterate reiterated reiterates reiterating release released releases has have had having share "
    "shares shared convey conveyed reaffirmed reaffirm reaffirms renewed renew renews renewing raised raise raises raising echoed echo echoes signaled signalled "
    "announced announce announces maintained hold holds held offer offered offers reached reach reaches stated underscored underlined stressed showed".split()
)
_PHRASE_NOUNS = frozenset(
    {"warning", "hope", "criticism", "denial", "praise", "wish", "directive", "proposal", "commitment", "refusal"}
)
_LIGHT_CLASSES = frozenset(
    {"speech", "warning", "hope", "belief", "criticism", "commitment", "wish", "denial", "directive", "agreement"}
)


def possessor_word(s: Sentence, span: Span) -> int:
    """Give the first word of a possessor."""
    return s.at(span.start)


def _about(s: Sentence, k: int) -> bool:
    return k + 1 < len(s) and (s.lower[k + 1] in g.DETERMINERS or s.words[k + 1][0].isupper())


def _capitals(s: Sentence) -> bool:
    """Whether a headline has most of its words in capitals."""
    if not (s.headline or (s.number == 0 and s.first)):
        return False
    big = [w for w in s.words if w[0].isalpha() and len(w) > 3]
    return sum(w[0].isupper() for w in big) > 0.7 * len(big)


def _with_tails(s: Sentence, i: int, entries: tuple[Entry, ...]) -> list[Entry]:
    """Give the entries whose tails stand right behind word `i`, the longest first."""
    return [e for e in entries if not e.tail or _last_word(s, i, e) is not None]


def _clause_limit(s: Sentence, i: int, start: int, who: Subject | None) -> int:
    """Give where the clause of a cue ends at the latest: "Although Berg admitted it, …", "…, which denied it, is …"."""
    fronted = s.lower[0] in _SUBORDINATE and "," not in s.words[:i]
    relative = who is not None and who.how == "relative"
    if not (fronted or relative):
        return len(s)
    for x in range(start + 1, len(s) - 1):
        if s.words[x] != "," or s.quoted[x]:
            continue
        following, word = s.lower[x + 1], s.words[x + 1]
        if relative and following in g.FINITE:
            return x
        if fronted and (following in g.SUBJECT_PRONOUNS | g.ARTICLES or word[0].isupper()):
            return x
    return len(s)


def _may_govern(s: Sentence, i: int) -> bool:
    """Whether what follows lets a word that may be a noun be a verb: not another verb, not a bare noun."""
    if i + 1 >= len(s) or not s.words[i + 1][0].isalpha() or s.quoted[i + 1]:
        return True
    following = s.lower[i + 1]
    if following in g.FINITE or following in g.BE:
        return False
    if s.lower[i] not in _NOUNLIKE:
        return True
    return (
        following in g.DETERMINERS | g.SUBJECT_PRONOUNS | g.QUESTIONERS | {"to", "for", "on", "against"}
        or s.words[i + 1][0].isupper()
    )


def _last_word(s: Sentence, i: int, entry: Entry) -> int | None:
    """Give the last word of a cue that begins at word `i`; an adverb may stand before its particle."""
    n = len(entry.tail)
    for gap in (0, 1):
        if tuple(s.lower[i + 1 + gap : i + 1 + gap + n]) == entry.tail:
            return i + gap + n if n else i
        if i + 1 >= len(s) or not (
            g.is_adverb(s.words[i + 1], s.lower[i + 1]) or s.lower[i + 1] in ("instead", "again", "also")
        ):
            return None
    return None


def _strength(name: str) -> int:
    return (
        3
        if name in ("that", "object-that", "quotation", "colon", "clause", "object-clause", "wh", "object-quotation")
        else 2
    )


def _plain_object(s: Sentence, found: Frame) -> Span | None:
    """Give the first words of an object, which name whom a criticism or question is meant for."""
    if found.name != "object" or found.start is None:
        return None
    return s.span_of(found.start, min(len(s), found.start + 4))


def _antecedent(s: Sentence, who: Subject | None) -> Span | None:
    """Give the noun phrase that "who" or "which" stands for."""
    if who is None or who.how != "relative":
        return None
    stop = who.first
    while stop > 0 and s.words[stop - 1] in (",", "(", "–", "—", "-"):
        stop -= 1
    start = phrase_start(s, stop) if stop else None
    return s.span_of(start, stop) if start is not None else None


def _possessor(s: Sentence, i: int) -> Span | None:
    """Give the holder that stands before a noun: "its claim", "Alden's repeated warning"."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if s.lower[k] in g.POSSESSIVES:
            return s.span_of(k, k + 1)
        if s.lower[k] in ("'s", "’s") or (s.words[k] in "'’" and s.lower[k - 1].endswith("s")):
            start = phrase_start(s, k)
            return s.span_of(start, k) if start is not None else None
        if k == i - 1 and k > 0 and s.words[k][0].isupper() and s.words[k].replace(".", "").isalpha():
            first = k
            while first > 1 and s.words[first - 1][0].isupper() and s.words[first - 1].isalpha():
                first -= 1
            return s.span_of(first, k + 1)
        if (
            not s.words[k][0].isalnum()
            or s.lower[k] in g.PREPOSITIONS
            or s.lower[k] in g.FINITE
            or s.quoted[k]
            or s.lower[k] in ("the", "a", "an", "that")
        ):
            return None
    return None


def _ends_agent(s: Sentence, x: int) -> bool:
    lower = s.lower[x]
    return (
        s.words[x] in ",.;:"
        or s.quoted[x]
        or lower
        in (
            "that",
            "to",
            "as",
            "for",
            "in",
            "on",
            "during",
            "after",
            "when",
            "while",
            "who",
            "which",
            "over",
            "about",
            "at",
            "against",
        )
        or lower in g.FINITE
    )


def _inverted(page: Page, s: Sentence, i: int, last: int) -> Span | None:
    """Give X of "..., said X" where the verb directly follows what was said."""
    if i == 0 or not (s.words[i - 1] == "," or s.quoted[i - 1]) or s.lower[i].endswith("ing"):
        return None
    found = phrase_after(page, s.stops[last], s.span.stop)
    if found is None:
        return None
    k = s.at(found.stop)
    done = k >= len(s) or s.words[k] in ".,;:" or s.words[k] in g.DASHES or s.quoted[k]
    return found if done or s.lower[k] in g.PREPOSITIONS or s.lower[k] in ("when", "who", "last", "this") else None


def _content_from(s: Sentence, k: int) -> int:
    """Give the offset where what was said begins; "But" and a dateline are the narrator's."""
    for x in range(min(k, 8)):
        if s.words[x] in ("-", "–", "—") and x >= 2 and s.words[x - 1] == ")":
            return s.starts[x + 1]
    return s.starts[0]


def _says_something(s: Sentence, k: int) -> bool:
    """Whether the words before the say-clause are a statement, not a name or an opening phrase."""
    if k - 1 < 4:
        return False
    return any(
        w in g.FINITE or w in g.PASTS or w in g.AUXILIARIES or (w.endswith("ed") and len(w) > 4) or w.endswith("s")
        for w in s.lower[1 : k - 1]
    )


def _according(page: Page, s: Sentence, i: int) -> Iterator[Proposal]:
    """Read "according to X, ..." and "..., according to X"."""
    k = i + 2
    while (
        k < len(s)
        and s.words[k] not in (",", ";", "--", "—", "–")
        and not (s.words[k] == "." and k == len(s) - 1)
        and not s.quoted[k]
    ):
        k += 1
    if k == i + 2:
        return
    source = s.span_of(i + 2, k)
    before = page.trimmed(_content_from(s, i) if i else s.span.start, s.starts[i])
    after = page.trimmed(s.stops[k], s.span.stop) if k < len(s) and s.words[k] in (",", ";", "--", "—", "–") else None
    content = [x for x in (before, after) if x and len(page.text[x.start : x.stop].split()) >= 2]
    if content:
        yield Proposal(
            sentence=s.number,
            source=source,
            cue=s.span_of(i, i + 2),
            content=tuple(content),
            cue_class="speech",
            frame="according",
            found_by="according-to",
            lemma="according to",
            strength=3,
        )
