"""docs/settings.md from config.yaml: `python -m tests.bot.settings_page` writes it anew.

In config.yaml every key stands under two comment lines, Vietnamese then English; this reads them.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "config.yaml"
PAGE = ROOT / "docs" / "settings.md"

HEAD = """# Settings

Made from `config.yaml` by `python -m tests.bot.settings_page`; a test keeps it so.

`baonhanh` reads `--config FILE`, else the file named by `BAONHANH_CONFIG`, else `config.yaml` in the
working folder, else the defaults below. The environment wins over the file. Any variable also works with
`_FILE` at its end and the name of a file that holds the value: for secrets. Lists in variables are separated
by commas. A key that does not exist, in the file or the environment, is an error with a suggestion;
`baonhanh check` tells every problem at once.

Beside the settings: `BAONHANH_CONFIG` and `BAONHANH_LANG` are what `--config` and `--lang` say where they
are not given, and `BAONHANH_AS` names the person for whom `baonhanh export` writes (`--as`).
"""


def page(config: str) -> str:
    """The page for the text of `config.yaml`."""
    lines = [HEAD]
    section, comments = "", []
    for line in config.splitlines():
        if line.startswith("  # "):
            comments.append(line[4:])
        elif match := re.fullmatch(r"(\w+):", line):
            section = match[1]
            lines.append(f"\n## {section}\n\n| Key | Default | Variable | Meaning |\n|---|---|---|---|")
        elif match := re.fullmatch(r"  (\w+):(.*)", line):
            vietnamese, english = (text.replace("|", "\\|") for text in comments)
            default = f"`{match[2].strip()}`" if match[2].strip() else "–"
            variable = f"BAONHANH_{section}_{match[1]}".upper()
            lines.append(f"| `{match[1]}` | {default} | `{variable}` | {english}<br>{vietnamese} |")
            comments = []
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(CONFIG.read_text(encoding="utf-8")), encoding="utf-8")
