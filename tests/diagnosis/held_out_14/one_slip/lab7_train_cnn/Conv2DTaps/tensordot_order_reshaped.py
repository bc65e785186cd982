# tensordot gives (O, N, H_out, W_out), which is reshaped and not transposed to (N, O, H_out, W_out): the maps are shuffled
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        self.X, self.w = X, w
        P = self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        Ho = (P.shape[2] - w.shape[2]) // s + 1
        Wo = (P.shape[3] - w.shape[3]) // s + 1
        total = 0
        for u in range(w.shape[2]):
            for v in range(w.shape[3]):
                under = P[:, :, u:u + s * Ho:s, v:v + s * Wo:s]
                total = total + np.tensordot(w[:, :, u, v], under, axes=(1, 1))
        return total.reshape(len(X), len(w), Ho, Wo) + b.reshape(1, -1, 1, 1)

    def backward(self, dA):
        s, p = self.stride, self.padding
        Ho, Wo = dA.shape[2:]
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u in range(self.w.shape[2]):
            for v in range(self.w.shape[3]):
                rows, cols = slice(u, u + s * Ho, s), slice(v, v + s * Wo, s)
                dw[:, :, u, v] = np.tensordot(dA, self.P[:, :, rows, cols], axes=([0, 2, 3], [0, 2, 3]))
                dP[:, :, rows, cols] += np.tensordot(self.w[:, :, u, v], dA, axes=(0, 1)).swapaxes(0, 1)
        H, W = self.X.shape[2:]
        return dP[:, :, p:p + H, p:p + W], dw, dA.sum(axis=(0, 2, 3), dtype=float)
