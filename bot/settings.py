"""Everything an operator can set: keys, kinds, defaults and limits (DESIGN §8).

`config.yaml` at the top of the repository is this model with its defaults and explains each key;
`bot/config.py` reads it. A field with `repr=False` is a secret: its value is never shown.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveFloat,
    PositiveInt,
    SecretStr,
    StringConstraints,
    model_validator,
)

from domain.cadence import RuleError, parse
from domain.calendar import WorkingCalendar, vietnam
from domain.reminding import DEFAULT_STAGES, parse_stage
from domain.topics import DEFAULT_TOPICS

FALLBACK_TOPIC = "KH"
"""The topic of a report whose writer chose none: never switched off."""


class Wrong(ValueError):  # noqa: N818  # pydantic wants a ValueError; the name reads at each `raise`
    """A value that its rule refuses; `reason` names the sentence that says why (`cli-setting-…`)."""

    def __init__(self, reason: str) -> None:
        """Keep the end of the sentence's id."""
        super().__init__(reason)
        self.reason = reason


class Span(NamedTuple):
    """A stretch of every day; one that ends before it starts goes over midnight."""

    start: time
    end: time


def _span(value: object) -> object:
    if isinstance(value, str):
        match = re.fullmatch(r"(\d\d):(\d\d)\s*[-–]\s*(\d\d):(\d\d)", value.strip())
        try:
            if match:
                hours = [int(part) for part in match.groups()]
                return Span(time(hours[0], hours[1]), time(hours[2], hours[3]))
        except ValueError:
            pass
    raise Wrong("span")


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Wrong("zone") from None
    return value


def _rule(value: str) -> str:
    try:
        parse(value)
    except RuleError:
        raise Wrong("rule") from None
    return value


def _stage(value: str) -> str:
    try:
        parse_stage(value)
    except ValueError:
        raise Wrong("stage") from None
    return value


def _topic(value: str) -> str:
    if value not in {topic.code for topic in DEFAULT_TOPICS} - {FALLBACK_TOPIC}:
        raise Wrong("topic")
    return value


def _address(*schemes: str) -> AfterValidator:
    def check(value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in schemes or not parts.hostname:
            raise Wrong("address")
        return value.rstrip("/")

    return AfterValidator(check)


def _database(value: str) -> str:
    if not re.match(r"sqlite:///.+|postgresql(\+psycopg)?://", value):
        raise Wrong("database")
    return value


def _tokens(value: object) -> object:
    """One token, or several parted by spaces or commas: a channel has as many bots."""
    if value is None:
        return ()
    given = value if isinstance(value, list | tuple) else [value]
    return tuple(one for text in given for one in str(text).replace(",", " ").split())


def _secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
        raise Wrong("webhook-secret")
    return value


Days = tuple[date, ...]
Words = tuple[Annotated[str, StringConstraints(min_length=1)], ...]
Tokens = Annotated[tuple[SecretStr, ...], BeforeValidator(_tokens), Field(repr=False)]
Hours = tuple[Annotated[Span, BeforeValidator(_span)], ...]


class Section(BaseModel):
    """Settings of one part: cannot be changed, and takes no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class DatabaseSettings(Section):
    """Where rows are kept. `Settings` fills in the file of `data.folder` when no url is given."""

    url: Annotated[str, AfterValidator(_database), Field(repr=False)]

    @property
    def file(self) -> Path | None:
        """The file of an embedded database; None for a server's."""
        path = self.url.removeprefix("sqlite:///").partition("?")[0]
        return Path(path) if self.url.startswith("sqlite:") else None


class DataSettings(Section):
    """Where files are kept."""

    folder: Path = Path("data")


class WebSettings(Section):
    """The pages and the web chat."""

    host: Annotated[str, StringConstraints(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    public_url: Annotated[str | None, _address("http", "https")] = None

    @property
    def address(self) -> str:
        """The address people open: `public_url`, else the one this process listens on."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url or f"http://{host}:{self.port}"


class PlatformSettings(Section):
    """A channel of a messaging platform; on while there is a token. Every token is a bot of its own."""

    token: Tokens = ()
    base_url: Annotated[str, _address("http", "https")]
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: Annotated[str | None, _address("https")] = None
    webhook_secret: Annotated[SecretStr | None, AfterValidator(_secret), Field(repr=False)] = None
    rate: PositiveFloat
    rate_per_chat: PositiveFloat = 1
    proxy: Annotated[str | None, _address("http", "https"), Field(repr=False)] = None

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> PlatformSettings:
        if self.token and self.mode == "webhook" and not (self.webhook_url and self.webhook_secret):
            raise Wrong("webhook")
        if len(self.token) > 1 and self.webhook_url and "{bot}" not in self.webhook_url:
            raise Wrong("webhook-bots")
        return self

    def webhook_of(self, bot: str) -> str | None:
        """Where the platform calls for this bot."""
        return self.webhook_url.replace("{bot}", bot) if self.webhook_url else None


class TelegramSettings(PlatformSettings):
    """The Telegram channel."""

    base_url: Annotated[str, _address("http", "https")] = "https://api.telegram.org/bot"
    rate: PositiveFloat = 30
    rate_per_group: Annotated[float, Field(ge=2)] = 20


class ZaloSettings(PlatformSettings):
    """The Zalo channel. Limits of the free plan: DOMAIN §0.2; another plan has others."""

    base_url: Annotated[str, _address("http", "https")] = "https://bot-api.zaloplatforms.com"
    rate: PositiveFloat = 20
    people: Annotated[int, Field(ge=0)] = 50
    monthly: Annotated[int, Field(ge=0)] = 3000
    photo_hosts: Words = ("zdn.vn", "zadn.vn", "zalo.me", "zaloapp.com", "zaloplatforms.com", "zapps.me")


class MaskingSettings(Section):
    """What the door never masks."""

    allow: Words = ()


class PrivacySettings(Section):
    """Who answers for data, and how long and how finely it is kept."""

    contact: str | None = None
    min_reporters: PositiveInt = 5
    keep_months: PositiveInt = 24
    link_days: PositiveInt = 30


class StyleSettings(Section):
    """How the product speaks and writes."""

    address: Literal["anh_chi", "dong_chi"] = "anh_chi"
    tone_marks: Literal["old", "new"] = "old"


class AlertSettings(Section):
    """Who hears of an urgent report nobody has taken, and when (DOMAIN §11.4)."""

    phone: str | None = None
    coordinators_after_minutes: PositiveInt = 10
    leader_after_minutes: PositiveInt = 30
    repeat_minutes: PositiveInt = 30
    spike_hours: Annotated[int, Field(ge=1, le=168)] = 24
    spike_least: Annotated[int, Field(ge=3)] = 5
    spike_times: Annotated[int, Field(ge=2)] = 3

    @model_validator(mode="after")
    def _in_order(self) -> AlertSettings:
        if self.leader_after_minutes < self.coordinators_after_minutes:
            raise Wrong("alert-order")
        return self


class ReportSettings(Section):
    """What a collaborator may do with a report."""

    editable_minutes: Annotated[int, Field(ge=0)] = 10
    max_photos: Annotated[int, Field(ge=0, le=10)] = 3


class MatterSettings(Section):
    """What comes after an answer to a matter (DOMAIN §1 row 21)."""

    ask_again_days: PositiveInt = 7


class DraftSettings(Section):
    """How long an unsent card waits."""

    nudge_minutes: PositiveInt = 10
    urgent_nudge_minutes: PositiveInt = 2
    keep_hours: PositiveInt = 72


class CalendarSettings(Section):
    """The unit's zone, days and hours (DOMAIN §10)."""

    zone: Annotated[str, AfterValidator(_zone)] = "Asia/Ho_Chi_Minh"
    days_off: Days = ()
    makeup_days: Days = ()
    confirmed_years: tuple[Annotated[int, Field(ge=2020, le=2100)], ...] = (2026,)
    tet: Days = ()
    no_reminders_on: Days = ()
    working_hours: Hours = (Span(time(7, 30), time(11, 30)), Span(time(13, 30), time(17)))
    quiet_hours: Hours = (Span(time(21), time(6, 30)), Span(time(11, 30), time(13, 30)))

    @property
    def tz(self) -> ZoneInfo:
        """The zone itself."""
        return ZoneInfo(self.zone)

    def around(self, now: datetime, ahead: int = 2) -> WorkingCalendar:
        """The working calendar of last year, this one and the next `ahead` years."""
        return vietnam(
            range(now.year - 1, now.year + ahead + 1),
            days_off=self.days_off,
            makeup_days=self.makeup_days,
            tet=self.tet,
            hours=self.working_hours,
            zone=self.tz,
        )


class DeadlineSettings(Section):
    """When reports are due."""

    roll: Literal["after", "before"] = "after"
    rule: Annotated[str, AfterValidator(_rule)] = "monthly last-working-day"


class ReminderSettings(Section):
    """Who is reminded of a deadline, when and how often at most (DOMAIN §10, §11.4)."""

    stages: tuple[Annotated[str, AfterValidator(_stage)], ...] = DEFAULT_STAGES
    newcomer_days: Annotated[int, Field(ge=0, le=60)] = 5
    spread_minutes: Annotated[int, Field(ge=0, le=120)] = 15
    daily_cap: PositiveInt = 5000
    silent_periods: Annotated[int, Field(ge=1, le=24)] = 2


class LogSettings(Section):
    """What the log says and how."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    as_json: Annotated[bool, Field(alias="json")] = False


class MediaSettings(Section):
    """Limits of attachments."""

    max_mb: PositiveInt = 10
    longest: Annotated[int, Field(ge=320, le=8000)] = 1600


class TopicSettings(Section):
    """Which of the 16 topics are in use."""

    disabled: tuple[Annotated[str, AfterValidator(_topic)], ...] = ()


class Settings(Section):
    """Everything an operator can set."""

    database: DatabaseSettings
    data: DataSettings = DataSettings()
    web: WebSettings = WebSettings()
    telegram: TelegramSettings = TelegramSettings()
    zalo: ZaloSettings = ZaloSettings()
    masking: MaskingSettings = MaskingSettings()
    privacy: PrivacySettings = PrivacySettings()
    style: StyleSettings = StyleSettings()
    alerts: AlertSettings = AlertSettings()
    reports: ReportSettings = ReportSettings()
    drafts: DraftSettings = DraftSettings()
    matters: MatterSettings = MatterSettings()
    calendar: CalendarSettings = CalendarSettings()
    deadlines: DeadlineSettings = DeadlineSettings()
    reminders: ReminderSettings = ReminderSettings()
    logs: LogSettings = LogSettings()
    media: MediaSettings = MediaSettings()
    topics: TopicSettings = TopicSettings()

    @model_validator(mode="before")
    @classmethod
    def _file_of_the_folder(cls, raw: dict[str, Any]) -> dict[str, Any]:
        database = raw.get("database", {})
        if isinstance(database, dict) and "url" not in database:
            url = f"sqlite:///{_folder(raw)}/baonhanh.db"
            return {**raw, "database": {**database, "url": url}}
        return raw

    @property
    def sample_url(self) -> str:
        """The database of the sample unit: a file of its own, never the operator's."""
        return f"sqlite:///{self.data.folder}/sample.db"


def _folder(raw: dict[str, Any]) -> str:
    data = raw.get("data", {})
    return str(data.get("folder", "data")) if isinstance(data, dict) else "data"
