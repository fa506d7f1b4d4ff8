// The built sample in, the pictures of the README out: `node pictures.mjs` after `factbox build`.

import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const page = pathToFileURL(join(root, "public", "documents", "swindon-inspection-2014", "index.html")).href;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const tab = await browser.newPage({ viewport: { width: 1180, height: 1080 } });
await tab.goto(`${page}#p2`);
await tab.goto(page);
await tab.screenshot({ path: join(root, "tests", "pictures", "document.png") });
const box = await tab.locator("aside, .factbox").first().boundingBox();
await tab.screenshot({
  path: join(root, "tests", "pictures", "fact-box.png"),
  fullPage: true,
  clip: { x: box.x, y: box.y, width: box.width, height: Math.min(box.height, 900) },
});
await browser.close();
