"""forward keeps a copy of its inputs, backward computes everything anew."""


class SoftmaxCrossEntropy(Layer):
    def _softmax(self):
        e = np.exp(self.logits - self.logits.max(axis=1)[:, None])
        return e / e.sum(axis=1)[:, None]

    def forward(self, logits, labels):
        self.logits, self.labels = np.array(logits, dtype=np.float64), np.array(labels)
        m = self.logits.max(axis=1)
        log_sums = m + np.log(np.exp(self.logits - m[:, None]).sum(axis=1))
        right = [self.logits[n, int(label)] for n, label in enumerate(self.labels)]
        return float(np.average(log_sums - right))

    def backward(self, dloss=1.0):
        p = self._softmax()
        for n, label in enumerate(self.labels):
            p[n, label] -= 1
        return np.divide(p * dloss, len(p), dtype=np.float64)
