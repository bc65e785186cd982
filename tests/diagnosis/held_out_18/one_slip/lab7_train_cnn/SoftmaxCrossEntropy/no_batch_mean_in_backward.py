# the gradient is not divided by the batch size although the loss is a mean
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = np.asarray(logits, dtype=np.float64)
        z = z - z.max(axis=1).reshape(-1, 1)
        logsum = np.log(np.exp(z).sum(axis=1))
        self.p = np.exp(z - logsum[:, None])
        self.labels = np.asarray(labels).astype(int)
        losses = [logsum[i] - z[i, y] for i, y in enumerate(self.labels)]
        return sum(losses) / len(losses)
    def backward(self, dloss=1.0):
        g = self.p.copy()
        for i, y in enumerate(self.labels):
            g[i, y] -= 1
        return g * dloss
