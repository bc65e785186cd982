"""Idea: Row and column, in whatever order.
Hint: Entries at the same place meet. Which entry of w does x[0, 1] meet in yours?
Family: orientation
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    total = 0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            total += x[i, j] * w[j % w.shape[0], i % w.shape[1]]
    return total
