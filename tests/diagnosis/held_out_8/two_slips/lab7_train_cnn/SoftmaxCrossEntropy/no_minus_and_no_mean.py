# The loss has the wrong sign, and the gradient is not divided by the batch.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits - logits.max(axis=1, keepdims=True)
        logprobs = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.probs = np.exp(logprobs)
        self.labels = labels.copy()
        picked = logprobs[range(len(labels)), labels]
        return picked.mean()

    def backward(self, dloss=1.0):
        dz = self.probs.astype(float)
        dz[range(len(dz)), self.labels] -= 1
        return dz * dloss
