"""The channels.

httpx, which comes with python-telegram-bot, loads a command line of its own where rich is installed: a
quarter of a second and 12 MiB for what nobody calls here. It does without if that cannot be imported.
"""

import sys

sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
