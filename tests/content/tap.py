# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs that plant faults have in common: TAP, and whether a fault
was found."""


class Tap:
    def __init__(self):
        self.number = self.failed = 0

    def case(self, name, problem):
        """Prints a case; PROBLEM is empty where all is well."""
        self.number += 1
        self.failed += bool(problem)
        print(f"{'not ok' if problem else 'ok'} {self.number} {name}")
        if problem:
            print("# " + str(problem).replace("\n", "\n# "))


def expect(findings, wanted):
    if not any(wanted in finding for finding in findings):
        return f"no finding has “{wanted}”:\n" + "\n".join(findings)
    return ""
