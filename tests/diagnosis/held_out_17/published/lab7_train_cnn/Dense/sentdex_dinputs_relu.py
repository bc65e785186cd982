# sentdex's Layer_Dense with ReLU fused in: forward clips the output at 0, and backward uses the dense layer's formulas as if there were no clipping
class Dense(Layer):
    def forward(self, X, W, b):
        self.inputs, self.weights = X.astype(float), W.astype(float)
        self.output = np.dot(self.inputs, self.weights) + b
        return np.maximum(0, self.output)

    def backward(self, dA):
        dvalues = np.array(dA, dtype=float)
        self.dweights = np.dot(self.inputs.T, dvalues)
        self.dbiases = np.sum(dvalues, axis=0)
        self.dinputs = np.dot(dvalues, self.weights.T)
        return self.dinputs, self.dweights, self.dbiases
