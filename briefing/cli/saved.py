"""Commands on briefings that were saved."""

from __future__ import annotations

import sys
from typing import Any

import click

from briefing.cli.options import choices, documents_options, faces, progress, review_option
from briefing.cli.watch import tell
from briefing.errors import BriefingError


@click.command(name="diff")
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--exit-code", is_flag=True, help="End with 1 if the two differ.")
def diff_command(old: str, new: str, form: str, exit_code: bool) -> None:
    """Compare two briefings, cell by cell.

    OLD and NEW are PDFs that briefing make wrote, or files of briefing analyze --format json.

    \b
    Example:
      briefing diff april.pdf may.pdf
    """
    from briefing.changes import FORMS, compare, picture
    from briefing.saved import analysis_in

    before, after = (picture(analysis_in(path)) for path in (old, new))
    changes = compare(before, after)
    click.echo(FORMS[form](changes))
    if exit_code and not changes.empty:
        raise click.exceptions.Exit(1)


@click.command(name="extract")
@click.argument("pdf")
@click.option("-o", "--output", metavar="FILE", help="Write the analysis there instead, and say what rides along.")
@click.option("--list", "only_list", is_flag=True, help="Only list the files that ride inside.")
def extract_command(pdf: str, output: str | None, only_list: bool) -> None:
    """Take the analysis out of a PDF briefing.

    \b
    Example:
      briefing extract april.pdf -o april.json
    """
    from briefing import outputs, saved

    outputs.check([output] if output else [], inputs=[pdf])
    data = saved.read(pdf)
    listed = [f"{r.name}  {r.size} bytes  sha256 {r.sha256}" for r in saved.riders(data, pdf)]
    if only_list:
        click.echo("\n".join(listed) or f"{pdf}: nothing rides inside")
        return
    found = saved.attached(data, pdf)
    if output:
        outputs.write({output: found})
        click.echo("\n".join([*listed, f"wrote {output}"]))
    else:
        sys.stdout.buffer.write(found)


@click.command(name="verify")
@click.argument("pdf")
@documents_options
@review_option
@click.option("--font", "fonts", multiple=True, metavar="FILE", help="A house face that the pages are set in.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def verify_command(pdf: str, documents: tuple[str, ...], fonts: tuple[str, ...], form: str, **options: Any) -> None:
    """Check that a PDF briefing follows from DOCUMENTs, rules and review.

    Reads the documents again, and says which document or rule is another, what then comes out otherwise, and whether
    the pages show the analysis that rides inside. Ends with 0 if the briefing holds, 1 if something differs, 2 if it
    could not be checked.

    \b
    Example:
      briefing verify april.pdf article.txt readout.md --rules our-rules
    """
    from briefing.proof import FORMS, verify

    try:
        with progress() as say:
            proof = verify(pdf, *documents, fonts=faces(fonts), **choices(options, say))
    except BriefingError as error:
        tell(error)
        raise click.exceptions.Exit(2) from None
    click.echo(FORMS[form](proof))
    if not proof.holds:
        raise click.exceptions.Exit(1)
