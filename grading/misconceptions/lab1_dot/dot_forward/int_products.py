"""Idea: What holds x can hold the products.
Hint: A copy of x, or zeros_like(x), has the dtype of x. What remains of 0.5 in an array of
    integers?
Family: number types
Fails: test_dot_forward_kinds
"""


def dot_forward(x, w):
    products = np.zeros_like(x)
    products[:] = x * w
    return products.sum()
