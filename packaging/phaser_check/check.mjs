// Loads sheets in Phaser, in a Chromium without a window, and compares what it shows with what was drawn.
//
//     node check.mjs FOLDER
//
// FOLDER is what make_sheets.py wrote. `make phaser` does both.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const HERE = dirname(fileURLToPath(import.meta.url));
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".png": "image/png" };
const BROWSERS = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];
// A machine without a graphics card draws WebGL itself; as root, in a container, Chromium has no sandbox.
const FLAGS = ["--enable-unsafe-swiftshader", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];

const folder = resolve(process.argv[2] ?? "");
const wanted = JSON.parse(await readFile(join(folder, "expected.json"), "utf8"));
const browserFile = BROWSERS.find((file) => file && existsSync(file));
if (!browserFile) {
  console.error("error: There is no Chromium here. Install it, or tell where it is: CHROMIUM=/path/to/chromium");
  process.exit(2);
}
const server = createServer(serve);
await new Promise((started) => server.listen(0, "127.0.0.1", started));
const browser = await puppeteer.launch({ executablePath: browserFile, args: FLAGS });
let wrong = 0;
try {
  for (const sheet of wanted) wrong += report(sheet, await show(sheet));
} finally {
  await browser.close();
  server.close();
}
process.exitCode = wrong ? 1 : 0;

async function show(sheet) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => {
    const isOfDriver = message.text().startsWith("[.WebGL"); // reading pixels back is slow, and is done on purpose
    if (["warn", "error"].includes(message.type()) && !isOfDriver) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
  const { picture, json, width, height } = sheet;
  const shown = await page.evaluate((asked) => window.showSheet(asked), { picture, json, width, height });
  await page.close();
  return { ...shown, complaints };
}

function report(sheet, shown) {
  const wrong = shown.complaints.map((text) => `Phaser says: ${text}`);
  const numbers = sheet.frames.map((_, number) => String(number));
  if (shown.frames.join() !== numbers.join()) wrong.push(`frames are called ${shown.frames}, not ${numbers}`);
  sheet.frames.forEach((pixels, number) => {
    if (shown.seen[number] !== pixels) wrong.push(`frame ${number} looks otherwise than it was drawn`);
  });
  if (Object.keys(shown.played).join() !== Object.keys(sheet.animations).join())
    wrong.push(`animations are called ${Object.keys(shown.played)}, not ${Object.keys(sheet.animations)}`);
  for (const [name, frames] of Object.entries(sheet.animations)) {
    const was = JSON.stringify(shown.played[name]);
    const should = JSON.stringify(frames.map(([number, ms]) => [String(number), ms]));
    if (was !== should) wrong.push(`“${name}” played ${was}, not ${should}`);
  }
  const what = `${sheet.frames.length} frames, ${Object.keys(sheet.animations).length} animations, ${shown.renderer}`;
  console.log(`${wrong.length ? "WRONG" : "right"}  ${sheet.name.padEnd(10)}${what}`);
  for (const line of wrong) console.log(`       ${line}`);
  return wrong.length;
}

async function serve(request, response) {
  const path = new URL(request.url, "http://localhost").pathname;
  const name = basename(path);
  const roots = { "/phaser": join(HERE, "node_modules/phaser/dist"), "/sheets": folder, "/": HERE };
  try {
    const data = await readFile(join(roots[dirname(path)], name));
    response.writeHead(200, { "Content-Type": KINDS[extname(name)] ?? "application/octet-stream" }).end(data);
  } catch {
    response.writeHead(404).end();
  }
}
