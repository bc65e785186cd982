"""Idea: Each window that reaches the maximum gets the gradient.
Hint: Two windows, one z: if both get the whole gradient, how much leaves, and how much came in?
Family: special values
Fails: test_ConvBlockBatch_ties
"""


class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = w.shape[1]
        z = np.zeros((len(x), len(w)), dtype=np.result_type(x, w))
        self.winners = {}
        for b, m in np.ndindex(*z.shape):
            a = [np.vdot(x[b, i : i + K], w[m]) for i in range(x.shape[1] - K + 1)]
            self.winners[b, m] = np.flatnonzero(np.array(a) == max(a))
            z[b, m] = max(max(a), 0)
        self.live = z > 0
        return z

    def backward(self, dz):
        dz = np.where(self.live, dz, 0).astype(np.float64)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for (b, m), winners in self.winners.items():
            for i in winners:
                j = i + self.w.shape[1]
                dx[b, i:j] += dz[b, m] * self.w[m]
                dw[m] += dz[b, m] * self.x[b, i:j]
        return dx, dw
