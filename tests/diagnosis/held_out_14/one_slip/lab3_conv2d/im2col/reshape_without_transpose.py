# the windows (N, C, H_out, W_out, kh, kw) are reshaped to the right shape without being transposed first: the numbers are shuffled
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, [(0, 0)] * 2 + [(padding, padding)] * 2)
    V = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, Ho, Wo = V.shape[:4]
    return V.reshape(C * kh * kw, N * Ho * Wo)
