# Deep Learning from Scratch: steps in x itself, so an int x swallows the step and a float32 x rounds it, and zeros_like(x) gives the gradient x's dtype; h, the formula and putting back are right
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros_like(x)

    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        idx = it.multi_index
        tmp_val = x[idx]
        x[idx] = float(tmp_val) + h
        fxh1 = f(x)  # f(x+h)

        x[idx] = tmp_val - h
        fxh2 = f(x)  # f(x-h)
        grad[idx] = (fxh1 - fxh2) / (2 * h)

        x[idx] = tmp_val
        it.iternext()
    return grad
