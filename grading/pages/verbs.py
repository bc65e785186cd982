"""The verbs of this room: write or show what people read."""

from grading.paths import COURSE
from grading.records.verbs import check_lab, tell_of_roster
from grading.verb import DB, LAB, STUDENTS, argument, verb
from grading.wording import counted


@verb(
    "show how far the class is, and what to type next",
    DB,
    argument("lab", nargs="?", metavar="LAB", help="which lab (default: one line per lab)"),
)
def status(options):
    from grading.pages.status import HEAD, line, screen
    from grading.records.status import labs_of, status

    if options.lab:
        check_lab(options)
        print(screen(status(options.lab, COURSE, options.db)))
        tell_of_roster()
        return
    found = [status(lab, COURSE, options.db) for lab in labs_of(COURSE, options.db)]
    print(HEAD)
    for each in found:
        print(line(each))
    tell_of_roster()
    if first := next((each for each in found if each.released and each.next_command), None):
        print(f"Next: {first.next_command}")


@verb("write a feedback page for each student", DB, LAB, STUDENTS)
def feedback(options):
    from grading.pages.feedback import feedback
    from grading.records.status import still_to_grade

    check_lab(options)
    pages = feedback(options.lab, students=options.student, db=options.db)
    where = COURSE / "feedback" / "<student>" / options.lab / f"{options.lab}.html"
    print(f"{counted(len(pages), 'page')}: {where}")
    tell_of_roster()
    for line in still_to_grade(options.lab, COURSE, options.db):
        print(line)


@verb(
    "write the class report, and its CSV",
    DB,
    LAB,
    argument("--hide-names", action="store_true", help="for showing in class"),
)
def report(options):
    from grading.pages.report import report

    check_lab(options)
    for path in report(options.lab, hide_names=options.hide_names, db=options.db):
        print(path)
    tell_of_roster()


@verb(
    "write one comment to a group of students with the same wrong answer",
    DB,
    LAB,
    argument("group", metavar="GROUP", help="its name in the class report"),
    argument("text", metavar="TEXT", help="the comment"),
)
def comment(options):
    from grading.pages.groups import comment

    check_lab(options)
    group, commented = comment(options.lab, options.group, options.text, db=options.db)
    before = len(group.students) - len(commented)
    note = f" {before} had it already." if before else ""
    print(f"{len(commented)} of {len(group.students)} have the comment now.{note}")
    if commented:
        print(f"To put it on their pages: `python -m grading feedback {options.lab}`.")
