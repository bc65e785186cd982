"""log(1 + sum of exp(a_k - a_y)), with the largest difference taken off."""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.labels = np.array(labels, dtype=int)
        a = np.asarray(logits, dtype=float)
        d = a - np.take_along_axis(a, self.labels[:, None], axis=1)
        top = d.max(axis=1)
        self.log_sum = top + np.log(np.exp(d - top[:, None]).sum(axis=1))
        self.differences = d
        return np.array(self.log_sum.mean())

    def backward(self, dloss=1.0):
        p = np.exp(self.differences - self.log_sum[:, None])
        np.put_along_axis(p, self.labels[:, None], 0.0, axis=1)
        rest = p.sum(axis=1, keepdims=True)
        np.put_along_axis(p, self.labels[:, None], -rest, axis=1)
        return p / len(p) * float(dloss)
