# The filters are reshaped to (..., O), which mixes them up.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, _, KH, KW = w.shape
    N, _, H, W = X.shape
    Ho, Wo = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    wmat = w.reshape(-1, O)
    rows = im2col(X, KH, KW, stride, padding).T @ wmat + b  # N*Ho*Wo, O
    return rows.reshape(N, Ho, Wo, O).transpose(0, 3, 1, 2).copy()
