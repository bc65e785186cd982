# PyImageSearch's convolve: the border pixels are replicated and every pixel gets a window around it, so the map is as large as the image instead of holding only the windows inside
def conv_forward(X, w):
    (iH, iW) = X.shape[:2]
    (kH, kW) = w.shape[:2]
    padH, padW = (kH - 1) // 2, (kW - 1) // 2
    image = np.pad(X, ((padH, kH - 1 - padH), (padW, kW - 1 - padW)), mode="edge")
    output = np.zeros((iH, iW), dtype="float64")
    for y in np.arange(0, iH):
        for x in np.arange(0, iW):
            roi = image[y : y + kH, x : x + kW]
            k = (roi * w).sum()
            output[y, x] = k
    return output
