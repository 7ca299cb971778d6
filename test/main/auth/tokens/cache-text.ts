const environment = "login.microsoftonline.com";

/** MSAL's cache as text, with the accounts of these people. */
export function cacheOf(...names: string[]): string {
  const accounts = names.map((name) => [
    `${name}.tenant-${environment}-tenant`,
    {
      home_account_id: `${name}.tenant`,
      environment,
      realm: "tenant",
      local_account_id: name,
      username: `${name}@contoso.com`,
      authority_type: "MSSTS",
      client_info: "",
    },
  ]);
  return JSON.stringify({
    Account: Object.fromEntries(accounts),
    IdToken: {},
    AccessToken: {},
    RefreshToken: {},
    AppMetadata: {},
  });
}
