"""Name the mistakes behind a wrong answer, where they can be told.

A function is asked the questions of `lib.probes`; what it answers is explained
(`lib.diagnosis_explain`) by what is known of mistakes (`lib.diagnosis_known`) and by what can be
seen of the answers themselves (`lib.diagnosis_facts`).
"""

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches

from lib.diagnosis_asking import Unfinished, ask, ask_one, code_of_text
from lib.diagnosis_aspects import facts_of_aspects, facts_of_numbers, where_wrong
from lib.diagnosis_errors import comes_from_below, line_of, said_of_error
from lib.diagnosis_explain import SHARP, explain, weights_of
from lib.diagnosis_facts import SOME, facts
from lib.diagnosis_known import BANK, RULE, Idea, codes_of, is_plain, known, wrong_places
from lib.diagnosis_relations import relations
from lib.diagnosis_slopes import ELSEWHERE
from lib.diagnosis_sums import nearly_right, not_added_up
from lib.diagnosis_words import slips_of, words
from lib.probes import output_meanings, probes_of, task_of
from lib.signatures import methods_of, parameters

# A sentence may begin with these names.
NAMES = ("x", "w", "b", "f", "a", "h", "da", "dh", "dw", "db", "dx", "dtable", "dloss")

NOT_WRITTEN = "fact backward is not written"
NOT_THERE = (  # what is said by Python, or by the class that the labs' layers are built on
    r"'\w+' object has no attribute '(forward|backward|step)'"
    r"|(forward|backward) is (not written yet|still to be written)"
)
# All that is known of a mistake by rule or of the bank: it gives the same. The code behind it may
# be another.
SAME = "This is what you get when"

__all__ = ["SAME", "Diagnosis", "Named", "Unfinished", "as_text", "diagnose", "lead"]


@dataclass(frozen=True)
class Named:
    """A mistake with a name: one of the bank, one by rule, or a fact about the answer.

    slip is its name there; alike are others of the bank that behave like it.
    """

    kind: str
    slip: str
    alike: tuple
    idea: str
    hint: str


@dataclass(frozen=True)
class Diagnosis:
    """The mistakes found, and the number of the probe that shows best what is wrong.

    whole means that they explain all of the mathematics that is wrong; if they do not, the probe
    shows some of the rest. behaviour is the same for answers that are wrong in the same way, and
    where says in a few words when they are.
    """

    name: str
    named: tuple
    place: int
    whole: bool
    behaviour: str = ""
    where: str = ""

    def __str__(self):
        return as_text(self.named) or self.where


def diagnose(name, subject, fatal=(), seen=None):
    """Find the mistakes that a function or class makes.

    Parameters
    ----------
    name : str
        The name that the lab gives it.
    subject : callable
        The function or the class, or what stands for it in another process.
    fatal : tuple of exception types
        Raised on, instead of being taken for an answer.
    seen : exception, optional
        What a check raised: its cause is said first.

    Returns
    -------
    Diagnosis or None
        None for right code, and where nothing is known of the name. A diagnosis that names nothing
        says where the answers are wrong.

    Raises
    ------
    Unfinished
        Nothing of it is written.
    """
    about = known(name)
    if about is None:
        return None
    called, name = name, task_of(name)
    probes = probes_of(name)
    try:
        answers = ask(name, probes, subject, about.forms, fatal)
    except Unfinished:
        first = [ask_one(name, probes[0], subject, None, fatal)]
        absent = _absent(called, probes, first, subject)
        if absent is None:
            raise
        return Diagnosis(called, (absent,), 0, True, absent.idea)
    found = codes_of(name, probes, answers)
    wrong = wrong_places(about.right, found)
    absent = _absent(called, probes, answers, subject)
    other = wrong and _other_kind(called, probes, answers, subject)
    if other or (wrong and absent and absent.slip != NOT_WRITTEN):
        said = other or absent
        return Diagnosis(called, (said,), min(wrong)[0], True, said.idea)
    unwritten = _unwritten(called, answers, wrong, absent)
    if not wrong:
        if not unwritten:
            return None
        place, said = unwritten
        return Diagnosis(called, (said,), place, True, NOT_WRITTEN)
    noted = facts_of_numbers(name, probes, answers, about.right, found, wrong)
    noted += not_added_up(name, probes, answers, about.right, wrong)
    noted += nearly_right(name, probes, answers, about.right, wrong)
    noted += facts(name, probes, answers, about.forms, wrong)
    result = explain(found, wrong, [*about.ideas, *noted], weights_of(probes, answers))
    ideas = result.ideas
    if not any(idea.kind in (BANK, RULE) or idea.slip in SHARP for idea in ideas):
        when = facts_of_aspects(name, probes, found, wrong)
        empty = any(re.search(r"[(,]0[,)]", idea.idea) for idea in ideas)
        if when is not None and when.slip == "fact only no padding" and empty:
            when = replace(when, idea=f"without padding something comes out empty: {when.idea}")
        ideas = [*ideas, when] if when is not None else ideas
    by_name = [i for i in ideas if i.kind in (BANK, RULE)]
    explained = {_output(probes, p) for idea in by_name for p in idea.explained(wrong)}
    unknown = [p for p in result.left if p[3] == "value" and _output(probes, p) not in explained]
    ideas = ideas + relations(name, probes, subject, about.forms, answers, unknown, fatal)
    if any(idea.idea.startswith(ELSEWHERE) for idea in ideas):  # f's own errors come of that
        ideas = [i for i in ideas if i not in noted or not _raised(i, answers, wrong)]
    ideas = _exchanged(ideas)
    if seen is None:  # numbers are shown: an exception, if there is one, comes of other inputs
        ideas.sort(key=lambda i: _only_backward(i, probes, wrong))
        ideas.sort(key=lambda i: i in noted and bool(_raised(i, answers, wrong)))
    elif not (unwritten and type(seen).__name__ == "NotImplementedError"):
        ideas = _cause_first(ideas, noted, seen, answers, wrong)
    named = _named(name, ideas)
    named += unwritten[1:]
    left = [p for p in result.left if p[3] == "value" and is_plain(probes[p[0]])]
    shown = left or (result.ideas[0].explained(wrong) if result.ideas else wrong)
    place = min(shown, key=lambda p: (not is_plain(probes[p[0]]), p))[0]
    behaviour = code_of_text(" ".join(f"{place}{wrong[place]}" for place in sorted(wrong)))
    where = _wrong_outputs(name, left or wrong) or where_wrong(name, probes, found, wrong)
    whole = bool(result.ideas) and not left
    return Diagnosis(called, tuple(named), place, whole, behaviour, where)


def _named(name, ideas):
    """The ideas by their names, in words, each once."""
    named = []
    for idea in ideas:
        if idea.kind == BANK:
            named.append(Named(BANK, idea.slip, idea.alike, idea.idea, idea.hint))
            continue
        for slip in slips_of(idea.slip):
            if idea.kind == RULE:
                text, hint = words(slip, name)
                said = f"{SAME} {text}."
            else:
                said, hint = sentence(idea.idea), idea.hint
            told = [n.idea for n in named]
            if idea.kind == RULE and any(said.startswith(f"{text[:-1]}, in d") for text in told):
                continue  # what holds for the result is not said of a gradient once more
            if said not in told:
                named.append(Named(idea.kind, slip, idea.alike, said, hint))
    return named


def _cause_first(ideas, noted, seen, answers, wrong):
    """The ideas, with that about the exception that was seen before those that did not raise it;
    noted are the facts, of which it may be one."""
    slip, idea, hint = said_of_error(seen)
    here = f"in the line `{line_of(seen)}`" if line_of(seen) else ""
    own = next((i for i in [*ideas, *noted] if i.slip == slip and here in i.idea), None)
    # The shapes are those of the test: where that may be hidden, only those of the probe are told.
    told = seen.__traceback__ is not None or not re.search(r"\(\d", idea)
    vague = slip == f"fact {type(seen).__name__}" and any("dtype" not in i.slip for i in ideas)
    if own is None and (vague or not told):
        return ideas
    if own is None:  # what the probes raise of its kind in other lines comes up when this is mended
        own = Idea("fact", slip, (), idea, hint, {})
        ideas = [i for i in ideas if i.slip != slip]
    else:  # here it is raised, not for some inputs; and the shapes and the key are those of here
        ideas = [i for i in ideas if i is not own]
        own = replace(own, idea=own.idea.removeprefix(SOME))
        if told and here and re.search("shape|no key", idea):
            own = replace(own, idea=idea + own.idea.partition(here)[2], hint=hint)

    def raised_it(one):
        return any(said_of_error(error)[0] == slip for error in _raised(one, answers, wrong))

    first = [i for i in ideas if i.kind != "fact" and raised_it(i)]
    return [*first, own, *(i for i in ideas if i is not own and i not in first)]


def _raised(idea, answers, wrong):
    """The exceptions at the places that an idea explains."""
    return {answers[p][s].error for p, s, *_ in idea.explained(wrong)} - {None}


def _other_kind(name, probes, answers, subject):
    """A name for what is a function where a class is asked for, or the other way; or None."""
    asked = list(dict.fromkeys(step.method for probe in probes for step in probe.steps))
    methods = methods_of(subject)
    if asked[0] and methods is None and all(given[0].error is not None for given in answers):
        idea = f"{name} is a function, where a class is asked for."
        hint = f"Begin with `class {name}`. It holds {' and '.join(asked)}, with self first."
        return Named("fact", "fact no class", (), idea, hint)
    if not asked[0] and methods is not None:
        idea = f"{name} is a class, where a function is asked for."
        hint = f"Begin with `def {name}`, and give the answer by `return`."
        return Named("fact", "fact no function", (), idea, hint)
    if not asked[0] and next(iter(parameters(subject)), "") == "self":
        idea = f"{name} begins with self, and stands in no class."
        return Named("fact", "fact self outside", (), idea, f"Leave self out: `def {name}(...)`.")
    return None


def _absent(name, probes, answers, subject):
    """A name for the first method that is asked for and not there, and what is there; or None."""
    for probe, given in zip(probes, answers, strict=False):
        for step, answer in zip(probe.steps, given, strict=False):
            if answer.error is None or not re.fullmatch(NOT_THERE, str(answer.error)):
                continue
            if comes_from_below(answer.error):
                continue  # of a layer that this one uses
            asked = {step.method for probe in probes for step in probe.steps}
            method, others = step.method, [m for m in methods_of(subject) or () if m not in asked]
            near = get_close_matches(method, others, 1) or [
                m for m in others if m.lower()[:4] == method[:4]
            ]
            if not near and method == "backward":
                return None  # it is still to be written
            there = f", and has `{(near or others)[0]}`" if near or others else ""
            hint = f"It is found by its name: `def {method}(self, ...)`, set in like the others."
            slip = NOT_WRITTEN if method == "backward" else f"fact no {method}"
            return Named("fact", slip, (), f"{name} has no `{method}`{there}.", hint)
    return None


def _exchanged(ideas):
    """One name for two gradients of which one holds the other, which is made of its own input."""
    copied = next((i for i in ideas if i.kind == RULE and i.slip.startswith("copied|")), None)
    mixed = next((i for i in ideas if i.kind == RULE and i.slip.startswith("code|copied")), None)
    if copied is None or mixed is None:
        return ideas
    _, second, first = copied.slip.split("|")
    both = replace(copied, slip=f"swapped|{first}|{second}", answers=mixed.answers | copied.answers)
    return [both if i is copied else i for i in ideas if i is not mixed]


def _unwritten(name, answers, wrong, absent):
    """The first probe that found no backward beside a forward, and a name for that; or ()."""
    missing = [(p, a.error) for p, given in enumerate(answers) for a in given if a.missing]
    if not missing:
        return ()
    place, error = missing[0]
    if absent:
        return place, absent
    hint = "forward is right wherever it was asked: now its gradient. For which input is it?"
    if wrong:
        hint = "First look at forward: the gradient is that of what it computes."
    if re.fullmatch(NOT_THERE, str(error)):
        hint += " (If its `def` is there already: is it in the class, set in like that of forward?)"
    idea = f"{name}.backward is not written yet."
    return place, Named("fact", NOT_WRITTEN, (), idea, hint)


def _only_backward(idea, probes, wrong):
    """Whether an idea is about gradients alone: those are of what forward computes."""
    methods = {_output(probes, place)[0] for place in idea.explained(wrong)}
    return methods == {"backward"}


def _output(probes, place):
    """Method and output of a place."""
    p, s, output, _ = place
    return probes[p].steps[s].method, output


def _wrong_outputs(name, places):
    """What is wrong in words, where a probe makes outputs of the answers by itself."""
    outputs = {place[2] for place in places}
    said = [words for output, words in output_meanings(name).items() if output in outputs]
    return f"Wrong: {', '.join(said)}." if said else ""


def as_text(named):
    """What is said of mistakes; a hint that several have in common once."""
    hints = {mistake.hint: [lead(n) for n in named if n.hint == mistake.hint] for mistake in named}
    texts = [f"{' '.join(leads)}\nA hint: {hint}" for hint, leads in hints.items()]
    if len(texts) < 2:
        return "".join(texts)
    return "\n".join(f"{i}. {text}" for i, text in enumerate(texts, 1))


def lead(mistake):
    """What is said of a mistake, a thought in quotes; kind is "" in results of older versions."""
    if mistake.kind not in ("", BANK):
        return mistake.idea
    think = "think, for instance" if mistake.alike else "think"
    return f'{SAME} you {think}: "{mistake.idea}"'


def sentence(text):
    """An idea as a sentence: names of the lab keep their small letters."""
    first, second = [*text.split(), ""][:2]
    is_word = first.isalpha() and first.islower() and first not in NAMES
    is_word |= first == "a" and second not in ("is", "loses")  # the article
    return f"{text[0].upper() if is_word else text[0]}{text[1:]}."
