"""What lies beside the content of a new project: its README, the publishing workflow, the settings of git, originals."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from .records import NewReport

HANDBOOK = "程序文件夹里的 docs/staff/first-site.md"
"""Where staff read on."""
IGNORE = ".cache/\n_site/\n_site.*/\n"
ATTRIBUTES = """* text=auto eol=lf
# The captured official pages are compared byte for byte.
content/reports/*.txt -text
content/originals/* -text
"""
WORKFLOW = """# 默认分支一有改动，就生成网站、放上 GitHub Pages。
# 先做两件事：仓库的 Settings → Pages，来源选 GitHub Actions；
# Settings → Secrets and variables → Actions → Variables，加一个 PROGRAM，写程序所在的仓库，例如 名字/仓库。
name: 发布

on:
  push:
    branches: ["**"] # of these only the default branch is published, whatever its name
  workflow_dispatch:

permissions: {}

defaults:
  run:
    shell: bash

jobs:
  build:
    name: 生成
    if: github.event_name == 'workflow_dispatch' || github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pages: read # to ask for the site's address
    concurrency:
      group: publish-build-${{ github.ref }}
      cancel-in-progress: true
    steps:
      - name: 看程序在哪里
        env:
          PROGRAM: ${{ vars.PROGRAM }}
        run: |
          if [ -z "$PROGRAM" ]; then
            echo "::error::还没有写明程序所在的仓库：在 Settings → Secrets and variables → Actions → Variables 里加一个 PROGRAM"
            exit 1
          fi
      - name: 取出内容
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          path: project
          persist-credentials: false
      - name: 取出程序
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          repository: ${{ vars.PROGRAM }}
          path: program
          persist-credentials: false
      - name: 准备 Python
        uses: actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0
        with:
          python-version: "3.13"
      - name: 安装图表脚本
        run: bash program/.ci/install-charts
      - name: 问明网站的地址
        id: pages
        uses: actions/configure-pages@45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0
      - name: 生成网站（名称都起好以后，加上 --strict，有提醒也不发布）
        id: site
        env:
          BASE_URL: ${{ steps.pages.outputs.base_url }}
        run: |
          SOURCE_DATE_EPOCH="$(git -C project log -1 --format=%ct)"
          export SOURCE_DATE_EPOCH
          python program/build.py build --content project/content --out _site --base-url "${BASE_URL%/}/"
          python program/build.py verify _site
      - name: 交给发布
        uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: _site
      - name: 写明有没有上线、为什么
        if: always() && hashFiles('program/.ci/tell-publishing') != ''
        env:
          BRANCH: ${{ github.ref_name }}
          DEFAULT_BRANCH: ${{ github.event.repository.default_branch }}
          FORK: ${{ github.event.repository.fork }}
          JOB: ${{ job.status }}
          PAGES: ${{ steps.pages.outcome }}
          SITE: ${{ steps.site.outcome }}
        run: bash program/.ci/tell-publishing

  deploy:
    name: 上线
    needs: build
    if: github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    concurrency:
      group: publish-deploy
      cancel-in-progress: false # a deployment that is cut off blocks the next ones
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - name: 上线
        id: deployment
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
"""


def list_folder_files(reports: tuple[NewReport, ...], name: str, program: str) -> dict[str, bytes]:
    """Return what lies beside the content, and the originals that no capture holds byte for byte."""
    files = {name_original(report): report.source.data for report in reports if not report.source.is_exact}
    texts = {
        ".gitattributes": ATTRIBUTES,
        ".gitignore": IGNORE,
        ".github/workflows/publish.yml": WORKFLOW,
        "README.md": _render_readme(reports, name, program),
    }
    return files | {path: text.encode() for path, text in texts.items()}


def name_original(report: NewReport) -> str:
    """Return where the file of a report is kept as staff gave it."""
    return f"content/originals/{report.id}{PurePosixPath(report.source.name).suffix.lower()}"


def _render_readme(reports: tuple[NewReport, ...], name: str, program: str) -> str:
    rows = [f"# {name}", "", "由官方原文生成的年度报告网站。", "", "| 在哪里 | 是什么 |", "| --- | --- |"]
    for report in reports:
        rows += [
            f"| `content/reports/{report.id}.md` | 标注稿：官方原文，每个数字用方括号标出；改这里 |",
            f"| `content/reports/{report.id}.txt` | 采集页：{_describe_capture(report)}，用来核对；不要改 |",
        ]
        if not report.source.is_exact:
            digest = hashlib.sha256(report.source.data).hexdigest()
            rows.append(f"| `{name_original(report)}` | 原来的文件；SHA-256 是 `{digest}` |")
    rows += [
        "| `content/site.yaml` | 网站的名称、声明、联系方式、网址 |",
        "| `content/indicators.yaml` | 指标：给数字起的名称；起一个，标注稿里写一个 |",
        "| `content/charts.yaml`、`checks.yaml`、`terms.yaml`、`dictionary.txt` | 图、核对、词语、分词用的词；可以一直空着 |",
        "| `.github/workflows/publish.yml` | 放上 GitHub Pages 的步骤；要先做的两件事写在它的开头 |",
        "",
        _describe_where(program),
        "",
        "```",
        *list_commands(program, "content"),
        "```",
        "",
        "依次是：看有什么要改的、边改边预览、生成网站。网站在 `_site` 里，整个复制到任何静态网站空间就是发布。",
        "",
        f"怎样改分节、给数字起名称、画图、发布，见{HANDBOOK}；前三样也可以在预览网页的「标注」里做。",
    ]
    return "\n".join(rows) + "\n"


def _describe_capture(report: NewReport) -> str:
    return "官方原文，逐字节保存" if report.source.is_exact else "由原来的文件读出的官方原文"


def list_commands(program: str, content: str) -> list[str]:
    """Return the three commands for a content folder."""
    if program.startswith("python"):
        out = str(PurePosixPath(content).parent / "_site")
        told = f" --content {_quote(content)}"
        return [
            f"{program} check{told}",
            f"{program} serve{told}",
            f"{program} build{told} --out {_quote(out)}",
        ]
    return [f"{program} check", f"{program} serve", f"{program} build"]


def _quote(path: str) -> str:
    return f'"{path}"' if " " in path else path


def _describe_where(program: str) -> str:
    if program.startswith("python"):
        return "在本文件夹里运行，`build.py` 写成它的路径："
    return "在本文件夹里运行："
