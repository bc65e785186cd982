# wrong: backward changes what forward kept: the second call differs; backward does not divide by N
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
        grad = self.p
        for n in range(len(self.labels)):
            grad[n, self.labels[n]] -= 1
        return grad * dloss
