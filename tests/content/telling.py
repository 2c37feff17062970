# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the story as it is told. Each takes a scenario and the catalogue
and yields (path, what to do)."""

import collections
import re

import figures
import story

# How far from its target a step may be said.
LEEWAY = 0.2
# What counts fewer than that is a way of speaking rather than a figure.
SMALL_FIGURE = 4
# Words until 'I' has to have come.
OPENING = 5

WE = re.compile(r"\b(we|us|our|ours|ourselves|let’s)\b(?!\.S)", re.IGNORECASE)
BE = (
    r"\b(?:am|is|are|was|were|be|been|being|get|gets|got|getting|isn’t|aren’t"
    r"|wasn’t|weren’t|it’s|that’s|they’re)"
)
BETWEEN = r"(?:\s+(?:\w+ly|not|also|already|then|never|still|just|all|both|soon|since|even|now))*"
IRREGULAR = (
    "begun bought bound bred broken brought built burnt caught chosen cut dealt done drawn"
    " driven eaten fed found fought frozen given grown heard held hidden hit hung kept known"
    " laid led left lent lit lost made meant met overwritten paid put read rebuilt rewritten"
    " run said seen sent set shown shut sold spent split spoken spread stolen struck stuck"
    " swept taken taught thought thrown told torn undone woken won worn written"
)
PASSIVE = re.compile(
    rf"{BE}{BETWEEN}\s+(?!used to\b)(\w+ed|{'|'.join(IRREGULAR.split())})\b", re.IGNORECASE
)
# Words that look like a passive behind "was" and are none.
NO_PASSIVE = set(
    "ashamed bored complicated concerned confused convinced crowded embarrassed excited"
    " frustrated hundred interested limited married need pleased red relieved scared shed"
    " speed supposed stuck surprised tired worried".split()
)

UNITS = set(
    "accounts alarms alerts answers applications applicants appointments beds bookings"
    " branches buildings bugs builds buses buyers calls candidates cards cases children"
    " citizens claims classes classrooms clicks clinics colleagues complaints customers"
    " days deliveries deploys depots developers devices doctors documents donations drivers"
    " engineers errors escalations families farms flights forms games guests hires homes"
    " hospitals hours households incidents interns interviews invoices items jobs journeys"
    " kitchens labels launches learners lectures lessons letters libraries machines matches"
    " meals meetings members merchants messages minutes months mornings nights nurses offices"
    " operators orders outages pages parcels parents partners passengers patients payments"
    " people pharmacies phones pilots planners players posts products pupils readers rebates"
    " refunds releases renewals reports requests residents restaurants returns reviewers"
    " reviews riders rooms runs sales samples schools scripts sellers servers sessions shelves"
    " shifts shipments shops signups sites staff stations stores stories students subscribers"
    " suppliers survey surveys teachers teams tenants tests tickets tonnes tons towns trains"
    " transfers trials trips trucks users vans vendors viewers visitors visits volunteers"
    " wards warehouses weekends weeks workers years".split()
)
COMPARES = re.compile(
    r"\b(from|to|down|up|instead|rather|before|after|against|compared|was|were|had|used|now"
    r"|once|fell|rose|dropped|grew|went|shrank|halved|doubled|of|out|where|took|than)\b",
    re.IGNORECASE,
)
# Something else changed, later or elsewhere, because of it.
LATER = re.compile(
    r"\b(now|since|still|today|later|next|adopted|adopts|became|becomes|standard|rule|template"
    r"|default|copied|copies|reused|reuses|borrowed|took over|takes over|picked up|moved to"
    r"|stopped|no longer|any more|never again|every new|each new|other teams?|another team"
    r"|second team|freed|paid for|led to|meant that|let (?:us|them|the)|so that|asked (?:me|for)"
    r"|in every|from then on|ever since|after that|began to|begun to|has been|have been"
    r"|kept|keeps|without me|runs? without|on their own|by themselves|signed|renewed|hired"
    r"|part of|handbook|checklist|guide|onboarding|quarter after|months after|weeks after"
    r"|following|afterwards|in turn)\b",
    re.IGNORECASE,
)


def check_length(scenario, catalogue):
    """Each step can be said in its time, at every level."""
    for level, name, said, wanted in lengths(scenario, catalogue):
        low, high = wanted * (1 - LEEWAY), wanted * (1 + LEEWAY)
        if not low <= said <= high:
            yield (
                f"{name}@{level}",
                f"{said} words; its time has room for {wanted:.0f}: make it"
                f" {-int(-low // 1)} to {int(high)}",
            )


def lengths(scenario, catalogue):
    """(level, step, words said, words that fit into its time)."""
    for level in story.LEVELS:
        for name, seconds in story.targets(scenario, level, catalogue).items():
            said = len(story.words(story.told(scenario, level, name)))
            yield level, name, said, seconds * story.WORDS_A_MINUTE / 60


def action_sentences(scenario):
    for path, passage in story.passages(scenario, story.get_step(scenario, "action")):
        for sentence in story.sentences(passage["text"]):
            yield path, sentence


def check_subject(scenario, _catalogue):
    """In Action, 'I' comes within the first words of every sentence."""
    for path, sentence in action_sentences(scenario):
        first = [re.split(r"[’']", w)[0] for w in re.findall(r"[\w’'.%$-]+", sentence)]
        if "I" not in first[:OPENING]:
            yield path, f"no 'I' in the first {OPENING} words: “{sentence[:50]}…”"


def check_openings(scenario, _catalogue):
    """No three sentences that are told at a level open alike."""
    told = collections.defaultdict(set)
    for level in story.LEVELS:
        openings = collections.defaultdict(list)
        for step in scenario["steps"]:
            for path, passage in story.passages(scenario, step, level):
                for sentence in story.sentences(passage["text"]):
                    first = [story.bare(word) for word in story.words(sentence)[:2]]
                    openings[" ".join(first)].append(path)
        for opening, paths in openings.items():
            if len(paths) > 2:
                told[opening, tuple(paths)].add(level)
    for (opening, paths), levels in told.items():
        places = ", ".join(paths)
        yield paths[0], (
            f"{len(paths)} sentences at {', '.join(sorted(levels))} open with “{opening} …”:"
            f" {places}"
        )


def check_we(scenario, _catalogue):
    """Action is what 'I' did."""
    for path, sentence in action_sentences(scenario):
        for match in WE.finditer(sentence):
            if match[0] != "US":
                yield path, f"“{match[0]}” in Action: say who, or I: “{sentence[:50]}…”"


def find_passives(text):
    """What looks like a passive; what somebody is quoted with may be one."""
    for match in PASSIVE.finditer(story.QUOTE.sub("“”", text)):
        if match[1].lower() not in NO_PASSIVE:
            yield match[0]


def check_passive(scenario, _catalogue):
    """Action says who did it."""
    for path, sentence in action_sentences(scenario):
        for words in find_passives(sentence):
            yield path, (
                f"“{words}” looks like a passive: say who did it"
                " (or add the word to NO_PASSIVE in tests/content/telling.py)"
            )


def is_business(sentence):
    """Whether a figure says what it meant to somebody: money, hours, people."""
    if re.search(r"[$€£]\s?\d", sentence):
        return True
    words = [story.bare(word) for word in story.words(sentence)]
    return any(
        figures.read(words[i : i + 1]) is not None
        and any(word in UNITS or word + "s" in UNITS for word in words[i + 1 : i + 5])
        for i in range(len(words))
    )


def check_result(scenario, _catalogue):
    """Result: from what to what, what that meant to whom, and what came of it."""
    for level in story.LEVELS:
        place = f"result@{level}"
        said = story.sentences(story.told(scenario, level, "result"))
        counts = [len(figures.find(sentence)) for sentence in said]
        if sum(counts) < 2:
            yield place, "fewer than two figures"
            continue
        compares = [
            i
            for i, sentence in enumerate(said)
            if COMPARES.search(sentence)
            and (counts[i] > 1 or counts[i] and i > 0 and counts[i - 1] and COMPARES.search(said[i - 1]))
        ]
        business = [i for i, sentence in enumerate(said) if is_business(sentence)]
        if not compares:
            yield place, "no figure from before beside the one from after (“from … to …”)"
        if not business:
            yield place, (
                "no figure in money, hours, people or tickets"
                " (the words that count are UNITS in tests/content/telling.py)"
            )
        elif compares == business and len(compares) == 1 and counts[compares[0]] < 3:
            yield place, "one figure alone: say also what it meant in money, hours or people"
        if not any(LATER.search(sentence) for sentence in said[1:]):
            yield place, (
                "nothing that came of it later or elsewhere (“now”, “adopted”, “every new” …:"
                " LATER in tests/content/telling.py)"
            )


def check_key_phrases(scenario, _catalogue):
    """What is to be said stands in what is said, at every level; in the
    reflection, which is another at each, at one of them, and each has some."""
    for step in scenario["steps"]:
        said = {level: story.told(scenario, level, step["step"]).lower() for level in story.LEVELS}
        for phrase in step.get("key_phrases", []):
            missing = [level for level, text in said.items() if phrase.lower() not in text]
            if step["step"] == "reflection" and len(missing) < len(said):
                continue
            if missing:
                yield (
                    f"{step['step']}.key_phrases",
                    f"“{phrase}” is not said at {', '.join(missing)}",
                )
        for level, text in said.items():
            if not any(phrase.lower() in text for phrase in step.get("key_phrases", [])):
                yield f"{step['step']}.key_phrases", f"none is said at {level}"


def advice(scenario):
    """(path, text) of what is said about telling, at whatever level."""
    for step in scenario["steps"]:
        for member in ("coaching", "mistake"):
            yield f"{step['step']}.{member}", step.get(member, "")
    for i, angle in enumerate(scenario.get("angles", [])):
        for member in ("lead", "emphasize", "downplay"):
            yield f"angles[{i}].{member}", angle[member]


def check_advice(scenario, _catalogue):
    """Advice names no figure that only some levels tell: a lead or a coach that
    speaks of it is of no use at the others."""
    told = {
        level: {value for value, _, _ in figures.find(story.told(scenario, level, *story.STEPS))}
        for level in story.LEVELS
    }
    for path, text in advice(scenario):
        for value, _, named in figures.find(story.QUOTE.sub("“”", text)):
            if isinstance(value, str) or value < SMALL_FIGURE:
                continue
            without = [level for level, values in told.items() if value not in values]
            if 0 < len(without) < len(told):
                yield path, f"“{named}” is not told at {', '.join(without)}: leave it out"


def check_figures(scenario, _catalogue):
    """A figure from before that Result names has been told before."""
    seen = set()
    for level in story.LEVELS:
        before = figures.find(story.told(scenario, level, "situation", "task", "action"))
        for value, unit, text in figures.baselines(story.told(scenario, level, "result")):
            if any(value == v and figures.same_unit(unit, u) for v, u, _ in before):
                continue
            if text not in seen:
                seen.add(text)
                yield f"result@{level}", (
                    f"“{text}” stands in no step before: tell it there, with the same unit"
                )


CHECKS = (
    check_length,
    check_subject,
    check_openings,
    check_we,
    check_passive,
    check_result,
    check_key_phrases,
    check_advice,
    check_figures,
)
