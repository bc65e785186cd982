# right
# np.logaddexp.reduce
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits.astype(float)
        norm = np.logaddexp.reduce(z, axis=1)
        self.hot = labels[:, None] == np.arange(z.shape[1])
        self.prob = np.exp(z - norm[:, None])
        return (norm - z[self.hot]).mean()

    def backward(self, dloss=1.0):
        return (self.prob - self.hot) * (dloss / len(self.hot))
