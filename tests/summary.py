#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py [--counts] TESTLOG.json: prints what failing tests said, and as
the last line how many test cases passed, failed and were skipped. --counts:
also what tests have counted, in lines "# counts: ..."

A test that speaks TAP counts one for each of its cases, any other counts as
one; a test that ends badly though all its cases passed (a crash, a timeout)
counts as one more failure.
"""

import json
import re
import sys

PLAN = re.compile(r"^1\.\.\d+", re.MULTILINE)
CASE = re.compile(r"^(not )?ok\b([^#]*)(?:#\s*(\w+))?")


def tap_cases(text):
    """(passed, failed, skipped) of the TAP lines in TEXT."""
    passed = failed = skipped = 0
    if not PLAN.search(text):
        return 0, 0, 0
    for line in text.splitlines():
        match = CASE.match(line)
        if match is None:
            continue
        directive = (match[3] or "").upper()
        if directive == "SKIP":
            skipped += 1
        elif match[1] and not directive:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count(test):
    """(passed, failed, skipped) of one test of the log."""
    result = test["result"]
    passed, failed, skipped = tap_cases(test.get("stdout") or "")
    if result in ("OK", "EXPECTEDFAIL"):
        if passed + failed + skipped == 0:
            passed = 1
    elif result in ("SKIP", "IGNORED"):
        if passed + failed + skipped == 0:
            skipped = 1
    elif failed == 0:
        failed = 1
    return passed, failed, skipped


def print_counts(test):
    for line in (test.get("stdout") or "").splitlines():
        if line.startswith("# counts: "):
            print(f"{test['name'].split(' / ')[-1]}: {line[len('# counts: '):]}")


def main():
    totals = [0, 0, 0]
    try:
        with open(sys.argv[-1], encoding="utf-8", errors="replace") as log:
            tests = [json.loads(line) for line in log if line.strip()]
    except OSError as error:
        print(f"No results: {error}")
        tests = []
    for test in tests:
        counts = count(test)
        totals = [a + b for a, b in zip(totals, counts)]
        if "--counts" in sys.argv:
            print_counts(test)
        if counts[1]:
            print(f"\n=== {test['name']}: {test['result']}")
            print((test.get("stdout") or "").rstrip())
            print((test.get("stderr") or "").rstrip())
    if not tests:
        totals[1] = 1
    print(f"\n{totals[0]} passed, {totals[1]} failed, {totals[2]} skipped")
    return 1 if totals[1] else 0


if __name__ == "__main__":
    sys.exit(main())
