"""The sandbox of the student's process: Landlock for files, seccomp for the rest, and limits.

All are kernel features, need no privilege and cannot be undone by the process that entered them.
Linux 5.13 or later on x86-64 or ARM64.
"""

import contextlib
import ctypes
import errno
import fcntl
import os
import platform
import resource
import signal
import socket
import struct
import sys
import sysconfig
from functools import cache
from itertools import pairwise
from pathlib import Path

from grading.paths import Problem

NOBODY = 65534
USERS = 3_000_000_000  # and a process id: a user of its own, whose threads can be counted
MEMORY = 1 << 30  # bytes of address space beyond what the process has when it enters
CPU_SECONDS = 120
OPEN_FILES = 64
THREADS = 100
PAGE = os.sysconf("SC_PAGE_SIZE")

_libc = ctypes.CDLL(None, use_errno=True)


class Unavailable(Problem):
    """This machine cannot provide the sandbox; `why` says what is missing."""

    @property
    def why(self):
        return self.args[0]

    def __str__(self):
        return (
            f"No sandbox, so nothing is graded: {self.why}.\n"
            "For your own work, and only for that, `autograde` and `explain` take "
            "--trust-submissions."
        )


# --- Landlock: which files ---------------------------------------------------------------------

_LANDLOCK = {"create": 444, "add": 445, "restrict": 446}  # the same numbers on every machine
EXECUTE, READ_FILE, READ_DIR = 1 << 0, 1 << 2, 1 << 3


class Files:
    """Permission to read some files and folders, and to write none.

    Parameters
    ----------
    readable : list of Path
        Files, and folders with all that is below them.
    listed : list of Path
        Folders that may only be listed.
    """

    def __init__(self, readable, listed=()):
        if platform.machine() not in _CALLS:
            raise Unavailable(f"there is no system call list for {platform.machine()}")
        _any_code()  # made here once and not in each child
        abi = _libc.syscall(_LANDLOCK["create"], None, 0, 1)
        if abi < 1:
            raise Unavailable("the kernel has no Landlock (Linux 5.13, and `landlock` in its LSMs)")
        rights = (1 << 13) - 1
        rights |= (1 << 13 if abi >= 2 else 0) | (1 << 14 if abi >= 3 else 0)
        rights |= 1 << 15 if abi >= 5 else 0
        network = 3 if abi >= 4 else 0
        scoped = 3 if abi >= 6 else 0
        size = 8 if abi < 4 else 16 if abi < 6 else 24
        attributes = struct.pack("<QQQ", rights, network, scoped)[:size]
        self.ruleset = _call("landlock", _LANDLOCK["create"], attributes, size, 0)
        for path in readable:
            self._allow(
                path, READ_FILE | READ_DIR | EXECUTE if path.is_dir() else READ_FILE | EXECUTE
            )
        for path in listed:
            self._allow(path, READ_DIR)

    def _allow(self, path, rights):
        try:
            folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            return
        try:
            rule = struct.pack("<Qi", rights, folder)
            _call(f"landlock rule for {path}", _LANDLOCK["add"], self.ruleset, 1, rule, 0)
        finally:
            os.close(folder)

    def enter(self):
        """Restrict this process, permanently."""
        _call("landlock", _LANDLOCK["restrict"], self.ruleset, 0)


def interpreter_files(out_of_bounds=(), more=()):
    """The files Python needs: the standard library and packages, except those out of bounds.

    Parameters
    ----------
    out_of_bounds : set of str
        Packages, with dots for those inside others ("scipy", "numpy.fft").
    more : list of Path

    Returns
    -------
    Files
    """
    readable, listed = list(more), []
    # If `grading` is installed, it is among the packages, with solutions and hidden tests.
    shut = [("grading",), *(tuple(name.split(".")) for name in out_of_bounds)]

    def open_packages(folder, shut):
        listed.append(folder)
        for path in folder.iterdir():
            name = path.name.split(".")[0].split("-")[0]
            inside = [parts[1:] for parts in shut if parts[0].lower() == name.lower()]
            if () in inside or path.name in ("site-packages", "dist-packages"):
                continue
            if inside and path.is_dir():
                open_packages(path, inside)
            else:
                readable.append(path)

    for key in ("stdlib", "platstdlib"):
        open_packages(Path(sysconfig.get_path(key)), [])
    for key in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        open_packages(Path(key), shut)
    readable += [Path(base, f"{platform.machine()}-linux-gnu") for base in ("/lib", "/usr/lib")]
    readable += [Path(p) for p in ("/lib64", "/usr/lib64", "/etc/ld.so.cache", "/dev/null")]
    readable += [Path(p) for p in ("/dev/urandom", "/usr/share/zoneinfo", "/etc/localtime")]
    readable += Path(sys.base_prefix, "lib").glob("*.so*")  # Python's own, where it is one
    return Files(readable, listed)


# --- seccomp: which system calls ---------------------------------------------------------------

# Everything else is refused: sockets, processes, signals, changes to files, kernel interfaces.
_CALLS = {
    "x86_64": (0xC000003E, {
        "read": 0, "write": 1, "open": 2, "close": 3, "stat": 4, "fstat": 5, "lstat": 6, "poll": 7,
        "lseek": 8, "mmap": 9, "mprotect": 10, "munmap": 11, "brk": 12, "rt_sigaction": 13,
        "rt_sigprocmask": 14, "rt_sigreturn": 15, "pread64": 17, "readv": 19,
        "writev": 20, "access": 21, "pipe": 22, "select": 23, "sched_yield": 24, "mremap": 25,
        "mincore": 27, "madvise": 28, "dup": 32, "dup2": 33, "nanosleep": 35, "getitimer": 36,
        "alarm": 37, "setitimer": 38, "getpid": 39, "sendto": 44, "recvfrom": 45, "sendmsg": 46,
        "recvmsg": 47, "exit": 60, "uname": 63, "getdents": 78, "getcwd": 79,
        "readlink": 89, "umask": 95, "gettimeofday": 96, "getrlimit": 97, "getrusage": 98,
        "sysinfo": 99, "times": 100, "getuid": 102, "getgid": 104, "geteuid": 107, "getegid": 108,
        "getppid": 110, "getpgrp": 111, "getgroups": 115, "getresuid": 118, "getresgid": 120,
        "getpgid": 121, "getsid": 124, "sigaltstack": 131, "statfs": 137, "fstatfs": 138,
        "arch_prctl": 158, "gettid": 186, "futex": 202,
        "sched_getaffinity": 204, "getdents64": 217, "set_tid_address": 218, "restart_syscall": 219,
        "clock_gettime": 228, "clock_getres": 229, "clock_nanosleep": 230, "exit_group": 231,
        "epoll_wait": 232, "epoll_ctl": 233, "openat": 257, "fstatat": 262, "readlinkat": 267,
        "faccessat": 269, "pselect6": 270, "ppoll": 271, "set_robust_list": 273,
        "epoll_pwait": 281, "eventfd2": 290, "epoll_create1": 291, "dup3": 292, "pipe2": 293,
        "getcpu": 309, "getrandom": 318, "membarrier": 324, "statx": 332, "rseq": 334,
        "close_range": 436, "faccessat2": 439,
    }, {"clone": 56, "clone3": 435, "tgkill": 234, "prlimit64": 302, "fcntl": 72, "ioctl": 16}),
    "aarch64": (0xC00000B7, {
        "getcwd": 17, "epoll_create1": 20, "epoll_ctl": 21, "epoll_pwait": 22, "dup": 23,
        "dup3": 24, "statfs": 43, "fstatfs": 44, "faccessat": 48,
        "openat": 56, "close": 57, "pipe2": 59, "getdents64": 61, "lseek": 62, "read": 63,
        "write": 64, "readv": 65, "writev": 66, "pread64": 67, "pselect6": 72, "ppoll": 73,
        "readlinkat": 78, "fstatat": 79, "fstat": 80, "exit": 93, "exit_group": 94,
        "set_tid_address": 96, "futex": 98, "set_robust_list": 99, "nanosleep": 101,
        "getitimer": 102, "setitimer": 103, "clock_gettime": 113, "clock_getres": 114,
        "clock_nanosleep": 115, "sched_getaffinity": 123,
        "sched_yield": 124, "restart_syscall": 128, "sigaltstack": 132, "rt_sigaction": 134,
        "rt_sigprocmask": 135, "rt_sigreturn": 139, "getresuid": 148, "getresgid": 150,
        "times": 153, "getpgid": 155, "getsid": 156, "getgroups": 158, "uname": 160,
        "getrlimit": 163, "getrusage": 165, "umask": 166, "getcpu": 168, "gettimeofday": 169,
        "getpid": 172, "getppid": 173, "getuid": 174, "geteuid": 175, "getgid": 176,
        "getegid": 177, "gettid": 178, "sysinfo": 179, "sendto": 206, "recvfrom": 207,
        "sendmsg": 211, "recvmsg": 212, "brk": 214, "munmap": 215, "mremap": 216, "mmap": 222,
        "mprotect": 226, "mincore": 232, "madvise": 233, "eventfd2": 19, "getrandom": 278,
        "membarrier": 283, "statx": 291, "rseq": 293, "close_range": 436, "faccessat2": 439,
    }, {"clone": 220, "clone3": 435, "tgkill": 131, "prlimit64": 261, "fcntl": 25, "ioctl": 29}),
}  # fmt: skip

_LOAD, _IF_EQUAL, _IF_ABOVE, _IF_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _MACHINE, _FIRST_ARGUMENT, _SECOND_ARGUMENT, _THIRD_ARGUMENT = 0, 4, 16, 24, 32
_FOURTH_ARGUMENT = 40
CLONE_THREAD = 0x10000
NO_PROCESS = 0x7FFFFFFF  # more than any process id
# Landlock handles O_TRUNC only since Linux 6.2: before, opening for reading could empty a file.
WRITES = (
    os.O_WRONLY
    | os.O_RDWR
    | os.O_CREAT
    | os.O_TRUNC
    | os.O_APPEND
    | (os.O_TMPFILE & ~os.O_DIRECTORY)
)
# Dup and flags; not those that make the kernel send a chosen signal to any process.
_FCNTL = (0, 1, 2, 3, 4, 1030)
_MESSAGE = 0x4040  # of a message on the engine's line: do not wait, do not signal
_IOCTL = (0x5401, 0x802C542A, 0x5413, 0x5421, 0x541B, 0x5450, 0x5451)  # terminal? flags, FIONREAD


def _filter(pid):
    """The filter program: a list of (code, jump if true, jump if false, operand)."""
    machine, allowed, special = _CALLS[platform.machine()]
    refuse = _RETURN, 0, 0, _REFUSE | errno.EPERM
    allow = _RETURN, 0, 0, _ALLOW
    program = [
        (_LOAD, 0, 0, _MACHINE),
        (_IF_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_ABOVE, 0, 1, 0x40000000),  # x32, another ABI for the same calls
        refuse,
        # glibc falls back to clone if clone3, whose flags no filter can see, is missing.
        (_IF_EQUAL, 0, 1, special["clone3"]),
        (_RETURN, 0, 0, _REFUSE | errno.ENOSYS),
    ]
    conditions = {
        "clone": (_FIRST_ARGUMENT, _IF_SET, [CLONE_THREAD]),
        "tgkill": (_FIRST_ARGUMENT, _IF_EQUAL, [pid]),
        "prlimit64": (_FIRST_ARGUMENT, _IF_EQUAL, [0]),
        "fcntl": (_SECOND_ARGUMENT, _IF_EQUAL, _FCNTL),
        "ioctl": (_SECOND_ARGUMENT, _IF_EQUAL, _IOCTL),
    }
    for name, (argument, condition, operands) in conditions.items():
        program += [
            (_IF_EQUAL, 0, 2 + 2 * len(operands), special[name]),
            (_LOAD, 0, 0, argument),
            *(line for value in operands for line in ((condition, 0, 1, value), allow)),
            refuse,
        ]
    forbidden = {  # in these, no bit of an argument may be set
        "open": (_SECOND_ARGUMENT, WRITES),
        "openat": (_THIRD_ARGUMENT, WRITES),
        "sendto": (_FOURTH_ARGUMENT, ~_MESSAGE & 0xFFFFFFFF),
        "sendmsg": (_THIRD_ARGUMENT, ~_MESSAGE & 0xFFFFFFFF),
    }
    for name, (argument, bits) in forbidden.items():
        if name in allowed:
            program += [
                (_IF_EQUAL, 0, 4, allowed[name]),
                (_LOAD, 0, 0, argument),
                (_IF_SET, 0, 1, bits),
                refuse,
                allow,
            ]
    for number in (number for name, number in allowed.items() if name not in forbidden):
        program += [(_IF_EQUAL, 0, 1, number), allow]
    return [*program, refuse]


@cache
def _any_code():
    """The filter program as the kernel reads it, for a process that cannot be."""
    return b"".join(struct.pack("<HBBI", *line) for line in _filter(NO_PROCESS))


def _code(pid):
    return _any_code().replace(struct.pack("<I", NO_PROCESS), struct.pack("<I", pid))


def _enter_seccomp():
    code = _code(os.getpid())
    buffer = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("<HxxxxxxQ", len(code) // 8, ctypes.addressof(buffer))
    if _libc.prctl(22, 2, ctypes.create_string_buffer(program, len(program)), 0, 0):
        raise Unavailable(f"the kernel refuses a seccomp filter: {os.strerror(ctypes.get_errno())}")


# --- entering ----------------------------------------------------------------------------------


def enter(files, keep, memory=MEMORY):
    """Put this process into the sandbox. There is no way back.

    Parameters
    ----------
    files : Files
    keep : set of int
        File descriptors that stay open besides 0, 1 and 2.
    memory : int
        Bytes of address space that it may use beyond what it uses now.
    """
    os.setsid()
    _libc.prctl(1, signal.SIGKILL)  # dies with its parent
    _close_others(keep | {files.ruleset})
    limits = {
        resource.RLIMIT_AS: address_space() + memory,
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    others = 0 if os.geteuid() == 0 else _tasks_of(os.geteuid())
    limits[resource.RLIMIT_NPROC] = others + THREADS
    for which, limit in limits.items():
        resource.setrlimit(which, (limit, limit))
    if os.geteuid() == 0:
        _become_nobody()
        _libc.prctl(1, signal.SIGKILL)  # changing the user cleared it
    _libc.prctl(4, 0)  # not dumpable: no other process of this user can inspect it
    if _libc.prctl(38, 1, 0, 0, 0):
        raise Unavailable("the kernel has no no_new_privs")
    files.enter()
    os.close(files.ruleset)
    _enter_seccomp()


def _become_nobody():
    """Give up root. A Python in root's home stays readable: Landlock decides what may be read."""
    _libc.prctl(8, 1)  # keep the capabilities for a moment
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    user = USERS + os.getpid()
    os.setresuid(user, user, user)
    header = struct.pack("<Ii", 0x20080522, 0)
    only = 1 << 2  # CAP_DAC_READ_SEARCH
    _call("capset", 126 if _is_x86() else 91, header, struct.pack("<6I", only, only, 0, 0, 0, 0))


def _tasks_of(user):
    """The number of threads a user has on this machine, which the kernel counts together."""
    found = 0
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # the process has just ended
            if path.stat().st_uid == user:
                found += len(os.listdir(path / "task"))
    return found


def _close_others(keep):
    for low, high in pairwise([*sorted(keep | {0, 1, 2}), 1 << 31]):
        if low + 1 < high:
            _call("close_range", 436, low + 1, high - 1, 0)


def address_space():
    """Bytes of address space that this process uses."""
    statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    try:
        return int(os.read(statm, 99).split()[0]) * PAGE
    finally:
        os.close(statm)


def _call(what, *arguments):
    result = _libc.syscall(*arguments)
    if result < 0:
        raise Unavailable(f"{what}: {os.strerror(ctypes.get_errno())}")
    return result


# --- proof -------------------------------------------------------------------------------------


def leaks(secret):
    """Try, from inside, actions that must fail; return those that succeeded.

    Parameters
    ----------
    secret : str
        A file outside the sandbox that the user may read.
    """
    attempts = {
        "read a file of the user": lambda: open(secret).close(),
        "read /etc/passwd": lambda: open("/etc/passwd").close(),
        "read its own memory map": lambda: open("/proc/self/maps").close(),
        "empty a file that it may read": lambda: os.open("/dev/null", os.O_RDONLY | os.O_TRUNC),
        "open what it may read for writing": lambda: os.open("/dev/null", os.O_RDWR),
        "write a file in /tmp": lambda: open("/tmp/.leak", "w").close(),
        "change a file's mode": lambda: os.chmod(secret, 0o600),
        "open a TCP socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "open a UDP socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        "open a local socket": lambda: socket.socket(socket.AF_UNIX),
        "make a pair of sockets": socket.socketpair,
        "fork": _fork,
        "run a program": lambda: os.execv("/bin/true", ["true"]),
        "have its parent signalled": lambda: fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid()),
        "move its parent": lambda: os.sched_setaffinity(os.getppid(), {0}),
        "signal its parent": lambda: os.kill(os.getppid(), 0),
        "raise its limits": lambda: resource.setrlimit(resource.RLIMIT_CPU, (10**6, 10**6)),
        "take four times its memory": lambda: bytearray(4 * MEMORY),
        "become root": lambda: os.setuid(0),
        "change its name space": lambda: _call("unshare", 272 if _is_x86() else 97, 0x10000000),
        "trace a process": lambda: _call("ptrace", 101 if _is_x86() else 117, 0, 0, 0, 0),
    }
    return [what for what, attempt in attempts.items() if _succeeds(attempt)]


def _is_x86():
    return platform.machine() == "x86_64"


def _fork():
    if os.fork() == 0:
        os._exit(0)


def _succeeds(attempt):
    try:
        attempt()
    except (OSError, ValueError, MemoryError, Unavailable):
        return False
    return True
