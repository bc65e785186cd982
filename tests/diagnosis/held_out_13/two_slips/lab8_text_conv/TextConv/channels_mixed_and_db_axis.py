# dw adds up all channels of a window into one and gives it to each channel, and db sums over filters and places, one number for each sentence.
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
        a = np.empty((N, O, T - K + 1))
        for n in range(N):
            for o in range(O):
                for t in range(T - K + 1):
                    a[n, o, t] = np.vdot(x[n, :, t : t + K], w[o]) + b[o]
        return a

    def backward(self, da):
        K = self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for (n, o, t), g in np.ndenumerate(da):
            window = self.x[n, :, t : t + K]
            dx[n, :, t : t + K] += g * self.w[o]
            dw[o] += g * window.sum(axis=0)
        return dx, dw, da.sum(axis=(1, 2), dtype=float)
