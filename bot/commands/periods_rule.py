"""`baonhanh periods rule`: by which rule the periods of a unit are made."""

from __future__ import annotations

from bot.commands.session import Session
from bot.commands.terms import plan_for, post_on, unit_options
from bot.commands.units import unit_called
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh periods rule --unit PM
  baonhanh periods rule --unit PM --rule "quarterly"
  baonhanh periods rule --unit PM --inherit
"""


def options(parser: Parser) -> None:
    """A unit; a rule of its own, or that of the unit above; neither: only look."""
    unit_options(parser)
    own = parser.add_mutually_exclusive_group()
    own.add_argument("--rule", help=parser.sentence("cli-option-own-rule"))
    own.add_argument("--inherit", action="store_true", help=parser.sentence("cli-option-inherit"))


def act(session: Session) -> int:
    """Set it, and say which periods are made already and stay as they are."""
    from domain.when import written
    from office.decisions import set_rule
    from office.periods import rule_of
    from storage import periods

    args, tz = session.args, session.settings.calendar.tz
    plan = plan_for(session)
    with session.database() as database:
        unit = unit_called(session, database, args.unit)
        if args.rule is not None or args.inherit:
            plan.by(args.rule)  # raises for a rule nobody understands
            database.write_now(lambda c: set_rule(post_on(session, c), unit.id, args.rule))
        rules = database.read(periods.rules)
        stay = database.read(lambda c: periods.coming(c, [unit.id], session.clock()))
    own = rules[unit.id][1]
    in_force = rule_of(rules, unit.id) or session.settings.deadlines.rule
    session.say(say("cli-rule-own" if own else "cli-rule-inherited", unit=unit.code, rule=in_force))
    for row in stay:
        session.say(say("cli-rule-stays", name=row.name, due=written(row.due_at, tz)))
    return 0
