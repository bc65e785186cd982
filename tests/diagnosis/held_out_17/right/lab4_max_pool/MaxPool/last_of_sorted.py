# finds the winner with argsort (last in order); at ties one of them gets everything
class MaxPool(Layer):
    def forward(self, h):
        order = np.argsort(h, kind="stable")
        self.state = (int(order[-1]), len(h))
        return h[order[-1]].item()

    def backward(self, dz):
        i, n = self.state
        return float(dz) * np.eye(n)[i]
