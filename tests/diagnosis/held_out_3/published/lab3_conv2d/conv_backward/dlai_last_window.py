# wrong: dw takes the gradient of a window instead of adding it: = for +=
def conv_backward(X, w, dA=None):
    A_prev, W, dZ = X, w, dA
    f, g = W.shape
    n_H, n_W = A_prev.shape[0] - f + 1, A_prev.shape[1] - g + 1
    if dZ is None:
        dZ = np.ones((n_H, n_W))
    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    for vert in range(n_H):
        for horiz in range(n_W):
            vert_end, horiz_end = vert + f, horiz + g
            a_slice = A_prev[vert:vert_end, horiz:horiz_end]
            dA_prev[vert:vert_end, horiz:horiz_end] += W * dZ[vert, horiz]
            dW[:, :] = a_slice * dZ[vert, horiz]
    return {"X": dA_prev, "w": dW}
