# Turns the filters round along the words in forward and in dx and dw alike, a true convolution.
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
        K, P = w.shape[2], x.shape[2] - w.shape[2] + 1
        a = 0
        for k in range(K):
            a = a + np.einsum("ncp,oc->nop", x[:, :, k : k + P], w[:, :, K - 1 - k])
        return a + b[:, None]

    def backward(self, da):
        da = da.astype(float)
        K, P = self.w.shape[2], da.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k : k + P] += np.einsum("nop,oc->ncp", da, self.w[:, :, K - 1 - k])
            dw[:, :, K - 1 - k] = np.einsum("nop,ncp->oc", da, self.x[:, :, k : k + P])
        return dx, dw, da.sum((0, 2))
