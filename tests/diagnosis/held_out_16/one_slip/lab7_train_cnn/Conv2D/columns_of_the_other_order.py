# the upstream gradient is brought to (O, N * H_out * W_out) by a reshape without moving the filter axis to the front, so with several images and filters dX and dw mix them up
class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def columns(self, X):
        p, s = self.padding, self.stride
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        win = np.lib.stride_tricks.sliding_window_view(P, self.k, axis=(2, 3))[:, :, ::s, ::s]
        self.padded, self.out = P.shape, win.shape[2:4]
        return win.transpose(1, 4, 5, 0, 2, 3).reshape(X.shape[1] * self.k[0] * self.k[1], -1)

    def forward(self, X, w, b):
        self.X, self.w, self.k = X, w, w.shape[2:]
        self.K = self.columns(X)
        A = w.reshape(len(w), -1) @ self.K + b[:, None]
        return A.reshape(len(w), len(X), *self.out).swapaxes(0, 1).copy()

    def backward(self, dA):
        O, N = len(self.w), len(self.X)
        p, s = self.padding, self.stride
        d = dA.astype(float).reshape(O, -1)
        dw = (d @ self.K.T).reshape(self.w.shape)
        dK = (self.w.reshape(O, -1).T @ d).reshape(-1, *self.k, N, *self.out)
        dP = np.zeros(self.padded)
        for i in range(self.out[0]):
            for j in range(self.out[1]):
                window = dP[:, :, i * s : i * s + self.k[0], j * s : j * s + self.k[1]]
                window += dK[:, :, :, :, i, j].transpose(3, 0, 1, 2)
        H, W = self.X.shape[2:]
        return dP[:, :, p : p + H, p : p + W].copy(), dw, dA.sum(axis=(0, 2, 3), dtype=float)
