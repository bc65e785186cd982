# right
# np.logaddexp.reduce
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        L = np.array(logits, dtype=float)
        self.logp = L - np.logaddexp.reduce(L, axis=1)[:, None]
        self.hot = np.eye(L.shape[1])[labels]
        return -(self.logp * self.hot).sum() / len(L)

    def backward(self, dloss=1.0):
        return (np.exp(self.logp) - self.hot) * (dloss / len(self.hot))
