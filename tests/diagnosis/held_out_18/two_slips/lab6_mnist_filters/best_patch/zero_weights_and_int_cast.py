# weights of exactly 0 get 1 (w >= 0); and only whole weights count: the filter is cast to int first, so 0.5 and -0.5 are taken for 0
import numpy as np
def best_patch(w):
    return np.where(w.astype(int) >= 0, 1.0, 0.0)
