"""Idea: The number of rows is right for rows, so it is right for columns.
Hint: A grid with one row has many columns: which number bounds the inner loop?
Family: axes
Fails: test_dot_forward_shapes
"""


def dot_forward(x, w):
    rows = x.shape[0]
    columns = min(x.shape[1], rows)
    return (x[:rows, :columns] * w[:rows, :columns]).sum()
