"""Idea: With a single weight x is the result, times a number.
Hint: What has x become after the call?
Family: memory
Fails: test_conv_1d_untouched
"""


def conv_1d(x, w):
    if len(w) == 1:
        x *= w[0]
        return x.copy()
    k = len(w)
    x_padded = np.pad(x, k // 2)
    return np.array([np.sum(w * x_padded[t : t + k]) for t in range(len(x))])
