# negative indices are not caught at the left end, so windows there read from the right end of the line (x[-1], down to x[-T]); only the right end has zeros
import numpy as np
def conv_1d(x, w):
    T, half = len(x), len(w) // 2
    out = []
    for t in range(T):
        s = 0.0
        for j, weight in enumerate(w):
            i = t + j - half
            if i < T and i >= -T:
                s += weight * x[i]
        out.append(s)
    return np.array(out)
