# nnfs' loss: the probabilities are clipped to 1e-7 ... 1 - 1e-7 before the logarithm, so no loss is above 16.1 (or below 1e-7); the gradient is right
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        exp_values = np.exp(logits - np.max(logits, axis=1, keepdims=True))
        self.output = exp_values / np.sum(exp_values, axis=1, keepdims=True)
        self.y_true = labels
        samples = len(logits)
        y_pred_clipped = np.clip(self.output, 1e-7, 1 - 1e-7)
        correct_confidences = y_pred_clipped[range(samples), labels]
        negative_log_likelihoods = -np.log(correct_confidences)
        return np.mean(negative_log_likelihoods)

    def backward(self, dloss=1.0):
        samples = len(self.y_true)
        dinputs = self.output.astype(np.float64)
        dinputs[range(samples), self.y_true] -= 1
        return dinputs / samples * dloss
