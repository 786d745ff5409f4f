// The Page screen: the text with what was understood in its margin, saving, headings that get their roles by a click,
// and a preview in which nothing of the page can run.

import { describe, expect, test } from "vitest";
import { eventually, PHONE, SIZES, type Visit, withBrowser } from "../browser.ts";

const { visit, makeHome } = withBrowser();

describe.for(SIZES)("$name", (size) => {
  test("the margin marks what was understood; the line below the text says it; why says the rule", async () => {
    const { page, home } = await visit({ size, screen: "page" });
    await leaveWelcome(page, size === PHONE);
    const editor = page.getByRole("textbox", { name: "Text of now.md" });
    await editor.waitFor();
    const signs = page.locator(".cm-understood .sign");
    await eventually(() => signs.count()).toBeGreaterThan(10);
    expect(await page.locator(".cm-understood .sign-section").count()).toBeGreaterThan(1);

    await editor.getByText("PostgreSQL internals: we run").click();
    const here = page.getByRole("status").and(page.locator(".page-meaning"));
    await eventually(() => here.innerText()).toBe("item · learning · highest priority · open");
    await page.getByRole("button", { name: "Why?" }).click();
    const why = page.getByRole("tooltip").or(page.locator(".why")).first();
    await why.waitFor();
    expect(await why.innerText()).toContain("highest");
    await page.keyboard.press("Escape");
    await eventually(() => page.locator(".why").count()).toBe(0);
    home.unchanged();
  });

  test("what is typed is saved, and no other byte changes", async () => {
    const text =
      "\ufeff# Now\r\n\r\n## Learning\r\n\r\n* Rust  \r\n* Zig\n\r\n## Log\r\n\r\n### 2026-11-01\r\n\r\n* began";
    const home = makeHome({ "nunc.yaml": "version: 1\n", "now.md": text });
    const { page } = await visit({ size, home, screen: "page" });
    await leaveWelcome(page, size === PHONE);
    const editor = page.getByRole("textbox", { name: "Text of now.md" });
    await editor.getByText("Zig").click();
    await page.keyboard.press("End");
    await page.keyboard.type("\nOCaml");
    await page.getByRole("status").getByText("Not saved yet").waitFor();
    await page.keyboard.press("Control+s");
    await page.getByRole("status").getByText("Saved", { exact: true }).waitFor();
    await home.changed("now.md", "+7 OCaml␍");
    // Without a word it is saved too, after a breath.
    await page.keyboard.type("!");
    await home.changed("now.md", "-7 OCaml␍", "+7 OCaml!␍");
  });

  test("a page that is half understood asks for its headings; the answers go to nunc.yaml", async () => {
    const text = "# Notes\n\n## Crates\n\n- serde\n- tokio\n\n## Kitchen\n\nUrgent:\n- a new knife\n";
    const home = makeHome({ "nunc.yaml": "version: 1\n", "now.md": text });
    const { page } = await visit({ size, home, screen: "page" });
    await page.getByRole("heading", { name: "This is how nunc reads your page" }).waitFor();
    const crates = page.getByRole("group", { name: "Role of “Crates”" });
    expect(await crates.getByRole("button", { name: "other" }).getAttribute("aria-pressed")).toBe("true");
    await crates.getByRole("button", { name: "learning" }).click();
    await home.changed("nunc.yaml", "+2 headings:", "+3   Crates: learning");
    await eventually(() =>
      crates.getByRole("button", { name: "learning" }).getAttribute("aria-pressed"),
    ).toBe("true");
    await page
      .getByRole("group", { name: "Role of “Kitchen”" })
      .getByRole("button", { name: "learning" })
      .click();
    await home.changed("nunc.yaml", "+4   Kitchen: learning");
    await page
      .getByRole("group", { name: "Priority of “Urgent”" })
      .getByRole("button", { name: "high", exact: true })
      .click();
    await home.changed("nunc.yaml", "+5 words:", "+6   priority:", "+7     Urgent: high");
    // The toast of the last answer may lie over the button; it goes away by itself.
    await page.getByRole("button", { name: "Looks right" }).click({ timeout: 20_000 });
    await page.getByRole("navigation").getByRole("link", { name: "List" }).click();
    await page.getByRole("region", { name: /^High/ }).getByText("a new knife").waitFor();
  });

  test("nothing of a page runs, and nothing of it is fetched", async () => {
    const text = [
      "# Now <script>window.ran = 1</script>",
      "",
      "<script>window.ran = 2</script>",
      '<img src="x" onerror="window.ran = 3"> <svg onload="window.ran = 4"></svg>',
      '<iframe srcdoc="<script>parent.ran = 5</script>"></iframe>',
      "",
      "## Learning",
      "",
      "- [one](javascript:window.ran=6)",
      "- [two](JaVaScRiPt:window.ran=7) <b onmouseover=window.ran=8>bold</b>",
      "- [three](data:text/html,<script>parent.ran=9</script>)",
      "- ![picture](http://203.0.113.9/x.png)",
      "- <img src=x onerror=window.ran=10>",
      '- [four](https://example.org/"onmouseover="window.ran=11)',
      "",
      "## Log",
      "",
      "### 2026-11-01",
      "",
      "- <img src=x onerror=window.ran=12> [five](javascript:window.ran=13) ![p](http://203.0.113.9/y.png)",
      "- [six](vbscript:x)",
      "",
      '<style>body { background: url("http://203.0.113.9/z.png") }</style>',
    ].join("\n");
    const home = makeHome({ "nunc.yaml": "version: 1\n", "now.md": text });
    const visited = await visit({ size, home });
    const { page } = visited;
    for (const screen of ["list", "reading", "log", "page"]) {
      await visited.go(screen);
      if (screen === "page") {
        await leaveWelcome(page, false);
        if (size === PHONE) await page.getByRole("tab", { name: "Preview" }).click();
        await page
          .getByRole("region", { name: "The page as it will look" })
          .getByText("picture")
          .first()
          .waitFor();
      }
      const links = page.getByRole("main").locator("a[href]");
      const wild = await links.evaluateAll((all) =>
        all.map((a) => (a as HTMLAnchorElement).href).filter((href) => !/^(https?|mailto):/i.test(href)),
      );
      expect(wild).toEqual([]);
      for (const name of ["one", "two", "three", "five"]) {
        const word = page.getByRole("main").getByText(name, { exact: true }).first();
        if ((await word.count()) > 0) await word.click();
      }
      const hostile = page
        .getByRole("main")
        .locator("script, iframe, img, [onerror], [onload], [onmouseover]");
      expect(await hostile.count()).toBe(0);
      await page.keyboard.press("Escape");
    }
    expect(await page.evaluate(() => (window as { ran?: unknown }).ran)).toBeUndefined();
    home.unchanged();
  });
});

test("a text that was not saved is there again after the window was closed", async () => {
  const visited = await visit({ screen: "page" });
  const { page, home, server } = visited;
  await leaveWelcome(page, false);
  await page.getByRole("textbox", { name: "Text of now.md" }).getByText("Rust - doing").click();
  await page.keyboard.press("End");
  await visited.context.setOffline(true);
  await page.keyboard.type(", slowly");
  await page.keyboard.press("Control+s");
  await page.getByRole("alert").getByText("Your text is kept in this browser").waitFor();
  visited.forgive(/ERR_INTERNET_DISCONNECTED/);
  home.unchanged();
  await page.close();
  await visited.context.setOffline(false);

  const again = await visited.context.newPage();
  await again.goto(`${server.origin}/#/page`);
  await again.getByRole("textbox", { name: "Text of now.md" }).getByText("Rust - doing, slowly").waitFor();
  await home.changed("now.md", "-30 - Rust - doing", "+30 - Rust - doing, slowly");
  visited.forgive(/ERR_INTERNET_DISCONNECTED/);
});

/** Says that the page was understood; on a phone that also leads back to the text. */
async function leaveWelcome(page: Visit["page"], toText: boolean): Promise<void> {
  const fine = page.getByRole("button", { name: "Looks right" });
  const tab = page.getByRole("tab", { name: "Headings" });
  await tab.waitFor();
  if (await fine.isVisible()) await fine.click();
  if (toText) await page.getByRole("tab", { name: "Text" }).click();
}
