# right
# both gradients from one stack, scaled once
def dot_backward(x, w, da=None):
    scale = 1.0 if da is None else float(da)
    both = np.stack([w, x]).astype(np.float64) * scale
    return {"x": both[0].copy(), "w": both[1].copy()}
