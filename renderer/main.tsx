import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";

import "./styles.css";
import { Announcer } from "./ui/announcer.tsx";
import { RefusalBar } from "./ui/refusal-bar.tsx";
import { Themed } from "./ui/themed.tsx";
import { Popup } from "./popup.tsx";

const Settings = lazy(() =>
  import("./settings/settings.tsx").then((module) => ({ default: module.Settings })),
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
          <RefusalBar />
          <Suspense>{isSettings ? <Settings /> : <Popup />}</Suspense>
        </Themed>
      </RendererProvider>
    </StrictMode>,
  );
