# nnfs' Layer_Dense: dbiases keeps its axis (keepdims=True), so db is (1, K) instead of (K,)
class Dense(Layer):
    def forward(self, X, W, b):
        self.inputs = X
        self.weights = W
        self.output = np.dot(X, W) + b
        return self.output.copy()

    def backward(self, dA):
        dvalues = dA.astype(np.float64)
        # Gradients on parameters
        self.dweights = np.dot(self.inputs.T, dvalues)
        self.dbiases = np.sum(dvalues, axis=0, keepdims=True)
        # Gradient on values
        self.dinputs = np.dot(dvalues, self.weights.T)
        return self.dinputs, self.dweights, self.dbiases
