"""Messages to the examiner that no honest process sends. In one process there is no line."""

# Not by walking frames up: on Python 3.11 those of a coroutine, in which cells run, lead nowhere.
FIND = """
import gc, os, struct, sys
import msgpack
student = next(found for found in gc.get_objects() if type(found).__name__ == "Student")
channel, sock = student.channel, student.channel.sock
def forge(message, wait=False):
    data = msgpack.packb(message)
    sock.sendall(struct.pack("<I", len(data)) + data)
    if wait:
        return channel.receive()
def empty(): forge({"outputs": [], "failed": None})
def value(packed, blocks=()): return {"value": [packed, list(blocks)], "stdout": ""}
"""


def at_once(what):
    """Sent while the cell runs, in place of its answer."""
    return FIND + what


def in_a_call(what):
    """Sent in place of a function's answer, for each test that calls it."""
    return FIND + f"def curve(x):\n    {what}\n    return 0.0\nprimes = each = curve\n"


ARRAY = '{"": "array", "d": "<f8", "s": %s, "w": True, "b": %s, "o": %s, "t": %s}'
TRICKS = {
    "a_verdict_instead_of_a_value": in_a_call(
        'forge({"score": 10, "points": 10, "outcome": "passed", "value": [True, []]})'
    ),
    "error_in_the_place_of_outputs": at_once(
        'forge({"error": {"type": "A\\0B", "bases": ["ValueError"], "text": "x", "trace": []}})'
    ),
    "error_that_python_cannot_build": in_a_call(
        'forge({"error": {"type": "UnicodeDecodeError", "bases": [], "text": "", "trace": []}})'
    ),
    "error_of_wrong_types": in_a_call('forge({"error": [1, 2, 3]})'),
    "error_with_a_text_of_50_MB": in_a_call(
        'forge({"error": {"type": "E" * 9_000_000, "bases": ["x"] * 1000, "text": "T" * 50_000_000,'
        ' "trace": ["l" * 10_000] * 100}})'
    ),
    "unavailable_said_late": at_once('forge({"unavailable": "no sandbox here, trust me"})'),
    "unavailable_said_in_a_call": in_a_call('forge({"unavailable": "no sandbox, trust me"})'),
    "outputs_of_wrong_types": at_once(
        'forge({"outputs": [1, None, {"output_type": "display_data", "data": 7},'
        ' {"output_type": "error", "traceback": 5}, {"output_type": ["x"]},'
        ' {"output_type": "execute_result", "data": {"text/plain": 1, "image/png": 2}}]})'
    ),
    "outputs_of_100_MB": at_once(
        'forge({"outputs": [{"output_type": "stream", "text": "x" * 300_000}] * 200})'
    ),
    "outputs_with_html_and_a_score": at_once(
        'forge({"outputs": [{"output_type": "execute_result", "metadata": {}, "data":'
        ' {"text/html": "<script>window.owned = 1</script>", "text/plain": "10",'
        ' "image/png": "\\"><script>window.owned = 1</script>"}}]})'
    ),
    "garbage": at_once("sock.sendall(os.urandom(10_000))"),
    "garbage_in_a_frame": in_a_call('sock.sendall(struct.pack("<I", 1000) + os.urandom(1000))'),
    "promise_of_4_GB": at_once('sock.sendall(b"\\xff\\xff\\xff\\xff" + b"x" * 1000)'),
    "promise_not_kept": in_a_call(
        'sock.sendall(struct.pack("<I", 60_000_000) + b"x")\n    while True: pass'
    ),
    "answer_before_the_question_then_silence": FIND
    + """
def curve(x):
    for _ in range(1000):
        forge(value(0.0))
    while True:
        pass
""",
    "dtype_with_fifty_megabytes_behind_it": in_a_call(
        'text = "U" + "0" * 30 + "1" + "x" * 50_000_000\n    '
        'channel.send(value([{"": "scalar", "d": text, "v": b"a\\0\\0\\0"}]))'
    ),
    "description_of_fifty_megabytes": in_a_call(
        'of = {"name": "x" * 9_000_000, "methods": {str(i): [] for i in range(300_000)}}\n    '
        'of |= {"callable": True, "more": "x" * 30_000_000}\n    '
        'channel.send(value([{"": "mine", "v": 7, "of": of}]))'
    ),
    "nested_a_thousand_deep": in_a_call(
        'sock.sendall(struct.pack("<I", 1001) + b"\\x91" * 1000 + b"\\xc0")'
    ),
    "value_nested_a_thousand_deep": in_a_call(
        'v = 1\n    for _ in range(300): v = {"": "list", "v": [v]}\n    forge(value(v))'
    ),
    "sixty_million_empty_lists": in_a_call(
        "data = b'\\xdd' + struct.pack('>I', 60_000_000) + b'\\x90' * 60_000_000\n"
        "    sock.sendall(struct.pack('<I', len(data)) + data)"
    ),
    "lists_that_announce_millions": in_a_call(
        "data = (b'\\xdd' + struct.pack('>I', 2000)) * 400\n"
        "    sock.sendall(struct.pack('<I', len(data)) + data)"
    ),
    "map_where_a_list_should_be": in_a_call('forge({"value": {"a": 1}})'),
    "unknown_tags": in_a_call('forge(value({"": "pickle", "v": b"cos\\nsystem\\n."}))'),
    "value_without_a_tag": in_a_call('forge(value({"v": 1}))'),
    "reference_to_examiners_objects": FIND
    + """
def each(f, values):
    for number in range(-5, 50):
        forge({"callback": number, "args": [{"": "tuple", "v": []}, []], "stdout": ""})
        channel.receive()
    return []
""",
    "reference_handed_home": in_a_call('forge(value({"": "yours", "v": 1}))'),
    "callback_of_impossible_number": in_a_call('forge({"callback": [1], "args": 5, "stdout": ""})'),
    "callback_during_a_cell": at_once('forge({"callback": {"a": 1}, "args": None})'),
    "callback_flood": FIND
    + """
def each(f, values):
    while True:
        f(1)
""",
    "callbacks_to_builtins": FIND
    + """
def each(f, values):
    for name in ("eval", "exec", "open", "abs", "builtins.eval", "__import__"):
        forge({"callback": name, "args": [["1"], {}], "stdout": ""})
        channel.receive()
    return []
""",
    "array_outside_its_memory": in_a_call(
        "forge(value(" + ARRAY % ("[100]", "2", "0", "[8]") + ', [[2, b"x" * 8]]))'
    ),
    "array_with_negative_strides": in_a_call(
        "forge(value(" + ARRAY % ("[2]", "2", "0", "[-8]") + ', [[2, b"x" * 16]]))'
    ),
    "array_of_huge_strides": in_a_call(
        "forge(value("
        + ARRAY % ("[2, 2]", "2", "0", f"[{2**62}, {2**62}]")
        + ', [[2, b"x" * 16]]))'
    ),
    "array_of_negative_shape": in_a_call(
        "forge(value(" + ARRAY % ("[-1]", "2", "0", "[8]") + ', [[2, b"x" * 16]]))'
    ),
    "array_of_forty_dimensions": in_a_call(
        "forge(value(" + ARRAY % ("[1] * 40", "2", "0", "[8] * 40") + ', [[2, b"x" * 16]]))'
    ),
    "array_repeated_a_million_times": in_a_call(
        "forge(value(" + ARRAY % ("[3, 2_000_000]", "2", "0", "[0, 0]") + ', [[2, b"x" * 8]]))'
    ),
    "array_of_objects": in_a_call(
        'forge(value({"": "array", "d": "|O", "s": [1], "w": True, "b": 2, "o": 0, "t": [8]},'
        ' [[2, b"x" * 8]]))'
    ),
    "dtype_of_a_million_fields": in_a_call('forge(value({"": "dtype", "v": "f8," * 1_000_000}))'),
    "blocks_with_the_examiners_numbers": FIND
    + """
import numpy as np
def curve(x):
    zeros = bytes(getattr(x, "nbytes", 0))
    blocks = [[n, zeros] for n in list(student.values.blocks)]
    forge(value(1.0, blocks))
    return 0.0
""",
    "blocks_of_numbers_to_come": in_a_call('forge(value(1.0, [[n, b"x" * 8] for n in range(99)]))'),
    "blocks_that_nobody_looks_at": FIND
    + """
def each(f, values):
    while True:
        f(1)
        number = 10**6
        forge({"callback": 1, "stdout": "", "args": [{"": "tuple", "v": []},
               [[number, b"x" * 40_000_000], [number + 2, b"y" * 10_000_000]]]})
        channel.receive()
""",
    "examiners_memory_beside_the_argument": FIND
    + """
def curve(x):
    for number in list(student.values.blocks):
        forge(value({"": "array", "d": "<f8", "s": [3], "w": True, "b": number, "o": 8, "t": [16]}))
        forge(value({"": "array", "d": "<f8", "s": [3], "w": True, "b": number, "o": 8, "t": [16]}))
    return 0.0
""",
    "numbers_that_all_hash_alike": in_a_call(
        'forge(value({"": "dict", "v": [[{"": "int", "v": hex(n * (2**61 - 1))}, 0]'
        " for n in range(200_000)]}))"
    ),
    "int_of_a_million_digits": in_a_call('forge(value({"": "int", "v": "f" * 1_000_000}))'),
    "int_that_cannot_be_shown": "def curve(x): return 10**100_000\nprimes = curve",
    "names_that_are_not_there": FIND
    + """
student._do_get = lambda order: {"names": {name: "<b>" for name in order["names"]} if 0 else [1]}
""",
    "stdout_flood_in_answers": FIND
    + """
def each(f, values):
    while True:
        forge({"callback": 1, "stdout": "x" * 20_000_000, "args": [{"": "tuple", "v": []}, []]})
        channel.receive()
""",
    "containers_of_the_test_rewritten": FIND
    + """
def each(f, values):
    f(1)  # no more: the test's own list of calls is to be written anew
    for number in range(1, 40):
        forge({"callback": 1, "stdout": "", "args": [
            {"": "tuple", "v": [{"": "list", "v": [1, 2, 3], "i": number}]}, []]})
        channel.receive()
    return [2, 3, 4]
""",
    "runtime_of_the_engine_patched": FIND
    + """
import numpy as np
type(student)._do_call = lambda self, order: {"value": [True, []]}
msgpack.packb = lambda message, **options: b"\\xc3"
type(channel).receive = lambda self, deadline=None: {"do": "run", "source": "1"}
np.frombuffer = np.asarray = lambda *args, **kwargs: np.ones(3)
""",
    "descriptor_sent_along": in_a_call(
        "import socket\n    socket.send_fds(sock, [b'x'], [0, 1, 2])"
    ),
    "line_closed": at_once("os.close(sock.fileno())"),
}
