# wrong: the input gradient slides the filter forward over the padded output gradient, without turning it
def conv_1d_backward(x, w, dout=None):
    param_len = w.shape[0]
    param_mid = param_len // 2
    output_grad = np.ones_like(x, dtype=float) if dout is None else dout
    z = np.array([0.0])
    z = np.repeat(z, param_mid)
    input_pad = np.concatenate([z, x, z])
    output_pad = np.concatenate([z, output_grad, z])
    param_grad = np.zeros(param_len)
    input_grad = np.zeros(len(x))
    for o in range(x.shape[0]):
        for p in range(param_len):
            param_grad[p] += input_pad[o + p] * output_grad[o]
    for o in range(x.shape[0]):
        for f in range(param_len):
            input_grad[o] += output_pad[o + f] * w[f]
    return {"x": input_grad, "w": param_grad}
