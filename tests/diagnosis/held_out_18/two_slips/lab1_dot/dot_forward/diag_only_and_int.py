# only the entries on the diagonal are multiplied and added; and the sum is cut to an int
import numpy as np
def dot_forward(x, w):
    s = 0
    for i in range(min(x.shape)):
        s += x[i, i] * w[i, i]
    return int(s)
