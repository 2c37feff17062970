#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-journals.py [--check ROOT]: writes tests/core/data/journals, a corpus of
damaged journals, and its table: which events count, which lines are reported as
damaged, and whether the last line is torn. --check: only says whether the
folder is as it would write it."""

import json
import pathlib
import sys

FOLDER = "tests/core/data/journals"
AT = '"at":"2026-11-23T09:15:0%d.250Z","offset":60'


def event(name, number, rest):
    return f'{{"v":1,"id":"{name}",{AT % number},{rest}}}'.encode()


A = event("a", 0, '"type":"review","card":"slow-builds#weak","grade":3,"ms":2100')
B = event(
    "b", 1,
    '"type":"rehearsal","scenario":"slow-builds","level":"sde2","prompt":"cues",'
    '"steps":[{"step":"situation","target_ms":30000,"spent_ms":28000}],"said":[],'
    '"probes":[],"rating":{"clarity":3},"note":"größer \\"再\\" \\u00e9\\ud83d\\ude00"',
)  # fmt: skip
C = event("c", 2, '"type":"undo","of":"a"')
D = event(
    "d", 3,
    '"type":"quiz","scenario":"slow-builds","question":"q1","choice":2,"correct":true',
)  # fmt: skip
ABC = A + b"\n" + B + b"\n" + C + b"\n"
BOM = b"\xef\xbb\xbf"

cases = {}


def case(name, data, kept, damaged=(), torn=False):
    """A journal: KEPT are the ids that count, in order, DAMAGED the lines."""
    assert name not in cases, name
    cases[name] = (data, kept.split(), list(damaged), torn)


def cut(name, before, torn=True, kept="a"):
    """A and B, of which only what ends with BEFORE is there."""
    data = A + b"\n" + B + b"\n"
    end = data.index(before, len(A)) + len(before)
    case("cut-" + name, data[:end], kept, (), torn)


def with_b(name, old, new, kept, damaged=()):
    """A, B with something else in it, and C."""
    assert B.count(old) >= 1, old
    case(name, A + b"\n" + B.replace(old, new, 1) + b"\n" + C + b"\n", kept, damaged)


def line(name, text, kept="a c", damaged=(2,)):
    """A, then this line, then C."""
    case(name, A + b"\n" + text + b"\n" + C + b"\n", kept, damaged)


def add_cuts():
    case("cut-nothing-there", b"", "")
    case("cut-newline-alone", b"\n", "")
    case("cut-first-byte", b"{", "", (), True)
    case("cut-first-line", A[:40], "", (), True)
    case("cut-first-line-no-newline", A, "a")
    cut("behind-newline", b"\n", False)
    cut("behind-brace", b"{")
    cut("in-name", b'"sce')
    cut("behind-name", b'"scenario"')
    cut("behind-colon", b'"scenario":')
    cut("in-string", b"slow-bu")
    cut("in-number", b"280")
    cut("behind-comma", b"28000}],")
    cut("in-array", b"28000}")
    cut("in-utf8", "grö".encode()[:-1])
    cut("in-utf8-of-three", "再".encode()[:2])
    cut("behind-backslash", b'\xc3\xb6\xc3\x9fer \\')
    cut("in-escape", b"\\u00")
    cut("between-surrogates", b"\\ud83d")
    cut("in-string-at-end", b"\\ude00")
    cut("before-last-brace", b'\\ude00"')
    cut("before-newline", b'\\ude00"}', False, "a b")
    case("cut-before-newline-crlf", A + b"\r\n" + B + b"\r", "a b")
    case("cut-in-bom", BOM[:2], "", (), True)
    case("cut-behind-bom", BOM, "")
    case("cut-in-literal", A + b"\n" + D[:-3], "a", (), True)
    case("cut-of-a-newer-one", A + b"\n" + b'{"v":2,"typ', "a", (), True)
    case("cut-spaces", A + b"\n" + b"   \t ", "a")
    case("cut-twice", A[:50] + b"\n" + B + b"\n" + C[:30], "b", (1,), True)
    case("cut-at-4096", (ABC * 20)[:4096], "a b c", (), True)
    case("cut-at-start", ABC[30:], "b c", (1,))


def add_flips():
    with_b("flip-first-brace", b"{", b"z", "a c", (2,))
    with_b("flip-last-brace", b'00"}', b'00"|', "a c", (2,))
    with_b("flip-quote", b'"id"', b'"id!', "a c", (2,))
    with_b("flip-colon", b'"id":', b'"id;', "a c", (2,))
    with_b("flip-comma", b'"b",', b'"b"-', "a c", (2,))
    with_b("flip-name-of-id", b'"id"', b'"ie"', "a c", (2,))
    with_b("flip-id", b'"id":"b"', b'"id":"k"', "a k c")
    with_b("flip-id-to-another", b'"id":"b"', b'"id":"c"', "a c")
    with_b("flip-name-of-at", b'"at"', b'"au"', "a c", (2,))
    with_b("flip-month", b"-11-", b"-91-", "a c", (2,))
    with_b("flip-zone", b"250Z", b"250z", "a c", (2,))
    with_b("flip-version", b'"v":1', b'"v":9', "a b c")
    with_b("flip-version-to-text", b'"v":1', b'"v":q', "a c", (2,))
    with_b("flip-type", b"rehearsal", b"reheapsal", "a b c")
    with_b("flip-level", b"sde2", b"sde7", "a b c")
    with_b("flip-rating", b'"clarity":3', b'"clarity":7', "a b c")
    with_b("flip-sign", b":28000", b":-8000", "a b c")
    with_b("flip-utf8", "ö".encode(), b"\xe3\xb6", "a c", (2,))
    with_b("flip-utf8-alone", "ß".encode(), b"\xc3s", "a c", (2,))
    with_b("flip-escape", b"\\u00e9", b"\\q00e9", "a c", (2,))
    with_b("flip-surrogate", b"\\ude00", b"\\u0e00", "a b c")
    case("flip-newline", A + b"\x0b" + B + b"\n" + C + b"\n", "c", (1,))
    case("flip-newline-to-space", A + b" " + B + b"\n" + C + b"\n", "c", (1,))
    case("flip-first-byte-of-all", b"\xfb" + ABC[1:], "b c", (1,))
    case("flip-last-byte-of-all", ABC[:-1] + b"\x8a", "a b", (), True)
    case("flip-every-line", ABC.replace(b'"id"', b"'id'"), "", (1, 2, 3))


def add_blanks():
    case("nul-tail", ABC + b"\0" * 300, "a b c", (), True)
    case("nul-tail-newline", ABC + b"\0" * 300 + b"\n", "a b c", (4,))
    case("nul-tail-then-event", ABC + b"\0" * 300 + D + b"\n", "a b c", (4,))
    case("nul-line-then-event", ABC + b"\0" * 300 + b"\n" + D + b"\n", "a b c d", (4,))
    case("nul-all", b"\0" * 512, "", (), True)
    case("nul-first", b"\0" + ABC, "b c", (1,))
    case("nul-page-lost", A + b"\n" + B[:60] + b"\0" * 200 + b"\n" + C + b"\n", "a c", (2,))
    with_b("nul-in-string", b"slow-builds", b"slow\0builds", "a c", (2,))
    with_b("nul-escaped", b"\\u00e9", b"\\u0000", "a b c")
    case("nul-behind-event", A + b"\0\n" + C + b"\n", "c", (1,))
    case("crlf", ABC.replace(b"\n", b"\r\n"), "a b c")
    case("crlf-mixed", A + b"\r\n" + B + b"\n" + C + b"\r\n", "a b c")
    case("crlf-blank-lines", A + b"\r\n\r\n" + B + b"\r\n \t\r\n" + C + b"\r\n", "a b c")
    case("cr-alone", ABC.replace(b"\n", b"\r"), "", (), True)
    case("cr-twice", A + b"\r\r\n" + C + b"\n", "a c")
    case("blank-lines", b"\n\n" + A + b"\n\n \n\t\n" + C + b"\n\n\n", "a c")
    case("spaces-around", b"  " + A + b"  \n\t" + C + b"\t\n", "a c")
    case("bom", BOM + ABC, "a b c")
    case("bom-in-the-middle", A + b"\n" + BOM + B + b"\n" + C + b"\n", "a b c")
    case("bom-twice", BOM + BOM + A + b"\n" + C + b"\n", "c", (1,))
    case("bom-alone-on-a-line", BOM + b"\n" + A + b"\n", "a")
    case("bom-crlf", BOM + ABC.replace(b"\n", b"\r\n"), "a b c")
    # Each line feed is followed by a NUL, so that all but the first begin with one.
    case("utf-16", (A + b"\n" + C).decode().encode("utf-16"), "", (1,), True)


def add_mixtures():
    case("mixed-halves", A[:50] + C + A[50:] + b"\n" + B + b"\n", "b", (1,))
    case("mixed-lines", A[:50] + C[:40] + b"\n" + A[50:] + C[40:] + b"\n" + B + b"\n", "b", (1, 2))
    case("glued", A + C + b"\n" + B + b"\n", "b", (1,))
    case("glued-torn", A + b"\n" + B[:70] + C + b"\n" + D + b"\n", "a d", (2,))
    case("torn-in-the-middle", A + b"\n" + B[:70] + b"\n" + C + b"\n", "a c", (2,))
    case("split", A[:30] + b"\n" + A[30:] + b"\n" + C + b"\n", "c", (1, 2))
    case("conflict-marks", A + b"\n<<<<<<< mine\n" + C + b"\n=======\n" + D + b"\n>>>>>>> theirs\n",
         "a c d", (2, 4, 6))  # fmt: skip
    case("web-page", b"<!DOCTYPE html>\n<html>\n<p>Sign in</p>\n</html>\n", "", (1, 2, 3, 4))
    case("compressed", b"\x1f\x8b\x08\x00\x00\x0a\xff\xfe\x0a\x80\x81", "", (1, 2), True)
    case("one-array", b"[" + A + b",\n" + C + b"]\n", "", (1, 2))
    case("indented", json.dumps(json.loads(C), indent=1).encode() + b"\n" + A + b"\n",
         "a", range(1, 9))  # fmt: skip


def add_ids():
    case("same-line-twice", ABC + ABC, "a b c")
    case("same-id-other-content", A + b"\n" + D.replace(b'"d"', b'"a"') + b"\n" + C + b"\n", "a c")
    case("same-id-damaged-first", A[:-9] + b"\n" + A + b"\n", "a", (1,))
    case("same-id-torn-behind", A + b"\n" + A[:-9], "a", (), True)
    case("id-other-case", A + b"\n" + A.replace(b'"a"', b'"A"') + b"\n", "a A")
    line("id-empty", C.replace(b'"id":"c"', b'"id":""'))
    line("id-number", C.replace(b'"id":"c"', b'"id":7'))
    line("id-null", C.replace(b'"id":"c"', b'"id":null'))
    line("id-twice", C.replace(b'"id":"c"', b'"id":"x","id":"y"'))
    line("id-escaped", C.replace(b'"id":"c"', b'"id":"\\u0078"'), "a x c", ())
    line("id-with-newline", C.replace(b'"id":"c"', b'"id":"x\\ny"'))


def add_times():
    later = b'{"v":1,"id":"%s","at":"%s","type":"undo","of":"x"}'
    case("clock-backwards", C + b"\n" + B + b"\n" + A + b"\n", "c b a")
    case("clock-the-same", b"".join(later % (n, b"2026-01-01T00:00:00Z") + b"\n" for n in
                                    (b"b", b"a", b"c")), "b a c")  # fmt: skip
    line("year-9999", later % (b"x", b"9999-12-31T23:59:59.999Z"), "a x c", ())
    line("year-1970", later % (b"x", b"1970-01-01T00:00:00Z"), "a x c", ())
    line("year-0001", later % (b"x", b"0001-01-01T00:00:00Z"), "a x c", ())
    line("year-10000", later % (b"x", b"10000-01-01T00:00:00Z"))
    line("day-30-of-february", later % (b"x", b"2026-02-30T00:00:00Z"))
    line("hour-24", later % (b"x", b"2026-02-20T24:00:00Z"))
    line("time-in-a-zone", later % (b"x", b"2026-02-20T10:00:00+02:00"), "a x c", ())
    line("time-without-zone", later % (b"x", b"2026-02-20T10:00:00"))
    line("time-is-a-number", C.replace(AT.encode() % 2, b'"at":1795425300250').replace(b'"c"', b'"x"'))
    line("offset-of-a-day", C.replace(b":60", b":1440").replace(b'"c"', b'"x"'), "a x c", ())
    line("offset-too-far", C.replace(b":60", b":1441").replace(b'"c"', b'"x"'), "a x c", ())


def add_strangers():
    card = event("x", 4, '"type":"review","card":"no-such-story#step.task","grade":1')
    line("unknown-card", card, "a x c", ())
    line("unknown-scenario", D.replace(b"slow-builds", b"nobody-knows").replace(b'"d"', b'"x"'), "a x c", ())
    line("unknown-undo", event("x", 4, '"type":"undo","of":"nothing"'), "a x c", ())
    line("undo-of-itself", event("x", 4, '"type":"undo","of":"x"'), "a x c", ())
    line("unknown-type", event("x", 4, '"type":"dance","with":["me"]'), "a x c", ())
    line("unknown-type-no-id", b'{"v":1,"type":"dance"}', "a c", ())
    line("newer-no-id", b'{"v":2,"what":"ever"}', "a c", ())
    line("unknown-member", card.replace(b'"grade"', b'"mood":{"a":[1,2]},"grade"'), "a x c", ())
    line("wrong-member", card.replace(b":1}", b":9}"), "a x c", ())
    line("no-type", event("x", 4, '"card":"slow-builds#weak"'), "a x c", ())
    line("not-an-object", b"[1,2]")
    line("not-an-object-text", b'"a"')
    line("empty-object", b"{}")
    line("comment", C.replace(b'"type"', b'/* so */"type"'))
    line("single-quotes", C.replace(b'"', b"'"))
    line("comma-at-end", C.replace(b"}", b",}"))
    line("two-objects", C.replace(b'"c"', b'"x"') + b" " + C.replace(b'"c"', b'"y"'))
    line("words-behind", C + b" and more")
    line("tab-in-string", event("x", 4, '"type":"forget","scenario":"a\tb"'))
    line("reordering-mark", event("x", 4, '"type":"dance","note":"a\u202eb"'), "a x c", ())
    line("number-too-large", event("x", 4, '"type":"dance","n":1e999'))
    line("number-odd", event("x", 4, '"type":"dance","n":01'))
    line("deep", event("x", 4, '"type":"dance","n":' + "[" * 80 + "]" * 80))
    line("deep-and-open", b"[" * 3000)


def make():
    for add in (add_cuts, add_flips, add_blanks, add_mixtures, add_ids, add_times, add_strangers):
        add()
    files = {f"{name}.jsonl": data for name, (data, *_) in cases.items()}
    table = {
        name: {"kept": kept, "damaged": damaged, "torn": torn}
        for name, (_, kept, damaged, torn) in sorted(cases.items())
    }
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in table.items())
    files["expected.json"] = f"{{\n{rows}\n}}\n".encode()
    return files


def main():
    check = sys.argv[1:2] == ["--check"]
    root = pathlib.Path(sys.argv[2]) if check else pathlib.Path(__file__).parents[2]
    files = make()
    there = {path.name: path.read_bytes() for path in (root / FOLDER).glob("*")}
    if check:
        odd = sorted(name for name in files | there if files.get(name) != there.get(name))
        for name in odd:
            print(f"{FOLDER}/{name}:1: is not what make-journals.py writes")
        return 1 if odd else 0
    for name in there.keys() - files.keys():
        (root / FOLDER / name).unlink()
    for name, data in files.items():
        (root / FOLDER / name).write_bytes(data)
    print(f"{len(files) - 1} journals")
    return 0


if __name__ == "__main__":
    sys.exit(main())
