# SPDX-License-Identifier: BSL-1.0
"""Rubrics, which evaluate dossiers; and expressions on their own."""

from __future__ import annotations

import ctypes
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Callable, ContextManager, Iterator, List, Literal, Optional, Tuple, TypeVar, Union

from . import _ffi, _json
from ._dossier import Dossier, evaluate_into, path_to
from ._errors import Language, NotFoundError
from ._handles import (
    Closing,
    DossierHandle,
    Limits,
    LintHandle,
    ReferenceHandle,
    ResultHandle,
    RubricHandle,
    borrowed,
    language_number,
    options,
    written,
)
from ._lint import LintFinding, findings_from
from ._many import Form, Scored, Written, evaluate_each, write_each
from ._path import Path as GradePath
from ._reference import Reference
from ._result import Check, Result, result_from
from ._sheet import (
    Fact,
    Role,
    RubricCheck,
    RubricGate,
    RubricGrade,
    RubricNode,
    RubricRule,
    RubricScope,
    RubricSource,
    checks_of,
    facts_of,
    gates_of,
    grades_of,
    member_facts_of,
    nodes_of,
    roles_of,
    rules_of,
    scope_of,
    source_of,
)
from ._sources import Sources, errors_of, text_of
from ._values import Day

Trust = Literal["all", "committee"]
_Told = TypeVar("_Told")


@dataclass(frozen=True)
class ExampleReport:
    """What became of the examples of a rubric."""

    failed: int
    """How many did not give what they expect."""
    text: str
    """A line for each, and what differs."""


class Rubric(Closing):
    """One published scoring sheet, compiled. Immutable: one rubric serves all threads.

    Made by `builtin`, `from_json` or `from_file`. Freed by `close`, at the end
    of a `with`, or by the garbage collector; the results stay. Evaluating with
    a closed one raises MisuseError, and so does what it says about itself,
    unless that was looked at before; `id`, `version` and `label` stay.
    """

    id: str
    version: str
    label: str
    """In Vietnamese; `label_in("en")` in English."""

    def __init__(self, handle: RubricHandle) -> None:
        self._handle = handle
        with handle.use() as rubric:
            self.id = borrowed("bontot_rubric_id", rubric)
            self.version = borrowed("bontot_rubric_version", rubric)
            self.label = borrowed("bontot_rubric_label", rubric, _ffi.BONTOT_VI)
            self._label_en = borrowed("bontot_rubric_label", rubric, _ffi.BONTOT_EN)

    @cached_property
    def source(self) -> RubricSource:
        """The document that it comes from."""
        return self._told(source_of)

    @cached_property
    def scope(self) -> RubricScope:
        """What it is for: from when, which period, what units; and the bounds of the total."""
        return self._told(scope_of)

    @cached_property
    def facts(self) -> Tuple[Fact, ...]:
        """The facts of the unit, by slot."""
        return self._told(facts_of)

    @cached_property
    def member_facts(self) -> Tuple[Fact, ...]:
        """The facts of each member, in the order of the rubric."""
        return self._told(member_facts_of)

    @cached_property
    def roles(self) -> Tuple[Role, ...]:
        """In order of precedence: the mark of the last one counts."""
        return self._told(roles_of)

    @cached_property
    def grades(self) -> Tuple[RubricGrade, ...]:
        """Best first."""
        return self._told(grades_of)

    @cached_property
    def nodes(self) -> Tuple[RubricNode, ...]:
        """All criteria and indicators, each before those below it."""
        return self._told(nodes_of)

    @cached_property
    def gates(self) -> Tuple[RubricGate, ...]:
        """In the order in which they apply."""
        return self._told(gates_of)

    @cached_property
    def checks(self) -> Tuple[RubricCheck, ...]:
        """Its policy checks."""
        return self._told(checks_of)

    @cached_property
    def rules(self) -> Tuple[RubricRule, ...]:
        """Its rules of consistency."""
        return self._told(rules_of)

    def _told(self, tell: Callable[[Any], _Told]) -> _Told:
        with self._handle.use() as rubric:
            return tell(rubric)

    @staticmethod
    def builtins() -> List[str]:
        """Returns the ids of the rubrics that the library carries."""
        library = _ffi.library()
        return [library.bontot_builtin_id(index).decode() for index in range(library.bontot_builtin_count())]

    @classmethod
    def builtin(cls, id: str, *, language: Language = "vi") -> Rubric:
        """Returns a rubric that the library carries. Raises NotFoundError, whose text is in the language."""
        if "\0" in id:
            raise NotFoundError(f"there is no built-in rubric {id!r}")
        return cls(RubricHandle.made_by("bontot_rubric_builtin", _json.encoded(id), None, language=language))

    @classmethod
    def from_json(
        cls, text: Union[str, bytes], *, language: Language = "vi", limits: Optional[Limits] = None
    ) -> Rubric:
        """Reads a rubric from JSON text (format bontot-rubric/1).

        Raises InputError with all that is wrong, whose text is in the language.
        """
        if not isinstance(text, (str, bytes)):
            raise TypeError(f"expected JSON as str or bytes, not {type(text).__name__}")
        read = _json.text_of(text)
        with options(language, limits=limits) as chosen:
            return cls(RubricHandle.made_by("bontot_rubric_load", read, len(read), chosen, language=language))

    @classmethod
    def from_file(
        cls, path: Union[str, os.PathLike[str]], *, language: Language = "vi", limits: Optional[Limits] = None
    ) -> Rubric:
        """Reads a rubric from a JSON file. Raises OSError, or InputError as `from_json`."""
        file = Path(path)
        with errors_of(file):
            return cls.from_json(file.read_bytes(), language=language, limits=limits)

    def label_in(self, language: Language) -> str:
        """Returns the label in a language."""
        return self._label_en if language_number(language) == _ffi.BONTOT_EN else self.label

    def reference(self, source: Optional[_json.Source] = None, *, language: Language = "vi") -> Reference:
        """Reads what a committee gives for its units: a dict, JSON text or a file, as in `evaluate`; without
        one it says nothing yet, and is filled piece by piece.

        Raises InputError with everything that is wrong with it.
        """
        if source is None:
            with self._handle.use() as rubric:
                made = ReferenceHandle.made_by("bontot_reference_new", rubric, None, language=language)
            return Reference(made, self._handle, language)
        text = text_of(source)
        with errors_of(source), self._handle.use() as rubric:
            read = ReferenceHandle.made_by(
                "bontot_reference_load", rubric, text, len(text), None, language=language
            )
        return Reference(read, self._handle, language)

    def test(self, *, language: Language = "vi") -> ExampleReport:
        """Evaluates the rubric's examples."""
        failed = ctypes.c_size_t()
        with self._handle.use() as rubric, options(language) as chosen:
            text = written("bontot_rubric_test", ctypes.byref(failed), rubric, chosen, language=language)
        return ExampleReport(failed.value, text)

    def lint(
        self,
        text: Union[str, bytes, os.PathLike[str], None] = None,
        *,
        language: Language = "vi",
    ) -> List[LintFinding]:
        """Looks for faults: maxima that do not add up, grades that nobody can have, steps with gaps.

        `text`, the JSON that the rubric was read from or its file, gives the
        findings lines and columns.
        """
        return findings_from(self.lint_json(text, language=language))

    def lint_json(
        self,
        text: Union[str, bytes, os.PathLike[str], None] = None,
        *,
        language: Language = "vi",
    ) -> str:
        """Returns what `lint` finds as JSON (format bontot-lint/1)."""
        source = b"" if text is None else _json.text_of(text)
        with self._handle.use() as rubric:
            handle = LintHandle.made_by(
                "bontot_rubric_lint", rubric, source, len(source), None, language=language
            )
        with handle, handle.use() as lint, options(language) as chosen:
            return written("bontot_lint_write", lint, chosen, language=language)

    def evaluate(
        self,
        dossier: _json.Source,
        *,
        language: Language = "vi",
        allow_other_rubric: bool = False,
        reference: Optional[Reference] = None,
        trust: Trust = "all",
        as_of: Optional[str] = None,
        limits: Optional[Limits] = None,
    ) -> Result:
        """Scores a dossier (format bontot-dossier/1).

        A dict is written as JSON first: numbers are int, decimal.Decimal or
        str, not float; dates are datetime.date or str; None is unknown. A str
        or bytes is JSON text; an os.PathLike, such as pathlib.Path, is a file.
        One filled for another rubric or version is refused unless
        `allow_other_rubric`. `reference` is what the committee gives;
        with `trust="committee"` a dossier that says itself what only the
        committee can say is refused. `as_of` is the last role whose marks
        count; None: every role's. Raises NotFoundError when there is no such
        role. `limits` says how big and how deep a text may be.

        Raises InputError with everything that is wrong with the dossier; its
        entries have a line and column when it is a text or a file. Raises
        TypeError for what JSON cannot hold exactly, and OSError for a file
        that cannot be read.
        """
        with errors_of(dossier), self._options(language, allow_other_rubric, reference, trust, limits) as chosen:
            with self._read(dossier, chosen, language) as read, read.use() as given:
                handle = ResultHandle.made_by("bontot_result_new", None, language=language)
                evaluate_into(handle, given, as_of, language)
        return result_from(handle, language)

    def evaluate_many(
        self,
        dossiers: Sources,
        *,
        language: Language = "vi",
        allow_other_rubric: bool = False,
        reference: Optional[Reference] = None,
        trust: Trust = "all",
        as_of: Optional[str] = None,
        limits: Optional[Limits] = None,
    ) -> Iterator[Scored]:
        """Scores many dossiers, and yields what became of each as it comes.

        `dossiers` is an iterable of what `evaluate` takes, such as a generator
        or an open file of lines; or lines of JSON as one text (str or bytes) or
        one file (os.PathLike). Blank lines are passed over, but counted. What is
        wrong with a dossier is its own error, and the next one is scored. No
        more than one dossier is in memory. All else is as in `evaluate`.
        """
        with self._options(language, allow_other_rubric, reference, trust, limits) as chosen:
            yield from evaluate_each(self._handle, dossiers, chosen, language, as_of, limits or Limits())

    def write_many(
        self,
        dossiers: Sources,
        form: Form = "summary",
        *,
        language: Language = "vi",
        allow_other_rubric: bool = False,
        reference: Optional[Reference] = None,
        trust: Trust = "all",
        as_of: Optional[str] = None,
        limits: Optional[Limits] = None,
    ) -> Iterator[Written]:
        """Scores many dossiers as `evaluate_many`, and yields of each result the text alone, which is
        several times as quick: as `to_summary`, `to_json` or `to_text` write it."""
        with self._options(language, allow_other_rubric, reference, trust, limits) as chosen:
            yield from write_each(self._handle, dossiers, form, chosen, language, as_of, limits or Limits())

    def dossier(
        self,
        unit_id: str = "",
        unit_name: str = "",
        *,
        period: Optional[Tuple[Day, Day]] = None,
        trust: Trust = "all",
        language: Language = "vi",
    ) -> Dossier:
        """Returns a dossier that says nothing yet, to be built piece by piece."""
        return Dossier(self, unit_id, unit_name, period=period, trust=trust, language=language)

    def path(
        self,
        dossier: _json.Source,
        to: Optional[str] = None,
        *,
        language: Language = "vi",
        allow_other_rubric: bool = False,
        reference: Optional[Reference] = None,
        trust: Trust = "all",
        as_of: Optional[str] = None,
        limits: Optional[Limits] = None,
    ) -> GradePath:
        """Finds what a unit has to change to reach a grade, with the least total effort.

        `to` is the id of a grade; None: the next better one than the dossier
        has. All else is as in `evaluate`. Raises NotFoundError when there is
        no such grade or role.
        """
        with errors_of(dossier), self._options(language, allow_other_rubric, reference, trust, limits) as chosen:
            with self._read(dossier, chosen, language) as read, read.use() as given:
                return path_to(given, to, as_of, language)

    def _options(
        self,
        language: Language,
        allow_other_rubric: bool,
        reference: Optional[Reference],
        trust: Trust,
        limits: Optional[Limits],
    ) -> ContextManager[Any]:
        return options(
            language,
            allow_other_rubric=allow_other_rubric,
            trust=trust,
            reference=None if reference is None else reference._handle,
            limits=limits,
        )

    def _read(self, dossier: _json.Source, chosen: Any, language: Language) -> DossierHandle:
        text = text_of(dossier)
        with self._handle.use() as rubric:
            return DossierHandle.made_by(
                "bontot_dossier_load", rubric, text, len(text), chosen, language=language
            )

    def check(
        self, dossier: _json.Source, *, language: Language = "vi", allow_other_rubric: bool = False
    ) -> List[Check]:
        """Returns the outcome of the policy checks of a dossier, which is given and refused as in `evaluate`."""
        with self.evaluate(dossier, language=language, allow_other_rubric=allow_other_rubric) as result:
            return list(result.checks)

    def template(self, language: Language = "vi") -> str:
        """Returns an empty dossier as JSON: every fact is null, and stands in "guide" with label, type and range."""
        return self._written("bontot_rubric_template", language)

    def describe(self, language: Language = "vi") -> str:
        """Returns the rubric as text for people: criteria, lines, how each is scored, gates, grades, checks."""
        return self._written("bontot_rubric_describe", language)

    def _written(self, maker: str, language: Language) -> str:
        with self._handle.use() as rubric, options(language) as chosen:
            return written(maker, rubric, chosen, language=language)

    def __repr__(self) -> str:
        return f"<bontot.Rubric {self.id} {self.version}>"


def feel(expression: str, facts: Optional[_json.Source] = None, *, language: Language = "vi") -> str:
    """Evaluates a FEEL expression, and returns its value as FEEL writes it: a text is in double quotes.

    `facts` gives the names, as a dict with values as a dossier's, JSON text or a
    file; None is unknown, and a date is a text there, so the expression says
    date(name). Of a dossier, its facts give names, too. Raises InputError with
    the column in the expression, whose text is in the language.
    """
    source = _json.encoded(expression)
    given = None if facts is None else text_of(facts)
    return written(
        "bontot_feel_evaluate", source, len(source), given, len(given or b""), None, language=language
    )


def rubric_named_by(dossier: _json.Source, *, language: Language = "vi") -> str:
    """Returns the id of the rubric that a dossier says it is filled for, before it is read with one.

    What stands behind it is not looked at. Raises NotFoundError when it names
    none, and InputError for errors that keep it from being known.
    """
    text = text_of(dossier)
    with errors_of(dossier):
        return written("bontot_dossier_rubric_id", text, len(text), None, language=language)
