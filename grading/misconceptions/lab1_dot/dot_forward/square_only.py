"""Idea: Images are square, so one side length is enough.
Hint: Which of the two axes does len(x) measure? Try two rows and three columns.
Family: axes
Fails: test_dot_forward_shapes
"""


def dot_forward(x, w):
    n = len(x)
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += x[i, j] * w[i, j]
    return total
