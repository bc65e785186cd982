# rolls the whole image for each weight and keeps the corner that no wrapped pixel reaches
def conv_forward(X, w):
    keep = np.s_[:X.shape[0] - w.shape[0] + 1, :X.shape[1] - w.shape[1] + 1]
    return sum(w[u, v] * np.roll(X, (-u, -v), (0, 1))[keep] for u, v in np.ndindex(w.shape))
