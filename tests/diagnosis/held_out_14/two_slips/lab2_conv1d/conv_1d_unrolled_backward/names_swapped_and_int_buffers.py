# dx is returned under 'w' and dw under 'x'; both are zeros_like their inputs, so they have the inputs' dtype
def conv_1d_unrolled_backward(x, w, dout=None):
    dx = np.zeros_like(x)
    dw = np.zeros_like(w)
    for t in range(len(x)):
        g = 1 if dout is None else dout[t]
        for j in range(len(w)):
            if t + j < len(x):
                dx[t + j] = dx[t + j] + g * w[j]
                dw[j] = dw[j] + g * x[t + j]
    return {'w': dx, 'x': dw}
