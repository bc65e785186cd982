# wrong: col2im writes each window with =: overlaps are lost
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    F, _, HH, WW = w.shape
    H_out = 1 + (H + 2 * padding - HH) // stride
    W_out = 1 + (W + 2 * padding - WW) // stride
    dout = np.ones((N, F, H_out, W_out)) if dA is None else dA
    cols = im2col(X.astype(float), HH, WW, stride, padding)
    dout_mat = dout.transpose(1, 0, 2, 3).reshape(F, -1)
    dw = (dout_mat @ cols.T).reshape(w.shape)
    dcols = w.reshape(F, -1).T @ dout_mat
    dcols = dcols.reshape(C, HH, WW, N, H_out, W_out)
    dx_padded = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    for i in range(H_out):
        for j in range(W_out):
            dx_padded[:, :, i * stride:i * stride + HH, j * stride:j * stride + WW] = dcols[:, :, :, :, i, j].transpose(3, 0, 1, 2)
    dx = dx_padded[:, :, padding:padding + H, padding:padding + W]
    return {'X': dx, 'w': dw, 'b': dout_mat.sum(axis=1)}
