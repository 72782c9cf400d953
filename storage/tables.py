"""Every table, in one place. Instants end in `_at` (aware UTC), local dates in `_on`.

No column holds a citizen's identity; `tests/storage/test_tables.py` reads these names and fails on one
(DESIGN §7). Retention of each table: DOMAIN §7.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Utc(TypeDecorator[datetime]):
    """An aware instant. SQLite keeps it as naive UTC text, PostgreSQL as timestamptz."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive instant; hand over UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive instant must not reach the database")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an aware UTC instant."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Document = JSON().with_variant(JSONB(), "postgresql")
Id = BigInteger().with_variant(Integer(), "sqlite")


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True)


def _ref(name: str, target: str, **options: Any) -> Column[int]:
    return Column(name, Id, ForeignKey(f"{target}.id"), **options)


meta = Table("meta", metadata, Column("key", String(40), primary_key=True), Column("value", Text))

# -- the organisation ------------------------------------------------------------------------------

unit = Table(
    "unit",
    metadata,
    _id(),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("type", String(20), nullable=False),
    _ref("parent_id", "unit", index=True),
    Column("valid_from_on", Date),
    Column("valid_to_on", Date),
    _ref("successor_id", "unit", index=True),
    Column("duty_phone", String(40)),
    Column("rule", String(60)),
    Column("territorial", Boolean, nullable=False, default=True),
)

unit_alias = Table(
    "unit_alias",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("folded", String(200), nullable=False, index=True),
)

person = Table(
    "person",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False, index=True),
    Column("label", String(120)),
    Column("lang", String(2), nullable=False, default="vi"),
    Column("reminders", Boolean, nullable=False, default=False),
    Column("joined_at", Utc, nullable=False),
    Column("left_at", Utc),
)

# Several bodies at one work, from a day to a day; `unit_id` has the lead. What each lets the others see:
# `shares` (own, counts, matters).
programme = Table(
    "programme",
    metadata,
    _id(),
    Column("code", String(24), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("content", String(2000), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),
    _ref("unit_id", "unit", nullable=False, index=True),
)

programme_party = Table(
    "programme_party",
    metadata,
    _ref("programme_id", "programme", primary_key=True),
    _ref("unit_id", "unit", primary_key=True, index=True),
    Column("shares", String(8), nullable=False),
)

membership = Table(
    "membership",
    metadata,
    _id(),
    _ref("person_id", "person", index=True),
    _ref("unit_id", "unit", nullable=False),
    Column("role", String(20), nullable=False),
    Column("label", String(120)),
    Column("decision_number", String(60)),
    Column("decided_on", Date),
    Column("from_on", Date),
    Column("to_on", Date),
    Column("ended_at", Utc),
    Column("direct_line", Boolean, nullable=False, default=False, server_default=false()),
    _ref("programme_id", "programme"),
    Index("ix_membership_unit_role", "unit_id", "role"),
)
Index("ix_membership_direct_line", membership.c.person_id, sqlite_where=membership.c.direct_line,
      postgresql_where=membership.c.direct_line)  # fmt: skip

# Coordinators of a unit who alone read what is sealed for it in the units below; none named: all of them.
sealed_reader = Table(
    "sealed_reader",
    metadata,
    _ref("unit_id", "unit", primary_key=True),
    _ref("person_id", "person", primary_key=True),
)

invite = Table(
    "invite",
    metadata,
    _id(),
    Column("code_hash", String(64), nullable=False, unique=True),
    _ref("unit_id", "unit", nullable=False),
    Column("role", String(20), nullable=False),
    Column("label", String(120)),
    _ref("membership_id", "membership"),
    _ref("person_id", "person"),
    Column("created_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False),
    Column("used_at", Utc),
)

invite_try = Table(
    "invite_try",
    metadata,
    _id(),
    Column("lane", String(120), nullable=False),
    Column("at", Utc, nullable=False),
    Index("ix_invite_try_lane_at", "lane", "at"),
)

consent = Table(
    "consent",
    metadata,
    _id(),
    _ref("person_id", "person", nullable=False, index=True),
    Column("purpose", String(20), nullable=False),
    Column("given", Boolean, nullable=False),
    Column("version", String(20), nullable=False),
    Column("text_hash", String(64), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("at", Utc, nullable=False),
)

address = Table(
    "address",
    metadata,
    _id(),
    _ref("person_id", "person", nullable=False, index=True),
    Column("lane", String(120), nullable=False, unique=True),
    Column("channel", String(20), nullable=False),
    Column("bot", String(40), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("joined_at", Utc, nullable=False),
    Column("unreachable_at", Utc),
    Column("preferred", Boolean, nullable=False, default=False, server_default=false()),
)

web_session = Table(
    "web_session",
    metadata,
    _id(),
    Column("lane", String(120), nullable=False, unique=True),
    Column("seat", String(20), nullable=False),
    Column("lang", String(2), nullable=False, default="vi"),
    Column("created_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False),
    Column("revoked_at", Utc),
)

data_request = Table(
    "data_request",
    metadata,
    _id(),
    _ref("person_id", "person", nullable=False),
    Column("kind", String(20), nullable=False),
    Column("asked_at", Utc, nullable=False),
    Column("due_at", Utc, nullable=False),
    Column("done_at", Utc),
)

# -- the way through -------------------------------------------------------------------------------

inbox = Table(
    "inbox",
    metadata,
    _id(),
    Column("channel", String(20), nullable=False),
    Column("bot", String(40), nullable=False),
    Column("update_key", String(120), nullable=False),
    Column("lane", String(120), nullable=False),
    Column("digest", String(64)),
    Column("body", Document),
    Column("received_at", Utc, nullable=False),
    Column("state", String(8), nullable=False, default="waiting"),
    Column("failures", SmallInteger, nullable=False, default=0),
    UniqueConstraint("channel", "bot", "update_key"),
)
Index("ix_inbox_waiting", inbox.c.lane, inbox.c.id, sqlite_where=inbox.c.state == "waiting",
      postgresql_where=inbox.c.state == "waiting")  # fmt: skip
Index("ix_inbox_received_at", inbox.c.received_at)

talk = Table(
    "talk",
    metadata,
    _id(),
    Column("lane", String(120), nullable=False, index=True),
    Column("flow", String(40), nullable=False),
    Column("begun", Document, nullable=False),
    Column("state", Document, nullable=False),
    Column("plain", Boolean, nullable=False, default=False),
    Column("shown", Id),
    Column("opened_at", Utc, nullable=False),
    Column("changed_at", Utc, nullable=False),
    Column("nudges", SmallInteger, nullable=False, default=0),
    Column("nudge_at", Utc, index=True),
)

# Delivered messages go after seven days (DOMAIN §7): whoever remembers one keeps its number, no reference.
# `tried`: [[lane, why, instant], …] of the addresses that did not take it before; `arrival`: its number among
# the messages of the lane it came to later (ADR 0016).
outbox = Table(
    "outbox",
    metadata,
    _id(),
    Column("lane", String(120), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("bot", String(40), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("rank", SmallInteger, nullable=False),
    Column("body", Document, nullable=False),
    Column("edits", Id),
    Column("platform_id", String(80)),
    Column("state", String(12), nullable=False, default="waiting"),
    Column("error", String(200)),
    Column("attempts", SmallInteger, nullable=False, default=0),
    Column("created_at", Utc, nullable=False),
    Column("not_before_at", Utc),
    Column("held_by", String(40)),
    Column("sent_at", Utc),
    Column("tried", Document),
    Column("arrival", Id),
    Index("ix_outbox_lane_id", "lane", "id"),
    # Rows are forgotten, but others and open pages remember their numbers: none is given twice.
    sqlite_autoincrement=True,
)
Index("ix_outbox_waiting", outbox.c.lane, outbox.c.id, sqlite_where=outbox.c.state == "waiting",
      postgresql_where=outbox.c.state == "waiting")  # fmt: skip
Index("ix_outbox_created_at", outbox.c.created_at)
Index("ix_outbox_arrival", outbox.c.lane, outbox.c.arrival, sqlite_where=outbox.c.arrival.is_not(None),
      postgresql_where=outbox.c.arrival.is_not(None))  # fmt: skip

# What a platform lets a bot send in a calendar month is counted here too (DESIGN §4.4).
meter = Table(
    "meter",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("bot", String(40), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("sent", Integer, nullable=False, default=0),
    Column("warned_at", Utc),
)

worker = Table(
    "worker",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("seen_at", Utc, nullable=False),
)

# -- the work --------------------------------------------------------------------------------------

period = Table(
    "period",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False),
    Column("programme", String(20), nullable=False, default="regular", server_default="regular"),
    Column("code", String(40), nullable=False),
    Column("name", String(80), nullable=False),
    Column("said", Text),
    Column("start_at", Utc, nullable=False),
    Column("end_at", Utc, nullable=False),
    Column("due_at", Utc, nullable=False),
    Column("cutoff_at", Utc, nullable=False),
    Column("briefing_at", Utc),
    Column("nil_from_at", Utc),
    Column("newcomers_until_at", Utc),
    Column("locked_at", Utc),
    _ref("opened_by", "person"),
    UniqueConstraint("unit_id", "code"),
    Index("ix_period_cutoff_at", "cutoff_at"),
)

period_stage = Table(
    "period_stage",
    metadata,
    _id(),
    _ref("period_id", "period", nullable=False),
    Column("stage", String(20), nullable=False),
    Column("at", Utc, nullable=False),
    Column("state", String(12), nullable=False),
    UniqueConstraint("period_id", "stage"),
)
Index("ix_period_stage_open", period_stage.c.at,
      sqlite_where=period_stage.c.state.in_(("planned", "current")),
      postgresql_where=period_stage.c.state.in_(("planned", "current")))  # fmt: skip

obligation = Table(
    "obligation",
    metadata,
    _id(),
    _ref("period_id", "period", nullable=False),
    _ref("person_id", "person", nullable=False),
    Column("state", String(10), nullable=False),
    _ref("report_id", "report"),
    Column("settled_at", Utc),
    Column("until_at", Utc),
    _ref("decided_by", "person"),
    Column("reason", String(200)),
    Column("created_at", Utc, nullable=False),
    UniqueConstraint("period_id", "person_id"),
    Index("ix_obligation_person_id_state", "person_id", "state"),
    Index("ix_obligation_report_id", "report_id"),
)

period_count = Table(
    "period_count",
    metadata,
    _ref("period_id", "period", primary_key=True),
    Column("state", String(10), primary_key=True),
    Column("n", Integer, nullable=False),
)

Index("ix_obligation_owes", obligation.c.period_id, obligation.c.person_id,
      sqlite_where=obligation.c.state == "owes", postgresql_where=obligation.c.state == "owes")  # fmt: skip

reminder = Table(
    "reminder",
    metadata,
    _id(),
    _ref("period_id", "period", nullable=False),
    _ref("person_id", "person", nullable=False),
    Column("stage", String(20), nullable=False),
    Column("state", String(12), nullable=False),
    Column("at", Utc, nullable=False),
    Column("sent_on", Date),
    Column("lane", String(120)),
    Column("outbox_id", Id),
    UniqueConstraint("period_id", "person_id", "stage"),
    Index("ix_reminder_person_id_sent_on", "person_id", "sent_on"),
    Index("ix_reminder_outbox_id", "outbox_id"),
)
Index("ix_reminder_new", reminder.c.person_id, reminder.c.period_id,
      sqlite_where=reminder.c.state == "new", postgresql_where=reminder.c.state == "new")  # fmt: skip
Index("ix_reminder_planned", reminder.c.at, sqlite_where=reminder.c.state == "planned",
      postgresql_where=reminder.c.state == "planned")  # fmt: skip

focus = Table(
    "focus",
    metadata,
    _id(),
    _ref("period_id", "period", nullable=False),
    Column("topic", String(8)),
    Column("said", String(300), nullable=False),
    Column("place", SmallInteger, nullable=False, default=0),
    Index("ix_focus_period_id_place", "period_id", "place"),
)

campaign = Table(
    "campaign",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False, index=True),
    Column("code", String(24), nullable=False),
    Column("title", String(120), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("words", String(300)),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),
    UniqueConstraint("unit_id", "code"),
)

report_campaign = Table(
    "report_campaign",
    metadata,
    _ref("report_id", "report", primary_key=True),
    _ref("campaign_id", "campaign", primary_key=True, index=True),
)

mailing = Table(
    "mailing",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False, index=True),
    _ref("person_id", "person"),
    Column("kind", String(12), nullable=False),
    Column("subject_id", Id),
    Column("body", Document, nullable=False),
    Column("audience", Document, nullable=False),
    Column("acknowledged", Boolean, nullable=False, default=False),
    Column("state", String(10), nullable=False),
    Column("total", Integer, nullable=False, default=0),
    Column("made_at", Utc, nullable=False),
    Column("ended_at", Utc),
    Column("watched", Document),
    Index("ix_mailing_state", "state"),
)

mailing_copy = Table(
    "mailing_copy",
    metadata,
    _id(),
    _ref("mailing_id", "mailing", nullable=False),
    _ref("person_id", "person", nullable=False),
    Column("lane", String(120)),
    Column("outbox_id", Id),
    Column("state", String(12), nullable=False),
    Column("read_at", Utc),
    UniqueConstraint("mailing_id", "person_id"),
    Index("ix_mailing_copy_outbox_id", "outbox_id"),
)

poll = Table(
    "poll",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False, index=True),
    _ref("person_id", "person"),
    Column("question", String(300), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("options", Document, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("closes_at", Utc, nullable=False),
    Column("closed_at", Utc),
    Column("live_id", Id),
    Column("drawn_at", Utc),
    Index("ix_poll_closed_at", "closed_at"),
)

poll_answer = Table(
    "poll_answer",
    metadata,
    _ref("poll_id", "poll", primary_key=True),
    _ref("person_id", "person", primary_key=True),
    Column("answer", String(20), nullable=False),
    Column("at", Utc, nullable=False),
)

regulations = Table(
    "regulations",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("said", Text, nullable=False),
    Column("made_at", Utc, nullable=False),
    UniqueConstraint("unit_id", "version"),
)

shift = Table(
    "shift",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False),
    _ref("person_id", "person", nullable=False),
    Column("from_at", Utc, nullable=False),
    Column("to_at", Utc, nullable=False),
    Column("told_at", Utc),
    _ref("wanted_by", "person"),
    Index("ix_shift_unit_id_from_at", "unit_id", "from_at"),
    Index("ix_shift_to_at", "to_at"),
)

report = Table(
    "report",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False),
    _ref("area_id", "unit", nullable=False),
    _ref("person_id", "person"),
    _ref("period_id", "period"),
    _ref("request_id", "period"),
    _ref("focus_id", "focus"),
    Column("nil", Boolean, nullable=False, default=False),
    Column("topic", String(8)),
    Column("tone", String(12)),
    Column("level", String(12), nullable=False),
    Column("said", Text, nullable=False),
    Column("folded", Text, nullable=False),
    # By which it is found; its index (`report_words`, FTS5 or GIN) is made by migrations 0010 and 0014.
    Column("words", Text, nullable=False, default="", server_default=""),
    Column("forecast", Text),
    Column("proposal", Text),
    Column("spread", String(12)),
    Column("strata", Document),
    Column("channel", String(20), nullable=False),
    Column("status", String(12), nullable=False),
    Column("filed_at", Utc, nullable=False),
    Column("editable_until_at", Utc, nullable=False),
    Column("taken_at", Utc),
    Column("origin", String(200)),
    Column("revision", SmallInteger, nullable=False, default=1),
    Column("sealed", Boolean, nullable=False, default=False, server_default=false()),
    _ref("entered_by", "person"),
    Column("said_at", Utc),
    Index("ix_report_person_id_filed_at", "person_id", "filed_at"),
    # Lists are filtered and counted, and charts drawn, without a look at the reports themselves.
    Index("ix_report_listed", "unit_id", "filed_at", "status", "topic", "tone", "level", "area_id", "channel",
          "period_id", "nil", "sealed"),
    Index("ix_report_origin", "origin"),
)  # fmt: skip

Index("ix_report_linked", report.c.filed_at, sqlite_where=report.c.person_id.is_not(None),
      postgresql_where=report.c.person_id.is_not(None))  # fmt: skip

amendment = Table(
    "amendment",
    metadata,
    _id(),
    _ref("report_id", "report", nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    Column("said", Text, nullable=False),
    Column("at", Utc, nullable=False),
)

attachment = Table(
    "attachment",
    metadata,
    _id(),
    _ref("report_id", "report", index=True),
    Column("lane", String(120), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("source", Document),
    Column("state", String(12), nullable=False, default="waiting"),
    Column("name", String(80)),
    Column("media_type", String(40)),
    Column("size", Integer),
    Column("shown_ok", Boolean, nullable=False, default=False),
    Column("attempts", SmallInteger, nullable=False, default=0),
    Column("next_at", Utc),
    Column("created_at", Utc, nullable=False),
)
Index("ix_attachment_waiting", attachment.c.next_at, sqlite_where=attachment.c.state == "waiting",
      postgresql_where=attachment.c.state == "waiting")  # fmt: skip

alert = Table(
    "alert",
    metadata,
    _id(),
    _ref("report_id", "report", nullable=False, unique=True),
    _ref("unit_id", "unit", nullable=False, index=True),
    Column("opened_at", Utc, nullable=False),
    Column("stage", SmallInteger, nullable=False, default=0),
    Column("next_at", Utc, index=True),
    _ref("claimed_by", "person"),
    Column("claimed_at", Utc),
    Column("closed_at", Utc),
    Column("level", String(12), nullable=False, default="urgent", server_default="urgent"),
    Column("still_at", Utc, index=True),
    Column("asked", SmallInteger, nullable=False, default=0, server_default="0"),
    _ref("mute_id", "mute", index=True),
    _ref("closed_by", "person"),
    Column("done", Text),
)
Index("ix_alert_open", alert.c.unit_id, sqlite_where=alert.c.closed_at.is_(None),
      postgresql_where=alert.c.closed_at.is_(None))  # fmt: skip

alert_notice = Table(
    "alert_notice",
    metadata,
    _id(),
    _ref("alert_id", "alert", nullable=False),
    _ref("person_id", "person"),
    Column("lane", String(120), nullable=False),
    Column("outbox_id", Id, nullable=False),
    Index("ix_alert_notice_alert_id", "alert_id"),
    Index("ix_alert_notice_outbox_id", "outbox_id"),
    Index("ix_alert_notice_person_id", "person_id", "id"),
)

mute = Table(
    "mute",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False, index=True),
    _ref("area_id", "unit"),
    _ref("person_id", "person", nullable=False),
    Column("topic", String(8)),
    Column("reason", String(200), nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("until_at", Utc, nullable=False),
    Column("ended_at", Utc),
    _ref("ended_by", "person"),
)
Index("ix_mute_running", mute.c.until_at, sqlite_where=mute.c.ended_at.is_(None),
      postgresql_where=mute.c.ended_at.is_(None))  # fmt: skip

spike = Table(
    "spike",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False),
    Column("topic", String(8), nullable=False),
    Column("usual", Float, nullable=False),
    Column("opened_at", Utc, nullable=False),
    Column("over_at", Utc),
)
Index("ix_spike_open", spike.c.unit_id, spike.c.topic, unique=True, sqlite_where=spike.c.over_at.is_(None),
      postgresql_where=spike.c.over_at.is_(None))  # fmt: skip

alert_group = Table(
    "alert_group",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False, unique=True),
    Column("lane", String(120), nullable=False, unique=True),
    Column("channel", String(20), nullable=False),
    Column("bot", String(40), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("topic", Id),
    Column("lang", String(2), nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("gone_at", Utc),
)

# -- the desk --------------------------------------------------------------------------------------

# What several reports are about, in the coordinators' own words. `origin_id`: where it arose; `unit_id`: who
# has it in hand now. Texts are masked like any other about citizens.
matter = Table(
    "matter",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False),
    _ref("origin_id", "unit", nullable=False),
    _ref("area_id", "unit", nullable=False),
    _ref("campaign_id", "campaign"),
    Column("topic", String(8), nullable=False),
    Column("level", String(12), nullable=False),
    Column("said", String(2000), nullable=False),
    Column("folded", Text, nullable=False),
    Column("sensitive", Boolean, nullable=False, default=False),
    Column("status", String(12), nullable=False),
    Column("opened_at", Utc, nullable=False),
    Column("changed_at", Utc, nullable=False),
    Column("result", Text),
    Column("closed_at", Utc),
    Column("answered_at", Utc),
    Column("ask_again_at", Utc),
    Index("ix_matter_unit_id_status_changed_at", "unit_id", "status", "changed_at"),
    Index("ix_matter_origin_id_changed_at", "origin_id", "changed_at"),
)
Index("ix_matter_ask_again_at", matter.c.ask_again_at, sqlite_where=matter.c.ask_again_at.is_not(None),
      postgresql_where=matter.c.ask_again_at.is_not(None))  # fmt: skip

# A report belongs to one matter at most.
matter_report = Table(
    "matter_report",
    metadata,
    _ref("report_id", "report", primary_key=True),
    _ref("matter_id", "matter", nullable=False, index=True),
    Column("joined_at", Utc, nullable=False),
)

matter_event = Table(
    "matter_event",
    metadata,
    _id(),
    _ref("matter_id", "matter", nullable=False, index=True),
    Column("at", Utc, nullable=False),
    _ref("person_id", "person"),
    Column("act", String(16), nullable=False),
    Column("said", Text),
    Column("detail", Document),
)

# Who may see a sensitive matter.
matter_reader = Table(
    "matter_reader",
    metadata,
    _ref("matter_id", "matter", primary_key=True),
    _ref("person_id", "person", primary_key=True, index=True),
)

directive = Table(
    "directive",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False, index=True),
    Column("number", String(60), nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("body", String(200), nullable=False),
    Column("said", String(2000), nullable=False),
    Column("made_at", Utc, nullable=False),
    UniqueConstraint("unit_id", "number"),
)

matter_directive = Table(
    "matter_directive",
    metadata,
    _ref("matter_id", "matter", primary_key=True),
    _ref("directive_id", "directive", primary_key=True, index=True),
)

# A matter put to a unit for an answer: `said` and `area` carry nothing of those who reported. `generation` is
# part of the link's signature: a higher one revokes what was given before.
referral = Table(
    "referral",
    metadata,
    _id(),
    _ref("matter_id", "matter", nullable=False, index=True),
    _ref("unit_id", "unit", nullable=False),
    Column("lead", Boolean, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("said", String(2000), nullable=False),
    Column("area", String(200), nullable=False),
    Column("state", String(12), nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("due_at", Utc, nullable=False),
    Column("accepted_at", Utc),
    Column("answered_at", Utc),
    Column("ended_at", Utc),
    Column("generation", SmallInteger, nullable=False, default=1),
    Column("link_until_at", Utc, nullable=False),
    Column("more_until_at", Utc),
    Column("reason", String(300)),
    _ref("follows_id", "referral"),
    Column("stage", SmallInteger, nullable=False, default=0),
    Column("next_at", Utc),
    _ref("made_by", "person"),
    Index("ix_referral_unit_id_state_due_at", "unit_id", "state", "due_at"),
)
Index("ix_referral_next_at", referral.c.next_at, sqlite_where=referral.c.next_at.is_not(None),
      postgresql_where=referral.c.next_at.is_not(None))  # fmt: skip

# What a unit answers, in its four parts. What reporters read is the coordinator's (`told`).
answer = Table(
    "answer",
    metadata,
    _id(),
    _ref("referral_id", "referral", nullable=False, index=True),
    Column("checked", String(2000), nullable=False),
    Column("found", String(2000), nullable=False),
    Column("planned", String(2000), nullable=False),
    Column("done_by_on", Date),
    Column("verdict", String(12), nullable=False),
    Column("state", String(12), nullable=False),
    Column("at", Utc, nullable=False),
    Column("judged_at", Utc),
    _ref("judged_by", "person"),
    Column("reason", String(500)),
    Column("told", String(2000)),
)

answer_file = Table(
    "answer_file",
    metadata,
    _id(),
    _ref("referral_id", "referral", nullable=False, index=True),
    _ref("answer_id", "answer"),
    Column("name", String(80), nullable=False),
    Column("media_type", String(40), nullable=False),
    Column("size", Integer, nullable=False),
    Column("at", Utc, nullable=False),
)

# What a reporter thinks of an answer; whose word it was is forgotten with the link to the report.
feedback = Table(
    "feedback",
    metadata,
    _id(),
    _ref("matter_id", "matter", nullable=False),
    _ref("person_id", "person"),
    Column("round", SmallInteger, nullable=False),
    Column("said", String(8), nullable=False),
    Column("why", String(500)),
    Column("at", Utc, nullable=False),
    UniqueConstraint("matter_id", "person_id", "round"),
)

# A coordinator's question to whoever made a report; the answer becomes an amendment of the report.
inquiry = Table(
    "inquiry",
    metadata,
    _id(),
    _ref("report_id", "report", nullable=False, index=True),
    _ref("person_id", "person"),
    _ref("asked_by", "person", nullable=False),
    Column("said", String(500), nullable=False),
    Column("asked_at", Utc, nullable=False),
    Column("answered_at", Utc),
    _ref("amendment_id", "amendment"),
)

# -- the desk in the browser -------------------------------------------------------------------------

# Tokens are kept as hashes only. `second_at`: when the second factor was given, or was not needed.
console_session = Table(
    "console_session",
    metadata,
    _id(),
    _ref("person_id", "person", nullable=False, index=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("made_at", Utc, nullable=False),
    Column("seen_at", Utc, nullable=False),
    Column("ends_at", Utc, nullable=False, index=True),
    Column("second_at", Utc),
    Column("revoked_at", Utc),
)

# `word`: that of the browser which asked; NULL: whichever browser opens it first.
sign_in_link = Table(
    "sign_in_link",
    metadata,
    _id(),
    _ref("person_id", "person", nullable=False, index=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("word", String(6)),
    Column("made_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False),
    Column("used_at", Utc),
)

totp = Table(
    "totp",
    metadata,
    _ref("person_id", "person", primary_key=True),
    Column("secret", String(64), nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("confirmed_at", Utc),
    Column("used_step", Id, nullable=False, default=0),
)

saved_view = Table(
    "saved_view",
    metadata,
    _id(),
    _ref("person_id", "person", nullable=False, index=True),
    Column("label", String(60), nullable=False),
    Column("query", String(1000), nullable=False),
    Column("made_at", Utc, nullable=False),
)

recovery_code = Table(
    "recovery_code",
    metadata,
    _id(),
    _ref("person_id", "person", nullable=False, index=True),
    Column("code_hash", String(64), nullable=False),
    Column("used_at", Utc),
)

# -- the meeting -----------------------------------------------------------------------------------

# A regular meeting of a unit. `agenda`: the lines its chair was shown; `conclusions`: said, owner and due day
# of each, nothing of which counts before the chair approves it; `round` rises with all that is put there.
meeting = Table(
    "meeting",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False),
    _ref("period_id", "period"),
    Column("at", Utc, nullable=False),
    Column("place", String(200), nullable=False),
    Column("state", String(12), nullable=False),
    _ref("chair_id", "person"),
    _ref("made_by", "person"),
    Column("made_at", Utc, nullable=False),
    _ref("mailing_id", "mailing"),
    Column("agenda", Document),
    Column("agenda_state", String(12), nullable=False, default="none"),
    Column("round", SmallInteger, nullable=False, default=0),
    Column("conclusions", Document, nullable=False),
    Column("conclusion", Text),
    Column("concluded_at", Utc),
    _ref("concluded_by", "person"),
    Column("stage", SmallInteger, nullable=False, default=0),
    Column("next_at", Utc),
    Index("ix_meeting_unit_id_at", "unit_id", "at"),
)
Index("ix_meeting_next_at", meeting.c.next_at, sqlite_where=meeting.c.next_at.is_not(None),
      postgresql_where=meeting.c.next_at.is_not(None))  # fmt: skip

meeting_reply = Table(
    "meeting_reply",
    metadata,
    _ref("meeting_id", "meeting", primary_key=True),
    _ref("person_id", "person", primary_key=True, index=True),
    Column("said", String(8), nullable=False),
    Column("at", Utc, nullable=False),
)

# Which reports were heard at a meeting.
meeting_statement = Table(
    "meeting_statement",
    metadata,
    _ref("report_id", "report", primary_key=True),
    _ref("meeting_id", "meeting", nullable=False, index=True),
)

# Work given to somebody, by a meeting's conclusion or out of a matter; whether it is overdue says `due_on`.
task = Table(
    "task",
    metadata,
    _id(),
    _ref("unit_id", "unit", nullable=False),
    _ref("meeting_id", "meeting", index=True),
    _ref("matter_id", "matter", index=True),
    _ref("owner_id", "person", index=True),
    _ref("given_by", "person"),
    Column("said", String(1000), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("state", String(8), nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("done_at", Utc),
    Column("result", Text),
    Column("stage", SmallInteger, nullable=False, default=0),
    Column("next_at", Utc),
    Index("ix_task_unit_id_state_due_on", "unit_id", "state", "due_on"),
)
Index("ix_task_next_at", task.c.next_at, sqlite_where=task.c.next_at.is_not(None),
      postgresql_where=task.c.next_at.is_not(None))  # fmt: skip

audit = Table(
    "audit",
    metadata,
    _id(),
    Column("at", Utc, nullable=False),
    Column("actor", String(40), nullable=False),
    Column("act", String(40), nullable=False),
    Column("object", String(60)),
    Column("detail", Document),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("ix_audit_actor_id", "actor", "id"),
)
"""Only ever added to: triggers (v0007) refuse any other change. What a hash covers: `domain/chain.py`."""

audit_head = Table(
    "audit_head",
    metadata,
    Column("day_on", Date, primary_key=True),
    Column("hash", String(64), nullable=False),
    Column("count", Integer, nullable=False),
)
"""The last row of each day of UTC, so that no process's zone changes what people hold on their phones."""
