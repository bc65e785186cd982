# "Neural networks from scratch" manner with dinputs, dweights, dbiases; dinputs is computed with inputs of one sample's bias included.
class Dense(Layer):
    def forward(self, inputs, weights, biases):
        self.inputs = inputs
        self.weights = weights
        self.output = np.dot(inputs, weights) + biases
        self.biases = biases
        return self.output.copy()

    def backward(self, dvalues):
        dvalues = dvalues.astype(float)
        self.dweights = np.dot(self.inputs.T, dvalues)
        self.dbiases = np.sum(dvalues, axis=0)
        self.dinputs = np.dot(dvalues + self.biases, self.weights.T)
        return self.dinputs, self.dweights, self.dbiases
