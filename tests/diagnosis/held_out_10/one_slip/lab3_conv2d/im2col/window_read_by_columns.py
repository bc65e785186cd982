# Each window is flattened in Fortran's order: kernel column, kernel row, channel.
def im2col(X, kh, kw, stride=1, padding=0):
    wide = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out = (wide.shape[2] - kh) // stride + 1
    W_out = (wide.shape[3] - kw) // stride + 1
    result = np.empty((X.shape[1] * kh * kw, len(X) * H_out * W_out), dtype=X.dtype)
    column = 0
    for n in range(len(X)):
        for i in range(H_out):
            for j in range(W_out):
                patch = wide[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                result[:, column] = patch.flatten(order="F")
                column += 1
    return result
