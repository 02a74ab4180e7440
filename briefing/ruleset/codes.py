"""What every code of a problem means, a title and a paragraph each, for whoever has to put the file right."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

# F: folders and files. Y: YAML itself. S: what may stand where. R: rules. T: their tests. M: front matter of documents.
# V: reviews. W: no mistake, but worth a look. P: snapshots. C: cases.
_TEXTS = """
F001 no such folder
The folder of rules does not exist, or is a file. `--rules` takes a folder that holds packs, each a folder with a
pack.yaml.

F002 one pack instead of a folder of packs
The folder is itself a pack. `--rules` takes the folder around it, because a pack may extend its neighbours.

F003 no pack in the folder
No folder in here has a pack.yaml, so there is no pack. An empty folder of rules would give a briefing without issues
and hide the mistake.

F004 a file or folder that is not read
A YAML file or folder of the pack has a name that is never read, so whatever stands in it would silently have no
effect. Lists are acts, force, countries, cues and people (also cut up, as in people-army.yaml); beside them stand
pack.yaml, phrases.yaml and the files in issues/. All end in .yaml.

F005 a link out of the pack
A file of the pack is a link that leads out of it. Packs are passed between desks, and a link could show lines of
files that are nobody else's business. Put a copy of the file into the pack.

F006 a file that cannot be read
The operating system does not let the file be read, or it is no regular file.

F007 a pack too large
The pack has more files or bytes than a pack can have: 500 files, 20 MiB. Probably something else lies in its folder.

Y001 not YAML
Here the file stops being YAML. The line, or the entry of a list around it, was left out and the rest read, so that
all other mistakes are listed too. Most often a quotation mark is not closed, a line is indented by one column too
many or too few, or a text that holds ': ' needs quotes: 'summary: "says: no"'.

Y002 a control character
The file holds a control character that no text needs, often pasted from another program. Nothing shows it; delete it
and type the place anew.

Y003 an anchor or alias
YAML can name a value (&) and repeat it (*). Rule files may not: a few lines can stand for millions of values, and a
reader cannot see what a rule says. Words that several patterns share belong into macros of pack.yaml. A text that
begins with & or * needs quotes.

Y004 a file too large
A file may hold 1 MiB. Cut it into several: issues may be cut by pack, lists by name (people-army.yaml).

Y005 nested too deep
The file nests lists and mappings deeper than any rule file needs; probably brackets are not closed.

Y006 an empty file
The file holds nothing, or comments only. Delete it or fill it.

Y007 not UTF-8
The file is not in UTF-8. Save it again and choose UTF-8 as encoding.

Y008 a second document
The line `---` begins another YAML document. A rule file holds one; what follows the line would not be read.

Y009 a tag
A text that begins with ! is a tag for YAML, which can ask for other types. Put it in quotes.

Y010 a tab
YAML forbids tabs in the indentation, and elsewhere nobody sees that they are none of the blanks around them. Set the
editor to write spaces.

Y011 too many mistakes
The file has so many mistakes that the rest is not listed. Put the first ones right and check again.

Y012 no TOML
The file is not TOML as pyproject.toml must be: a quotation mark or bracket is missing, a key stands twice, or a table.

S001 an unknown key
The key is not one that may stand here. Perhaps it is misspelt ('patern' for 'any'); perhaps it stands too far left or
right and belongs to another entry.

S002 lines with keys expected
Here stands a text or a list where 'key: value' lines are expected.

S003 a text expected
Here stands a list or mapping where a text is expected. A text that begins with [ or {, or holds ': ', needs quotes; a
pattern that begins with a macro, too: "{firm} oppose*".

S004 a list expected
Here a list is expected: entries that each begin with '- ', or [one, another].

S005 an empty value
The key has no value. Leave the line out, or write a value; an empty text is never meant.

S006 none of the possible values
The value is not one of the few that are possible here. Positions carry their sign: -2, -1, 0, +1, +2.

S007 no whole number
Here a whole number is expected.

S008 a key that is no word
A key is a word, not a list or mapping.

S009 a key twice
The key stands twice in one entry; only one of the two could count. Join their values into one list. Where it is 'id',
the dash that begins a new entry is probably missing.

S010 a key is missing
A key that every such entry must have is missing: a rule its summary or its tests, a rung of force the published work
it is taken from, an issue its name.

R001 a pattern that cannot be read
The pattern cannot be read, breaks a limit, or is empty. A pattern is words in order: word* any ending, word(s) an
optional part, (a|b c) alternatives, ... a gap of up to 6 words, ...3 of up to 3, {name} a macro. It may have 300
characters and 3 gaps of at most 15 words, and stand for 200 phrases.

R002 an id twice
The id is used twice in one pack. Ids name things in analyses and reviews for years, so each is unique, and one that
is given up is never used again. (In a pack that extends another, the same id replaces what it inherits.)

R003 an unknown proposition
No issue file of this pack, or of one it extends, has a proposition of this id.

R004 a proposition that no rule reaches
No rule takes a position on the proposition, so no side could ever be shown to hold it. Add a rule with 'proposition:
' and this id, or delete the proposition.

R005 a rule without a pattern
The rule has neither `any` nor `all`, so nothing can hit it.

R006 a rule without a test
The rule has no test. Every rule names at least one sentence that it must hit, so that a later change that breaks it
is noticed.

R007 an unknown side
No countries.yaml of this pack, or of one it extends, has a side of this id. Sides are ISO 3166-1 alpha-3 codes (USA,
CHN, TWN), or EU, NATO, UN, G7; a pack may add its own.

R008 an unknown issue
No issue file of this pack, or of one it extends, has this id.

R009 an unknown pack
No pack of this id was found, neither beside this one nor among those that ship. What may stand in it is not reported
as unknown, so check again once it is found.

R010 packs that extend each other
Two packs extend each other, or one itself, so neither can be read first.

R011 a test of nobody's words
In a pack without sides of its own, a test must say whose words its sentence is: {text: …, side: …}.

R012 an unknown macro
The pattern names a macro that no pack.yaml of this pack, or of one it extends, defines.

R013 a position without a proposition, or the reverse
A position needs the proposition it is a position on, and a proposition in a rule needs a position. A rule with
neither says only that a side speaks to the issue.

R014 an id of the wrong form
Ids are lower-case words joined by - or . (taiwan.arms-sales), those of sides capitals (USA, G7).

R015 a date or version of the wrong form
Dates are written 2024, 2024-04 or 2024-04-26; a requirement of a version '>=0.1'.

R016 folder and id differ
A pack is found by its folder and named by its id, so the two must be alike.

R017 not two sides
A pack compares two sides: `sides` names exactly two, or is left out.

R018 an unknown rule
There is no rule of this id. `disable` names rules that the pack inherits, `related` rules of the pack or inherited
ones.

R019 an office that ends too early
The office ends before it begins; the two dates are probably exchanged.

R020 a test that contradicts another
The rule's tests want the same sentence both to match and not to match.

R021 a newer program needed
The pack was written for a newer version of this program.

R022 a mark between words
Between the words of a pattern may stand blanks, hyphens and quotation marks, nothing else; with a comma, full stop,
colon, bracket or the like between two words the pattern can never match. Put a gap in its place, which may cross any
mark: 'Taiwan ...1 China' finds "Taiwan, China". Full stops of initials, as in U.S., are part of the word.

R023 a pattern that its 'none' cancels
Whatever the pattern could hit, a `none` of the same entry cancels, because it stands for the same words or for a part
of them: with 'any: [arms sales]' and 'none: [arms]' nothing is left. A `none` should name the longer phrase that is
not meant, such as 'none: [arms sales scandal]'.

T001 a test that does not match
A sentence under `match` is not matched as the test wants. Below the message stands what the rule asks for and how
near the sentence comes; change the pattern, or the sentence if it wants too much. A sentence that will only match one
day stands under `todo_match`.

T002 a test that matches but should not
A sentence under `no_match` is matched. Below the message stands which words matched which pattern; make the pattern
narrower, or cancel the hit with `none`.

T003 a test to be done that is done
A sentence under `todo_match` now matches, or one under `todo_no_match` no longer does: the work is done. Move it to
`match` or `no_match`, so that it stays done.

W001 a pattern that hits nearly everything
The pattern is made of words that nearly every sentence has (the, of, it), or of a beginning of one or two letters
(a*), so that it says nothing about what the sentence is about. Beside a pattern under `all` that says more, such
words may stand.

W002 a rule that never counts
An earlier rule of the same issue, with limits at least as wide, hits every phrase that this rule stands for from its
first word to its last, and speaks to the same proposition. If both give the same position, this rule adds nothing; if
they give two, the earlier one always wins, because of two rules with equally long evidence the first in the file
counts. Put the narrower rule first, give this one longer phrases, or delete it.

W003 a pattern twice
Two patterns of one list stand for the same words, perhaps in another spelling: case, accents and hyphens make no
difference ('dual-use', 'dual use'). One of them is enough.

W004 a macro that nobody uses
A macro that no pattern uses is left over, or its name is misspelt where it was meant to be used.

W005 a test twice
The same sentence, with the same side and the same sentence before it, stands twice in one list of tests. Perhaps
another one was meant.

W006 nothing follows a deprecated rule
The rule is deprecated, and nothing says which rule follows it, so whoever meets its id in an older analysis is left
alone. Name the rules that follow it: 'related: [taiwan.independence.oppose]'.

W007 an issue that nothing leads to
The issue has no `about` and no rule, neither here nor in any other pack, so no sentence could ever count under it.

W008 a pattern that no test needs
Told by 'rules check --thorough'. The pattern could be deleted or misspelt and every test would still hold, because no
sentence under `match` is hit by it alone. Write one: it also shows the next reader what the pattern is for.

W009 a gap that no test bounds
Told by 'rules check --thorough'. The gap could be made as wide as any and every test would still hold. Write a
sentence under `no_match` in which the words of the pattern stand further apart, and mean something else.

W010 a position that no test says
Told by 'rules check --thorough'. If the position were turned round, every test would still hold. Say it in one of the
tests under `match`: expect: {position: -2}.

P001 a snapshot of another form
The snapshot was written by a version of this program that writes another form. Accept the briefing anew.

P002 a snapshot that does not hold together
The snapshot refers to a document, stance or position that is not in it, most often after a merge by hand. Accept the
briefing anew.

C001 a case twice
Two cases have one name, so their snapshots would be one file. Give one of them another name.

C002 no document
No file has a name of this form, seen from the folder of the file that names the cases.

C003 the name of a case
Snapshots are called after their cases, on every system, so names are small letters and digits, joined by '-', '.' or
'_': april-talks.

C004 not two sides
A briefing compares two sides; name exactly two, or leave the key out and let the texts and the pack decide.

C005 an output of another kind
A case writes its briefing as a PDF, or its analysis as JSON; the ending of the name says which.

C006 no cases
The file names no briefing to keep under test. It needs a list 'cases', each with a name and documents.

V001 a stance that is not there
Nothing that was found has this id any more: the document, the rules or the sides have changed since the review was
written. The message names the stance whose words come nearest. Run `briefing review` again with the same file: it
keeps every edit that still holds, finds stances whose ids alone have changed, and sets the rest aside under `stale`.

V002 a quotation that is not there
The quotation does not stand in the document word for word; only blanks and line ends may differ. Under `stances`,
`quote` is the program's own proof and is left as it is; under `added`, copy the words out of the document.

V003 a stance twice
The same stance, or the same added statement, stands twice in the review; only one of the two could count.

V004 an edit without a name
Whoever changes, strikes, adds or confirms something signs it: `by:` with a name in the entry, or once at the head of
the file for all that is decided in it.

V005 an edit without a reason
A change, a struck stance and an added statement need `why:`, which is printed in the register beside the name. Only
what is confirmed as the program read it needs none.

V006 an unknown side, issue or proposition
The rules in use have no side, issue or proposition of this id.

V007 position and proposition that do not go together
A position is a position on a proposition, and that is one of the stance's issue. Who moves a stance to another issue
chooses a proposition there, or writes none for both.

V008 a reading that has changed
Somebody signed what the program had read, as `found` has it, and the rules now read these words otherwise. The
signature does not cover that. Run `briefing review` again: it sets the entry aside under `stale` and shows the stance
as it is read now.

V009 a document that was not read
The review speaks of a document that is not among those of this run. Name the document too, or run `briefing review`
again for those that are left.

V010 struck and changed
The entry strikes its stance with `keep: no` and changes it as well; only one can be meant.

V011 a quotation that stands more than once
The document has these words more than once, and the added statement could be any of them. Quote more of the words
around.

V012 what only the program writes
Sentence, rule and `via` of a stance are shown for the desk to read, and a change of them would have no effect. A desk
changes side, speaker, issue, proposition, position, act and force, or strikes the stance and adds a statement.

M001 a date of the wrong form
A date in the front matter of a document is a full day: 2024-04-26.
"""


def _read(texts: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for block in texts.strip().split("\n\n"):
        head, _, paragraph = block.partition("\n")
        code, _, title = head.partition(" ")
        yield code, (title, " ".join(paragraph.split()))


EXPLAINED: Mapping[str, tuple[str, str]] = dict(_read(_TEXTS))


def explain(code: str) -> str | None:
    """Give title and paragraph of a code, in whatever case it is written; None where there is no such code.

    >>> print(explain("r005"))
    R005: a rule without a pattern
    <BLANKLINE>
    The rule has neither `any` nor `all`, so nothing can hit it.
    """
    code = code.strip().upper()
    if code not in EXPLAINED:
        return None
    title, paragraph = EXPLAINED[code]
    return f"{code}: {title}\n\n{paragraph}"


def page() -> str:
    """Give all codes as a page of Markdown."""
    parts = (f"## {code}: {title}\n\n{textwrap.fill(text, 120)}" for code, (title, text) in EXPLAINED.items())
    return "\n\n".join([_PAGE, *parts])


_PAGE = """\
# Rules: every code

Messages about rule files and reviews carry a code: `error[…]` stops the run, `warning[…]` is worth a look. Codes never
change their meaning. The same texts come from `briefing rules explain CODE`; this page is what
`briefing rules explain --all` prints."""
