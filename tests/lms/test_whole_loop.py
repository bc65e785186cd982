"""A class with awkward names, from each platform's download to what the platform imports."""

import csv
import io
from unicodedata import normalize

import archives
import platforms
import pytest
import quick
import tiny
from archives import Pupil, make_folder, make_zip
from thorough import sample

from grading.lms.collect import collect
from grading.lms.registry import registry
from grading.lms.send import send
from grading.pages.feedback import feedback

CLASS = 48  # 180 take no other way, only longer
AWKWARD = [
    ("Jean-Luc", "O'Neill-Smith"),
    ("Siobhán", "O\u2019Brien"),
    (normalize("NFD", "Zoë"), normalize("NFD", "Müller")),
    ("Zoé", "Müller-Lüdenscheidt"),
    ("Madonna", ""),
    ("", "Sukarno"),
    ("Bob", "Miller"),
    ("Bob", "Miller"),
    ("B. Ob", "Miller"),
    ("🙂", "🙃"),
    ("👩‍🔬 Marie", "Curie"),
    ("محمد", "علي"),
    ("דוד", "כהן"),
    ("明", "李"),
    ("LATE", ""),
    ("Late", "LATE"),
    ("LATE", "Comer"),
    ("Anna_Maria", "de_la_Cruz"),
    ("Agent", "007"),
    ("R2", "D2"),
    ("Louis", "XIV 14"),
    ("Jane_2", "Doe"),
    ("2_2", "3_3_3"),
    ("X Æ A-12", "Musk"),
    ("Mary.Jane", "St. John"),
    ("Ann", "a"),
    ("Li", "Na"),
    ("Lin", "A"),
    ("Ada", "Lovelace (she)"),
    ("Karl" * 18, "Long" * 12),
    ("&", "<b>"),
    ("=1+1", "@SUM(A1)"),
    ("Participant", "7"),
    ("submission", "file"),
    ("İpek", "Işık"),
    ("Straße", "STRASSE"),
    ("ﬁona", "Flynn"),
    ("Nguyễn Thị", "Ánh"),
    ("Đặng", "Ørsted-Łukasz"),
    ("Tab\u00a0NBSP", "d'Arc"),
]


def pupils():
    names = [*AWKWARD, *((f"First{n}", f"Last {n}") for n in range(CLASS - len(AWKWARD)))]
    return [Pupil(f"u{n:03}", *name, str(41_000 + n)) for n, name in enumerate(names)]


EVERYBODY = pupils()


@pytest.fixture
def course(released, tmp_path):
    names = ("release/tiny/tiny.ipynb", "source/tiny/tiny.ipynb", "gradebook.db", "labs/tiny.py")
    return make_folder(tmp_path / "class", {n: (released / n).read_bytes() for n in names})


@pytest.fixture
def work(released):
    def made(pupil):
        right = int(pupil.number) % 3  # so that points differ
        answers = {"double": f"def double(x): RIGHT  # <{pupil.id}>", "mean": "x = 1"}
        if right:
            answers["mean"] = "def mean(x): RIGHT"
        return tiny.answered(released, **answers)

    return made


def expected(pupil):
    return 2.0 + (3.0 if int(pupil.number) % 3 else 0.0)


def loop(course, source, roster, to):
    """Collect, autograde, feedback, return: what the four commands do."""
    made = collect(source, roster=roster, course=course)
    quick.grade(course)
    feedback(tiny.LAB, course)
    return made, send(tiny.LAB, to, course=course)


def test_canvas_gets_back_what_it_gave(course, work, tmp_path, by_hand):
    canvas = platforms.Canvas()
    files = {}
    for pupil in EVERYBODY:
        old = tiny.answered(course, double="def double(x): older")
        if int(pupil.number) % 5 == 0:
            files[canvas.file(pupil, "tiny.ipynb")] = old
            files[canvas.file(pupil, "tiny-1.ipynb", late=True)] = old
            files[canvas.file(pupil, "tiny-2.ipynb", late=True)] = work(pupil)
        else:
            files[canvas.file(pupil, "tiny.ipynb", late=pupil.first == "LATE")] = work(pupil)
    source = make_zip(tmp_path / "submissions.zip", files)
    made, sent = loop(course, source, archives.roster(tmp_path / "r.csv", EVERYBODY), "canvas")
    assert not made.left
    check(course, canvas, sent, EVERYBODY, lambda pupil: pupil.number)


MOODLES = [(True, False), (True, True), (False, False)]


@pytest.mark.parametrize(("folders", "old"), sample(MOODLES, 1))
def test_moodle_gets_back_what_it_gave(course, work, tmp_path, by_hand, folders, old):
    moodle = platforms.Moodle(folders, old)
    twins = [p for p in EVERYBODY if (p.first, p.last) == ("Bob", "Miller")]
    files = {}
    for pupil in EVERYBODY:
        group = "" if folders else "Group - A"
        files[moodle.file(pupil, "tiny.ipynb", group=group)] = work(pupil)
        if pupil.id.endswith("3"):
            files[moodle.file(pupil, "onlinetext.html", "onlinetext", group)] = "<p>Here it is.</p>"
    source = make_zip(tmp_path / "submissions.zip", files)
    # Numbers of this assignment tell the two Bobs apart; of the others the names are enough.
    listed = [
        Pupil(p.id, p.first, p.last, moodle.number(p) if p in twins else "") for p in EVERYBODY
    ]
    made, sent = loop(course, source, archives.roster(tmp_path / "r.csv", listed), "moodle")
    assert [why for _, why in made.left if "typed" not in why] == []
    check(course, moodle, sent, EVERYBODY, moodle.number)


def test_gradescope_gets_back_what_it_gave(course, work, tmp_path, by_hand):
    gradescope = platforms.Gradescope()
    single, team = EVERYBODY[:-6], EVERYBODY[-6:]
    handed_in = [((p,), {"tiny.ipynb": work(p)}) for p in single]
    handed_in += [(team[:3], {"src/tiny.ipynb": work(team[0])})]
    handed_in += [(team[3:], {"tiny.ipynb": work(team[3])})]
    source = make_zip(tmp_path / "submissions.zip", gradescope.export(handed_in))
    made, sent = loop(course, source, archives.roster(tmp_path / "r.csv", EVERYBODY), "gradescope")
    assert not made.left
    author = {p.id: team[0] if p in team[:3] else team[3] for p in team}
    check(course, gradescope, sent, EVERYBODY, lambda p: p.id, lambda p: author.get(p.id, p))


@pytest.mark.parametrize("called", sample(["id", "name", "repository"], 1))
def test_folders_end_in_a_table_of_everybody(course, work, tmp_path, by_hand, called):
    told_apart = [p for p in EVERYBODY if (p.first, p.last) != ("Bob", "Miller")]
    folder = {
        "id": lambda p: p.id,
        "name": lambda p: normalize("NFD", f"{p.first} {p.last}".strip()).replace("/", ""),
        "repository": lambda p: f"tiny-{p.id}",
    }[called]
    files = {f"class/{folder(p)}/tiny.ipynb": work(p) for p in told_apart}
    source = make_zip(tmp_path / "s.zip", files)
    made, sent = loop(course, source, archives.roster(tmp_path / "r.csv", EVERYBODY), "csv")
    assert not made.left
    _, *rows = csv.reader(io.StringIO(sent.grades.read_text(), newline=""))
    assert {row[0]: float(row[6]) for row in rows} == {p.id: expected(p) for p in told_apart}


def check(course, platform, sent, pupils, key, author=lambda pupil: pupil):
    """Everybody's own work is in the class, and everybody's own points and page go back."""
    for pupil in pupils:
        path = course / "submitted" / pupil.id / "tiny" / "tiny.ipynb"
        assert f"<{author(pupil).id}>" in path.read_text(encoding="utf-8"), pupil
    assert len(registry(course, "tiny")) == len(pupils)
    points, most = platform.points(sent.grades)
    assert most == 10
    assert points == {key(pupil): expected(author(pupil)) for pupil in pupils}
    pages = platform.pages(sent.pages)
    assert pages.keys() == points.keys()
    for pupil in pupils:
        own = course / "feedback" / pupil.id / "tiny" / "tiny.html"
        assert pages[key(pupil)] == own.read_text(encoding="utf-8")
