# dx turns the filter round but leaves the zeros of dout at the right end instead of the left
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    dout = dout.astype(np.float64)
    d_wide = np.concatenate([dout, np.zeros(k - 1)])
    x_wide = np.concatenate([x, np.zeros(k - 1)])
    dx = np.array([d_wide[s:s + k] @ w[::-1] for s in range(T)])
    dw = np.array([x_wide[j:j + T] @ dout for j in range(k)])
    return {"x": dx, "w": dw}
