# wrong: the running maximum starts at 0: windows of negative numbers give 0
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, h):
        self.n = len(h)
        self.places = []
        z = []
        for t in range(0, self.n - self.size + 1, self.stride):
            best, place = 0, t
            for i in range(t, t + self.size):
                if h[i] > best:
                    best, place = h[i], i
            z.append(best)
            self.places.append(place)
        return np.array(z)

    def backward(self, dz):
        dh = np.zeros(self.n)
        np.add.at(dh, self.places, dz)
        return dh
