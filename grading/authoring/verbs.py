"""The verbs of this room: turn a lab's text into what students get."""

from grading.paths import HERE, lab_names
from grading.verb import DB, LABS, argument, verb


@verb(
    "make the students' notebooks from grading/labs",
    DB,
    LABS,
    argument(
        "--yes",
        action="store_true",
        help="even if that makes grades stale or undoes work (it says which)",
    ),
    argument(
        "--lib-from",
        metavar="URL",
        help="the https address from which a notebook opened on its own fetches `lib`; upload "
        "dist/lib.zip, which this writes, there (default: it fetches nothing)",
    ),
)
def release(options):
    from grading.authoring.first_cell import address_of_lib, lib_zip
    from grading.authoring.release import release
    from grading.records.files import writable
    from grading.whole import write_whole

    address = address_of_lib(options.lib_from) if options.lib_from else None
    release(options.labs or lab_names(), db=options.db, yes=options.yes, address=address)
    if address:
        path = HERE / "dist" / "lib.zip"
        with writable(path.parent):
            write_whole(path, lib_zip())
        print(f"Next: put {path} at {address.url}")


@verb(
    "zip what students may see",
    argument(
        "what",
        nargs="*",
        metavar="LAB | PATH",
        help="which labs (default: all), and a .zip file or a folder to write to "
        "(default: dist/convolution.zip, or dist/<lab>.zip for a single lab)",
    ),
    description="Zip what students may see: notebooks, `lib` and the list of packages to install.",
)
def handout(options):
    from grading.authoring.handout import handout, labs_and_path
    from grading.records.files import writable
    from grading.wording import megabytes

    labs, path = labs_and_path(options.what)
    with writable(path.parent):
        names = handout(path, labs)
    print(f"{path}: {len(names)} files, {megabytes(path.stat().st_size)}")
