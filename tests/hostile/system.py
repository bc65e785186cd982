"""What a process may ask of the kernel that concerns others, beside files and the network."""

# Each call is made with arguments that do nothing, even to a machine that lets it through: an
# answer other than "not permitted" says that it was let through. The numbers are those of x86-64.
CALL = """
import ctypes, errno, os, platform
libc = ctypes.CDLL(None, use_errno=True)
refused = (errno.EPERM, errno.EACCES, errno.ENOSYS)
def call(*arguments):
    if platform.machine() != "x86_64":
        return
    result = libc.syscall(*arguments)
    if result >= 0 or ctypes.get_errno() not in refused:
        print("OPEN" "ED", arguments[0], result, os.strerror(ctypes.get_errno()))
"""
TRICKS = {
    "modes_owners_times_and_attributes": """
import os
book = "@COURSE@/gradebook.db"
for change in (lambda: os.chmod(book, 0), lambda: os.chown(book, 65534, 65534),
               lambda: os.utime(book, (0, 0)), lambda: os.setxattr(book, "user.owned", b"x"),
               lambda: os.rename(book, book + "owned"), lambda: os.truncate(book, 0),
               lambda: os.link(book, "@COURSE@/owned"), lambda: os.mkfifo("@COURSE@/owned"),
               lambda: os.mknod("@COURSE@/owned"), lambda: os.mkdir("@COURSE@/owned")):
    try:
        change()
        print("OPEN" "ED")
    except OSError as error:
        print(error.strerror)
""",
    "locks_and_leases_on_what_all_read": """
import fcntl, lib.checking, numpy
for path in (lib.checking.__file__, numpy.__file__, "/dev/urandom"):
    with open(path, "rb") as file:
        for ask in (lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB),
                    lambda: fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB),
                    lambda: fcntl.fcntl(file, 1024, fcntl.F_RDLCK)):
            try:
                ask()
                print("OPEN" "ED")
            except OSError as error:
                print(error.strerror)
""",
    "priorities_of_others": CALL
    + """
parent = os.getppid()
for number in (141, 251, 203, 144, 142, 314, 256, 279, 238):  # nice, affinity, scheduler, pages
    call(number, 99, parent, 0, None, None)
call(302, parent, 0, None, None), call(302, parent, 7, None, None)
""",
    "memory_of_the_kernels_for_the_next": CALL
    + """
for number in (248, 249, 250, 29, 30, 31, 64, 65, 66, 68, 69, 71, 240, 241, 319, 323, 447):
    call(number, None, None, -1, None, None, None)  # keys, segments, semaphores, queues, memfd
""",
    "watches_on_the_class": CALL
    + """
for number in (253, 254, 294, 300, 301, 298, 321, 425, 426, 427, 312, 103, 308, 310, 311):
    call(number, -1, None, -1, -1, None, None)  # inotify, fanotify, perf, bpf, io_uring, kcmp
""",
    "the_kernels_own_switches": CALL
    + """
for number in (135, 153, 155, 156, 157, 159, 161, 162, 163, 164, 165, 166, 167, 169, 170, 171, 172,
               173, 175, 176, 179, 246, 272, 304, 306, 305, 313, 320, 424, 434, 438, 444, 446):
    call(number, -1, None, -1, None, None, None)  # prctl, mount, reboot, clocks, modules, unshare
""",
    "processors_all_taken": """
import threading
import numpy as np
def burn():
    values = np.random.default_rng().normal(size=100_000)
    while True:
        np.sort(values)
for _ in range(200):
    try:
        threading.Thread(target=burn, daemon=True).start()
    except RuntimeError:
        break
""",
    "memory_mapped_and_shared": """
import mmap
held = []
try:
    while True:
        held.append(mmap.mmap(-1, 1 << 26))
        held[-1][::4096] = b"x" * (1 << 14)
except (MemoryError, OSError, ValueError):
    pass
""",
    "pipes_full_of_bytes": """
import fcntl, os
held = []
try:
    while True:
        held.append(os.pipe())
        fcntl.fcntl(held[-1][1], 1031, 1 << 20)
        os.set_blocking(held[-1][1], False)
        os.write(held[-1][1], bytes(1 << 20))
except OSError:
    pass
""",
    "itself_made_visible_to_others": CALL
    + """
call(157, 4, 1, 0, 0, 0), call(157, 0x59616D61, -1, 0, 0, 0), call(101, 0, 0, 0, 0), call(112)
call(109, -9, -9), call(105, -1), call(106, -1), call(116, 99, None), call(126, None, None)
""",
}
