# places are visited one after the other; a place takes over where it counts and is larger
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.P = a.shape[2]
        best, self.place = a[:, :, 0].copy(), np.zeros(a.shape[:2], dtype=int)
        for t in range(1, self.P):
            counts = True if lengths is None else (np.asarray(lengths) > t)[:, None]
            wins = (a[:, :, t] > best) & counts
            best = np.where(wins, a[:, :, t], best)
            self.place = np.where(wins, t, self.place)
        return best

    def backward(self, dz):
        layers = [np.where(self.place == t, dz, 0.0) for t in range(self.P)]
        return np.stack(layers, axis=2).astype(np.float64)
