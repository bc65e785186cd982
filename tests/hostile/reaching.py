"""Files of the class and of the system, other processes, the network."""

SHOW = """
import glob, os
def show(*patterns):
    for pattern in patterns:
        for path in glob.glob(pattern, recursive=True):
            try:
                print(path, open(path, "rb").read()[-200_000:].decode("latin-1"))
            except OSError as error:
                print(path, type(error).__name__)
"""
PUT = """
import os
def put(path, text="print('owned')"):
    try:
        with open(os.path.expanduser(path), "a") as file:
            file.write(text)
        print("wrote", path)
    except OSError as error:
        print(path, type(error).__name__)
"""
TRICKS = {
    "reads_the_instructors_notebook": SHOW
    + "show('@COURSE@/source/**/*.ipynb', '../../../source/*/*')",
    "reads_the_work_of_others": SHOW
    + "show('@COURSE@/submitted/*/*/*.ipynb', '@COURSE@/autograded/*/*/*')",
    "reads_the_gradebook": SHOW + "show('@COURSE@/gradebook.db', '../../../gradebook.db')",
    "reads_the_labs_of_the_project": SHOW + "import lib\n"
    "show(os.path.dirname(lib.__file__ or lib.__path__[0]) + '/../grading/labs/*.py')",
    "reads_environments_of_processes": SHOW
    + "show('/proc/self/environ', f'/proc/{os.getppid()}/environ')",
    "reads_memory_of_its_parent": """
import os
for pid in (os.getppid(), os.getpid()):
    try:
        with open(f"/proc/{pid}/mem", "rb") as memory, open(f"/proc/{pid}/maps") as maps:
            print("OPEN" "ED", pid)
    except OSError as error:
        print(type(error).__name__)
""",
    "reads_through_a_link": SHOW
    + """
os.symlink("@COURSE@/source", "owned-link")
show("owned-link/*/*")
""",
    "reads_by_open_by_handle_and_openat2": """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for number in (257, 437, 304, 56):
    fd = libc.syscall(number, -100, b"@COURSE@/gradebook.db", 0, 0)
    if fd > 2:
        print(os.read(fd, 100_000).decode("latin-1"))
""",
    "writes_the_gradebook": """
import sqlite3
with sqlite3.connect("@COURSE@/gradebook.db") as db:
    db.execute("update grade set auto_score = 1, manual_score = 1")
    db.execute("create table owned (a)")
""",
    "writes_into_the_class": PUT
    + """
put("@COURSE@/owned-file")
put("@COURSE@/submitted/owned-file")
put("owned-file")
os.makedirs("@COURSE@/autograded/owned-student", exist_ok=True)
""",
    "writes_start_up_files": PUT
    + """
put("@COURSE@/owned-home/.ipython/profile_default/startup/owned-start.py")
put("@COURSE@/owned-start.py")
put("@COURSE@/sitecustomize.py")
put("@COURSE@/owned.pth")
""",
    "writes_beside_the_checks": PUT
    + """
put("@COURSE@/owned-lib-checking.py", "check_equal = print")
put("numpy.py", "allclose = lambda *args: True")
put("lib/checking.py", "check_equal = print")
""",
    "removes_the_class": """
import shutil
shutil.rmtree("@COURSE@/submitted/zz_honest", ignore_errors=True)
shutil.rmtree("@COURSE@/source", ignore_errors=True)
""",
    "forks_and_stays": """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(4)
        open("@COURSE@/owned-later", "w").close()
    os._exit(0)
""",
    "fork_bomb": """
import os, time
for _ in range(3):
    os.fork()
time.sleep(1)
os._exit(0)
""",
    "runs_programs": """
import subprocess, os
print(subprocess.run("cat @COURSE@/source/*/*.ipynb", shell=True, capture_output=True, text=True))
os.system("touch @COURSE@/owned-system")
""",
    "runs_programs_by_magic": "!touch @COURSE@/owned-magic\n!cat @COURSE@/source/*/*.ipynb",
    "execs_itself_away": "import os\nos.execv('/bin/true', ['true'])",
    "kills_its_parent": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)",
    "kills_by_pidfd": """
import os, signal
signal.pidfd_send_signal(os.pidfd_open(os.getppid()), signal.SIGKILL)
""",
    "has_the_kernel_send_the_signal": """
import fcntl, os, signal
read, write = os.pipe()
fcntl.fcntl(read, fcntl.F_SETOWN, os.getppid())
fcntl.fcntl(read, 10, signal.SIGKILL)  # F_SETSIG
fcntl.fcntl(read, fcntl.F_SETFL, fcntl.fcntl(read, fcntl.F_GETFL) | os.O_ASYNC)
os.write(write, b"!")
""",
    "opens_sockets": """
import socket
for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK):
        try:
            socket.socket(family, kind).close()
            print("OPEN" "ED", family, kind)
        except OSError as error:
            print(error)
""",
    "asks_the_network": """
import urllib.request
print("OPEN" "ED", urllib.request.urlopen("http://127.0.0.1:9/").read())
""",
    "uses_every_descriptor": """
import os
for number in range(3, 64):
    try:
        print(number, os.fstat(number))
        os.write(number, b"1")
        os.dup2(0, number)
    except OSError:
        pass
""",
    "traces_and_changes_name_spaces": """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
for number in (101, 272, 165, 310, 311, 321, 425, 248, 250, 9999):
    print(number, libc.syscall(number, 0, 0, 0, 0, 0))
""",
    "raises_its_limits": """
import os, resource
resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
os.setpriority(os.PRIO_PROCESS, 0, -20)
""",
    "shared_memory_for_the_next": """
from multiprocessing import shared_memory
block = shared_memory.SharedMemory("owned-memory", create=True, size=100)
print("OPEN" "ED", block.name)
block.unlink()
""",
}
