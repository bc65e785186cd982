"""Idea: A buffer of the shape and dtype of x holds the products.
Hint: What remains of 0.5 in an array of integers?
Family: number types
Fails: test_dot_forward_kinds
"""


def dot_forward(x, w):
    products = np.zeros_like(x)
    products[:] = x * w
    return products.sum()
