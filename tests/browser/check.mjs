// A built site's folder in, what is wrong with its pages out: `node check.mjs FOLDER [--all | PART OF A PATH...]`.
//
// A sample of each type of page is opened under a sub-path of a server and judged by axe (light and dark), at 320 px, for
// console errors and requests to other hosts; some are opened as files too. The Nu checker judges the markup. Every page
// is judged for what needs no browser: one h1, captions and scopes, unique ids, links and fragments that resolve, weight.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { execFile } from "node:child_process";
import { readFile, readdir, stat } from "node:fs/promises";
import { dirname, extname, join, posix, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const folder = resolve(process.argv[2] ?? "public");
const everyPage = process.argv.includes("--all");
const named = process.argv.slice(3).filter((word) => !word.startsWith("--"));
const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
const PATIENCE = 180_000;
const KB = 1024;

const problems = [];
const tell = (page, message) => problems.push(`${page}: ${message}`);

async function files(within = folder) {
  const found = [];
  for (const entry of (await readdir(within, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(within, entry.name);
    if (entry.isDirectory()) found.push(...(await files(path)));
    else found.push(relative(folder, path).split(sep).join("/"));
  }
  return found;
}

// The type of a page, by its address.
function type(path) {
  const [first, ...rest] = path.split("/");
  if (rest.length === 0) return path;
  if (rest[rest.length - 2] === "facts") return `${first}/…/facts`;
  return rest.length === 1 ? `${first}/` : `${first}/…/`;
}

// Of each type the heaviest page, which holds most of what can go wrong, and the first.
async function sample(pages) {
  if (everyPage) return pages;
  if (named.length) return pages.filter((page) => named.some((part) => page.includes(part)));
  const byType = new Map();
  for (const page of pages) {
    const { size } = await stat(join(folder, page));
    byType.set(type(page), [...(byType.get(type(page)) ?? []), { page, size }]);
  }
  return [...byType.values()].flatMap((of) => {
    const [heaviest] = [...of].sort((a, b) => b.size - a.size);
    return [...new Set([heaviest.page, of[0].page])];
  });
}

// What needs no browser.

const attributes = (html, name) => [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map((match) => match[1]);
const unescape = (text) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

function judgeMarkup(page, html) {
  const count = (pattern) => (html.match(pattern) ?? []).length;
  if (count(/<h1[\s>]/g) !== 1) tell(page, `${count(/<h1[\s>]/g)} h1 elements`);
  if (!/<html lang="[a-z]/i.test(html)) tell(page, "no language");
  if (count(/<table[\s>]/g) !== count(/<caption[\s>]/g)) tell(page, "a table without a caption");
  for (const [head] of html.matchAll(/<th(?:\s[^>]*)?>/g)) if (!head.includes("scope=")) tell(page, `a head without scope: ${head}`);
  const ids = attributes(html, "id");
  const twice = ids.find((id, index) => ids.indexOf(id) !== index && new Set(ids).size !== ids.length);
  if (twice !== undefined && new Set(ids).size !== ids.length) tell(page, `an id stands twice, such as ${twice}`);
  if (/\sstyle="/.test(html)) tell(page, "an inline style, which the site's policy forbids");
}

function judgeWeight(page, html, css, script) {
  const weight = gzipSync(html, { level: 9 }).length;
  const isDocument = /^documents\/[^/]+\/index\.html$/.test(page) && html.includes('class="factbox"');
  const printedPages = (html.match(/class="pb"/g) ?? []).length;
  const budget = isDocument ? Math.max(100, (100 / 30) * printedPages) * KB : 30 * KB;
  if (weight > budget) tell(page, `${(weight / KB).toFixed(1)} KB compressed; the budget is ${(budget / KB).toFixed(0)} KB`);
  return weight + css + script;
}

function judgeLinks(page, html, known, idsOf) {
  for (const name of ["href", "src", "action"]) {
    for (const raw of attributes(html, name)) {
      const url = unescape(raw);
      if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith("//")) continue;
      const [path, fragment] = url.split("#");
      const bare = path.split("?")[0];
      if (bare.startsWith("/") && page !== "404.html") tell(page, `a link from the server's root: ${url}`);
      if (page === "404.html") continue;
      const target = bare ? posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(bare))) : page;
      if (!known.has(target)) tell(page, `a link that leads nowhere: ${url}`);
      else if (fragment && target.endsWith(".html") && !idsOf(target).has(decodeURIComponent(fragment))) {
        tell(page, `a fragment that does not exist: ${url}`);
      }
    }
  }
}

async function judgeFiles(pages, known) {
  const size = async (name) => gzipSync(await readFile(join(folder, name)), { level: 9 }).length;
  const css = await size("assets/site.css");
  const script = await size("assets/site.js");
  if (css > 12 * KB) tell("assets/site.css", `${(css / KB).toFixed(1)} KB compressed; the budget is 12 KB`);
  if (script > 6 * KB) tell("assets/site.js", `${(script / KB).toFixed(1)} KB compressed; the budget is 6 KB`);
  const texts = new Map();
  for (const page of pages) texts.set(page, await readFile(join(folder, page), "utf8"));
  const ids = new Map();
  const idsOf = (page) => {
    if (!ids.has(page)) ids.set(page, new Set(attributes(texts.get(page) ?? "", "id").map(unescape)));
    return ids.get(page);
  };
  for (const [page, html] of texts) {
    judgeMarkup(page, html);
    judgeWeight(page, html, css, script);
    judgeLinks(page, html, known, idsOf);
  }
}

// The Nu checker.

function nu(pages) {
  const jar = join(dirname(require.resolve("vnu-jar/package.json")), "build", "dist", "vnu.jar");
  const paths = pages.map((page) => join(folder, page));
  const options = ["-Xss4m", "-jar", jar, "--errors-only", "--format", "json", ...paths];
  return new Promise((done) => {
    execFile("java", options, { maxBuffer: 256 * KB * KB }, (error, out, told) => {
      let messages;
      try {
        ({ messages } = JSON.parse(told || '{"messages":[]}'));
      } catch {
        return done(tell("vnu", `gave no answer: ${(told || String(error)).slice(0, 400)}`));
      }
      for (const { url, lastLine, message, extract } of messages) {
        const page = relative(folder, fileURLToPath(url)).split(sep).join("/");
        tell(page, `vnu, line ${lastLine}: ${message} (${(extract ?? "").replace(/\s+/g, " ").slice(0, 120)})`);
      }
      done();
    });
  });
}

// The browser.

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".xml": "application/xml", ".wasm": "application/wasm",
};
const BASE = "/a/sub/path/";

// Where the page of a missing address thinks that the site stands: it is shown at any depth, so its links are absolute.
async function homeOfMissing() {
  const html = await readFile(join(folder, "404.html"), "utf8").catch(() => "");
  return /href="(\/[^"]*)assets\/site\.css"/.exec(html)?.[1] ?? BASE;
}

function serve(home) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const base = [BASE, home].find((base) => path.startsWith(base));
    const name = base === undefined ? null : path.slice(base.length);
    try {
      if (name === null) throw new Error("outside the sub-path");
      const file = resolve(folder, name.endsWith("/") || name === "" ? `${name}index.html` : name);
      if (!file.startsWith(folder)) throw new Error("outside the folder");
      const bytes = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// In the dark only what colours decide can differ.
const RULES = {
  light: { type: "tag", values: AXE_TAGS },
  dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

async function judgeByAxe(tab, page, scheme) {
  await tab.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await tab.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
  const found = await tab.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({ id, help, count: nodes.length, first: nodes[0].html.slice(0, 160), why: nodes[0].failureSummary.slice(0, 240) }));
  }, RULES[scheme]);
  for (const { id, help, count, first, why } of found) {
    tell(page, `axe (${scheme}) ${id}: ${help}; ${count} times, such as ${first} — ${why.replace(/\s+/g, " ")}`);
  }
}

async function open(browser, page, address, width, judge) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: false });
  const tab = await context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  tab.on("console", (message) => { if (message.type() === "error" && !expected(page, message)) tell(page, `console: ${message.text()}`); });
  tab.on("pageerror", (error) => tell(page, `script: ${error.message}`));
  tab.on("request", (request) => { if (foreign(request.url(), address)) tell(page, `a request to another host: ${request.url()}`); });
  await tab.goto(address, { waitUntil: "load" });
  await judge(tab);
  await context.close();
}

// A site built without its search index says so on the search page, after asking for it.
const expected = (page, message) => page === "search/index.html" && message.location().url.includes("pagefind");
const foreign = (url, address) => !url.startsWith("data:") && !url.startsWith("blob:") && new URL(url).host !== new URL(address).host;

async function judgeInBrowser(pages) {
  const home = await homeOfMissing();
  const server = await serve(home);
  const host = `http://127.0.0.1:${server.address().port}`;
  const origin = host + BASE;
  const addressOf = (page) => (page === "404.html" ? host + home : origin) + page;
  const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox", "--disable-gpu"] });
  const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
  try {
    for (const page of pages) {
      await open(browser, page, addressOf(page), 1280, async (tab) => {
        await tab.evaluate(axe);
        await judgeByAxe(tab, page, "light");
        await judgeByAxe(tab, page, "dark");
      });
      await open(browser, page, addressOf(page), 320, async (tab) => {
        const [scroll, client] = await tab.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        if (scroll > client) tell(page, `at 320 px it is ${scroll} px wide`);
      });
    }
    for (const page of pages.filter((page) => page !== "404.html").slice(0, 8)) {
      await open(browser, page, pathToFileURL(join(folder, page)).href, 1280, async (tab) => {
        const styled = await tab.evaluate(() => getComputedStyle(document.querySelector(".skip")).position === "absolute");
        if (!styled) tell(page, "opened as a file it has no styles");
      });
    }
    await judgePrint(browser, origin, pages);
    await judgeSearch(browser, origin);
    await judgeTable(browser, origin);
    await judgeKinds(browser, origin, pages);
  } finally {
    await browser.close();
    server.close();
  }
}

// In print, every fact of the box is on paper, also those that stand folded away on the screen.
async function judgePrint(browser, origin, pages) {
  const page = pages.find((page) => /^documents\/[^/]+\/index\.html$/.test(page));
  if (!page) return;
  await open(browser, page, origin + page, 1280, async (tab) => {
    await tab.emulateMedia({ media: "print" });
    const hidden = await tab.evaluate(() => [...document.querySelectorAll(".factbox .fact")].filter((fact) => fact.getBoundingClientRect().height === 0).length);
    if (hidden > 0) tell(page, `in print ${hidden} facts of the box are not shown`);
  });
}

const has = (page) => stat(join(folder, page)).then(() => true, () => false);

// By the keyboard alone a word is found, more results are shown, a filter narrows them, and the way to a passage leads to one.
async function judgeSearch(browser, origin) {
  const page = "search/index.html";
  if (!(await has(page)) || !(await has("pagefind/pagefind.js"))) return;
  await open(browser, page, origin + page, 1280, async (tab) => {
    await tab.waitForSelector("#search-form:not([hidden])");
    await tab.focus("#search-words");
    await tab.keyboard.type("children");
    await tab.keyboard.press("Enter");
    await tab.waitForSelector("#search-results li").catch(() => tell(page, "no result for a word that the site has"));
    const words = () => tab.textContent("#search-status");
    const count = () => tab.locator("#search-results > li").count();
    const [told, shown] = [await words(), await count()];
    if (!/^\d+ pages?/.test(told)) tell(page, `the number of results is not told: ${told}`);
    if (await tab.isVisible("#search-more")) {
      await tab.focus("#search-more");
      await tab.keyboard.press("Enter");
      await tab.waitForFunction((before) => document.querySelectorAll("#search-results > li").length > before, shown).catch(() => tell(page, "“Show more” shows no more"));
    }
    const ways = tab.locator("#search-results a", { hasText: "Go to the passage" });
    if ((await ways.count()) === 0) return tell(page, "no result leads to a passage");
    const way = await ways.first().getAttribute("href");
    const [path, fragment] = way.replace(/:~:.*/, "").slice(origin.length).split("#");
    const target = await readFile(join(folder, path), "utf8").catch(() => "");
    if (!target.includes(`id="${fragment}"`)) tell(page, `a way to a passage that is not there: ${way}`);
    const filters = await tab.locator("#search-filters select").count();
    if (filters < 3) tell(page, `${filters} filters`);
  });
}

// A column's button sorts the table either way and says so; a filter hides rows and says how many stand.
async function judgeTable(browser, origin) {
  const page = "judgements/index.html";
  if (!(await has(page))) return;
  await open(browser, page, origin + page, 1280, async (tab) => {
    if ((await tab.locator("#judgement-table tbody tr").count()) < 2) return;
    const button = tab.locator("#judgement-table thead button").first();
    for (const way of ["ascending", "descending"]) {
      await button.focus();
      await tab.keyboard.press("Enter");
      if ((await tab.locator("#judgement-table thead th").first().getAttribute("aria-sort")) !== way) tell(page, `a column is not sorted ${way}`);
    }
    const name = await tab.locator("#judgement-table tbody tr th").first().textContent();
    await tab.fill("form.filters [name=text]", name);
    const others = await tab.evaluate((name) => [...document.querySelectorAll("#judgement-table tbody tr")].filter((row) => !row.hidden && !row.cells[0].textContent.includes(name)).length, name);
    if (others > 0) tell(page, `the filter leaves ${others} rows of others`);
  });
}

// A kind that is turned off has no marks, and a mark's letter leads to its fact.
async function judgeKinds(browser, origin, pages) {
  const page = pages.find((page) => /^documents\/[^/]+\/index\.html$/.test(page));
  if (!page) return;
  await open(browser, page, origin + page, 1280, async (tab) => {
    const kind = await tab.evaluate(() => document.querySelector(".text .ref")?.className.match(/f-(\w+)/)?.[1]);
    if (!kind) return;
    await tab.locator(`.text .ref.f-${kind}`).first().focus();
    await tab.keyboard.press("Enter");
    if (!(await tab.evaluate(() => document.querySelector(":target")?.closest(".factbox")))) tell(page, "a mark does not lead to its fact");
    await tab.focus(`#show-${kind}`);
    await tab.keyboard.press("Space");
    if (await tab.locator(`.text .ref.f-${kind}`).first().isVisible()) tell(page, `marks of the kind ${kind} stay when it is turned off`);
  });
}

const all = await files();
const pages = all.filter((name) => name.endsWith(".html") && !name.startsWith("pagefind/"));
if (pages.length === 0) {
  console.error(`${folder} holds no page`);
  process.exit(2);
}
const chosen = await sample(pages);
await judgeFiles(pages, new Set(all));
await Promise.all([nu(chosen), judgeInBrowser(chosen)]);
for (const problem of problems.slice(0, 200)) console.log(problem);
console.log(`${pages.length} pages judged as files, ${chosen.length} in the browser and by vnu: ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
