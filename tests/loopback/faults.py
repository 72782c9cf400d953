"""Everything that can go wrong on the way, on demand."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.loopback.checks import RefusedError
from tests.loopback.wire import Reply


@dataclass(slots=True)
class Fault:
    """What happens to a call: first not `does` it or does it, then the answer is other than it should be."""

    does: bool
    reply: Reply | None = None
    cut: bool = False
    wait_s: float = 0.0


def answers(code: int, description: str = "Internal Server Error", retry_after: int | None = None) -> Fault:
    """Nothing is done; the answer is this error in the Bot API's form."""
    more = {} if retry_after is None else {"retry_after": retry_after}
    return Fault(False, Reply(code, RefusedError(code, description, **more).body()))


def babbles(status: int = 502, body: bytes = b"<html><h1>Bad Gateway</h1></html>") -> Fault:
    """Nothing is done; something on the way answers, not the Bot API."""
    return Fault(False, Reply(status, body, "text/html"))


def call_lost() -> Fault:
    """The line is cut before anything is done."""
    return Fault(False, cut=True)


def answer_lost() -> Fault:
    """It is done, then the line is cut: the caller cannot know the outcome."""
    return Fault(True, cut=True)


def slow(seconds: float) -> Fault:
    """It is done at once, the answer takes its time."""
    return Fault(True, wait_s=seconds)


@dataclass(slots=True)
class _Planned:
    method: str
    fault: Fault
    times: int | None
    chat_id: int | None


@dataclass
class Faults:
    """Faults planned for calls to come; `delay_s` holds every answer."""

    delay_s: float = 0.0
    planned: list[_Planned] = field(default_factory=list)

    def plan(self, method: str, fault: Fault, times: int | None = 1, chat_id: int | None = None) -> None:
        """Have the next `times` calls of `method` go wrong, in `chat_id` if given.

        The method "*" is any; `times=None` lasts until `heal`.
        """
        self.planned.append(_Planned(method.lower(), fault, times, chat_id))

    def heal(self) -> None:
        """From now on nothing goes wrong."""
        self.planned.clear()
        self.delay_s = 0.0

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault this call meets."""
        for plan in self.planned:
            if plan.method in (method, "*") and plan.chat_id in (None, chat_id):
                if plan.times is not None:
                    plan.times -= 1
                    if not plan.times:
                        self.planned.remove(plan)
                return plan.fault
        return None
