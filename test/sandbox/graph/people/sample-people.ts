/** Somebody a person here works with, the closest first. Inside Contoso and outside it. */
export interface SamplePerson {
  readonly name: string;
  readonly address: string;
  readonly isColleague: boolean;
}

const colleague = (name: string, address: string): SamplePerson => ({
  name,
  address,
  isColleague: true,
});
const outsider = (name: string, address: string): SamplePerson => ({
  name,
  address,
  isColleague: false,
});

export const samplePeople: readonly SamplePerson[] = [
  colleague("Alex Okafor", "alex@contoso.com"),
  colleague("Adele Vance", "adele@contoso.com"),
  colleague("Diego Núñez", "diego@contoso.com"),
  colleague("Zoë Brontë-Ångström", "zoe@contoso.com"),
  colleague("Łukasz Żółć", "lukasz@contoso.com"),
  colleague("Megan Bowen", "megan@contoso.com"),
  colleague("Noah Lindqvist", "noah@contoso.com"),
  colleague("Seán O'Brien", "sean.o'brien@contoso.com"),
  outsider("ليلى حداد", "layla@northwind.example"),
  outsider("Lee Gu", "lee@fabrikam.example"),
  outsider("佐藤 健", "ken.sato@northwind.example"),
  outsider("Robin Ito", "robin@fabrikam.example"),
  // A name that is not one person's alone.
  outsider("Noah Berger", "noah.berger@fabrikam.example"),
  outsider("Müller, Jörg (extern)", "joerg.mueller@fabrikam.example"),
];
