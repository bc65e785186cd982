# the zeros come in at the left: the window ends at t (x[t-k+1..t]) instead of starting there
def conv_1d_unrolled(x, w):
    k = len(w)
    padded = np.concatenate([np.zeros(k - 1), x])
    out = []
    for t in range(len(x)):
        out.append(padded[t:t + k] @ w)
    return np.array(out)
