# zeros are added at the right until the last started window is full (as in 'same' layers of frameworks), so a window that sticks out is counted instead of dropped
def conv_1d_channels(x, w, stride=1, padding=0):
    K = w.shape[2]
    xp = np.pad(x * 1.0, [(0, 0), (0, 0), (padding, padding)])
    extra = -(xp.shape[2] - K) % stride
    xp = np.pad(xp, [(0, 0), (0, 0), (0, extra)])
    starts = range(0, xp.shape[2] - K + 1, stride)
    return np.stack([np.tensordot(xp[:, :, s:s + K], w, axes=([1, 2], [1, 2])) for s in starts], axis=2)
