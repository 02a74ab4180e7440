"""Commands on documents: brief them, show what was found, explain it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from briefing.cli.options import choices, documents_options, look, metadata, progress, reading_options, review_option
from briefing.cli.watch import watchable
from briefing.errors import shown
from briefing.version import VERSION


@click.command(name="make")
@documents_options
@review_option
@click.option(
    "-o",
    "--output",
    default="out/brief.pdf",
    show_default=True,
    metavar="PDF",
    help="Where to write; - is standard output.",
)
@click.option("--json", "json_path", metavar="PATH", help="Also write the analysis as JSON.")
@click.option("--title", help="The title, instead of the two sides' names.")
@click.option("--marking", help="A marking for the head and foot of every page.")
@click.option("--prepared-by", metavar="TEXT", help="Who prepared the briefing.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="The sheet.")
@click.option(
    "--theme",
    type=click.Choice(["standard", "large", "mono"]),
    default="standard",
    show_default=True,
    help="Of the PDF: as designed, in print of 12 points and more, or without hues.",
)
@click.option(
    "--profile",
    type=click.Choice(["full", "two-page"]),
    default="full",
    show_default=True,
    help="Everything with its evidence, or two pages.",
)
@click.option(
    "--font",
    "fonts",
    multiple=True,
    metavar="FILE",
    help="A house face for text (.ttf); given twice, the second is for headings and bold.",
)
@click.option(
    "--embed",
    type=click.Choice(["evidence", "full", "none"]),
    default="evidence",
    show_default=True,
    help="What rides inside: the analysis with its evidence, with all texts read, or nothing.",
)
@click.option(
    "--twins", is_flag=True, help="Also write it as HTML and Markdown, matrix and register as CSV, beside the PDF."
)
@watchable("documents", "rules", "review")
def make_command(documents: tuple[str, ...], output: str, json_path: str | None, twins: bool, **options: Any) -> None:
    """Write the PDF briefing of DOCUMENTs; - reads standard input.

    \b
    Example:
      briefing make article.txt --publisher CNN --date 2024-04-26 -o out/brief.pdf
    """
    from briefing import outputs, pipeline
    from briefing.overview import overview

    beside = _twins(output) if twins else {}
    outputs.check(
        [p for p in (output, json_path, *beside.values()) if p not in (None, "-")],
        inputs=[*documents, *filter(None, [options["review"]])],
    )
    with progress() as tell:
        made = pipeline.make(*documents, look=look(options), twins=twins, **choices(options, tell))
    files = {output: made.pdf, **({json_path: made.json} if json_path else {})}
    files |= {path: made.twins[end] for end, path in beside.items()}
    piped = files.pop("-", None)
    outputs.write(files)
    click.echo(overview(made.analysis), err=piped is not None)
    if files:
        click.echo(f"wrote {' and '.join(files)}", err=piped is not None)
    if piped is not None:
        sys.stdout.buffer.write(piped)


def _twins(output: str) -> dict[str, str]:
    """Name the twins of a briefing, by the ends of their names."""
    from briefing.errors import ChoiceError
    from briefing.pages.twins import ENDS

    if output == "-":
        raise ChoiceError("--twins: twins stand beside a PDF; name it with -o")
    return {end: str(Path(output).with_suffix("")) + end for end in ENDS}


@click.command(name="analyze")
@documents_options
@review_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def analyze_command(documents: tuple[str, ...], form: str, **options: Any) -> None:
    """Show where the sides stand, without a PDF.

    A table, or with --format json the whole analysis.

    \b
    Example:
      briefing analyze article.txt --format json > analysis.json
    """
    from briefing import pipeline
    from briefing.overview import overview
    from briefing.record import record

    with progress() as tell:
        analysis = pipeline.analyze(*documents, **choices(options, tell))
    if form == "json":
        sys.stdout.buffer.write(record(analysis, version=VERSION))
    else:
        click.echo(overview(analysis))


@click.command(name="why")
@documents_options
@review_option
@click.option("--at", "line", type=click.IntRange(min=1), metavar="LINE", help="Only what stands at this line.")
@click.option("--statement", metavar="ID", help="Only the statement with this id.")
def why_command(documents: tuple[str, ...], line: int | None, statement: str | None, **options: Any) -> None:
    """Explain how each result came about.

    How each statement was found, which words made which rule hold, and which rules lost.

    \b
    Example:
      briefing why article.txt --at 12
    """
    from briefing import pipeline
    from briefing.explain import why

    with progress() as tell:
        analysis = pipeline.analyze(*documents, **choices(options, tell))
    click.echo(why(analysis, pipeline.tried(analysis), line=line, statement=statement))


@click.command(name="why-not")
@documents_options
@click.argument("rule")
@click.option("--at", "line", type=click.IntRange(min=1), metavar="LINE", help="Only what stands at this line.")
@click.option("--statement", metavar="ID", help="Only the statement with this id.")
def why_not_command(
    documents: tuple[str, ...], rule: str, line: int | None, statement: str | None, **options: Any
) -> None:
    """Explain why a RULE gave nothing.

    Where it came nearest, which piece failed, and the smallest edit that would have matched.

    \b
    Example:
      briefing why-not article.txt taiwan.peace.affirm
    """
    from briefing import explain, pipeline

    with progress() as tell:
        analysis = pipeline.analyze(*documents, **choices(options, tell))
        wanted = explain.find(analysis.ruleset, rule)
        trials = pipeline.tried(analysis, wanted)
    click.echo(explain.why_not(wanted, trials, line=line, statement=statement))


@click.command(name="text")
@click.argument("document")
@click.option("--head", is_flag=True, help="Begin with what is known of it, as a block that a .txt file can have.")
@reading_options
def text_command(document: str, head: bool, **options: Any) -> None:
    """Print the text of a DOCUMENT exactly as it is read.

    Offsets in the analysis are offsets in it. Save it as .txt to correct what was read.

    \b
    Example:
      briefing text readout.pdf --head > readout.txt
    """
    from briefing import pipeline
    from briefing.documents import with_front_matter

    found = pipeline.document(document, **metadata(options))
    text = with_front_matter(found) if head else found.text
    if sys.stdout.isatty():
        click.echo(shown(text))
    else:
        sys.stdout.buffer.write(text.encode())
