"""Idea: The filter's array can hold the products.
Hint: w belongs to the caller, who will use the filter at the next place.
Family: memory
Fails: test_dot_forward_untouched
"""


def dot_forward(x, w):
    total = np.sum(x * w)
    np.multiply(x, w, out=w, casting="unsafe")
    return total
