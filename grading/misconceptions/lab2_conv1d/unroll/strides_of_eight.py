"""Idea: Entries are 8 bytes apart.
Hint: How many bytes has a float32?
Family: memory
Fails: test_unroll_kinds, test_conv_1d_unrolled_kinds
"""


def unroll(x, k):
    # Twice the room, so that the reads below stay inside the buffer for every dtype.
    x_padded = np.concatenate([x, np.zeros(len(x) + 2 * k, dtype=x.dtype)])
    view = np.lib.stride_tricks.as_strided(x_padded, (len(x), k), (8, 8))
    return view.copy()
