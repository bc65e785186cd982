# the largest logit of each row is taken off in place, so the caller's logits are changed
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.y = np.asarray(labels)
        self.N = len(self.y)
        for row in logits:
            row -= row.max()
        e = np.exp(logits, dtype=np.float64)
        self.p = e / e.sum(axis=1)[:, None]
        picked = logits[np.arange(self.N), self.y]
        return np.mean(np.log(e.sum(axis=1)) - picked)

    def backward(self, dloss=1.0):
        d = self.p.copy()
        for n in range(self.N):
            d[n, self.y[n]] -= 1.0
        return d * (float(dloss) / self.N)
