import { expect, test } from "vitest";

import { refusedSwitches } from "../../../../main/platform/start/start-switches.ts";

test.each([
  ["--blink-settings=dnsPrefetchingEnabled=true", "--blink-settings"],
  ["--host-resolver-rules=MAP * 127.0.0.1", "--host-resolver-rules"],
  ["--host-rules=MAP * evil.example", "--host-rules"],
  ["--ignore-certificate-errors", "--ignore-certificate-errors"],
  ["--ignore-certificate-errors-spki-list=x", "--ignore-certificate-errors-spki-list"],
  ["--proxy-server=evil.example:8080", "--proxy-server"],
  ["--proxy-pac-url=https://evil.example/p", "--proxy-pac-url"],
  ["--remote-debugging-port=9222", "--remote-debugging-port"],
  ["--remote-debugging-pipe", "--remote-debugging-pipe"],
  ["--remote-debugging-address=0.0.0.0", "--remote-debugging-address"],
  ["--remote-allow-origins=*", "--remote-allow-origins"],
  ["--log-net-log=/tmp/x", "--log-net-log"],
  ["--no-sandbox", "--no-sandbox"],
  ["--js-flags=--expose-gc", "--js-flags"],
  ["--disable-web-security", "--disable-web-security"],
  ["-proxy-server=x", "--proxy-server"],
  ["/proxy-server=x", "--proxy-server"],
  ["--Proxy-Server=x", "--proxy-server"],
])("%s", (word, name) => {
  expect(refusedSwitches(["/opt/quick-meeting", word, "--meet-now"])).toEqual([name]);
});

test.each(["--meet-now", "--schedule", "--hidden", "--ozone-platform=wayland", "--lang=de"])(
  "never %s",
  (word) => {
    expect(refusedSwitches(["/opt/no-sandbox/quick-meeting", word, "no-sandbox"])).toEqual([]);
  },
);

test("all are told", () => {
  expect(refusedSwitches(["x", "--no-sandbox", "--js-flags=y"])).toEqual([
    "--no-sandbox",
    "--js-flags",
  ]);
});
