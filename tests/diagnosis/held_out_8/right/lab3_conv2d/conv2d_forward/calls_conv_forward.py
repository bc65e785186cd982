# right
# the one-channel function for each channel, then every stride-th
def conv2d_forward(X, w, b, stride=1, padding=0):
    frame = [(0, 0)] * 2 + [(padding, padding)] * 2
    Xp = np.pad(X, frame)
    images = []
    for image in Xp:
        maps = []
        for filt, bias in zip(w, b):
            full = sum(conv_forward(x, f) for x, f in zip(image, filt))
            maps.append(full[::stride, ::stride] + bias)
        images.append(maps)
    return np.array(images)
