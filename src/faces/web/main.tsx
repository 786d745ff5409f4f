// Starts the app in the page that index.html gives.

import { createRoot } from "react-dom/client";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/dialogs.css";
import "./styles/day-dialogs.css";
import "./styles/shell.css";
import "./styles/notices.css";
import "./styles/rows.css";
import "./styles/list.css";
import "./styles/reading.css";
import { App } from "./app.tsx";
import { applyPreferences } from "./preferences.ts";
import { currentRoute } from "./route.ts";
import { screenOf } from "./screens.tsx";

applyPreferences();
// The screen's code and the page's text come at the same time. Where the code does not come, the screen says so.
screenOf(currentRoute().screen)
  .component.fetch()
  .catch(() => undefined);
createRoot(document.getElementById("app")!).render(<App />);
