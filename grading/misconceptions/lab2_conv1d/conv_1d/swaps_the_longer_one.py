"""Idea: The filter is the shorter of the two.
Hint: Which of the two decides how long the result is?
Family: rule
Fails: test_conv_1d_longer
"""


def conv_1d(x, w):
    if len(w) > len(x):
        x, w = w, x
    p = len(w) // 2
    x_padded = np.pad(x, (p, len(w) - 1 - p))
    return np.array([np.sum(w * x_padded[t : t + len(w)]) for t in range(len(x))])
