"""Whether there is something to a matter: looked at before it is told on (DOMAIN §1 rows 19 and 35)."""

from __future__ import annotations

from typing import Final

STANDING: Final = ("founded", "partly")
"""There is something to it."""
SETTLED: Final = (*STANDING, "unfounded")
"""What an approved answer of a unit settles too: its other verdicts say nothing of the matter."""
VERDICTS: Final = (*SETTLED, "unsettled")
"""What can be noted: có cơ sở / một phần / không có cơ sở / chưa xác minh được."""
UNVERIFIED: Final = "none"
"""Nothing was noted yet, or nothing since the matter was opened again."""

NOTED: Final = "verified"
"""The event of a matter that holds a verdict."""
LONGEST_HOW: Final = 500
"""Characters of how it was checked."""
