"use strict";
// Draw a digit, and a network reads it: every layer's maps, and what each number was made of.

class NetworkView {
  // data: {steps: [{kind, name, w, b, stride, padding, size}, ...], digits, title}; kind is "conv",
  // "relu", "pool", "flatten", "dense" or "other". `forward(image)` gives each step's output, or a
  // promise of them; without it the steps are computed here.
  constructor(root, data, forward) {
    this.root = root;
    this.steps = data.steps.map(step => ({...step,
      w: step.w && Numbers.decode(step.w), b: step.b && Numbers.decode(step.b)}));
    this.digits = Numbers.decode(data.digits, 255);
    this.forward = forward || (image => this.compute(image));
    this.mode = "draw";
    this.at = null;  // {layer, map, row, column}
    this.build(data.title || "Draw a digit, and the network reads it");
    this.digitChoice.select.value = data.digit || 0;
    this.setDigit(data.digit || 0);
  }

  compute(image) {
    const outputs = [];
    let x = image;
    for (const {kind, w, b, stride, padding, size} of this.steps) {
      if (kind === "conv") x = Numbers.conv(x, w, b, stride, padding);
      else if (kind === "relu") x = Numbers.relu(x);
      else if (kind === "pool") x = Numbers.maxPool(x, size, stride);
      else if (kind === "flatten") x = {shape: [x.values.length], values: x.values};
      else if (kind === "dense") x = Numbers.dense(x, w, b);
      outputs.push(x);
    }
    return outputs;
  }

  setDigit(n) {
    const [, count] = this.digits.shape, i = Math.min(Number(this.which.range.value), count - 1);
    this.image = {shape: [1, 28, 28], values: this.digits.values.slice((n * count + i) * 784, (n * count + i + 1) * 784)};
    this.read();
  }

  // One question at a time: what is drawn meanwhile is asked when the answer is there.
  async read() {
    if (this.reading) { this.again = true; return; }
    this.reading = true;
    do {
      this.again = false;
      const image = {shape: this.image.shape, values: Float64Array.from(Float32Array.from(this.image.values))};
      const asked = performance.now();
      const outputs = await this.forward(image);
      if (outputs) {
        this.shown = image;
        this.outputs = outputs;
        this.milliseconds = performance.now() - asked;
        this.draw();
      }
    } while (this.again);
    this.reading = false;
  }

  input(layer) { return layer > 0 ? this.outputs[layer - 1] : this.shown; }

  build(title) {
    const make = View.make, button = (words, action) => make("button", {type: "button", onclick: action}, words);
    this.canvas = make("canvas", {width: 252, height: 252, tabIndex: 0, role: "img", "aria-label": "the digit: draw here"});
    for (const type of ["pointerdown", "pointermove"]) this.canvas.addEventListener(type, event => this.sketch(event));
    this.canvas.addEventListener("pointerup", () => { this.trail = null; });
    this.modeChoice = View.choice("pointer", [["draw", "draws"], ["erase", "erases"], ["point", "looks"]], mode => { this.mode = mode; });
    const clear = button("Clear", () => { this.image = Numbers.zeros(1, 28, 28); this.read(); });
    this.digitChoice = View.choice("digit", Array.from({length: 10}, (_, n) => [n, String(n)]), n => this.setDigit(Number(n)));
    this.which = View.slider("which", () => this.setDigit(Number(this.digitChoice.select.value)));
    this.which.set(0, this.digits.shape[1] - 1);
    this.layerChoice = View.choice("layer", this.steps.map(({name}, n) => [n, `${n + 1} · ${name}`]), n => this.look(Number(n), 0, 0, 0));
    this.map = View.slider("map", map => this.look(this.at.layer, map, this.at.row, this.at.column));
    this.row = View.slider("row", row => this.look(this.at.layer, this.at.map, row, this.at.column));
    this.column = View.slider("column", column => this.look(this.at.layer, this.at.map, this.at.row, column));
    this.layers = this.steps.map(({name}, layer) => {
      const caption = make("figcaption", {}, name), maps = make("div", {className: "maps"});
      return {figure: make("figure", {className: "layer"}, caption, maps), caption, maps, canvases: []};
    });
    this.bars = make("div", {className: "bars", role: "group", "aria-label": "what the network believes"});
    this.detail = make("section", {className: "detail", "aria-label": "what the number was made of"});
    this.heard = View.speaker();
    this.root.append(
      make("h2", {}, title),
      make("div", {className: "row"}, this.digitChoice, this.which, this.modeChoice, clear),
      make("div", {className: "layers"},
        make("figure", {className: "layer"}, make("figcaption", {}, "digit, 28 × 28"), this.canvas), ...this.layers.map(({figure}) => figure),
        make("figure", {className: "layer"}, make("figcaption", {}, "what it believes"), this.bars)),
      make("p", {className: "hint"}, "Point at any map: below stand the numbers that made its pixel. Or choose it:"),
      make("div", {className: "row"}, this.layerChoice, this.map, this.row, this.column),
      this.detail, this.heard);
  }

  sketch(event) {
    const down = event.type === "pointerdown";
    if (down) this.canvas.setPointerCapture(event.pointerId);
    if (this.mode === "point" || (!down && !(this.trail && this.canvas.hasPointerCapture(event.pointerId)))) return;
    const point = View.place(event, this.canvas, [28, 28]);
    if (down) this.image = {shape: [1, 28, 28], values: this.image.values.slice()};
    View.stroke(this.image, down ? [point] : [this.trail, point], this.mode === "draw" ? 1 : 0);
    this.trail = point;
    View.show(this.canvas, View.paint(this.image, [0, 1]));
    this.read();
  }

  draw() {
    this.painted = this.outputs.map((out, layer) => this.paint(out, layer));
    this.outputs.forEach((out, layer) => this.place(out, layer));
    const last = this.outputs[this.outputs.length - 1].values;
    this.p = Numbers.softmax(last);
    const best = this.p.indexOf(Math.max(...this.p));
    this.bars.replaceChildren(...this.p.flatMap((p, n) => {
      const bar = View.make("div", {className: "bar"});
      bar.style.width = `${Math.round(120 * p)}px`;
      return [View.make(n === best ? "strong" : "span", {}, String(n)), bar, View.make("span", {}, `${(100 * p).toFixed(1)} %`)];
    }));
    if (!this.at) this.at = {layer: 0, map: 0, row: 0, column: 0, ...this.brightest(0, 0)};
    this.look(this.at.layer, this.at.map, this.at.row, this.at.column, false);
    this.heard.say(`It reads a ${best}, ${Math.round(100 * this.p[best])} per cent.`);
  }

  brightest(layer, map) {
    const {shape: [, H, W], values} = this.outputs[layer];
    let n = 0;
    for (let i = 0; i < H * W; i++) if (values[map * H * W + i] > values[map * H * W + n]) n = i;
    return {row: Math.floor(n / W), column: n % W};
  }

  // One picture for each map; all maps of a layer share one scale. A vector is one line.
  paint(out, layer) {
    const limits = Numbers.limits(out.values), three = out.shape.length === 3;
    const [C, H, W] = three ? out.shape : [1, 1, out.values.length];
    this.layers[layer].caption.textContent = `${this.steps[layer].name} → ${out.shape.join(" × ")}; ` +
      `${Numbers.text(limits[0], 2)} black, ${Numbers.text(limits[1], 2)} white`;
    return Array.from({length: C}, (_, c) =>
      View.paint({shape: [1, H, W], values: out.values.subarray(c * H * W, (c + 1) * H * W)}, limits));
  }

  place(out, layer) {
    const {maps, canvases} = this.layers[layer], painted = this.painted[layer], three = out.shape.length === 3;
    if (canvases.length !== painted.length) {
      canvases.splice(0, canvases.length, ...painted.map((_, map) => {
        const canvas = View.make("canvas", {role: "img", "aria-label": `${this.steps[layer].name}, map ${map}`});
        const go = event => {
          const [H, W] = this.shape(layer), [r, c] = View.place(event, canvas, [H, W]);
          this.look(layer, map, Math.floor(r), Math.floor(c));
        };
        canvas.addEventListener("pointermove", go);
        canvas.addEventListener("pointerdown", go);
        return canvas;
      }));
      maps.replaceChildren(...canvases);
      // The words under a layer are no wider than its maps.
      this.layers[layer].caption.style.maxWidth = "250px";
      maps.style.gridTemplateColumns = `repeat(${painted.length > 8 ? 4 : Math.min(4, painted.length)}, auto)`;
    }
    const scale = three ? Math.max(2, Math.floor(60 / Math.max(...out.shape.slice(1)))) : 0;
    painted.forEach((picture, map) => {
      const canvas = canvases[map];
      canvas.width = three ? picture.width * scale : 240;
      canvas.height = three ? picture.height * scale : 16;
    });
  }

  shape(layer) {
    const {shape} = this.outputs[layer];
    return shape.length === 3 ? shape.slice(1) : [1, shape[0]];
  }

  look(layer, map, row, column, aloud = true) {
    const [H, W] = this.shape(layer), maps = this.painted[layer].length;
    const clamp = (v, n) => Math.min(Math.max(0, v), n - 1);
    this.at = {layer, map: clamp(map, maps), row: clamp(row, H), column: clamp(column, W)};
    this.layerChoice.select.value = layer;
    this.map.set(this.at.map, maps - 1);
    this.row.set(this.at.row, H - 1);
    this.column.set(this.at.column, W - 1);
    View.show(this.canvas, View.paint(this.shown, [0, 1]));
    this.layers.forEach(({canvases}, n) => canvases.forEach((canvas, m) => View.show(canvas, this.painted[n][m])));
    this.trace();
    this.explain();
    if (aloud) this.heard.say(this.words);
  }

  // Which part of each earlier layer, and of the digit, the number was made of.
  trace() {
    let {layer, row, column} = this.at, box = [row, column, 1, 1];
    const {map} = this.at;
    View.frame(this.layers[layer].canvases[map], this.shape(layer), ...box);
    let only = map;  // the map that it comes from, or all
    for (; layer >= 0; layer--) {
      const {kind, w, stride, padding = 0, size} = this.steps[layer], before = this.input(layer);
      const [H, W] = before.shape.length === 3 ? before.shape.slice(1) : [1, before.shape[0]];
      if (kind === "conv" || kind === "pool") {
        const [KH, KW] = kind === "conv" ? w.shape.slice(2) : [size, size];
        box = [box[0] * stride - padding, box[1] * stride - padding, (box[2] - 1) * stride + KH, (box[3] - 1) * stride + KW];
        if (kind === "conv") only = null;
      } else if (kind === "flatten") {
        if (before.shape.length !== 3 || box[3] !== 1) { box = [0, 0, H, W]; only = null; }
        else { only = Math.floor(box[1] / (H * W)); box = [Math.floor(box[1] % (H * W) / W), box[1] % W, 1, 1]; }
      } else if (kind !== "relu") { box = [0, 0, H, W]; only = null; }
      const targets = layer > 0 ? this.layers[layer - 1].canvases : [this.canvas];
      targets.forEach((canvas, m) => { if (only === null || only === m || layer === 0) View.frame(canvas, [H, W], ...box); });
    }
  }

  explain() {
    const {layer, map, row, column} = this.at, {kind, w, b, stride, padding = 0, size, name} = this.steps[layer];
    const out = this.outputs[layer], [H, W] = this.shape(layer), before = this.input(layer);
    const value = out.values[(map * H + row) * W + column], text = v => Numbers.text(v), make = View.make;
    const where = out.shape.length === 3 ? `map ${map}, row ${row}, column ${column}` : `number ${column}`;
    const parts = make("div", {className: "parts"});
    let words = `${name}, ${where}: ${text(value)}.`, made = value;
    if (kind === "conv") {
      const [, C, KH, KW] = w.shape, x = padding ? Numbers.pad(before, padding) : before;
      const greys = View.greys(...Numbers.limits(before.values)), most = Math.max(...w.values.map(Math.abs));
      made = b.values[map];
      const sums = [];
      let strongest = null;
      for (let c = 0; c < C; c++) {
        const window = Numbers.window(x, c, row * stride, column * stride, KH, KW);
        const filter = window.map((line, u) => line.map((_, v) => w.values[((map * C + c) * KH + u) * KW + v]));
        const sum = window.reduce((total, line, u) => total + line.reduce((a, v, n) => a + v * filter[u][n], 0), 0);
        made += sum;
        sums.push(sum);
        if (!strongest || Math.abs(sum) > Math.abs(strongest.sum)) strongest = {c, window, filter, sum};
      }
      const from = C > 1 ? ` of map ${strongest.c}, which adds most` : "", signed = v => View.signed(v, most);
      const products = strongest.window.map((line, u) => line.map((v, n) => v * strongest.filter[u][n]));
      parts.append(View.table(`window${from}`, strongest.window, greys), make("span", {className: "sign"}, "×"),
        View.table("filter", strongest.filter, signed), make("span", {className: "sign"}, "="),
        View.table(`products, sum ${text(strongest.sum)}`, products, signed));
      words += ` ${sums.map(text).join(" + ").replaceAll("+ −", "− ")} + bias ${text(b.values[map])} = ${text(made)}`.replaceAll("+ bias −", "− bias ");
    } else if (kind === "relu") {
      const x = before.values[(map * H + row) * W + column];
      made = Math.max(0, x);
      words += ` The larger of 0 and ${text(x)}.`;
    } else if (kind === "pool") {
      const window = Numbers.window(before, map, row * stride, column * stride, size, size);
      made = Math.max(...window.flat());
      parts.append(View.table("window; the largest is framed", window, View.greys(...Numbers.limits(before.values)), (i, j) => window[i][j] === made));
    } else if (kind === "flatten" && before.shape.length === 3) {
      const [, h, v] = before.shape;
      words += ` It was map ${Math.floor(column / (h * v))}, row ${Math.floor(column % (h * v) / v)}, column ${column % v}.`;
    } else if (kind === "dense") {
      const [D, K] = w.shape, products = Array.from({length: D}, (_, d) => [before.values[d] * w.values[d * K + column], d]);
      made = b.values[column] + products.reduce((a, [v]) => a + v, 0);
      const top = products.sort(([a], [c]) => Math.abs(c) - Math.abs(a)).slice(0, 8);
      words += ` The sum of ${D} products and the bias ${text(b.values[column])}; the largest: ` +
        top.map(([v, d]) => `${text(before.values[d])} × ${text(w.values[d * K + column])} = ${text(v)} (number ${d})`).join(", ") + ".";
    }
    this.value = value;
    this.made = made;
    if (Math.abs(made - value) > 1e-4 * (1 + Math.abs(value)))
      words += ` But the layer says ${text(value)}, and these numbers give ${text(made)}: does it compute what its name says?`;
    this.words = words;
    this.detail.replaceChildren(make("p", {}, words), parts);
  }
}
