"""What a coordinator does about one matter."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from domain import desk_orders as orders
from domain.commands import Tell
from domain.desk import DeskFacts, MatterFacts
from domain.facts import Facts
from domain.matters import CLOSED, NEW
from domain.referrals import LONGEST
from domain.verification import LONGEST_HOW, VERDICTS
from handlers.cards import card_of
from handlers.judging import judge_answer
from handlers.own_words import words
from handlers.referring import refer, which_unit
from handlers.tying import give_task, tie_campaign, tie_directive
from messages import Text, say

_LEVELS = (
    Option("normal", say("level-normal"), ("thuong",)),
    Option("attention", say("b-attn"), ("can luu y", "luu y")),
    Option("urgent", say("b-urgent"), ("khan",)),
)
_VERDICTS = tuple(Option(key, say(f"verdict-{key}")) for key in VERDICTS)


async def act_on(facts: Facts, desk: DeskFacts, matter: MatterFacts) -> object:
    """Show the matter with what can be done; gives what was decided."""
    what = await ask("act", Choice(matter.lines, _acts(matter), columns=2))
    if what == "more":
        what = await ask("more", Choice(matter.lines, _more(desk, matter), columns=2))
    match what:
        case "refer":
            return await refer(facts, desk, said=matter.said, narrow=matter.narrow, matter=matter.id)
        case "judge" if matter.answer is not None:
            return await judge_answer(matter.answer)
        case "chase":
            return orders.ChaseUnit(await _which(matter, waiting=True))
        case "move":
            referral = await _which(matter, waiting=False)
            unit = await which_unit(desk)
            return orders.Reassign(referral, unit, await words("move-why", say("p-move-why"), 300))
        case "reply":
            return orders.ReplyToReporters(matter.id, await words("reply", say("p-reply"), LONGEST))
        case "close":
            return orders.CloseMatter(matter.id, await words("result", say("p-result"), LONGEST))
        case "reopen":
            return orders.Reopen(matter.id, await words("reopen-why", say("p-reopen-why"), 300))
        case "verify":
            return orders.Verify(matter.id)
        case "verified":
            verdict = await ask("found", Choice((say("p-verdict", code=matter.code),), _VERDICTS))
            return orders.NoteVerdict(
                matter.id, verdict, await words("found-how", say("p-checked"), LONGEST_HOW)
            )
        case "level":
            level = await ask("level", Choice((say("p-matter-level", code=matter.code),), _LEVELS))
            return orders.SetLevel(matter.id, level, await words("level-why", say("p-level-why"), 300))
        case "raise":
            return orders.RaiseUp(matter.id, await words("raise-why", say("p-raise-why"), 500))
        case "reword":
            return orders.Reword(matter.id, await words("reword", say("p-matter-words"), LONGEST))
        case "guard":
            return orders.KeepClose(matter.id, not matter.sensitive)
        case "directive":
            return await tie_directive(facts, desk, matter)
        case "card":
            return await card_of(facts, desk, matter)
        case "campaign":
            return await tie_campaign(desk, matter)
        case "task":
            return await give_task(facts, desk, matter)
        case "split":
            options = tuple(Option(f"r{id}", label) for id, label in matter.reports)
            return orders.SplitReport(matter.id, int((await ask("split", _one(options)))[1:]))
        case "ask":
            options = tuple(Option(f"r{id}", label) for id, label in matter.reports)
            report = int((await ask("whom", _one(options)))[1:])
            return orders.AskReporter(report, await words("question", say("p-ask-reporter"), 500))
    return Tell((say("c-closed"),))


def _one(options: tuple[Option, ...]) -> Choice:
    return Choice((say("p-which-report"),), options)


async def _which(matter: MatterFacts, *, waiting: bool) -> int:
    """The id of the one referral meant, asked only where there are several."""
    fit = [one for one in matter.referrals if (one.waiting if waiting else one.movable)]
    if len(fit) == 1:
        return fit[0].id
    options = tuple(Option(f"c{one.id}", f"{one.code} · {one.unit}") for one in fit)
    return int((await ask("which-referral", Choice((say("p-which-referral"),), options)))[1:])


def _acts(matter: MatterFacts) -> tuple[Option, ...]:
    """What is mostly done, and [Việc khác] for the rest."""
    done = Option("done", say("b-close-list"), ("dong", "thoi", "ok"))
    acts = []
    if matter.answer is not None:
        acts.append(Option("judge", say("b-judge"), ("xem tra loi", "duyet")))
    if not matter.handled:
        return (*acts, done)
    if matter.status == CLOSED:
        return (Option("reopen", say("b-reopen"), ("mo lai",)), done)
    acts.append(Option("refer", say("b-refer"), ("chuyen", "chuyen don vi")))
    if any(one.waiting for one in matter.referrals):
        acts.append(Option("chase", say("b-remind"), ("don doc", "nhac")))
    acts += [
        Option("reply", say("b-reply"), ("tra loi", "tra loi ctv")),
        Option("close", say("b-close"), ("ket thuc", "xong viec")),
        Option("more", say("b-other-acts"), ("viec khac", "khac")),
        done,
    ]
    return tuple(acts)


def _more(desk: DeskFacts, matter: MatterFacts) -> tuple[Option, ...]:
    acts = []
    if matter.status == NEW:
        acts.append(Option("verify", say("b-verify"), ("xac minh",)))
    acts.append(Option("verified", say("b-verified"), ("ket qua xac minh", "da xac minh")))
    if any(one.movable for one in matter.referrals):
        acts.append(Option("move", say("b-refer-again"), ("chuyen lai", "chuyen don vi khac")))
    if matter.reports:
        acts.append(Option("ask", say("b-ask"), ("hoi", "hoi them")))
    if len(matter.reports) > 1:
        acts.append(Option("split", say("b-split"), ("tach",)))
    acts.append(Option("level", say("b-level"), ("doi muc", "muc")))
    acts.append(Option("reword", say("b-reword"), ("sua loi", "sua")))
    acts.append(Option("directive", say("b-directive"), ("van ban", "van ban chi dao")))
    acts.append(Option("card", say("b-card-of"), ("the", "gui the")))
    if desk.campaigns:
        acts.append(Option("campaign", say("b-tie-campaign"), ("gan dot",)))
    if desk.team:
        acts.append(Option("task", say("b-give-task"), ("giao viec",)))
    if matter.raisable:
        acts.append(Option("raise", say("b-escal"), ("bao cao cap tren", "cap tren")))
    guard: Text = say("b-unguard" if matter.sensitive else "b-guard")
    acts.append(Option("guard", guard, ("nhay cam",)))
    return (*acts, Option("done", say("b-close-list"), ("dong", "thoi", "ok")))
