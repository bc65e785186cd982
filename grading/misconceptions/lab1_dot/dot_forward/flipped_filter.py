"""Idea: Convolution turns the filter around, so I do it here.
Hint: Which entry of the filter should the upper left pixel meet? In deep learning nothing is
    flipped.
Family: orientation
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    return np.sum(x * w[::-1, ::-1])
