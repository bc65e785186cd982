# the guard is one too strict (t + j < T - 1), so the last entry of x never appears
def unroll(x, k):
    T = x.shape[0]
    return np.array([[x[t + j] if t + j < T - 1 else 0 for j in range(k)] for t in range(T)])
