# only the T - k + 1 windows that lie inside the line are returned, none that reach past the right end
import numpy as np
def conv_1d_unrolled(x, w):
    k = len(w)
    ys = []
    for t in range(len(x) - k + 1):
        ys.append(sum(float(a) * float(b) for a, b in zip(x[t:t + k], w)))
    return np.array(ys)
