"""
Idea: A filter may be learned turned round, as a convolution turns it.
Hint: Learn from a map of a filter that you know. Is yours turned round?
Family: orientation
Fails: test_learn_filter, test_learn_filter_steps, test_learn_filter_direction,
    test_learn_filter_mean, test_learn_filter_wide, test_learn_filter_converges,
    test_learn_filter_kinds, test_learn_filter_untouched
"""

from scipy.signal import convolve2d, correlate2d


def learn_filter(X, A, steps, lr):
    X, w = X.astype(float), np.zeros((3, 3))
    for _ in range(steps):
        R = convolve2d(X, w, mode="valid") - A
        w = w - lr * 2 / R.size * correlate2d(X, R, mode="valid")[::-1, ::-1]
    return w
