# right
def conv_1d_backward(x, w, dout=None):
    T, half = len(x), len(w) // 2
    dout = np.ones(T) if dout is None else np.asarray(dout, float)
    # shift[j] @ x is what w[j] sees
    shift = [np.eye(T, k=j - half) for j in range(len(w))]
    J = sum(wj * S for wj, S in zip(w, shift))
    return {"x": dout @ J, "w": np.array([dout @ S @ x for S in shift])}
