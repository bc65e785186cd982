"use strict";
// What the layers compute, in doubles as NumPy does. An array is {shape: [C, H, W], values}.

const Numbers = {
  zeros(...shape) {
    return {shape, values: new Float64Array(shape.reduce((a, b) => a * b, 1))};
  },

  // What base64 says: bytes ("u1"), single ("f4") or double ("f8") numbers, little-endian.
  decode({shape, type, data}, scale = 1) {
    const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
    const view = {u1: Uint8Array, f4: Float32Array, f8: Float64Array}[type];
    return {shape, values: Float64Array.from(new view(bytes.buffer), v => v / scale)};
  },

  pad({shape: [C, H, W], values}, p) {
    const padded = Numbers.zeros(C, H + 2 * p, W + 2 * p);
    for (let c = 0; c < C; c++)
      for (let i = 0; i < H; i++)
        padded.values.set(values.subarray((c * H + i) * W, (c * H + i + 1) * W),
          (c * (H + 2 * p) + i + p) * (W + 2 * p) + p);
    return padded;
  },

  // Cross-correlation of x (C, H, W) with w (O, C, KH, KW): (O, H_out, W_out).
  conv(x, w, b = null, stride = 1, padding = 0) {
    const {shape: [C, H, W], values: X} = padding ? Numbers.pad(x, padding) : x;
    const [O, , KH, KW] = w.shape;
    const rows = Math.floor((H - KH) / stride) + 1, columns = Math.floor((W - KW) / stride) + 1;
    const out = Numbers.zeros(O, rows, columns);
    for (let o = 0; o < O; o++) {
      const map = out.values.subarray(o * rows * columns, (o + 1) * rows * columns);
      if (b) map.fill(b.values[o]);
      for (let c = 0; c < C; c++)
        for (let u = 0; u < KH; u++)
          for (let v = 0; v < KW; v++) {
            const weight = w.values[((o * C + c) * KH + u) * KW + v];
            if (weight === 0) continue;
            for (let i = 0, n = 0; i < rows; i++) {
              let at = (c * H + i * stride + u) * W + v;
              for (let j = 0; j < columns; j++, at += stride) map[n++] += weight * X[at];
            }
          }
    }
    return out;
  },

  relu({shape, values}) {
    return {shape, values: values.map(v => v > 0 ? v : 0)};
  },

  maxPool({shape: [C, H, W], values}, size, stride = size) {
    const rows = Math.floor((H - size) / stride) + 1, columns = Math.floor((W - size) / stride) + 1;
    const out = Numbers.zeros(C, rows, columns);
    let n = 0;
    for (let c = 0; c < C; c++)
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++) {
          let most = -Infinity;
          for (let u = 0; u < size; u++)
            for (let v = 0; v < size; v++)
              most = Math.max(most, values[(c * H + i * stride + u) * W + j * stride + v]);
          out.values[n++] = most;
        }
    return out;
  },

  // x (D,) with W (D, K) and b (K,): (K,).
  dense(x, W, b) {
    const [D, K] = W.shape, out = Float64Array.from(b.values);
    for (let d = 0; d < D; d++)
      for (let k = 0; k < K; k++) out[k] += x.values[d] * W.values[d * K + k];
    return {shape: [K], values: out};
  },

  softmax(values) {
    const most = Math.max(...values), e = Array.from(values, v => Math.exp(v - most));
    const total = e.reduce((a, b) => a + b, 0);
    return e.map(v => v / total);
  },

  limits(values) {
    let low = Infinity, high = -Infinity;
    for (const v of values) {
      if (v < low) low = v;
      if (v > high) high = v;
    }
    return [low, high];
  },

  // The window of channel c at row and column of the input: KH rows of KW numbers.
  window({shape: [, H, W], values}, c, row, column, KH, KW) {
    return Array.from({length: KH}, (_, u) =>
      Array.from(values.subarray((c * H + row + u) * W + column, (c * H + row + u) * W + column + KW)));
  },

  // As a person writes it: at most `digits` decimals, a minus sign, no minus zero.
  text(v, digits = 3) {
    if (!Number.isFinite(v)) return Number.isNaN(v) ? "nan" : v > 0 ? "∞" : "−∞";
    const size = Math.abs(v);
    const tiny = digits > 2 && size < 0.5 / 10 ** digits;  // in a cell of a table it is 0
    const words = size && (size >= 1e6 || tiny)
      ? size.toExponential(1).replace("e+", "e").replace(".0e", "e")
      : String(Number(size.toFixed(size >= 1000 ? 0 : digits)));
    return (v < 0 && Number(words) !== 0 ? "−" : "") + words;
  },
};
