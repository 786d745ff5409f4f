export { createApp, type Desk } from "./app.ts";
export { type Served, type ServeOptions, serve } from "./serve.ts";
