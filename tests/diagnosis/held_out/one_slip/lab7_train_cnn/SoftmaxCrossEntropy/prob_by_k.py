# wrong: divided by K (classes), not N
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits.astype(float)
        z = z - z.max(axis=1).reshape(-1, 1)
        e = np.exp(z)
        self.p = e / e.sum(axis=1).reshape(-1, 1)
        self.labels = labels
        losses = []
        for n in range(len(labels)):
            losses.append(np.log(e[n].sum()) - z[n, labels[n]])
        return sum(losses) / len(losses)

    def backward(self, dloss=1.0):
        grad = self.p.copy()
        for n in range(len(self.labels)):
            grad[n, self.labels[n]] -= 1
        return grad * dloss / grad.shape[1]
