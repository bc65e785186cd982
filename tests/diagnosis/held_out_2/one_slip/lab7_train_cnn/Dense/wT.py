# wrong: dX multiplies by w, not by its transpose: raises unless square
class Dense(Layer):
    def forward(self, X, w, b):
        self.X, self.w = X, w
        return X @ w + b

    def backward(self, dA):
        dX = dA @ self.w
        dw = self.X.T @ dA
        return dX, dw, dA.sum(axis=0)
