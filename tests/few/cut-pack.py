#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cut-pack.py PACK.json OUT.json SCENARIO...: writes a pack with these of its
scenarios only."""

import json
import pathlib
import sys


def main():
    source, target, *wanted = sys.argv[1:]
    pack = json.loads(pathlib.Path(source).read_text(encoding="utf-8"))
    scenarios = {scenario["id"]: scenario for scenario in pack["scenarios"]}
    missing = [identity for identity in wanted if identity not in scenarios]
    if missing:
        sys.exit(f"{source}: no scenario {', '.join(missing)}")
    pack["scenarios"] = [scenarios[identity] for identity in wanted]
    text = json.dumps(pack, ensure_ascii=False, indent=2) + "\n"
    pathlib.Path(target).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
