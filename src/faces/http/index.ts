export { createApp, type Desk } from "./app.ts";
export { type Served, serve, type ServeOptions } from "./serve.ts";
