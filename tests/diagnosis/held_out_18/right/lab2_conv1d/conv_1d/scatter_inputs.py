# scatters: each input adds its contribution to the outputs around it, instead of gathering windows
import numpy as np
def conv_1d(x, w):
    r = len(w) // 2
    T = len(x)
    y = np.zeros(T)
    for s in range(T):
        for j in range(len(w)):
            t = s - j + r
            if t >= 0 and t < T:
                y[t] += float(x[s]) * float(w[j])
    return y
