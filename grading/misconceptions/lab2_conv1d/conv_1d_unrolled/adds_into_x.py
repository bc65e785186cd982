"""Idea: x is mine to write into.
Hint: Look at x after the call. Whose array is it?
Family: memory
Fails: test_conv_1d_unrolled_untouched
"""


def conv_1d_unrolled(x, w):
    if x.dtype != np.result_type(x, w):
        x = x.astype(np.result_type(x, w))
    before = x.copy()
    x *= w[0]
    for j in range(1, min(len(w), len(x))):
        x[:-j] += w[j] * before[j:]
    return x.copy()
