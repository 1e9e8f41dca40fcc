"""Has the texts compiled whenever the program is built or installed."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTexts(BuildHookInterface):
    """Runs before files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, in a process that finds the package ``resources``."""
        subprocess.run(
            [sys.executable, "-m", "resources.languages.compile"], cwd=self.root, check=True
        )
