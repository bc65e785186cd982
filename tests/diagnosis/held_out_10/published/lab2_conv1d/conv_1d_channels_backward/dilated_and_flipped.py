# dout is dilated and fully correlated; what the stride left over is filled in at the left.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    n_ex, in_ch, l_in = x.shape
    out_ch, _, fr = w.shape
    l_out = (l_in - fr + 2 * padding) // stride + 1
    dLdy = np.ones((n_ex, out_ch, l_out)) if dout is None else dout
    dilated = np.zeros((n_ex, out_ch, (l_out - 1) * stride + 1))
    dilated[:, :, ::stride] = dLdy
    x_pad = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dw = np.zeros(w.shape)
    for i in range(fr):
        dw[:, :, i] = np.einsum("nol,ncl->oc", dilated, x_pad[:, :, i:i + dilated.shape[2]])
    full = np.pad(dilated, ((0, 0), (0, 0), (fr - 1, fr - 1)))
    flipped = w[:, :, ::-1]
    dx = np.stack(
        [np.einsum("nok,ock->nc", full[:, :, i:i + fr], flipped)
         for i in range(dilated.shape[2] + fr - 1)], axis=2)
    missing = l_in + 2 * padding - dx.shape[2]
    dx = np.pad(dx, ((0, 0), (0, 0), (missing, 0)))
    return {"x": dx[:, :, padding:padding + l_in].copy(), "w": dw}
