# the list of winners is made in __init__ and never emptied: from the second forward on the winners of the first are used
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.places = []

    def forward(self, x):
        self.shape = x.shape
        n_out = (x.shape[0] - self.size) // self.stride + 1
        z = np.zeros(n_out)
        for t in range(n_out):
            lo = t * self.stride
            best = lo
            for i in range(lo + 1, lo + self.size):
                if x[i] > x[best]:
                    best = i
            self.places.append(best)
            z[t] = x[best]
        return z

    def backward(self, dz):
        dx = np.zeros(self.shape)
        for t in range(len(dz)):
            dx[self.places[t]] += dz[t]
        return dx
