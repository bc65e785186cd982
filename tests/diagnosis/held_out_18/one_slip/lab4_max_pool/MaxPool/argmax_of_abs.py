# the entry of largest absolute value is taken as the winner, so a large negative entry wins
class MaxPool(Layer):
    def forward(self, h):
        self.n = h.size
        self.winner = 0
        for i in range(1, self.n):
            if abs(h[i]) > abs(h[self.winner]):
                self.winner = i
        return h[self.winner]
    def backward(self, dz):
        return np.array([float(dz) if i == self.winner else 0.0 for i in range(self.n)])
