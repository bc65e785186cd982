"""
Idea: The same result as conv2d_forward: nothing is easier.
Hint: Write it as one matrix product of filters and columns.
Family: shortcut
Fails: test_conv2d_im2col, test_conv2d_im2col_one_product
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    return conv2d_forward(X, w, b, stride, padding)
