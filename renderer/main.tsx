import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";

import "./styles.css";
import { Announcer } from "./parts/announcer.tsx";
import { Themed } from "./parts/themed.tsx";
import { Popup } from "./views/popup.tsx";

const Settings = lazy(() =>
  import("./views/settings.tsx").then((module) => ({ default: module.Settings })),
);

// Fluent writes its styles at run time. The policy lets them in by the nonce of this load.
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const isSettings = new URLSearchParams(location.search).get("window") === "settings";
const root = document.querySelector("#root");

if (root)
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <Themed>
          <Announcer />
          <Suspense>{isSettings ? <Settings /> : <Popup />}</Suspense>
        </Themed>
      </RendererProvider>
    </StrictMode>,
  );
