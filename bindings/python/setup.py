# SPDX-License-Identifier: BSL-1.0
"""Carries the library that BONTOT_LIBRARY names into the package; without it the package is Python alone.

Everything else is in pyproject.toml.
"""

import os
import shutil
from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py

try:
    from setuptools.command.bdist_wheel import bdist_wheel  # since setuptools 70.1
except ImportError:
    from wheel.bdist_wheel import bdist_wheel

LIBRARY = os.environ.get("BONTOT_LIBRARY", "")


class BuildWithLibrary(build_py):
    def run(self):
        super().run()
        if self.editable_mode:
            return  # the package is used where it stands
        carried = Path(self.build_lib, "bontot", "libbontot.so")
        carried.unlink(missing_ok=True)  # an earlier build's
        if LIBRARY:
            shutil.copy(LIBRARY, carried)


class WheelWithLibrary(bdist_wheel):
    """A wheel with a library is one of a platform, yet of no version of Python."""

    def get_tag(self):
        return ("py3", "none", super().get_tag()[2])


class WithLibrary(Distribution):
    """A library is no module of Python, but makes the package one of a platform, too."""

    def has_ext_modules(self):
        return bool(LIBRARY)


setup(distclass=WithLibrary, cmdclass={"build_py": BuildWithLibrary, "bdist_wheel": WheelWithLibrary})
