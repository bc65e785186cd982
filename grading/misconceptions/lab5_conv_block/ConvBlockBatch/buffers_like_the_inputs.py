"""Idea: dx and dw get the dtypes of x and w.
Hint: What if x holds integers? zeros_like takes the dtype as well.
Family: number types
Fails: test_ConvBlockBatch_kinds
"""


class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = w.shape[1]
        z = np.zeros((len(x), len(w)), dtype=np.result_type(x, w))
        self.best = np.zeros(z.shape, dtype=int)
        for b, m in np.ndindex(*z.shape):
            a = [np.vdot(x[b, i : i + K], w[m]) for i in range(x.shape[1] - K + 1)]
            self.best[b, m] = np.argmax(a)
            z[b, m] = max(max(a), 0)
        self.live = z > 0
        return z

    def backward(self, dz):
        dx, dw = np.zeros_like(self.x), np.zeros_like(self.w)
        for b, m, k in np.ndindex(*dz.shape, self.w.shape[1]):
            if self.live[b, m]:
                i = self.best[b, m] + k
                dx[b, i] += dz[b, m] * self.w[m, k]
                dw[m, k] += dz[b, m] * self.x[b, i]
        return dx, dw
