"""/caidat: reminders, language, the calendar of deadlines."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from domain.commands import SetLanguage, SetReminders, ShowFeed, Tell
from domain.facts import Facts
from messages import say


async def settings(facts: Facts) -> SetReminders | SetLanguage | ShowFeed | Tell:
    """Offer what is not so now; gives the change."""
    on = facts.person is not None and facts.person.reminders
    lines = (say("p-settings", reminders=say("p-on" if on else "p-off")),)
    what = await ask("what", Choice(lines, (_REMINDERS[on], _LANGUAGES[facts.lang == "en"], _FEED, _DONE)))
    match what:
        case "on" | "off":
            return SetReminders(what == "on")
        case "vi" | "en":
            return SetLanguage(what)
        case "feed":
            return ShowFeed()
        case _:
            return Tell((say("c-kept"),))


_REMINDERS = (Option("on", say("b-remind-on")), Option("off", say("b-remind-off")))
_LANGUAGES = (Option("en", say("b-lang-en")), Option("vi", say("b-lang-vi")))
_FEED = Option("feed", say("b-feed"), ("lich",))
_DONE = Option("done", say("b-hold"), ("thoi", "xong"))
