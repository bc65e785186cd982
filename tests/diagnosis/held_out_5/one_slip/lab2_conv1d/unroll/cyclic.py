# wrong: np.roll: past the right end the row starts again at the left
def unroll(x, k):
    return np.stack([np.roll(x, -t)[:k] if k <= len(x) else np.resize(np.roll(x, -t), k)
                     for t in range(len(x))])
