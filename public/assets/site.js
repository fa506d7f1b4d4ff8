// Adds to pages that are complete without it: sorting and filtering of tables, the date of access, the search.
(() => {
  const script = document.currentScript;
  const root = new URL("..", script.src);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const element = (name, text, properties = {}) => Object.assign(document.createElement(name), { textContent: text ?? "" }, properties);

  // Sorting: a real button in each head.
  const sortValue = (row, column) => {
    const cell = row.cells[column];
    return cell ? cell.dataset.sort ?? cell.textContent.trim() : "";
  };
  const compare = (a, b) => {
    const [x, y] = [a, b].map((value) => Number(value.replace(/[,%£]/g, "")));
    if (a && b && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    return a.localeCompare(b, document.documentElement.lang, { numeric: true });
  };
  const sortBy = (table, head, column) => {
    const ascending = head.getAttribute("aria-sort") !== "ascending";
    all("th", head.parentNode).forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [sortValue(row, column), row]);
    rows.sort(([a], [b]) => (a === "") - (b === "") || (ascending ? compare(a, b) : compare(b, a)));
    body.append(...rows.map(([, row]) => row));
  };
  all("table[data-sortable], #judgement-table").forEach((table) => {
    all("thead th", table).forEach((head, column) => {
      const button = element("button", head.textContent, { type: "button" });
      button.addEventListener("click", () => sortBy(table, head, column));
      head.replaceChildren(button);
    });
    all("tbody tr", table).forEach((row) => [...row.cells].forEach((cell) => {
      if (cell.dataset.grade) cell.dataset.sort = cell.dataset.grade;
      if (cell.classList.contains("none")) cell.dataset.sort = "";
    }));
  });

  // Filtering.
  all("form.filters[data-for]").forEach((form) => {
    const table = document.getElementById(form.dataset.for);
    if (!table) return;
    const status = form.querySelector("[role=status]");
    const rows = [...table.tBodies[0].rows];
    const apply = () => {
      const { text, region, year, grade } = Object.fromEntries(new FormData(form));
      const fits = (row) => (!text || row.cells[0].textContent.toLowerCase().includes(text.trim().toLowerCase()))
        && (!region || row.dataset.region === region)
        && (!year || row.dataset.year === year)
        && (!grade || all(".grade", row).some((shown) => shown.textContent === grade));
      rows.forEach((row) => { row.hidden = !fits(row); });
      const shown = rows.filter((row) => !row.hidden).length;
      status.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} inspections`;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  });

  // The date of access in a citation.
  all("[data-accessed] span").forEach((span) => {
    const day = { day: "numeric", month: "long", year: "numeric" };
    if (span.textContent.startsWith("[")) span.textContent = new Date().toLocaleDateString(document.documentElement.lang, day);
  });

  // Search, with Pagefind's index.
  const form = document.getElementById("search-form");
  if (!form || location.protocol === "file:") return;
  const [words, status, list, more, filters, instead] =
    ["search-words", "search-status", "search-results", "search-more", "search-filters", "search-instead"].map((id) => document.getElementById(id));
  let latest = 0;

  // While the index is on its way, the page does not say that there is none.
  instead.hidden = true;
  status.textContent = "Fetching the index…";

  const chosen = () => {
    const picked = {};
    all("select", filters).forEach((select) => { if (select.value) picked[select.name] = select.value; });
    return picked;
  };
  const address = (url) => new URL(url.replace(/^\//, ""), root).href;
  // The passages in which the found words stand: each under the nearest anchor before it, with some words around.
  const passages = (result) => {
    const text = result.raw_content.split(/\s+/);
    const anchors = result.anchors.filter(({ element }) => /^(p|li|tr|div|h[1-6])$/.test(element));
    const found = new Map();
    result.locations.forEach((place) => {
      const anchor = anchors.filter(({ location }) => location <= place).pop();
      const key = anchor?.id ?? "";
      found.set(key, [...(found.get(key) ?? []), place]);
    });
    const best = [...found].sort(([, a], [, b]) => b.length - a.length).slice(0, 3);
    return best.map(([anchor, places]) => ({ anchor, places, from: Math.max(0, places[0] - 12), text }));
  };
  const shown = ({ places, from, text }) => {
    const paragraph = element("p", "…", { className: "excerpt" });
    text.slice(from, from + 36).forEach((word, index) => {
      if (word !== "¶") paragraph.append(places.includes(from + index) ? element("mark", word) : word, " ");
    });
    paragraph.append("…");
    return paragraph;
  };
  // The way to a passage: its anchor, and the found word after the one before it, which browsers then show marked.
  const way = ({ anchor, places, text }) => {
    const part = (word) => encodeURIComponent(word.replace(/[.,;:!?()]+$/, "")).replaceAll("-", "%2D");
    const [before, found] = [text[places[0] - 1], text[places[0]]];
    const prefix = before && before !== "¶" ? `${encodeURIComponent(before).replaceAll("-", "%2D")}-,` : "";
    return `#${anchor}:~:text=${prefix}${part(found)}`;
  };
  const item = (result) => {
    const entry = element("li");
    const title = element("p", "", { className: "card-title" });
    title.append(element("a", result.meta.title, { href: address(result.url) }));
    entry.append(title);
    if (result.meta.about) entry.append(element("p", result.meta.about, { className: "meta" }));
    passages(result).forEach((passage) => {
      const paragraph = shown(passage);
      if (passage.anchor) paragraph.append(" ", element("a", "Go to the passage", { href: address(result.url) + way(passage) }));
      entry.append(paragraph);
    });
    return entry;
  };
  const select = (name, values) => {
    const label = element("label", name);
    const choice = element("select", "", { name });
    choice.append(new Option("All", ""), ...Object.keys(values).map((value) => new Option(value, value)));
    label.append(choice);
    return label;
  };

  const search = async (pagefind) => {
    const turn = ++latest;
    const term = words.value.trim();
    const picked = chosen();
    if (!term && !Object.keys(picked).length) {
      list.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      return;
    }
    const { results } = await pagefind.search(term || null, { filters: picked });
    list.replaceChildren();
    const add = async () => {
      const from = list.children.length;
      const found = await Promise.all(results.slice(from, from + 20).map((result) => result.data()));
      if (turn !== latest) return;
      const items = found.map(item);
      list.append(...items);
      const count = list.children.length;
      status.textContent = results.length === 1 ? "1 page" : `${results.length} pages${results.length > count ? `, the best ${count} shown` : ""}`;
      more.hidden = results.length <= count;
      if (from) items[0]?.querySelector("a").focus();
    };
    more.onclick = add;
    await add();
    if (turn !== latest) return;
    const query = new URL(location.href);
    if (term) query.searchParams.set("q", term); else query.searchParams.delete("q");
    history.replaceState(null, "", query);
  };

  import(new URL("pagefind/pagefind.js", root).href).then(async (pagefind) => {
    // A long document that has the word is worth as much as a short page that repeats it.
    await pagefind.options({ baseUrl: "/", ranking: { pageLength: 0.1 } });
    await pagefind.init();
    filters.replaceChildren(...Object.entries(await pagefind.filters()).map(([name, values]) => select(name, values)));
    form.hidden = filters.hidden = false;
    status.textContent = "";
    words.value = new URLSearchParams(location.search).get("q") ?? "";
    form.addEventListener("submit", (event) => { event.preventDefault(); search(pagefind); });
    words.addEventListener("input", () => { clearTimeout(words.waiting); words.waiting = setTimeout(() => search(pagefind), 200); });
    filters.addEventListener("change", () => search(pagefind));
    search(pagefind);
  }).catch(() => {
    instead.hidden = false;
    status.textContent = "This copy of the site has no search index.";
  });
})();
