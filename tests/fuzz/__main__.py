"""`python -m tests.fuzz TARGET… [--seconds N] [--from NUMBER] [--atheris]`: damaged inputs until the time is up.

Says every fault once, by where it arose, with the number that makes its input again; inputs that take long are said
too. With --atheris (`pip install atheris`) the inputs are led by which code they reach, one target, until a fault.
"""

import argparse
import sys
import time
import traceback
from pathlib import Path
from random import Random

from tests.fuzz.mutation import MOST, mutated
from tests.fuzz.targets import TARGETS, samples

SLOW = 1.0
"""CPU seconds for 20,000 bytes from which on an input is said to be slow."""


def main() -> int:
    """Fuzz the targets that are named, one after the other; the exit code is 1 where a fault was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=60.0, help="for each target")
    parser.add_argument("--from", type=int, default=1_000_000, dest="first", help="number of the first input")
    parser.add_argument("--atheris", action="store_true")
    options = parser.parse_args()
    wanted = options.targets or list(TARGETS)
    if options.atheris:
        return _led(wanted[0], options.seconds)
    return max(_fuzzed(target, options.seconds, options.first) for target in wanted)


def _fuzzed(target: str, seconds: float, first: int) -> int:
    faults: dict[str, int] = {}
    slow, number, end = 0, first, time.monotonic() + seconds
    while time.monotonic() < end:
        data = mutated(Random(number), samples(target))
        began = time.process_time()
        try:
            TARGETS[target](data)
        except Exception as error:  # noqa: BLE001  # every fault is to be found, not the first
            where = traceback.extract_tb(error.__traceback__)[-1]
            name = f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}"
            if name not in faults:
                print(f"{target} {number}: {name}: {str(error)[:200]}", flush=True)
            faults[name] = faults.get(name, 0) + 1
        took = time.process_time() - began
        if took > SLOW * max(1.0, len(data) / 20_000):
            slow += 1
            print(f"{target} {number}: {took:.1f} s for {len(data):,} bytes", flush=True)
        number += 1
    print(f"{target}: {number - first:,} inputs, {len(faults)} faults, {slow} slow", flush=True)
    return 1 if faults or slow else 0


def _led(target: str, seconds: float) -> int:
    import atheris  # no dependency: installed by hand

    atheris.instrument_all()
    for data in samples(target):
        TARGETS[target](data)
    settings = [f"-max_total_time={seconds:.0f}", f"-max_len={MOST}", "-timeout=30"]
    atheris.Setup([sys.argv[0], *settings], TARGETS[target])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
