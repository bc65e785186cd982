"""Remember what a test came to, word for word: whoever answers the same gets the same.

Within one run a test's questions and its outcome follow from what it hears. So its talk with a
student's process is kept: after each answer what the test said next, and at the end the outcome.
When another process gives the same answers, byte by byte, nobody runs the test: its questions go
out as they are kept, the answers to each are only looked up, all at once, and at the end of the way
is the outcome. Where an answer is another one the test is run, and hears once more what was
answered until then. A student who makes up answers gets what those answers earn, as ever.

Of a talk are kept the test's questions, the answers (of long ones a hash), and the outcome.
"""

import hashlib
import marshal
import secrets
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from grading.engine.channel import Asker, Closed, WireError, framed, unframed
from grading.engine.free_names import names_in
from grading.engine.magics import as_python
from grading.engine.model import Outcome

ROOM = 48 << 20  # bytes that all that is kept of a run may take in one process
SHARE = 16  # that part of it one submission may take: a lab of ours needs half of that
MAX_TALK = 16 << 20  # bytes of a talk; a longer one is not kept
STEP = 400  # bytes that Python takes for a step, about
LONG = 1_000  # bytes; of longer answers only the hash is kept

# A test that uses them may come to something else although it hears the same.
CLOCKS = {"time", "timeit", "datetime", "perf_counter", "monotonic", "process_time"}
UNSTEADY = CLOCKS | {"secrets", "uuid", "id", "open", "exec", "eval", "globals", "vars", "setattr"}


Key = tuple[Any, ...]  # the last of it are bytes


class OtherWords(Closed):
    """A test that was run again has said something else than before."""


class Talk:
    """What was said and heard during one test, so that the test can be run after the fact."""

    def __init__(self) -> None:
        self.words: list[tuple[bool, bytes]] = []  # whether the test said it, and what
        self.again = 0  # so many of them have been said and heard again
        self.size = 0
        self.differs = False  # a test that was run again did not say the same

    def add(self, said: bool, data: bytes) -> None:
        self.size += len(data) + 60
        if self.size <= MAX_TALK:
            self.words.append((said, data))
            self.again += 1

    def say(self, data: bytes) -> bool:
        """Whether this has been said already; OtherWords if something else was."""
        if self.again == len(self.words):
            self.add(True, data)
            return False
        if self.words[self.again] != (True, data):
            self.differs = True
            raise OtherWords("the test has changed its mind")
        self.again += 1
        return True

    def hear(self) -> bytes | None:
        """What has been answered already at this place, or None: it is still to come."""
        if self.again == len(self.words):
            return None
        said, data = self.words[self.again]
        if said:
            self.differs = True
            raise OtherWords("the test has changed its mind")
        self.again += 1
        return data

    def whole(self) -> bool:
        """Whether all of it is here, and was the same again."""
        return not self.differs and self.again == len(self.words) and self.size <= MAX_TALK


@dataclass(frozen=True)
class Step:
    """What a test does after answers: what it says, and what it came to if that is the end."""

    says: tuple[bytes, ...]
    outcome: Outcome | None
    functions: dict[str, dict]  # at the end: what the student's process is known to have
    number: int = field(default=0, compare=False)


class Recall:
    """What is remembered of the tests of one lab in one run; of one process."""

    def __init__(self) -> None:
        self.secret = secrets.token_bytes(32)
        # The first of a test by its key, others by the number of the step before and the answers.
        self.steps: dict[Key, Step] = {}
        self.unsteady: set[Key] = set()  # tests that said something else after the same answers
        self.texts: dict[bytes, bytes] = {}  # each question once
        self.room = ROOM
        self.share = 0  # bytes that this submission may still take of it

    def begin(self) -> None:
        """Another submission: none takes the room of all others."""
        self.share = min(self.room, ROOM // SHARE)

    def key(self, functions: dict[str, dict], *parts: Hashable) -> Key:
        """Where the talks of a test begin: all that it depends on but answers.

        `functions` are what the student's process is known to have.
        """
        return (*parts, marshal.dumps(sorted(functions.items()), 0))  # 0: by values alone

    def follow(self, key: Key, channel: Asker, deadline: float) -> tuple[Step | None, Talk]:
        """Say what the test of this key says, as long as the answers are known.

        Returns
        -------
        Step or None
            The last, with an outcome; None where an answer is new, or does not come.
        Talk
            What was said and heard, until there.
        """
        said_and_heard: list[tuple[bool, bytes]] = []
        state, step = key, None if key in self.unsteady else self.steps.get(key)
        try:
            while step is not None:
                for data in step.says:
                    channel.send_packed(data, deadline)
                    said_and_heard.append((True, data))
                if step.outcome is not None:
                    return step, Talk()
                answers = channel.answers(deadline)
                state = step.number, self._short(answers)
                if (step := self.steps.get(state)) is not None:
                    channel.pass_over()
                    said_and_heard.append((False, answers))
        except WireError:
            pass  # whoever has the talk again comes to the same place, and says what it means
        talk = Talk()
        for said, data in said_and_heard:
            for word in [data] if said else unframed(data):
                talk.add(said, word)
        talk.again = 0
        return None, talk

    def keep(self, key: Key, talk: Talk, outcome: Outcome, functions: dict[str, dict]) -> None:
        """Remember a talk and what it came to."""
        if not talk.whole():
            return
        state = key
        says: tuple[bytes, ...] = ()
        for said, words in groupby(talk.words, key=itemgetter(0)):
            if said:
                says = tuple(self._once(data) for _, data in words)
                continue
            step = self._put(key, state, Step(says, None, {}, len(self.steps)))
            if step is None:
                return
            answers = b"".join(framed(data) for _, data in words)
            state, says = (step.number, self._short(answers)), ()
        self._put(key, state, Step(says, outcome, dict(functions), len(self.steps)))

    def _put(self, key: Key, state: Key, step: Step) -> Step | None:
        """The step that is kept at this place; None if there is no room."""
        known = self.steps.get(state)
        if known is None:
            shown = step.outcome.outputs if step.outcome else ()
            taken = sum(len(str(part)) for part in (*shown, *step.functions.items()))
            if not self._takes(STEP + taken + len(state[-1])):
                return None
            known = self.steps[state] = step
        elif known != step:
            self.unsteady.add(key)
        return known

    def _once(self, data: bytes) -> bytes:
        if data not in self.texts:
            if not self._takes(len(data) + STEP):
                return data
            self.texts[data] = data
        return self.texts[data]

    def _takes(self, size: int) -> bool:
        """Whether there is room for so many bytes, which are taken then."""
        if size > self.share:
            self.share = 0  # nor for less: what is remembered of a talk is its beginning
            return False
        self.share -= size
        self.room -= size
        return True

    def _short(self, data: bytes) -> bytes:
        if len(data) <= LONG:
            return data
        return hashlib.blake2b(data, key=self.secret, digest_size=32).digest()


@lru_cache(maxsize=1024)  # the same for a whole class
def uses_of(source: str) -> frozenset[str] | None:
    """Names that a cell needs; None where its outcome may hang on more than what it hears."""
    names = names_in(source) or names_in(as_python(source))
    if names is None or UNSTEADY & (names.uses | names.binds):
        return None
    return names.uses
