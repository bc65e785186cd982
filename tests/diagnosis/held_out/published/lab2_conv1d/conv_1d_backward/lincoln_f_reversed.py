# wrong: param_grad comes out reversed
def conv_1d_backward(x, w, dout=None):
    output_grad = np.ones(x.shape) if dout is None else dout
    pl = w.shape[0]
    mid = pl // 2
    inp_pad = np.concatenate([np.zeros(mid), x, np.zeros(mid)])
    out_pad = np.concatenate([np.zeros(mid), output_grad, np.zeros(mid)])
    input_grad = np.zeros(x.shape)
    param_grad = np.zeros(w.shape)
    for o in range(x.shape[0]):
        for f in range(pl):
            input_grad[o] += out_pad[o + pl - f - 1] * w[f]
            param_grad[f] += inp_pad[o + pl - f - 1] * output_grad[o]
    return {"x": input_grad, "w": param_grad}
