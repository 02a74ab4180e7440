"""A briefing beside what was accepted: verdicts in layers, reasons, and no case that stops the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.regression import FORMS, Verdict
from tests.changes.briefs import FISH
from tests.regression.repository import Repository


def verdicts(repository: Repository, **how: bool) -> dict[str, Verdict]:
    return {result.case.name: result.verdict for result in repository.check(**how).results}


def test_a_case_is_new_until_it_is_accepted_and_then_the_same(repository: Repository) -> None:
    assert verdicts(repository) == {"talks": Verdict.NEW, "visit": Verdict.NEW}
    assert repository.check().code() == 1
    accepted = repository.accept()
    assert [result.accepted for result in accepted.results] == [True, True]
    assert verdicts(repository, cached=False) == {"talks": Verdict.SAME, "visit": Verdict.SAME}
    assert repository.check().code(strict=True) == 0


def test_a_rule_that_is_gone_is_told_in_the_words_of_the_page(repository: Repository) -> None:
    repository.accept()
    repository.without_rule("fish.quota.oppose")
    result = repository.result()
    page = FORMS["text"](repository.check())
    assert (result.verdict, result.reasons) == (Verdict.CELLS, ("the rules changed",))
    assert "fish × BOR: -2 → no position" in page
    assert "because rule fish.quota.oppose no longer matches “opposes the fishing quota” (talks.txt:3)" in page
    assert page.endswith("if that is right: briefing accept talks.")


def test_an_edit_of_the_rules_that_moves_nothing_is_equal_in_meaning(repository: Repository) -> None:
    repository.accept()
    repository.edit(f"packs/{FISH}", "id: fish\n", "# a remark\nid: fish\n")
    assert repository.result().reasons == ("the rules changed",)
    report = repository.check()
    assert {result.verdict for result in report.results} == {Verdict.EQUAL}
    assert (report.code(), report.code(strict=True)) == (0, 1)


def test_an_edit_of_a_text_that_moves_nothing_is_equal_in_meaning(repository: Repository) -> None:
    repository.accept()
    repository.edit("texts/talks.txt", "Foreign Minister Ada", "The sun rose.\n\nForeign Minister Ada")
    result = repository.result()
    assert (result.verdict, result.reasons) == (Verdict.EQUAL, ("talks.txt was edited",))


def test_another_library_is_named_with_both_versions(repository: Repository) -> None:
    repository.accept()
    snapshot = repository.folder / "snapshots/talks.yaml"
    lines = snapshot.read_text("utf-8").splitlines(keepends=True)
    old = [line.replace("zlib ", "zlib 0.") if "libraries:" in line else line for line in lines]
    snapshot.write_text("".join(f"  pdf: {'0' * 64}\n" if line.startswith("  pdf:") else line for line in old), "utf-8")
    result = repository.result()
    assert result.verdict == Verdict.EQUAL
    assert [reason.split()[0] for reason in result.reasons] == ["zlib"]
    assert "0." in result.reasons[0]


def test_bytes_that_differ_for_no_known_reason_are_said_to(repository: Repository) -> None:
    repository.accept()
    snapshot = repository.folder / "snapshots/talks.yaml"
    lines = snapshot.read_text("utf-8").splitlines(keepends=True)
    snapshot.write_text(
        "".join(f"  pdf: {'0' * 64}\n" if line.startswith("  pdf:") else line for line in lines), "utf-8"
    )
    assert "equal in meaning, not in bytes, for no reason that is known" in FORMS["text"](repository.check())


def test_a_stance_beside_the_page_is_a_lower_verdict_than_a_cell(repository: Repository) -> None:
    repository.accept()
    again = "President Ivo Kral said that Borska rejects the fishing quota.\n"
    repository.edit("texts/talks.txt", "quota.\n\nPresident", "quota.\n\n" + again + "\nPresident")
    result = repository.result()
    assert result.verdict == Verdict.STANCES
    assert result.changes is not None
    assert [d.what for d in result.changes.stances] == ["rewritten"]


def test_another_title_is_told_as_a_sentence_of_page_one(repository: Repository) -> None:
    repository.accept()
    repository.edit("briefing.yaml", "  - name: talks\n", "  - name: talks\n    title: The harbour talks\n")
    page = FORMS["text"](repository.check("talks"))
    assert "Page one\n    Alden and Borska\n        → The harbour talks" in page
    assert "the case is set up in another way" in page


def test_a_document_more_is_a_change_though_no_stance_moves(repository: Repository) -> None:
    repository.accept()
    repository.write("texts/other.txt", "Foreign Minister Ada Berg said that Alden welcomes the guests.\n")
    repository.edit("briefing.yaml", "[texts/talks.txt]", "[texts/talks.txt, texts/other.txt]")
    assert repository.result().verdict in (Verdict.STANCES, Verdict.CELLS)


def test_a_case_that_cannot_be_built_leaves_the_others_alone(repository: Repository) -> None:
    repository.accept()
    (repository.folder / "texts/talks.txt").write_bytes(b"\x00\x01\x02" * 50)
    report = repository.check()
    talks, visit = report.results
    assert (talks.verdict, visit.verdict) == (Verdict.FAILED, Verdict.SAME)
    assert "talks.txt" in str(talks.message)
    assert report.code() == 2


def test_mistakes_in_the_rules_are_shown_with_their_line(repository: Repository) -> None:
    repository.edit(f"packs/{FISH}", "position: +1", "position: +7")
    report = repository.check()
    page = FORMS["text"](report)
    assert report.code() == 2
    assert "error[S006] position: '+7' is not one of" in page


def test_a_snapshot_that_was_broken_is_named_and_accepting_heals_it(repository: Repository) -> None:
    repository.accept()
    repository.edit("snapshots/talks.yaml", "stances:", "<<<<<<< HEAD\nstances:")
    assert repository.check().code() == 2
    assert "snapshots/talks.yaml" in FORMS["text"](repository.check())
    repository.accept("talks")
    assert repository.check().code() == 0


def test_a_snapshot_without_a_case_is_told(repository: Repository) -> None:
    repository.accept()
    repository.write("snapshots/old.yaml", "")
    assert "snapshots/old.yaml: belongs to no case; delete it" in FORMS["text"](repository.check())


def test_accepting_writes_the_outputs_of_the_case(repository: Repository) -> None:
    repository.accept()
    assert (repository.folder / "out/talks.pdf").read_bytes().startswith(b"%PDF-")
    assert json.loads((repository.folder / "out/talks.json").read_text("utf-8"))["schema"] == "briefing.analysis/1"


def test_checking_writes_no_output_and_no_snapshot(repository: Repository) -> None:
    repository.check()
    assert not (repository.folder / "out").exists()
    assert not (repository.folder / "snapshots").exists()


@pytest.mark.parametrize("where", ["texts", "."])
def test_the_folder_one_stands_in_changes_nothing(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    repository.accept()
    monkeypatch.chdir(repository.folder / where)
    assert repository.check(cached=False).code(strict=True) == 0


def test_two_documents_of_one_name_are_both_read(repository: Repository) -> None:
    repository.write("texts/more/talks.txt", "President Ivo Kral said that Borska rejects the fishing quota.\n")
    repository.edit("briefing.yaml", "[texts/talks.txt]", "[texts/**/talks.txt]")
    repository.accept()
    text = Path("snapshots/talks.yaml").read_text("utf-8")
    assert text.count("path: talks.txt") == 2
    assert repository.check("talks").code(strict=True) == 0
