# the upstream gradient is divided by the number of winners with //, so it is rounded down, for a lone winner too
class MaxPool(Layer):
    def forward(self, h):
        best = h[0]
        for v in h:
            if v > best:
                best = v
        self.places = [i for i, v in enumerate(h) if v == best]
        self.length = len(h)
        return best

    def backward(self, dz):
        dh = np.zeros(self.length)
        for i in self.places:
            dh[i] = dz // len(self.places)
        return dh
