"""Idea: The last index is the length minus one, so I stop there.
Hint: range(n) and the slice [:n] already stop before n.
Family: counting
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    total = 0.0
    for i in range(x.shape[0] - 1):
        for j in range(x.shape[1]):
            total += x[i, j] * w[i, j]
    return total
