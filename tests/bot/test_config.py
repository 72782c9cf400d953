"""Settings: defaults, file, environment, and a clear sentence for every mistake."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.config import ConfigError, known_keys, load
from messages import catalogue
from tests.bot.settings_page import CONFIG, PAGE, page


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(text):
    file = Path("config.yaml")
    file.write_text(text, encoding="utf-8")
    return file


def problems(text="", lang="en", **environ):
    with pytest.raises(ConfigError) as caught:
        load(write(text), environ)
    return [catalogue(lang).render(problem) for problem in caught.value.problems]


def test_the_shipped_file_holds_every_key_with_its_default():
    assert load(CONFIG, {}) == load(None, {})
    shipped = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
    assert {section: list(part) for section, part in shipped.items()} == {
        section: list(part) for section, part in known_keys().items()
    }


def test_the_page_of_settings_says_what_the_file_says():
    assert PAGE.read_text(encoding="utf-8") == page(CONFIG.read_text(encoding="utf-8"))


def test_without_a_file_the_defaults_hold():
    settings = load(None, {})
    assert settings.web.address == "http://127.0.0.1:8080"
    assert settings.telegram.token == ()
    assert settings.database.url == "sqlite:///data/baonhanh.db"
    assert settings.alerts.leader_after_minutes == 30
    assert settings.calendar.tz.key == "Asia/Ho_Chi_Minh"


def test_the_environment_wins_over_the_file():
    file = write("web: {port: 9000, host: 0.0.0.0}")
    settings = load(file, {"BAONHANH_WEB_PORT": "9001"})
    assert (settings.web.port, settings.web.host) == (9001, "0.0.0.0")


def test_the_file_is_the_one_named_else_the_one_of_the_environment_else_the_one_here():
    write("web: {port: 1}")
    Path("two.yaml").write_text("web: {port: 2}")
    Path("three.yaml").write_text("web: {port: 3}")
    assert load(Path("three.yaml"), {"BAONHANH_CONFIG": "two.yaml"}).web.port == 3
    assert load(None, {"BAONHANH_CONFIG": "two.yaml"}).web.port == 2
    assert load(None, {}).web.port == 1


def test_an_empty_value_is_the_default():
    file = write("web:\n  port:\ntelegram:\nalerts: {phone: ''}\n")
    settings = load(file, {"BAONHANH_WEB_HOST": ""})
    assert (settings.web.port, settings.web.host, settings.alerts.phone) == (8080, "127.0.0.1", None)


def test_the_database_lives_in_the_data_folder_unless_told_otherwise():
    assert load(None, {"BAONHANH_DATA_FOLDER": "/srv/bn"}).database.url == "sqlite:////srv/bn/baonhanh.db"
    assert load(None, {"BAONHANH_DATA_FOLDER": "/srv/bn"}).sample_url == "sqlite:////srv/bn/sample.db"
    url = "postgresql://u:p@h/d"
    assert load(None, {"BAONHANH_DATA_FOLDER": "/srv/bn", "BAONHANH_DATABASE_URL": url}).database.url == url


def test_a_secret_comes_from_a_file():
    Path("token").write_text("123:abc\n")
    settings = load(None, {"BAONHANH_TELEGRAM_TOKEN_FILE": "token"})
    assert [token.get_secret_value() for token in settings.telegram.token] == ["123:abc"]


def test_several_tokens_are_several_bots():
    settings = load(None, {"BAONHANH_ZALO_TOKEN": "1:abc 2:def,3:ghi"})
    assert [token.get_secret_value() for token in settings.zalo.token] == ["1:abc", "2:def", "3:ghi"]
    assert "abc" not in repr(settings)


def test_several_bots_need_a_webhook_address_each():
    secret = {"BAONHANH_ZALO_TOKEN": "1:abc 2:def", "BAONHANH_ZALO_WEBHOOK_SECRET": "a-secret-of-sixteen"}
    way = {"BAONHANH_ZALO_MODE": "webhook", "BAONHANH_ZALO_WEBHOOK_URL": "https://bao.example.vn/zalo/1"}
    assert "the number of the bot" in problems(**secret, **way)[0]
    settings = load(None, secret | way | {"BAONHANH_ZALO_WEBHOOK_URL": "https://bao.example.vn/zalo/{bot}"})
    assert settings.zalo.webhook_of("2") == "https://bao.example.vn/zalo/2"


def test_secrets_are_never_printed():
    secrets = {
        "BAONHANH_TELEGRAM_TOKEN": "123:token-token",
        "BAONHANH_TELEGRAM_WEBHOOK_SECRET": "hidden-hidden-hidden",
        "BAONHANH_TELEGRAM_PROXY": "http://me:hidden-word@proxy:3128",
        "BAONHANH_DATABASE_URL": "postgresql://me:hidden-word@host/name",
    }
    shown = f"{load(None, secrets)!r} {load(None, secrets)}"
    assert "token-token" not in shown
    assert "hidden" not in shown


def test_a_wrong_secret_is_not_repeated():
    said = problems(
        BAONHANH_TELEGRAM_WEBHOOK_SECRET="short!", BAONHANH_DATABASE_URL="mysql://me:hidden-word@host/name"
    )
    assert len(said) == 2
    assert not any("short!" in line or "hidden-word" in line for line in said)


def test_lists_in_the_environment_are_separated_by_commas():
    settings = load(
        None,
        {
            "BAONHANH_CALENDAR_DAYS_OFF": "2026-12-24, 2026-12-25",
            "BAONHANH_MASKING_ALLOW": "Ông Lãnh",
            "BAONHANH_TOPICS_DISABLED": '["DT", "TD"]',
        },
    )
    assert settings.calendar.days_off == (date(2026, 12, 24), date(2026, 12, 25))
    assert settings.masking.allow == ("Ông Lãnh",)
    assert settings.topics.disabled == ("DT", "TD")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("web: {prot: 80}", "web.prot: there is no such key; did you mean web.port?"),
        ("telegrm: {token: x}", "telegrm: there is no such key; did you mean telegram?"),
        ("port: 80", "port: there is no such key; did you mean web.port?"),
        ("web: {token: x}", "web.token: there is no such key; did you mean telegram.token?"),
        ("web: {colour: red}", "web.colour: there is no such key"),
        ("web: {port: 80800}", "web.port = 80800: must be at most 65535"),
        ("web: {port: many}", "web.port = many: must be a number"),
        ("web: {public_url: example.vn}", "must be a whole address"),
        ("web: 5", "web: must hold indented lines"),
        ("telegram: {mode: fast}", "telegram.mode = fast: must be one of: polling, webhook"),
        ("telegram: {token: '1:x', mode: webhook}", "needs both webhook_url (https) and webhook_secret"),
        ("telegram: {rate: 0}", "telegram.rate = 0: must be more than 0"),
        ("telegram: {webhook_url: 'http://example.vn/t'}", "must be a whole address"),
        ("alerts: {phone: 02203123456}", "alerts.phone: put the value in quotes"),
        ("alerts: {leader_after_minutes: 5}", "leader_after_minutes must not be less"),
        ("calendar: {days_off: [tomorrow]}", "calendar.days_off = tomorrow: must be a date like"),
        ("calendar: {days_off: 2026-12-24}", "calendar.days_off: must be a list"),
        ("calendar: {zone: Hanoi}", "calendar.zone = Hanoi: no such time zone"),
        ("calendar: {quiet_hours: ['9pm']}", 'must be hours like "07:30-11:30"'),
        ("calendar: {quiet_hours: ['25:00-26:00']}", 'must be hours like "07:30-11:30"'),
        ("topics: {disabled: [XX]}", "topics.disabled = XX: no such topic code"),
        ("topics: {disabled: [KH]}", "no such topic code, or one that cannot be switched off"),
        ("logs: {json: perhaps}", "logs.json = perhaps: must be true or false"),
        ("masking: {allow: ['']}", "masking.allow = : must not be empty"),
        ("reports: {max_photos: -1}", "reports.max_photos = -1: must be at least 0"),
        ("database: {url: mysql://x}", "database.url: must be sqlite:///FILE or postgresql://"),
        ("web: [", "is broken at line 1"),
        ("- web", "is broken at line 1"),
        ("web: {port: 1}\nlogs: {}\nweb: {port: 2}", "is broken at line 3: “web” ×2"),
    ],
)
def test_a_wrong_setting_is_one_clear_line(text, said):
    lines = problems(text)
    assert len(lines) == 1
    assert said in lines[0]


def test_all_problems_are_told_at_once_file_and_environment_alike():
    lines = problems(
        "web: {port: 80800, prot: 1}\ncalendar: {zone: Mars}\n",
        lang="vi",
        BAONHANH_TELEGRAM_TOKN="x",
        BAONHANH_TELEGRAM_WEBHOOK_SECRET_FILE="/nowhere",
    )
    assert lines == [
        "BAONHANH_TELEGRAM_TOKN: không có khóa này; có phải BAONHANH_TELEGRAM_TOKEN?",
        "BAONHANH_TELEGRAM_WEBHOOK_SECRET_FILE: không đọc được tệp /nowhere",
        "web.port = 80800: nhiều nhất là 65535",
        "web.prot: không có khóa này; có phải web.port?",
        "calendar.zone = Mars: không có múi giờ này; ví dụ Asia/Ho_Chi_Minh",
    ]


def test_a_value_and_a_file_for_the_same_secret_are_refused():
    Path("token").write_text("1:x")
    said = problems(BAONHANH_TELEGRAM_TOKEN="1:y", BAONHANH_TELEGRAM_TOKEN_FILE="token")
    assert said == ["both BAONHANH_TELEGRAM_TOKEN and BAONHANH_TELEGRAM_TOKEN_FILE are set; keep one"]


def test_variables_of_others_are_left_alone():
    load(None, {"BAONHANH_LANG": "en", "BAONHANH_TEST_POSTGRES": "x", "BAONHANHX": "y", "HOME": "/"})


def test_a_named_file_that_is_missing_or_no_text_is_told():
    with pytest.raises(ConfigError) as caught:
        load(Path("nowhere.yaml"), {})
    assert "cannot read the settings file nowhere.yaml" in catalogue("en").render(caught.value.problems[0])
    Path("picture.yaml").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(ConfigError):
        load(Path("picture.yaml"), {})
