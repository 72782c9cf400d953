"""`python -m bot` is `baonhanh`."""

import sys

from bot.cli import main

sys.exit(main())
