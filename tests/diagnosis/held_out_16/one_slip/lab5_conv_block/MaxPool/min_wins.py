# on the way back the winner is order[0] of np.argsort, which is the smallest entry, not the largest
class MaxPool(Layer):
    def forward(self, h):
        self.order = np.argsort(h)
        return h[self.order[-1]]

    def backward(self, dz):
        dh = np.zeros(len(self.order))
        dh[self.order[0]] = dz
        return dh
