"""Pictures and papers that go with a unit's answer: attached one by one, settled when it is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.referrals import WAITING
from office.post import Post
from storage import referrals
from storage.referrals import FileRow, ReferralRow

MOST: Final = 5
"""Files that go with one answer."""


def unsettled(files: Sequence[FileRow]) -> list[FileRow]:
    """Those that went with no answer yet."""
    return [one for one in files if one.answer_id is None]


def attach(post: Post, row: ReferralRow, *, name: str, media_type: str, size: int) -> bool:
    """Let a kept file go with the answer to come; the same one again stays one. False where there are `MOST`
    already, or no answer is owed."""
    ready = unsettled(referrals.files_of(post.connection, row.id))
    if any(one.name == name for one in ready):
        return True
    if row.state not in WAITING or len(ready) >= MOST:
        return False
    referrals.add_file(
        post.connection, referral_id=row.id, name=name, media_type=media_type, size=size, at=post.now
    )
    return True


def detach(post: Post, row: ReferralRow, id: int) -> str | None:
    """Take a file out again before the answer is handed in; gives the name under which nothing is to be kept
    any more, None where there is none such: the same file may have gone with an answer before."""
    name = referrals.drop_file(post.connection, row.id, id)
    still = {one.name for one in referrals.files_of(post.connection, row.id)}
    return None if name in still else name
