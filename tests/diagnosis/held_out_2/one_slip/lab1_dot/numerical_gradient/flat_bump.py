# wrong: bumps a flat view, which for a transposed array is a copy: ravel
def numerical_gradient(f, x, h=1e-5):
    x = x.astype(float)
    flat = x.ravel()
    grads = np.zeros(flat.size)
    for i in range(flat.size):
        keep = flat[i]
        flat[i] = keep + h
        plus = f(x)
        flat[i] = keep - h
        minus = f(x)
        flat[i] = keep
        grads[i] = (plus - minus) / (2 * h)
    return grads.reshape(x.shape)
