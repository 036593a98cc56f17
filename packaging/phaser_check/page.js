// In the browser: loads one sheet as a game would, and tells what Phaser shows. It knows nothing of what is expected.

const LONGEST_MS = 20000;

window.showSheet = ({ picture, json, width, height }) =>
  new Promise((resolve) => {
    const scene = {
      preload() {
        this.load.aseprite("sheet", `/sheets/${picture}`, `/sheets/${json}`);
      },
      create() {
        const animations = this.anims.createFromAseprite("sheet");
        const sprite = this.add.sprite(0, 0, "sheet", "0").setOrigin(0, 0);
        this.game.loop.stop();
        const played = {};
        for (const animation of animations) played[animation.key] = play(sprite, animation);
        const frames = this.textures.get("sheet").getFrameNames();
        const seen = frames.map((name) => draw(this.game, sprite.setFrame(name), width, height));
        resolve({ played, frames, seen, renderer: this.game.renderer.type === Phaser.WEBGL ? "WebGL" : "canvas" });
      },
    };
    new Phaser.Game({
      type: Phaser.WEBGL,
      width,
      height,
      transparent: true,
      pixelArt: true,
      banner: false,
      audio: { noAudio: true },
      render: { preserveDrawingBuffer: true },
      scene,
    });
  });

// Plays one round, a millisecond at a time, and returns which frame was shown for how many.
function play(sprite, animation) {
  const shown = [];
  sprite.play({ key: animation.key, repeat: 0 });
  for (let ms = 0; ms < LONGEST_MS && sprite.anims.isPlaying; ms++) {
    const name = sprite.anims.currentFrame.textureFrame;
    if (shown.length && shown.at(-1)[0] === name) shown.at(-1)[1]++;
    else shown.push([name, 1]);
    sprite.anims.update(ms, 1);
  }
  return shown;
}

// Returns the pixels that stand on the screen, as RGBA bytes in base64.
function draw(game, sprite, width, height) {
  sprite.anims.stop();
  game.step(performance.now(), 0);
  const copy = document.createElement("canvas");
  copy.width = width;
  copy.height = height;
  const context = copy.getContext("2d");
  context.drawImage(game.canvas, 0, 0);
  return btoa(String.fromCharCode(...context.getImageData(0, 0, width, height).data));
}
