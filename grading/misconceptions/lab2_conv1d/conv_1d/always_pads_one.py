"""Idea: Same padding is one zero on each side.
Hint: How many zeros does a filter of length 5 need? And one of length 1?
Family: padding
Fails: test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_untouched
"""


def conv_1d(x, w):
    x_padded = np.pad(x, 1)
    out = np.zeros(len(x))
    for t in range(len(x)):
        for j in range(len(w)):
            if t + j < len(x_padded):
                out[t] += w[j] * x_padded[t + j]
    return out
