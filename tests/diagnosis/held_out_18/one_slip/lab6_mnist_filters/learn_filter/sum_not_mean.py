# the gradient lacks the division by the number of places (it belongs to the sum of squares, not the mean)
import numpy as np
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        err = activation_map(X, w) - A
        w = w - lr * 2 * activation_map(X, err)
    return w
