// node scripts/icons.mjs: renders the icons in every size from src/app/icon.svg. Run it when that changes, and commit the result.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './lib/browser.mjs';
import { Failure, main, root } from './lib/run.mjs';

const svg = readFileSync(`${root}src/app/icon.svg`, 'utf8');
const GROUND = '#15333c';

/**
 * An ICO file of PNG images (supported since Windows Vista).
 * @param {{size: number, png: Buffer}[]} pictures
 */
function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, i) => {
    const at = 6 + 16 * i;
    head.writeUInt8(size, at);
    head.writeUInt8(size, at + 1);
    head.writeUInt16LE(1, at + 4); // colour planes
    head.writeUInt16LE(32, at + 6); // bits a pixel
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

await main(async () => {
  const found = await findBrowser();
  if ('missing' in found) throw new Failure(found.missing);
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: false });
  const page = await browser.newPage();
  /**
   * The icon as a PNG.
   * @param {number} size pixels
   * @param {{full?: boolean, scale?: number}} [shape] `full`: the background extends to the edges, for systems that round
   * the corners; `scale`: the drawing's share of the size
   */
  const draw = async (size, { full = false, scale = 1 } = {}) => {
    await page.setViewportSize({ width: size, height: size });
    const drawing = full ? svg.replace(' rx="7.5"', '') : svg;
    await page.setContent(`<style>*{margin:0}body{display:grid;place-items:center;height:100vh;
      background:${full ? GROUND : 'transparent'}}svg{width:${100 * scale}%;height:${100 * scale}%}</style>${drawing}`);
    return page.screenshot({ omitBackground: true });
  };
  mkdirSync(`${root}public/icons`, { recursive: true });
  for (const size of [192, 512]) {
    writeFileSync(`${root}public/icons/${size}.png`, await draw(size));
    // The middle four fifths are within any mask.
    const maskable = await draw(size, { full: true, scale: 0.8 });
    writeFileSync(`${root}public/icons/maskable-${size}.png`, maskable);
  }
  writeFileSync(`${root}src/app/apple-icon.png`, await draw(180, { full: true }));
  const pictures = [];
  for (const size of [16, 32, 48]) pictures.push({ size, png: await draw(size) });
  writeFileSync(`${root}src/app/favicon.ico`, icoOf(pictures));
  await browser.close();
});
