# wrong: the log without minus: negative loss
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits.astype(float)
        z = z - z.max(axis=1).reshape(-1, 1)
        e = np.exp(z)
        self.p = e / e.sum(axis=1).reshape(-1, 1)
        self.labels = labels
        losses = []
        for n in range(len(labels)):
            losses.append(z[n, labels[n]] - np.log(e[n].sum()))
        return sum(losses) / len(losses)

    def backward(self, dloss=1.0):
        grad = self.p.copy()
        for n in range(len(self.labels)):
            grad[n, self.labels[n]] -= 1
        return grad * dloss / len(self.labels)
