# The bias is added at each tap in the loop, so it counts KH * KW times.
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        N, C, H, W = X.shape
        O, _, KH, KW = w.shape
        h, wd = (H + 2 * p - KH) // s + 1, (W + 2 * p - KW) // s + 1
        A = np.zeros((N, O, h, wd))
        for u in range(KH):
            for v in range(KW):
                piece = P[:, :, u:u + s * h:s, v:v + s * wd:s]
                A += np.einsum("ncij,oc->noij", piece, w[:, :, u, v]) + b.reshape(1, O, 1, 1)
        self.kept = P, w, H, W, h, wd
        return A

    def backward(self, dA):
        P, w, H, W, h, wd = self.kept
        s, p = self.stride, self.padding
        dA = np.asarray(dA, np.float64)
        dP, dw = np.zeros(P.shape), np.zeros(w.shape)
        for u in range(w.shape[2]):
            for v in range(w.shape[3]):
                i, j = slice(u, u + s * h, s), slice(v, v + s * wd, s)
                dw[:, :, u, v] = np.tensordot(dA, P[:, :, i, j], axes=([0, 2, 3], [0, 2, 3]))
                dP[:, :, i, j] += np.einsum("noij,oc->ncij", dA, w[:, :, u, v])
        return dP[:, :, p:p + H, p:p + W].copy(), dw, dA.sum((0, 2, 3))
