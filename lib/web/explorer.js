"use strict";
// Play with a filter, and see at once what it sees.

class Explorer {
  // data: {digits: {shape: [10, n, 28, 28], ...}, photo: {shape: [1, H, W], ...},
  //        own: {shape: [C, H, W], ...} or null, filter: {shape: [C, KH, KW], ...} or null}
  constructor(root, data) {
    this.root = root;
    this.digits = Numbers.decode(data.digits, 255);
    this.photo = Numbers.decode(data.photo, 255);
    this.own = data.own && Numbers.decode(data.own);
    this.given = data.filter && Numbers.decode(data.filter);
    this.stride = 1;
    this.padding = 0;
    this.relu = false;
    this.pool = 1;
    this.at = [0, 0];
    this.pinned = false;
    this.locked = null;
    this.channel = 0;
    this.mode = "point";
    this.build();
    this.setImage(this.own ? "own" : "digit 4");
    this.setFilter(this.given ? "given" : "vertical edges");
    this.at = this.best();
    this.draw();
  }

  // What can be chosen

  presets(k) {
    const grid = f => Array.from({length: k * k}, (_, n) => f(Math.floor(n / k), n % k));
    const m = k >> 1, smooth = k === 3 ? [1, 2, 1] : [1, 4, 6, 4, 1];
    const slope = k === 3 ? [1, 0, -1] : [1, 2, 0, -2, -1], total = smooth.reduce((a, b) => a + b) ** 2;
    const middle = (i, j) => i === m && j === m ? 1 : 0;
    return {
      "identity": grid(middle),
      "box blur": grid(() => 1 / k ** 2),
      "Gaussian blur": grid((i, j) => smooth[i] * smooth[j] / total),
      "sharpen": grid((i, j) => 2 * middle(i, j) - 1 / k ** 2),
      "vertical edges": grid((i, j) => smooth[i] * slope[j]),
      "horizontal edges": grid((i, j) => slope[i] * smooth[j]),
      "edges all around (Laplace)": grid((i, j) => k ** 2 * middle(i, j) - 1),
      "diagonal lines": grid((i, j) => (i === j ? k : 0) - 1),
      "emboss": grid((i, j) => i - m + j - m + middle(i, j)),
      "all zero": grid(() => 0),
    };
  }

  setImage(name) {
    this.stopCamera();
    if (name === "own") this.X = this.own || Numbers.zeros(1, 28, 28);
    else if (name === "photo") this.X = this.photo;
    else {
      const n = Number(name.split(" ")[1]), [, count] = this.digits.shape;
      const start = (n * count + Math.min(this.which.range.value, count - 1)) * 784;
      this.X = {shape: [1, 28, 28], values: this.digits.values.slice(start, start + 784)};
    }
    this.imageName = name;
    this.imageChoice.select.value = name;
    this.which.set(Number(this.which.range.value), name.startsWith("digit") ? this.digits.shape[1] - 1 : 0);
    this.fitChannels();
  }

  // An image of one's own: drawn, uploaded, or from the camera.
  setOwn(X) {
    this.own = X;
    this.X = X;
    this.imageName = "own";
    this.imageChoice.select.value = "own";
    this.which.set(0, 0);
    this.fitChannels();
  }

  setFilter(name, k = this.w && this.w.shape[2]) {
    const C = this.X.shape[0];
    if (name === "given") this.w = this.given;
    else if (name !== "own") {
      const size = k === 5 ? 5 : 3, values = this.presets(size)[name];
      this.w = {shape: [C, size, size], values: Float64Array.from({length: C * size * size}, (_, n) => values[n % (size * size)])};
    }
    this.filterName = name;
    this.filterChoice.select.value = name;
    this.fitChannels();
  }

  // The filter has as many channels as the image: those that it lacks are copies of its first.
  fitChannels() {
    if (!this.w) return;
    const C = this.X.shape[0], [own, KH, KW] = this.w.shape;
    if (own !== C)
      this.w = {shape: [C, KH, KW], values: Float64Array.from({length: C * KH * KW}, (_, n) => this.w.values[n % (own === 1 ? KH * KW : own * KH * KW)])};
    this.channel = Math.min(this.channel, C - 1);
    this.channelChoice.hidden = C === 1;
    this.fitPadding();
  }

  fitPadding() {
    const [, KH, KW] = this.w.shape, [, H, W] = this.X.shape;
    if (KH > H + 2 * this.padding || KW > W + 2 * this.padding) {
      this.padding = Math.ceil(Math.max(KH - H, KW - W) / 2);
      this.paddingChoice.select.value = this.padding;
    }
  }

  // Whether it was taken.
  setWeight(n, text) {
    const v = Number(text.replace("−", "-"));
    const none = text.trim() === "" || !Number.isFinite(v), taken = !none && Math.abs(v) <= 999;
    if (none) this.warn(`${text || "Nothing"} is no number: the weight stays ${Numbers.text(this.w.values[n])}.`);
    else if (!taken) this.warn(`Weights go from −999 to 999: ${Numbers.text(v)} was not taken.`);
    if (!taken) return false;
    this.warn("");
    this.w = {shape: this.w.shape, values: this.w.values.slice()};
    this.w.values[n] = v;
    this.filterName = "own";
    this.filterChoice.select.value = "own";
    this.draw();
    return true;
  }

  warn(words) { this.message.textContent = words; }

  // Where the map is highest.
  best() {
    const {shape: [, , W], values} = this.convolve();
    let n = 0;
    values.forEach((v, i) => { if (v > values[n]) n = i; });
    return [Math.floor(n / W), n % W];
  }

  convolve() {
    const [C, KH, KW] = this.w.shape;
    return Numbers.conv(this.X, {shape: [1, C, KH, KW], values: this.w.values}, null, this.stride, this.padding);
  }

  // Photographs, files and the camera

  async upload(file) {
    if (!file) return;
    try {
      const picture = await createImageBitmap(file);
      this.setOwn(this.photograph(picture, picture.width, picture.height, this.uploadAs.select.value));
      this.warn("");
      this.draw();
    } catch {
      this.warn(`${file.name} cannot be read as a picture: take a PNG or a JPEG.`);
    }
  }

  // A picture at its size, up to `most` pixels: grey (1, H, W), in colour (3, H, W), or as a digit.
  photograph(picture, width, height, kind, most = 256) {
    const digit = kind === "digit", scale = Math.min(1, most / Math.max(width, height));
    const side = Math.min(width, height);
    const W = digit ? 28 : Math.max(7, Math.round(width * scale)), H = digit ? 28 : Math.max(7, Math.round(height * scale));
    const canvas = View.make("canvas", {width: W, height: H});
    const context = canvas.getContext("2d", {willReadFrequently: true});
    context.imageSmoothingQuality = "high";
    context.fillStyle = "#fff";
    context.fillRect(0, 0, W, H);
    if (digit) context.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side, 0, 0, W, H);
    else context.drawImage(picture, 0, 0, W, H);
    const {data} = context.getImageData(0, 0, W, H), C = kind === "colour" ? 3 : 1;
    const X = Numbers.zeros(C, H, W), n = H * W;
    for (let i = 0; i < n; i++) {
      const [r, g, b] = data.subarray(4 * i, 4 * i + 3);
      if (C === 3) [r, g, b].forEach((v, c) => { X.values[c * n + i] = v / 255; });
      else X.values[i] = (0.299 * r + 0.587 * g + 0.114 * b) / 255;
    }
    if (digit) {  // paper that is bright at the edges becomes black, and its ink white
      const edge = Array.from(X.values).filter((_, i) => i < W || i >= n - W || i % W === 0 || i % W === W - 1).sort((a, b) => a - b);
      if (edge[edge.length >> 1] > 0.5) X.values.forEach((v, i) => { X.values[i] = 1 - v; });
    }
    return X;
  }

  async toggleCamera() {
    if (this.stream) return this.stopCamera();
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({video: {width: 320}});
    } catch (error) {
      return this.warn(`The camera cannot be used here (${error.name}).`);
    }
    const video = View.make("video", {muted: true, playsInline: true, srcObject: this.stream});
    await video.play();
    this.cameraButton.textContent = "Stop the camera";
    const step = () => {
      if (!this.stream) return;
      this.setOwn(this.photograph(video, video.videoWidth, video.videoHeight, this.uploadAs.select.value, 128));
      this.draw(false);
      requestAnimationFrame(step);
    };
    step();
  }

  stopCamera() {
    if (!this.stream) return;
    this.stream.getTracks().forEach(track => track.stop());
    this.stream = null;
    this.cameraButton.textContent = "Use the camera";
  }

  // The window moves

  play() {
    if (this.timer) return this.stop();
    this.playButton.textContent = "Stop";
    const [, rows, columns] = this.A.shape;
    if (this.at[0] === rows - 1 && this.at[1] === columns - 1) this.at = [0, 0];
    const stride = Math.max(1, Math.round(rows * columns / 1500));  // a large map in a minute or so
    this.timer = setInterval(() => {
      const [, rows, columns] = this.A.shape, n = this.at[0] * columns + this.at[1] + stride;
      if (n >= rows * columns) return this.stop();
      this.look(Math.floor(n / columns), n % columns, false);
    }, 60);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
    this.playButton.textContent = "Play";
    this.say();
  }

  look(row, column, aloud = true) {
    const [, rows, columns] = this.A.shape;
    this.at = [Math.min(Math.max(0, row), rows - 1), Math.min(Math.max(0, column), columns - 1)];
    this.drawPosition();
    if (aloud) this.say();
  }

  keys(event) {
    const step = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]}[event.key];
    if (!step) return;
    event.preventDefault();
    this.look(this.at[0] + step[0], this.at[1] + step[1]);
  }

  pointer(event, name) {
    const canvas = this.canvases[name];
    if (event.type === "pointerdown") {
      canvas.setPointerCapture(event.pointerId);
      if (this.timer) this.stop();
    }
    if (name === "image" && this.mode !== "point") return this.sketch(event, canvas);
    if (event.type === "pointerdown" && event.pointerType === "mouse") {
      this.pinned = !this.pinned;
      this.pin.hidden = !this.pinned;
    } else if (this.pinned && event.pointerType === "mouse") return;
    if (event.pointerType !== "mouse" && !canvas.hasPointerCapture(event.pointerId)) return;
    const [, KH, KW] = this.w.shape, [, H, W] = this.X.shape;
    if (name === "image") {
      const [r, c] = View.place(event, canvas, [H + 2 * this.padding, W + 2 * this.padding]);
      this.look(Math.round((r - KH / 2) / this.stride), Math.round((c - KW / 2) / this.stride));
    } else if (name === "map") {
      const [r, c] = View.place(event, canvas, this.A.shape.slice(1));
      this.look(Math.floor(r), Math.floor(c));
    } else {
      const [r, c] = View.place(event, canvas, this.out.shape.slice(1)).map(Math.floor);
      this.look(...this.winner(r, c));
    }
  }

  // The place of the map that the pooled number at (row, column) comes from.
  winner(row, column) {
    const [, rows, columns] = this.A.shape;
    let best = [row * this.pool, column * this.pool];
    for (let u = 0; u < this.pool; u++)
      for (let v = 0; v < this.pool; v++) {
        const [i, j] = [row * this.pool + u, column * this.pool + v];
        if (i < rows && j < columns && this.A.values[i * columns + j] > this.A.values[best[0] * columns + best[1]]) best = [i, j];
      }
    return best;
  }

  sketch(event, canvas) {
    const down = event.type === "pointerdown";
    if (!down && !(canvas.hasPointerCapture(event.pointerId) && this.trail)) return;
    const [C, H, W] = this.X.shape, p = this.padding;
    const point = View.place(event, canvas, [H + 2 * p, W + 2 * p]).map(v => v - p);
    if (down) this.setOwn({shape: [C, H, W], values: this.X.values.slice()});
    View.stroke(this.X, down ? [point] : [this.trail, point], this.mode === "draw" ? 1 : 0, Math.max(1.6, H / 18));
    this.trail = point;
    this.draw();
  }

  // The page

  build() {
    const make = View.make, button = (words, action) => make("button", {type: "button", onclick: action}, words);
    const redraw = f => (...args) => { f(...args); this.draw(); };
    const images = [...Array.from({length: 10}, (_, n) => [`digit ${n}`, `digit ${n}`]),
      ["photo", "a picture"], ["own", "your own"]];
    this.imageChoice = View.choice("image", images, redraw(name => this.setImage(name)));
    this.which = View.slider("which", redraw(() => this.setImage(this.imageName)));
    this.uploadAs = View.choice("photographs as", [["grey", "grey"], ["colour", "colour"], ["digit", "a digit, 28 × 28"]], () => {});
    this.file = make("input", {type: "file", accept: "image/*", onchange: () => this.upload(this.file.files[0])});
    this.cameraButton = button("Use the camera", () => this.toggleCamera());
    this.cameraButton.hidden = !(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
    this.modeChoice = View.choice("pointer", [["point", "looks"], ["draw", "draws"], ["erase", "erases"]], mode => { this.mode = mode; });
    const clear = button("Clear", redraw(() => this.setOwn(Numbers.zeros(...this.X.shape))));
    const invert = button("Invert", redraw(() => this.setOwn({shape: this.X.shape, values: this.X.values.map(v => 1 - v)})));
    const names = Object.keys(this.presets(3)).map(name => [name, name]);
    if (this.given) names.unshift(["given", "the one you gave"]);
    names.push(["own", "your own"]);
    this.filterChoice = View.choice("filter", names, redraw(name => this.setFilter(name)));
    this.sizeChoice = View.choice("size", [[3, "3 × 3"], [5, "5 × 5"]], redraw(k => this.resize(Number(k))));
    this.channelChoice = View.choice("channel shown", [[0, "red"], [1, "green"], [2, "blue"]], redraw(c => { this.channel = Number(c); }));
    this.strideChoice = View.choice("stride", [[1, "1"], [2, "2"], [3, "3"]], redraw(s => { this.stride = Number(s); }));
    this.paddingChoice = View.choice("padding", [[0, "0"], [1, "1"], [2, "2"], [3, "3"]], redraw(p => { this.padding = Number(p); this.fitPadding(); }));
    this.reluBox = make("input", {type: "checkbox", onchange: redraw(() => { this.relu = this.reluBox.checked; })});
    this.poolChoice = View.choice("max pooling", [[1, "none"], [2, "2 × 2"], [3, "3 × 3"]], redraw(k => { this.pool = Number(k); }));
    this.lockBox = make("input", {type: "checkbox", onchange: redraw(() => { this.locked = this.lockBox.checked ? this.limits : null; })});
    this.playButton = button("Play", () => this.play());
    this.row = View.slider("row", row => this.look(row, this.at[1]));
    this.column = View.slider("column", column => this.look(this.at[0], column));
    this.message = make("p", {className: "message", role: "alert"});
    this.pin = make("p", {className: "hint", hidden: true}, "Held: click a picture once more to let go.");
    this.heard = View.speaker();

    this.canvases = {};
    const panel = (name, title) => {
      const canvas = make("canvas", {width: 320, height: 320, tabIndex: 0, role: "img", "aria-label": title,
        onkeydown: event => this.keys(event)});
      for (const type of ["pointerdown", "pointermove"]) canvas.addEventListener(type, event => this.pointer(event, name));
      canvas.addEventListener("pointerup", () => { this.trail = null; });
      this.canvases[name] = canvas;
      const made = make("figure", {className: "panel"}, make("figcaption", {}, title), canvas, make("p", {className: "scale"}));
      made.titled = words => {
        made.firstChild.textContent = words;
        canvas.setAttribute("aria-label", `${words}. Arrow keys move the window.`);
      };
      return made;
    };
    this.panels = {image: panel("image", "image"), map: panel("map", "activation map"), out: panel("out", "after ReLU and max pooling")};
    this.filterGrid = make("div", {className: "weights", role: "group", "aria-label": "weights of the filter"});
    this.windowBox = make("div", {});
    this.productsBox = make("div", {});
    this.sumBox = make("p", {className: "sum"});
    const group = (legend, ...parts) => make("fieldset", {}, make("legend", {}, legend), make("div", {className: "row"}, ...parts));
    this.root.append(
      group("Image", this.imageChoice, this.which, View.labelled("upload", this.file), this.uploadAs, this.cameraButton, this.modeChoice, clear, invert),
      group("Filter", this.filterChoice, this.sizeChoice, this.channelChoice, this.strideChoice, this.paddingChoice),
      group("Behind it", make("label", {className: "check"}, this.reluBox, "ReLU"), this.poolChoice, make("label", {className: "check"}, this.lockBox, "hold the grey scale")),
      group("Window", this.playButton, this.row, this.column),
      this.message,
      make("div", {className: "panels"}, ...Object.values(this.panels)),
      this.pin,
      make("div", {className: "equation"}, this.windowBox, make("span", {className: "sign"}, "×"), make("div", {}, make("p", {className: "caption"}, "filter"), this.filterGrid),
        make("span", {className: "sign"}, "="), this.productsBox, make("span", {className: "sign"}, "→"), this.sumBox),
      this.heard,
    );
  }

  resize(k) {
    if (this.filterName in this.presets(3)) return this.setFilter(this.filterName, k);
    const [C, KH, KW] = this.w.shape, w = Numbers.zeros(C, k, k);
    const down = (k - KH) >> 1, right = (k - KW) >> 1;  // the middle stays in the middle
    for (let c = 0; c < C; c++)
      for (let i = 0; i < KH; i++)
        for (let j = 0; j < KW; j++)
          if (i + down >= 0 && i + down < k && j + right >= 0 && j + right < k)
            w.values[(c * k + i + down) * k + j + right] = this.w.values[(c * KH + i) * KW + j];
    this.w = w;
    this.filterName = "own";
    this.filterChoice.select.value = "own";
    this.fitPadding();
  }

  // All that follows from image, filter and options.
  draw(aloud = true) {
    this.A = this.convolve();
    this.out = this.relu ? Numbers.relu(this.A) : this.A;
    const [, rows, columns] = this.A.shape, k = this.pool;
    const fits = rows >= k && columns >= k;
    if (k > 1 && fits) this.out = Numbers.maxPool(this.out, k);
    this.warnPool(k > 1 && !fits);
    this.limits = this.locked || Numbers.limits(this.A.values);
    this.padded = this.padding ? Numbers.pad(this.X, this.padding) : this.X;
    const [, H, W] = this.padded.shape;
    this.painted = {
      image: View.paint(this.padded, [0, 1]),
      map: View.paint(this.A, this.limits),
      out: View.paint(this.out, this.limits),
    };
    this.size("image", H, W);
    this.size("map", rows, columns);
    this.size("out", ...this.out.shape.slice(1));
    const names = [this.relu && "ReLU", k > 1 && fits && `max pooling ${k} × ${k}`].filter(Boolean);
    this.panels.out.hidden = names.length === 0;
    this.panels.image.titled(`image, ${this.X.shape[1]} × ${this.X.shape[2]}${this.padding ? `, and ${this.padding} of padding` : ""}`);
    this.panels.map.titled(`activation map, ${rows} × ${columns}`);
    this.panels.out.titled(`after ${names.join(" and ")}, ${this.out.shape[1]} × ${this.out.shape[2]}`);
    const [low, high] = this.limits.map(v => Numbers.text(v));
    const held = this.locked ? ", held" : "";
    for (const name of ["map", "out"])
      this.panels[name].lastChild.textContent = low === high ? `${low} everywhere` : `${low} black, ${high} white${held}`;
    this.buildWeights();
    this.look(...this.at, aloud);
  }

  warnPool(tooLarge) {
    const words = "The map is smaller than the pooling window: nothing is pooled.";
    if (tooLarge) this.warn(words);
    else if (this.message.textContent === words) this.warn("");
  }

  // Panels keep the shape of what they show.
  size(name, H, W) {
    const canvas = this.canvases[name], side = 320, scale = side / Math.max(H, W);
    canvas.width = Math.max(8, Math.round(W * scale));
    canvas.height = Math.max(8, Math.round(H * scale));
  }

  buildWeights() {
    const [, KH, KW] = this.w.shape, key = `${KH},${KW},${this.channel}`;
    if (this.weightsKey !== key) {
      this.weightsKey = key;
      this.filterGrid.style.gridTemplateColumns = `repeat(${KW}, minmax(44px, 1fr))`;
      this.filterGrid.replaceChildren(...Array.from({length: KH * KW}, (_, n) => View.make("input", {
        inputMode: "decimal", "aria-label": `row ${Math.floor(n / KW)}, column ${n % KW}`,
        onchange: ({target}) => { target.ariaInvalid = String(!this.setWeight(this.channel * KH * KW + n, target.value)); },
      })));
      this.sizeChoice.select.value = KH === KW ? KH : "";
    }
    const start = this.channel * KH * KW, most = Math.max(...this.w.values.map(Math.abs));
    [...this.filterGrid.children].forEach((input, n) => {
      const v = this.w.values[start + n], rgb = View.signed(v, most);
      if (document.activeElement !== input || Number(input.value.replace("−", "-")) !== v) input.value = Numbers.text(v);
      input.ariaInvalid = "false";
      input.style.background = `rgb(${rgb.map(Math.round)})`;
      input.style.color = View.ink(rgb);
    });
  }

  // What changes with the position alone: it has to keep up with the pointer.
  drawPosition() {
    const [C, KH, KW] = this.w.shape, [row, column] = this.at, s = this.stride;
    const [, rows, columns] = this.A.shape, [, H, W] = this.padded.shape;
    for (const name of ["image", "map", "out"])
      if (!this.panels[name].hidden) View.show(this.canvases[name], this.painted[name]);
    View.frame(this.canvases.image, [H, W], row * s, column * s, KH, KW);
    View.frame(this.canvases.map, [rows, columns], row, column, 1, 1);
    if (!this.panels.out.hidden) {
      const k = this.out.shape[1] === rows ? 1 : this.pool;
      View.frame(this.canvases.out, this.out.shape.slice(1), Math.floor(row / k), Math.floor(column / k), 1, 1);
    }
    this.row.set(row, rows - 1);
    this.column.set(column, columns - 1);
    const c = this.channel, weights = Array.from({length: KH}, (_, u) => Array.from(this.w.values.subarray((c * KH + u) * KW, (c * KH + u + 1) * KW)));
    this.window = Numbers.window(this.padded, c, row * s, column * s, KH, KW);
    this.products = this.window.map((line, u) => line.map((v, n) => v * weights[u][n]));
    const most = Math.max(...this.w.values.map(Math.abs));
    this.windowBox.replaceChildren(View.table(C > 1 ? `window, ${["red", "green", "blue"][c]}` : "window", this.window, View.greys(0, 1)));
    this.productsBox.replaceChildren(View.table("products", this.products, v => View.signed(v, most)));
    this.total = this.A.values[row * columns + column];
    const here = this.products.flat().reduce((a, b) => a + b, 0);
    const parts = C > 1 ? `${Numbers.text(here)} from ${["red", "green", "blue"][c]}; all three: ` : "sum ";
    this.sumBox.textContent = `${parts}${Numbers.text(this.total)} = map[${row}, ${column}]`;
  }

  say() {
    const [row, column] = this.at, [low, high] = Numbers.limits(this.A.values).map(v => Numbers.text(v));
    const lines = rows => rows.map(line => line.map(v => Numbers.text(v)).join(" ")).join("; ");
    this.heard.say(`Activation map ${this.A.shape[1]} by ${this.A.shape[2]}, from ${low} to ${high}. ` +
      `At row ${row}, column ${column}: window ${lines(this.window)}; sum ${Numbers.text(this.total)}.`);
  }
}
