# makemore's manual backprop loop with its last line outside the inner loop: only the last place of each sentence hands its gradient to its word, all other places nothing
class Embedding(Layer):
    def forward(self, Xb, C):
        self.Xb, self.C = Xb, C
        emb = C[Xb]  # embed the characters into vectors
        return emb

    def backward(self, demb):
        dC = np.zeros(self.C.shape)
        for k in range(self.Xb.shape[0]):
            for j in range(self.Xb.shape[1]):
                ix = self.Xb[k, j]
            dC[ix] += demb[k, j]
        return dC
