"""What every key of a rule file means, a sentence each, as editors show it beside the key.

In: nothing. Out: for each class of `written`, by its short name, the meaning of each of its keys.
"""

from __future__ import annotations

from collections.abc import Mapping

_TESTS = {
    "match": "Sentences that must be hit. They are tried on every check.",
    "no_match": "Sentences that look alike but must not be hit.",
    "todo_match": "Sentences that are to be hit one day, but are not yet.",
    "todo_no_match": "Sentences that are hit, but should not be one day.",
}
_PATTERNS = {
    "any": "At least one of these patterns must be there. A pattern is words in order: word* any ending, word(s) an "
    "optional part, (a|b) alternatives, ... a gap of up to 6 words, ...3 of up to 3, {name} a macro.",
    "all": "Each of these patterns must be there.",
    "none": "A hit of these patterns cancels the hits of `any` that it overlaps.",
}

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "pack": {
        "id": "The name of the pack's folder, in small letters.",
        "title": "What the pack is called in print.",
        "version": "Raise it whenever rules change; it is printed in each briefing.",
        "requires": "The oldest version of the program that can use the pack, such as '>=0.1'.",
        "extends": "The packs whose names, issues and rules this one takes over and adds to.",
        "sides": "The two sides that are compared, such as [USA, CHN].",
        "issues": "The ids of issues in the order of the page; issues that are not named follow.",
        "macros": "Parts that several patterns share: name: (one|another). A pattern uses one as {name}.",
        "disable": "The ids of rules that this pack takes over but switches off.",
    },
    "issue": {
        "id": "The issue, in small letters joined by -; also the name of the file. It never changes.",
        "name": "The issue as printed.",
        "in_text": "The name inside a sentence, where it is another.",
        "short": "The name in a narrow column.",
        "about": "The words that tell that a sentence is about the issue.",
        "propositions": "Worded sentences that a side can agree or disagree with.",
        "rules": "What words of a side mean.",
    },
    "about": {
        **_PATTERNS,
        "weak": "Patterns that count only where the sentence names no other issue.",
    },
    "proposition": {
        "id": "Small letters joined by - or ., such as trade.tariffs. It never changes and is never used again.",
        "label": "A neutral noun phrase for the page.",
        "text": "A whole sentence to agree or disagree with.",
        "in_text": "The sentence as it stands inside another, where making its first letter small does not do.",
    },
    "rule": {
        "id": "Small letters joined by - or ., such as trade.tariffs.end. It never changes and is never used again.",
        "proposition": "The id of the proposition that the words take a position on.",
        "position": "-2 rejects, -1 has reservations, 0 is neutral, +1 supports in part, +2 affirms.",
        "sides": "Only words of these sides count.",
        **_PATTERNS,
        "within": "Where the patterns are looked for: in one sentence, or in the whole statement.",
        "near": "Another issue that must be spoken of near by.",
        "kinds": "Only statements that reach us in these ways count: quoted, reported, told by the reporter and so on.",
        "acts": "Only words that do one of these things count: warn, demand, support and so on.",
        "via": "Only words count that one of these sides tells of the other.",
        "addressee": "Only words to one of these sides count.",
        "of": "Words that name other states beside the speaker's, and none of these, do not count.",
        "negated": "The position where a 'not' stands around the words; without it such a hit is dropped.",
        "conditional": "The position where the words hang on a condition; without it such a hit is dropped.",
        "summary": "What the side does, as printed after its name: 'opposes the sale'.",
        "ask": "What is asked of the other side, as in 'asks it to …': 'stop the sale'.",
        **_TESTS,
        "status": "Where the rule stands in its life.",
        "related": "The ids of rules that belong to this one or follow it.",
        "note": "A remark for colleagues.",
        "cites": "The published source that the rule rests on.",
    },
    "near": {
        "issue": "The id of the issue.",
        "sentences": "How many sentences away it may be; 1 if left out.",
    },
    "case": {
        "text": "The sentence.",
        "side": "Whose words they are; else the rule's first side, else the pack's first.",
        "genre": "What sort of text it stands in; news is a report about the sides, all else a side's own text.",
        "before": "The sentence before it.",
        "expect": "What must come out besides the hit.",
    },
    "expect": {
        "side": "The side that holds the position.",
        "via": "The side that tells it of the other.",
        "position": "The position.",
        "act": "What is done with the words.",
        "force": "How strong the words are, from 1 to 5.",
        "issue": "The id of the issue.",
    },
    "act": {
        "act": "What is done with the words.",
        "any": "Verbs and phrases that mark it.",
        "nouns": "Noun phrases that mark it, such as: a ...1 warning.",
        **_TESTS,
    },
    "naming": {
        "matter": "What both sides speak of; two entries of one matter make a pair.",
        "side": "The side that uses the name, by its id.",
        "name": "The name as it is printed.",
        "any": "The words that tell that a side uses the name, as in a rule.",
        "cites": "A published text in which the side uses the name.",
    },
    "force": {
        "force": "The rung of the ladder, from 1 (mild) to 5 (last warning).",
        "any": "The words of this rung.",
        "sides": "The sides in whose language these words have this force.",
        "cites": "The published work that puts these words on this rung.",
        **_TESTS,
    },
    "side": {
        "id": "Three capitals after ISO 3166-1, or EU, NATO, UN, G7.",
        "name": "The name as printed.",
        "in_text": "The name inside a sentence, such as: the United States.",
        "short": "The name in a narrow column.",
        "aliases": "Other names. One in CAPITALS matches only capitals.",
        "adjectives": "Its adjectives and the words for its people.",
        "metonyms": "Capitals and seats that stand for it, such as Beijing.",
        "state": "Whether it is a state; no for bodies such as NATO.",
    },
    "cues": {
        "class": "What the words mean.",
        "verbs": "Verbs in their base form, perhaps with a particle: call for.",
        "nouns": "Nouns that report with a holder: Alden's claim that.",
        "adjectives": "Adjectives that report after 'be': was clear that.",
        "frames": "What may follow the verb when it reports something.",
        "unless": "Things of which the verbs say nothing: to raise money.",
    },
    "person": {
        "name": "The full name as printed.",
        "side": "The side the person speaks for.",
        "aliases": "Other full or short names.",
        "family": "The family name, where it is not the last word of the name.",
        "pronoun": "he, she or they; leave it out if it is not known.",
        "offices": "What the person was, and when.",
    },
    "office": {
        "title": "The office.",
        "from": "When it began: 2024, 2024-04 or 2024-04-26.",
        "to": "When it ended; leave it out while it lasts.",
        "authority": "1 head of state or government, 2 minister or spokesperson, 3 other officials, 4 state media.",
        "cites": "Where the dates come from.",
    },
    "body": {
        "body": "The name of the ministry, party, mission or medium.",
        "side": "The side it speaks for.",
        "aliases": "Other phrases that name it by themselves.",
        "authority": "1 head of state or government, 2 ministry, 3 other officials, 4 state media.",
        "cites": "Where this comes from.",
    },
    "role": {
        "role": "An office or body that every state has: foreign minister.",
        "authority": "1 head of state or government, 2 minister or spokesperson, 3 other officials, 4 state media.",
        "body": "yes for a ministry, army or group; left out for an office that one person holds.",
        "sides": "Whose the office is where a text names no state with it: [USA, GBR].",
    },
}
