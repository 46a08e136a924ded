const canvas = require("@napi-rs/canvas/node-canvas");

// node-canvas hands out the document of an SVG canvas by toBuffer("image/svg+xml"), which chartjs-node-canvas calls;
// @napi-rs/canvas hands it out by getContent, and its layer for node-canvas does not join the two.
module.exports = {
  ...canvas,
  createCanvas(width, height, type) {
    const made = canvas.createCanvas(width, height, type);
    if (type === "svg") made.toBuffer = () => made.getContent();
    return made;
  },
};
