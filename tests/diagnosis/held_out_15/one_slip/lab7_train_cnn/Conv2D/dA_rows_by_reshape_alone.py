# Backward makes the rows of the upstream gradient with dA.reshape(O, -1) without bringing O to the front, so with several images and filters they are mixed up.
def columns_of(X, kh, kw, s, p):
    P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
    V = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))[:, :, ::s, ::s]
    return V.transpose(1, 4, 5, 0, 2, 3).reshape(X.shape[1] * kh * kw, -1), V.shape[2:4]


class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        O, C, kh, kw = w.shape
        self.cols, (self.h, self.wd) = columns_of(X, kh, kw, self.stride, self.padding)
        self.X_shape, self.w = X.shape, w
        A = w.reshape(O, -1) @ self.cols + b[:, None]
        return A.reshape(O, len(X), self.h, self.wd).transpose(1, 0, 2, 3).copy()

    def backward(self, dA):
        s, p = self.stride, self.padding
        N, C, H, W = self.X_shape
        O, _, kh, kw = self.w.shape
        d = dA.astype(float).reshape(O, -1)
        dw = (d @ self.cols.T).reshape(self.w.shape)
        dK = (self.w.reshape(O, -1).T @ d).reshape(C, kh, kw, N, self.h, self.wd)
        dP = np.zeros((N, C, H + 2 * p, W + 2 * p))
        for u in range(kh):
            for v in range(kw):
                dP[:, :, u:u + s * self.h:s, v:v + s * self.wd:s] += dK[:, u, v].transpose(1, 0, 2, 3)
        db = dA.sum(axis=(0, 2, 3)).astype(float)
        return dP[:, :, p:p + H, p:p + W].copy(), dw, db
