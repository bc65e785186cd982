"""Remember the outcomes of tests: a submission that gives the same answers gets the same outcome.

Within one run, a test's questions and outcome depend only on the answers it receives. So its talk
with a student's process is recorded: the next question after each answer, and the outcome at the
end. If another process gives the same answers, byte for byte, the test is not run: the recorded
questions are sent, the answers are only looked up, and the recorded outcome is used. At the first
different answer the test is run, and receives the earlier answers again. A student who invents
answers gets the points that those answers earn, as without this.

A recorded talk has the test's questions, the answers (hashes of long ones), and the outcome.
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

ROOM = 48 << 20  # bytes for all talks of a run in one process
SHARE = 16  # one submission may take a 16th of it; our labs need half of that
MAX_TALK = 16 << 20  # bytes of a talk; longer ones are not kept
STEP = 400  # bytes that Python takes for a step, roughly
LONG = 1_000  # bytes; for longer answers only a hash is kept

# A test that uses these may have another outcome with the same answers.
CLOCKS = {"time", "timeit", "datetime", "perf_counter", "monotonic", "process_time"}
UNSTEADY = CLOCKS | {"secrets", "uuid", "id", "open", "exec", "eval", "globals", "vars", "setattr"}


Key = tuple[Any, ...]  # its last part is bytes


class OtherWords(Closed):
    """A test that was run again asked something else than before."""


class Talk:
    """The questions and answers of one test, so that the test can be run afterwards."""

    def __init__(self) -> None:
        self.words: list[tuple[bool, bytes]] = []  # whether the test said it, and what
        self.again = 0  # how many of them have been repeated
        self.size = 0
        self.differs = False  # a test that was run again did not say the same

    def add(self, said: bool, data: bytes) -> None:
        self.size += len(data) + 60
        if self.size <= MAX_TALK:
            self.words.append((said, data))
            self.again += 1

    def say(self, data: bytes) -> bool:
        """Whether this was said already at this place; OtherWords if something else was."""
        if self.again == len(self.words):
            self.add(True, data)
            return False
        if self.words[self.again] != (True, data):
            self.differs = True
            raise OtherWords("the test has changed its mind")
        self.again += 1
        return True

    def hear(self) -> bytes | None:
        """The recorded answer at this place, or None if it is still to come."""
        if self.again == len(self.words):
            return None
        said, data = self.words[self.again]
        if said:
            self.differs = True
            raise OtherWords("the test has changed its mind")
        self.again += 1
        return data

    def whole(self) -> bool:
        """Whether it was recorded completely and repeated without a difference."""
        return not self.differs and self.again == len(self.words) and self.size <= MAX_TALK


@dataclass(frozen=True)
class Step:
    """What a test does after some answers: its next questions, and its outcome at the end."""

    says: tuple[bytes, ...]
    outcome: Outcome | None
    functions: dict[str, dict]  # at the end: the functions known in the student's process
    number: int = field(default=0, compare=False)


class Recall:
    """The remembered tests of one lab in one run of one process."""

    def __init__(self) -> None:
        self.secret = secrets.token_bytes(32)
        # A test's first step by its key, others by the previous step's number and the answers.
        self.steps: dict[Key, Step] = {}
        self.unsteady: set[Key] = set()  # tests that differed after the same answers
        self.texts: dict[bytes, bytes] = {}  # each question once
        self.room = ROOM
        self.share = 0  # bytes that this submission may still take

    def begin(self) -> None:
        """Begin another submission, with its share of the room."""
        self.share = min(self.room, ROOM // SHARE)

    def key(self, functions: dict[str, dict], *parts: Hashable) -> Key:
        """The key of a test's talks: everything that it depends on besides the answers.

        `functions` are those known in the student's process.
        """
        return (*parts, marshal.dumps(sorted(functions.items()), 0))  # 0: by values alone

    def follow(self, key: Key, channel: Asker, deadline: float) -> tuple[Step | None, Talk]:
        """Ask a test's recorded questions as long as the answers are known.

        Returns
        -------
        Step or None
            The last step, with the outcome; None if an answer is new or does not arrive.
        Talk
            The questions and answers so far.
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
        """Remember a talk and its outcome."""
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
        """The step kept at this place; None if there is no room."""
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
        """Take room for so many bytes; return whether there was enough."""
        if size > self.share:
            self.share = 0  # nor for less: only the beginning of a talk may be kept
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
    """Names that a cell needs; None if its outcome may depend on more than the answers."""
    names = names_in(source) or names_in(as_python(source))
    if names is None or UNSTEADY & (names.uses | names.binds):
        return None
    return names.uses
