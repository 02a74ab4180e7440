"""Closed word classes of English, as far as who-said-what needs them."""

from __future__ import annotations

from briefing.text import words

SUBJECT_PRONOUNS = words("he she they it we i you")
POSSESSIVES = words("his her their its our my your whose")
DETERMINERS = words(
    "the a an his her its their my our your whose this that these those some many most all any no one two three "
    "four five several more such each every both few another either neither"
)
ARTICLES = words("the a an his her its their my our your whose no every")
PRONOMINAL = words(
    "all both many some any this that each most one two three four five these those few several another such "
    "neither either"
)
AUXILIARIES = words(
    "is are was were be been being am has have had having do does did will would can could may might must shall "
    "should 's ’s 've ’ve 'd ’d 'll ’ll 're ’re 'm ’m not n't never also already again later then now still just "
    "only even repeatedly previously recently reportedly immediately quickly once often sometimes always long "
    "first finally actually apparently clearly simply really himself herself itself themselves further frequently "
    "since however all both too thus therefore won't can't cannot didn't doesn't don't isn't wasn't aren't "
    "weren't hasn't haven't hadn't wouldn't couldn't shouldn't won’t can’t didn’t doesn’t don’t isn’t wasn’t "
    "aren’t weren’t hasn’t haven’t hadn’t wouldn’t couldn’t shouldn’t"
)
BE = words(
    "is are was were be been being am 's ’s 're ’re 'm ’m isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t"
)
COPULAS = BE | words(
    "become becomes became remain remains remained feel feels felt sound sounds sounded seem seems seemed appear "
    "appears appeared grow grows grew grown stay stays stayed look looks looked"
)
FINITE = words(
    "is are was were has have had do does did will would can could may might must shall should won't can't didn't "
    "doesn't isn't wasn't don't aren't weren't haven't hasn't wouldn't couldn't won’t can’t didn’t doesn’t isn’t "
    "wasn’t don’t aren’t weren’t haven’t hasn’t wouldn’t couldn’t cannot 'll ’ll 've ’ve 're ’re 'm ’m said says"
)
PASTS = words(
    "beat bet bought broke brought built came caught chose cut drew drove fell fed felt fled flew forbade forgot "
    "fought found froze gave got grew heard held hid hit hurt kept knew laid led left lent let lit lost made "
    "meant met paid put quit ran rode rose said sang sat saw sent set shook shot shut slept slid sold sought "
    "spent split spoke spread sprang stole stood struck stuck swept swore swung taught threw told took tore "
    "undertook understood upheld wept went withdrew woke won wore wrote became began"
)
NEGATORS = words(
    "not n't never no neither nor didn't doesn't don't didn’t doesn’t don’t hasn't haven't hadn't hasn’t haven’t "
    "hadn’t won't won’t wouldn't wouldn’t without"
)
SUBORDINATORS = words(
    "that because when if while as but where before after although though since which how what why whether until "
    "unless than or who whom whereas once so"
)
OPENERS = words(
    "in on at during after before when while as if for with from by though although since despite asked speaking "
    "responding referring noting citing under amid following through because until unless within across "
    "throughout among given regarding to upon without against between over about unlike like once whether beyond"
)
PREPOSITIONS = words(
    "in on at for of about with from by to during after before over under against into between among through "
    "without within across amid upon onto toward towards as like despite at including"
)
CONJUNCTIONS = words("and but or nor then yet")
RELATIVES = words("who which that")
QUESTIONERS = words("whether if how why what who where when which")
ADDRESSEES = words(
    "him her them me us you reporters voters supporters journalists lawmakers viewers audiences members delegates "
    "crowds everyone people congress parliament senators legislators listeners readers others officials leaders "
    "counterparts"
)
DOCUMENTS = words(
    "statement communique communiqué declaration readout document release report letter text memorandum notice "
    "announcement white paper commentary"
)
DASHES = words("-- — – - ---")
MARKS = words("“ ” \" „ « » ‘ ’ ' `` ''")
TITLES = words(
    "mr mr. mrs mrs. ms ms. dr dr. sir lord prof prof. gen gen. sen sen. rep rep. gov gov. col col. lt lt. adm "
    "adm. maj maj. sgt sgt. capt capt. lady madam mme mme. dame ambassador"
)


def is_gerund(word: str) -> bool:
    """Whether a word inside a sentence is an -ing form, not a name: "Beijing"."""
    return word.endswith("ing") and word[0].islower()


def is_adverb(text: str, lower: str) -> bool:
    """Whether a word may stand inside a verb group as an adverb."""
    return lower.endswith("ly") and not text[0].isupper() and len(lower) > 4
