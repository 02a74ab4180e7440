"""What every code of a problem means, a paragraph each, for whoever has to put the file right."""

from __future__ import annotations

from collections.abc import Mapping

EXPLAINED: Mapping[str, str] = {
    # folders and files
    "F001": "The folder of rules does not exist, or is a file. `--rules` takes a folder that holds packs, each a "
    "folder with a pack.yaml.",
    "F002": "The folder is itself a pack. `--rules` takes the folder around it, because a pack may extend its "
    "neighbours.",
    "F003": "No folder in here has a pack.yaml, so there is no pack. An empty folder of rules would give a "
    "briefing without issues and hide the mistake.",
    "F004": "A YAML file or folder of the pack has a name that is never read, so whatever stands in it would "
    "silently have no effect. Lists are acts, force, countries, cues and people (also cut up, as in "
    "people-army.yaml); beside them stand pack.yaml, phrases.yaml and the files in issues/.",
    "F005": "A file of the pack is a link that leads out of it. Packs are passed between desks, and a link could "
    "show lines of files that are nobody else's business. Put a copy of the file into the pack.",
    "F006": "The operating system does not let the file be read, or it is no regular file.",
    "F007": "The pack has more files or bytes than a pack can have. Probably something else lies in its folder.",
    # YAML itself
    "Y001": "Here the file stops being YAML. The line, or the entry of a list around it, was left out and the "
    "rest read, so that all other mistakes are listed too. Most often a quotation mark is not closed, a "
    "line is indented by one column too many or too few, or a text that holds ': ' needs quotes.",
    "Y002": "The file holds a control character that no text needs, often pasted from another program.",
    "Y003": "YAML can name a value (&) and repeat it (*). Rule files may not: a few lines can stand for millions "
    "of values, and a reader cannot see what a rule says. Words that several patterns share belong into "
    "macros of pack.yaml. A text that begins with & or * needs quotes.",
    "Y004": "A file may hold 1 MiB. Cut it into several: issues may be cut by pack, lists by name (people-army.yaml).",
    "Y005": "The file nests lists and mappings deeper than any rule file needs; probably brackets are not closed.",
    "Y006": "The file holds nothing, or comments only. Delete it or fill it.",
    "Y007": "The file is not in UTF-8. Save it again and choose UTF-8 as encoding.",
    "Y008": "The line `---` begins another YAML document. A rule file holds one; what follows the line would not "
    "be read.",
    "Y009": "A text that begins with ! is a tag for YAML, which can ask for other types. Put it in quotes.",
    "Y010": "YAML forbids tabs in the indentation, and elsewhere nobody sees that they are none of the blanks around "
    "them. Set the editor to write spaces.",
    "Y011": "The file has so many mistakes that the rest is not listed. Put the first ones right and check again.",
    # what may stand where
    "S001": "The key is not one that may stand here. Perhaps it is misspelt; perhaps it stands too far left or "
    "right and belongs to another entry.",
    "S002": "Here stands a text or a list where 'key: value' lines are expected.",
    "S003": "Here stands a list or mapping where a text is expected. A text that begins with [ or {, or holds ': "
    '\', needs quotes; a pattern that begins with a macro, too: "{firm} oppose*".',
    "S004": "Here a list is expected: entries that each begin with '- ', or [one, another].",
    "S005": "The key has no value. Leave the line out, or write a value; an empty text is never meant.",
    "S006": "The value is not one of the few that are possible here. Positions carry their sign: -2, -1, 0, +1, +2.",
    "S007": "Here a whole number is expected.",
    "S008": "A key is a word, not a list or mapping.",
    "S009": "The key stands twice in one entry; only one of the two could count. Join their values into one list.",
    "S010": "A key that every such entry must have is missing.",
    # rules
    "R001": "The pattern cannot be read, or could never match. A pattern is words in order: word* any ending, "
    "word(s) an optional part, (a|b c) alternatives, ... a gap of up to 6 words, ...3 of up to 3, {name} "
    "a macro. It may have 300 characters, 3 gaps and stand for 200 phrases.",
    "R002": "The id is used twice in one pack. Ids name things in analyses and reviews for years, so each is "
    "unique, and one that is given up is never used again. (In a pack that extends another, the same id "
    "replaces what it inherits.)",
    "R003": "No issue file of this pack, or of one it extends, has a proposition of this id.",
    "R004": "No rule takes a position on the proposition, so no side could ever be shown to hold it.",
    "R005": "The rule has neither `any` nor `all`, so nothing can hit it.",
    "R006": "The rule has no test. Every rule names at least one sentence that it must hit, so that a later "
    "change that breaks it is noticed.",
    "R007": "No countries.yaml of this pack, or of one it extends, has a side of this id. Sides are ISO 3166-1 "
    "alpha-3 codes (USA, CHN, TWN), or EU, NATO, UN, G7; a pack may add its own.",
    "R008": "No issue file of this pack, or of one it extends, has this id.",
    "R009": "No pack of this id was found, neither beside this one nor among those that ship.",
    "R010": "Two packs extend each other, so neither can be read first.",
    "R011": "In a pack without sides of its own, a test must say whose words its sentence is: {text: …, side: …}.",
    "R012": "The pattern names a macro that no pack.yaml of this pack, or of one it extends, defines.",
    "R013": "A position needs the proposition it is a position on, and a proposition in a rule needs a position. "
    "A rule with neither says only that a side speaks to the issue.",
    "R014": "Ids are lower-case words joined by - or . (taiwan.arms-sales), those of sides capitals (USA, G7).",
    "R015": "Dates are written 2024, 2024-04 or 2024-04-26; a requirement of a version '>=0.1'.",
    "R016": "A pack is found by its folder and named by its id, so the two must be alike.",
    "R017": "A pack compares two sides: `sides` names exactly two, or is left out.",
    "R018": "There is no rule of this id. `disable` names rules that the pack inherits, `related` rules of the "
    "pack or inherited ones.",
    "R019": "The office ends before it begins; the two dates are probably exchanged.",
    "R020": "The rule's tests want the same sentence both to match and not to match.",
    "R021": "The pack was written for a newer version of this program.",
    # tests
    "T001": "A sentence under `match` is not matched as the test wants. Below the message stands what the rule asks "
    "for and how near the sentence comes; change the pattern, or the sentence if it wants too much. A sentence that "
    "will only match one day stands under `todo_match`.",
    "T002": "A sentence under `no_match` is matched. Below the message stands which words matched which pattern; make "
    "the pattern narrower, or cancel the hit with `none`.",
    "T003": "A sentence under `todo_match` now matches, or one under `todo_no_match` no longer does: the work is done. "
    "Move it to `match` or `no_match`, so that it stays done.",
    # worth a look
    "W004": "A macro that no pattern uses is left over, or its name is misspelt where it was meant to be used.",
    # front matter of documents
    "M001": "A date in the front matter of a document is a full day: 2024-04-26.",
}


def explain(code: str) -> str | None:
    """Give the paragraph on a code, in whatever case it is written; None where there is no such code."""
    return EXPLAINED.get(code.strip().upper())
