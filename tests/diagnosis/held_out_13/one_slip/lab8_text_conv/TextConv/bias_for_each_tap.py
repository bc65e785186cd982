# The bias is added once for each word of the window, inside the loop over taps.
class TextConv(Layer):
    def forward(self, x, w, b):
        if np.ndim(x) != 3 or np.ndim(w) != 3 or np.shape(x)[1] != np.shape(w)[1]:
            raise ValueError(f"Expected (N, C, T) and (O, C, K), got {np.shape(x)}, {np.shape(w)}.")
        if np.shape(w)[2] > np.shape(x)[2] or np.shape(b) != np.shape(w)[:1]:
            raise ValueError(
                f"Expected K <= T and b of shape (O,), got x {np.shape(x)}, w {np.shape(w)} and b "
                f"{np.shape(b)}."
            )
        self.x, self.w = x, w
        N, C, T = x.shape
        O, _, K = w.shape
        out = np.zeros((N, O, T - K + 1))
        for k in range(K):
            out += np.einsum("nct,oc->not", x[:, :, k : k + T - K + 1], w[:, :, k])
            out += b[None, :, None]
        return out

    def backward(self, da):
        T, K = self.x.shape[2], self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k : k + T - K + 1] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            dw[:, :, k] = np.einsum("not,nct->oc", da, self.x[:, :, k : k + T - K + 1])
        return dx, dw, np.sum(da, axis=(0, 2), dtype=float)
