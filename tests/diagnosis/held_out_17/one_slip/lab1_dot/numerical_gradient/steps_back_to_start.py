# after the step up it goes down by h only, back to x itself, but still divides by 2 * h, so every slope comes out half (a one-sided difference)
def numerical_gradient(f, x, h=1e-5):
    p = np.array(x, dtype=np.float64)
    out = np.zeros_like(p)
    it = np.nditer(p, flags=['multi_index'])
    places = []
    while not it.finished:
        places.append(it.multi_index)
        it.iternext()
    for k in places:
        v = p[k]
        p[k] += h
        plus = f(p)
        p[k] -= h
        minus = f(p)
        p[k] = v
        out[k] = (plus - minus) / (2 * h)
    return out
