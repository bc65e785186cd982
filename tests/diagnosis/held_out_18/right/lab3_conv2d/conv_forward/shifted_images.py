# loops over the filter's taps and adds weighted, shifted pieces of the whole image
import numpy as np
def conv_forward(X, w):
    h = X.shape[0] - w.shape[0] + 1
    v = X.shape[1] - w.shape[1] + 1
    A = np.zeros((h, v))
    for (a, b), weight in np.ndenumerate(w):
        A += float(weight) * X[a:a + h, b:b + v]
    return A
