# Right: both gradients are forward convolutions: dX of the spread upstream gradient with turned filters, dw of the images, channels and images exchanged.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    p = padding
    h, v = H + 2 * p - KH + 1, W + 2 * p - KW + 1
    spread = np.zeros((N, O, h, v))
    spread[:, :, ::stride, ::stride] = 1 if dA is None else dA
    P = np.pad(X.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
    dw = conv2d_forward(P.swapaxes(0, 1), spread.swapaxes(0, 1), np.zeros(O)).swapaxes(0, 1).astype(float)
    wide = np.pad(spread, ((0, 0), (0, 0), (KH - 1, KH - 1), (KW - 1, KW - 1)))
    turned = w[:, :, ::-1, ::-1].swapaxes(0, 1).astype(float)
    dP = conv2d_forward(wide, turned, np.zeros(C))
    return {"X": dP[:, :, p:p + H, p:p + W].astype(float), "w": dw.copy(), "b": spread.sum(axis=(0, 2, 3))}
