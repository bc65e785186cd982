# dw is made anew for each sentence in the loop, so only the last sentence's share comes back.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        win = np.lib.stride_tricks.sliding_window_view(x, K, axis=2)
        return np.tensordot(win, w, axes=([1, 3], [1, 2])).transpose(0, 2, 1) + b[None, :, None]

    def backward(self, da):
        N, O, P = da.shape
        K = self.w.shape[2]
        dx = np.zeros(self.x.shape)
        db = np.zeros(O)
        for n in range(N):
            dw = np.zeros(self.w.shape)
            for o in range(O):
                for t in range(P):
                    dx[n, :, t:t + K] += da[n, o, t] * self.w[o]
                    dw[o] += da[n, o, t] * self.x[n, :, t:t + K]
                    db[o] += da[n, o, t]
        return dx, dw, db
