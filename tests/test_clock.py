import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from integrate_tui import clock
from integrate_tui.clock import SystemClock, local_zone, zone_name
from integrate_tui.core.dates import zone_from_name
from tests.fakes import EVENING, FakeClock


@pytest.fixture
def localtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for the link that tells the machine's zone; there is none until a test makes it."""
    link = tmp_path / "localtime"
    monkeypatch.setattr(clock, "_LOCALTIME", link)
    monkeypatch.setattr(clock, "_library_zone", lambda: "Asia/Kathmandu")
    return link


def test_this_moment_has_the_local_zone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    before = datetime.now(UTC)
    now = SystemClock().now()

    assert zone_name(now) == "Asia/Tokyo"
    assert timedelta(0) <= now - before < timedelta(minutes=1)


def test_the_zone_is_looked_up_anew_each_time(monkeypatch: pytest.MonkeyPatch):
    system = SystemClock()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    there = system.now()
    monkeypatch.setenv("TZ", "Europe/Berlin")
    assert zone_name(there) == "Asia/Tokyo"
    assert zone_name(system.now()) == "Europe/Berlin"


def test_the_monotonic_clock_never_goes_back():
    looks = [SystemClock().monotonic() for _ in range(100)]
    assert looks == sorted(looks)


@pytest.mark.parametrize(
    ("set", "zone"),
    [("Europe/Berlin", "Europe/Berlin"), (":Asia/Tokyo", "Asia/Tokyo"), ("UTC", "UTC")],
)
def test_the_variable_says_the_zone(monkeypatch: pytest.MonkeyPatch, set: str, zone: str):
    monkeypatch.setenv("TZ", set)
    assert local_zone() == ZoneInfo(zone)


@pytest.mark.parametrize(
    "target",
    [
        "/usr/share/zoneinfo/America/Bogota",
        "../usr/share/zoneinfo/America/Bogota",
        "/var/db/timezone/zoneinfo/America/Bogota",
    ],
)
def test_the_link_says_the_zone(localtime: Path, target: str):
    localtime.symlink_to(target)
    assert local_zone() == ZoneInfo("America/Bogota")


def test_a_machine_that_only_has_a_file_is_asked_by_a_library(localtime: Path):
    localtime.write_bytes(b"TZif2")
    assert local_zone() == ZoneInfo("Asia/Kathmandu")


@pytest.mark.parametrize("set", ["CET-1CEST,M3.5.0,M10.5.0/3", "Nowhere/Land", "../../etc/passwd"])
def test_a_zone_that_no_database_knows_is_its_present_offset(
    monkeypatch: pytest.MonkeyPatch, localtime: Path, set: str
):
    monkeypatch.setenv("TZ", set)
    zone = local_zone()

    assert isinstance(zone, timezone)
    assert zone.utcoffset(None) == datetime.now().astimezone().utcoffset()


@pytest.mark.parametrize(
    ("at", "name"),
    [
        (EVENING, "Europe/Berlin"),
        (EVENING.astimezone(UTC), "UTC"),
        (EVENING.astimezone(timezone(timedelta(hours=-3, minutes=-30))), "UTC-03:30"),
        (EVENING.astimezone(timezone(timedelta(hours=5, minutes=45))), "UTC+05:45"),
    ],
)
def test_a_zone_is_stored_under_a_name_that_gives_it_back(at: datetime, name: str):
    assert zone_name(at) == name
    assert at.astimezone(zone_from_name(name)).utcoffset() == at.utcoffset()


def test_only_the_clock_reads_a_clock():
    """What a linter sees in one file, the whole source is searched for."""
    source = Path(clock.__file__).parent
    readers = (
        "datetime.now",
        "datetime.utcnow",
        "date.today",
        "time.time()",
        "time.monotonic",
        "perf_counter",
    )
    found = {
        str(file.relative_to(source))
        for file in source.rglob("*.py")
        for reader in readers
        if reader in file.read_text()
    }
    assert found == {"clock.py"}


def test_the_library_that_knows_odd_systems_is_not_loaded_for_the_usual_ones():
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from integrate_tui.clock import SystemClock; SystemClock().now();"
            "print('tzlocal' in sys.modules)",
        ],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"TZ": "Europe/Berlin"},
    )
    assert run.stdout.strip() == "False"


def test_the_clock_of_the_tests_stands_still_until_it_is_told():
    fake = FakeClock()
    assert fake.now() == fake.now() == EVENING
    fake.advance(5, minutes=1)
    assert fake.now() - EVENING == timedelta(seconds=65)
    assert fake.monotonic() == 1065.0
