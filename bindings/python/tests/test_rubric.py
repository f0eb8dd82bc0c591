# SPDX-License-Identifier: BSL-1.0
"""Rubrics: the built-in ones, those of one's own, and what they say about themselves."""

import json
import unittest

import bontot
from support import EXAMPLE, ROOT, RUBRIC_ID

SOURCES = sorted((ROOT / "src" / "rubrics").glob("*.json"))


class BuiltinsTest(unittest.TestCase):
    def test_all_of_the_source_folder(self):
        self.assertTrue(SOURCES)
        self.assertEqual(sorted(bontot.Rubric.builtins()), [source.stem for source in SOURCES])

    def test_attributes_are_those_of_the_source(self):
        for source in SOURCES:
            given = json.loads(source.read_text(encoding="utf-8"))
            facts = [each for each in given["facts"] if each.get("of") != "member"]
            for rubric in (
                bontot.Rubric.builtin(source.stem),
                bontot.Rubric.from_file(source),
                bontot.Rubric.from_file(str(source)),
                bontot.Rubric.from_json(source.read_bytes()),
                bontot.Rubric.from_json(source.read_text(encoding="utf-8")),
            ):
                self.assertEqual((rubric.id, rubric.version), (given["id"], given["version"]))
                self.assertEqual(rubric.label, given["label"]["vi"])
                self.assertEqual(rubric.label_in("vi"), given["label"]["vi"])
                self.assertEqual(rubric.label_in("en"), given["label"]["en"])
                self.assertEqual(
                    [(fact.id, fact.type, fact.label, fact.label_en) for fact in rubric.facts],
                    [(each["id"], each["type"], each["label"]["vi"], each["label"]["en"]) for each in facts],
                )
                self.assertEqual([fact.slot for fact in rubric.facts], list(range(len(facts))))

    def test_unknown_ids(self):
        for id in ("nothing", "", RUBRIC_ID + "\0", "tốt", "\ud800"):
            with self.subTest(ascii(id)), self.assertRaises(bontot.NotFoundError):
                bontot.Rubric.builtin(id)

    def test_wrong_arguments(self):
        with self.assertRaises(TypeError):
            bontot.Rubric.from_json({"format": "bontot-rubric/1"})
        with self.assertRaises(bontot.MisuseError):
            bontot.Rubric.builtin(RUBRIC_ID).label_in("fr")
        with self.assertRaises(FileNotFoundError):
            bontot.Rubric.from_file("/nowhere/rubric.json")


class TextsTest(unittest.TestCase):
    def setUp(self):
        self.rubric = bontot.Rubric.builtin(RUBRIC_ID)

    def test_template_is_a_dossier(self):
        for language in ("vi", "en"):
            template = json.loads(self.rubric.template(language))
            self.assertEqual(set(template["facts"]), {fact.id for fact in self.rubric.facts})
            self.assertEqual(set(template["facts"].values()), {None})
        self.assertNotEqual(self.rubric.template("vi"), self.rubric.template("en"))

    def test_describe(self):
        self.assertIn(self.rubric.label_in("vi"), self.rubric.describe())
        self.assertIn(self.rubric.label_in("en"), self.rubric.describe("en"))

    def test_unknown_language(self):
        for use in (
            lambda: self.rubric.describe("fr"),
            lambda: self.rubric.evaluate(EXAMPLE, language="VI"),
        ):
            with self.assertRaises(bontot.MisuseError):
                use()

    def test_check(self):
        checks = self.rubric.check(EXAMPLE)
        self.assertEqual(tuple(checks), self.rubric.evaluate(EXAMPLE).checks)
        self.assertEqual([each.id for each in checks], ["k1", "k2", "k3", "k4", "k5", "k6"])
        self.assertTrue({each.outcome for each in checks} <= {"pass", "fail", "unknown"})
        self.assertTrue({each.severity for each in checks} <= {"info", "warning", "error"})


if __name__ == "__main__":
    unittest.main()
