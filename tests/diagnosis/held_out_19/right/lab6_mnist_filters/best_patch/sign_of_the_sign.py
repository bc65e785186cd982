# (sign + |sign|) / 2 is 1 above zero and 0 elsewhere
def best_patch(w):
    s = np.sign(w).astype(float)
    return (s + np.abs(s)) / 2
