"use strict";
// How arrays are drawn, and the small parts that both pages are made of.

const View = {
  blue: [31, 95, 168], orange: [217, 95, 14],

  // An element: make("p", {className: "note"}, "text", child, ...).
  make(tag, options = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(options)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name in made && !name.includes("-")) made[name] = value;
      else made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  },

  // A control under its words.
  labelled(words, control) {
    return View.make("label", {}, View.make("span", {}, words), control);
  },

  choice(words, options, change) {
    const select = View.make("select", {"aria-label": words, onchange: () => change(select.value)});
    for (const [value, name] of options) select.append(View.make("option", {value}, name));
    const label = View.labelled(words, select);
    label.select = select;
    return label;
  },

  slider(words, change) {
    const shown = View.make("span", {className: "value"}, "0");
    const range = View.make("input", {type: "range", "aria-label": words, min: 0, max: 0, value: 0, oninput: () => {
      shown.textContent = range.value;
      change(Number(range.value));
    }});
    const label = View.make("label", {}, View.make("span", {}, words, " ", shown), range);
    label.set = (value, max) => {
      range.max = max;
      range.value = value;
      range.disabled = max === 0;
      shown.textContent = value;
    };
    label.range = range;
    return label;
  },

  // The colours of one map (C = 1) or of a photograph (C = 3) as a canvas of one pixel a number.
  paint({shape, values}, [low, high], kind = "grey") {
    const [C, H, W] = shape.length === 3 ? shape : [1, ...shape];
    const canvas = View.make("canvas", {width: W, height: H});
    const context = canvas.getContext("2d"), image = context.createImageData(W, H);
    const range = high > low ? high - low : 1;
    for (let n = 0; n < H * W; n++) {
      let rgb;
      if (kind === "filter") rgb = View.signed(values[n], high);
      else rgb = [0, 1, 2].map(c =>
        high > low ? 255 * Math.min(1, Math.max(0, (values[C === 3 ? c * H * W + n : n] - low) / range)) : 0);
      image.data.set([...rgb, 255], 4 * n);
    }
    context.putImageData(image, 0, 0);
    return canvas;
  },

  // Blue below zero, white at zero, orange above.
  signed(v, most) {
    const share = most > 0 ? Math.min(1, Math.abs(v) / most) : 0, end = v < 0 ? View.blue : View.orange;
    return end.map(x => 255 + (x - 255) * share);
  },

  // Copy a painted array into a canvas, pixels as squares.
  show(canvas, painted) {
    const context = canvas.getContext("2d");
    context.imageSmoothingEnabled = false;
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(painted, 0, 0, canvas.width, canvas.height);
  },

  // A frame around rows and columns of an array of shape (H, W), light on dark and dark on light.
  frame(canvas, [H, W], row, column, rows, columns) {
    const context = canvas.getContext("2d"), down = canvas.height / H, across = canvas.width / W;
    const box = [column * across, row * down, columns * across, rows * down];
    for (const [colour, width] of [["#fff", 5], ["#d95f0e", 3]]) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.strokeRect(...box);
    }
  },

  // Where a pointer is: the row and column of an array of shape (H, W), with their fractions.
  place(event, canvas, [H, W]) {
    const box = canvas.getBoundingClientRect();
    return [(event.clientY - box.top) / box.height * H, (event.clientX - box.left) / box.width * W];
  },

  // A table of numbers, each on its colour. `mark` says which cells stand out.
  table(caption, rows, colour, mark = () => false) {
    const body = View.make("tbody");
    rows.forEach((line, i) => {
      const tr = View.make("tr");
      line.forEach((v, j) => {
        const td = View.make("td", {}, Numbers.text(v, 2));
        const rgb = colour(v);
        td.style.background = `rgb(${rgb.map(Math.round)})`;
        td.style.color = View.ink(rgb);
        if (mark(i, j)) td.className = "marked";
        tr.append(td);
      });
      body.append(tr);
    });
    return View.make("table", {className: "numbers"}, View.make("caption", {}, caption), body);
  },

  ink(rgb) {
    const light = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] > 0.18 ? "#000" : "#fff";
  },

  greys(low, high) {
    return v => Array(3).fill(high > low ? 255 * Math.min(1, Math.max(0, (v - low) / (high - low))) : 0);
  },

  // A stroke through points (row, column) in white, or in black to erase; changes `image`.
  stroke({shape: [C, H, W], values}, points, ink = 1, thickness = 1.6) {
    const path = points.length > 1 ? points : [points[0], points[0]];
    for (let n = 1; n < path.length; n++) {
      const [[r0, c0], [r1, c1]] = [path[n - 1], path[n]];
      const steps = 1 + Math.ceil(2 * Math.hypot(r1 - r0, c1 - c0));
      for (let t = 0; t <= steps; t++) {
        const r = r0 + (r1 - r0) * t / steps, c = c0 + (c1 - c0) * t / steps;
        for (let i = Math.max(0, Math.floor(r - 2)); i <= Math.min(H - 1, Math.ceil(r + 2)); i++)
          for (let j = Math.max(0, Math.floor(c - 2)); j <= Math.min(W - 1, Math.ceil(c + 2)); j++) {
            const share = Math.min(1, Math.max(0, thickness - Math.hypot(i + 0.5 - r, j + 0.5 - c)));
            for (let k = 0; k < C; k++) {
              const at = (k * H + i) * W + j;
              values[at] = ink ? Math.max(values[at], share) : Math.min(values[at], 1 - share);
            }
          }
      }
    }
  },

  // A text that screen readers hear once things have come to rest.
  speaker() {
    const heard = View.make("p", {className: "heard", role: "status", "aria-live": "polite"});
    let timer = 0;
    heard.say = (words, patience = 500) => {
      clearTimeout(timer);
      timer = setTimeout(() => { heard.textContent = words; }, patience);
    };
    return heard;
  },

  // In a notebook: be as dark and as tall as the cell's output, and hide the still picture.
  settle() {
    const frame = window.frameElement;
    const dark = () => {
      const theme = frame && frame.ownerDocument.body.dataset.jpThemeLight;
      document.documentElement.dataset.theme =
        theme ? (theme === "false" ? "dark" : "light")
          : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    };
    dark();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dark);
    if (!frame) return;
    new MutationObserver(dark).observe(frame.ownerDocument.body, {attributes: true});
    const still = frame.previousElementSibling;
    if (still) still.style.display = "none";
    new ResizeObserver(() => {
      frame.style.height = `${Math.ceil(document.body.getBoundingClientRect().height) + 2}px`;
    }).observe(document.body);
  },
};
