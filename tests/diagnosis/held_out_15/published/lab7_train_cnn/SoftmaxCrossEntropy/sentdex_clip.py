# Clips the probabilities to 1e-7 and 1 - 1e-7 before the logarithm, so no loss is above 16.1 and none is exactly right where it is near 0.
class SoftmaxCrossEntropy(Layer):
    def forward(self, inputs, y_true):
        exp_values = np.exp(inputs - np.max(inputs, axis=1, keepdims=True))
        self.output = exp_values / np.sum(exp_values, axis=1, keepdims=True)
        self.y_true = y_true
        samples = len(self.output)
        y_pred_clipped = np.clip(self.output, 1e-7, 1 - 1e-7)
        correct_confidences = y_pred_clipped[range(samples), y_true]
        negative_log_likelihoods = -np.log(correct_confidences)
        return np.mean(negative_log_likelihoods)

    def backward(self, dloss=1.0):
        samples = len(self.output)
        self.dinputs = self.output.astype(np.float64).copy()
        self.dinputs[range(samples), self.y_true] -= 1
        self.dinputs = self.dinputs / samples
        return dloss * self.dinputs
