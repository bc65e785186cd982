# backward keeps only the entries where a > 0 (boolean indexing), the shape is lost
class ReLU(Layer):
    def forward(self, a):
        self.a = np.array(a)
        h = np.zeros_like(self.a)
        h[self.a > 0] = self.a[self.a > 0]
        return h

    def backward(self, dh):
        dh = np.array(dh, dtype=np.float64)
        return dh[self.a > 0]
