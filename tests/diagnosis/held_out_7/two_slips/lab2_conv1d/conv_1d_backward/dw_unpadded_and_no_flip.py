# dx is not turned round; dw takes dout for ones
def conv_1d_backward(x, w, dout=None):
    n, k = len(x), len(w)
    if dout is None:
        dout = np.ones(n)
    h = k // 2
    P = np.zeros(n + 2 * h)
    P[h : h + n] = x
    D = np.zeros(n + 2 * h)
    D[h : h + n] = dout
    dx = np.array([D[i : i + k] @ w for i in range(n)]).astype(float)
    dw = np.array([(P[j : j + n]).sum() for j in range(k)])
    return {"x": dx, "w": dw}
