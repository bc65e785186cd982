# wrong: db is the mean over the batch; dw is divided by N
class Dense(Layer):
    def forward(self, X, w, b):
        self.saved = X, w
        return np.dot(X, w) + b

    def backward(self, dA):
        X, w = self.saved
        N = len(X)
        return dA.dot(w.T), X.T.dot(dA) / N, dA.mean(axis=0)
