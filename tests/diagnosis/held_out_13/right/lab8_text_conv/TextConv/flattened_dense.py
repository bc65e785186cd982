# right: one dense layer over windows, unrolled with a fancy index, and np.add.at on the way back.
class TextConv(Layer):
    def forward(self, x, w, b):
        if np.ndim(x) != 3 or np.ndim(w) != 3 or np.shape(x)[1] != np.shape(w)[1]:
            raise ValueError(f"Expected (N, C, T) and (O, C, K), got {np.shape(x)}, {np.shape(w)}.")
        if np.shape(w)[2] > np.shape(x)[2] or np.shape(b) != np.shape(w)[:1]:
            raise ValueError(
                f"Expected K <= T and b of shape (O,), got x {np.shape(x)}, w {np.shape(w)} and b "
                f"{np.shape(b)}."
            )
        N, C, T = x.shape
        K = w.shape[2]
        self.index = np.arange(T - K + 1)[:, None] + np.arange(K)
        self.U = x[:, :, self.index].transpose(0, 2, 1, 3).reshape(N, T - K + 1, C * K)
        self.w, self.shape = w, x.shape
        return np.swapaxes(self.U @ w.reshape(len(w), -1).T + b, 1, 2).copy()

    def backward(self, da):
        g = np.array(da, dtype=np.float64).swapaxes(1, 2)
        O, C, K = self.w.shape
        dU = (g @ self.w.reshape(O, -1)).reshape(*g.shape[:2], C, K)
        dx = np.zeros(self.shape)
        np.add.at(dx, (slice(None), slice(None), self.index), dU.transpose(0, 2, 1, 3))
        dw = np.einsum("npo,npf->of", g, self.U).reshape(self.w.shape)
        return dx, dw, g.sum(axis=(0, 1))
