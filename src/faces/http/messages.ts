// What the server says by itself, in both languages.

import type { Tongue } from "../../base/index.ts";

const en = {
  refused: {
    host: "This server answers only under its own address on this machine.",
    origin: "This request comes from another site.",
    token: "This session's token is missing or wrong.",
    header: "The header X-Nunc: 1 is missing.",
    json: "The request must be JSON.",
  },
  refusedHint: "Open the address that `nunc open` printed.",
  notJson: "The request is not valid JSON.",
  tooLarge: (megabytes: number) => `The request is larger than ${megabytes} MB.`,
  noRoute: (path: string) => `There is nothing at ${path}.`,
  internal: "Something went wrong in nunc; nothing was lost. The details are in the terminal.",
  notBuilt: "The app is not built: run `npm run build`.",
  portTaken: (port: number) => `Port ${port} is taken by another program.`,
  cannotListen: (port: number, cause: string) => `Cannot listen on port ${port}: ${cause}.`,
  otherPort: "Choose another with --port, or leave it out for a free one.",
};

const zh: typeof en = {
  refused: {
    host: "这个服务只用它在本机的地址应答。",
    origin: "这个请求来自别的网站。",
    token: "缺少本次会话的令牌，或令牌不对。",
    header: "缺少请求头 X-Nunc: 1。",
    json: "请求必须是 JSON。",
  },
  refusedHint: "请打开 `nunc open` 打印的地址。",
  notJson: "请求不是有效的 JSON。",
  tooLarge: (megabytes) => `请求超过 ${megabytes} MB。`,
  noRoute: (path) => `${path} 处什么也没有。`,
  internal: "nunc 出错了，没有丢失任何内容。详情见终端。",
  notBuilt: "网页还没有构建：请运行 `npm run build`。",
  portTaken: (port) => `端口 ${port} 已被别的程序占用。`,
  cannotListen: (port, cause) => `无法监听端口 ${port}：${cause}。`,
  otherPort: "用 --port 换一个端口，或者不写，自动选空闲的。",
};

export function say(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
