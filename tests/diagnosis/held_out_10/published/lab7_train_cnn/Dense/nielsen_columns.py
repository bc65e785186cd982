# As in an online book activations are columns: the result is W^T times X^T, plus b as a column.
class Dense(Layer):
    def forward(self, a, w, b):
        self.a, self.w = a, w
        return np.dot(w.T, a.T) + b[:, np.newaxis]

    def backward(self, delta):
        if delta.shape[0] != self.w.shape[1]:
            delta = delta.T
        nabla_b = delta.sum(axis=1).astype(float)
        nabla_w = np.dot(delta, self.a).T.astype(float)
        return np.dot(self.w, delta).T.astype(float), nabla_w, nabla_b
