# wrong: softmax over the rows of the batch: axis 0
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = np.asarray(logits, dtype=float)
        e = np.exp(z - z.max())
        self.p = e / e.sum(axis=0)
        self.labels = labels
        return -np.mean([np.log(self.p[i, labels[i]] + 0.0) for i in range(len(labels))])

    def backward(self, dloss=1.0):
        g = self.p.copy()
        for i, l in enumerate(self.labels):
            g[i, l] -= 1
        return g * dloss / len(g)
