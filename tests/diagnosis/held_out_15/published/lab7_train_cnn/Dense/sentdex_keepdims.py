# The gradient of the biases is summed with keepdims=True, as for biases of shape (1, K), so db is (1, K) in place of (K,).
class Dense(Layer):
    def forward(self, inputs, weights, biases):
        self.inputs = inputs
        self.weights = weights
        self.output = np.dot(inputs, weights) + biases
        return self.output.copy()

    def backward(self, dvalues):
        dvalues = dvalues.astype(np.float64)
        dweights = np.dot(self.inputs.T, dvalues)
        dbiases = np.sum(dvalues, axis=0, keepdims=True)
        dinputs = np.dot(dvalues, self.weights.T)
        return dinputs, dweights, dbiases
