# the padding is done only if stride == 1 (an if left over from "same" convolution), with a larger stride the image stays unpadded while the output size counts the padding, and windows past the far edge are cut off
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    if padding > 0 and stride == 1:
        X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    out = np.zeros((N, O, Ho, Wo))
    for n in range(N):
        for i in range(Ho):
            for j in range(Wo):
                y, x = i * stride, j * stride
                win = X[n, :, y:y + KH, x:x + KW]
                kernel = w[:, :, :win.shape[1], :win.shape[2]]
                out[n, :, i, j] = (kernel * win).sum(axis=(1, 2, 3)) + b
    return out
