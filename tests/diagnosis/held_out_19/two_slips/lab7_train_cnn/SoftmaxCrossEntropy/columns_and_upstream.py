# softmax runs down the columns (axis 0); dloss is not used
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits - logits.max(axis=0)
        self.p = np.exp(z) / np.exp(z).sum(axis=0)
        self.y = labels
        picked = self.p[np.arange(len(labels)), labels]
        return float(np.mean(-np.log(picked)))

    def backward(self, dloss=1.0):
        d = np.array(self.p, dtype=np.float64)
        d[np.arange(len(d)), self.y] -= 1.0
        return d / d.shape[0]
